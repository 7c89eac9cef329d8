//! Files that are offered, as Hearth's own clients know them.

use hearth_core::{self as core, FileEvent, PersonId};
use serde::Serialize;
use ts_rs::TS;

use super::event::NativeEvent;
use super::parts::Author;

/// A file that someone offers, to everyone or to one.
#[derive(Debug, Serialize, TS)]
pub(crate) struct FileOffer {
    /// Its number, among those of the lines of chat.
    id: u64,
    from: Author,
    to: Option<Author>,
    /// A name alone, good in any folder.
    name: String,
    size: u64,
    /// Its media type; empty if nobody knows.
    kind: String,
    keeping: Keeping,
    /// Whether who is told offers it, in this window or another.
    mine: bool,
    /// What who offers it called it; 0 to all others.
    mark: u32,
    at: u64,
}

/// Whether it is kept for those who come later.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Keeping {
    /// It comes from who offers it, as long as they are there.
    Not,
    /// It is being brought to the server.
    Wanted,
    /// It is on the server.
    Kept,
}

impl FileOffer {
    /// As it is told to `reader`.
    pub(super) fn told_to(reader: PersonId, offer: &core::FileOffer) -> FileOffer {
        let mine = offer.person == reader;
        let to = offer.to.as_ref();
        FileOffer {
            id: offer.number,
            from: Author { id: offer.from.number(), name: offer.by.clone() },
            to: to.map(|to| Author { id: to.id.number(), name: to.name.clone() }),
            name: offer.name.clone(),
            size: offer.size,
            kind: offer.kind.clone(),
            keeping: offer.keeping.into(),
            mine,
            mark: if mine { offer.mark } else { 0 },
            at: offer.at.0,
        }
    }
}

impl NativeEvent {
    /// What happened to a file, as it is told to `reader`.
    pub(super) fn about_file(reader: PersonId, event: &FileEvent) -> NativeEvent {
        match event {
            FileEvent::Offered(offer) => {
                NativeEvent::FileOffered { offer: FileOffer::told_to(reader, offer) }
            }
            FileEvent::Kept { file } => NativeEvent::FileKept { file: *file },
            FileEvent::Withdrawn { file } => NativeEvent::FileWithdrawn { file: *file },
            FileEvent::Declined { file, who } => {
                NativeEvent::FileDeclined { file: *file, who: who.number() }
            }
        }
    }
}

impl From<core::Keeping> for Keeping {
    fn from(keeping: core::Keeping) -> Keeping {
        match keeping {
            core::Keeping::Not => Keeping::Not,
            core::Keeping::Wanted => Keeping::Wanted,
            core::Keeping::Kept => Keeping::Kept,
        }
    }
}

//! Files that participants offer each other. The bytes go from browser to browser,
//! or by way of whoever keeps them; a meeting knows what is offered to whom.

use std::sync::Arc;

use crate::{ParticipantId, PersonId, Recipient, Timestamp};

/// A file that someone offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOffer {
    /// Its number, drawn like those of the lines of chat, among which it stands.
    pub number: u64,
    /// Who offers it. They may have left, if it is kept.
    pub from: ParticipantId,
    /// The person behind them.
    pub person: PersonId,
    /// The name under which they offered it.
    pub by: String,
    /// To whom, if not to everyone.
    pub to: Option<Recipient>,
    /// What the file is called: a name, and no way to anywhere.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// Its media type; empty if nobody knows.
    pub kind: String,
    /// Whether those who come later get it, too.
    pub keeping: Keeping,
    /// By what the offerer's client tells its offers apart.
    pub mark: u32,
    /// Since when it is offered.
    pub at: Timestamp,
}

/// Whether a file is kept for those who come later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It goes from its offerer to others, as long as they are there.
    Not,
    /// Its offerer lets the meeting keep it, which has not got all of it.
    Wanted,
    /// It is kept with the meeting, whoever leaves.
    Kept,
}

/// What may be asked about files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileCommand {
    /// Offers a file to everyone, or to one.
    Offer {
        /// The one, if not everyone.
        to: Option<ParticipantId>,
        /// What it is called.
        name: String,
        /// How many bytes it has.
        size: u64,
        /// Its media type, if that is known.
        kind: String,
        /// Whether the meeting may keep it for those who come later.
        keep: bool,
        /// By what the asker knows the offer again.
        mark: u32,
    },
    /// Takes an offer back, also one that is kept; a host, anyone's.
    Withdraw {
        /// Its number.
        file: u64,
    },
    /// Does not want a file, or no more of it.
    Decline {
        /// Its number.
        file: u64,
    },
}

/// What happened to files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileEvent {
    /// Someone offers one.
    Offered(Arc<FileOffer>),
    /// It is kept from now on.
    Kept {
        /// Its number.
        file: u64,
    },
    /// It is not offered any more.
    Withdrawn {
        /// Its number.
        file: u64,
    },
    /// Someone does not want it.
    Declined {
        /// Its number.
        file: u64,
        /// Who.
        who: ParticipantId,
    },
}

impl FileOffer {
    /// Whether someone on this seat may have it.
    pub fn is_for(&self, who: ParticipantId) -> bool {
        self.to.as_ref().is_none_or(|to| to.id == who || self.from == who)
    }

    /// Whether it is there without its offerer.
    pub fn is_kept(&self) -> bool {
        self.keeping == Keeping::Kept
    }
}

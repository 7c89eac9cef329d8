//! What happened in a meeting, for all who hear of it.

use std::sync::{Arc, Mutex, PoisonError};

use hearth_core::Event;
use hearth_wire::{DialectName, Wording};

use crate::engine::Frame;

/// An event, and how it was spelt for those who have heard it.
#[derive(Debug)]
pub(crate) struct News {
    event: Arc<Event>,
    // Few: one for each wording.
    spellings: Mutex<Vec<Spelling>>,
}

#[derive(Debug)]
struct Spelling {
    tongue: Tongue,
    wording: Wording,
    frames: Arc<[Frame]>,
}

/// How clients are spoken to that hear the same frames for the same packets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tongue {
    pub(crate) dialect: DialectName,
    /// Whether it has a listener of its own, and with it the root namespace.
    pub(crate) alone: bool,
}

impl News {
    pub(crate) fn of(event: Arc<Event>) -> News {
        News { event, spellings: Mutex::default() }
    }

    pub(crate) fn event(&self) -> &Arc<Event> {
        &self.event
    }

    /// The event in one wording: as it was spelt before, or is now.
    pub(crate) fn spelt(
        &self,
        tongue: Tongue,
        wording: Wording,
        spell: impl FnOnce(&Event) -> Arc<[Frame]>,
    ) -> Arc<[Frame]> {
        // What failed for one is not kept, and is tried anew for the next.
        let mut spellings = self.spellings.lock().unwrap_or_else(PoisonError::into_inner);
        let known = spellings.iter().find(|it| it.tongue == tongue && it.wording == wording);
        if let Some(Spelling { frames, .. }) = known {
            return Arc::clone(frames);
        }
        let frames = spell(&self.event);
        spellings.push(Spelling { tongue, wording, frames: Arc::clone(&frames) });
        frames
    }
}

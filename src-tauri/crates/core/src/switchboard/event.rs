//! What a switchboard tells, and wants done.

use std::sync::Arc;

use crate::{Card, Code, PersonId, Signal, Timestamp};

use super::LineId;

/// Something a switchboard wants done in the outside world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineEffect {
    /// Deliver an event to one connected client.
    Tell {
        /// To which.
        to: LineId,
        /// The event, shared by all who hear it.
        event: Arc<LineEvent>,
    },
    /// Keep for the history that someone did not answer.
    Missed {
        /// The call.
        call: Code,
        /// Who rang.
        from: PersonId,
        /// What their client told others of its kind.
        card: Card,
        /// Who did not answer.
        to: PersonId,
        /// What their client was to know.
        note: Arc<str>,
        /// When the ringing stopped.
        at: Timestamp,
    },
}

/// What a switchboard tells one connected client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineEvent {
    /// You are connected elsewhere now, and this line is none any more.
    Replaced,
    /// These are online. Told again when it changes.
    Present {
        /// Everyone, you included, in order of arrival.
        people: Vec<Online>,
    },
    /// Someone came.
    Came(Online),
    /// Someone went.
    Went {
        /// Who.
        person: PersonId,
        /// What their client told others of its kind.
        card: Card,
    },
    /// Someone rings you, or invites you.
    Ringing {
        /// The call.
        call: Code,
        /// Who.
        from: PersonId,
        /// What their client tells others of its kind.
        card: Card,
        /// What yours should know.
        note: Arc<str>,
    },
    /// The one you ring has heard it.
    RingStarted {
        /// The call.
        call: Code,
        /// Whom you ring.
        to: PersonId,
    },
    /// Someone answered.
    Accepted {
        /// The call.
        call: Code,
        /// Who.
        by: PersonId,
    },
    /// Someone declined.
    Rejected {
        /// The call.
        call: Code,
        /// Who.
        by: PersonId,
    },
    /// A call is over.
    Ended {
        /// The call.
        call: Code,
        /// Whose doing it was.
        by: PersonId,
        /// Why.
        reason: EndReason,
    },
    /// A WebRTC message for you.
    Signalled {
        /// Who sent it.
        from: PersonId,
        /// The message.
        signal: Signal,
    },
}

impl LineEvent {
    pub(super) fn to(self: &Arc<LineEvent>, to: LineId) -> LineEffect {
        LineEffect::Tell { to, event: Arc::clone(self) }
    }
}

/// Someone who is online.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Online {
    /// Who.
    pub person: PersonId,
    /// What their client tells others of its kind.
    pub card: Card,
    /// Since when.
    pub since: Timestamp,
}

/// Why a call is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EndReason {
    /// Someone ended it, or left.
    HungUp,
    /// Someone's last line was lost or replaced.
    Disconnected,
    /// It rang for too long.
    NoAnswer,
    /// Where it was to ring they are in another call.
    Busy,
    /// Where it was to ring nobody was reached.
    Unreachable,
}

//! What may be asked of a switchboard.

use std::sync::Arc;

use crate::{Code, PersonId, Signal};

use super::EndReason;

/// What a connected client may ask of a switchboard. Notes are for the clients
/// that are rung, and carried as they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineCommand {
    /// Lets people know of a meeting. Nothing is kept: whoever wants to come
    /// joins it.
    Invite {
        /// The meeting.
        call: Code,
        /// Whom, as far as they are online.
        people: Vec<PersonId>,
        /// What their clients should know.
        note: Arc<str>,
    },
    /// Rings someone; until it is answered or given up, both are busy.
    Ring {
        /// A code that no other call has.
        call: Code,
        /// Whom.
        to: PersonId,
        /// What their client should know.
        note: Arc<str>,
    },
    /// Answers a ring.
    Accept {
        /// The call.
        call: Code,
        /// Who rang, if the client says so.
        caller: Option<PersonId>,
    },
    /// Declines a ring.
    Reject {
        /// The call.
        call: Code,
        /// Who rang, if the client says so.
        caller: Option<PersonId>,
    },
    /// Says of a ring that nobody can answer it here, and why.
    Fail {
        /// The call.
        call: Code,
        /// Why.
        reason: EndReason,
    },
    /// Rings everyone in a room who is not in its call yet. The sender is in.
    RingRoom {
        /// The room's code, which its call goes by.
        call: Code,
        /// The others in the room.
        people: Vec<PersonId>,
        /// What their clients should know.
        note: Arc<str>,
    },
    /// Comes into a room's call, telling one who is in it.
    AcceptFrom {
        /// Whom to tell.
        to: PersonId,
    },
    /// Stays or goes out of a room's call, telling one who is in it.
    RejectFrom {
        /// Whom to tell.
        to: PersonId,
    },
    /// Leaves a room, and the call in it.
    LeaveRoom {
        /// The room's code.
        call: Code,
    },
    /// Ends a call for everyone, or gives up ringing.
    End {
        /// The call.
        call: Code,
    },
    /// Passes a WebRTC message to someone in the same call, from ringing on.
    Signal {
        /// Who should receive it.
        to: PersonId,
        /// The message.
        signal: Signal,
    },
}

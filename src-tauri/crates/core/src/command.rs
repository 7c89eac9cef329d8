//! What may be asked of a meeting.

use std::sync::Arc;

use crate::{Media, ParticipantId, Policy, Role};

/// What a connected client may ask of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Asks to be let in under a name.
    Join {
        /// The name the others will see.
        name: String,
        /// What the newcomer is going to send.
        media: Media,
    },
    /// Leaves for good.
    Leave,
    /// Lets someone in from the lobby.
    Admit {
        /// Who waits.
        who: ParticipantId,
    },
    /// Lets everyone in from the lobby.
    AdmitAll,
    /// Turns someone in the lobby away.
    Deny {
        /// Who waits.
        who: ParticipantId,
    },
    /// Changes what the meeting allows.
    SetPolicy(Policy),
    /// Makes someone a co-host, or a participant again.
    SetRole {
        /// Whom.
        who: ParticipantId,
        /// [`Role::CoHost`] or [`Role::Participant`].
        role: Role,
    },
    /// Makes someone else the host; the giver becomes a co-host.
    HandOver {
        /// The next host.
        to: ParticipantId,
    },
    /// Becomes the host: the meeting's owner at any time, a co-host while the
    /// host's connection is lost.
    TakeOver,
    /// Reports what one is sending.
    SetMedia(Media),
    /// Raises or lowers one's hand.
    RaiseHand {
        /// Up or down.
        raised: bool,
    },
    /// Lowers someone else's hand.
    LowerHand {
        /// Whose.
        who: ParticipantId,
    },
    /// Shows everyone an emoji.
    React {
        /// The emoji.
        emoji: String,
    },
    /// Says something to everyone, or to one.
    Say {
        /// The one, if not everyone.
        to: Option<ParticipantId>,
        /// The words.
        text: String,
    },
    /// Passes an opaque WebRTC message to another participant.
    Signal {
        /// Who should receive it.
        to: ParticipantId,
        /// The message, which the meeting never looks into.
        payload: Arc<str>,
    },
    /// Switches someone's microphone off. They may switch it on again, unless
    /// the policy forbids it.
    Mute {
        /// Whose.
        who: ParticipantId,
    },
    /// Ends someone's screen sharing.
    StopScreen {
        /// Whose.
        who: ParticipantId,
    },
    /// Puts someone out; the code no longer lets them in.
    Remove {
        /// Whom.
        who: ParticipantId,
    },
    /// Ends the meeting for everyone.
    End,
}

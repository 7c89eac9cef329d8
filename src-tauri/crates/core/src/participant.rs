//! Who is in a meeting, and what they send.

use std::borrow::Cow;
use std::sync::Arc;

use crate::{Rights, Timestamp};

/// Names one participant of one meeting. Ids only grow, so their order is the
/// order of arrival; none is used twice in the life of a meeting.
///
/// Only [`Meeting`](crate::Meeting) mints these, so a client can never speak for
/// someone else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ParticipantId(u64);

impl ParticipantId {
    pub(crate) fn mint(number: u64) -> ParticipantId {
        ParticipantId(number)
    }

    /// Names whom a client, or a record, speaks *of*. It gives no right to
    /// speak *as* them.
    pub fn mentioned(number: u64) -> ParticipantId {
        ParticipantId(number)
    }

    /// The number for records and wires.
    pub fn number(self) -> u64 {
        self.0
    }
}

/// Names a human being (or rather their account, or their browser) across meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub [u8; 16]);

/// What someone may do in a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Acts on anyone and on the meeting itself. There is exactly one.
    Host,
    /// Acts on participants, the lobby and the policy.
    CoHost,
    /// Takes part.
    Participant,
}

/// A microphone or a camera, as its owner reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Device {
    /// There is one, and the browser may use it.
    pub available: bool,
    /// It is switched on.
    pub enabled: bool,
}

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// The microphone.
    Microphone,
    /// The camera.
    Camera,
}

/// What a client tells clients of its own kind about its user. It is carried as
/// it came, and whoever is of another kind goes by the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The kind of client that understands it.
    pub kind: Cow<'static, str>,
    /// JSON, as the client wrote it.
    pub text: Arc<str>,
}

/// What a participant is sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Media {
    /// Their voice.
    pub microphone: Device,
    /// Their picture.
    pub camera: Device,
    /// Whether they share their screen.
    pub screen: bool,
}

/// A participant, as the others see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Their id in this meeting.
    pub id: ParticipantId,
    /// The name they chose.
    pub name: String,
    /// What their client tells others of its kind.
    pub card: Option<Card>,
    /// What they may do.
    pub role: Role,
    /// What they may use, if that is not as the policy says.
    pub rights: Option<Rights>,
    /// What they send.
    pub media: Media,
    /// When they raised their hand, if it is up.
    pub hand: Option<Timestamp>,
    /// Whether they are connected; `false` while their seat is kept for them.
    pub connected: bool,
    /// When they came in.
    pub joined_at: Timestamp,
    /// The other installation they came from, if they did.
    pub installation: Option<Arc<str>>,
}

//! How each kind of client spells what a meeting understands.
//!
//! One module per dialect. A dialect never touches a socket and never sees
//! another dialect; adding one adds a module and a line in [`dialect_for`].
//! [`rest`] holds the bodies of the REST interface.

mod native;
pub mod rest;
mod text;

use std::borrow::Cow;

use hearth_core::{Code, Command, Event, Refusal, ResumeToken};
use serde_json::value::RawValue;

pub use native::export_types;
pub use text::{hex, unhex};

/// One Socket.IO event: a name and its positional arguments.
#[derive(Debug, Clone)]
pub struct Packet {
    /// The event's name.
    pub name: Cow<'static, str>,
    /// The arguments, in order, as they were or will be on the wire.
    pub args: Vec<Box<RawValue>>,
}

/// What a client asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// To look on at the meeting with this code.
    Enter {
        /// The meeting.
        code: Code,
    },
    /// To get back to a seat that was kept.
    Resume {
        /// The meeting.
        code: Code,
        /// What proves that the seat is theirs.
        token: ResumeToken,
        /// The last event heard; `None` when everything is forgotten.
        after: Option<u64>,
    },
    /// Something for the meeting to decide.
    Act(Command),
}

/// What a request came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It was done.
    Done,
    /// The client looks on, or is back, and this is how to come back again.
    Seated {
        /// The client's id in the meeting.
        you: hearth_core::ParticipantId,
        /// What proves that the seat is theirs.
        token: ResumeToken,
    },
    /// It was turned down, and nothing has changed.
    Refused(Rejection),
}

/// Why a request was turned down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rejection {
    /// The meeting decided so.
    ByMeeting(Refusal),
    /// There is no meeting with this code.
    NoSuchMeeting,
    /// The connection belongs to no meeting yet.
    NotEntered,
    /// The connection belongs to a meeting already.
    AlreadyEntered,
    /// The request does not have the expected shape.
    BadRequest,
    /// The client asks too fast.
    TooManyRequests,
    /// The server cannot do it now: it is stopping, or its disk is full.
    Unavailable,
}

/// What a connection is told that is not an event of its seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The seat was resumed over another connection; this one has none now.
    Replaced,
    /// The server is about to stop, and may come back.
    Stopping,
}

/// One way of speaking to a meeting.
pub trait Dialect: Send {
    /// Reads what a client sent. `Ok(None)` means "understood, nothing to do".
    fn decode(&mut self, packet: Packet) -> Result<Option<Request>, DecodeError>;

    /// Spells an event the way this client expects it. `sequence` counts the
    /// events told to this client's seat from 1.
    fn encode(&mut self, sequence: u64, event: &Event) -> Vec<Packet>;

    /// Spells a notice, for clients that have words for it.
    fn notice(&mut self, notice: Notice) -> Vec<Packet>;

    /// Spells the answer to a request, for clients that wait for one.
    fn answer(&mut self, answer: &Answer) -> Option<Box<RawValue>>;
}

/// Why a packet could not be read.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// The dialect has no such event.
    #[error("unknown event {0:?}")]
    UnknownEvent(String),
    /// The arguments do not have the expected shape.
    #[error("bad arguments for {event:?}: {source}")]
    BadArguments {
        /// The event's name.
        event: String,
        /// What the decoder objected to.
        source: serde_json::Error,
    },
}

/// Picks the dialect a namespace speaks.
pub fn dialect_for(namespace: &str) -> Option<Box<dyn Dialect>> {
    match namespace {
        "/" => Some(Box::new(native::Native)),
        _ => None,
    }
}

impl From<Refusal> for Rejection {
    fn from(refusal: Refusal) -> Rejection {
        Rejection::ByMeeting(refusal)
    }
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Rejection::ByMeeting(refusal) => return refusal.fmt(f),
            Rejection::NoSuchMeeting => "There is no meeting with this code. Check the code.",
            Rejection::NotEntered => "Enter a meeting first.",
            Rejection::AlreadyEntered => "You are in a meeting already. Leave it first.",
            Rejection::BadRequest => "The server did not understand this request.",
            Rejection::TooManyRequests => "This is too fast. Wait a moment.",
            Rejection::Unavailable => "The server cannot do this now. Try again in a moment.",
        })
    }
}

//! How each kind of client spells what a meeting understands.
//!
//! One module per dialect. A dialect never touches a socket and never sees
//! another dialect; adding one adds a module and a line in [`DialectName`].
//! [`rest`] holds the bodies of the REST interface.

mod animo;
mod hellotalk;
pub mod link;
mod meetup;
mod native;
pub mod rest;
mod twalky;
mod webrtc_chat;

mod claim;
mod object;
mod object_id;
mod poll;
mod roster;
mod signal;
mod text;

use std::borrow::Cow;
use std::sync::Arc;

use hearth_core::{
    Arrival, Card, Code, Command, Event, Lifetime, LineCommand, LineEvent, LineRefusal,
    ParticipantId, PersonId, Refusal, ResumeToken, Seating, Status,
};

pub use claim::claimed;
pub use native::{
    CallCard, CallNotice, CallRequest, CallState, Caller, Deed, Device, Errand, Media, Neighbour,
    RingEnd, export_types, neighbour_person,
};
pub use object_id::{message_object_id, object_id};
pub use poll::{Choice, Poll};
pub use text::{hex, iso8601, unhex};

/// One Socket.IO event: a name and its positional arguments.
#[derive(Debug, Clone)]
pub struct Packet {
    /// The event's name.
    pub name: Cow<'static, str>,
    /// The arguments, in order: JSON as it was or will be on the wire.
    pub args: Vec<Box<str>>,
}

/// What a client asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// To be known under an id of its own choice from now on.
    Claim {
        /// The id.
        id: String,
    },
    /// To make a meeting; refused if there is one with this code.
    Make {
        /// Its code.
        code: Code,
        /// What it is to be.
        new: NewMeeting,
    },
    /// To look on at the meeting with this code.
    Enter {
        /// The meeting.
        code: Code,
        /// What to make if there is no such meeting.
        or_make: Option<NewMeeting>,
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
    /// To give up this client's place in a meeting; the person's other clients
    /// may stay on the same seat.
    Leave {
        /// The meeting.
        code: Code,
    },
    /// Something for a meeting to decide.
    Act {
        /// The meeting; may be left out by who can only be in one.
        code: Option<Code>,
        /// What is asked of it.
        command: Command,
    },
    /// To read the notes of the meeting that the connection belongs to.
    OpenNotes,
    /// To be online among the clients of this dialect.
    Arrive {
        /// What they will know.
        card: Card,
        /// What becomes of the person's other connections.
        arrival: Arrival,
    },
    /// Not to be online any more.
    Depart,
    /// To hear who is on the network, now and whenever it changes. Nobody but the
    /// people at this computer may.
    Watch,
    /// Something about calls that pages at this computer hold.
    Calls(CallRequest),
    /// Something for the switchboard to decide.
    Dial(LineCommand),
    /// To ring someone for a call under a code that the server draws.
    Ring {
        /// Whom.
        to: PersonId,
        /// What their client should know.
        note: Arc<str>,
    },
    /// Whether someone is online, and in a call.
    LookUp {
        /// Who.
        person: PersonId,
    },
}

/// A meeting that a client makes under a code of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeeting {
    /// The code as the client wrote it.
    pub spelling: String,
    /// How long it lives.
    pub lifetime: Lifetime,
}

/// What a request came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It was done.
    Done,
    /// The client looks on, or is back, and this is how to come back again.
    Seated {
        /// The client's id in the meeting.
        you: ParticipantId,
        /// What proves that the seat is theirs.
        token: ResumeToken,
    },
    /// Whether someone is online, and in a call.
    Status(Status),
    /// The notes, as a change of empty ones.
    Notes(Arc<[u8]>),
    /// It was turned down, and nothing has changed.
    Refused(Rejection),
}

/// Why a request was turned down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rejection {
    /// The meeting decided so.
    ByMeeting(Refusal),
    /// The switchboard decided so.
    BySwitchboard(LineRefusal),
    /// There is no meeting with this code.
    NoSuchMeeting,
    /// There is a meeting with this code already.
    CodeTaken,
    /// The connection belongs to no meeting yet.
    NotEntered,
    /// The connection belongs to this meeting already, or to one and can only
    /// belong to one.
    AlreadyEntered,
    /// The connection belongs to as many meetings as it may.
    TooManyMeetings,
    /// Someone at another address goes by this id.
    IdTaken,
    /// The request does not have the expected shape.
    BadRequest,
    /// The client asks too fast.
    TooManyRequests,
    /// The server cannot do it now: it is stopping, or its disk is full.
    Unavailable,
    /// It is for the people at the server's own computer.
    OnlyLocal,
    /// No page at this computer holds a call.
    NoCall,
}

/// What a connection is told that is not an event of its seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The seat was resumed over another connection; this one has none now.
    Replaced,
    /// The server is about to stop, and may come back.
    Stopping,
    /// These are on the network now; for who watches it.
    Nearby(Vec<Neighbour>),
    /// Something about calls that pages at this computer hold.
    Calls(CallNotice),
}

/// A client, as the server knows it when it connects.
#[derive(Debug, Clone)]
pub struct Client {
    /// The id by which it knows its own socket.
    pub socket: String,
    /// The person, as the server recognised them.
    pub person: PersonId,
    /// The name of their account, if they have one.
    pub username: Option<String>,
}

/// How the clients of a dialect take part in meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// How they sit.
    pub seating: Seating,
    /// Whether they know how to wait in a lobby.
    pub may_wait: bool,
    /// Whether they can be in several meetings at once.
    pub several: bool,
}

/// What is said to a client because of what it asked.
#[derive(Debug, Default)]
pub struct Reply {
    /// The argument of the acknowledgement, for clients that wait for one.
    pub acknowledgement: Option<Box<str>>,
    /// Events for this client alone.
    pub packets: Vec<Packet>,
}

/// One way of speaking to meetings.
pub trait Dialect: Send {
    /// How its clients take part.
    fn manner(&self) -> Manner;

    /// Reads what a client sent. What it asks for is to be done in this order,
    /// until something is turned down; then [`Dialect::answer`] is to be called
    /// with what the last request came to, or with [`Answer::Done`] if nothing
    /// was asked.
    fn decode(&mut self, packet: Packet) -> Result<Vec<Request>, DecodeError>;

    /// Spells the answer to what was decoded last.
    fn answer(&mut self, answer: &Answer) -> Reply;

    /// Spells an event the way this client expects it. `sequence` counts the
    /// events told to this client's seat in this meeting from 1.
    fn encode(&mut self, code: Code, sequence: u64, event: &Event) -> Vec<Packet>;

    /// Hears an event that others of this dialect in the meeting may hear in the same
    /// words, and says in which. It need be spelt only once for all who hear it in
    /// these, by [`Dialect::encode`] of any of them. `None` where it is to be spelt for
    /// this client alone.
    fn hear_alike(&mut self, _code: Code, _event: &Event) -> Option<Wording> {
        None
    }

    /// Spells what the switchboard tells, for clients that are on one.
    fn encode_line(&mut self, _event: &LineEvent) -> Vec<Packet> {
        Vec::new()
    }

    /// Hears that the client has no seat in this meeting any more.
    fn unseated(&mut self, _code: Code) {}

    /// Spells a notice, for clients that have words for it.
    fn notice(&mut self, _notice: Notice) -> Vec<Packet> {
        Vec::new()
    }
}

/// Which of the ways to spell an event a client hears; there are few in a dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording(u8);

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
    /// The client speaks for someone else.
    #[error("{0:?} in another's name")]
    Forged(String),
}

/// The dialects there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DialectName {
    /// Hearth's own.
    Native,
    /// That of Twalky.
    Twalky,
    /// That of MeetUp.
    MeetUp,
    /// That of WebRTC chat.
    WebRtcChat,
    /// That of Animo Meet.
    Animo,
    /// That of HelloTalk.
    HelloTalk,
}

impl DialectName {
    /// All of them, Hearth's own first.
    pub const ALL: [DialectName; 6] = [
        DialectName::Native,
        DialectName::Twalky,
        DialectName::MeetUp,
        DialectName::WebRtcChat,
        DialectName::Animo,
        DialectName::HelloTalk,
    ];

    /// Its name in addresses; that of Hearth's own is empty.
    pub fn as_str(self) -> &'static str {
        match self {
            DialectName::Native => "",
            DialectName::Twalky => "twalky",
            DialectName::MeetUp => "meetup",
            DialectName::WebRtcChat => "webrtc-chat",
            DialectName::Animo => "animo",
            DialectName::HelloTalk => "hellotalk",
        }
    }

    /// Begins a conversation with a client.
    pub fn speak(self, client: &Client) -> Box<dyn Dialect> {
        match self {
            DialectName::Native => Box::new(native::Native::new(client.person)),
            DialectName::Twalky => Box::new(twalky::Twalky::new(&client.socket)),
            DialectName::MeetUp => Box::new(meetup::MeetUp::default()),
            DialectName::WebRtcChat => Box::new(webrtc_chat::WebRtcChat::new(client)),
            DialectName::Animo => Box::new(animo::Animo::new(&client.socket)),
            DialectName::HelloTalk => Box::new(hellotalk::HelloTalk::new(&client.socket)),
        }
    }
}

impl std::str::FromStr for DialectName {
    type Err = UnknownDialect;

    fn from_str(text: &str) -> Result<DialectName, UnknownDialect> {
        DialectName::ALL.into_iter().find(|name| name.as_str() == text).ok_or(UnknownDialect)
    }
}

/// There is no dialect of this name.
#[derive(Debug, thiserror::Error)]
#[error("the dialects are twalky, meetup, webrtc-chat, animo and hellotalk")]
pub struct UnknownDialect;

impl From<Refusal> for Rejection {
    fn from(refusal: Refusal) -> Rejection {
        Rejection::ByMeeting(refusal)
    }
}

impl From<LineRefusal> for Rejection {
    fn from(refusal: LineRefusal) -> Rejection {
        Rejection::BySwitchboard(refusal)
    }
}

impl std::fmt::Display for Rejection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Rejection::ByMeeting(refusal) => return refusal.fmt(f),
            Rejection::BySwitchboard(refusal) => return refusal.fmt(f),
            Rejection::NoSuchMeeting => "There is no meeting with this code. Check the code.",
            Rejection::CodeTaken => "There is a meeting with this code. Choose another code.",
            Rejection::NotEntered => "Enter a meeting first.",
            Rejection::AlreadyEntered => "You are in a meeting already. Leave it first.",
            Rejection::TooManyMeetings => "You are in too many meetings. Leave one first.",
            Rejection::IdTaken => "Someone else goes by this id. Choose another.",
            Rejection::BadRequest => "The server did not understand this request.",
            Rejection::TooManyRequests => "This is too fast. Wait a moment.",
            Rejection::Unavailable => "The server cannot do this now. Try again in a moment.",
            Rejection::OnlyLocal => "This can only be done at the server's own computer.",
            Rejection::NoCall => "There is no call on this computer any more.",
        })
    }
}

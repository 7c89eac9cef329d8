//! What a meeting is, and what a call, with no idea of how anyone is connected.
//!
//! A [`Meeting`] is a state machine, and so is the [`Switchboard`], where people
//! ring each other. Commands go in, and out come the effects that somebody else
//! carries out: events to tell, records to keep, connections to close. Neither
//! reads a clock, draws a random number, opens a socket or holds a lock, so every
//! behaviour can be tried by calling it.

mod code;
mod command;
mod effect;
mod event;
mod file;
mod limits;
mod log;
mod meeting;
mod participant;
mod policy;
mod poll;
mod refusal;
mod signal;
mod switchboard;
mod text;
mod time;

pub use code::{Code, InvalidCode, InvalidTag, Tag};
pub use command::Command;
pub use effect::{Effect, Record};
pub use event::{Departure, Event, Message, MessageState, Recipient, Waiter};
pub use file::{FileCommand, FileEvent, FileOffer, Keeping};
pub use limits::Limits;
pub use log::{HostAction, LogEntry, Outcast, Setting};
pub use meeting::{Lifetime, Meeting, Opening, ResumeToken, Seating, Visitor};
pub use participant::{Card, Device, Media, Participant, ParticipantId, PersonId, Role, Source};
pub use policy::{Policy, Rights};
pub use poll::{Poll, Question, Vote};
pub use refusal::Refusal;
pub use signal::{Form, Signal};
pub use switchboard::{
    Announce, Arrival, EndReason, LineCommand, LineEffect, LineEvent, LineId, LineRefusal, Online,
    Status, Switchboard, SwitchboardLimits,
};
pub use text::display_name;
pub use time::{Now, Timestamp};

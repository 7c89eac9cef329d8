//! What a meeting wants done.

use std::sync::Arc;

use crate::{
    Event, LogEntry, Message, Outcast, ParticipantId, PersonId, Policy, Poll, Timestamp, Vote,
};

/// Something a meeting wants done in the outside world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Deliver an event to one connected client.
    Tell {
        /// To whom.
        to: ParticipantId,
        /// The event's place among those of this seat, from 1, so that a
        /// client can say how far it heard.
        sequence: u64,
        /// The event.
        event: Arc<Event>,
    },
    /// Close the connection of someone who is no longer part of this, once
    /// everything told to them is delivered.
    Close {
        /// Whose.
        who: ParticipantId,
    },
    /// Keep this for the history.
    Remember(Record),
    /// Keep the notes for the history, as they are once they are changed so.
    KeepNotes {
        /// The change.
        update: Arc<[u8]>,
    },
}

/// Something to keep for the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// Someone came in.
    Came {
        /// Their id in this meeting.
        participant: ParticipantId,
        /// The person behind it.
        person: PersonId,
        /// The name they chose.
        name: String,
        /// When.
        at: Timestamp,
    },
    /// Someone left.
    Went {
        /// Their id in this meeting.
        participant: ParticipantId,
        /// When.
        at: Timestamp,
    },
    /// Something was said.
    Said(Arc<Message>),
    /// Someone has seen the chat of a room that lasts, up to this line.
    Looked {
        /// Who.
        person: PersonId,
        /// The number of the last line there was.
        message: u64,
    },
    /// What was said has other words, or none any more. Of the old ones nothing
    /// is to be kept.
    MessageChanged(Arc<Message>),
    /// Something was asked; nobody has voted yet.
    PollOpened(Arc<Poll>),
    /// Somebody chose something, or, without a vote, nothing any more.
    Voted {
        /// The poll's number.
        poll: u64,
        /// Who.
        person: PersonId,
        /// What they chose.
        vote: Option<Vote>,
    },
    /// Nobody can vote any more.
    PollClosed {
        /// The poll's number.
        poll: u64,
    },
    /// A poll is gone, and nothing of it is to be kept.
    PollDeleted {
        /// The poll's number.
        poll: u64,
    },
    /// A file that was kept is not to be any more; of it nothing is to be left.
    FileWithdrawn(u64),
    /// The settings changed.
    PolicyChanged(Policy),
    /// The code no longer lets this person in.
    Removed {
        /// The person.
        person: PersonId,
        /// As whom they were in.
        outcast: Outcast,
    },
    /// The code lets in again whoever was removed as this participant.
    LetBack(ParticipantId),
    /// A host or co-host did something.
    Logged(Arc<LogEntry>),
    /// The meeting is over.
    Ended {
        /// When.
        at: Timestamp,
    },
}

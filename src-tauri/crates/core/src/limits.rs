//! The bounds of a meeting.

use std::time::Duration;

/// How large a meeting can grow, and how long things last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Participants.
    pub members: usize,
    /// People in the lobby.
    pub waiting: usize,
    /// People who look at the roster and have not joined.
    pub observers: usize,
    /// Characters of a name.
    pub name: usize,
    /// Characters of a chat message.
    pub message: usize,
    /// Bytes of a signal.
    pub signal: usize,
    /// Bytes of a card.
    pub card: usize,
    /// Bytes of one change of the notes.
    pub notes_update: usize,
    /// Chat messages that a newcomer is shown, and that can be answered, edited
    /// and deleted.
    pub chat: usize,
    /// Files that are offered or kept.
    pub files: usize,
    /// Files that one participant offers.
    pub files_each: usize,
    /// Bytes of a file.
    pub file: u64,
    /// People kept out by a removal.
    pub removed: usize,
    /// Polls in a meeting.
    pub polls: usize,
    /// Characters of a poll's question, and of each choice.
    pub question: usize,
    /// Choices of a poll.
    pub choices: usize,
    /// People who vote in a poll.
    pub votes: usize,
    /// Deeds of hosts that the hosts are shown.
    pub log: usize,
    /// Events kept for a seat whose connection broke.
    pub replay_events: usize,
    /// Bytes of signals kept for a seat whose connection broke.
    pub replay_bytes: usize,
    /// How long someone counts as writing who does not say so again.
    pub typing: Duration,
    /// How long a seat is kept for a broken connection.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            members: 100,
            waiting: 50,
            observers: 100,
            name: 64,
            message: 4000,
            signal: 128 * 1024,
            card: 64 * 1024,
            notes_update: 64 * 1024,
            chat: 200,
            files: 50,
            files_each: 20,
            file: 2 * 1024 * 1024 * 1024,
            removed: 1000,
            polls: 50,
            question: 200,
            choices: 10,
            votes: 500,
            log: 200,
            replay_events: 256,
            replay_bytes: 1024 * 1024,
            typing: Duration::from_secs(6),
            grace: Duration::from_secs(30),
        }
    }
}

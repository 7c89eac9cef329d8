//! With what a meeting begins, and how long it lives.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::{FileOffer, LogEntry, Message, Outcast, PersonId, Policy, Poll};

// How long a call waits for the first one.
pub(super) const CALL: Duration = Duration::from_secs(30);

/// With what a meeting starts: nothing, or what was remembered of it.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Whose meeting it is. The owner never waits and may always become host.
    pub owner: Option<PersonId>,
    /// What it allows.
    pub policy: Policy,
    /// How long it lives.
    pub lifetime: Lifetime,
    /// Whom the code no longer lets in.
    pub removed: BTreeMap<PersonId, Outcast>,
    /// The highest participant number given out so far; 0 for a new meeting.
    pub last_participant: u64,
    /// The highest number of a chat message so far; 0 for a new meeting.
    pub last_message: u64,
    /// What was said lately, oldest first.
    pub chat: Vec<Message>,
    /// What was asked, in order of its numbers.
    pub polls: Vec<Poll>,
    /// What hosts and co-hosts did lately, oldest first.
    pub log: Vec<LogEntry>,
    /// The files that are kept, in the order in which they were offered.
    pub files: Vec<FileOffer>,
    /// How long ago it was last used.
    pub unused_for: Duration,
}

impl Opening {
    /// A new meeting of `owner`.
    pub fn new(owner: Option<PersonId>, policy: Policy, lifetime: Lifetime) -> Opening {
        Opening {
            owner,
            policy,
            lifetime,
            removed: BTreeMap::new(),
            last_participant: 0,
            last_message: 0,
            chat: Vec::new(),
            polls: Vec::new(),
            log: Vec::new(),
            files: Vec::new(),
            unused_for: Duration::ZERO,
        }
    }
}

/// How long a meeting lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lifetime {
    /// Until the last one leaves.
    Call,
    /// Until nobody has used it for so long.
    Unused(Duration),
    /// Until someone ends it.
    Lasting,
}

impl Lifetime {
    /// That of a meeting of Hearth's own.
    pub const WEEK: Lifetime = Lifetime::Unused(Duration::from_secs(7 * 24 * 60 * 60));

    /// Whether a meeting that nobody is in is over, after so long.
    pub fn is_over(self, unused_for: Duration) -> bool {
        match self {
            Lifetime::Call => unused_for >= CALL,
            Lifetime::Unused(days) => unused_for >= days,
            Lifetime::Lasting => false,
        }
    }
}

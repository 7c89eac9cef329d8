//! A seat: one client's place in a meeting, kept while its connection is lost.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;
use std::time::Instant;

use crate::{
    Card, Event, Limits, LogEntry, Media, Participant, ParticipantId, PersonId, Rights, Role,
    Timestamp, Waiter,
};

use super::{Seating, Visitor};

/// With this a client gets back to its seat. Drawn by the server from the
/// system's generator, known to that client alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ResumeToken(pub [u8; 16]);

impl fmt::Debug for ResumeToken {
    /// A secret is not for logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResumeToken(…)")
    }
}

#[derive(Debug)]
pub(super) struct Seat {
    pub(super) person: PersonId,
    pub(super) token: ResumeToken,
    pub(super) seating: Seating,
    pub(super) may_host: bool,
    pub(super) may_wait: bool,
    pub(super) must_wait: bool,
    pub(super) belongs: bool,
    pub(super) installation: Option<Arc<str>>,
    pub(super) place: Place,
    pub(super) link: Link,
    pub(super) replay: Replay,
}

#[derive(Debug)]
pub(super) enum Place {
    Observing,
    // Not in, with the chat open.
    Reading { name: String },
    Waiting { name: String, card: Option<Card>, media: Media },
    In(Member),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    Connected { clients: usize },
    Lost { until: Instant },
}

#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) card: Option<Card>,
    pub(super) role: Role,
    pub(super) rights: Option<Rights>,
    pub(super) media: Media,
    pub(super) hand: Option<Timestamp>,
    pub(super) joined_at: Timestamp,
    pub(super) typing: Option<Typing>,
}

/// For whom someone writes, and when they count as having stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Typing {
    pub(super) to: Option<ParticipantId>,
    pub(super) until: Instant,
}

impl Seat {
    pub(super) fn new(visitor: Visitor, limits: Limits) -> Seat {
        Seat {
            person: visitor.person,
            token: visitor.token,
            seating: visitor.seating,
            may_host: visitor.may_host,
            may_wait: visitor.may_wait,
            must_wait: visitor.must_wait,
            belongs: visitor.belongs,
            installation: visitor.installation,
            place: Place::Observing,
            link: Link::Connected { clients: 1 },
            replay: Replay {
                events: VecDeque::new(),
                told: 0,
                bytes: 0,
                most_events: visitor.seating.replay_events(limits),
                most_bytes: limits.replay_bytes,
            },
        }
    }

    pub(super) fn is_connected(&self) -> bool {
        matches!(self.link, Link::Connected { .. })
    }

    pub(super) fn member(&self) -> Option<&Member> {
        match &self.place {
            Place::In(member) => Some(member),
            Place::Observing | Place::Reading { .. } | Place::Waiting { .. } => None,
        }
    }

    pub(super) fn waiter(&self, id: ParticipantId, name: &str) -> Waiter {
        Waiter { id, name: name.to_owned(), installation: self.installation.clone() }
    }

    pub(super) fn participant(&self, id: ParticipantId) -> Option<Participant> {
        let member = self.member()?;
        Some(Participant {
            id,
            name: member.name.clone(),
            card: member.card.clone(),
            role: member.role,
            rights: member.rights,
            media: member.media,
            hand: member.hand,
            connected: self.is_connected(),
            joined_at: member.joined_at,
            installation: self.installation.clone(),
        })
    }
}

impl Place {
    /// Whether they are neither in nor in the lobby.
    pub(super) fn looks_on(&self) -> bool {
        matches!(self, Place::Observing | Place::Reading { .. })
    }

    /// Whether they have the chat before them, inside or not.
    pub(super) fn reads(&self) -> bool {
        matches!(self, Place::Reading { .. } | Place::In(_))
    }
}

impl Seating {
    /// How many events are kept for a client that may come back.
    fn replay_events(self, limits: Limits) -> usize {
        match self {
            Seating::Kept => limits.replay_events,
            Seating::Shared | Seating::Brief => 0,
        }
    }
}

/// The last events told to a seat, so that a client which resumes misses none.
#[derive(Debug)]
pub(super) struct Replay {
    events: VecDeque<Arc<Event>>,
    told: u64,
    bytes: usize,
    most_events: usize,
    most_bytes: usize,
}

impl Replay {
    /// Keeps one more event, if any are, and returns its sequence number.
    pub(super) fn push(&mut self, event: &Arc<Event>) -> u64 {
        if self.most_events > 0 {
            self.keep(Arc::clone(event));
        }
        self.told += 1;
        self.told
    }

    fn keep(&mut self, event: Arc<Event>) {
        if tells_all(&event) {
            self.events.clear();
            self.bytes = 0;
        }
        self.bytes += weight(&event);
        self.events.push_back(event);
        while self.events.len() > self.most_events || self.bytes > self.most_bytes {
            let Some(oldest) = self.events.pop_front() else { break };
            self.bytes -= weight(&oldest);
        }
    }

    /// The events after number `after`, or `None` when some of them are
    /// forgotten or `after` was never told.
    pub(super) fn since(
        &self,
        after: u64,
    ) -> Option<impl Iterator<Item = (u64, Arc<Event>)> + use<>> {
        let missed = usize::try_from(self.told.checked_sub(after)?).ok()?;
        let skip = self.events.len().checked_sub(missed)?;
        let events: Vec<_> = self.events.iter().skip(skip).cloned().collect();
        Some((after + 1..).zip(events))
    }
}

/// Whether whoever hears this needs nothing that was told before. It is also
/// what grows with the meeting, so no more than one is kept.
fn tells_all(event: &Event) -> bool {
    matches!(
        event,
        Event::Roster { .. } | Event::ChatOpened { .. } | Event::Waiting | Event::Welcome { .. }
    )
}

fn weight(event: &Event) -> usize {
    match event {
        Event::Signalled { signal, .. } => signal.text.len(),
        Event::NotesEdited { update, .. } => update.len(),
        Event::Said(message) | Event::MessageChanged(message) => message.text.len(),
        Event::PollChanged(poll) => {
            let names: usize = poll.votes.values().map(|vote| vote.name.len()).sum();
            let choices: usize = poll.question.choices.iter().map(String::len).sum();
            poll.question.text.len() + choices + names
        }
        Event::Entrusted { waiting, removed, log } => {
            let waiting = waiting.iter().map(|it| it.name.len());
            let names = removed.iter().map(|it| it.name.len()).chain(waiting);
            names.sum::<usize>() + log.len() * size_of::<LogEntry>()
        }
        _ => 0,
    }
}

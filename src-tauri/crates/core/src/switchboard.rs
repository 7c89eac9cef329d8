//! Who is online and who rings whom, as a state machine.
//!
//! Two people talk in a call of their own, for which they must both be free:
//!
//! ```text
//!          Ring               Accept
//!   free ────────► ringing ────────────► talking
//!    ▲  Reject, End,  │   End, a party's    │
//!    └─ 30 s, or ─────┴─── last line lost ──┘
//! ```
//!
//! In a room anyone rings everyone else, and may be in calls of other rooms too;
//! such a call lives while someone is in it and another is at least rung.

mod call;
mod command;
mod event;
mod group;
mod limits;
mod pair;
mod presence;
mod refusal;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Instant;

use crate::{Code, Now, PersonId};
use call::Call;
use presence::Attendee;

pub use command::LineCommand;
pub use event::{EndReason, LineEffect, LineEvent, Online};
pub use limits::SwitchboardLimits;
pub use refusal::LineRefusal;

/// Names one connected client. Ids only grow, and none is used twice.
///
/// Only a [`Switchboard`] mints these, so a client can never speak for someone
/// else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineId(u64);

/// People of one kind of client, and the calls between them. Give it commands,
/// carry out its effects, wake it when it asks.
#[derive(Debug)]
pub struct Switchboard {
    announce: Announce,
    limits: SwitchboardLimits,
    next_line: u64,
    lines: BTreeMap<LineId, PersonId>,
    // Looked up for every signal, and never gone through in the order of ids.
    people: HashMap<PersonId, Attendee>,
    calls: BTreeMap<Code, Call>,
    // The pair calls that nobody answered yet, soonest due first.
    ringing: BTreeSet<(Instant, Code)>,
    // What the command being handled has caused so far.
    effects: Vec<LineEffect>,
}

/// Whom a switchboard tells who is online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Announce {
    /// Everyone, whenever someone comes or goes.
    ToAll,
    /// Nobody; whoever wants to know asks for someone's [`Status`].
    Nobody,
}

/// What becomes of the lines a person has when they arrive on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Arrival {
    /// They stay.
    Beside,
    /// They are replaced, and the calls on them end.
    Instead,
}

/// Whether someone can be rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Status {
    /// They have a line.
    pub online: bool,
    /// They are in a call, ring someone, or are rung.
    pub in_call: bool,
}

impl Switchboard {
    /// Opens a switchboard on which nobody is yet.
    pub fn open(announce: Announce, limits: SwitchboardLimits) -> Switchboard {
        Switchboard {
            announce,
            limits,
            next_line: 1,
            lines: BTreeMap::new(),
            people: HashMap::new(),
            calls: BTreeMap::new(),
            ringing: BTreeSet::new(),
            effects: Vec::new(),
        }
    }

    /// Applies one command, and says what should happen because of it.
    pub fn handle(
        &mut self,
        now: Now,
        from: LineId,
        command: LineCommand,
    ) -> Result<Vec<LineEffect>, LineRefusal> {
        let outcome = self.apply(now, from, command);
        debug_assert!(outcome.is_ok() || self.effects.is_empty(), "refused means unchanged");
        outcome.map(|()| self.take_effects())
    }

    /// Ends the ringing that went on for too long.
    pub fn wake(&mut self, now: Now) -> Vec<LineEffect> {
        while let Some((until, call)) = self.ringing.first().copied()
            && until <= now.instant
        {
            self.give_up(now, call);
        }
        self.take_effects()
    }

    /// When to call [`Switchboard::wake`] next, if nothing happens before.
    pub fn next_wake(&self) -> Option<Instant> {
        self.ringing.first().map(|(until, _)| *until)
    }

    /// Whether someone is online, and free.
    pub fn status(&self, person: PersonId) -> Status {
        let attendee = self.people.get(&person);
        Status { online: attendee.is_some(), in_call: attendee.is_some_and(Attendee::is_busy) }
    }

    /// The calls that someone is in, rings or is rung in.
    pub fn calls_of(&self, person: PersonId) -> impl Iterator<Item = Code> {
        self.people.get(&person).into_iter().flat_map(|it| it.calls.iter().copied())
    }

    /// How many people are online.
    pub fn online_count(&self) -> usize {
        self.people.len()
    }

    fn apply(&mut self, now: Now, line: LineId, command: LineCommand) -> Result<(), LineRefusal> {
        let from = *self.lines.get(&line).ok_or(LineRefusal::NotConnected)?;
        match command {
            LineCommand::Invite { call, people, note } => self.invite(from, call, people, note),
            LineCommand::Signal { to, signal } => self.signal(from, to, signal),
            LineCommand::End { call } => self.end(now, from, call),
            LineCommand::Ring { call, to, note } => self.ring(now, from, call, to, note),
            LineCommand::Accept { call, caller } => self.accept(from, call, caller),
            LineCommand::Reject { call, caller } => self.reject(from, call, caller),
            LineCommand::Fail { call, reason } => self.fail(now, from, call, reason),
            LineCommand::RingRoom { call, people, note } => {
                self.ring_room(from, call, people, note)
            }
            LineCommand::AcceptFrom { to } => self.accept_from(from, to),
            LineCommand::RejectFrom { to } => self.reject_from(from, to),
            LineCommand::LeaveRoom { call } => self.leave_room(now, from, call),
        }
    }

    fn take_effects(&mut self) -> Vec<LineEffect> {
        std::mem::take(&mut self.effects)
    }

    /// Tells someone, on all their lines.
    fn tell(&mut self, person: PersonId, event: impl Into<Arc<LineEvent>>) {
        let Some(attendee) = self.people.get(&person) else { return };
        let event = event.into();
        let told = attendee.lines.iter().map(|to| event.to(*to));
        self.effects.extend(told);
    }
}

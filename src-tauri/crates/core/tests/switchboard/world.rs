//! A switchboard and everyone on it.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use hearth_core::{
    Announce, Arrival, Card, Code, LineCommand, LineEffect, LineEvent, LineId, LineRefusal, Now,
    PersonId, Switchboard, SwitchboardLimits, Timestamp,
};

use crate::deeds::{About, Deed};
use crate::lines::Lines;
use crate::parties::Parties;

const RINGING: Duration = Duration::from_secs(30);

// So small that every bound is met.
const LIMITS: SwitchboardLimits = SwitchboardLimits {
    lines: 8,
    lines_each: 2,
    calls: 3,
    calls_each: 2,
    people: 4,
    card: 4,
    note: 4,
    signal: 8,
    ringing: RINGING,
};

#[derive(Debug)]
pub(crate) struct World {
    board: Switchboard,
    now: Now,
    lines: Lines,
    parties: Parties,
}

impl World {
    #[expect(clippy::disallowed_methods, reason = "std has no other first moment")]
    pub(crate) fn open(announce: Announce) -> World {
        World {
            board: Switchboard::open(announce, LIMITS),
            now: Now { instant: Instant::now(), wall: Timestamp(0) },
            lines: Lines::new(announce),
            parties: Parties::default(),
        }
    }

    pub(crate) fn happen(&mut self, deed: Deed) {
        match deed {
            Deed::Arrive { person, card, arrival } => self.arrive(person, card, arrival),
            Deed::Act { line, command } => {
                if let Some(line) = self.lines.pick(line) {
                    self.act(line, command);
                }
            }
            Deed::Answer { ring, answer } => {
                let ring = self.parties.rung().nth(ring);
                self.act_about(ring, answer);
            }
            Deed::Go { party, command } => {
                let party = self.parties.held().nth(party);
                self.act_about(party, command);
            }
            Deed::Lose { line } => {
                if let Some(line) = self.lines.pick(line) {
                    self.lose(line);
                }
            }
            Deed::Pass(time) => self.pass(time),
        }
    }

    fn arrive(&mut self, person: PersonId, card: Card, arrival: Arrival) {
        let before = self.snapshot();
        match self.board.arrive(self.now, person, card.clone(), arrival) {
            Ok((line, effects)) => {
                if arrival == Arrival::Instead {
                    self.parties.drop(person);
                }
                self.lines.open(line, person, card, self.now.wall);
                self.carry_out(effects);
                self.lines.check_arrived(line, person, arrival);
            }
            Err(refusal) => self.check_unchanged(&before, refusal),
        }
    }

    fn act(&mut self, line: LineId, command: LineCommand) {
        let before = self.snapshot();
        match self.board.handle(self.now, line, command.clone()) {
            Ok(effects) => {
                let who = self.lines.person(line).expect("only open lines may ask");
                if let LineCommand::Invite { .. } = command {
                    self.check_invitation(who, &effects);
                    assert_eq!(self.snapshot(), before, "an invitation has no consequences");
                    return;
                }
                self.parties.did(who, &command);
                self.carry_out(effects);
            }
            Err(refusal) => self.check_unchanged(&before, refusal),
        }
    }

    fn act_about(&mut self, party: Option<(Code, PersonId)>, command: About) {
        let Some((call, who)) = party else { return };
        let other = self.parties.other(call, who).expect("a call has two at least");
        let line = self.lines.of(who).next().expect("only who is online is in calls");
        self.act(line, command(call, other));
    }

    fn lose(&mut self, line: LineId) {
        let effects = self.board.disconnect(self.now, line);
        if let Some(gone) = self.lines.close(line) {
            self.parties.drop(gone);
        }
        self.carry_out(effects);
    }

    fn pass(&mut self, time: Duration) {
        self.now.instant += time;
        self.now.wall.0 += u64::try_from(time.as_millis()).expect("not that long");
        let effects = self.board.wake(self.now);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<LineEffect>) {
        let (mut heard, mut missed) = (BTreeSet::new(), BTreeSet::new());
        for effect in effects {
            match effect {
                LineEffect::Tell { to, event } => {
                    let who = self.lines.hear(to, &event);
                    if heard.insert((who, Arc::as_ptr(&event))) {
                        self.parties.hear(who, &event);
                    }
                }
                LineEffect::Missed { call, from, to, at, .. } => {
                    assert_ne!(from, to, "nobody rings themselves");
                    assert_eq!(at, self.now.wall, "noted when the ringing stopped");
                    assert!(missed.insert((call, to)), "nobody misses a call twice");
                }
            }
        }
        self.parties.settle();
        assert_eq!(missed, self.parties.take_missed(), "who did not answer missed it");
    }

    fn check_invitation(&mut self, from: PersonId, effects: &[LineEffect]) {
        for effect in effects {
            let LineEffect::Tell { to, event } = effect else { panic!("nothing is missed") };
            assert!(matches!(**event, LineEvent::Ringing { .. }), "it rings, and no more");
            assert_ne!(self.lines.hear(*to, event), from, "nobody invites themselves");
        }
    }

    /// What is true after whatever happened.
    pub(crate) fn check(&self) {
        self.lines.check();
        self.parties.check(LIMITS.calls, LIMITS.people);
        assert!(self.lines.count() <= LIMITS.lines, "too many lines");
        assert_eq!(self.board.online_count(), self.lines.online().count(), "people count");
        for person in (0..6).map(|number| PersonId([number; 16])) {
            let status = self.board.status(person);
            let (lines, calls) = (self.lines.of(person), self.parties.calls_of(person));
            let calls: Vec<_> = calls.collect();
            let lines = lines.count();
            assert!(lines <= LIMITS.lines_each, "too many lines of one person");
            assert!(calls.len() <= LIMITS.calls_each, "too many calls of one person");
            assert_eq!(status.online, lines > 0, "whoever has a line is online");
            assert_eq!(status.in_call, !calls.is_empty(), "whoever has a call is busy");
            assert!(self.board.calls_of(person).eq(calls), "and knows it");
        }
        let due = self.board.next_wake().map(|at| at - self.now.instant);
        assert_eq!(due.is_some(), self.parties.is_ringing(), "what rings will stop");
        assert!(due.is_none_or(|rest| rest > Duration::ZERO && rest <= RINGING), "in time");
    }

    /// All ringing stops, and everyone goes.
    pub(crate) fn wind_down(&mut self) {
        self.pass(RINGING);
        self.check();
        assert_eq!(self.board.next_wake(), None, "nothing rings for ever");
        while let Some(line) = self.lines.pick(0).filter(|line| self.lines.person(*line).is_some())
        {
            self.lose(line);
            self.check();
        }
        assert_eq!(self.board.online_count(), 0, "who came has gone");
    }

    fn check_unchanged(&self, before: &str, refusal: LineRefusal) {
        assert_eq!(self.snapshot(), before, "refused means unchanged: {refusal:?}");
    }

    fn snapshot(&self) -> String {
        format!("{:?}", self.board)
    }
}

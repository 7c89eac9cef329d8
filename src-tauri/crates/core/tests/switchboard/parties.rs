//! Who is in which call, as far as one can tell from what people did and heard.

use std::collections::BTreeSet;

use hearth_core::{Code, EndReason, LineCommand, LineEvent, PersonId};

/// The calls there are.
#[derive(Debug, Default)]
pub(crate) struct Parties {
    /// Everyone who is in a call, rings or is rung.
    held: BTreeSet<(Code, PersonId)>,
    /// Everyone who is rung and has not answered yet.
    rung: BTreeSet<(Code, PersonId)>,
    /// The calls of two.
    pairs: BTreeSet<Code>,
    /// Who has just missed a call.
    missed: BTreeSet<(Code, PersonId)>,
}

impl Parties {
    /// Someone asked for this, and it was not refused.
    pub(crate) fn did(&mut self, who: PersonId, command: &LineCommand) {
        match command {
            LineCommand::Ring { call, .. } => {
                assert!(self.calls_of(who).next().is_none(), "only the free ring");
                self.held.insert((*call, who));
                self.pairs.insert(*call);
            }
            LineCommand::RingRoom { call, .. } => {
                assert!(!self.pairs.contains(call), "a call of two stays one");
                self.held.insert((*call, who));
                self.rung.remove(&(*call, who));
            }
            LineCommand::LeaveRoom { call } | LineCommand::End { call } => {
                self.rung.remove(&(*call, who));
                assert!(self.held.remove(&(*call, who)), "only a party leaves or ends");
            }
            LineCommand::Invite { .. }
            | LineCommand::Accept { .. }
            | LineCommand::Reject { .. }
            | LineCommand::Fail { .. }
            | LineCommand::AcceptFrom { .. }
            | LineCommand::RejectFrom { .. }
            | LineCommand::Signal { .. } => {}
        }
    }

    /// Someone's last line is none any more.
    pub(crate) fn drop(&mut self, who: PersonId) {
        for call in self.calls_of(who).collect::<Vec<_>>() {
            self.held.remove(&(call, who));
            self.miss(call, who);
        }
    }

    pub(crate) fn hear(&mut self, who: PersonId, event: &LineEvent) {
        match event {
            LineEvent::Ringing { call, from, .. } => {
                assert!(self.held.contains(&(*call, *from)), "who rings is in");
                self.held.insert((*call, who));
                self.rung.insert((*call, who));
            }
            LineEvent::RingStarted { call, to } => {
                assert!(self.rung.contains(&(*call, *to)), "after it rang");
            }
            LineEvent::Accepted { call, by } => {
                assert!(self.held.contains(&(*call, who)), "one hears of one's own calls");
                assert!(self.held.contains(&(*call, *by)), "only who is rung accepts");
                self.rung.remove(&(*call, *by));
            }
            LineEvent::Rejected { call, by } => {
                self.rung.remove(&(*call, *by));
                self.held.remove(&(*call, *by));
            }
            LineEvent::Ended { call, by, reason } => {
                let is_known = self.held.remove(&(*call, who)) || who == *by;
                assert!(is_known, "one hears of one's own calls, {event:?}");
                if who != *by || *reason != EndReason::HungUp {
                    self.miss(*call, who);
                }
            }
            LineEvent::Signalled { from, .. } => {
                let mut shared =
                    self.calls_of(*from).filter(|call| self.held.contains(&(*call, who)));
                assert!(shared.next().is_some(), "signals stay in the call");
                assert_ne!(who, *from, "nobody signals to themselves");
            }
            LineEvent::Replaced
            | LineEvent::Present { .. }
            | LineEvent::Came(_)
            | LineEvent::Went { .. } => {}
        }
    }

    /// Everyone heard everything. Whoever is alone now is in no call any more.
    pub(crate) fn settle(&mut self) {
        let alone: Vec<_> =
            self.held.iter().copied().filter(|(call, _)| self.of(*call).count() == 1).collect();
        for party in alone {
            self.held.remove(&party);
            assert!(!self.rung.contains(&party), "nobody rings for the only one");
        }
        let held = &self.held;
        self.pairs.retain(|pair| held.iter().any(|(call, _)| call == pair));
    }

    pub(crate) fn take_missed(&mut self) -> BTreeSet<(Code, PersonId)> {
        std::mem::take(&mut self.missed)
    }

    /// What is true of every call.
    pub(crate) fn check(&self, most: usize, people: usize) {
        let calls: BTreeSet<_> = self.held.iter().map(|(call, _)| *call).collect();
        assert!(calls.len() <= most, "too many calls");
        for call in calls {
            let parties: Vec<_> = self.of(call).collect();
            assert!((2..=people).contains(&parties.len()), "two at least: {parties:?}");
            let is_in = |who: &PersonId| !self.rung.contains(&(call, *who));
            assert!(parties.iter().any(is_in), "someone is in");
            if self.pairs.contains(&call) {
                assert_eq!(parties.len(), 2, "a call of two");
            }
        }
    }

    pub(crate) fn calls_of(&self, who: PersonId) -> impl Iterator<Item = Code> {
        self.held.iter().filter(move |(_, party)| *party == who).map(|(call, _)| *call)
    }

    pub(crate) fn held(&self) -> impl Iterator<Item = (Code, PersonId)> {
        self.held.iter().copied()
    }

    pub(crate) fn rung(&self) -> impl Iterator<Item = (Code, PersonId)> {
        self.rung.iter().copied()
    }

    /// Someone else in a call; one who is in, if there is such.
    pub(crate) fn other(&self, call: Code, than: PersonId) -> Option<PersonId> {
        let others = self.of(call).filter(|who| *who != than);
        others.min_by_key(|who| self.rung.contains(&(call, *who)))
    }

    /// Whether any call of two rings.
    pub(crate) fn is_ringing(&self) -> bool {
        self.rung.iter().any(|(call, _)| self.pairs.contains(call))
    }

    fn of(&self, call: Code) -> impl Iterator<Item = PersonId> {
        self.held.iter().filter(move |(it, _)| *it == call).map(|(_, who)| *who)
    }

    fn miss(&mut self, call: Code, who: PersonId) {
        if self.rung.remove(&(call, who)) {
            self.missed.insert((call, who));
        }
    }
}

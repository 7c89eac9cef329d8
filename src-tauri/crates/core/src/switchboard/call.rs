//! A call, and what can be done in every kind of call.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::{Card, Code, Now, PersonId, Signal};

use super::group::Group;
use super::pair::Pair;
use super::{EndReason, LineEffect, LineEvent, LineRefusal, Switchboard};

#[derive(Debug)]
pub(super) enum Call {
    Pair(Pair),
    Group(Group),
}

/// Someone rings someone.
#[derive(Debug, Clone)]
pub(super) struct Ring {
    pub(super) from: PersonId,
    pub(super) to: PersonId,
    pub(super) tone: Tone,
}

/// What someone who is rung is told about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tone {
    /// What the caller's client tells others of its kind.
    card: Card,
    note: Arc<str>,
}

impl Call {
    fn has(&self, person: PersonId) -> bool {
        match self {
            Call::Pair(pair) => pair.has(person),
            Call::Group(group) => group.has(person),
        }
    }

    fn people(&self) -> Vec<PersonId> {
        match self {
            Call::Pair(pair) => pair.people().to_vec(),
            Call::Group(group) => group.people().collect(),
        }
    }

    fn unanswered(&self) -> Vec<Ring> {
        match self {
            Call::Pair(pair) => pair.unanswered().into_iter().collect(),
            Call::Group(group) => group.unanswered().collect(),
        }
    }
}

impl Switchboard {
    pub(super) fn invite(
        &mut self,
        from: PersonId,
        call: Code,
        people: Vec<PersonId>,
        note: Arc<str>,
    ) -> Result<(), LineRefusal> {
        self.check_note(&note)?;
        self.check_crowd(people.len())?;
        let people: BTreeSet<_> = people.into_iter().filter(|person| *person != from).collect();
        let tone = self.tone(from, note);
        self.tell_ringing(from, call, people, tone);
        Ok(())
    }

    pub(super) fn signal(
        &mut self,
        from: PersonId,
        to: PersonId,
        signal: Signal,
    ) -> Result<(), LineRefusal> {
        if from == to || !self.share_a_call(from, to) {
            return Err(LineRefusal::NotInYourCall);
        }
        if signal.text.len() > self.limits.signal {
            return Err(LineRefusal::SignalTooLarge);
        }
        self.tell(to, LineEvent::Signalled { from, signal });
        Ok(())
    }

    pub(super) fn end(&mut self, now: Now, from: PersonId, call: Code) -> Result<(), LineRefusal> {
        if !self.calls.get(&call).is_some_and(|call| call.has(from)) {
            return Err(LineRefusal::NoSuchCall);
        }
        self.end_call(now, call, from, EndReason::HungUp);
        Ok(())
    }

    fn share_a_call(&self, one: PersonId, other: PersonId) -> bool {
        let Some(other) = self.people.get(&other) else { return false };
        self.calls_of(one).any(|call| other.calls.contains(&call))
    }

    /// Takes someone who has no line any more out of their calls.
    pub(super) fn drop_calls(&mut self, now: Now, who: PersonId) {
        for code in self.calls_of(who).collect::<Vec<_>>() {
            match self.calls.get(&code) {
                Some(Call::Pair(_)) => self.end_call(now, code, who, EndReason::Disconnected),
                Some(Call::Group(_)) => self.depart(now, code, who, EndReason::Disconnected),
                None => {}
            }
        }
    }

    /// Ends a call for everyone. Whoever ended one in a room knows it already.
    pub(super) fn end_call(&mut self, now: Now, code: Code, by: PersonId, reason: EndReason) {
        let Some(call) = self.forget_call(code) else { return };
        let ended = Arc::new(LineEvent::Ended { call: code, by, reason });
        for other in call.people().into_iter().filter(|person| *person != by) {
            self.tell(other, Arc::clone(&ended));
        }
        if matches!(call, Call::Pair(_)) {
            self.tell(by, ended);
        }
        for ring in call.unanswered() {
            let declined = ring.to == by && reason == EndReason::HungUp;
            if !declined {
                self.miss(now, code, ring);
            }
        }
    }

    pub(super) fn miss(&mut self, now: Now, call: Code, ring: Ring) {
        let Ring { from, to, tone: Tone { card, note } } = ring;
        self.effects.push(LineEffect::Missed { call, from, card, to, note, at: now.wall });
    }

    /// What those are told whom someone rings, who has a line.
    pub(super) fn tone(&self, from: PersonId, note: Arc<str>) -> Tone {
        Tone { card: self.people[&from].card.clone(), note }
    }

    pub(super) fn tell_ringing(
        &mut self,
        from: PersonId,
        call: Code,
        people: impl IntoIterator<Item = PersonId>,
        Tone { card, note }: Tone,
    ) {
        let ringing = Arc::new(LineEvent::Ringing { call, from, card, note });
        for person in people {
            self.tell(person, Arc::clone(&ringing));
        }
    }

    pub(super) fn keep_call(&mut self, code: Code, call: Call) {
        for person in call.people() {
            if let Some(attendee) = self.people.get_mut(&person) {
                attendee.calls.insert(code);
            }
        }
        self.calls.insert(code, call);
    }

    pub(super) fn forget_call(&mut self, code: Code) -> Option<Call> {
        let call = self.calls.remove(&code)?;
        if let Call::Pair(pair) = &call {
            self.stop_clock(code, pair.stage);
        }
        for person in call.people() {
            self.release(person, code);
        }
        Some(call)
    }

    pub(super) fn release(&mut self, person: PersonId, code: Code) {
        if let Some(attendee) = self.people.get_mut(&person) {
            attendee.calls.remove(&code);
        }
    }

    pub(super) fn check_note(&self, note: &str) -> Result<(), LineRefusal> {
        let fits = note.len() <= self.limits.note;
        if fits { Ok(()) } else { Err(LineRefusal::NoteTooLarge) }
    }

    pub(super) fn check_crowd(&self, people: usize) -> Result<(), LineRefusal> {
        let fits = people <= self.limits.people;
        if fits { Ok(()) } else { Err(LineRefusal::TooManyPeople) }
    }

    pub(super) fn check_may_start(&self) -> Result<(), LineRefusal> {
        let may = self.calls.len() < self.limits.calls;
        if may { Ok(()) } else { Err(LineRefusal::TooManyCalls) }
    }
}

//! A call of two, who are busy from the first ring on.

use std::sync::Arc;
use std::time::Instant;

use crate::{Code, Now, PersonId};

use super::call::{Call, Ring, Tone};
use super::{EndReason, LineEvent, LineRefusal, Switchboard};

#[derive(Debug)]
pub(super) struct Pair {
    caller: PersonId,
    callee: PersonId,
    tone: Tone,
    pub(super) stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Ringing { until: Instant },
    Talking,
}

impl Pair {
    pub(super) fn has(&self, person: PersonId) -> bool {
        self.people().contains(&person)
    }

    pub(super) fn people(&self) -> [PersonId; 2] {
        [self.caller, self.callee]
    }

    pub(super) fn unanswered(&self) -> Option<Ring> {
        match self.stage {
            Stage::Ringing { .. } => {
                Some(Ring { from: self.caller, to: self.callee, tone: self.tone.clone() })
            }
            Stage::Talking => None,
        }
    }

    fn may_answer(&self, who: PersonId, caller: Option<PersonId>) -> bool {
        let is_rung = self.unanswered().is_some_and(|ring| ring.to == who);
        is_rung && caller.is_none_or(|caller| caller == self.caller)
    }
}

impl Switchboard {
    pub(super) fn ring(
        &mut self,
        now: Now,
        from: PersonId,
        call: Code,
        to: PersonId,
        note: Arc<str>,
    ) -> Result<(), LineRefusal> {
        if self.status(from).in_call {
            return Err(LineRefusal::InCall);
        }
        let callee = self.people.get(&to).ok_or(LineRefusal::NotOnline)?;
        if from == to || callee.is_busy() {
            return Err(LineRefusal::NotAvailable);
        }
        if self.calls.contains_key(&call) {
            return Err(LineRefusal::CodeTaken);
        }
        self.check_note(&note)?;
        self.check_may_start()?;

        let until = now.instant + self.limits.ringing;
        let stage = Stage::Ringing { until };
        let tone = self.tone(from, note);
        let pair = Pair { caller: from, callee: to, tone: tone.clone(), stage };
        self.keep_call(call, Call::Pair(pair));
        self.ringing.insert((until, call));
        self.tell_ringing(from, call, [to], tone);
        self.tell(from, LineEvent::RingStarted { call, to });
        Ok(())
    }

    pub(super) fn accept(
        &mut self,
        from: PersonId,
        call: Code,
        caller: Option<PersonId>,
    ) -> Result<(), LineRefusal> {
        let pair = self.rung(from, call, caller)?;
        let people = pair.people();
        let stage = std::mem::replace(&mut pair.stage, Stage::Talking);
        self.stop_clock(call, stage);
        self.tell_both(people, LineEvent::Accepted { call, by: from });
        Ok(())
    }

    pub(super) fn reject(
        &mut self,
        from: PersonId,
        call: Code,
        caller: Option<PersonId>,
    ) -> Result<(), LineRefusal> {
        let people = self.rung(from, call, caller)?.people();
        self.forget_call(call);
        self.tell_both(people, LineEvent::Rejected { call, by: from });
        Ok(())
    }

    pub(super) fn fail(
        &mut self,
        now: Now,
        from: PersonId,
        call: Code,
        reason: EndReason,
    ) -> Result<(), LineRefusal> {
        self.rung(from, call, None)?;
        self.end_call(now, call, from, reason);
        Ok(())
    }

    /// Ends a call that rang for too long.
    pub(super) fn give_up(&mut self, now: Now, call: Code) {
        if let Some(Call::Pair(pair)) = self.calls.get(&call) {
            self.end_call(now, call, pair.callee, EndReason::NoAnswer);
        }
    }

    pub(super) fn stop_clock(&mut self, call: Code, stage: Stage) {
        if let Stage::Ringing { until } = stage {
            self.ringing.remove(&(until, call));
        }
    }

    /// The call, if it rings for the sender, and the caller is whom they name.
    fn rung(
        &mut self,
        from: PersonId,
        call: Code,
        caller: Option<PersonId>,
    ) -> Result<&mut Pair, LineRefusal> {
        match self.calls.get_mut(&call) {
            Some(Call::Pair(pair)) if pair.may_answer(from, caller) => Ok(pair),
            _ => Err(LineRefusal::NoSuchCall),
        }
    }

    fn tell_both(&mut self, people: [PersonId; 2], event: LineEvent) {
        let event = Arc::new(event);
        for person in people {
            self.tell(person, Arc::clone(&event));
        }
    }
}

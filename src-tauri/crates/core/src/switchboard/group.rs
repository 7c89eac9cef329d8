//! The call in a room, into which anyone there may ring the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{Code, Now, PersonId};

use super::call::{Call, Ring, Tone};
use super::{EndReason, LineEvent, LineRefusal, Switchboard};

#[derive(Debug, Default, Clone)]
pub(super) struct Group {
    parts: BTreeMap<PersonId, Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    In,
    Rung { by: PersonId, tone: Tone },
}

impl Group {
    pub(super) fn has(&self, person: PersonId) -> bool {
        self.parts.contains_key(&person)
    }

    pub(super) fn people(&self) -> impl Iterator<Item = PersonId> {
        self.parts.keys().copied()
    }

    pub(super) fn unanswered(&self) -> impl Iterator<Item = Ring> {
        self.parts.iter().filter_map(|(to, part)| part.ring(*to))
    }

    fn is_in(&self, person: PersonId) -> bool {
        self.parts.get(&person) == Some(&Part::In)
    }

    /// Whether someone is in, and someone else at least rung.
    fn is_live(&self) -> bool {
        self.parts.len() > 1 && self.parts.values().any(|part| *part == Part::In)
    }
}

impl Part {
    fn ring(&self, to: PersonId) -> Option<Ring> {
        match self {
            Part::Rung { by, tone } => Some(Ring { from: *by, to, tone: tone.clone() }),
            Part::In => None,
        }
    }
}

impl Switchboard {
    pub(super) fn ring_room(
        &mut self,
        from: PersonId,
        call: Code,
        people: Vec<PersonId>,
        note: Arc<str>,
    ) -> Result<(), LineRefusal> {
        self.check_note(&note)?;
        self.check_crowd(people.len())?;
        let mut group = match self.calls.get(&call) {
            Some(Call::Group(group)) => group.clone(),
            Some(Call::Pair(_)) => return Err(LineRefusal::CodeTaken),
            None => self.check_may_start().map(|()| Group::default())?,
        };
        if !self.has_room_for(from, call) {
            return Err(LineRefusal::TooManyCalls);
        }
        group.parts.insert(from, Part::In);
        let mut rung = people;
        rung.retain(|person| !group.is_in(*person) && self.has_room_for(*person, call));
        rung.sort_unstable();
        rung.dedup();
        let tone = self.tone(from, note);
        let ring = Part::Rung { by: from, tone: tone.clone() };
        group.parts.extend(rung.iter().map(|person| (*person, ring.clone())));
        if !group.is_live() {
            return Err(LineRefusal::NotOnline);
        }
        self.check_crowd(group.parts.len())?;

        self.keep_call(call, Call::Group(group));
        self.tell_ringing(from, call, rung, tone);
        Ok(())
    }

    pub(super) fn accept_from(&mut self, from: PersonId, to: PersonId) -> Result<(), LineRefusal> {
        let (call, group) = self.group_with(from, to)?;
        group.parts.insert(from, Part::In);
        self.tell(to, LineEvent::Accepted { call, by: from });
        Ok(())
    }

    /// Nobody hears that the call ended if this was the last but one: whoever is
    /// left hears why they are alone.
    pub(super) fn reject_from(&mut self, from: PersonId, to: PersonId) -> Result<(), LineRefusal> {
        let (call, group) = self.group_with(from, to)?;
        group.parts.remove(&from);
        let is_live = group.is_live();
        self.release(from, call);
        if !is_live {
            self.forget_call(call);
        }
        self.tell(to, LineEvent::Rejected { call, by: from });
        Ok(())
    }

    pub(super) fn leave_room(
        &mut self,
        now: Now,
        from: PersonId,
        call: Code,
    ) -> Result<(), LineRefusal> {
        match self.calls.get(&call) {
            Some(Call::Group(group)) if group.has(from) => {
                self.depart(now, call, from, EndReason::HungUp);
                Ok(())
            }
            _ => Err(LineRefusal::NoSuchCall),
        }
    }

    /// Takes someone out of a room's call, which ends when it cannot go on
    /// without them.
    pub(super) fn depart(&mut self, now: Now, call: Code, who: PersonId, reason: EndReason) {
        let Some(Call::Group(group)) = self.calls.get_mut(&call) else { return };
        let unanswered = group.parts.remove(&who).and_then(|part| part.ring(who));
        let is_live = group.is_live();
        self.release(who, call);
        if let Some(ring) = unanswered
            && reason == EndReason::Disconnected
        {
            self.miss(now, call, ring);
        }
        if !is_live {
            self.end_call(now, call, who, reason);
        }
    }

    /// The call that has `from`, and `to` is in. Among several it is the one in
    /// which `from` has something to answer.
    fn group_with(
        &mut self,
        from: PersonId,
        to: PersonId,
    ) -> Result<(Code, &mut Group), LineRefusal> {
        let group = |code: &Code| match self.calls.get(code) {
            Some(Call::Group(group)) => Some(group),
            Some(Call::Pair(_)) | None => None,
        };
        let shared = self.calls_of(from).filter(|code| group(code).is_some_and(|it| it.is_in(to)));
        let call = shared.min_by_key(|code| group(code).is_some_and(|it| it.is_in(from)));
        match call.and_then(|code| Some((code, self.calls.get_mut(&code)?))) {
            Some((code, Call::Group(group))) if from != to => Ok((code, group)),
            _ => Err(LineRefusal::NoSuchCall),
        }
    }

    /// Whether someone is online and can be in this call beside their others.
    fn has_room_for(&self, person: PersonId, call: Code) -> bool {
        let Some(attendee) = self.people.get(&person) else { return false };
        attendee.calls.contains(&call) || attendee.calls.len() < self.limits.calls_each
    }
}

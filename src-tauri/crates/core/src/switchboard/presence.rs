//! Coming and going, and who hears of it.

use std::collections::BTreeSet;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use crate::{Card, Code, Now, PersonId, Timestamp};

use super::{Announce, Arrival, LineEffect, LineEvent, LineId, LineRefusal, Online, Switchboard};

/// Someone who is online.
#[derive(Debug)]
pub(super) struct Attendee {
    pub(super) card: Card,
    since: Timestamp,
    // Lines only grow, so this is the order of arrival.
    came_on: LineId,
    pub(super) lines: BTreeSet<LineId>,
    pub(super) calls: BTreeSet<Code>,
}

impl Attendee {
    pub(super) fn is_busy(&self) -> bool {
        !self.calls.is_empty()
    }

    fn online(&self, person: PersonId) -> Online {
        Online { person, card: self.card.clone(), since: self.since }
    }
}

impl Switchboard {
    /// Connects a client of someone, who is online from now on, if they were
    /// not before. A card that differs from their last renews it.
    pub fn arrive(
        &mut self,
        now: Now,
        person: PersonId,
        card: Card,
        arrival: Arrival,
    ) -> Result<(LineId, Vec<LineEffect>), LineRefusal> {
        self.check_may_arrive(person, &card, arrival)?;
        if arrival == Arrival::Instead {
            self.replace_lines(now, person);
        }
        let line = LineId(self.next_line);
        self.next_line += 1;
        self.lines.insert(line, person);
        match self.people.entry(person) {
            Entry::Occupied(mut known) => {
                let attendee = known.get_mut();
                attendee.lines.insert(line);
                if attendee.card == card {
                    self.announce_to(line);
                } else {
                    attendee.card = card;
                    self.announce();
                }
            }
            Entry::Vacant(place) => {
                let (lines, calls) = (BTreeSet::from([line]), BTreeSet::new());
                let attendee = Attendee { card, since: now.wall, came_on: line, lines, calls };
                let online = place.insert(attendee).online(person);
                self.announce_change(person, LineEvent::Came(online));
            }
        }
        Ok((line, self.take_effects()))
    }

    /// Hears that a client's connection broke. With the last line of theirs
    /// someone is gone, and out of their calls.
    pub fn disconnect(&mut self, now: Now, line: LineId) -> Vec<LineEffect> {
        let Some(person) = self.lines.remove(&line) else { return Vec::new() };
        let Some(attendee) = self.people.get_mut(&person) else { return Vec::new() };
        attendee.lines.remove(&line);
        if attendee.lines.is_empty() {
            self.drop_calls(now, person);
            if let Some(Attendee { card, .. }) = self.people.remove(&person) {
                self.announce_change(person, LineEvent::Went { person, card });
            }
        }
        self.take_effects()
    }

    fn check_may_arrive(
        &self,
        person: PersonId,
        card: &Card,
        arrival: Arrival,
    ) -> Result<(), LineRefusal> {
        let theirs = self.people.get(&person).map_or(0, |it| it.lines.len());
        let (all, theirs) = match arrival {
            Arrival::Beside => (self.lines.len(), theirs),
            Arrival::Instead => (self.lines.len() - theirs, 0),
        };
        if all >= self.limits.lines {
            return Err(LineRefusal::Full);
        }
        if theirs >= self.limits.lines_each {
            return Err(LineRefusal::TooManyLines);
        }
        if card.text.len() > self.limits.card {
            return Err(LineRefusal::CardTooLarge);
        }
        Ok(())
    }

    /// Takes someone's lines away while they stay online.
    fn replace_lines(&mut self, now: Now, person: PersonId) {
        self.tell(person, LineEvent::Replaced);
        let Some(attendee) = self.people.get_mut(&person) else { return };
        for line in std::mem::take(&mut attendee.lines) {
            self.lines.remove(&line);
        }
        self.drop_calls(now, person);
    }

    /// Tells everyone who is online now.
    fn announce(&mut self) {
        if self.announce == Announce::ToAll {
            let present = self.present();
            self.effects.extend(self.lines.keys().map(|to| present.to(*to)));
        }
    }

    /// Tells everyone who is online now, and the others what someone did.
    fn announce_change(&mut self, who: PersonId, change: LineEvent) {
        self.announce();
        if self.announce == Announce::ToAll {
            let change = Arc::new(change);
            let others = self.lines.iter().filter(|(_, person)| **person != who);
            self.effects.extend(others.map(|(to, _)| change.to(*to)));
        }
    }

    fn announce_to(&mut self, line: LineId) {
        if self.announce == Announce::ToAll {
            let present = self.present();
            self.effects.push(present.to(line));
        }
    }

    fn present(&self) -> Arc<LineEvent> {
        let mut people: Vec<_> = self.people.iter().collect();
        people.sort_by_key(|(_, attendee)| attendee.came_on);
        let people = people.into_iter().map(|(person, it)| it.online(*person)).collect();
        Arc::new(LineEvent::Present { people })
    }
}

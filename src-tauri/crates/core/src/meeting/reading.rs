//! The chat of a room that lasts, for those who belong to it and are not in.

use crate::{Event, ParticipantId, Record, Refusal, text};

use super::seat::{Place, Seat};
use super::{Lifetime, Meeting};

impl Meeting {
    /// Lets someone read along, and write, who only looks on. Asked again, it tells
    /// everything again, to whoever may have another name now.
    pub(super) fn open_chat(&mut self, from: ParticipantId, name: &str) -> Result<(), Refusal> {
        let seat = self.seats.get(&from).ok_or(Refusal::NotJoined)?;
        if !seat.place.looks_on() {
            return Err(Refusal::AlreadyJoined);
        }
        if !self.belongs(seat) {
            return Err(Refusal::NotJoined);
        }
        if self.is_locked_for(seat.person) {
            return Err(Refusal::Locked);
        }
        let name = text::name(name, self.limits.name)?;
        if let Some(seat) = self.seats.get_mut(&from) {
            seat.place = Place::Reading { name };
        }
        self.note_look(from);
        self.tell_chat_to(from);
        Ok(())
    }

    /// Whether someone may open the chat without coming in. What is said behind a
    /// locked door is for those behind it.
    pub(super) fn may_read(&self, seat: &Seat) -> bool {
        self.belongs(seat) && !self.is_locked_for(seat.person)
    }

    /// Whether this room is someone's: they own it, or were let in before. That
    /// they have its code is not enough.
    fn belongs(&self, seat: &Seat) -> bool {
        let is_theirs = seat.belongs || self.is_owner(seat.person);
        self.lifetime == Lifetime::Lasting && seat.may_host && !seat.must_wait && is_theirs
    }

    /// The seat of someone who has the chat open and is not in.
    pub(super) fn reader(&self, who: ParticipantId) -> Option<&Seat> {
        self.seats.get(&who).filter(|seat| matches!(seat.place, Place::Reading { .. }))
    }

    /// Everyone who reads the chat, in order of arrival: who is in, and who reads along.
    pub(super) fn readers(&self) -> Vec<ParticipantId> {
        self.at(Place::reads).collect()
    }

    pub(super) fn tell_chat_to(&mut self, who: ParticipantId) {
        let Some(seat) = self.seats.get(&who) else { return };
        let opened = Event::ChatOpened {
            owner: self.is_owner(seat.person),
            policy: self.policy,
            chat: self.chat_for(seat.person),
        };
        self.tell(who, opened);
    }

    /// The door may be locked by now. They learn it from the roster.
    pub(super) fn close_chat_to_outsiders(&mut self) {
        let outside = self.at(|place| matches!(place, Place::Reading { .. }));
        for who in outside.filter(|id| !self.may_read(&self.seats[id])).collect::<Vec<_>>() {
            self.note_look(who);
            if let Some(seat) = self.seats.get_mut(&who) {
                seat.place = Place::Observing;
            }
        }
    }

    /// Notes that whoever is in, or reads along, has had every line so far before
    /// them. It is asked for when they come to read and when they go.
    pub(super) fn note_look(&mut self, who: ParticipantId) {
        let last = self.next_message - 1;
        let Some(seat) = self.seats.get(&who) else { return };
        if self.lifetime == Lifetime::Lasting && seat.place.reads() && last > 0 {
            self.remember(Record::Looked { person: seat.person, message: last });
        }
    }
}

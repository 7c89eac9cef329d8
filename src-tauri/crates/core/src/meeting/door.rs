//! Coming in and going out: joining, the lobby, leaving, being put out.

use crate::{
    Card, Departure, Event, Media, Now, Outcast, ParticipantId, Record, Refusal, Role, text,
};

use super::seat::{Member, Place};
use super::{Life, Lifetime, Meeting, Seating};

impl Meeting {
    pub(super) fn join(
        &mut self,
        now: Now,
        from: ParticipantId,
        name: &str,
        card: Option<Card>,
        media: Media,
    ) -> Result<(), Refusal> {
        let seat = self.seats.get(&from).ok_or(Refusal::NotJoined)?;
        let person = seat.person;
        let renews = seat.seating == Seating::Shared && seat.member().is_some();
        if !renews && !seat.place.looks_on() {
            return Err(Refusal::AlreadyJoined);
        }
        let name = text::name(name, self.limits.name)?;
        self.check_card(card.as_ref())?;
        if renews {
            self.renew(from, name, card, media);
            return Ok(());
        }
        if self.is_locked_for(person) {
            return Err(Refusal::Locked);
        }
        if self.must_ask(&self.seats[&from]) {
            return self.knock(from, name, card, media);
        }
        self.check_room()?;
        self.enter(now, from, name, card, media);
        self.tell_observers();
        Ok(())
    }

    fn renew(&mut self, who: ParticipantId, name: String, card: Option<Card>, media: Media) {
        let media = self.member(who).map_or(media, |it| self.rights(it).restrain(media));
        let Some(member) = self.member_mut(who) else { return };
        (member.name, member.card, member.media) = (name, card, media);
        if let Some(participant) = self.seats[&who].participant(who) {
            self.tell_members(Event::Renewed(participant));
        }
        self.tell_observers();
    }

    fn knock(
        &mut self,
        from: ParticipantId,
        name: String,
        card: Option<Card>,
        media: Media,
    ) -> Result<(), Refusal> {
        if !self.seats[&from].may_wait {
            return Err(Refusal::MustAsk);
        }
        if self.waiting().count() >= self.limits.waiting {
            return Err(Refusal::LobbyFull);
        }
        self.note_look(from);
        let waiter = self.seats[&from].waiter(from, &name);
        self.place(from, Place::Waiting { name, card, media });
        self.tell(from, Event::Waiting);
        self.tell_hosts(Event::Knocked(waiter));
        Ok(())
    }

    fn check_room(&self) -> Result<(), Refusal> {
        if self.member_count() >= self.limits.members { Err(Refusal::Full) } else { Ok(()) }
    }

    fn enter(
        &mut self,
        now: Now,
        id: ParticipantId,
        name: String,
        card: Option<Card>,
        media: Media,
    ) {
        let Some(person) = self.seats.get(&id).map(|seat| seat.person) else { return };
        let role = self.role_on_arrival(id);
        let mut member = Member {
            name: name.clone(),
            card,
            role,
            rights: None,
            media,
            hand: None,
            joined_at: now.wall,
            typing: None,
        };
        member.media = self.rights(&member).restrain(media);
        self.place(id, Place::In(member));
        if let Life::Open { expires, .. } = &mut self.life {
            *expires = None;
        }

        self.remember(Record::Came { participant: id, person, name, at: now.wall });
        self.tell_everything_to(id);
        if let Some(participant) = self.seats[&id].participant(id) {
            self.tell_others(id, Event::Joined(participant));
        }
    }

    /// The first who may becomes host. The owner becomes host whenever they
    /// come, unless they are it already in another window that still lives.
    fn role_on_arrival(&mut self, id: ParticipantId) -> Role {
        if !self.seats[&id].may_host {
            return Role::Participant;
        }
        let Some(host) = self.host() else { return Role::Host };
        let owner_arrives = self.is_owner(self.seats[&id].person);
        let seat = &self.seats[&host];
        if !owner_arrives || (self.is_owner(seat.person) && seat.is_connected()) {
            return Role::Participant;
        }
        self.give_role(host, Role::CoHost);
        Role::Host
    }

    pub(super) fn admit(
        &mut self,
        now: Now,
        from: ParticipantId,
        who: ParticipantId,
    ) -> Result<(), Refusal> {
        self.check_may_admit(from)?;
        if !self.waiting().any(|id| id == who) {
            return Err(Refusal::NoSuchParticipant);
        }
        self.check_room()?;
        self.let_in(now, who);
        self.tell_observers();
        Ok(())
    }

    pub(super) fn admit_all(&mut self, now: Now, from: ParticipantId) -> Result<(), Refusal> {
        self.check_may_admit(from)?;
        let waiting: Vec<_> = self.waiting().collect();
        if self.member_count() + waiting.len() > self.limits.members {
            return Err(Refusal::Full);
        }
        for who in waiting {
            self.let_in(now, who);
        }
        self.tell_observers();
        Ok(())
    }

    fn let_in(&mut self, now: Now, who: ParticipantId) {
        let Some(seat) = self.seats.get_mut(&who) else { return };
        match std::mem::replace(&mut seat.place, Place::Observing) {
            Place::Waiting { name, card, media } => {
                self.tell_hosts(Event::KnockAnswered { who });
                self.enter(now, who, name, card, media);
            }
            elsewhere => seat.place = elsewhere,
        }
    }

    pub(super) fn deny(&mut self, from: ParticipantId, who: ParticipantId) -> Result<(), Refusal> {
        self.check_may_admit(from)?;
        if !self.waiting().any(|id| id == who) {
            return Err(Refusal::NoSuchParticipant);
        }
        self.tell(who, Event::Denied);
        self.close(who);
        self.tell_hosts(Event::KnockAnswered { who });
        Ok(())
    }

    pub(super) fn leave(&mut self, now: Now, from: ParticipantId) -> Result<(), Refusal> {
        if !self.seats.contains_key(&from) {
            return Err(Refusal::NotJoined);
        }
        self.depart(now, from, Departure::Left);
        Ok(())
    }

    pub(super) fn give_up(&mut self, now: Now, who: ParticipantId) {
        self.depart(now, who, Departure::Lost);
    }

    pub(super) fn remove(
        &mut self,
        now: Now,
        from: ParticipantId,
        who: ParticipantId,
    ) -> Result<(), Refusal> {
        self.check_may_act_on(from, who)?;
        if from == who {
            return Err(Refusal::InvalidTarget);
        }
        let person = self.seats[&who].person;
        if self.is_owner(person) || person == self.seats[&from].person {
            // The owner may come back, and another window of one's own is no
            // reason to be kept out.
            self.put_out(now, who);
            return Ok(());
        }
        let theirs = self.seats.iter().filter(|(_, seat)| seat.person == person);
        let seats: Vec<_> = theirs.map(|(id, _)| *id).collect();
        for (other, _) in self.members().filter(|(id, _)| seats.contains(id)) {
            self.check_may_act_on(from, other)?;
        }
        if self.removed.len() >= self.limits.removed {
            return Err(Refusal::TooManyRemoved);
        }
        let name = self.name_of(who).unwrap_or_default();
        let outcast = Outcast { id: who, name };
        self.removed.insert(person, outcast.clone());
        self.remember(Record::Removed { person, outcast: outcast.clone() });
        for seat in seats {
            self.put_out(now, seat);
        }
        self.tell_hosts(Event::KeptOut(outcast));
        Ok(())
    }

    pub(super) fn let_back(
        &mut self,
        from: ParticipantId,
        who: ParticipantId,
    ) -> Result<(), Refusal> {
        self.check_may_admit(from)?;
        let before = self.removed.len();
        self.removed.retain(|_, outcast| outcast.id != who);
        if self.removed.len() == before {
            return Err(Refusal::NoSuchParticipant);
        }
        self.remember(Record::LetBack(who));
        self.tell_hosts(Event::LetBack { who });
        Ok(())
    }

    fn put_out(&mut self, now: Now, who: ParticipantId) {
        self.tell(who, Event::Removed);
        self.depart(now, who, Departure::Removed);
    }

    /// Ends someone's part in the meeting, whatever part it was.
    pub(super) fn depart(&mut self, now: Now, who: ParticipantId, departure: Departure) {
        self.note_look(who);
        let Some(seat) = self.close(who) else { return };
        match seat.place {
            Place::Observing | Place::Reading { .. } => {}
            Place::Waiting { .. } => self.tell_hosts(Event::KnockAnswered { who }),
            Place::In(member) => {
                self.remember(Record::Went { participant: who, at: now.wall });
                self.tell_members(Event::Left { who, departure });
                self.withdraw_files_of(who);
                self.spotlight = self.spotlight.filter(|shown| *shown != who);
                if member.role == Role::Host {
                    self.choose_host();
                }
                self.tell_observers();
            }
        }
        self.notice_emptiness(now);
    }

    /// The host left: the owner takes their place, or else the co-host who came
    /// first, or else the participant who came first; those who are connected
    /// before others.
    fn choose_host(&mut self) {
        let next = self
            .seats
            .iter()
            .filter(|(_, seat)| seat.may_host)
            .filter_map(|(id, seat)| Some((*id, seat, seat.member()?)))
            .min_by_key(|(id, seat, it)| {
                (!seat.is_connected(), !self.is_owner(seat.person), it.role, *id)
            })
            .map(|(id, _, _)| id);
        if let Some(next) = next {
            self.give_role(next, Role::Host);
        }
    }

    /// When the last one has gone the meeting's days are counted. Whoever only
    /// looked on, or waited, does not set them back.
    pub(super) fn notice_emptiness(&mut self, now: Now) {
        let nobody_is_in = self.is_empty();
        let Life::Open { unused_since, expires } = &mut self.life else { return };
        if self.seats.is_empty() {
            *unused_since = now.instant;
        }
        match self.lifetime {
            Lifetime::Call if nobody_is_in && expires.is_none() => self.finish(now),
            Lifetime::Unused(days) if nobody_is_in => {
                expires.get_or_insert(now.instant + days);
            }
            Lifetime::Call | Lifetime::Unused(_) | Lifetime::Lasting => {}
        }
    }

    fn place(&mut self, id: ParticipantId, place: Place) {
        if let Some(seat) = self.seats.get_mut(&id) {
            seat.place = place;
        }
    }
}

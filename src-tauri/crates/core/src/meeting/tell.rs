//! Who hears what.

use std::sync::Arc;

use crate::{
    Effect, Event, LogEntry, Message, Outcast, Participant, ParticipantId, PersonId, Role, Waiter,
};

use super::Meeting;
use super::seat::{Place, Seat};

impl Meeting {
    pub(super) fn tell(&mut self, to: ParticipantId, event: impl Into<Arc<Event>>) {
        let Some(seat) = self.seats.get_mut(&to) else { return };
        let event = event.into();
        let sequence = seat.replay.push(&event);
        if seat.is_connected() {
            self.effects.push(Effect::Tell { to, sequence, event });
        }
    }

    pub(super) fn tell_members(&mut self, event: Event) {
        let everyone = self.members().map(|(id, _)| id).collect();
        self.tell_all(everyone, event);
    }

    pub(super) fn tell_others(&mut self, than: ParticipantId, event: Event) {
        let others = self.members().map(|(id, _)| id).filter(|id| *id != than).collect();
        self.tell_all(others, event);
    }

    /// Tells those who may admit: the host and the co-hosts.
    pub(super) fn tell_hosts(&mut self, event: Event) {
        let hosts = self.members().filter(|(_, it)| it.role.may_admit()).map(|(id, _)| id);
        let hosts = hosts.collect();
        self.tell_all(hosts, event);
    }

    pub(super) fn tell_all(&mut self, to: Vec<ParticipantId>, event: Event) {
        let event = Arc::new(event);
        for id in to {
            self.tell(id, Arc::clone(&event));
        }
    }

    /// Tells everyone who looks on who is in now.
    pub(super) fn tell_observers(&mut self) {
        self.close_chat_to_outsiders();
        for id in self.observers().collect::<Vec<_>>() {
            self.tell_roster_to(id);
        }
    }

    pub(super) fn tell_roster_to(&mut self, id: ParticipantId) {
        let Some(seat) = self.seats.get(&id) else { return };
        // Whoever came without the code is not told who is in.
        let participants = if seat.must_wait { Vec::new() } else { self.participants() };
        let roster = Event::Roster {
            participants,
            must_ask: self.must_ask(seat),
            locked: self.is_locked_for(seat.person),
            may_read: self.may_read(seat),
        };
        self.tell(id, roster);
    }

    /// Tells someone how things are, as if they knew nothing.
    pub(super) fn tell_everything_to(&mut self, id: ParticipantId) {
        let Some(seat) = self.seats.get(&id) else { return };
        match &seat.place {
            Place::Observing => self.tell_roster_to(id),
            Place::Reading { .. } => {
                self.tell_roster_to(id);
                self.tell_chat_to(id);
            }
            Place::Waiting { .. } => self.tell(id, Event::Waiting),
            Place::In(member) => {
                let (waiting, removed, log) = match member.role.may_admit() {
                    true => self.for_hosts(),
                    false => Default::default(),
                };
                let (person, may_host) = (seat.person, seat.may_host);
                let mut participants = self.participants();
                for you in participants.iter_mut().filter(|it| it.id == id) {
                    // Someone admitted while away is back once they hear this.
                    you.connected = true;
                }
                let welcome = Event::Welcome {
                    you: id,
                    owner: may_host && self.is_owner(person),
                    participants,
                    waiting,
                    removed,
                    log,
                    policy: self.policy,
                    spotlight: self.spotlight,
                    chat: self.chat_for(person),
                    polls: self.all_polls(),
                    files: self.files_for(id),
                };
                self.tell(id, welcome);
            }
        }
    }

    /// Closes the connection of someone who is no longer part of this, and
    /// forgets their seat.
    pub(super) fn close(&mut self, who: ParticipantId) -> Option<Seat> {
        let seat = self.seats.remove(&who)?;
        if seat.is_connected() {
            self.effects.push(Effect::Close { who });
        }
        Some(seat)
    }

    /// What hosts and co-hosts know beside the others: who waits, whom the code no
    /// longer lets in, and what hosts did.
    pub(super) fn for_hosts(&self) -> (Vec<Waiter>, Vec<Outcast>, Vec<Arc<LogEntry>>) {
        (self.waiters(), self.outcasts(), self.log_entries())
    }

    fn waiters(&self) -> Vec<Waiter> {
        let waiter = |(id, seat): (&ParticipantId, &Seat)| match &seat.place {
            Place::Waiting { name, .. } => Some(seat.waiter(*id, name)),
            Place::Observing | Place::Reading { .. } | Place::In(_) => None,
        };
        self.seats.iter().filter_map(waiter).collect()
    }

    pub(super) fn participants(&self) -> Vec<Participant> {
        self.seats.iter().filter_map(|(id, seat)| seat.participant(*id)).collect()
    }

    pub(super) fn chat_for(&self, person: PersonId) -> Vec<Arc<Message>> {
        self.chat.iter().filter(|line| line.is_for(person)).cloned().collect()
    }

    pub(super) fn is_owner(&self, person: PersonId) -> bool {
        self.owner == Some(person)
    }

    pub(super) fn must_ask(&self, seat: &Seat) -> bool {
        seat.must_wait || (self.policy.lobby && !self.has_key(seat.person))
    }

    pub(super) fn is_locked_for(&self, person: PersonId) -> bool {
        self.policy.locked && !self.has_key(person)
    }

    /// The owner always has; and anyone has while a meeting that is nobody's is
    /// empty, or else it could never be entered again.
    fn has_key(&self, person: PersonId) -> bool {
        self.is_owner(person) || (self.owner.is_none() && self.is_empty())
    }
}

impl Role {
    pub(super) fn may_admit(self) -> bool {
        matches!(self, Role::Host | Role::CoHost)
    }
}

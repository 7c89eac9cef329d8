//! One meeting, as a state machine.
//!
//! ```text
//!   connect ──► looking on ──Join──► in the lobby ──Admit──► in
//!                    │                    │                  │  ▲
//!                    └────────Join (lobby off, or owner)─────┘  │ resume
//!                                                    disconnect ▼ │
//!                                                     seat kept 30 s
//! ```

mod opening;
mod visitor;

mod chat;
mod door;
mod files;
mod host;
mod log;
mod notes;
mod polls;
mod reading;
mod seat;
mod talk;
mod tell;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Instant;

use crate::{
    Card, Code, Command, Departure, Effect, Event, FileOffer, Limits, LogEntry, Message, Now,
    Outcast, ParticipantId, PersonId, Policy, Poll, Record, Refusal, Role,
};
use opening::CALL;
use seat::{Link, Place, Seat};

pub use opening::{Lifetime, Opening};
pub use seat::ResumeToken;
pub use visitor::{Seating, Visitor};

/// One meeting. Give it commands, carry out its effects, wake it when it asks.
#[derive(Debug)]
pub struct Meeting {
    limits: Limits,
    owner: Option<PersonId>,
    policy: Policy,
    lifetime: Lifetime,
    removed: BTreeMap<PersonId, Outcast>,
    spotlight: Option<ParticipantId>,
    life: Life,
    next_id: u64,
    // Keyed by id, and ids only grow, so iteration is order of arrival.
    seats: BTreeMap<ParticipantId, Seat>,
    chat: VecDeque<Arc<Message>>,
    next_message: u64,
    polls: BTreeMap<u64, Arc<Poll>>,
    next_poll: u64,
    log: VecDeque<Arc<LogEntry>>,
    next_entry: u64,
    // In the order in which they were offered.
    files: Vec<Arc<FileOffer>>,
    // What the command being handled has caused so far.
    effects: Vec<Effect>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Life {
    // `expires` while nobody is in; `unused_since` counts while there is no seat.
    Open { unused_since: Instant, expires: Option<Instant> },
    Over,
}

impl Meeting {
    /// Opens a meeting in which nobody is yet.
    pub fn open(now: Now, limits: Limits, opening: Opening) -> Meeting {
        let expires = match opening.lifetime {
            Lifetime::Call => Some(CALL.saturating_sub(opening.unused_for)),
            Lifetime::Unused(days) => Some(days.saturating_sub(opening.unused_for)),
            Lifetime::Lasting => None,
        };
        let recent = opening.chat.len().saturating_sub(limits.chat);
        Meeting {
            limits,
            owner: opening.owner,
            policy: opening.policy,
            lifetime: opening.lifetime,
            removed: opening.removed,
            spotlight: None,
            life: Life::Open {
                unused_since: now.instant,
                expires: expires.map(|rest| now.instant + rest),
            },
            next_id: opening.last_participant + 1,
            seats: BTreeMap::new(),
            chat: opening.chat.into_iter().skip(recent).map(Arc::new).collect(),
            next_message: opening.last_message + 1,
            next_poll: opening.polls.last().map_or(0, |poll| poll.number) + 1,
            polls: opening.polls.into_iter().map(|it| (it.number, Arc::new(it))).collect(),
            next_entry: opening.log.last().map_or(0, |entry| entry.number) + 1,
            log: opening.log.into_iter().map(Arc::new).collect(),
            files: opening.files.into_iter().map(Arc::new).collect(),
            effects: Vec::new(),
        }
    }

    /// Lets someone look on. They hear the roster, and may then join. Whoever
    /// shares a seat hears how things are there.
    pub fn connect(&mut self, visitor: Visitor) -> Result<(ParticipantId, Vec<Effect>), Refusal> {
        if self.life == Life::Over {
            return Err(Refusal::Ended);
        }
        if self.removed.contains_key(&visitor.person) {
            return Err(Refusal::Removed);
        }
        if let Some(id) = self.shared_seat(&visitor) {
            self.tell_everything_to(id);
            return Ok((id, self.take_effects()));
        }
        if self.observers().count() >= self.limits.observers {
            return Err(Refusal::TooManyObservers);
        }
        let id = ParticipantId::mint(self.next_id);
        self.next_id += 1;
        self.seats.insert(id, Seat::new(visitor, self.limits));
        self.tell_roster_to(id);
        Ok((id, self.take_effects()))
    }

    /// Applies one command, and says what should happen because of it.
    pub fn handle(
        &mut self,
        now: Now,
        from: ParticipantId,
        command: Command,
    ) -> Result<Vec<Effect>, Refusal> {
        let drafts = self.draft(from, &command);
        let outcome = self.apply(now, from, command);
        debug_assert!(outcome.is_ok() || self.effects.is_empty(), "refused means unchanged");
        if !self.effects.is_empty() {
            self.log(now, drafts);
        }
        outcome.map(|()| self.take_effects())
    }

    /// Hears that someone's connection broke. Whether a seat in the meeting or
    /// in the lobby is kept for a while is a matter of its [`Seating`].
    pub fn disconnect(&mut self, now: Now, who: ParticipantId) -> Vec<Effect> {
        let Some(seat) = self.seats.get_mut(&who) else { return Vec::new() };
        match &mut seat.link {
            Link::Lost { .. } => {}
            Link::Connected { clients: others @ 2.. } => *others -= 1,
            Link::Connected { .. } if seat.place.looks_on() => {
                self.note_look(who);
                self.seats.remove(&who);
                self.notice_emptiness(now);
            }
            Link::Connected { .. } if seat.seating == Seating::Kept => {
                seat.link = Link::Lost { until: now.instant + self.limits.grace };
                if seat.member().is_some() {
                    self.tell_others(who, Event::ConnectionLost { who });
                }
            }
            Link::Connected { .. } => self.depart(now, who, Departure::Left),
        }
        self.take_effects()
    }

    /// Gives someone their seat back. Whoever heard everything up to event
    /// `after` hears the events since; whoever remembers nothing, or missed
    /// more than was kept, hears how things are now.
    pub fn resume(
        &mut self,
        token: ResumeToken,
        after: Option<u64>,
    ) -> Result<(ParticipantId, Vec<Effect>), Refusal> {
        let found = self.seats.iter_mut().find(|(_, seat)| seat.token == token);
        let (&id, seat) = found.ok_or(Refusal::UnknownToken)?;
        let was_lost = !seat.is_connected();
        if was_lost {
            seat.link = Link::Connected { clients: 1 };
        }
        let missed = after.and_then(|after| seat.replay.since(after));
        let anew = missed.is_none();
        match missed {
            Some(missed) => self.effects.extend(missed.map(|(sequence, event)| Effect::Tell {
                to: id,
                sequence,
                event,
            })),
            None => self.tell_everything_to(id),
        }
        let is_member = self.seats[&id].member().is_some();
        if is_member && (was_lost || anew) {
            self.tell_others(id, Event::ConnectionResumed { who: id, anew });
        }
        Ok((id, self.take_effects()))
    }

    /// Hears that the meeting has another code now. Those who are in and had the
    /// old one are told; whoever only looks on, or waits, might be who it was
    /// changed for.
    pub fn change_code(&mut self, code: Code) -> Vec<Effect> {
        let members = self.members().map(|(id, _)| id);
        let knew = members.filter(|id| !self.seats[id].must_wait).collect();
        self.tell_all(knew, Event::CodeChanged { code });
        self.take_effects()
    }

    /// Does what is due: gives up seats that were kept too long, and ends a
    /// meeting that nobody has used for too long.
    pub fn wake(&mut self, now: Now) -> Vec<Effect> {
        let overdue =
            |seat: &Seat| matches!(seat.link, Link::Lost { until } if until <= now.instant);
        let lost: Vec<_> =
            self.seats.iter().filter(|(_, seat)| overdue(seat)).map(|(id, _)| *id).collect();
        for id in lost {
            self.give_up(now, id);
        }
        self.end_overdue_typing(now);
        if let Life::Open { expires: Some(at), .. } = self.life
            && at <= now.instant
        {
            self.finish(now);
        }
        self.take_effects()
    }

    /// When to call [`Meeting::wake`] next, if nothing happens before.
    pub fn next_wake(&self) -> Option<Instant> {
        let seats = self.seats.values().filter_map(|seat| match seat.link {
            Link::Lost { until } => Some(until),
            Link::Connected { .. } => None,
        });
        let typing = self.members().filter_map(|(_, member)| Some(member.typing?.until));
        let expiry = match self.life {
            Life::Open { expires, .. } => expires,
            Life::Over => None,
        };
        seats.chain(typing).chain(expiry).min()
    }

    /// Since when nobody is in, nor waits, nor looks on; `None` while someone is.
    pub fn unused_since(&self) -> Option<Instant> {
        match self.life {
            Life::Open { unused_since, .. } if self.seats.is_empty() => Some(unused_since),
            Life::Open { .. } | Life::Over => None,
        }
    }

    /// Whether the meeting is over.
    pub fn is_over(&self) -> bool {
        self.life == Life::Over
    }

    /// How many are in.
    pub fn member_count(&self) -> usize {
        self.members().count()
    }

    /// Whether nobody is in.
    pub fn is_empty(&self) -> bool {
        self.members().next().is_none()
    }

    /// Who is in, as what, in order of arrival; some on several seats.
    pub fn people(&self) -> Vec<(PersonId, Role)> {
        let seats = self.seats.values();
        seats.filter_map(|seat| Some((seat.person, seat.member()?.role))).collect()
    }

    fn apply(&mut self, now: Now, from: ParticipantId, command: Command) -> Result<(), Refusal> {
        if self.life == Life::Over {
            return Err(Refusal::Ended);
        }
        match command {
            Command::Join { name, card, media } => self.join(now, from, &name, card, media),
            Command::OpenChat { name } => self.open_chat(from, &name),
            Command::Leave => self.leave(now, from),
            Command::Admit { who } => self.admit(now, from, who),
            Command::AdmitAll => self.admit_all(now, from),
            Command::Deny { who } => self.deny(from, who),
            Command::Remove { who } => self.remove(now, from, who),
            Command::LetBack { who } => self.let_back(from, who),
            Command::SetPolicy(policy) => self.set_policy(from, policy),
            Command::SetRole { who, role } => self.set_role(from, who, role),
            Command::HandOver { to } => self.hand_over(from, to),
            Command::TakeOver => self.take_over(from),
            Command::Mute { who } => self.mute(from, who),
            Command::MuteAll => self.mute_all(from),
            Command::SetRights { who, rights } => self.set_rights(from, who, rights),
            Command::AskToUnmute { who } => self.ask_to_unmute(from, who),
            Command::Rename { who, name } => self.rename(from, who, &name),
            Command::Spotlight { who } => self.set_spotlight(from, who),
            Command::StopScreen { who } => self.stop_screen(from, who),
            Command::LowerHand { who } => self.lower_hand(from, who),
            Command::End => self.end(now, from),
            Command::SetMedia(media) => self.set_media(from, media),
            Command::Toggle(source) => self.toggle(from, source),
            Command::RaiseHand { raised } => self.raise_hand(now, from, raised),
            Command::React { emoji } => self.react(from, &emoji),
            Command::Say { to, text, card, answers } => {
                self.say(now, from, to, &text, card, answers)
            }
            Command::EditMessage { message, text } => self.edit_message(from, message, &text),
            Command::DeleteMessage { message } => self.delete_message(from, message),
            Command::SetTyping { to, typing } => self.set_typing(now, from, to, typing),
            Command::OpenPoll(question) => self.open_poll(now, from, question),
            Command::Vote { poll, choices } => self.vote(from, poll, choices),
            Command::ClosePoll { poll } => self.close_poll(from, poll),
            Command::DeletePoll { poll } => self.delete_poll(from, poll),
            Command::File(command) => self.about_file(now, from, command),
            Command::EditNotes { update } => self.edit_notes(from, update),
            Command::Signal { to, signal } => self.signal(from, to, signal),
        }
    }

    /// The seat that the person's other clients sit on already.
    fn shared_seat(&mut self, visitor: &Visitor) -> Option<ParticipantId> {
        let shares = |seat: &Seat| seat.seating == Seating::Shared && seat.person == visitor.person;
        if visitor.seating != Seating::Shared {
            return None;
        }
        let (id, seat) = self.seats.iter_mut().find(|(_, seat)| shares(seat))?;
        if let Link::Connected { clients } = &mut seat.link {
            *clients += 1;
        }
        Some(*id)
    }

    fn check_card(&self, card: Option<&Card>) -> Result<(), Refusal> {
        let fits = card.is_none_or(|card| card.text.len() <= self.limits.card);
        if fits { Ok(()) } else { Err(Refusal::CardTooLarge) }
    }

    fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    fn remember(&mut self, record: Record) {
        self.effects.push(Effect::Remember(record));
    }

    fn members(&self) -> impl Iterator<Item = (ParticipantId, &seat::Member)> {
        self.seats.iter().filter_map(|(id, seat)| Some((*id, seat.member()?)))
    }

    fn observers(&self) -> impl Iterator<Item = ParticipantId> {
        self.at(|place| place.looks_on())
    }

    fn waiting(&self) -> impl Iterator<Item = ParticipantId> {
        self.at(|place| matches!(place, Place::Waiting { .. }))
    }

    fn at(&self, place: impl Fn(&Place) -> bool) -> impl Iterator<Item = ParticipantId> {
        self.seats.iter().filter(move |(_, seat)| place(&seat.place)).map(|(id, _)| *id)
    }

    /// The sender, if they are in.
    fn member(&self, who: ParticipantId) -> Result<&seat::Member, Refusal> {
        self.seats.get(&who).and_then(Seat::member).ok_or(Refusal::NotJoined)
    }

    /// Someone whom the sender names, if they are in.
    fn target(&self, who: ParticipantId) -> Result<&seat::Member, Refusal> {
        self.seats.get(&who).and_then(Seat::member).ok_or(Refusal::NoSuchParticipant)
    }

    fn member_mut(&mut self, who: ParticipantId) -> Option<&mut seat::Member> {
        match &mut self.seats.get_mut(&who)?.place {
            Place::In(member) => Some(member),
            Place::Observing | Place::Reading { .. } | Place::Waiting { .. } => None,
        }
    }

    fn host(&self) -> Option<ParticipantId> {
        self.members().find(|(_, member)| member.role == Role::Host).map(|(id, _)| id)
    }
}

//! What participants write to each other.

use std::sync::Arc;

use crate::{
    Card, Event, Message, MessageState, Now, ParticipantId, Recipient, Record, Refusal, Role, text,
};

use super::Meeting;
use super::seat::Typing;

impl Meeting {
    pub(super) fn say(
        &mut self,
        now: Now,
        from: ParticipantId,
        to: Option<ParticipantId>,
        text: &str,
        card: Option<Card>,
        answers: Option<u64>,
    ) -> Result<(), Refusal> {
        self.check_may_write(from)?;
        let text = text::message(text, self.limits.message)?;
        self.check_card(card.as_ref())?;
        let to = self.recipient(from, to)?;
        if let Some(answered) = answers {
            self.check_may_answer(from, to.as_ref(), answered)?;
        }
        let message = Message {
            number: self.next_message,
            from,
            person: self.seats[&from].person,
            name: self.name_of(from).ok_or(Refusal::NotJoined)?,
            to,
            text,
            card,
            answers,
            state: MessageState::Written,
            at: now.wall,
        };
        let message = Arc::new(message);
        self.next_message += 1;

        self.chat.push_back(Arc::clone(&message));
        if self.chat.len() > self.limits.chat {
            self.chat.pop_front();
        }
        self.remember(Record::Said(Arc::clone(&message)));
        self.end_typing(from);
        match message.to.as_ref().map(|to| to.id) {
            None => self.tell_all(self.readers(), Event::Said(message)),
            Some(to) => self.tell_all(vec![from, to], Event::Said(message)),
        }
        Ok(())
    }

    pub(super) fn edit_message(
        &mut self,
        from: ParticipantId,
        number: u64,
        text: &str,
    ) -> Result<(), Refusal> {
        self.check_may_write(from)?;
        let (place, message) = self.find_message(from, number)?;
        if message.person != self.seats[&from].person {
            return Err(Refusal::NotYours);
        }
        let text = text::message(text, self.limits.message)?;
        if text != message.text {
            let edited = Message { text, state: MessageState::Edited, ..Message::clone(message) };
            self.change_message(place, edited);
        }
        Ok(())
    }

    /// Hosts may too, of the lines that they may read.
    pub(super) fn delete_message(
        &mut self,
        from: ParticipantId,
        number: u64,
    ) -> Result<(), Refusal> {
        self.check_may_write(from)?;
        let (place, message) = self.find_message(from, number)?;
        let is_own = message.person == self.seats[&from].person;
        if !is_own && !self.keeps_order(from) {
            return Err(Refusal::NotAllowed);
        }
        // What a client noted beside the words may hold some of them.
        let gone = Message {
            text: String::new(),
            card: None,
            state: MessageState::Deleted,
            ..Message::clone(message)
        };
        self.change_message(place, gone);
        Ok(())
    }

    /// Only a change is told: how long it lasts is nobody else's business.
    pub(super) fn set_typing(
        &mut self,
        now: Now,
        from: ParticipantId,
        to: Option<ParticipantId>,
        typing: bool,
    ) -> Result<(), Refusal> {
        self.check_may_write(from)?;
        if !typing {
            self.end_typing(from);
            return Ok(());
        }
        self.recipient(from, to)?;
        let before = self.member(from)?.typing;
        let is_known = before.is_some_and(|typing| typing.to == to);
        if !is_known {
            self.end_typing(from);
        }
        let until = now.instant + self.limits.typing;
        if let Some(member) = self.member_mut(from) {
            member.typing = Some(Typing { to, until });
        }
        if !is_known {
            self.tell_typing(from, to, true);
        }
        Ok(())
    }

    pub(super) fn end_overdue_typing(&mut self, now: Now) {
        let is_overdue = |typing: Typing| typing.until <= now.instant;
        let members = self.members();
        let overdue = members.filter(|(_, member)| member.typing.is_some_and(is_overdue));
        for who in overdue.map(|(id, _)| id).collect::<Vec<_>>() {
            self.end_typing(who);
        }
    }

    fn end_typing(&mut self, who: ParticipantId) {
        let ended = self.member_mut(who).and_then(|member| member.typing.take());
        if let Some(Typing { to, .. }) = ended {
            self.tell_typing(who, to, false);
        }
    }

    fn tell_typing(&mut self, who: ParticipantId, to: Option<ParticipantId>, typing: bool) {
        let event = Event::TypingChanged { who, to, typing };
        match to {
            None => self.tell_others(who, event),
            Some(to) if self.target(to).is_ok() => self.tell(to, event),
            Some(_) => {}
        }
    }

    pub(super) fn check_may_write(&self, who: ParticipantId) -> Result<(), Refusal> {
        let may = match self.reader(who) {
            Some(seat) => self.policy.chat || self.is_owner(seat.person),
            None => self.rights(self.member(who)?).chat,
        };
        if may { Ok(()) } else { Err(Refusal::ForbiddenByPolicy) }
    }

    /// Whether someone may take the words of others: hosts, and the owner who is
    /// not in.
    fn keeps_order(&self, who: ParticipantId) -> bool {
        match self.reader(who) {
            Some(seat) => self.is_owner(seat.person),
            None => self.member(who).is_ok_and(|it| it.role != Role::Participant),
        }
    }

    pub(super) fn recipient(
        &self,
        from: ParticipantId,
        to: Option<ParticipantId>,
    ) -> Result<Option<Recipient>, Refusal> {
        let Some(id) = to else { return Ok(None) };
        // Whoever is not in has nobody to take aside.
        self.member(from)?;
        if id == from {
            return Err(Refusal::InvalidTarget);
        }
        let name = self.target(id)?.name.clone();
        Ok(Some(Recipient { id, person: self.seats[&id].person, name }))
    }

    /// An answer quotes, so what two said to each other stays between the two.
    fn check_may_answer(
        &self,
        from: ParticipantId,
        to: Option<&Recipient>,
        answered: u64,
    ) -> Result<(), Refusal> {
        let (_, answered) = self.find_message(from, answered)?;
        let may = match (&answered.to, to) {
            (None, _) => true,
            (Some(_), Some(to)) => answered.is_for(to.person),
            (Some(_), None) => false,
        };
        if may { Ok(()) } else { Err(Refusal::PrivateConversation) }
    }

    /// A line that is still at hand, and that the asker may read. Of others they
    /// do not even learn that they are there.
    fn find_message(
        &self,
        asker: ParticipantId,
        number: u64,
    ) -> Result<(usize, &Arc<Message>), Refusal> {
        let person = self.seats[&asker].person;
        let place = self.chat.binary_search_by_key(&number, |line| line.number);
        let place = place.map_err(|_| Refusal::NoSuchMessage)?;
        let line = &self.chat[place];
        let can_be_asked_for = line.is_for(person) && !line.is_deleted();
        if can_be_asked_for { Ok((place, line)) } else { Err(Refusal::NoSuchMessage) }
    }

    /// Whoever may read it hears of it, also in a window that they opened since.
    fn change_message(&mut self, place: usize, message: Message) {
        let message = Arc::new(message);
        self.chat[place] = Arc::clone(&message);
        self.remember(Record::MessageChanged(Arc::clone(&message)));
        let mut readers = self.readers();
        readers.retain(|id| message.is_for(self.seats[id].person));
        self.tell_all(readers, Event::MessageChanged(message));
    }
}

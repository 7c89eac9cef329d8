//! What participants do: show, speak, write, signal.

use std::sync::Arc;

use crate::{
    Card, Device, Event, Media, Message, Now, ParticipantId, Recipient, Record, Refusal, Role,
    Signal, Source, Timestamp, text,
};

use super::Meeting;

impl Meeting {
    pub(super) fn set_media(&mut self, from: ParticipantId, media: Media) -> Result<(), Refusal> {
        let member = self.member(from)?;
        if member.role == Role::Participant && self.policy.restrain(media) != media {
            return Err(Refusal::ForbiddenByPolicy);
        }
        if media != member.media {
            self.change_media(from, media, None);
        }
        Ok(())
    }

    pub(super) fn toggle(&mut self, from: ParticipantId, source: Source) -> Result<(), Refusal> {
        let mut media = self.member(from)?.media;
        let device = match source {
            Source::Microphone => &mut media.microphone,
            Source::Camera => &mut media.camera,
        };
        *device = Device { available: true, enabled: !device.enabled };
        self.set_media(from, media)
    }

    pub(super) fn change_media(
        &mut self,
        who: ParticipantId,
        media: Media,
        by: Option<ParticipantId>,
    ) {
        let Some(member) = self.member_mut(who) else { return };
        member.media = media;
        let by = by.filter(|by| *by != who);
        self.tell_members(Event::MediaChanged { who, media, by });
        self.tell_observers();
    }

    pub(super) fn raise_hand(
        &mut self,
        now: Now,
        from: ParticipantId,
        raised: bool,
    ) -> Result<(), Refusal> {
        let is_up = self.member(from)?.hand.is_some();
        if raised != is_up {
            self.change_hand(from, raised.then_some(now.wall));
        }
        Ok(())
    }

    pub(super) fn change_hand(&mut self, who: ParticipantId, hand: Option<Timestamp>) {
        let Some(member) = self.member_mut(who) else { return };
        if member.hand != hand {
            member.hand = hand;
            self.tell_members(Event::HandChanged { who, hand });
        }
    }

    pub(super) fn react(&mut self, from: ParticipantId, emoji: &str) -> Result<(), Refusal> {
        self.member(from)?;
        let emoji = text::reaction(emoji)?;
        self.tell_members(Event::Reacted { who: from, emoji });
        Ok(())
    }

    pub(super) fn say(
        &mut self,
        now: Now,
        from: ParticipantId,
        to: Option<ParticipantId>,
        text: &str,
        card: Option<Card>,
    ) -> Result<(), Refusal> {
        let writer = self.member(from)?;
        if writer.role == Role::Participant && !self.policy.chat {
            return Err(Refusal::ForbiddenByPolicy);
        }
        let name = writer.name.clone();
        let text = text::message(text, self.limits.message)?;
        self.check_card(card.as_ref())?;
        if to == Some(from) {
            return Err(Refusal::InvalidTarget);
        }
        let recipient = to.map(|to| self.recipient(to)).transpose()?;
        let person = self.seats[&from].person;
        let number = self.next_message;
        self.next_message += 1;
        let message =
            Message { number, from, person, name, to: recipient, text, card, at: now.wall };
        let message = Arc::new(message);

        self.chat.push_back(Arc::clone(&message));
        if self.chat.len() > self.limits.chat {
            self.chat.pop_front();
        }
        self.remember(Record::Said(Arc::clone(&message)));
        match to {
            None => self.tell_members(Event::Said(message)),
            Some(to) => {
                let event = Arc::new(Event::Said(message));
                self.tell(from, Arc::clone(&event));
                self.tell(to, event);
            }
        }
        Ok(())
    }

    fn recipient(&self, id: ParticipantId) -> Result<Recipient, Refusal> {
        let name = self.target(id)?.name.clone();
        Ok(Recipient { id, person: self.seats[&id].person, name })
    }

    pub(super) fn signal(
        &mut self,
        from: ParticipantId,
        to: ParticipantId,
        signal: Signal,
    ) -> Result<(), Refusal> {
        self.member(from)?;
        self.target(to)?;
        if from == to {
            return Err(Refusal::InvalidTarget);
        }
        if signal.text.len() > self.limits.signal {
            return Err(Refusal::SignalTooLarge);
        }
        self.tell(to, Event::Signalled { from, signal });
        Ok(())
    }
}

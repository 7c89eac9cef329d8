//! What participants do: show, speak, signal.

use crate::{Device, Event, Media, Now, ParticipantId, Refusal, Signal, Source, Timestamp, text};

use super::Meeting;

impl Meeting {
    pub(super) fn set_media(&mut self, from: ParticipantId, media: Media) -> Result<(), Refusal> {
        let member = self.member(from)?;
        if self.rights(member).restrain(media) != media {
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

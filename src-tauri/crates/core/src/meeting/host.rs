//! What hosts and co-hosts do, and who may do it to whom.

use crate::{
    Device, Event, Media, Now, ParticipantId, Policy, Record, Refusal, Rights, Role, text,
};

use super::seat::Member;
use super::{Life, Meeting};

impl Meeting {
    pub(super) fn set_policy(
        &mut self,
        from: ParticipantId,
        policy: Policy,
    ) -> Result<(), Refusal> {
        self.check_may_admit(from)?;
        if policy == self.policy {
            return Ok(());
        }
        self.policy = policy;
        self.remember(Record::PolicyChanged(policy));
        self.tell_all(self.readers(), Event::PolicyChanged { policy, by: from });
        self.restrain_participants(from);
        self.withdraw_forbidden_files();
        self.tell_observers();
        Ok(())
    }

    fn restrain_participants(&mut self, by: ParticipantId) {
        let restrained: Vec<_> = self
            .members()
            .map(|(id, it)| (id, it.media, self.rights(it).restrain(it.media)))
            .filter(|(_, before, after)| before != after)
            .collect();
        for (who, _, media) in restrained {
            self.change_media(who, media, Some(by));
        }
    }

    pub(super) fn set_role(
        &mut self,
        from: ParticipantId,
        who: ParticipantId,
        role: Role,
    ) -> Result<(), Refusal> {
        self.check_is_host(from)?;
        let current = self.target(who)?.role;
        let is_claimed = !self.seats[&who].may_host;
        if role == Role::Host || current == Role::Host || is_claimed {
            // The host's role is handed over, so that there is always one; and
            // whoever only claims to be someone could be anyone.
            return Err(Refusal::InvalidTarget);
        }
        if role != current {
            self.give_role(who, role);
            self.restrain_participants(from);
            self.withdraw_forbidden_files();
        }
        Ok(())
    }

    pub(super) fn hand_over(
        &mut self,
        from: ParticipantId,
        to: ParticipantId,
    ) -> Result<(), Refusal> {
        self.check_is_host(from)?;
        self.target(to)?;
        if from == to || !self.seats[&to].may_host {
            return Err(Refusal::InvalidTarget);
        }
        self.give_role(from, Role::CoHost);
        self.give_role(to, Role::Host);
        Ok(())
    }

    pub(super) fn take_over(&mut self, from: ParticipantId) -> Result<(), Refusal> {
        let role = self.member(from)?.role;
        let Some(host) = self.host().filter(|host| *host != from) else {
            return Err(Refusal::InvalidTarget);
        };
        let host_is_lost = !self.seats[&host].is_connected();
        let seat = &self.seats[&from];
        let may = self.is_owner(seat.person) || (role == Role::CoHost && host_is_lost);
        if !seat.may_host || !may {
            return Err(Refusal::NotAllowed);
        }
        self.give_role(host, Role::CoHost);
        self.give_role(from, Role::Host);
        Ok(())
    }

    pub(super) fn give_role(&mut self, who: ParticipantId, role: Role) {
        let Some(member) = self.member_mut(who) else { return };
        let might_admit = member.role.may_admit();
        member.role = role;
        self.tell_members(Event::RoleChanged { who, role });
        if might_admit || !role.may_admit() {
            return;
        }
        let (waiting, removed, log) = self.for_hosts();
        if !(waiting.is_empty() && removed.is_empty() && log.is_empty()) {
            self.tell(who, Event::Entrusted { waiting, removed, log });
        }
    }

    pub(super) fn mute(&mut self, from: ParticipantId, who: ParticipantId) -> Result<(), Refusal> {
        self.check_may_act_on(from, who)?;
        let media = self.target(who)?.media;
        if media.microphone.enabled {
            let microphone = Device { enabled: false, ..media.microphone };
            self.change_media(who, Media { microphone, ..media }, Some(from));
        }
        Ok(())
    }

    pub(super) fn mute_all(&mut self, from: ParticipantId) -> Result<(), Refusal> {
        self.check_may_admit(from)?;
        let others = self.members().map(|(id, _)| id).filter(|id| *id != from);
        let bound = others.filter(|who| self.check_may_act_on(from, *who).is_ok());
        for who in bound.collect::<Vec<_>>() {
            self.mute(from, who)?;
        }
        Ok(())
    }

    pub(super) fn set_rights(
        &mut self,
        from: ParticipantId,
        who: ParticipantId,
        rights: Option<Rights>,
    ) -> Result<(), Refusal> {
        self.check_may_act_on(from, who)?;
        let Some(member) = self.member_mut(who) else { return Err(Refusal::NoSuchParticipant) };
        if member.role != Role::Participant {
            return Err(Refusal::InvalidTarget);
        }
        if member.rights != rights {
            member.rights = rights;
            self.tell_members(Event::RightsChanged { who, rights, by: from });
            self.restrain_participants(from);
        }
        Ok(())
    }

    /// What someone may use: hosts and co-hosts everything.
    pub(super) fn rights(&self, member: &Member) -> Rights {
        match member.role {
            Role::Host | Role::CoHost => Rights::ALL,
            Role::Participant => member.rights.unwrap_or(self.policy.rights()),
        }
    }

    pub(super) fn ask_to_unmute(
        &mut self,
        from: ParticipantId,
        who: ParticipantId,
    ) -> Result<(), Refusal> {
        self.check_may_act_on(from, who)?;
        if from == who {
            return Err(Refusal::InvalidTarget);
        }
        if !self.target(who)?.media.microphone.enabled {
            self.tell(who, Event::AskedToUnmute { by: from });
        }
        Ok(())
    }

    pub(super) fn rename(
        &mut self,
        from: ParticipantId,
        who: ParticipantId,
        name: &str,
    ) -> Result<(), Refusal> {
        self.member(from)?;
        if from != who {
            self.check_may_act_on(from, who)?;
        }
        let name = text::name(name, self.limits.name)?;
        let Some(member) = self.member_mut(who) else { return Err(Refusal::NoSuchParticipant) };
        if member.name != name {
            member.name.clone_from(&name);
            let by = (from != who).then_some(from);
            self.tell_members(Event::NameChanged { who, name, by });
            self.tell_observers();
        }
        Ok(())
    }

    pub(super) fn set_spotlight(
        &mut self,
        from: ParticipantId,
        who: Option<ParticipantId>,
    ) -> Result<(), Refusal> {
        self.check_may_admit(from)?;
        if let Some(who) = who {
            self.target(who)?;
        }
        if self.spotlight != who {
            self.spotlight = who;
            self.tell_members(Event::SpotlightChanged { who });
        }
        Ok(())
    }

    pub(super) fn stop_screen(
        &mut self,
        from: ParticipantId,
        who: ParticipantId,
    ) -> Result<(), Refusal> {
        self.check_may_act_on(from, who)?;
        let media = self.target(who)?.media;
        if media.screen {
            self.change_media(who, Media { screen: false, ..media }, Some(from));
        }
        Ok(())
    }

    pub(super) fn lower_hand(
        &mut self,
        from: ParticipantId,
        who: ParticipantId,
    ) -> Result<(), Refusal> {
        self.check_may_act_on(from, who)?;
        self.change_hand(who, None);
        Ok(())
    }

    pub(super) fn end(&mut self, now: Now, from: ParticipantId) -> Result<(), Refusal> {
        self.check_is_host(from)?;
        self.finish(now);
        Ok(())
    }

    /// Ends the meeting for everyone who is in, waits or looks on.
    pub(super) fn finish(&mut self, now: Now) {
        let members: Vec<_> = self.members().map(|(id, _)| id).collect();
        for participant in members {
            self.remember(Record::Went { participant, at: now.wall });
        }
        self.remember(Record::Ended { at: now.wall });
        for who in self.seats.keys().copied().collect::<Vec<_>>() {
            self.tell(who, Event::Ended);
            self.close(who);
        }
        self.life = Life::Over;
    }

    pub(super) fn check_may_admit(&self, from: ParticipantId) -> Result<(), Refusal> {
        let may = self.member(from)?.role.may_admit();
        if may { Ok(()) } else { Err(Refusal::NotAllowed) }
    }

    fn check_is_host(&self, from: ParticipantId) -> Result<(), Refusal> {
        let is_host = self.member(from)?.role == Role::Host;
        if is_host { Ok(()) } else { Err(Refusal::NotAllowed) }
    }

    /// Hosts act on anyone, co-hosts on participants.
    pub(super) fn check_may_act_on(
        &self,
        from: ParticipantId,
        who: ParticipantId,
    ) -> Result<(), Refusal> {
        let actor = self.member(from)?.role;
        if actor == Role::Participant {
            return Err(Refusal::NotAllowed);
        }
        let target = self.target(who)?.role;
        if actor < target || actor == Role::Host { Ok(()) } else { Err(Refusal::NotAllowed) }
    }
}

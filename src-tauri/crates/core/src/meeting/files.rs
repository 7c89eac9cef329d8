//! Files that are offered, and those that are kept.

use std::sync::Arc;

use crate::{
    Effect, Event, FileCommand, FileEvent, FileOffer, Keeping, Now, ParticipantId, Record, Refusal,
    Role, text,
};

use super::Meeting;

impl Meeting {
    /// A file that is offered.
    pub fn file(&self, number: u64) -> Option<&FileOffer> {
        self.files.iter().find(|offer| offer.number == number).map(|offer| &**offer)
    }

    /// Hears that a file is kept from now on; `None` if it is not offered any more.
    pub fn keep_file(&mut self, number: u64) -> Option<Vec<Effect>> {
        let offer = self.files.iter_mut().find(|offer| offer.number == number)?;
        Arc::make_mut(offer).keeping = Keeping::Kept;
        self.tell_members(Event::File(FileEvent::Kept { file: number }));
        Some(self.take_effects())
    }

    pub(super) fn about_file(
        &mut self,
        now: Now,
        from: ParticipantId,
        command: FileCommand,
    ) -> Result<(), Refusal> {
        match command {
            FileCommand::Offer { to, name, size, kind, keep, mark } => {
                let keeping = if keep { Keeping::Wanted } else { Keeping::Not };
                self.check_may_offer(from, to, keep)?;
                let offer = FileOffer {
                    number: self.next_message,
                    from,
                    person: self.seats[&from].person,
                    by: self.member(from)?.name.clone(),
                    to: self.recipient(from, to)?,
                    name: text::file_name(&name)?,
                    size,
                    kind: text::media_type(&kind),
                    keeping,
                    mark,
                    at: now.wall,
                };
                if size > self.limits.file {
                    return Err(Refusal::FileTooLarge);
                }
                self.offer_file(offer);
                Ok(())
            }
            FileCommand::Withdraw { file } => {
                let offer = self.offered_to(from, file)?;
                let may = offer.person == self.seats[&from].person
                    || self.member(from)?.role != Role::Participant;
                if !may {
                    return Err(Refusal::NotAllowed);
                }
                self.withdraw_files(|offer| offer.number == file);
                Ok(())
            }
            FileCommand::Decline { file } => {
                let offer = self.offered_to(from, file)?;
                let (offerer, is_private) = (offer.from, offer.to.is_some());
                if offerer == from {
                    return Err(Refusal::InvalidTarget);
                }
                self.tell(offerer, Event::File(FileEvent::Declined { file, who: from }));
                if is_private {
                    self.withdraw_files(|offer| offer.number == file);
                }
                Ok(())
            }
        }
    }

    fn check_may_offer(
        &self,
        from: ParticipantId,
        to: Option<ParticipantId>,
        keep: bool,
    ) -> Result<(), Refusal> {
        let is_host = self.member(from)?.role != Role::Participant;
        if !(is_host || self.policy.files) || (keep && !self.policy.keep_files) {
            return Err(Refusal::ForbiddenByPolicy);
        }
        if keep && to.is_some() {
            // What is kept is for everyone who comes.
            return Err(Refusal::InvalidTarget);
        }
        let own = self.files.iter().filter(|offer| offer.from == from).count();
        if own >= self.limits.files_each || self.files.len() >= self.limits.files {
            return Err(Refusal::TooManyFiles);
        }
        Ok(())
    }

    fn offer_file(&mut self, offer: FileOffer) {
        self.next_message += 1;
        let offer = Arc::new(offer);
        self.files.push(Arc::clone(&offer));
        let readers = self.readers_of(&offer);
        self.tell_all(readers, Event::File(FileEvent::Offered(offer)));
    }

    /// Someone is not there any more: what they offered is not, nor what was
    /// offered to them alone.
    pub(super) fn withdraw_files_of(&mut self, who: ParticipantId) {
        self.withdraw_files(|offer| {
            let is_theirs = offer.from == who && !offer.is_kept();
            is_theirs || offer.to.as_ref().is_some_and(|to| to.id == who)
        });
    }

    /// The policy forbids it now. What is kept was allowed when it was offered.
    pub(super) fn withdraw_forbidden_files(&mut self) {
        let may = |id: ParticipantId| {
            self.policy.files || self.member(id).is_ok_and(|it| it.role != Role::Participant)
        };
        let bound: Vec<_> = self
            .files
            .iter()
            .filter(|offer| !offer.is_kept() && !may(offer.from))
            .map(|offer| offer.number)
            .collect();
        self.withdraw_files(|offer| bound.contains(&offer.number));
    }

    fn withdraw_files(&mut self, which: impl Fn(&FileOffer) -> bool) {
        let files = std::mem::take(&mut self.files);
        let (gone, rest) = files.into_iter().partition::<Vec<_>, _>(|offer| which(offer));
        self.files = rest;
        for offer in gone {
            if offer.is_kept() {
                self.remember(Record::FileWithdrawn(offer.number));
            }
            let readers = self.readers_of(&offer);
            self.tell_all(readers, Event::File(FileEvent::Withdrawn { file: offer.number }));
        }
    }

    pub(super) fn files_for(&self, who: ParticipantId) -> Vec<Arc<FileOffer>> {
        self.files.iter().filter(|offer| offer.is_for(who)).cloned().collect()
    }

    fn readers_of(&self, offer: &FileOffer) -> Vec<ParticipantId> {
        self.members().map(|(id, _)| id).filter(|id| offer.is_for(*id)).collect()
    }

    /// An offer that the asker knows of.
    fn offered_to(&self, asker: ParticipantId, number: u64) -> Result<&FileOffer, Refusal> {
        self.member(asker)?;
        self.file(number).filter(|offer| offer.is_for(asker)).ok_or(Refusal::NoSuchFile)
    }
}

//! The page of notes that all write together. What is on it, somebody else knows.

use std::sync::Arc;

use crate::{Effect, Event, ParticipantId, Refusal};

use super::Meeting;

impl Meeting {
    /// Whether someone may read the notes: whoever is in.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotJoined`] if they are not.
    pub fn check_may_read_notes(&self, who: ParticipantId) -> Result<(), Refusal> {
        self.member(who).map(|_| ())
    }

    /// Whether someone may change the notes, and so much at once. Whoever holds
    /// the notes asks before they try a change, which costs more than asking.
    ///
    /// # Errors
    ///
    /// What [`Meeting::handle`] would answer.
    pub fn check_may_edit_notes(&self, who: ParticipantId, size: usize) -> Result<(), Refusal> {
        if !self.rights(self.member(who)?).notes {
            return Err(Refusal::ForbiddenByPolicy);
        }
        if size > self.limits.notes_update {
            return Err(Refusal::NotesUpdateTooLarge);
        }
        Ok(())
    }

    pub(super) fn edit_notes(
        &mut self,
        from: ParticipantId,
        update: Arc<[u8]>,
    ) -> Result<(), Refusal> {
        self.check_may_edit_notes(from, update.len())?;
        self.effects.push(Effect::KeepNotes { update: Arc::clone(&update) });
        self.tell_others(from, Event::NotesEdited { by: from, update });
        Ok(())
    }
}

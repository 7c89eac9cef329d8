//! The meetings of this server: those that run, and how others are brought back.

mod task;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hearth_core::{Code, Opening, PersonId, Policy, Refusal, ResumeToken};
use hearth_store::{NewMeeting, StoredMeeting};
use hearth_wire::Rejection;
use tracing::error;

use crate::blocking::blocking;
use crate::{chance, clock};

pub(crate) use task::{MeetingGone, MeetingHandle, Seated, Surroundings, Told};

/// Knows every meeting that runs. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Meetings {
    // Held for single look-ups, never across an await.
    running: Arc<Mutex<HashMap<Code, MeetingHandle>>>,
    most: usize,
    around: Surroundings,
}

impl Meetings {
    pub(crate) fn new(most: usize, around: Surroundings) -> Meetings {
        Meetings { running: Arc::default(), most, around }
    }

    /// Makes a meeting under a code of its own.
    pub(crate) async fn create(
        &self,
        title: Option<String>,
        owner: Option<PersonId>,
        policy: Policy,
    ) -> Result<NewMeeting, Rejection> {
        let created_at = clock::wall();
        loop {
            let code = chance::code();
            let new = NewMeeting { code, title: title.clone(), owner, policy, created_at };
            if self.around.store.create_meeting(new.clone()).await.map_err(unavailable)? {
                return Ok(new);
            }
        }
    }

    /// Looks on at a meeting.
    pub(crate) async fn enter(
        &self,
        code: Code,
        person: PersonId,
    ) -> Result<(MeetingHandle, Seated), Rejection> {
        loop {
            let meeting = self.find(code).await?;
            match meeting.connect(person, chance::resume_token()).await {
                Ok(seated) => return Ok((meeting, seated?)),
                Err(MeetingGone) => continue,
            }
        }
    }

    /// Gets back to a seat.
    pub(crate) async fn resume(
        &self,
        code: Code,
        token: ResumeToken,
        after: Option<u64>,
    ) -> Result<(MeetingHandle, Seated), Rejection> {
        // A meeting that does not run keeps no seats.
        let meeting = self.running(code).ok_or(Refusal::UnknownToken)?;
        match meeting.resume(token, after).await {
            Ok(seated) => Ok((meeting, seated?)),
            Err(MeetingGone) => Err(Refusal::UnknownToken.into()),
        }
    }

    /// How many are in a meeting.
    pub(crate) async fn count(&self, code: Code) -> usize {
        match self.running(code) {
            Some(meeting) => meeting.count().await.unwrap_or(0),
            None => 0,
        }
    }

    /// Puts every meeting away, and returns when what happened last is kept.
    pub(crate) async fn close(&self) {
        for meeting in self.running.lock().expect("nobody panics while looking up").values() {
            meeting.forget();
        }
        self.around.tasks.close();
        self.around.tasks.wait().await;
    }

    /// Lets go of a meeting that was deleted.
    pub(crate) fn forget(&self, code: Code) {
        if let Some(meeting) = self.running(code) {
            meeting.forget();
        }
    }

    fn running(&self, code: Code) -> Option<MeetingHandle> {
        let running = self.running.lock().expect("nobody panics while looking up");
        running.get(&code).filter(|meeting| !meeting.is_gone()).cloned()
    }

    async fn find(&self, code: Code) -> Result<MeetingHandle, Rejection> {
        if let Some(meeting) = self.running(code) {
            return Ok(meeting);
        }
        let store = self.around.store.clone();
        let stored = blocking(move || store.meeting(code)).await.map_err(unavailable)?;
        let opening = opening(stored.ok_or(Rejection::NoSuchMeeting)?, self.around.limits.expiry)?;

        let mut running = self.running.lock().expect("nobody panics while looking up");
        running.retain(|_, meeting| !meeting.is_gone());
        if let Some(meeting) = running.get(&code) {
            // Somebody else brought it back in the meantime.
            return Ok(meeting.clone());
        }
        if running.len() >= self.most {
            return Err(Rejection::Unavailable);
        }
        let meeting = MeetingHandle::spawn(code, opening, self.around.clone());
        running.insert(code, meeting.clone());
        Ok(meeting)
    }
}

/// Whether the code of a stored meeting still lets people in.
pub(crate) fn is_open(ended: bool, last_used: hearth_core::Timestamp, expiry: Duration) -> bool {
    !ended && unused_for(last_used) < expiry
}

fn opening(stored: StoredMeeting, expiry: Duration) -> Result<Opening, Rejection> {
    if !is_open(stored.ended_at.is_some(), stored.last_used, expiry) {
        return Err(Refusal::Ended.into());
    }
    Ok(Opening {
        owner: stored.owner,
        policy: stored.policy,
        removed: stored.removed,
        last_participant: stored.last_participant,
        chat: stored.chat,
        unused_for: unused_for(stored.last_used),
    })
}

fn unused_for(last_used: hearth_core::Timestamp) -> Duration {
    Duration::from_millis(clock::wall().0.saturating_sub(last_used.0))
}

fn unavailable(cause: hearth_store::StoreError) -> Rejection {
    error!("The store failed: {cause}");
    Rejection::Unavailable
}

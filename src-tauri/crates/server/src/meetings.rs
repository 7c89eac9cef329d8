//! The meetings of this server: those that run, and how others are brought back.

mod handle;
mod task;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use hearth_core::{
    Code, FileOffer, Lifetime, Opening, PersonId, Policy, Refusal, ResumeToken, Role, Tag,
    Timestamp, Visitor,
};
use hearth_store::{KeptFile, NewMeeting, Plan, StoreError, StoredMeeting};
use hearth_wire::Rejection;
use tracing::error;

use crate::blocking::blocking;
use crate::{chance, clock};

use crate::ear::Ear;

pub(crate) use handle::{MeetingGone, MeetingHandle, Seated};
pub(crate) use task::Surroundings;

// With ten thousand open meetings one of three tags is taken. Of two that run
// under one tag all the same the network hears of the older.
const TAGS_TRIED: usize = 32;

/// Knows every meeting that runs. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Meetings {
    // Held for single look-ups, never across an await.
    running: Arc<Mutex<HashMap<Code, MeetingHandle>>>,
    // Under which codes seats may be taken again, though they let nobody in.
    former: Arc<Mutex<HashMap<Code, Code>>>,
    most: usize,
    around: Surroundings,
}

/// What a meeting is to be like, whatever its code.
#[derive(Debug, Clone)]
pub(crate) struct Wish {
    pub(crate) title: Option<String>,
    pub(crate) owner: Option<PersonId>,
    pub(crate) policy: Policy,
    pub(crate) lifetime: Lifetime,
    pub(crate) plan: Option<Plan>,
}

impl Wish {
    /// A meeting like any other.
    pub(crate) fn usual(owner: Option<PersonId>, lifetime: Lifetime) -> Wish {
        Wish { title: None, owner, policy: Policy::default(), lifetime, plan: None }
    }
}

impl Meetings {
    pub(crate) fn new(most: usize, around: Surroundings) -> Meetings {
        Meetings { running: Arc::default(), former: Arc::default(), most, around }
    }

    /// Makes a meeting under a code of its own.
    pub(crate) async fn create(&self, wish: Wish) -> Result<NewMeeting, Rejection> {
        loop {
            let new = self.under_free_code(&wish).await?;
            if self.keep(new.clone()).await? {
                return Ok(new);
            }
        }
    }

    /// The room of its owner, made as wished if they have none.
    pub(crate) async fn own_room(&self, wish: Wish) -> Result<Code, Rejection> {
        loop {
            let new = self.under_free_code(&wish).await?;
            let made = self.around.store.make_own_room(new).await.map_err(unavailable)?;
            if let Some(code) = made {
                return Ok(code);
            }
        }
    }

    async fn under_free_code(&self, wish: &Wish) -> Result<NewMeeting, Rejection> {
        let created_at = clock::wall();
        let code = self.free_code(created_at).await?;
        let Wish { title, owner, policy, lifetime, plan } = wish.clone();
        Ok(NewMeeting { code, spelling: None, title, owner, policy, lifetime, plan, created_at })
    }

    /// A code whose tag no open meeting has, if chance finds one.
    async fn free_code(&self, at: Timestamp) -> Result<Code, Rejection> {
        let store = self.around.store.clone();
        let draw = move || {
            let mut code = chance::code();
            for _ in 0..TAGS_TRIED {
                match code.tag() {
                    Some(tag) if store.code_with_tag(tag, at)?.is_some() => code = chance::code(),
                    _ => break,
                }
            }
            Ok(code)
        };
        blocking(draw).await.map_err(unavailable)
    }

    /// Makes a meeting under a code that someone chose; `false` if there is one.
    pub(crate) async fn create_as(
        &self,
        code: Code,
        spelling: String,
        lifetime: Lifetime,
        owner: Option<PersonId>,
    ) -> Result<bool, Rejection> {
        self.keep(NewMeeting {
            code,
            spelling: Some(spelling),
            title: None,
            owner,
            policy: Policy::default(),
            lifetime,
            plan: None,
            created_at: clock::wall(),
        })
        .await
    }

    async fn keep(&self, new: NewMeeting) -> Result<bool, Rejection> {
        self.around.store.create_meeting(new, chance::code()).await.map_err(unavailable)
    }

    /// Whether this code lets people into a meeting.
    pub(crate) async fn is_there(&self, code: Code) -> Result<bool, Rejection> {
        if let Some(meeting) = self.running(code)
            && meeting.people().await.is_ok()
        {
            return Ok(true);
        }
        let stored = self.stored(code).await?;
        Ok(stored.is_some_and(|stored| stored.is_open(clock::wall())))
    }

    /// What is kept of a meeting.
    pub(crate) async fn stored(&self, code: Code) -> Result<Option<StoredMeeting>, Rejection> {
        let store = self.around.store.clone();
        blocking(move || store.meeting(code)).await.map_err(unavailable)
    }

    /// The open meeting whose code begins with this tag.
    pub(crate) async fn with_tag(&self, tag: Tag) -> Result<Option<Code>, Rejection> {
        if let Some(code) = self.around.openings.find(tag) {
            return Ok(Some(code));
        }
        let store = self.around.store.clone();
        blocking(move || store.code_with_tag(tag, clock::wall())).await.map_err(unavailable)
    }

    /// The meeting under this tag that the network may hear of.
    pub(crate) fn announced(&self, tag: Tag) -> Option<Code> {
        self.around.openings.find(tag)
    }

    /// Gives a meeting another code; the old one lets nobody in any more.
    pub(crate) async fn change_code(&self, old: Code) -> Result<(), Rejection> {
        let meeting = self.find(old).await?;
        let new = self.free_code(clock::wall()).await?;
        let running = || self.running.lock().expect("nobody panics while looking up");
        // Before anyone hears of it, so that nobody finds it and brings it back twice.
        running().insert(new, meeting.clone());
        if !matches!(meeting.change_code(old, new).await, Ok(Ok(true))) {
            running().remove(&new);
            return Err(Rejection::Unavailable);
        }
        running().remove(&old);
        let mut former = self.former.lock().expect("nobody panics while looking up");
        former.insert(old, new);
        for code in former.values_mut().filter(|code| **code == old) {
            *code = new;
        }
        former.retain(|_, code| self.running(*code).is_some());
        Ok(())
    }

    /// Looks on at a meeting, which the visitor may know by a stand-in for its code.
    pub(crate) async fn enter(
        &self,
        code: Code,
        known_as: Code,
        visitor: Visitor,
        ear: &Ear,
    ) -> Result<(MeetingHandle, Seated), Rejection> {
        loop {
            let meeting = self.find(code).await?;
            let belongs = meeting.lasts() && self.has_attended(code, visitor.person).await?;
            let visitor = Visitor { belongs, ..visitor.clone() };
            match meeting.connect(visitor, known_as, ear.clone()).await {
                Ok(seated) => return Ok((meeting, seated?)),
                Err(MeetingGone) => continue,
            }
        }
    }

    /// Who came in was kept before they heard of it, so whoever was in is found.
    async fn has_attended(&self, code: Code, person: PersonId) -> Result<bool, Rejection> {
        let store = self.around.store.clone();
        blocking(move || store.has_attended(code, person)).await.map_err(unavailable)
    }

    /// How many calls there are: meetings that end with the last one in them.
    pub(crate) fn calls(&self) -> usize {
        let running = self.running.lock().expect("nobody panics while looking up");
        running.values().filter(|meeting| meeting.is_call() && !meeting.is_gone()).count()
    }

    /// The codes of all that run.
    pub(crate) fn codes(&self) -> Vec<Code> {
        self.running.lock().expect("nobody panics while looking up").keys().copied().collect()
    }

    /// Gets back to a seat.
    pub(crate) async fn resume(
        &self,
        code: Code,
        known_as: Code,
        token: ResumeToken,
        after: Option<u64>,
        ear: &Ear,
    ) -> Result<(MeetingHandle, Seated), Rejection> {
        // A meeting that does not run keeps no seats.
        let meeting = self.running(code).or_else(|| self.running(self.current(code)));
        let meeting = meeting.ok_or(Refusal::UnknownToken)?;
        match meeting.resume(token, after, known_as, ear.clone()).await {
            Ok(seated) => Ok((meeting, seated?)),
            Err(MeetingGone) => Err(Refusal::UnknownToken.into()),
        }
    }

    /// How many are in a meeting.
    pub(crate) async fn count(&self, code: Code) -> usize {
        self.people(code).await.len()
    }

    /// Who is in a meeting, as what; some on several seats.
    pub(crate) async fn people(&self, code: Code) -> Vec<(PersonId, Role)> {
        match self.running(code) {
            Some(meeting) => meeting.people().await.unwrap_or_default(),
            None => Vec::new(),
        }
    }

    /// A file that is offered in a meeting.
    pub(crate) async fn file(&self, code: Code, number: u64) -> Option<FileOffer> {
        self.running(code)?.file(number).await.ok().flatten()
    }

    /// Keeps a file with a meeting; `false` if it is not offered any more.
    pub(crate) async fn keep_file(&self, code: Code, file: KeptFile) -> Result<bool, StoreError> {
        let Some(meeting) = self.running(code) else { return Ok(false) };
        meeting.keep_file(file).await.unwrap_or(Ok(false))
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

    /// The code that a meeting has now, which had this one.
    pub(crate) fn current(&self, code: Code) -> Code {
        let former = self.former.lock().expect("nobody panics while looking up");
        former.get(&code).copied().unwrap_or(code)
    }

    async fn find(&self, code: Code) -> Result<MeetingHandle, Rejection> {
        if let Some(meeting) = self.running(code) {
            return Ok(meeting);
        }
        let opening = opening(self.stored(code).await?.ok_or(Rejection::NoSuchMeeting)?)?;

        let mut running = self.running.lock().expect("nobody panics while looking up");
        running.retain(|_, meeting| !meeting.is_gone());
        if let Some(meeting) = running.get(&code) {
            // Somebody else brought it back in the meantime.
            return Ok(meeting.clone());
        }
        if running.len() >= self.most {
            return Err(Rejection::Unavailable);
        }
        let meeting = task::spawn(code, opening, self.around.clone());
        running.insert(code, meeting.clone());
        Ok(meeting)
    }
}

fn opening(stored: StoredMeeting) -> Result<Opening, Rejection> {
    let now = clock::wall();
    if !stored.is_open(now) {
        return Err(Refusal::Ended.into());
    }
    let unused_for = stored.unused_for(now);
    Ok(Opening {
        owner: stored.owner,
        policy: stored.policy,
        lifetime: stored.lifetime,
        removed: stored.removed,
        last_participant: stored.last_participant,
        last_message: stored.last_message,
        chat: stored.chat,
        polls: stored.polls,
        log: stored.log,
        files: stored.files,
        unused_for,
    })
}

fn unavailable(cause: hearth_store::StoreError) -> Rejection {
    error!("The store failed: {cause}");
    Rejection::Unavailable
}

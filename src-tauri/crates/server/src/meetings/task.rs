//! One task per meeting. It owns the [`Meeting`]; everyone else holds a handle.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use hearth_core::{
    Code, Command, Effect, Limits, Meeting, Opening, ParticipantId, Record, Refusal, ResumeToken,
};
use hearth_store::{self as store, KeptFile, Receipt, Store, StoreError};
use smallvec::{SmallVec, smallvec};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{debug, error, info, warn};

use super::handle::{MeetingHandle, Message, OpenedNotes, Outcome, Seated};
use crate::blocking::blocking;
use crate::clock;
use crate::ear::{Connection, Ear, Heard, Stalled, Told};
use crate::metrics::Metrics;
use crate::news::News;
use crate::notes::Notes;
use crate::openings::Openings;
use crate::vault::Vault;

const INBOX: usize = 256;

/// What a meeting's task works with.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    pub(crate) store: Store,
    pub(crate) vault: Vault,
    pub(crate) metrics: Metrics,
    pub(crate) limits: Limits,
    pub(crate) linger: Duration,
    pub(crate) tasks: TaskTracker,
    pub(crate) openings: Openings,
}

/// Starts a meeting's task.
pub(crate) fn spawn(code: Code, opening: Opening, around: Surroundings) -> MeetingHandle {
    let (inbox, messages) = mpsc::channel(INBOX);
    let lifetime = opening.lifetime;
    let meeting = Meeting::open(clock::now(), around.limits, opening);
    let tasks = around.tasks.clone();
    let outboxes = HashMap::new();
    let task =
        Task { code, meeting, notes: None, outboxes, connections: 0, announced: None, around };
    let forgotten = CancellationToken::new();
    tasks.spawn(task.run(messages, forgotten.clone()));
    MeetingHandle::new(lifetime, inbox, forgotten)
}

struct Task {
    code: Code,
    meeting: Meeting,
    // Once somebody asked for them.
    notes: Option<Notes>,
    // Several for a seat that several clients share.
    outboxes: HashMap<ParticipantId, SmallVec<[Outbox; 1]>>,
    connections: u64,
    /// The code under which the network may hear of it.
    announced: Option<Code>,
    around: Surroundings,
}

struct Outbox {
    connection: Connection,
    // The code by which the client came, and still calls the meeting.
    known_as: Code,
    ear: Ear,
}

impl Outbox {
    fn tell(&self, told: Told) -> Result<(), Stalled> {
        self.ear.say_now(Heard::Meeting { code: self.known_as, connection: self.connection, told })
    }
}

impl Task {
    async fn run(mut self, mut messages: mpsc::Receiver<Message>, forgotten: CancellationToken) {
        self.around.metrics.meetings.inc();
        info!(meeting.code = %self.code, "Meeting opened");
        loop {
            let due = self.due();
            tokio::select! {
                message = messages.recv() => match message {
                    Some(message) => self.serve(message).await,
                    None => break,
                },
                () = forgotten.cancelled() => break,
                () = tokio::time::sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                    let effects = self.meeting.wake(clock::now());
                    self.carry_out(effects);
                    if self.may_be_put_away() {
                        break;
                    }
                }
            }
            if self.meeting.is_over() {
                break;
            }
            self.announce((!self.meeting.is_empty()).then_some(self.code));
        }
        self.announce(None);
        for outbox in self.outboxes.values().flatten() {
            let _ = outbox.tell(Told::Forgotten);
        }
        // Whoever finds this meeting gone looks into the store, and must find
        // there what happened last.
        if let Err(error) = self.around.store.settle().await {
            error!("What happened last may not be kept: {error}");
        }
        self.around.metrics.meetings.dec();
        info!(meeting.code = %self.code, "Meeting closed");
    }

    fn announce(&mut self, code: Option<Code>) {
        if self.announced != code {
            self.around.openings.replace(self.announced, code);
            self.announced = code;
        }
    }

    async fn serve(&mut self, message: Message) {
        match message {
            Message::Connect { visitor, known_as, ear, reply } => {
                let token = visitor.token;
                let outcome = self
                    .meeting
                    .connect(visitor)
                    .map(|(id, effects)| self.seat(id, token, (known_as, ear), effects));
                self.hand_over(reply, outcome);
            }
            Message::Resume { token, after, known_as, ear, reply } => {
                let outcome = self.meeting.resume(token, after).map(|(id, effects)| {
                    for old in self.outboxes.remove(&id).into_iter().flatten() {
                        // If it stalled, it hears this from its silence.
                        let _ = old.tell(Told::Replaced);
                    }
                    self.seat(id, token, (known_as, ear), effects)
                });
                self.hand_over(reply, outcome);
            }
            Message::Command { from, command, reply } => {
                let outcome = self.command(from, command).await;
                // The asker may have gone away meanwhile; the command stands.
                let _ = reply.send(outcome);
            }
            Message::Disconnect { id, connection, reply } => {
                self.disconnect(id, connection);
                let _ = reply.send(());
            }
            Message::OpenNotes { from, reply } => {
                let _ = reply.send(self.open_notes(from).await);
            }
            Message::People { reply } => {
                let _ = reply.send(self.meeting.people());
            }
            Message::File { number, reply } => {
                let _ = reply.send(self.meeting.file(number).cloned());
            }
            Message::KeepFile { file, reply } => {
                let _ = reply.send(self.keep_file(file).await);
            }
            Message::ChangeCode { from, to, reply } => {
                let _ = reply.send(self.change_code(from, to).await);
            }
        }
    }

    async fn command(&mut self, from: ParticipantId, command: Command) -> Outcome {
        if let Command::EditNotes { update } = &command {
            self.meeting.check_may_edit_notes(from, update.len())?;
            match self.notes().await {
                Ok(notes) => notes.edit(update)?,
                Err(error) => return Ok(Err(error)),
            }
        }
        let effects = self.meeting.handle(clock::now(), from, command)?;
        Ok(self.keep_and_carry_out(effects).await)
    }

    async fn open_notes(&mut self, from: ParticipantId) -> OpenedNotes {
        self.meeting.check_may_read_notes(from)?;
        Ok(self.notes().await.map(|notes| notes.state()))
    }

    /// The notes, as they were left if the meeting was put away meanwhile.
    async fn notes(&mut self) -> Result<&mut Notes, StoreError> {
        let notes = match self.notes.take() {
            Some(notes) => notes,
            None => {
                let (store, code) = (self.around.store.clone(), self.code);
                let state = blocking(move || store.notes(code)).await?;
                Notes::open(state).map_err(io::Error::other)?
            }
        };
        Ok(self.notes.insert(notes))
    }

    /// Gives a seat a connection more. What the seat is told because of it is
    /// news to this connection alone.
    fn seat(
        &mut self,
        id: ParticipantId,
        token: ResumeToken,
        (known_as, ear): (Code, Ear),
        effects: Vec<Effect>,
    ) -> Seated {
        self.connections += 1;
        let connection = Connection(self.connections);
        let others = self.outboxes.remove(&id).unwrap_or_default();
        self.outboxes.insert(id, smallvec![Outbox { connection, known_as, ear }]);
        self.carry_out(effects);
        self.outboxes.entry(id).or_default().extend(others);
        Seated { id, token, connection }
    }

    fn hand_over(
        &mut self,
        reply: oneshot::Sender<Result<Seated, Refusal>>,
        outcome: Result<Seated, Refusal>,
    ) {
        // Whoever asked may have gone before they got their seat.
        if let Err(Ok(seated)) = reply.send(outcome) {
            self.disconnect(seated.id, seated.connection);
        }
    }

    fn disconnect(&mut self, id: ParticipantId, connection: Connection) {
        let Some(outboxes) = self.outboxes.get_mut(&id) else { return };
        let before = outboxes.len();
        outboxes.retain(|outbox| outbox.connection != connection);
        if outboxes.len() == before {
            return;
        }
        if outboxes.is_empty() {
            self.outboxes.remove(&id);
        }
        let effects = self.meeting.disconnect(clock::now(), id);
        self.carry_out(effects);
    }

    /// Nothing else of this meeting can be kept meanwhile, so nothing is kept
    /// under a code that is no more.
    async fn change_code(&mut self, from: Code, to: Code) -> Result<bool, StoreError> {
        if self.code != from || !self.around.store.change_code(from, to).await? {
            return Ok(false);
        }
        self.code = to;
        let effects = self.meeting.change_code(to);
        self.carry_out(effects);
        Ok(true)
    }

    async fn keep_file(&mut self, file: KeptFile) -> Result<bool, StoreError> {
        let number = file.offer.number;
        if self.meeting.file(number).is_none()
            || !self.around.store.keep_file(self.code, file).await?
        {
            return Ok(false);
        }
        let effects = self.meeting.keep_file(number).unwrap_or_default();
        self.carry_out(effects);
        Ok(true)
    }

    /// What is told was kept before, or could not be.
    async fn keep_and_carry_out(&mut self, effects: Vec<Effect>) -> Result<(), StoreError> {
        let is_record =
            |effect: &Effect| matches!(effect, Effect::Remember(_) | Effect::KeepNotes { .. });
        let (records, others): (Vec<_>, Vec<_>) = effects.into_iter().partition(is_record);
        let is_withdrawal =
            |effect: &Effect| matches!(effect, Effect::Remember(Record::FileWithdrawn(_)));
        let withdraws = records.iter().any(is_withdrawal);
        let receipts = self.carry_out(records);
        let mut kept = Ok(());
        for receipt in receipts {
            kept = kept.and(receipt.await);
        }
        if withdraws {
            self.around.vault.sweep().await;
        }
        self.carry_out(others);
        kept
    }

    /// Hands out events without ever waiting, so that one slow reader cannot
    /// stall the meeting; a reader who stalled loses the connection, not the seat.
    fn carry_out(&mut self, effects: Vec<Effect>) -> Vec<Receipt<()>> {
        let mut receipts = Vec::new();
        let mut stalled = Vec::new();
        let mut latest: Option<Arc<News>> = None;
        for effect in effects {
            match effect {
                Effect::Tell { to, sequence, event } => {
                    let is_same = |news: &Arc<News>| Arc::ptr_eq(news.event(), &event);
                    // What many hear is one piece of news.
                    let news = latest.take().filter(is_same);
                    let news = news.unwrap_or_else(|| Arc::new(News::of(event)));
                    for outbox in self.outboxes.get(&to).into_iter().flatten() {
                        let told = Told::Event { sequence, news: Arc::clone(&news) };
                        if outbox.tell(told).is_err() {
                            stalled.push((to, outbox.connection));
                        }
                    }
                    latest = Some(news);
                }
                Effect::Close { who } => {
                    for outbox in self.outboxes.remove(&who).into_iter().flatten() {
                        let _ = outbox.tell(Told::Closed);
                    }
                }
                Effect::Remember(record) => {
                    receipts.push(self.around.store.remember(self.code, record));
                }
                Effect::KeepNotes { .. } => {
                    let notes = self.notes.as_ref().expect("they were just changed");
                    let kept = store::Notes {
                        state: notes.state(),
                        text: notes.text(),
                        at: clock::wall(),
                    };
                    receipts.push(self.around.store.keep_notes(self.code, kept));
                }
            }
        }
        for (id, connection) in stalled {
            let number = id.number();
            warn!(participant.id = number, "Participant {number} stopped reading");
            self.disconnect(id, connection);
        }
        receipts
    }

    /// When the meeting wants to be woken, or may be put away.
    fn due(&self) -> Option<Instant> {
        let putting_away = self.meeting.unused_since().map(|since| since + self.around.linger);
        self.meeting.next_wake().into_iter().chain(putting_away).min().map(Instant::from_std)
    }

    /// A meeting that nobody uses is put away: all of it is in the store.
    fn may_be_put_away(&self) -> bool {
        let linger = self.around.linger;
        let now = clock::instant();
        let unused = self.meeting.unused_since().is_some_and(|since| since + linger <= now);
        if unused {
            debug!(meeting.code = %self.code, "Meeting put away");
        }
        unused
    }
}

//! One task per meeting. It owns the [`Meeting`]; everyone else holds a handle.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use hearth_core::{
    Code, Command, Effect, Event, Limits, Meeting, Opening, ParticipantId, PersonId, Refusal,
    ResumeToken, Visitor,
};
use hearth_store::{Receipt, Store};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{debug, error, info, warn};

use crate::clock;
use crate::metrics::Metrics;

// A client who has this many events waiting is not reading any more.
const OUTBOX: usize = 256;
const INBOX: usize = 256;

/// Talks to a running meeting. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct MeetingHandle {
    inbox: mpsc::Sender<Message>,
    forgotten: CancellationToken,
}

/// The meeting's task has ended: the meeting is over, or was put away until
/// someone comes back to it.
#[derive(Debug)]
pub(crate) struct MeetingGone;

/// What a seat hears.
#[derive(Debug)]
pub(crate) enum Told {
    /// Something happened.
    Event { sequence: u64, event: Arc<Event> },
    /// The seat was resumed elsewhere.
    Replaced,
    /// The seat is no more.
    Closed,
    /// The meeting is no more, nor any seat in it.
    Forgotten,
}

/// A seat in a meeting, and the channel on which it hears. A channel that
/// closes without a word did so because its reader stalled.
#[derive(Debug)]
pub(crate) struct Seated {
    pub(crate) id: ParticipantId,
    pub(crate) token: ResumeToken,
    pub(crate) connection: Connection,
    pub(crate) told: mpsc::Receiver<Told>,
}

/// Tells the connections that a seat had one after the other apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Connection(u64);

/// What a command did: what must be on disk before its sender is told so.
pub(crate) type Outcome = Result<Vec<Receipt<()>>, Refusal>;

enum Message {
    Connect {
        person: PersonId,
        token: ResumeToken,
        reply: oneshot::Sender<Result<Seated, Refusal>>,
    },
    Resume {
        token: ResumeToken,
        after: Option<u64>,
        reply: oneshot::Sender<Result<Seated, Refusal>>,
    },
    Command {
        from: ParticipantId,
        command: Command,
        reply: oneshot::Sender<Outcome>,
    },
    Disconnect {
        id: ParticipantId,
        connection: Connection,
    },
    Count {
        reply: oneshot::Sender<usize>,
    },
}

/// What a meeting's task works with.
#[derive(Debug, Clone)]
pub(crate) struct Surroundings {
    pub(crate) store: Store,
    pub(crate) metrics: Metrics,
    pub(crate) limits: Limits,
    pub(crate) linger: Duration,
    pub(crate) tasks: TaskTracker,
}

impl MeetingHandle {
    /// Starts a meeting's task.
    pub(crate) fn spawn(code: Code, opening: Opening, around: Surroundings) -> MeetingHandle {
        let (inbox, messages) = mpsc::channel(INBOX);
        let meeting = Meeting::open(clock::now(), around.limits, opening);
        let tasks = around.tasks.clone();
        let task = Task { code, meeting, outboxes: HashMap::new(), connections: 0, around };
        let forgotten = CancellationToken::new();
        tasks.spawn(task.run(messages, forgotten.clone()));
        MeetingHandle { inbox, forgotten }
    }

    /// Lets someone look on.
    pub(crate) async fn connect(
        &self,
        person: PersonId,
        token: ResumeToken,
    ) -> Result<Result<Seated, Refusal>, MeetingGone> {
        self.ask(|reply| Message::Connect { person, token, reply }).await
    }

    /// Gives someone their seat back.
    pub(crate) async fn resume(
        &self,
        token: ResumeToken,
        after: Option<u64>,
    ) -> Result<Result<Seated, Refusal>, MeetingGone> {
        self.ask(|reply| Message::Resume { token, after, reply }).await
    }

    /// Carries out a command, or says why not.
    pub(crate) async fn command(
        &self,
        from: ParticipantId,
        command: Command,
    ) -> Result<Outcome, MeetingGone> {
        self.ask(|reply| Message::Command { from, command, reply }).await
    }

    /// Tells the meeting that a seat's connection is gone.
    pub(crate) async fn disconnect(&self, id: ParticipantId, connection: Connection) {
        // If the meeting is gone, so is the seat.
        let _ = self.inbox.send(Message::Disconnect { id, connection }).await;
    }

    /// How many are in.
    pub(crate) async fn count(&self) -> Result<usize, MeetingGone> {
        self.ask(|reply| Message::Count { reply }).await
    }

    /// Ends the task. Whoever still has a seat loses the connection, and learns
    /// the rest when they come again.
    pub(crate) fn forget(&self) {
        self.forgotten.cancel();
    }

    /// Whether the task has ended, or is about to.
    pub(crate) fn is_gone(&self) -> bool {
        self.inbox.is_closed() || self.forgotten.is_cancelled()
    }

    async fn ask<T>(
        &self,
        message: impl FnOnce(oneshot::Sender<T>) -> Message,
    ) -> Result<T, MeetingGone> {
        let (reply, answer) = oneshot::channel();
        self.inbox.send(message(reply)).await.map_err(|_| MeetingGone)?;
        answer.await.map_err(|_| MeetingGone)
    }
}

struct Task {
    code: Code,
    meeting: Meeting,
    outboxes: HashMap<ParticipantId, Outbox>,
    connections: u64,
    around: Surroundings,
}

struct Outbox {
    connection: Connection,
    told: mpsc::Sender<Told>,
}

impl Task {
    async fn run(mut self, mut messages: mpsc::Receiver<Message>, forgotten: CancellationToken) {
        self.around.metrics.meetings.inc();
        info!(meeting.code = %self.code, "Meeting opened");
        loop {
            let due = self.due();
            tokio::select! {
                message = messages.recv() => match message {
                    Some(message) => self.serve(message),
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
        }
        for outbox in self.outboxes.values() {
            let _ = outbox.told.try_send(Told::Forgotten);
        }
        // Whoever finds this meeting gone looks into the store, and must find
        // there what happened last.
        if let Err(error) = self.around.store.settle().await {
            error!("What happened last may not be kept: {error}");
        }
        self.around.metrics.meetings.dec();
        info!(meeting.code = %self.code, "Meeting closed");
    }

    fn serve(&mut self, message: Message) {
        match message {
            Message::Connect { person, token, reply } => {
                let outcome = self
                    .meeting
                    .connect(Visitor { person, token })
                    .map(|(id, effects)| self.seat(id, token, effects));
                self.hand_over(reply, outcome);
            }
            Message::Resume { token, after, reply } => {
                let outcome = self
                    .meeting
                    .resume(token, after)
                    .map(|(id, effects)| self.seat(id, token, effects));
                self.hand_over(reply, outcome);
            }
            Message::Command { from, command, reply } => {
                let outcome = self
                    .meeting
                    .handle(clock::now(), from, command)
                    .map(|effects| self.carry_out(effects));
                // The asker may have gone away meanwhile; the command stands.
                let _ = reply.send(outcome);
            }
            Message::Disconnect { id, connection } => self.disconnect(id, connection),
            Message::Count { reply } => {
                let _ = reply.send(self.meeting.member_count());
            }
        }
    }

    /// Gives a seat its channel, and puts what it is told first into it.
    fn seat(&mut self, id: ParticipantId, token: ResumeToken, effects: Vec<Effect>) -> Seated {
        self.connections += 1;
        let connection = Connection(self.connections);
        let (told, receiver) = mpsc::channel(OUTBOX);
        if let Some(old) = self.outboxes.insert(id, Outbox { connection, told }) {
            // If its outbox is full it stalled, and hears this from its silence.
            let _ = old.told.try_send(Told::Replaced);
        }
        self.carry_out(effects);
        Seated { id, token, connection, told: receiver }
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
        if self.outboxes.get(&id).is_some_and(|outbox| outbox.connection == connection) {
            self.outboxes.remove(&id);
            let effects = self.meeting.disconnect(clock::now(), id);
            self.carry_out(effects);
        }
    }

    /// Hands out events without ever waiting, so that one slow reader cannot
    /// stall the meeting; a reader who stalled loses the connection, not the seat.
    fn carry_out(&mut self, effects: Vec<Effect>) -> Vec<Receipt<()>> {
        let mut receipts = Vec::new();
        let mut stalled = Vec::new();
        for effect in effects {
            match effect {
                Effect::Tell { to, sequence, event } => {
                    let Some(outbox) = self.outboxes.get(&to) else { continue };
                    if outbox.told.try_send(Told::Event { sequence, event }).is_err() {
                        self.outboxes.remove(&to);
                        stalled.push(to);
                    }
                }
                Effect::Close { who } => {
                    if let Some(outbox) = self.outboxes.remove(&who) {
                        let _ = outbox.told.try_send(Told::Closed);
                    }
                }
                Effect::Remember(record) => {
                    receipts.push(self.around.store.remember(self.code, record));
                }
            }
        }
        for id in stalled {
            let number = id.number();
            warn!(participant.id = number, "Participant {number} stopped reading");
            let effects = self.meeting.disconnect(clock::now(), id);
            receipts.extend(self.carry_out(effects));
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
        let now = clock::now().instant;
        let unused = self.meeting.unused_since().is_some_and(|since| since + linger <= now);
        if unused {
            debug!(meeting.code = %self.code, "Meeting put away");
        }
        unused
    }
}

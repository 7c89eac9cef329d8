//! What everyone but its task holds of a running meeting.

use std::sync::Arc;

use hearth_core::{
    Code, Command, FileOffer, Lifetime, ParticipantId, PersonId, Refusal, ResumeToken, Role,
    Visitor,
};
use hearth_store::{KeptFile, StoreError};
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

use crate::ear::{Connection, Ear};

/// Talks to a running meeting. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct MeetingHandle {
    lifetime: Lifetime,
    inbox: mpsc::Sender<Message>,
    forgotten: CancellationToken,
}

/// The meeting's task has ended: the meeting is over, or was put away until
/// someone comes back to it.
#[derive(Debug)]
pub(crate) struct MeetingGone;

/// A seat in a meeting.
#[derive(Debug)]
pub(crate) struct Seated {
    pub(crate) id: ParticipantId,
    pub(crate) token: ResumeToken,
    pub(crate) connection: Connection,
}

/// What a command came to: it was refused, it was done and what is to be kept of
/// it is on disk, or it was done and is not.
pub(crate) type Outcome = Result<Result<(), StoreError>, Refusal>;

/// All of a meeting's notes, unless the asker may not read them or they could not be.
pub(crate) type OpenedNotes = Result<Result<Arc<[u8]>, StoreError>, Refusal>;

/// What is asked of a meeting's task.
pub(super) enum Message {
    Connect {
        visitor: Visitor,
        known_as: Code,
        ear: Ear,
        reply: oneshot::Sender<Result<Seated, Refusal>>,
    },
    Resume {
        token: ResumeToken,
        after: Option<u64>,
        known_as: Code,
        ear: Ear,
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
        reply: oneshot::Sender<()>,
    },
    OpenNotes {
        from: ParticipantId,
        reply: oneshot::Sender<OpenedNotes>,
    },
    People {
        reply: oneshot::Sender<Vec<(PersonId, Role)>>,
    },
    File {
        number: u64,
        reply: oneshot::Sender<Option<FileOffer>>,
    },
    KeepFile {
        file: KeptFile,
        reply: oneshot::Sender<Result<bool, StoreError>>,
    },
    ChangeCode {
        from: Code,
        to: Code,
        reply: oneshot::Sender<Result<bool, StoreError>>,
    },
}

impl MeetingHandle {
    /// To a meeting's task, which reads the messages until it is `forgotten`.
    pub(super) fn new(
        lifetime: Lifetime,
        inbox: mpsc::Sender<Message>,
        forgotten: CancellationToken,
    ) -> MeetingHandle {
        MeetingHandle { lifetime, inbox, forgotten }
    }

    /// Lets someone look on, to whom this is the meeting `known_as`.
    pub(crate) async fn connect(
        &self,
        visitor: Visitor,
        known_as: Code,
        ear: Ear,
    ) -> Result<Result<Seated, Refusal>, MeetingGone> {
        self.ask(|reply| Message::Connect { visitor, known_as, ear, reply }).await
    }

    /// Gives someone their seat back.
    pub(crate) async fn resume(
        &self,
        token: ResumeToken,
        after: Option<u64>,
        known_as: Code,
        ear: Ear,
    ) -> Result<Result<Seated, Refusal>, MeetingGone> {
        self.ask(|reply| Message::Resume { token, after, known_as, ear, reply }).await
    }

    /// Gives the meeting another code, and tells who is in; `false` if it had
    /// yet another one.
    pub(crate) async fn change_code(
        &self,
        from: Code,
        to: Code,
    ) -> Result<Result<bool, StoreError>, MeetingGone> {
        self.ask(|reply| Message::ChangeCode { from, to, reply }).await
    }

    /// Carries out a command, or says why not.
    pub(crate) async fn command(
        &self,
        from: ParticipantId,
        command: Command,
    ) -> Result<Outcome, MeetingGone> {
        self.ask(|reply| Message::Command { from, command, reply }).await
    }

    /// All of the notes, as a change of empty ones.
    pub(crate) async fn open_notes(&self, from: ParticipantId) -> Result<OpenedNotes, MeetingGone> {
        self.ask(|reply| Message::OpenNotes { from, reply }).await
    }

    /// Tells the meeting that a seat's connection is gone. When this returns,
    /// the others have been told.
    pub(crate) async fn disconnect(&self, id: ParticipantId, connection: Connection) {
        // If the meeting is gone, so is the seat.
        let _ = self.ask(|reply| Message::Disconnect { id, connection, reply }).await;
    }

    /// Who is in, as what; some on several seats.
    pub(crate) async fn people(&self) -> Result<Vec<(PersonId, Role)>, MeetingGone> {
        self.ask(|reply| Message::People { reply }).await
    }

    /// A file that is offered.
    pub(crate) async fn file(&self, number: u64) -> Result<Option<FileOffer>, MeetingGone> {
        self.ask(|reply| Message::File { number, reply }).await
    }

    /// Keeps a file, and tells who is in; `false` if it is not offered any more.
    pub(crate) async fn keep_file(
        &self,
        file: KeptFile,
    ) -> Result<Result<bool, StoreError>, MeetingGone> {
        self.ask(|reply| Message::KeepFile { file, reply }).await
    }

    /// Ends the task. Whoever still has a seat loses the connection, and learns
    /// the rest when they come again.
    pub(crate) fn forget(&self) {
        self.forgotten.cancel();
    }

    /// Whether it ends with the last one in it.
    pub(crate) fn is_call(&self) -> bool {
        self.lifetime == Lifetime::Call
    }

    /// Whether it goes on until someone ends it.
    pub(crate) fn lasts(&self) -> bool {
        self.lifetime == Lifetime::Lasting
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

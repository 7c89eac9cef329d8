//! How a connection hears what happens elsewhere.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use hearth_core::{Code, LineEvent, LineId};
use hearth_wire::{CallNotice, Neighbour};
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;

use crate::news::News;

// A client who has this many events waiting is not reading any more.
const OUTBOX: usize = 256;

/// What a connection hears.
#[derive(Debug)]
pub(crate) enum Heard {
    /// Something from a seat in a meeting.
    Meeting { code: Code, connection: Connection, told: Told },
    /// Something from the switchboard.
    Line { line: LineId, event: Arc<LineEvent> },
    /// These are on the network now.
    Nearby(Vec<Neighbour>),
    /// Something about calls that pages at this computer hold.
    Call(CallNotice),
}

/// What a seat hears.
#[derive(Debug)]
pub(crate) enum Told {
    /// Something happened.
    Event { sequence: u64, news: Arc<News> },
    /// The seat was resumed elsewhere.
    Replaced,
    /// The seat is no more.
    Closed,
    /// The meeting is no more, nor any seat in it.
    Forgotten,
}

/// Tells the connections that a seat had one after the other apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Connection(pub(crate) u64);

/// The way to a connection. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Ear {
    heard: mpsc::Sender<Heard>,
    stalled: Arc<AtomicBool>,
    attentive: Option<Arc<dyn Attentive>>,
}

/// Someone who can hear what is said while it is said.
pub(crate) trait Attentive: Send + Sync {
    /// Hears something without ever waiting, or has it heard later if that is its
    /// turn.
    fn hear(
        &self,
        heard: Heard,
        later: &dyn Fn(Heard) -> Result<(), Stalled>,
    ) -> Result<(), Stalled>;
}

/// What comes in at an [`Ear`].
#[derive(Debug)]
pub(crate) struct Hearing {
    heard: mpsc::Receiver<Heard>,
    stalled: Arc<AtomicBool>,
}

/// The connection stopped reading, and is let go.
#[derive(Debug)]
pub(crate) struct Stalled;

impl Ear {
    /// Opens a connection's ear.
    pub(crate) fn open() -> (Ear, Hearing) {
        let (sender, heard) = mpsc::channel(OUTBOX);
        let stalled = Arc::new(AtomicBool::new(false));
        let ear = Ear { heard: sender, stalled: Arc::clone(&stalled), attentive: None };
        (ear, Hearing { heard, stalled })
    }

    /// An ear that is lent to someone as well.
    pub(crate) fn lent(self, attentive: Arc<dyn Attentive>) -> Ear {
        Ear { attentive: Some(attentive), ..self }
    }

    /// Says something as [`Ear::say`] does. It is heard before this returns, unless
    /// the connection has no time or still has to hear what was said so before.
    pub(crate) fn say_now(&self, heard: Heard) -> Result<(), Stalled> {
        match &self.attentive {
            Some(attentive) => attentive.hear(heard, &|heard| self.say(heard)),
            None => self.say(heard),
        }
    }

    /// Says something without ever waiting. Whoever does not listen is let go;
    /// whoever is gone gives up their seats without being told to.
    pub(crate) fn say(&self, heard: Heard) -> Result<(), Stalled> {
        match self.heard.try_send(heard) {
            Ok(()) | Err(TrySendError::Closed(_)) => Ok(()),
            Err(TrySendError::Full(_)) => {
                self.stalled.store(true, Ordering::Release);
                Err(Stalled)
            }
        }
    }
}

impl fmt::Debug for Ear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ear").finish_non_exhaustive()
    }
}

impl Hearing {
    /// What was said next, unless something could not be said before. Pending
    /// when nobody can say anything any more.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Heard, Stalled>> {
        if self.stalled.load(Ordering::Acquire) {
            return Poll::Ready(Err(Stalled));
        }
        // What is there is heard even by a task that has had its turn and is to
        // yield: what its client says next is understood by it.
        if let Ok(heard) = self.heard.try_recv() {
            return Poll::Ready(Ok(heard));
        }
        match ready!(self.heard.poll_recv(cx)) {
            Some(heard) => Poll::Ready(Ok(heard)),
            None => Poll::Pending,
        }
    }

    /// Waits for what is said next.
    pub(crate) async fn next(&mut self) -> Result<Heard, Stalled> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    /// Whether nobody can say anything any more.
    #[cfg(test)]
    pub(crate) fn is_over(&self) -> bool {
        self.heard.sender_strong_count() == 0
    }

    #[cfg(test)]
    pub(crate) fn has_stalled(&self) -> bool {
        self.stalled.load(Ordering::Acquire)
    }
}

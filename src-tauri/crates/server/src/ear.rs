//! How a connection hears what happens elsewhere.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};

use hearth_core::{Code, LineEvent, LineId};
use hearth_wire::{CallNotice, Neighbour};

use crate::news::News;

// A client who has this many events waiting is not reading any more.
const MOST: usize = 256;
// More room than this is given back when the last of them is heard.
const ROOM: usize = 4;

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
pub(crate) struct Ear(Arc<dyn Listener>);

/// Who listens at an [`Ear`].
pub(crate) trait Listener: Send + Sync {
    /// What waits to be heard.
    fn waiting(&self) -> &Waiting;

    /// Hears all that waits, without ever waiting itself; `false` if that is to be
    /// done by the task that polls [`Waiting`].
    fn attend(&self) -> bool;
}

/// What comes in at an [`Ear`] that only a task listens at.
#[derive(Debug)]
pub(crate) struct Hearing(Arc<Waiting>);

/// What was said and not heard yet.
#[derive(Debug, Default)]
pub(crate) struct Waiting(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    heard: VecDeque<Heard>,
    task: Option<Waker>,
    stalled: bool,
    deaf: bool,
}

/// The connection stopped reading, and is let go.
#[derive(Debug)]
pub(crate) struct Stalled;

impl Ear {
    /// Opens a connection's ear.
    pub(crate) fn open() -> (Ear, Hearing) {
        let waiting = Arc::<Waiting>::default();
        (Ear(Arc::clone(&waiting) as Arc<dyn Listener>), Hearing(waiting))
    }

    /// The ear of who listens.
    pub(crate) fn of(listener: Arc<dyn Listener>) -> Ear {
        Ear(listener)
    }

    /// Says something without ever waiting, and has the connection's task hear it.
    /// Whoever does not listen is let go; whoever is gone gives up their seats
    /// without being told to.
    pub(crate) fn say(&self, heard: Heard) -> Result<(), Stalled> {
        let kept = self.keep(heard);
        self.wake();
        kept
    }

    /// Says something as [`Ear::say`] does. It is heard before this returns, unless
    /// the connection has something to do first.
    pub(crate) fn say_now(&self, heard: Heard) -> Result<(), Stalled> {
        let kept = self.keep(heard);
        self.attend();
        kept
    }

    /// Says something that is heard when somebody has the connection attend.
    pub(crate) fn keep(&self, heard: Heard) -> Result<(), Stalled> {
        self.0.waiting().add(heard)
    }

    /// Has heard what was kept. Not for those who hold a lock that others wait for:
    /// it may be written to the client.
    pub(crate) fn attend(&self) {
        if !self.0.attend() {
            self.wake();
        }
    }

    /// Has the connection's task hear what was kept.
    pub(crate) fn wake(&self) {
        let task = self.0.waiting().state().task.take();
        // The lock is free for the task.
        if let Some(task) = task {
            task.wake();
        }
    }

    /// Whether this is an ear of the same connection.
    pub(crate) fn is(&self, other: &Ear) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Ear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ear").finish_non_exhaustive()
    }
}

impl Listener for Waiting {
    fn waiting(&self) -> &Waiting {
        self
    }

    fn attend(&self) -> bool {
        false
    }
}

impl Hearing {
    /// Waits for what is said next, or for something that could not be said. For
    /// ever when nobody can say anything any more.
    pub(crate) async fn next(&mut self) -> Result<Heard, Stalled> {
        std::future::poll_fn(|cx| self.0.poll(cx)).await
    }

    /// Whether nobody can say anything any more.
    #[cfg(test)]
    pub(crate) fn is_over(&self) -> bool {
        Arc::strong_count(&self.0) == 1
    }

    #[cfg(test)]
    pub(crate) fn has_stalled(&self) -> bool {
        self.0.state().stalled
    }
}

impl Drop for Hearing {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Waiting {
    /// What was said next, or that something could not be said; `None` if nothing
    /// waits.
    pub(crate) fn take(&self) -> Option<Result<Heard, Stalled>> {
        self.state().take()
    }

    /// What [`Waiting::take`] takes. The task that polls this is woken for what is
    /// said later.
    pub(crate) fn poll(&self, cx: &mut Context<'_>) -> Poll<Result<Heard, Stalled>> {
        let mut state = self.state();
        match state.take() {
            Some(heard) => Poll::Ready(heard),
            None => {
                state.listen(cx);
                Poll::Pending
            }
        }
    }

    /// Keeps nothing any more.
    pub(crate) fn close(&self) {
        let mut state = self.state();
        state.deaf = true;
        state.heard = VecDeque::new();
    }

    fn add(&self, heard: Heard) -> Result<(), Stalled> {
        let mut state = self.state();
        if state.heard.len() >= MOST {
            state.stalled = true;
            return Err(Stalled);
        }
        if !state.deaf {
            state.heard.push_back(heard);
        }
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("nobody panics while something is moved")
    }
}

impl State {
    fn take(&mut self) -> Option<Result<Heard, Stalled>> {
        if self.stalled {
            return Some(Err(Stalled));
        }
        let heard = self.heard.pop_front();
        if self.heard.is_empty() && self.heard.capacity() > ROOM {
            self.heard = VecDeque::new();
        }
        heard.map(Ok)
    }

    fn listen(&mut self, cx: &Context<'_>) {
        if !self.task.as_ref().is_some_and(|task| task.will_wake(cx.waker())) {
            self.task = Some(cx.waker().clone());
        }
    }
}

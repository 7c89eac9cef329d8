//! The engine: all sessions, and who may begin one.

use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::Router;
use axum::http::request::Parts;
use tokio::sync::Notify;
use tokio::time::timeout;

use crate::config::Config;
use crate::host::{Host, Parting};
use crate::http;
use crate::id::Id;
use crate::outbox::{End, Outbox};
use crate::polling::Calls;

/// Serves Socket.IO. Cheap to clone.
#[derive(Clone)]
pub struct Engine(Arc<Inner>);

struct Inner {
    config: Config,
    greet: Box<Greet>,
    sessions: Mutex<Sessions>,
    emptied: Notify,
}

type Greet = dyn Fn(&Parts) -> Box<dyn Host> + Send + Sync;

#[derive(Default)]
struct Sessions {
    each: HashMap<Id, Entry>,
    closed: bool,
}

/// How a session is reached.
#[derive(Clone)]
struct Entry {
    outbox: Arc<Outbox>,
    // None for those that begin on a websocket.
    door: Option<Arc<Door>>,
}

/// Where the requests of a session come in that began by polling.
pub(crate) struct Door {
    pub(crate) calls: Calls,
    // Whether someone is sending.
    taken: AtomicBool,
}

/// What a request that names a session finds.
pub(crate) enum Found {
    Polling(Arc<Door>, Arc<Outbox>),
    // It is on its websocket, and there is nothing to be asked.
    Websocket,
    Nothing,
}

impl Engine {
    /// Makes an engine. `greet` makes a host from each client's first request.
    pub fn new(
        config: Config,
        greet: impl Fn(&Parts) -> Box<dyn Host> + Send + Sync + 'static,
    ) -> Engine {
        let sessions = Mutex::default();
        let (greet, emptied) = (Box::new(greet), Notify::new());
        Engine(Arc::new(Inner { config, greet, sessions, emptied }))
    }

    /// What serves `/socket.io`, to be merged into a router.
    pub fn router<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        http::router(self.clone())
    }

    /// Sessions under way.
    pub fn sessions(&self) -> usize {
        self.state().each.len()
    }

    /// Ends every session after what it was sent, and whoever does not read
    /// that in time all the same. No session begins any more.
    pub async fn close(&self, patience: Duration) {
        for end in [End::Gently, End::Now(Parting::Stopping)] {
            self.end(end);
            if timeout(patience, self.emptied()).await.is_ok() {
                break;
            }
        }
    }

    pub(crate) fn config(&self) -> &Config {
        &self.0.config
    }

    pub(crate) fn greet(&self, request: &Parts) -> Box<dyn Host> {
        (self.0.greet)(request)
    }

    /// Enters a new session, if there is room for it.
    pub(crate) fn register(&self, calls: Option<Calls>) -> Option<Registration> {
        let Config { sessions: most, outgoing_packets, outgoing_bytes, .. } = self.0.config;
        let mut sessions = self.state();
        if sessions.closed || sessions.each.len() >= most {
            return None;
        }
        let id = Id::random();
        let outbox = Arc::new(Outbox::new(outgoing_packets, outgoing_bytes));
        let door = calls.map(|calls| Arc::new(Door { calls, taken: AtomicBool::new(false) }));
        sessions.each.insert(id, Entry { outbox: Arc::clone(&outbox), door });
        Some(Registration { engine: self.clone(), id, outbox })
    }

    pub(crate) fn find(&self, id: &str) -> Found {
        let entry = Id::read(id).and_then(|id| self.state().each.get(&id).cloned());
        match entry {
            Some(Entry { door: Some(door), .. }) if door.calls.is_closed() => Found::Websocket,
            Some(Entry { door: Some(door), outbox }) => Found::Polling(door, outbox),
            Some(Entry { door: None, .. }) => Found::Websocket,
            None => Found::Nothing,
        }
    }

    fn end(&self, end: End) {
        let mut sessions = self.state();
        sessions.closed = true;
        for entry in sessions.each.values() {
            entry.outbox.end(end);
        }
    }

    async fn emptied(&self) {
        loop {
            let emptied = self.0.emptied.notified();
            if self.sessions() == 0 {
                return;
            }
            emptied.await;
        }
    }

    fn state(&self) -> MutexGuard<'_, Sessions> {
        self.0.sessions.lock().expect("nobody panics while looking up")
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").field("sessions", &self.sessions()).finish_non_exhaustive()
    }
}

impl Door {
    /// The turn of the one who sends, if nobody else has it.
    pub(crate) fn take_turn(&self) -> Option<Turn<'_>> {
        (!self.taken.swap(true, Ordering::AcqRel)).then_some(Turn(self))
    }
}

/// The turn to send, given back when dropped.
pub(crate) struct Turn<'a>(&'a Door);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.taken.store(false, Ordering::Release);
    }
}

/// A session's entry, taken out when dropped.
pub(crate) struct Registration {
    engine: Engine,
    id: Id,
    outbox: Arc<Outbox>,
}

impl Registration {
    pub(crate) fn id(&self) -> &str {
        self.id.as_str()
    }

    pub(crate) fn config(&self) -> &Config {
        self.engine.config()
    }

    pub(crate) fn outbox(&self) -> &Arc<Outbox> {
        &self.outbox
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        let mut sessions = self.engine.state();
        sessions.each.remove(&self.id);
        if sessions.each.is_empty() {
            self.engine.0.emptied.notify_waiters();
        }
    }
}

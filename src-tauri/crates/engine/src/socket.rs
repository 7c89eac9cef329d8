//! The way to one client in one namespace.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::frame::Frame;
use crate::id::Id;
use crate::outbox::Outbox;

/// The way to one client in one namespace. Cheap to clone, and never waits.
#[derive(Clone)]
pub struct Socket(Arc<Inner>);

struct Inner {
    id: Id,
    namespace: Box<str>,
    connected: AtomicBool,
    outbox: Arc<Outbox>,
}

/// What a client will recognise the answer to an event by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ack(pub(crate) u64);

/// Why a packet was not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unsent {
    /// Too much waits for the client already.
    #[error("the client does not read")]
    Stalled,
    /// The client is gone.
    #[error("the client is gone")]
    Gone,
}

impl Socket {
    pub(crate) fn new(namespace: Box<str>, outbox: Arc<Outbox>) -> Socket {
        let connected = AtomicBool::new(true);
        Socket(Arc::new(Inner { id: Id::random(), namespace, connected, outbox }))
    }

    /// The client's name in this namespace: 20 characters that nobody can
    /// guess, and that say nothing about its connection.
    pub fn id(&self) -> &str {
        self.0.id.as_str()
    }

    /// Where the client is.
    pub fn namespace(&self) -> &str {
        &self.0.namespace
    }

    /// Whether the client is still here.
    pub fn is_connected(&self) -> bool {
        self.0.connected.load(Ordering::Acquire)
    }

    /// Spells an event for this socket's namespace.
    pub fn spell(&self, name: &str, args: &[Box<str>]) -> Frame {
        Frame::event(self.namespace(), name, args)
    }

    /// Adds what was spelt for this socket's namespace to what the next flush sends.
    pub fn feed(&self, frame: Frame) -> Result<(), Unsent> {
        if self.is_connected() { self.0.outbox.feed(frame) } else { Err(Unsent::Gone) }
    }

    /// Adds the answer to an event.
    pub fn acknowledge(&self, ack: Ack, args: &[Box<str>]) -> Result<(), Unsent> {
        self.feed(Frame::ack(self.namespace(), ack.0, args))
    }

    /// Sends what was added. What a listener adds while it is asked for something
    /// goes out without this.
    pub fn flush(&self) {
        self.0.outbox.flush();
    }

    /// Lets the client go, after what was sent to it.
    pub fn disconnect(&self) {
        if self.leave() {
            self.0.outbox.dismiss(Frame::dismissed(self.namespace()));
        }
    }

    /// Marks the client as gone; `false` if it was gone already.
    pub(crate) fn leave(&self) -> bool {
        self.0.connected.swap(false, Ordering::AcqRel)
    }
}

impl fmt::Debug for Socket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Socket").field("namespace", &self.namespace()).finish_non_exhaustive()
    }
}

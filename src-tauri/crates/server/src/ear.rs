//! How a connection hears what happens elsewhere.

use std::sync::Arc;

use hearth_core::{Code, Event, LineEvent, LineId};
use hearth_wire::Neighbour;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

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
}

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

/// Tells the connections that a seat had one after the other apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Connection(pub(crate) u64);

/// The way to a connection. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Ear {
    heard: mpsc::Sender<Heard>,
    stalled: CancellationToken,
}

/// The connection stopped reading, and is let go.
#[derive(Debug)]
pub(crate) struct Stalled;

impl Ear {
    /// Opens a connection's ear: the way to it, what it hears, and what says
    /// that it did not listen.
    pub(crate) fn open() -> (Ear, mpsc::Receiver<Heard>, CancellationToken) {
        let (heard, hearing) = mpsc::channel(OUTBOX);
        let stalled = CancellationToken::new();
        (Ear { heard, stalled: stalled.clone() }, hearing, stalled)
    }

    /// Says something without ever waiting. Whoever does not listen is let go.
    pub(crate) fn say(&self, heard: Heard) -> Result<(), Stalled> {
        self.heard.try_send(heard).map_err(|_| {
            self.stalled.cancel();
            Stalled
        })
    }
}

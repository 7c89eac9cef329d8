//! The line between a connection and its conversation.

use hearth_wire::Packet;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

// Packets that wait while one is being served.
const INBOX: usize = 512;

/// One packet from the client, and the way to answer it.
pub(crate) struct Incoming {
    pub(crate) packet: Packet,
    pub(crate) reply: Box<dyn FnOnce(Box<str>) + Send>,
}

/// The way to the client. Neither of these ever waits.
pub(crate) trait Outlet: Send + 'static {
    /// Sends a packet, or says that the client does not read.
    fn send(&self, packet: Packet) -> Result<(), Unsent>;
    /// Ends the connection.
    fn close(&self);
}

/// Why a packet could not be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unsent {
    /// The client has too many packets waiting.
    Stalled,
    /// The client is gone.
    Gone,
}

/// The way into a conversation. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Line {
    inbox: mpsc::Sender<Incoming>,
    gone: CancellationToken,
}

impl Line {
    /// Hands over a packet, unless the client sends faster than it is served.
    pub(crate) fn receive(&self, incoming: Incoming) -> Result<(), Overrun> {
        self.inbox.try_send(incoming).map_err(|_| Overrun)
    }

    /// Says that the connection is gone.
    pub(crate) fn hang_up(&self) {
        self.gone.cancel();
    }
}

/// The conversation is over, or has more packets waiting than it can hold.
#[derive(Debug)]
pub(crate) struct Overrun;

/// What came in on a line and is not served yet.
pub(crate) struct Packets {
    pub(super) inbox: mpsc::Receiver<Incoming>,
    pub(super) gone: CancellationToken,
}

/// Lays the line on which a conversation will hear its client.
pub(crate) fn line() -> (Line, Packets) {
    let (sender, inbox) = mpsc::channel(INBOX);
    let gone = CancellationToken::new();
    (Line { inbox: sender, gone: gone.clone() }, Packets { inbox, gone })
}

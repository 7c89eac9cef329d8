//! Engine.IO over HTTP long-polling, until it becomes a websocket.

use std::future::{pending, poll_fn};
use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use crate::host::Parting;
use crate::outbox::{End, Outbox};
use crate::session::Session;
use crate::websocket::{self, WebSocket};

const SEPARATOR: u8 = 0x1e;
const CLOSE: &[u8] = b"1";
const NOOP: &[u8] = b"6";

/// What HTTP requests ask of a session that is polling.
pub(crate) enum Call {
    /// What waits for the client, or will.
    Poll(oneshot::Sender<Vec<u8>>),
    /// To take what the client sends.
    Post(Bytes, oneshot::Sender<()>),
    /// To go on over a websocket, once it is proved.
    Upgrade(oneshot::Receiver<WebSocket>),
}

/// The way to a session that is polling.
pub(crate) type Calls = mpsc::Sender<Call>;

/// Carries a session by polling, and then by websocket, to its end.
pub(crate) async fn carry(mut session: Session, calls: mpsc::Receiver<Call>) {
    let mut polling = Polling { calls, poll: None, upgrade: None };
    match polling.run(&mut session).await {
        Next::Websocket(websocket) => {
            polling.answer(NOOP.to_vec());
            drop(polling);
            websocket::carry(session, websocket).await;
        }
        Next::End(End::Gently) => {
            session.end(Parting::Stopping);
            let patience = session.registration().config().ping_timeout;
            let outbox = Arc::clone(session.outbox());
            tokio::select! {
                _ = timeout(patience, polling.farewell(&outbox)) => {}
                _ = poll_fn(|cx| session.poll_end(cx)) => {}
            }
        }
        Next::End(End::Now(parting)) => {
            session.end(parting);
            let last = if parting == Parting::Left { NOOP } else { CLOSE };
            polling.answer(last.to_vec());
        }
    }
}

/// How it goes on.
enum Next {
    Websocket(WebSocket),
    End(End),
}

struct Polling {
    calls: mpsc::Receiver<Call>,
    // The request that waits for something to say.
    poll: Option<oneshot::Sender<Vec<u8>>>,
    upgrade: Option<oneshot::Receiver<WebSocket>>,
}

impl Polling {
    async fn run(&mut self, session: &mut Session) -> Next {
        let outbox = Arc::clone(session.outbox());
        loop {
            tokio::select! {
                biased;
                end = poll_fn(|cx| session.poll_end(cx)) => return Next::End(end),
                Some(call) = self.calls.recv() => {
                    if let Err(parting) = self.take(call, session).await {
                        return Next::End(End::Now(parting));
                    }
                }
                () = outbox.filled(), if self.poll.is_some() => {
                    let payload = payload(&outbox);
                    self.answer(payload);
                }
                () = aborted(&mut self.poll) => return Next::End(End::Now(Parting::Lost)),
                upgraded = proved(&mut self.upgrade) => {
                    self.upgrade = None;
                    if let Some(websocket) = upgraded {
                        return Next::Websocket(websocket);
                    }
                }
            }
        }
    }

    async fn take(&mut self, call: Call, session: &mut Session) -> Result<(), Parting> {
        match call {
            // Two at once: then it does not know what it does.
            Call::Poll(_) if self.poll.is_some() => return Err(Parting::Malformed),
            Call::Poll(poll) => {
                self.poll = Some(poll);
                if self.upgrade.is_some() {
                    let payload = payload(session.outbox());
                    self.answer(if payload.is_empty() { NOOP.to_vec() } else { payload });
                }
            }
            Call::Post(payload, done) => {
                let payload = str::from_utf8(&payload).map_err(|_| Parting::Malformed)?;
                let mut heard = Ok(());
                for packet in payload.split(char::from(SEPARATOR)) {
                    session.catch_up().await;
                    heard = session.hear(packet).await;
                    if heard.is_err() {
                        break;
                    }
                }
                session.rest();
                if matches!(heard, Ok(()) | Err(Parting::Left)) {
                    // The request may have been broken off meanwhile.
                    let _ = done.send(());
                }
                heard?;
            }
            // A second one is turned away by being dropped.
            Call::Upgrade(_) if self.upgrade.is_some() => {}
            Call::Upgrade(upgrade) => {
                self.upgrade = Some(upgrade);
                self.answer(NOOP.to_vec());
            }
        }
        Ok(())
    }

    /// Answers the request that waits, if one does.
    fn answer(&mut self, payload: Vec<u8>) {
        if let Some(poll) = self.poll.take() {
            // If it has just been broken off, the client will be missed.
            let _ = poll.send(payload);
        }
    }

    /// Waits for the client to come for its last words, and then once more:
    /// clients drop what comes together with the end.
    async fn farewell(&mut self, outbox: &Outbox) {
        loop {
            while self.poll.is_none() {
                match self.calls.recv().await {
                    Some(Call::Poll(poll)) => self.poll = Some(poll),
                    Some(Call::Post(_, done)) => drop(done.send(())),
                    Some(Call::Upgrade(_)) => {}
                    None => return,
                }
            }
            let words = payload(outbox);
            if words.is_empty() {
                self.answer(CLOSE.to_vec());
                return;
            }
            self.answer(words);
        }
    }
}

/// Everything that waits, as one payload.
fn payload(outbox: &Outbox) -> Vec<u8> {
    let mut payload = Vec::new();
    while let Some(frame) = outbox.pop() {
        if !payload.is_empty() {
            payload.push(SEPARATOR);
        }
        payload.extend_from_slice(frame.packet());
    }
    payload
}

async fn aborted(poll: &mut Option<oneshot::Sender<Vec<u8>>>) {
    match poll {
        Some(poll) => poll.closed().await,
        None => pending().await,
    }
}

/// The websocket, or `None` if it came to nothing.
async fn proved(upgrade: &mut Option<oneshot::Receiver<WebSocket>>) -> Option<WebSocket> {
    match upgrade {
        Some(upgrade) => upgrade.await.ok(),
        None => pending().await,
    }
}

//! Engine.IO over a websocket.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_util::{Sink, SinkExt, StreamExt};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use tokio::sync::oneshot;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::error::ProtocolError::ResetWithoutClosingHandshake;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Message};

use crate::config::Config;
use crate::host::Parting;
use crate::outbox::{End, Outbox};
use crate::polling::{Call, Calls};
use crate::session::Session;

// Most packets are small, and most websockets idle: larger ones may cost a
// system call more.
const READ_BUFFER: usize = 2 * 1024;
// So many bytes are put together for one system call.
const WRITE_BUFFER: usize = 8 * 1024;

/// A websocket, boxed so that it moves cheaply.
pub(crate) type WebSocket = Box<WebSocketStream<TokioIo<Upgraded>>>;

/// Becomes a websocket once the answer to the request is out.
pub(crate) async fn upgraded(upgrade: OnUpgrade, config: &Config) -> Option<WebSocket> {
    let stream = TokioIo::new(upgrade.await.ok()?);
    let most = Some(config.max_payload);
    let config = WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(WRITE_BUFFER)
        .max_message_size(most)
        .max_frame_size(most);
    Some(Box::new(WebSocketStream::from_raw_socket(stream, Role::Server, Some(config)).await))
}

/// Proves a websocket for a session that is polling, and hands it over.
pub(crate) async fn probe(mut websocket: WebSocket, calls: Calls, config: &Config) {
    let probing = async {
        next(&mut websocket, "2probe").await?;
        websocket.send(Message::text("3probe")).await.ok()?;
        let (mut sender, receiver) = oneshot::channel();
        calls.send(Call::Upgrade(receiver)).await.ok()?;
        tokio::select! {
            upgrade = next(&mut websocket, "5") => upgrade?,
            () = sender.closed() => return None,
        }
        // If nobody takes it, the session is over.
        let _ = sender.send(websocket);
        Some(())
    };
    let _ = timeout(config.connect_timeout, probing).await;
}

async fn next(websocket: &mut WebSocket, expected: &str) -> Option<()> {
    loop {
        match websocket.next().await?.ok()? {
            Message::Text(text) => return (text.as_str() == expected).then_some(()),
            Message::Ping(_) | Message::Pong(_) => {}
            _ => return None,
        }
    }
}

/// Carries a session on a websocket, to its end.
pub(crate) async fn carry(mut session: Session, mut websocket: WebSocket) {
    let end = loop {
        let turn = poll_fn(|cx| poll_turn(&mut session, &mut websocket, cx)).await;
        let heard = match turn {
            Turn::Heard(Message::Text(text)) => session.hear(&text).await,
            Turn::Heard(Message::Binary(_)) => session.hear_binary(),
            Turn::Heard(_) => Ok(()),
            Turn::Over(end) => break end,
        };
        if let Err(parting) = heard {
            break End::Now(parting);
        }
    };
    let parting = match end {
        End::Gently => Parting::Stopping,
        End::Now(parting) => parting,
    };
    session.end(parting);
    if parting != Parting::Lost {
        let patience = session.registration().config().ping_timeout;
        let outbox = Arc::clone(session.outbox());
        tokio::select! {
            _ = timeout(patience, farewell(websocket, &outbox)) => {}
            _ = poll_fn(|cx| session.poll_end(cx)) => {}
        }
    }
}

/// What happened next.
enum Turn {
    Heard(Message),
    Over(End),
}

/// Writes what waits, as far as the client takes it, and reads what came.
fn poll_turn(session: &mut Session, websocket: &mut WebSocket, cx: &mut Context<'_>) -> Poll<Turn> {
    if let Poll::Ready(end) = session.poll_end(cx) {
        return Poll::Ready(Turn::Over(end));
    }
    if write(session.outbox(), websocket, cx).is_err() {
        return Poll::Ready(Turn::Over(End::Now(Parting::Lost)));
    }
    websocket.poll_next_unpin(cx).map(|next| match next {
        Some(Ok(message)) => Turn::Heard(message),
        None | Some(Err(Error::ConnectionClosed)) => Turn::Over(End::Now(Parting::Left)),
        Some(Err(Error::Io(_) | Error::Protocol(ResetWithoutClosingHandshake))) => {
            Turn::Over(End::Now(Parting::Lost))
        }
        Some(Err(_)) => Turn::Over(End::Now(Parting::Malformed)),
    })
}

/// All that waits goes into one buffer, and out at once.
fn write(outbox: &Outbox, websocket: &mut WebSocket, cx: &mut Context<'_>) -> Result<(), Error> {
    let mut websocket = Pin::new(websocket.as_mut());
    while let Poll::Ready(ready) = websocket.as_mut().poll_ready(cx) {
        ready?;
        let Some(frame) = outbox.pop() else { break };
        websocket.as_mut().start_send(Message::Text(frame.into_text()))?;
    }
    match websocket.poll_flush(cx) {
        Poll::Ready(flushed) => flushed,
        Poll::Pending => Ok(()),
    }
}

/// Sends what still waits, and closes. A connection that is dropped while the
/// client talks would be reset, and the client would not hear the last words.
async fn farewell(mut websocket: WebSocket, outbox: &Outbox) -> Result<(), Error> {
    while let Some(frame) = outbox.pop() {
        websocket.feed(Message::Text(frame.into_text())).await?;
    }
    websocket.as_mut().close(None).await?;
    while websocket.next().await.is_some_and(|heard| heard.is_ok()) {}
    Ok(())
}

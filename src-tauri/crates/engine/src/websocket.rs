//! Engine.IO over a websocket.

use std::future::poll_fn;
use std::io;
use std::mem::MaybeUninit;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Waker, ready};

use bytes::{Buf, BytesMut};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::oneshot;
use tokio::task::coop::unconstrained;
use tokio::time::timeout;

use crate::config::Config;
use crate::frame::Frame;
use crate::framing::{self, Broken, Incoming, Opcode, Reader};
use crate::host::Parting;
use crate::outbox::{End, Outbox};
use crate::polling::{Call, Calls};
use crate::session::Session;

// Bytes that one system call reads, and that are put together for one.
const AT_ONCE: usize = 16 * 1024;

/// A websocket. It has buffers only while something is on its way.
pub(crate) struct WebSocket {
    stream: TokioIo<Upgraded>,
    reader: Reader,
    out: BytesMut,
    pong: Option<Vec<u8>>,
    // Whether the stream may hold back what was written to it.
    unflushed: bool,
    // Whether the client has said that it says no more.
    closed: bool,
}

impl WebSocket {
    /// Becomes a websocket once the answer to the request is out.
    pub(crate) async fn after(upgrade: OnUpgrade, config: &Config) -> Option<WebSocket> {
        let stream = TokioIo::new(upgrade.await.ok()?);
        Some(WebSocket {
            stream,
            reader: Reader::new(config.max_payload),
            out: BytesMut::new(),
            pong: None,
            unflushed: false,
            closed: false,
        })
    }

    fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<Result<Incoming, Parting>> {
        let mut next = self.reader.next()?;
        loop {
            if let Some(message) = next {
                self.closed |= message == Incoming::Close;
                return Poll::Ready(Ok(message));
            }
            let mut space = [MaybeUninit::uninit(); AT_ONCE];
            let mut read = ReadBuf::uninit(&mut space);
            ready!(Pin::new(&mut self.stream).poll_read(cx, &mut read))?;
            if read.filled().is_empty() {
                return Poll::Ready(Err(Parting::Lost));
            }
            next = self.reader.read(read.filled())?;
        }
    }

    /// Writes what waits, as far as the client takes it.
    fn poll_write(&mut self, outbox: &Outbox, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        loop {
            if self.out.len() < AT_ONCE
                && let Some(pong) = self.pong.take()
            {
                framing::write(&mut self.out, Opcode::Pong, &pong);
            }
            ready!(self.poll_next(|| outbox.pop(), cx))?;
            if outbox.is_empty() {
                return Poll::Ready(Ok(()));
            }
        }
    }

    /// Writes what was put aside, and of what comes next as much as is written at
    /// once. What the client does not take is put aside.
    fn poll_next(
        &mut self,
        mut next: impl FnMut() -> Option<Frame>,
        cx: &mut Context<'_>,
    ) -> Poll<io::Result<()>> {
        if self.out.len() < AT_ONCE
            && let Some(first) = next()
        {
            let mut following = next();
            if following.is_none() && self.is_free() {
                let mut left = first.framed();
                let written = self.poll_stream(&mut left, cx);
                self.out.extend_from_slice(left);
                return written;
            }
            self.out.extend_from_slice(first.framed());
            while let Some(frame) = following {
                self.out.extend_from_slice(frame.framed());
                following = if self.out.len() < AT_ONCE { next() } else { None };
            }
        }
        self.poll_out(cx)
    }

    /// Writes what is put together already.
    fn poll_out(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let out = std::mem::take(&mut self.out);
        let mut left = &out[..];
        let written = self.poll_stream(&mut left, cx);
        if !left.is_empty() {
            let taken = out.len() - left.len();
            self.out = out;
            self.out.advance(taken);
        }
        written
    }

    /// Writes what is left of something.
    fn poll_stream(&mut self, left: &mut &[u8], cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !left.is_empty() {
            let written = ready!(Pin::new(&mut self.stream).poll_write(cx, left))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            *left = &left[written..];
            self.unflushed = true;
        }
        if self.unflushed {
            ready!(Pin::new(&mut self.stream).poll_flush(cx))?;
            self.unflushed = false;
        }
        Poll::Ready(Ok(()))
    }

    /// Whether the client has taken all that was written.
    pub(crate) fn is_free(&self) -> bool {
        self.out.is_empty() && !self.unflushed
    }

    /// Writes for a session that sleeps. What the client does not take at once, and
    /// what goes wrong, is for the session to find when it goes on.
    pub(crate) fn write_now(&mut self, mut next: impl FnMut() -> Option<Frame>) -> Poll<()> {
        let mut cx = Context::from_waker(Waker::noop());
        // It is not the turn of whoever has something to say that is used up.
        let writing = pin!(unconstrained(poll_fn(|cx| self.poll_next(&mut next, cx))));
        match writing.poll(&mut cx) {
            Poll::Ready(Ok(())) => Poll::Ready(()),
            Poll::Ready(Err(_)) | Poll::Pending => Poll::Pending,
        }
    }

    /// Waits for a text while a websocket is being proved.
    async fn expect(&mut self, expected: &str) -> Option<()> {
        loop {
            match poll_fn(|cx| self.poll_read(cx)).await.ok()? {
                Incoming::Text(text) => return (text == expected).then_some(()),
                Incoming::Ping(pong) => self.pong = Some(pong),
                Incoming::Pong => {}
                Incoming::Binary | Incoming::Close => return None,
            }
        }
    }

    /// Sends one frame, by itself.
    async fn send(&mut self, opcode: Opcode, payload: &[u8]) -> io::Result<()> {
        framing::write(&mut self.out, opcode, payload);
        poll_fn(|cx| self.poll_out(cx)).await
    }

    /// Sends what still waits, and closes. A connection that is dropped while
    /// the client talks would be reset, and its last words would be lost.
    async fn close(mut self, outbox: &Outbox) -> Result<(), Parting> {
        poll_fn(|cx| self.poll_write(outbox, cx)).await?;
        self.send(Opcode::Close, &[]).await?;
        while !self.closed {
            poll_fn(|cx| self.poll_read(cx)).await?;
        }
        Ok(())
    }
}

/// Proves a websocket for a session that is polling, and hands it over.
pub(crate) async fn probe(mut websocket: WebSocket, calls: Calls, config: &Config) {
    let probing = async {
        websocket.expect("2probe").await?;
        websocket.send(Opcode::Text, b"3probe").await.ok()?;
        let (mut sender, receiver) = oneshot::channel();
        calls.send(Call::Upgrade(receiver)).await.ok()?;
        tokio::select! {
            upgrade = websocket.expect("5") => upgrade?,
            () = sender.closed() => return None,
        }
        // If nobody takes it, the session is over.
        let _ = sender.send(websocket);
        Some(())
    };
    let _ = timeout(config.connect_timeout, probing).await;
}

/// Carries a session on a websocket, to its end.
pub(crate) async fn carry(mut session: Session, mut websocket: WebSocket) {
    let end = loop {
        let turn;
        (websocket, turn) = next_turn(&mut session, websocket).await;
        let heard = match turn {
            Turn::Heard(Incoming::Text(text)) => session.hear(&text).await,
            Turn::Heard(Incoming::Binary) => session.hear_binary().await,
            // The last one is enough for a client that does not read.
            Turn::Heard(Incoming::Ping(pong)) => {
                websocket.pong = Some(pong);
                Ok(())
            }
            Turn::Heard(Incoming::Pong) => Ok(()),
            Turn::Heard(Incoming::Close) => break End::Now(Parting::Left),
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
            _ = timeout(patience, websocket.close(&outbox)) => {}
            _ = poll_fn(|cx| session.poll_end(cx)) => {}
        }
    }
}

/// What happened next.
enum Turn {
    Heard(Incoming),
    Over(End),
}

/// Waits for what happens next. Meanwhile the websocket is left to whoever has
/// something for the client: writing it then and there is less work than waking
/// this session for it.
async fn next_turn(session: &mut Session, websocket: WebSocket) -> (WebSocket, Turn) {
    let mut here = Some(websocket);
    poll_fn(|cx| {
        let websocket = here.take().or_else(|| session.outbox().take_back());
        let mut websocket = websocket.expect("it is here, or was left");
        match poll_turn(session, &mut websocket, cx) {
            Poll::Ready(turn) => Poll::Ready((websocket, turn)),
            Poll::Pending => {
                session.outbox().leave(websocket);
                session.rest();
                Poll::Pending
            }
        }
    })
    .await
}

fn poll_turn(session: &mut Session, websocket: &mut WebSocket, cx: &mut Context<'_>) -> Poll<Turn> {
    if let Poll::Ready(end) = session.poll_end(cx) {
        return Poll::Ready(Turn::Over(end));
    }
    if let Poll::Ready(Err(_)) = websocket.poll_write(session.outbox(), cx) {
        return Poll::Ready(Turn::Over(End::Now(Parting::Lost)));
    }
    websocket.poll_read(cx).map(|heard| match heard {
        Ok(message) => Turn::Heard(message),
        Err(parting) => Turn::Over(End::Now(parting)),
    })
}

impl From<io::Error> for Parting {
    fn from(_: io::Error) -> Parting {
        Parting::Lost
    }
}

impl From<Broken> for Parting {
    fn from(Broken: Broken) -> Parting {
        Parting::Malformed
    }
}

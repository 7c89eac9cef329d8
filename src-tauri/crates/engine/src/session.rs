//! One Engine.IO session, whatever carries it.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};

use crate::conversation::Conversation;
use crate::engine::Registration;
use crate::frame::Frame;
use crate::host::{Host, Parting};
use crate::outbox::{End, Outbox, Signal};
use crate::pulse::{Beat, Pulse};

const PING: Frame = Frame::ping();

/// One session. It is over when it is dropped.
pub(crate) struct Session {
    conversation: Conversation,
    pulse: Pulse,
    registration: Registration,
}

impl Session {
    pub(crate) fn new(host: Box<dyn Host>, registration: Registration) -> Session {
        let config = registration.config();
        let outbox = Arc::clone(registration.outbox());
        let conversation = Conversation::new(host, outbox, config.namespaces);
        Session { conversation, pulse: Pulse::new(config), registration }
    }

    pub(crate) fn registration(&self) -> &Registration {
        &self.registration
    }

    pub(crate) fn outbox(&self) -> &Arc<Outbox> {
        self.registration.outbox()
    }

    /// Lets the listeners go on.
    pub(crate) async fn catch_up(&mut self) {
        poll_fn(|cx| {
            self.conversation.poll(cx);
            Poll::Ready(())
        })
        .await;
    }

    /// Takes an Engine.IO packet: its type is the first character.
    ///
    /// The listeners have just gone on, so that they know what their client may know.
    pub(crate) async fn hear(&mut self, packet: &str) -> Result<(), Parting> {
        self.outbox().attend();
        match packet.as_bytes().first() {
            Some(b'4') => self.conversation.hear(&packet[1..]).await?,
            Some(b'b') => self.conversation.hear_binary().await?,
            Some(b'1') => return Err(Parting::Left),
            // A pong says that the client is there, as every word does. Of no
            // consequence here: open, upgrade, noop.
            Some(b'3' | b'0' | b'5' | b'6') => {}
            // A ping among them: in this version it is the server that pings.
            _ => return Err(Parting::Malformed),
        }
        self.pulse.heard();
        self.pulse.attend(self.conversation.is_aimless());
        Ok(())
    }

    /// Takes binary data.
    pub(crate) async fn hear_binary(&mut self) -> Result<(), Parting> {
        self.conversation.hear_binary().await
    }

    /// Lets the listeners go on, keeps the heartbeat and follows signals, until
    /// it is to end. Whoever polls this looks into the outbox afterwards, and
    /// is woken by what comes later.
    pub(crate) fn poll_end(&mut self, cx: &mut Context<'_>) -> Poll<End> {
        self.outbox().attend();
        self.conversation.poll(cx);
        while let Poll::Ready(beat) = self.pulse.poll(cx) {
            match beat {
                Beat::Ping => self.outbox().insist(PING),
                Beat::Silence => return Poll::Ready(End::Now(Parting::Lost)),
                Beat::Aimless => return Poll::Ready(End::Now(Parting::Aimless)),
            }
        }
        while let Poll::Ready(signal) = self.outbox().poll_signal(cx) {
            match signal {
                Signal::Dismissals => {
                    self.conversation.sweep();
                    self.pulse.attend(self.conversation.is_aimless());
                }
                Signal::End(end) => return Poll::Ready(end),
            }
        }
        Poll::Pending
    }

    /// Hears nothing more for now.
    pub(crate) fn rest(&mut self) {
        self.conversation.rest();
    }

    /// Tells the listeners. What waits in the outbox may still be delivered.
    pub(crate) fn end(&mut self, parting: Parting) {
        self.conversation.end(parting);
        self.outbox().shut();
    }
}

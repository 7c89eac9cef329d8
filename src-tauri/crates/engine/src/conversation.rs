//! The Socket.IO of one session: the namespaces its client is in.

use std::sync::Arc;
use std::task::Context;

use crate::frame::Frame;
use crate::host::{Event, Host, Listener, Parting, Visit};
use crate::outbox::Outbox;
use crate::packet::{Content, Malformed, Packet, Words};
use crate::socket::{Ack, Socket, Unsent};

/// What a client says, shared out among its namespaces.
pub(crate) struct Conversation {
    host: Box<dyn Host>,
    outbox: Arc<Outbox>,
    most: usize,
    rooms: Vec<Room>,
    unfinished: Option<Unfinished>,
}

/// A namespace that the client is in.
struct Room {
    socket: Socket,
    listener: Box<dyn Listener>,
}

/// A packet whose attachments are still to come.
struct Unfinished {
    namespace: Box<str>,
    event: Option<Event>,
    missing: usize,
}

impl Conversation {
    pub(crate) fn new(host: Box<dyn Host>, outbox: Arc<Outbox>, most: usize) -> Conversation {
        Conversation { host, outbox, most, rooms: Vec::new(), unfinished: None }
    }

    /// Whether the client is in no namespace.
    pub(crate) fn is_aimless(&self) -> bool {
        self.rooms.is_empty()
    }

    /// Takes a packet. An error ends the session.
    pub(crate) async fn hear(&mut self, text: &str) -> Result<(), Parting> {
        if self.unfinished.is_some() {
            return Err(Parting::Malformed);
        }
        let Packet { namespace, content } = Packet::read(text)?;
        match content {
            Content::Connect(auth) => {
                if self.room(namespace).is_some() {
                    return Err(Parting::Malformed);
                }
                self.connect(Visit { namespace: namespace.into(), auth }).await
            }
            Content::Disconnect => {
                self.leave(namespace);
                Ok(())
            }
            Content::Event { words: Words { name, args }, ack, attachments } => {
                let event = Event { name, args, ack: ack.map(Ack) };
                self.collect(namespace, Some(event), attachments).await
            }
            Content::Ack { attachments } => self.collect(namespace, None, attachments).await,
        }
    }

    /// Takes an attachment, and leaves it out.
    pub(crate) async fn hear_binary(&mut self) -> Result<(), Parting> {
        let mut unfinished = self.unfinished.take().ok_or(Parting::Malformed)?;
        unfinished.missing -= 1;
        if unfinished.missing > 0 {
            self.unfinished = Some(unfinished);
            return Ok(());
        }
        self.pass_on(&unfinished.namespace, unfinished.event).await
    }

    /// Lets the listeners go on.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) {
        for room in &mut self.rooms {
            room.listener.poll(cx);
        }
    }

    /// Lets the listeners know that nothing more is at hand.
    pub(crate) fn rest(&mut self) {
        for room in &mut self.rooms {
            room.listener.rest();
        }
    }

    /// Forgets the namespaces from which the client was disconnected.
    pub(crate) fn sweep(&mut self) {
        for mut room in self.rooms.extract_if(.., |room| !room.socket.is_connected()) {
            room.listener.gone(Parting::Dismissed);
        }
    }

    /// Tells every listener that the client is gone.
    pub(crate) fn end(&mut self, parting: Parting) {
        for mut room in self.rooms.drain(..) {
            room.listener.gone(parting);
            room.socket.leave();
        }
    }

    async fn connect(&mut self, visit: Visit) -> Result<(), Parting> {
        let namespace = visit.namespace.clone();
        let decision = if self.rooms.len() < self.most {
            self.host.connect(visit).await
        } else {
            Err("A connection has room for only so many namespaces.".to_owned())
        };
        match decision {
            Ok(welcome) => {
                let socket = Socket::new(namespace, Arc::clone(&self.outbox));
                self.outbox.feed(Frame::connected(socket.namespace(), socket.id()))?;
                let listener = welcome(socket.clone());
                self.rooms.push(Room { socket, listener });
            }
            Err(message) => self.outbox.feed(Frame::refused(&namespace, &message))?,
        }
        Ok(())
    }

    fn leave(&mut self, namespace: &str) {
        let room = self.rooms.iter().position(|room| room.socket.namespace() == namespace);
        // It may have been disconnected before it could know.
        if let Some(room) = room {
            let Room { socket, mut listener } = self.rooms.swap_remove(room);
            socket.leave();
            listener.gone(Parting::Left);
        }
    }

    async fn collect(
        &mut self,
        namespace: &str,
        event: Option<Event>,
        missing: usize,
    ) -> Result<(), Parting> {
        if missing == 0 {
            return self.pass_on(namespace, event).await;
        }
        self.unfinished = Some(Unfinished { namespace: namespace.into(), event, missing });
        Ok(())
    }

    async fn pass_on(&mut self, namespace: &str, event: Option<Event>) -> Result<(), Parting> {
        let room = self.room(namespace).ok_or(Parting::Malformed)?;
        if let Some(event) = event
            && room.socket.is_connected()
            && let Some(hearing) = room.listener.event(event)
        {
            hearing.await;
        }
        Ok(())
    }

    fn room(&mut self, namespace: &str) -> Option<&mut Room> {
        self.rooms.iter_mut().find(|room| room.socket.namespace() == namespace)
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        self.end(Parting::Lost);
    }
}

impl From<Malformed> for Parting {
    fn from(Malformed: Malformed) -> Parting {
        Parting::Malformed
    }
}

impl From<Unsent> for Parting {
    fn from(unsent: Unsent) -> Parting {
        match unsent {
            Unsent::Stalled => Parting::Stalled,
            Unsent::Gone => Parting::Lost,
        }
    }
}

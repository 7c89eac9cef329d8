//! Socket.IO by socketioxide. No other module names it, so that the engine
//! under the conversations can change.

use std::convert::Infallible;
use std::future::ready;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use hearth_store::Store;
use hearth_wire::{DialectName, Packet};
use serde::ser::SerializeTuple;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;
use socketioxide::adapter::Adapter;
use socketioxide::extract::{AckSender, SocketRef, TryData};
use socketioxide::handler::{ConnectHandler, FromMessageParts, Value};
use socketioxide::layer::SocketIoLayer;
use socketioxide::socket::Socket;
use socketioxide::{SendError, SocketError, SocketIo};
use tokio::time::{sleep, timeout};
use tokio_util::task::TaskTracker;
use tracing::debug;

use crate::chance;
use crate::identity::{self, Identity, Proof};
use crate::listener::Peer;
use crate::session::{self, Caller, Hall, Incoming, Line, Outlet, Packets, Unsent};

// Packets that may wait for a slow client before it is let go.
const OUTGOING: usize = 512;
// A broken connection is noticed after one interval and one time-out at most.
const PING_INTERVAL: Duration = Duration::from_secs(5);
const PING_TIMEOUT: Duration = Duration::from_secs(5);

// How long to wait for those who are told goodbye.
const FAREWELL: Duration = Duration::from_millis(500);

/// The engine, to be closed when the server stops.
pub(crate) struct Engine {
    io: SocketIo,
    conversations: TaskTracker,
}

impl Engine {
    /// Starts Socket.IO on `/socket.io`, to be laid around a router.
    pub(crate) fn start(hall: Hall, store: Store) -> (SocketIoLayer, Engine) {
        let (layer, io) = SocketIo::builder()
            .max_payload(hall.limits.packet as u64)
            .ws_max_message_size(hall.limits.packet)
            .ws_max_frame_size(hall.limits.packet)
            .ws_read_buffer_size(4096)
            .max_buffer_size(OUTGOING)
            .ping_interval(PING_INTERVAL)
            .ping_timeout(PING_TIMEOUT)
            .connect_timeout(Duration::from_secs(10))
            .build_layer();
        let most = hall.limits.sockets;
        let conversations = hall.conversations.clone();
        let sockets = Arc::new(AtomicUsize::new(0));
        let welcome = move |socket: SocketRef| {
            converse(&socket, hall.clone());
            ready(())
        };
        let check = move |socket: SocketRef, TryData(auth): TryData<Auth>| {
            let (store, sockets) = (store.clone(), Arc::clone(&sockets));
            async move {
                let Auth { token } = auth.map_err(|_| Refused::SignedOut)?;
                let place = Place::take(sockets, most).ok_or(Refused::Full)?;
                let identity = match dialect(&socket) {
                    DialectName::Native => recognise(&store, token).await?,
                    _ => Identity::claimed(chance::person()),
                };
                socket.extensions.insert(Arc::new(place));
                socket.extensions.insert(identity);
                listen(&socket);
                Ok::<(), Refused>(())
            }
        };
        for name in DialectName::ALL {
            let namespace = format!("/{}", name.as_str());
            io.ns(namespace, welcome.clone().with(check.clone()));
        }
        (layer, Engine { io, conversations })
    }

    /// Ends every connection, after what each was told last.
    pub(crate) async fn close(&self) {
        self.conversations.close();
        if !self.conversations.is_empty() {
            let _ = timeout(FAREWELL, self.conversations.wait()).await;
            // Who polls has to come for it.
            sleep(FAREWELL).await;
        }
        // The engine would wait for a client that does not read.
        let _ = timeout(FAREWELL, self.io.close()).await;
    }
}

/// What a client sends when it connects.
#[derive(Debug, Deserialize)]
struct Auth {
    token: Option<String>,
}

/// Why a client may not connect; the message of its `connect_error`.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("The server has too many connections. Try again in a moment.")]
    Full,
    #[error("You are signed out. Sign in again.")]
    SignedOut,
}

async fn recognise(store: &Store, token: Option<String>) -> Result<Identity, Refused> {
    match token {
        Some(token) => identity::recognise(store, &token).await.map_err(|error| {
            debug!("A connection was refused: {error}");
            Refused::SignedOut
        }),
        // Someone who does not want to be recognised again.
        None => Ok(Identity { person: chance::person(), account: None, proof: Proof::Guest }),
    }
}

/// Takes packets from before the client hears that it is connected: it may
/// ask something at once.
fn listen(socket: &SocketRef) {
    let (line, packets) = session::line();
    socket.extensions.insert(Arc::new(packets));

    // The handler's body runs in the order of arrival; its future would not.
    let hearing = line.clone();
    socket.on_fallback(move |socket: SocketRef, Raw(value): Raw, ack: AckSender| {
        receive(&hearing, socket, &value, ack);
        ready(())
    });
    socket.on_disconnect(move || {
        line.hang_up();
        ready(())
    });
}

fn converse(socket: &SocketRef, hall: Hall) {
    let Some(identity) = socket.extensions.get::<Identity>() else { return };
    let peer = socket.req_parts().extensions.get::<Peer>().copied();
    let Some(Peer { address, .. }) = peer else { return };
    let Some(packets) = socket.extensions.remove::<Arc<Packets>>() else { return };
    let Some(packets) = Arc::into_inner(packets) else { return };
    let caller = Caller { identity, address: address.ip(), socket: socket.id.to_string() };
    session::start(hall, dialect(socket), caller, packets, SocketOutlet(socket.clone()));
}

fn dialect(socket: &SocketRef) -> DialectName {
    socket.ns().trim_matches('/').parse().unwrap_or(DialectName::Native)
}

fn receive(line: &Line, socket: SocketRef, value: &Value, ack: AckSender) {
    let Some(packet) = read(value) else {
        debug!("A packet was no JSON array with a name");
        return;
    };
    let reply = Box::new(move |answer: Box<RawValue>| {
        // If it cannot be sent, the connection is gone and nobody waits.
        let _ = ack.send(&answer);
    });
    if line.receive(Incoming { packet, reply }).is_err() {
        debug!("A client was let go: it sends faster than anyone could");
        let _ = socket.disconnect();
    }
}

/// Takes `["name", argument, …]` apart without looking into the arguments.
fn read(value: &Value) -> Option<Packet> {
    let mut args: Vec<Box<RawValue>> = serde_json::from_str(value.as_str()?).ok()?;
    if args.is_empty() {
        return None;
    }
    let name: String = serde_json::from_str(args.remove(0).get()).ok()?;
    Some(Packet { name: name.into(), args })
}

/// A packet as it came.
struct Raw(Value);

impl<A: Adapter> FromMessageParts<A> for Raw {
    type Error = Infallible;

    fn from_message_parts(
        _: &Arc<Socket<A>>,
        value: &mut Value,
        _: &Option<i64>,
    ) -> Result<Raw, Infallible> {
        Ok(Raw(value.clone()))
    }
}

struct SocketOutlet(SocketRef);

impl Outlet for SocketOutlet {
    fn send(&self, Packet { name, args }: Packet) -> Result<(), Unsent> {
        self.0.emit(name, &Arguments(&args)).map_err(|error| match error {
            SendError::Socket(SocketError::InternalChannelFull) => Unsent::Stalled,
            SendError::Socket(SocketError::Closed) | SendError::Serialize(_) => Unsent::Gone,
        })
    }

    fn close(&self) {
        let socket = self.0.clone();
        if socket.clone().disconnect().is_ok() {
            return;
        }
        // Not even the farewell fits, until the client reads again or the
        // heartbeat gives it up.
        tokio::spawn(async move {
            while socket.connected() {
                sleep(FAREWELL).await;
                let _ = socket.clone().disconnect();
            }
        });
    }
}

/// The engine takes a tuple for several arguments, and a sequence for one.
struct Arguments<'a>(&'a [Box<RawValue>]);

impl Serialize for Arguments<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(self.0.len())?;
        self.0.iter().try_for_each(|argument| tuple.serialize_element(argument))?;
        tuple.end()
    }
}

/// One of the places for connections, given back when dropped.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(taken: Arc<AtomicUsize>, most: usize) -> Option<Place> {
        let place = Place(taken);
        let before = place.0.fetch_add(1, Ordering::Relaxed);
        (before < most).then_some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

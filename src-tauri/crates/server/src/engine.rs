//! Socket.IO by `hearth-engine`. No other module names it, so that the engine
//! under the conversations can change.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Context;
use std::time::Duration;

use axum::Router;
use hearth_engine::{
    Ack, Config, Connecting, Event, Hearing, Host, Listener, Parting, Socket, Visit, Welcome,
};
use hearth_link::Fingerprint;
use hearth_store::Store;
use hearth_wire::{DialectName, Packet};
use serde::Deserialize;
use serde_json::value::RawValue;
use tokio::time::timeout;
use tracing::{debug, error};

use crate::blocking::blocking;
use crate::chance;
use crate::http::guard;
use crate::identity::{self, Identity, Proof};
use crate::jwt;
use crate::listener::Peer;
use crate::news::Tongue;
use crate::session::{Caller, Ending, Hall, Outlet, Session, Through, Unsent};

pub(crate) use hearth_engine::Frame;

// How long to wait for those who are told goodbye.
const FAREWELL: Duration = Duration::from_millis(500);

/// The engine, to be closed when the server stops.
pub(crate) struct Engine {
    engine: hearth_engine::Engine,
    hall: Hall,
}

impl Engine {
    /// Makes the engine. Who connects comes into `hall`, and speaks the one
    /// dialect there is, or that of their namespace.
    pub(crate) fn start(
        hall: Hall,
        store: Store,
        jwt: jwt::Key,
        only: Option<DialectName>,
    ) -> Engine {
        let config = Config {
            max_payload: hall.limits.packet,
            sessions: hall.limits.connections,
            ..Config::default()
        };
        let greeting = hall.clone();
        let engine = hearth_engine::Engine::new(config, move |request| {
            let peer = request.extensions.get::<Peer>().copied();
            Box::new(Porter {
                hall: greeting.clone(),
                store: store.clone(),
                jwt: jwt.clone(),
                only,
                address: peer.map_or(Ipv4Addr::UNSPECIFIED.into(), |peer| peer.address.ip()),
                installation: peer.and_then(|peer| peer.installation),
                is_own: guard::is_own(request),
                is_private: peer.is_some_and(|peer| peer.secure || peer.is_loopback()),
            })
        });
        Engine { engine, hall }
    }

    /// What serves Socket.IO.
    pub(crate) fn router<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        self.engine.router()
    }

    /// Ends every connection, after what each was told last.
    pub(crate) async fn close(&self) {
        self.engine.close(FAREWELL).await;
        self.hall.partings.close();
        let _ = timeout(FAREWELL, self.hall.partings.wait()).await;
    }
}

/// Lets clients in.
#[derive(Clone)]
struct Porter {
    hall: Hall,
    store: Store,
    jwt: jwt::Key,
    only: Option<DialectName>,
    address: IpAddr,
    installation: Option<Fingerprint>,
    /// Whether it is a page of this very server on this very computer.
    is_own: bool,
    /// Whether nobody in between can listen.
    is_private: bool,
}

impl Host for Porter {
    fn connect(&mut self, Visit { namespace, auth }: Visit) -> Connecting {
        let porter = self.clone();
        Box::pin(async move {
            let admitted = porter.admit(&namespace, auth).await;
            admitted.map_err(|refused| refused.to_string())
        })
    }
}

impl Porter {
    async fn admit(self, namespace: &str, auth: Option<Box<RawValue>>) -> Result<Welcome, Refused> {
        let dialect = self.dialect_at(namespace).ok_or(Refused::Namespace)?;
        let place = Place::take(Arc::clone(&self.hall.sockets), self.hall.limits.sockets)
            .ok_or(Refused::Full)?;
        let identity = match dialect {
            DialectName::Native => self.recognise(auth.as_deref()).await?,
            DialectName::WebRtcChat => self.authenticate(auth.as_deref()).await?,
            _ => Identity::claimed(chance::person()),
        };
        let through = self.through().await?;
        let tongue = Tongue { dialect, alone: self.only.is_some() };
        let (hall, address, is_own) = (self.hall, self.address, self.is_own);
        Ok(Box::new(move |socket| {
            let caller =
                Caller { identity, address, is_own, through, socket: socket.id().to_owned() };
            let session = Session::begin(hall, tongue, caller, SocketOutlet(socket));
            Box::new(Client { session, _place: place })
        }))
    }
}

impl Porter {
    fn dialect_at(&self, namespace: &str) -> Option<DialectName> {
        let name = namespace.trim_matches('/');
        match self.only {
            Some(only) => name.is_empty().then_some(only),
            None => name.parse().ok(),
        }
    }

    /// Recognises a client of Hearth's own.
    async fn recognise(&self, auth: Option<&RawValue>) -> Result<Identity, Refused> {
        let auth = auth.map(|auth| serde_json::from_str(auth.get())).transpose();
        let Auth { token, plain } = auth.map_err(|_| Refused::SignedOut)?.unwrap_or_default();
        let is_guest = token.as_deref().is_none_or(|token| token.starts_with("g."));
        if !(self.is_private || (plain && is_guest)) {
            return Err(Refused::Insecure);
        }
        match token {
            Some(token) => identity::recognise(&self.store, &token).await.map_err(|error| {
                debug!("A connection was refused: {error}");
                Refused::SignedOut
            }),
            // Someone who does not want to be recognised again.
            None => Ok(Identity { person: chance::person(), account: None, proof: Proof::Guest }),
        }
    }

    /// The installation that the client comes through.
    async fn through(&self) -> Result<Option<Through>, Refused> {
        let Some(fingerprint) = self.installation else { return Ok(None) };
        let store = self.store.clone();
        let known = blocking(move || store.installation_by_key(fingerprint.0)).await;
        let known = known.map_err(|error| {
            error!("The store failed: {error}");
            Refused::Full
        })?;
        Ok(Some(Through { fingerprint, id: known.map(|known| known.id.into()) }))
    }

    /// Recognises a client of WebRTC chat by its signed token.
    async fn authenticate(&self, auth: Option<&RawValue>) -> Result<Identity, Refused> {
        let auth = auth.and_then(|auth| serde_json::from_str(auth.get()).ok());
        let Auth { token, .. } = auth.unwrap_or_default();
        let token = token.ok_or(Refused::Authentication)?;
        self.jwt.recognise(&self.store, &token).await.map_err(|error| {
            debug!("A connection was refused: {error}");
            Refused::Authentication
        })
    }
}

/// What a client sends when it connects.
#[derive(Debug, Default, Deserialize)]
struct Auth {
    token: Option<String>,
    /// A guest chose to go without a secure connection.
    #[serde(default)]
    plain: bool,
}

/// Why a client may not connect; the message of its `connect_error`.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("The server has too many connections. Try again in a moment.")]
    Full,
    #[error("This server speaks to other machines over HTTPS alone.")]
    Insecure,
    #[error("Invalid namespace")]
    Namespace,
    #[error("You are signed out. Sign in again.")]
    SignedOut,
    #[error("Authentication error")]
    Authentication,
}

/// A client that is connected.
struct Client {
    session: Session<SocketOutlet>,
    _place: Place,
}

impl Listener for Client {
    fn event(&mut self, Event { name, args, ack }: Event) -> Option<Hearing<'_>> {
        let serving = self.session.serve(Packet { name: name.into(), args }, ack)?;
        Some(Box::pin(serving))
    }

    fn rest(&mut self) {
        self.session.rest();
    }

    fn poll(&mut self, cx: &mut Context<'_>) {
        self.session.poll(cx);
    }

    fn gone(&mut self, parting: Parting) {
        debug!("A client is gone: {parting}");
        let stopping = parting == Parting::Stopping;
        self.session.end(if stopping { Ending::Stopping } else { Ending::Gone });
    }
}

struct SocketOutlet(Socket);

impl Outlet for SocketOutlet {
    type Ack = Ack;

    fn spell(&self, Packet { name, args }: &Packet) -> Frame {
        self.0.spell(name, args)
    }

    fn feed(&self, frame: Frame) -> Result<(), Unsent> {
        Ok(self.0.feed(frame)?)
    }

    fn acknowledge(&self, ack: Ack, answer: Box<str>) -> Result<(), Unsent> {
        Ok(self.0.acknowledge(ack, &[answer])?)
    }

    fn flush(&self) {
        self.0.flush();
    }

    fn close(&self) {
        self.0.disconnect();
    }
}

impl From<hearth_engine::Unsent> for Unsent {
    fn from(unsent: hearth_engine::Unsent) -> Unsent {
        match unsent {
            hearth_engine::Unsent::Stalled => Unsent::Stalled,
            hearth_engine::Unsent::Gone => Unsent::Gone,
        }
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

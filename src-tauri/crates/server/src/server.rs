//! Starting, and stopping in good order.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use hearth_core::Timestamp;
use hearth_link::Certificate;
use hearth_store::Store;
use hearth_wire::DialectName;
use socket2::{Domain, Socket, Type};
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{info, warn};

use crate::allowance::Allowances;
use crate::attendance::Attendance;
use crate::calls::Calls;
use crate::claims::Claims;
use crate::config::Config;
use crate::engine::Engine;
use crate::exchange::Exchanges;
use crate::http::{self, Desk, Tools};
use crate::link::Link;
use crate::listener::Tls;
use crate::meetings::{Meetings, Surroundings};
use crate::metrics::Metrics;
use crate::neighbourhood::{Neighbourhood, NetworkSwitch, Own};
use crate::openings::Openings;
use crate::ringing::Ringing;
use crate::session::Hall;
use crate::vault::Vault;
use crate::{addresses, clock, identity, jwt, listener, retention};

// Connections that wait to be accepted.
const BACKLOG: i32 = 1024;
const CHORES: Duration = Duration::from_secs(60);
// What is kept for days need not be looked through every minute.
const TIDYING: Duration = Duration::from_secs(60 * 60);

/// A server that runs.
pub struct Server {
    local: SocketAddr,
    doors: Vec<Door>,
    meetings: Meetings,
    calls: Calls,
    neighbourhood: Neighbourhood,
    store: Store,
    discovering: JoinHandle<()>,
    #[cfg(test)]
    pub(crate) link: Link,
    stopping: CancellationToken,
    closing: CancellationToken,
}

/// An address at which the server answers.
struct Door {
    engine: Engine,
    listening: JoinHandle<()>,
}

impl Server {
    /// Starts a server. When this returns it answers.
    pub async fn start(config: Config) -> anyhow::Result<Server> {
        fs::create_dir_all(&config.data)
            .with_context(|| format!("cannot make {}", config.data.display()))?;
        let path = config.data.join("hearth.db");
        let store =
            Store::open(&path).with_context(|| format!("cannot open {}", path.display()))?;
        let vault = Vault::open(config.data.join("files"), store.clone())
            .context("cannot open the folder of files")?;
        let jwt = jwt::Key::of(&store).await?;
        let certificate = Certificate::open(&config.data.join("tls"), clock::wall())?;
        let installation = hearth_link::Identity::open(&config.data.join("identity"))?;
        let listener = bind(config.listen)?;
        let local = listener.local_addr()?;
        let mut listeners = vec![(None, listener)];
        for (name, address) in &config.dialects {
            listeners.push((Some(*name), bind(*address)?));
        }

        let (stopping, closing) = (CancellationToken::new(), CancellationToken::new());
        let metrics = Metrics::new();
        let limits = config.limits;
        let openings = Openings::default();
        let around = Surroundings {
            store: store.clone(),
            vault: vault.clone(),
            metrics: metrics.clone(),
            limits: limits.meeting,
            linger: limits.linger,
            tasks: TaskTracker::new(),
            openings: openings.clone(),
        };
        let meetings = Meetings::new(limits.meetings, around);
        let new_meetings =
            Arc::new(Allowances::new(limits.new_meetings_burst, Duration::from_secs(2)));
        let exchanges = Exchanges::open(&store, &stopping);
        let own = Own {
            id: installation.id(),
            fingerprint: installation.fingerprint(),
            name: config.name.clone(),
            listening: local,
        };
        let neighbourhood = Neighbourhood::open(own, store.clone(), openings, config.visibility)?;
        let tls = Tls {
            browsers: certificate.server_config()?,
            installations: hearth_link::tls::answering(&installation)?,
        };
        let link = Link::new(
            installation,
            store.clone(),
            meetings.clone(),
            neighbourhood.clone(),
            (config.name.clone(), config.servers.clone()),
        );
        let calls = Calls::default();
        let hall = Hall {
            meetings: meetings.clone(),
            link: link.clone(),
            claims: Claims::default(),
            exchanges: exchanges.clone(),
            calls: calls.clone(),
            neighbourhood: neighbourhood.clone(),
            new_meetings: Arc::clone(&new_meetings),
            making: Arc::default(),
            metrics: metrics.clone(),
            limits,
            sockets: Arc::default(),
            partings: TaskTracker::new(),
        };
        tokio::spawn(chores(
            store.clone(),
            vault.clone(),
            Arc::clone(&certificate),
            stopping.clone(),
        ));
        let (board, around) = (exchanges.clone(), neighbourhood.clone());
        let ringing = Ringing::new(board, link.clone(), around, store.clone());
        tokio::spawn(ringing.clone().run(stopping.clone()));
        let desk = Desk::new(Tools {
            config,
            local,
            store: store.clone(),
            vault,
            meetings: meetings.clone(),
            metrics,
            certificate,
            exchanges,
            neighbourhood: neighbourhood.clone(),
            link: link.clone(),
            ringing,
            stopping: stopping.clone(),
            jwt: jwt.clone(),
            new_meetings,
        });
        let open = |(only, listener): (Option<DialectName>, TcpListener)| {
            let engine = Engine::start(hall.clone(), store.clone(), jwt.clone(), only);
            let router = match only {
                None => http::router(desk.clone(), engine.router()),
                Some(name) => http::dialect_router(desk.clone(), name, engine.router()),
            };
            let (tls, closing) = (tls.clone(), closing.clone());
            let serving = listener::serve(listener, tls, router, limits.connections, closing);
            Door { engine, listening: tokio::spawn(serving) }
        };
        let doors = listeners.into_iter().map(open).collect();
        let discovering = tokio::spawn(neighbourhood.clone().run(stopping.clone()));
        info!("Listening on {local}");
        Ok(Server {
            local,
            doors,
            meetings,
            calls,
            neighbourhood,
            store,
            discovering,
            #[cfg(test)]
            link,
            stopping,
            closing,
        })
    }

    /// Where it listens.
    pub fn local_addr(&self) -> SocketAddr {
        self.local
    }

    /// The address for a browser on this machine.
    pub fn local_url(&self) -> String {
        let ip = match self.local.ip() {
            ip if !ip.is_unspecified() => ip,
            _ => Ipv4Addr::LOCALHOST.into(),
        };
        let scheme = if ip.is_loopback() { "http" } else { "https" };
        format!("{scheme}://{}", SocketAddr::new(ip, self.local.port()))
    }

    /// The address that people open: the one on the network, if there is one.
    pub fn url(&self) -> String {
        addresses::urls(self.local, self.local.ip())
            .into_iter()
            .next()
            .unwrap_or_else(|| self.local_url())
    }

    /// The calls that pages at this computer hold.
    pub fn calls(&self) -> Calls {
        self.calls.clone()
    }

    /// Who on the network sees this installation.
    pub fn network(&self) -> NetworkSwitch {
        NetworkSwitch::new(self.neighbourhood.clone())
    }

    /// Who is in the meetings that are held here.
    pub fn attendance(&self) -> Attendance {
        Attendance::new(self.meetings.clone())
    }

    /// Says goodbye to everyone, and returns when all is on disk.
    pub async fn stop(self) {
        self.stopping.cancel();
        let doors = self.doors.into_iter().map(|door| (door.engine, door.listening));
        let (engines, listening): (Vec<_>, Vec<_>) = doors.unzip();
        let closing: JoinSet<_> =
            engines.into_iter().map(|engine| async move { engine.close().await }).collect();
        closing.join_all().await;
        self.closing.cancel();
        for listening in listening {
            if let Err(error) = listening.await {
                warn!("A listener ended badly: {error}");
            }
        }
        if let Err(error) = self.discovering.await {
            warn!("Discovery ended badly: {error}");
        }
        self.meetings.close().await;
        let store = self.store;
        crate::blocking::blocking(move || store.close()).await;
        info!("Stopped");
    }
}

/// Listens at an address; at `[::]` for IPv4 as well, and for IPv4 alone where
/// the machine has no IPv6.
fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let listener = match listen(address) {
        Err(_) if address.ip() == Ipv6Addr::UNSPECIFIED => {
            listen((Ipv4Addr::UNSPECIFIED, address.port()).into())
        }
        listening => listening,
    };
    listener.with_context(|| format!("cannot listen on {address}"))
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, None)?;
    if address.is_ipv6() {
        socket.set_only_v6(false)?;
    }
    // A restart need not wait for connections that were closed. On Windows it
    // would let another program take the port.
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    TcpListener::from_std(socket.into())
}

/// What is to be done now and then.
async fn chores(
    store: Store,
    vault: Vault,
    certificate: Arc<Certificate>,
    stopping: CancellationToken,
) {
    let mut turns = tokio::time::interval(CHORES);
    let mut tidying = tokio::time::interval(TIDYING);
    loop {
        tokio::select! {
            _ = turns.tick() => {}
            _ = tidying.tick() => {
                if let Err(error) = retention::heed(&store).await {
                    warn!("Old meetings were not forgotten: {error}");
                }
                vault.sweep().await;
                continue;
            }
            () = stopping.cancelled() => break,
        }
        vault.let_go_of_idle().await;
        let now = clock::wall();
        if let Err(error) = certificate.renew(now) {
            warn!("The certificate was not renewed: {error:#}");
        }
        let long_ago = Timestamp(now.0.saturating_sub(identity::SESSION));
        if let Err(error) = store.forget_sessions(long_ago).await {
            warn!("Old sessions were not forgotten: {error}");
        }
    }
}

#[cfg(test)]
mod tests;

//! What is served over HTTP: the REST interface, the UI, and the pages around.

mod accounts;
mod attempts;
mod dialects;
mod error;
mod files;
pub(crate) mod guard;
mod history;
mod hosts;
mod link;
mod meetings;
mod missed;
mod network;
mod openapi;
mod plain;
mod plans;
mod proxy;
mod rooms;
mod tickets;
mod ui;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, FromRequestParts, OptionalFromRequestParts, State};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use axum::routing::{any, get};
use axum::{Extension, Json, Router, middleware};
use hearth_link::Certificate;
use hearth_store::Store;
use hearth_wire::DialectName;
use hearth_wire::rest::ServerInfo;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use tower::util::option_layer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::addresses;
use crate::allowance::{Allowances, Origin};
use crate::config::Config;
use crate::doctor::Doctor;
use crate::exchange::Exchanges;
use crate::identity::{self, Identity, Unrecognised};
use crate::jwt;
use crate::link::Link;
use crate::listener::Peer;
use crate::meetings::Meetings;
use crate::metrics::Metrics;
use crate::neighbourhood::Neighbourhood;
use crate::ringing::Ringing;
use crate::vault::Vault;

use error::ApiFailure;
use network::Local;

/// What the handlers work with. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Desk(Arc<Inner>);

pub(crate) struct Inner {
    tools: Tools,
    attempts: attempts::Attempts,
    tickets: tickets::Tickets,
    doctor: Doctor,
}

/// What the desk shares with the rest of the server.
pub(crate) struct Tools {
    pub(crate) config: Config,
    pub(crate) local: SocketAddr,
    pub(crate) store: Store,
    pub(crate) vault: Vault,
    pub(crate) meetings: Meetings,
    pub(crate) metrics: Metrics,
    pub(crate) certificate: Arc<Certificate>,
    pub(crate) exchanges: Exchanges,
    pub(crate) neighbourhood: Neighbourhood,
    pub(crate) link: Link,
    pub(crate) ringing: Ringing,
    pub(crate) stopping: CancellationToken,
    pub(crate) jwt: jwt::Key,
    pub(crate) new_meetings: Arc<Allowances<Origin>>,
}

impl Desk {
    pub(crate) fn new(tools: Tools) -> Desk {
        let attempts = attempts::Attempts::new(&tools.config.limits);
        let (tickets, doctor) = (tickets::Tickets::default(), Doctor::default());
        Desk(Arc::new(Inner { tools, attempts, tickets, doctor }))
    }
}

impl std::ops::Deref for Desk {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl std::ops::Deref for Inner {
    type Target = Tools;

    fn deref(&self) -> &Tools {
        &self.tools
    }
}

/// Everything this server answers, Socket.IO included.
pub(crate) fn router(desk: Desk, sockets: Router<Desk>) -> Router {
    let rest = openapi::routes()
        .fallback(error::no_such_route)
        .method_not_allowed_fallback(error::no_such_method)
        .layer(DefaultBodyLimit::max(desk.config.limits.body));
    // What people offer is mostly compressed already, and there can be much of it.
    let files = NotForContentType::const_new("application/octet-stream");
    let compression = CompressionLayer::new().compress_when(DefaultPredicate::new().and(files));
    let inside = Router::new()
        .nest("/api", rest)
        .route("/api/", any(error::no_such_route))
        .merge(dialects::routes())
        .route("/metrics", get(metrics))
        .fallback(ui::serve)
        .layer(compression)
        .merge(proxy::routes())
        .merge(link::routes())
        .merge(sockets)
        .layer(middleware::from_fn_with_state(desk.clone(), guard::same_origin))
        .layer(middleware::from_fn_with_state(desk.clone(), guard::secure))
        .layer(middleware::from_fn_with_state(desk.clone(), link::apart));
    guarded(Router::new().route("/health", get(health)).merge(inside), desk)
}

/// What a listener of a dialect's own answers.
pub(crate) fn dialect_router(desk: Desk, name: DialectName, sockets: Router<Desk>) -> Router {
    let inside = dialects::routes_of(name)
        .layer(CompressionLayer::new())
        .merge(sockets)
        .layer(middleware::from_fn_with_state(desk.clone(), guard::same_origin));
    guarded(inside, desk)
}

fn guarded(inside: Router<Desk>, desk: Desk) -> Router {
    inside
        .layer(option_layer(guard::cors(&desk.config.allowed_origins)))
        .layer(CatchPanicLayer::new())
        .layer(middleware::map_response(guard::headers))
        .with_state(desk)
}

async fn health() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}

/// What is counted, for Prometheus on this machine.
async fn metrics(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
) -> Result<String, ApiFailure> {
    if peer.is_loopback() { Ok(desk.metrics.encode()) } else { Err(ApiFailure::only_local()) }
}

/// What this installation is.
#[utoipa::path(get, path = "/server", responses((status = 200, body = ServerInfo)))]
async fn server(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    own: Result<Local, ApiFailure>,
) -> Json<ServerInfo> {
    Json(ServerInfo {
        name: desk.config.name.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        ice_servers: desk.config.ice_servers.clone(),
        addresses: addresses::urls(desk.local, peer.address.ip()),
        fingerprint: Some(desk.certificate.fingerprint()),
        own: own.is_ok(),
    })
}

impl FromRequestParts<Desk> for Identity {
    type Rejection = ApiFailure;

    /// Recognises whoever sent `Authorization: Bearer …`.
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Identity, ApiFailure> {
        let token = bearer(parts).ok_or_else(ApiFailure::unauthorized)?;
        Ok(identity::recognise(&desk.store, token).await?)
    }
}

impl OptionalFromRequestParts<Desk> for Identity {
    type Rejection = ApiFailure;

    /// The same, where a token that is not valid any more does not matter.
    async fn from_request_parts(
        parts: &mut Parts,
        desk: &Desk,
    ) -> Result<Option<Identity>, ApiFailure> {
        let Some(token) = bearer(parts) else { return Ok(None) };
        match identity::recognise(&desk.store, token).await {
            Ok(identity) => Ok(Some(identity)),
            Err(Unrecognised::Token) => Ok(None),
            Err(Unrecognised::Store(cause)) => Err(cause.into()),
        }
    }
}

fn bearer(parts: &Parts) -> Option<&str> {
    parts.headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

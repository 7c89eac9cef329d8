//! `/link`: what other installations ask. Nobody else gets here, and whoever does
//! has shown a key.

mod call_back;
mod compare;
mod knock;
mod prove;
mod ring;

use std::net::IpAddr;

use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use hearth_link::Fingerprint;
use hearth_store::{Installation, Trust};
use hearth_wire::link::Hello;

use crate::blocking::blocking;
use crate::clock;
use crate::link::{Link, understood};
use crate::listener::Peer;

use super::Desk;
use super::error::{ApiFailure, no_such_method, no_such_route};

const BODY: usize = 4 * 1024;

/// Another installation that asks.
#[derive(Debug, Clone, Copy)]
struct Caller {
    fingerprint: Fingerprint,
    address: IpAddr,
}

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route("/link/hello", post(hello))
        .route("/link/prove", post(prove::begin))
        .route("/link/prove/{attempt}", post(prove::finish))
        .route("/link/compare", post(compare::begin))
        .route("/link/compare/{comparison}", post(compare::finish))
        .route("/link/knock", post(knock::knock))
        .route("/link/ring", post(ring::ring))
        .route("/link/call-back", post(call_back::call_back))
        .method_not_allowed_fallback(no_such_method)
        .layer(DefaultBodyLimit::max(BODY))
}

/// Lets other installations come to what is theirs, and nobody else to that.
pub(super) async fn apart(
    State(desk): State<Desk>,
    request: Request,
    next: Next,
) -> Result<Response, ApiFailure> {
    let caller = request.extensions().get::<Peer>().and_then(|peer| peer.installation);
    let path = request.uri().path();
    let is_for = |part| path.starts_with(part);
    let Some(Fingerprint(fingerprint)) = caller else {
        return if is_for("/link/") {
            Ok(no_such_route().await.into_response())
        } else {
            Ok(next.run(request).await)
        };
    };
    if !["/link/", "/api/", "/socket.io/"].into_iter().any(is_for) {
        return Ok(no_such_route().await.into_response());
    }
    let store = desk.store.clone();
    if blocking(move || store.is_refused_installation(fingerprint)).await? {
        return Err(refused());
    }
    Ok(next.run(request).await)
}

/// Both say who they are.
async fn hello(
    State(desk): State<Desk>,
    caller: Caller,
    body: Result<Json<Hello>, JsonRejection>,
) -> Result<Json<Hello>, ApiFailure> {
    let Json(hello) = body?;
    let (id, hello) = understood(hello).ok_or_else(other_version)?;
    caller.is_courteous(&desk)?;
    let store = desk.store.clone();
    let known = blocking(move || store.installation(id.as_str())).await?;
    let is_same = |known: &Installation| known.fingerprint == caller.fingerprint.0;
    let is_known = known.as_ref().is_some_and(is_same);
    if !is_known && known.is_some_and(|known| known.is_vouched_for()) {
        return Err(identity_changed());
    }
    if is_known {
        let met = Link::met(hello.clone(), caller.fingerprint, Trust::NotCompared);
        remember(&desk, met).await?;
    }
    let now = clock::instant();
    let greeted = desk.link.greetings.put(caller.fingerprint, hello, now);
    greeted.map_err(|_| ApiFailure::too_many("Too many computers call. Wait a minute."))?;
    Ok(Json(desk.link.hello(is_known)))
}

/// Keeps what is newly known of the caller.
async fn remember(desk: &Desk, met: Installation) -> Result<(), ApiFailure> {
    if desk.store.meet_installation(met).await? { Ok(()) } else { Err(identity_changed()) }
}

impl Caller {
    fn is_courteous(&self, desk: &Desk) -> Result<(), ApiFailure> {
        let courteous = desk.link.may_ask(self.address);
        courteous.then_some(()).ok_or_else(|| ApiFailure::too_many("Too often. Wait a minute."))
    }

    /// Who the caller is, if people here can see that.
    async fn acquaintance(&self, desk: &Desk) -> Result<Installation, ApiFailure> {
        let (store, Fingerprint(key)) = (desk.store.clone(), self.fingerprint);
        let known = blocking(move || store.installation_by_key(key)).await?;
        known.filter(|known| known.symbols.is_some()).ok_or_else(compare_first)
    }

    /// What the caller said of itself.
    fn greeting(&self, desk: &Desk) -> Result<Hello, ApiFailure> {
        let greeting = desk.link.greetings.see(&self.fingerprint, clock::instant());
        let message = "Say hello first.";
        greeting.ok_or_else(|| ApiFailure::new(StatusCode::FORBIDDEN, "hello_first", message))
    }
}

impl FromRequestParts<Desk> for Caller {
    type Rejection = ApiFailure;

    async fn from_request_parts(parts: &mut Parts, _: &Desk) -> Result<Caller, ApiFailure> {
        let peer = parts.extensions.get::<Peer>();
        let caller = peer.and_then(|peer| {
            Some(Caller { fingerprint: peer.installation?, address: peer.address.ip() })
        });
        match caller {
            Some(caller) => Ok(caller),
            None => Err(no_such_route().await),
        }
    }
}

fn compare_first() -> ApiFailure {
    let message = "Make symbols first, so that people here can see who asks.";
    ApiFailure::new(StatusCode::FORBIDDEN, "compare_first", message)
}

fn refused() -> ApiFailure {
    let message = "Someone here found that the symbols differ.";
    ApiFailure::new(StatusCode::FORBIDDEN, "refused", message)
}

fn identity_changed() -> ApiFailure {
    let message = "This installation is known with another key.";
    ApiFailure::new(StatusCode::FORBIDDEN, "identity_changed", message)
}

fn other_version() -> ApiFailure {
    ApiFailure::new(StatusCode::BAD_REQUEST, "other_version", "This is not understood here.")
}

fn misspelt() -> ApiFailure {
    ApiFailure::bad_request("These are not the bytes that belong here.")
}

fn nothing_begun() -> ApiFailure {
    let message = "Nothing of that kind has begun, or it took too long.";
    ApiFailure::new(StatusCode::NOT_FOUND, "nothing_begun", message)
}

fn busy() -> ApiFailure {
    ApiFailure::too_many("Too many computers ask. Wait a minute.")
}

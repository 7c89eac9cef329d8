//! Ringing someone here.

use std::net::SocketAddr;

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use hearth_core::display_name;
use hearth_store::Installation;
use hearth_wire::link::{Ring, RingAnswer};

use crate::clock;
use crate::ringing::{Incoming, NotOnline};

use super::super::Desk;
use super::super::error::ApiFailure;
use super::{Caller, busy, misspelt, other_version, remember};

/// Answers when someone here does. A request that is broken off rings no more.
pub(super) async fn ring(
    State(desk): State<Desk>,
    caller: Caller,
    body: Result<Json<Ring>, JsonRejection>,
) -> Result<Json<RingAnswer>, ApiFailure> {
    let Json(Ring { call, name, kind, port }) = body?;
    let call = call.parse().map_err(|_| misspelt())?;
    let name = display_name(&name).map_err(ApiFailure::bad_request)?;
    caller.is_courteous(&desk)?;
    let known = caller.acquaintance(&desk).await?;
    let from = known.id.parse().map_err(|_| other_version())?;
    let address = SocketAddr::new(caller.address, port).to_string();
    let known = Installation { address: Some(address), ..known };
    // Whoever accepts goes there at once.
    desk.link.callers.put(from, known.clone(), clock::instant()).map_err(|_| busy())?;
    let answer = desk.ringing.ring(from, Incoming { call, name, kind }).await;
    let answer = answer.map_err(|NotOnline| not_online())?;
    if answer == RingAnswer::Accepted {
        remember(&desk, known).await?;
    }
    Ok(Json(answer))
}

fn not_online() -> ApiFailure {
    ApiFailure::new(StatusCode::NOT_FOUND, "not_online", "Nobody is here to be rung.")
}

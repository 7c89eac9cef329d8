//! Trying for another installation whether it is reached from here.

use std::time::Duration;

use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::{Extension, Json};
use hearth_wire::link::{CallBack, CalledBack};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::listener::Peer;

use super::super::Desk;
use super::super::error::ApiFailure;
use super::Caller;

// Shorter than the caller waits for the answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Connects to the very address that asks, and to no other.
pub(super) async fn call_back(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    caller: Caller,
    body: Result<Json<CallBack>, JsonRejection>,
) -> Result<Json<CalledBack>, ApiFailure> {
    let Json(CallBack { port }) = body?;
    caller.is_courteous(&desk)?;
    let mut address = peer.address;
    address.set_port(port);
    let connecting = timeout(PATIENCE, TcpStream::connect(address)).await;
    Ok(Json(CalledBack { reached: matches!(connecting, Ok(Ok(_))) }))
}

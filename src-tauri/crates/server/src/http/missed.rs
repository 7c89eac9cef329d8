//! `/api/missed`: the calls that nobody here answered. For its own people alone.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use hearth_wire::rest::ApiError;
use hearth_wire::rest::network::{MissedCall, RingKind};

use crate::blocking::blocking;

use super::Desk;
use super::error::ApiFailure;
use super::network::Local;

/// The calls that were missed, newest first, a hundred at the most.
#[utoipa::path(
    get, path = "/missed",
    responses((status = 200, body = Vec<MissedCall>), (status = 403, body = ApiError))
)]
pub(super) async fn list(
    State(desk): State<Desk>,
    _: Local,
) -> Result<Json<Vec<MissedCall>>, ApiFailure> {
    let store = desk.store.clone();
    let missed = blocking(move || store.missed_calls()).await?;
    let spell = |(id, call): (u64, hearth_store::MissedCall)| MissedCall {
        id,
        installation: call.installation,
        name: call.name,
        kind: if call.with_video { RingKind::Video } else { RingKind::Voice },
        at: call.at.0,
    };
    Ok(Json(missed.into_iter().map(spell).collect()))
}

/// Forgets them.
#[utoipa::path(
    delete, path = "/missed",
    responses((status = 204), (status = 403, body = ApiError))
)]
pub(super) async fn forget(State(desk): State<Desk>, _: Local) -> Result<StatusCode, ApiFailure> {
    desk.store.forget_missed_calls().await?;
    Ok(StatusCode::NO_CONTENT)
}

//! `/api/room`: the room that is someone's own.

use axum::extract::State;
use axum::{Extension, Json};
use hearth_core::{Lifetime, Policy};
use hearth_wire::rest::{ApiError, OwnRoom};

use crate::blocking::blocking;
use crate::clock;
use crate::identity::Identity;
use crate::listener::Peer;
use crate::meetings::Wish;

use super::Desk;
use super::error::ApiFailure;

/// The asker's own room, if they have one.
#[utoipa::path(
    get, path = "/room", security(("bearer" = [])),
    responses((status = 200, body = OwnRoom), (status = 401, body = ApiError))
)]
pub(super) async fn own(
    State(desk): State<Desk>,
    identity: Identity,
) -> Result<Json<OwnRoom>, ApiFailure> {
    let reader = desk.store.clone();
    let code = blocking(move || reader.own_room(identity.person)).await?;
    Ok(Json(OwnRoom { code: code.map(|code| code.to_string()) }))
}

/// Makes the asker's own room, unless they have one. It lasts, and whoever has
/// its code waits until someone lets them in.
#[utoipa::path(
    put, path = "/room", security(("bearer" = [])),
    responses(
        (status = 200, body = OwnRoom),
        (status = 401, body = ApiError), (status = 429, body = ApiError),
    )
)]
pub(super) async fn make(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    identity: Identity,
) -> Result<Json<OwnRoom>, ApiFailure> {
    if !desk.new_meetings.take(peer.address.ip(), clock::now().instant) {
        return Err(ApiFailure::too_many("Too many new meetings. Wait a moment."));
    }
    let policy = Policy { lobby: true, ..Policy::default() };
    let wish = Wish { policy, ..Wish::usual(Some(identity.person), Lifetime::Lasting) };
    let code = desk.meetings.own_room(wish).await?;
    Ok(Json(OwnRoom { code: Some(code.to_string()) }))
}

//! `/api/room`: the room that is someone's own.

use axum::extract::State;
use axum::{Extension, Json};
use hearth_core::{Code, Lifetime, PersonId, Policy};
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
    Ok(Json(spelt(room_of(&desk, identity.person).await?)))
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
    if let Some(code) = room_of(&desk, identity.person).await? {
        return Ok(Json(spelt(Some(code))));
    }
    if !desk.new_meetings.take(peer.address.ip(), clock::now().instant) {
        return Err(ApiFailure::too_many("Too many new meetings. Wait a moment."));
    }
    let policy = Policy { lobby: true, ..Policy::default() };
    let wish = Wish { policy, ..Wish::usual(Some(identity.person), Lifetime::Lasting) };
    let code = desk.meetings.own_room(wish).await?;
    Ok(Json(spelt(Some(code))))
}

async fn room_of(desk: &Desk, person: PersonId) -> Result<Option<Code>, ApiFailure> {
    let reader = desk.store.clone();
    Ok(blocking(move || reader.own_room(person)).await?)
}

fn spelt(code: Option<Code>) -> OwnRoom {
    OwnRoom { code: code.map(|code| code.to_string()) }
}

//! `/api/room`: the room that is someone's own; `/api/rooms`: all that last and to
//! which they belong.

use axum::extract::State;
use axum::{Extension, Json};
use hearth_core::{Code, Lifetime, PersonId, Policy};
use hearth_wire::rest::{ApiError, LastingRoom, OwnRoom};

use crate::blocking::blocking;
use crate::clock;
use crate::identity::Identity;
use crate::listener::Peer;
use crate::meetings::Wish;

use super::Desk;
use super::error::ApiFailure;

const MOST: usize = 50;

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
    if !desk.new_meetings.take(peer.address.ip(), clock::instant()) {
        return Err(ApiFailure::too_many("Too many new meetings. Wait a moment."));
    }
    let policy = Policy { lobby: true, ..Policy::default() };
    let wish = Wish { policy, ..Wish::usual(Some(identity.person), Lifetime::Lasting) };
    let code = desk.meetings.own_room(wish).await?;
    Ok(Json(spelt(Some(code))))
}

/// Lists the rooms that last and that the asker owns or has been in, the one used
/// last first; at most 50. Those that the asker was removed from, or has deleted
/// from their history, are not among them.
#[utoipa::path(
    get, path = "/rooms", security(("bearer" = [])),
    responses((status = 200, body = [LastingRoom]), (status = 401, body = ApiError))
)]
pub(super) async fn list(
    State(desk): State<Desk>,
    identity: Identity,
) -> Result<Json<Vec<LastingRoom>>, ApiFailure> {
    let reader = desk.store.clone();
    let rooms = blocking(move || reader.lasting_rooms(identity.person, MOST)).await?;
    let mut listed = Vec::new();
    for room in rooms {
        listed.push(LastingRoom {
            code: room.code.to_string(),
            title: room.title,
            own: room.own,
            participants: desk.meetings.count(room.code).await,
            unread: room.unread,
        });
    }
    Ok(Json(listed))
}

async fn room_of(desk: &Desk, person: PersonId) -> Result<Option<Code>, ApiFailure> {
    let reader = desk.store.clone();
    Ok(blocking(move || reader.own_room(person)).await?)
}

fn spelt(code: Option<Code>) -> OwnRoom {
    OwnRoom { code: code.map(|code| code.to_string()) }
}

//! Asking to be let into an announced meeting without its code.

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use hearth_core::Tag;
use hearth_wire::link::{Ask, StandIn};
use hearth_wire::rest::network::Visibility;

use crate::clock;

use super::super::Desk;
use super::super::error::ApiFailure;
use super::{Caller, busy, misspelt};

pub(super) async fn knock(
    State(desk): State<Desk>,
    caller: Caller,
    body: Result<Json<Ask>, JsonRejection>,
) -> Result<Json<StandIn>, ApiFailure> {
    let Json(Ask { tag }) = body?;
    let tag: Tag = tag.parse().map_err(|_| misspelt())?;
    caller.is_courteous(&desk)?;
    caller.acquaintance(&desk).await?;
    let is_open = desk.neighbourhood.setting().visibility == Visibility::Everyone;
    let meeting = desk.meetings.announced(tag).filter(|_| is_open).ok_or_else(no_door)?;
    let door = desk.link.doors.make(meeting, caller.fingerprint, clock::instant());
    Ok(Json(StandIn { door: door.ok_or_else(busy)?.to_string() }))
}

fn no_door() -> ApiFailure {
    let message = "There is no such meeting, or nobody is let in without a code.";
    ApiFailure::new(StatusCode::FORBIDDEN, "no_door", message)
}

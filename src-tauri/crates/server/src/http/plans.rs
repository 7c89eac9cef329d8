//! `/api/plans`: what is planned for later.

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use hearth_core::Timestamp;
use hearth_store as store;
use hearth_wire::rest::{ApiError, PastMeeting, Plan, PlanMeeting};

use crate::blocking::blocking;
use crate::clock;
use crate::identity::Identity;

use super::Desk;
use super::error::{ApiFailure, changed};
use super::{history, meetings};

const MINUTE: u64 = 60 * 1000;
const DAY: u64 = 24 * 60 * MINUTE;
// Whoever plans for longer has mistyped the year.
const AHEAD: u64 = 3 * 366 * DAY;

/// Lists the meetings that the asker made or attended and that are planned for
/// now or later, soonest first; at most 200.
#[utoipa::path(
    get, path = "/plans", security(("bearer" = [])),
    responses((status = 200, body = [PastMeeting]), (status = 401, body = ApiError))
)]
pub(super) async fn list(
    State(desk): State<Desk>,
    identity: Identity,
) -> Result<Json<Vec<PastMeeting>>, ApiFailure> {
    let (reader, now) = (desk.store.clone(), clock::wall());
    let planned = blocking(move || reader.planned_meetings(identity.person, now)).await?;
    Ok(Json(planned.into_iter().map(history::past_meeting).collect()))
}

/// Gives a meeting of one's own a title and a time, or none.
#[utoipa::path(
    put, path = "/meetings/{code}/plan", params(("code" = String, Path)),
    request_body = PlanMeeting, security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
        (status = 404, body = ApiError),
    )
)]
pub(super) async fn change(
    State(desk): State<Desk>,
    identity: Identity,
    path: Result<Path<String>, PathRejection>,
    body: Result<Json<PlanMeeting>, JsonRejection>,
) -> Result<StatusCode, ApiFailure> {
    let code = meetings::code(path)?;
    let Json(PlanMeeting { title, plan }) = body?;
    let (title, plan) = (meetings::named(title)?, plan.map(read).transpose()?);
    changed(desk.store.plan_meeting(code, identity.person, title, plan).await?)
}

pub(super) fn read(Plan { starts_at, length }: Plan) -> Result<store::Plan, ApiFailure> {
    if !(MINUTE..=DAY).contains(&length) {
        return Err(ApiFailure::bad_request("A meeting takes from a minute to a day."));
    }
    let now = clock::wall().0;
    if starts_at.saturating_add(length) < now || starts_at > now.saturating_add(AHEAD) {
        return Err(ApiFailure::bad_request("Plan for a time from now to three years ahead."));
    }
    Ok(store::Plan { at: Timestamp(starts_at), length_ms: length })
}

pub(super) fn spelt(plan: store::Plan) -> Plan {
    Plan { starts_at: plan.at.0, length: plan.length_ms }
}

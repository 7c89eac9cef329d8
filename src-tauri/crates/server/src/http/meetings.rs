//! `/api/meetings`: making a meeting, looking one up.

use axum::Extension;
use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use hearth_core::{Code, Lifetime, Policy, Refusal};
use hearth_wire::Rejection;
use hearth_wire::rest::{ApiError, MeetingInfo, NewMeeting};

use crate::clock;
use crate::identity::Identity;
use crate::listener::Peer;
use crate::meetings::Wish;

use super::Desk;
use super::error::ApiFailure;
use super::plans;

const TITLE: usize = 100;

/// Makes a meeting that belongs to the asker.
#[utoipa::path(
    post, path = "/meetings", request_body = NewMeeting, security(("bearer" = [])),
    responses(
        (status = 201, body = MeetingInfo),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
        (status = 429, body = ApiError),
    )
)]
pub(super) async fn create(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    identity: Identity,
    body: Result<Json<NewMeeting>, JsonRejection>,
) -> Result<(StatusCode, Json<MeetingInfo>), ApiFailure> {
    let Json(NewMeeting { title, policy, plan, lasting }) = body?;
    let title = named(title)?;
    let plan = plan.map(plans::read).transpose()?;
    if !desk.new_meetings.take(peer.address.ip(), clock::instant()) {
        return Err(ApiFailure::too_many("Too many new meetings. Wait a moment."));
    }
    let policy = policy.map_or_else(Policy::default, Policy::from);
    let lifetime = if lasting == Some(true) { Lifetime::Lasting } else { Lifetime::WEEK };
    let wish = Wish { title, owner: Some(identity.person), policy, lifetime, plan };
    let meeting = desk.meetings.create(wish).await?;
    let info = MeetingInfo {
        code: meeting.code.to_string(),
        title: meeting.title,
        created_at: meeting.created_at.0,
        plan: meeting.plan.map(plans::spelt),
        participants: 0,
        owner: true,
    };
    Ok((StatusCode::CREATED, Json(info)))
}

/// A title, if it says anything.
pub(super) fn named(title: Option<String>) -> Result<Option<String>, ApiFailure> {
    let title = title.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
    if title.as_ref().is_some_and(|title| title.chars().count() > TITLE) {
        return Err(ApiFailure::bad_request("A title has at most 100 characters."));
    }
    Ok(title)
}

/// Looks up a meeting by its code.
#[utoipa::path(
    get, path = "/meetings/{code}", params(("code" = String, Path)), security(("bearer" = [])),
    responses(
        (status = 200, body = MeetingInfo),
        (status = 401, body = ApiError), (status = 404, body = ApiError),
        (status = 410, body = ApiError), (status = 429, body = ApiError),
    )
)]
pub(super) async fn look_up(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    identity: Identity,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<MeetingInfo>, ApiFailure> {
    let code = code(path)?;
    if let Some(meeting) = behind(&desk, &peer, code) {
        // Whoever has no code sees no more than that someone is there.
        let participants = desk.meetings.count(desk.meetings.current(meeting)).await;
        return Ok(Json(MeetingInfo {
            code: code.to_string(),
            title: None,
            created_at: 0,
            plan: None,
            participants,
            owner: false,
        }));
    }
    let looking = async { desk.meetings.stored(code).await?.ok_or(Rejection::NoSuchMeeting) };
    let meeting = desk.link.look(code, peer.elsewhere(), looking).await?;
    let participants = desk.meetings.count(code).await;
    if participants == 0 && !meeting.is_open(clock::wall()) {
        return Err(Rejection::from(Refusal::Ended).into());
    }
    Ok(Json(MeetingInfo {
        code: code.to_string(),
        title: meeting.title,
        created_at: meeting.created_at.0,
        plan: meeting.plan.map(plans::spelt),
        participants,
        owner: meeting.owner == Some(identity.person),
    }))
}

/// The meeting that the caller, another installation, knows by a stand-in for its code.
pub(super) fn behind(desk: &Desk, peer: &Peer, code: Code) -> Option<Code> {
    peer.installation.and_then(|caller| desk.link.doors.behind(code, caller))
}

/// The code in a path. What could not be one names no meeting.
pub(super) fn code(path: Result<Path<String>, PathRejection>) -> Result<Code, ApiFailure> {
    let Path(text) = path?;
    text.parse().map_err(|_| ApiFailure::no_such_meeting())
}

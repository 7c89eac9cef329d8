//! `/api/history`: the meetings that the asker made or attended.

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::{IntoResponse, Response};
use hearth_core::{Lifetime, Timestamp};
use hearth_store::{self as store, Deletion, Search};
use hearth_wire::rest::{
    ApiError, Attendance, History, Kept, PastFile, PastMeeting, PastMeetingDetails, PastMessage,
    Retention,
};
use hearth_wire::{Poll, hex};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::blocking::blocking;
use crate::clock;
use crate::identity::Identity;
use crate::retention;

use super::Desk;
use super::error::{ApiFailure, changed};
use super::meetings::code;
use super::network::Local;
use super::plans;

const PAGE: usize = 50;
const WORDS: usize = 100;
const A_DAY: &str = "A history is kept for a day at least.";

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Page {
    /// Only meetings that started before this.
    before: Option<u64>,
    /// Only meetings that started at this or later.
    since: Option<u64>,
    /// Only meetings with all of these words, at most 100 characters, in title,
    /// code, names, chat or notes.
    search: Option<String>,
    /// At most so many, and never more than 50.
    limit: Option<usize>,
}

/// Lists the meetings, newest first.
#[utoipa::path(
    get, path = "/history", params(Page), security(("bearer" = [])),
    responses(
        (status = 200, body = History),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
    )
)]
pub(super) async fn list(
    State(desk): State<Desk>,
    identity: Identity,
    page: Result<Query<Page>, QueryRejection>,
) -> Result<Json<History>, ApiFailure> {
    let Query(Page { before, since, search, limit }) = page?;
    let search = search.unwrap_or_default();
    if search.chars().count() > WORDS {
        return Err(ApiFailure::bad_request("Look for at most 100 characters."));
    }
    let page = store::Page {
        before: before.map(Timestamp),
        since: since.map(Timestamp),
        search: Search::new(&search),
        limit: limit.unwrap_or(PAGE).clamp(1, PAGE),
    };
    let (reader, now) = (desk.store.clone(), clock::wall());
    let (meetings, more) = blocking(move || reader.history(identity.person, &page, now)).await?;
    let meetings = meetings.into_iter().map(past_meeting).collect();
    Ok(Json(History { meetings, more }))
}

/// Tells all that is known of one meeting.
#[utoipa::path(
    get, path = "/history/{code}", params(("code" = String, Path)), security(("bearer" = [])),
    responses(
        (status = 200, body = PastMeetingDetails),
        (status = 401, body = ApiError), (status = 404, body = ApiError),
    )
)]
pub(super) async fn one(
    State(desk): State<Desk>,
    identity: Identity,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<PastMeetingDetails>, ApiFailure> {
    let code = code(path)?;
    let (reader, now) = (desk.store.clone(), clock::wall());
    let details = blocking(move || reader.past_meeting(code, identity.person, now)).await?;
    let details = details.ok_or_else(ApiFailure::no_such_meeting)?;
    let attendance = details.attendance.into_iter().map(|stay| Attendance {
        name: stay.name,
        from: stay.came_at.0,
        until: stay.went_at.map(|at| at.0),
    });
    let files = details.files.into_iter().map(|file| PastFile {
        id: file.offer.number,
        from: file.offer.by,
        name: file.offer.name,
        size: file.offer.size,
        sha256: hex(&file.sha256),
        at: file.offer.at.0,
    });
    let chat = details.chat.into_iter().map(|message| PastMessage {
        id: message.number,
        from: message.from,
        to: message.to,
        text: message.text,
        answers: message.answers,
        state: message.state.into(),
        at: message.at.0,
    });
    Ok(Json(PastMeetingDetails {
        attendance: attendance.collect(),
        chat: chat.collect(),
        polls: details.polls.iter().map(|it| Poll::told_to(identity.person, it)).collect(),
        files: files.collect(),
        notes: details.notes,
        meeting: past_meeting(details.meeting),
    }))
}

/// The same, as a file to keep.
#[utoipa::path(
    get, path = "/history/{code}/export", params(("code" = String, Path)),
    security(("bearer" = [])),
    responses(
        (status = 200, body = PastMeetingDetails),
        (status = 401, body = ApiError), (status = 404, body = ApiError),
    )
)]
pub(super) async fn export(
    desk: State<Desk>,
    identity: Identity,
    path: Result<Path<String>, PathRejection>,
) -> Result<Response, ApiFailure> {
    let details = one(desk, identity, path).await?;
    let file = format!("attachment; filename=\"hearth-{}.json\"", details.meeting.code);
    Ok(([(CONTENT_DISPOSITION, file)], details).into_response())
}

/// Deletes a meeting: the owner's for everyone, another's from the asker's
/// own history. One that is going on has to end first.
#[utoipa::path(
    delete, path = "/history/{code}", params(("code" = String, Path)),
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 401, body = ApiError), (status = 404, body = ApiError),
        (status = 409, body = ApiError),
    )
)]
pub(super) async fn delete(
    State(desk): State<Desk>,
    identity: Identity,
    path: Result<Path<String>, PathRejection>,
) -> Result<StatusCode, ApiFailure> {
    let code = code(path)?;
    if desk.meetings.count(code).await > 0 {
        let message = "People are in this meeting. Delete it when it is over.";
        return Err(ApiFailure::new(StatusCode::CONFLICT, "in_use", message));
    }
    match desk.store.delete_meeting(code, identity.person).await? {
        Deletion::Deleted => {
            desk.meetings.forget(code);
            desk.vault.sweep().await;
            Ok(StatusCode::NO_CONTENT)
        }
        Deletion::Hidden => Ok(StatusCode::NO_CONTENT),
        Deletion::NotFound => Err(ApiFailure::no_such_meeting()),
    }
}

/// Keeps a meeting of one's own for longer or shorter than all others.
#[utoipa::path(
    put, path = "/history/{code}/kept", params(("code" = String, Path)), request_body = Kept,
    security(("bearer" = [])),
    responses(
        (status = 204),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
        (status = 404, body = ApiError),
    )
)]
pub(super) async fn keep_one(
    State(desk): State<Desk>,
    identity: Identity,
    path: Result<Path<String>, PathRejection>,
    body: Result<Json<Kept>, JsonRejection>,
) -> Result<StatusCode, ApiFailure> {
    let code = code(path)?;
    let kept = match body?.0 {
        Kept::AsAll => store::Kept::AsAll,
        Kept::Days { days: 0 } => return Err(ApiFailure::bad_request(A_DAY)),
        Kept::Days { days } => store::Kept::Days(days),
        Kept::ForEver => store::Kept::ForEver,
    };
    changed(desk.store.keep_meeting_for(code, identity.person, kept).await?)
}

/// For how long this installation keeps its history.
#[utoipa::path(
    get, path = "/retention",
    responses((status = 200, body = Retention), (status = 403, body = ApiError))
)]
pub(super) async fn kept(
    State(desk): State<Desk>,
    _: Local,
) -> Result<Json<Retention>, ApiFailure> {
    Ok(Json(retention::kept(&desk.store).await?))
}

/// Keeps it for so long from now on; what is older is deleted at once.
#[utoipa::path(
    put, path = "/retention", request_body = Retention,
    responses(
        (status = 200, body = Retention),
        (status = 400, body = ApiError), (status = 403, body = ApiError),
    )
)]
pub(super) async fn keep(
    State(desk): State<Desk>,
    _: Local,
    body: Result<Json<Retention>, JsonRejection>,
) -> Result<Json<Retention>, ApiFailure> {
    let Json(kept) = body?;
    if kept.days == Some(0) {
        return Err(ApiFailure::bad_request(A_DAY));
    }
    retention::set(&desk.store, kept).await?;
    desk.vault.sweep().await;
    Ok(Json(kept))
}

pub(super) fn past_meeting(meeting: store::PastMeeting) -> PastMeeting {
    PastMeeting {
        open: meeting.is_open(clock::wall()),
        lasting: meeting.lifetime == Lifetime::Lasting,
        plan: meeting.plan.map(plans::spelt),
        kept: match meeting.kept {
            store::Kept::AsAll => Kept::AsAll,
            store::Kept::Days(days) => Kept::Days { days },
            store::Kept::ForEver => Kept::ForEver,
        },
        code: meeting.code.to_string(),
        title: meeting.title,
        started_at: meeting.started_at.0,
        length: meeting.length_ms,
        people: meeting.people,
        messages: meeting.messages,
        owner: meeting.owner,
    }
}

//! Making meetings, and looking them up.

use std::collections::HashMap;

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::{Extension, Json};
use hearth_core::{Code, Lifetime, PersonId, Role};
use hearth_store::{Store, StoreError};
use serde_json::{Value, json};

use crate::blocking::blocking;
use crate::clock;
use crate::listener::Peer;

use super::{Desk, Failure, Member, code};

/// Makes a meeting under this code, unless there is one.
pub(super) async fn check_code(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    member: Member,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<Value>, Failure> {
    let (code, spelling) = code(path).ok_or(Failure::InvalidCode)?;
    if !desk.new_meetings.take(peer.address.ip(), clock::instant()) {
        return Err(Failure::TooMany);
    }
    let message = format!("new meeting created successfully, code: {spelling}");
    let owner = Some(member.person);
    if !desk.meetings.create_as(code, spelling, Lifetime::WEEK, owner).await? {
        return Err(Failure::CodeTaken);
    }
    Ok(Json(json!({ "message": message })))
}

pub(super) async fn check_meet(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<Value>, Failure> {
    let (code, _) = code(path).ok_or(Failure::NoSuchMeeting)?;
    if !desk.link.is_there(code, peer.elsewhere()).await? {
        return Err(Failure::NoSuchMeeting);
    }
    let people = desk.meetings.people(code).await;
    let store = desk.store.clone();
    let found = blocking(move || hosts(&store, code, people)).await?;
    let (host, co_hosts) = found.ok_or(Failure::NoSuchMeeting)?;
    Ok(Json(json!({
        "message": "Meeting found",
        "exists": true,
        "meeting": { "hostUsername": host, "coHostUsernames": co_hosts },
    })))
}

/// The usernames of a meeting's owner, empty for a guest, and of its co-hosts.
fn hosts(
    store: &Store,
    code: Code,
    people: Vec<(PersonId, Role)>,
) -> Result<Option<(String, Vec<String>)>, StoreError> {
    let Some(meeting) = store.meeting(code)? else { return Ok(None) };
    let username = |person| {
        let account = store.account(person)?;
        Ok::<_, StoreError>(account.map(|account| account.username))
    };
    let host = meeting.owner.map(username).transpose()?.flatten();
    let mut co_hosts = Vec::new();
    for (person, _) in people.into_iter().filter(|(_, role)| *role == Role::CoHost) {
        co_hosts.extend(username(person)?.filter(|username| !co_hosts.contains(username)));
    }
    Ok(Some((host.unwrap_or_default(), co_hosts)))
}

pub(super) async fn check_host(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    query: Result<Query<HashMap<String, String>>, QueryRejection>,
) -> Result<Json<Value>, Failure> {
    let Query(mut query) = query.unwrap_or_default();
    let mut asked = |name| query.remove(name).unwrap_or_default();
    let (username, code) = (asked("username"), asked("meetingCode").parse());
    let is_host = match code {
        Ok(code) if desk.link.is_there(code, peer.elsewhere()).await? => {
            let (store, username) = (desk.store.clone(), username.clone());
            blocking(move || {
                let owner = store.meeting(code)?.and_then(|meeting| meeting.owner);
                let person = store.credentials(&username)?.map(|known| known.person);
                Ok::<_, StoreError>(person.is_some() && person == owner)
            })
            .await?
        }
        _ => false,
    };
    if !is_host {
        return Err(Failure::NotHost(username));
    }
    Ok(Json(json!({ "message": format!("{username} is host of this meeting") })))
}

/// The codes of one's own meetings.
pub(super) async fn prev_meets(
    State(desk): State<Desk>,
    Member { person, account }: Member,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<Vec<String>>, Failure> {
    let Path(username) = path.map_err(|_| Failure::NotAllowed)?;
    if !username.eq_ignore_ascii_case(&account.username) {
        return Err(Failure::NotAllowed);
    }
    let store = desk.store.clone();
    Ok(Json(blocking(move || store.spellings(person)).await?))
}

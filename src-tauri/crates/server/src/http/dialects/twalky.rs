//! Twalky: making a session, and asking whether one is alive.

use std::collections::HashMap;
use std::fmt::Display;
use std::time::Duration;

use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use hearth_core::Lifetime;
use hearth_wire::Rejection;
use serde_json::{Value, json};

use crate::clock;
use crate::listener::Peer;
use crate::meetings::Wish;

use super::{Desk, Routes, TOO_MANY};

const DAY: Lifetime = Lifetime::Unused(Duration::from_secs(24 * 60 * 60));

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .at("/create-session", get(create_session))
        .at("/is-alive", get(is_alive))
        .nothing_else()
}

async fn create_session(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
) -> Result<Json<Value>, Failure> {
    if !desk.new_meetings.take(peer.address.ip(), clock::instant()) {
        return Err(Failure::TooMany);
    }
    let session = desk.meetings.create(Wish::usual(None, DAY)).await;
    let session = session.map_err(Failure::NotCreated)?;
    Ok(Json(json!({ "sessionId": session.code.compact(), "success": true })))
}

async fn is_alive(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    query: Result<Query<HashMap<String, String>>, QueryRejection>,
) -> Result<Json<Value>, Failure> {
    let Query(mut query) = query.unwrap_or_default();
    let id = query.remove("sessionId").filter(|id| !id.is_empty()).ok_or(Failure::NoId)?;
    let is_alive = match id.parse() {
        Ok(code) => {
            desk.link.is_there(code, peer.elsewhere()).await.map_err(Failure::NotChecked)?
        }
        Err(_) => false,
    };
    Ok(Json(json!({ "isAlive": is_alive, "success": true })))
}

enum Failure {
    TooMany,
    NotCreated(Rejection),
    NoId,
    NotChecked(Rejection),
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, body) = match self {
            Failure::TooMany => (StatusCode::TOO_MANY_REQUESTS, not_created(&TOO_MANY)),
            Failure::NotCreated(why) => (StatusCode::INTERNAL_SERVER_ERROR, not_created(&why)),
            Failure::NoId => (StatusCode::BAD_REQUEST, no_id()),
            Failure::NotChecked(why) => (StatusCode::INTERNAL_SERVER_ERROR, not_checked(&why)),
        };
        (status, Json(body)).into_response()
    }
}

fn not_created(why: &dyn Display) -> Value {
    json!({
        "error": "Failed to create session",
        "message": why.to_string(),
        "success": false,
    })
}

fn no_id() -> Value {
    json!({
        "isAlive": false,
        "error": "Session ID is required",
        "success": false,
    })
}

fn not_checked(why: &dyn Display) -> Value {
    json!({
        "isAlive": false,
        "error": "Failed to check session",
        "message": why.to_string(),
        "success": false,
    })
}

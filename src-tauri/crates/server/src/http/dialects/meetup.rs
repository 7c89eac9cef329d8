//! MeetUp: how many are online, and call.

use axum::extract::State;
use axum::routing::{MethodRouter, get};
use axum::{Json, Router};
use hearth_wire::DialectName;
use serde_json::{Value, json};

use super::{Desk, Routes};

pub(super) fn routes() -> Router<Desk> {
    Router::new().route("/", home()).nothing_else()
}

pub(super) fn home() -> MethodRouter<Desk> {
    get(greet)
}

async fn greet(State(desk): State<Desk>) -> Json<Value> {
    Json(json!({
        "message": "MeetUp Backend Server is running!",
        "onlineUsers": desk.exchanges.of(DialectName::MeetUp).online_count(),
        "activeCalls": desk.meetings.calls(),
    }))
}

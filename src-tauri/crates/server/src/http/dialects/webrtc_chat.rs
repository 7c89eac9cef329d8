//! WebRTC chat: accounts with an e-mail address, and rooms with a name.

mod accounts;
mod fields;
mod rooms;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use hearth_core::PersonId;
use hearth_store::{Account, StoreError};
use serde_json::{Value, json};
use tracing::error;

use crate::http::attempts::Denial;
use crate::http::bearer;
use crate::identity::Unrecognised;

use super::{Desk, Fields, Routes, TOO_MANY, code};

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .at("/health", get(health))
        .at("/api/auth/signup", post(accounts::sign_up))
        .at("/api/auth/login", post(accounts::log_in))
        .at("/api/rooms", get(rooms::list).post(rooms::create))
        .at("/api/rooms/{room}/messages", get(rooms::messages))
        .nothing_else()
}

async fn health() -> Json<Value> {
    Json(json!({ "status": "ok", "message": "Server is running" }))
}

/// Whoever holds a token.
struct Member {
    person: PersonId,
    account: Account,
}

impl FromRequestParts<Desk> for Member {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Member, Failure> {
        let token = bearer(parts).filter(|token| !token.is_empty()).ok_or(Failure::NoToken)?;
        let identity = desk.jwt.recognise(&desk.store, token).await?;
        let account = identity.account.ok_or(Failure::InvalidToken)?;
        Ok(Member { person: identity.person, account })
    }
}

/// Nothing but a missing or a bad token is a 401: that signs the client out.
enum Failure {
    Fields(Vec<Value>),
    InvalidCredentials,
    UserExists,
    NoToken,
    InvalidToken,
    NoName,
    TooLong,
    RoomExists,
    NoSuchRoom,
    TooMany,
    Unavailable,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, message) = match self {
            Failure::Fields(errors) => {
                let body = json!({ "errors": errors });
                return (StatusCode::BAD_REQUEST, Json(body)).into_response();
            }
            Failure::InvalidCredentials => (StatusCode::BAD_REQUEST, "Invalid credentials"),
            Failure::UserExists => (StatusCode::BAD_REQUEST, "User already exists"),
            Failure::NoToken => (StatusCode::UNAUTHORIZED, "No token, authorization denied"),
            Failure::InvalidToken => (StatusCode::UNAUTHORIZED, "Token is not valid"),
            Failure::NoName => (StatusCode::BAD_REQUEST, "Room name is required"),
            Failure::TooLong => (StatusCode::BAD_REQUEST, "Room name or description is too long"),
            Failure::RoomExists => (StatusCode::BAD_REQUEST, "Room already exists"),
            Failure::NoSuchRoom => (StatusCode::NOT_FOUND, "Room not found"),
            Failure::TooMany => (StatusCode::TOO_MANY_REQUESTS, TOO_MANY),
            Failure::Unavailable => (StatusCode::INTERNAL_SERVER_ERROR, "Server error"),
        };
        (status, Json(json!({ "message": message }))).into_response()
    }
}

impl From<Denial> for Failure {
    fn from(denial: Denial) -> Failure {
        match denial {
            Denial::TooMany => Failure::TooMany,
            Denial::Taken => Failure::UserExists,
            Denial::NoSuchAccount | Denial::WrongPassword => Failure::InvalidCredentials,
            Denial::Store(cause) => cause.into(),
        }
    }
}

impl From<Unrecognised> for Failure {
    fn from(cause: Unrecognised) -> Failure {
        match cause {
            Unrecognised::Token => Failure::InvalidToken,
            Unrecognised::Store(cause) => cause.into(),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(cause: StoreError) -> Failure {
        error!("The store failed: {cause}");
        Failure::Unavailable
    }
}

//! Animo Meet: accounts, and meetings under codes that its clients draw.

mod meetings;
mod users;

use axum::Json;
use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use hearth_core::PersonId;
use hearth_store::{Account, StoreError};
use hearth_wire::Rejection;
use serde_json::json;
use tracing::error;

use crate::http::attempts::Denial;
use crate::http::bearer;
use crate::identity::{self, Unrecognised};

use super::{Desk, Fields, Routes, TOO_MANY, code};

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route("/", home())
        .at("/api/v1/users/signup", post(users::sign_up))
        .at("/api/v1/users/login", post(users::log_in))
        .at("/api/v1/users/verify-user", get(users::verify_user))
        .at("/api/v1/meeting/check-code/{code}", get(meetings::check_code))
        .at("/api/v1/meeting/check-meet/{code}", get(meetings::check_meet))
        .at("/api/v1/meeting/check-host", get(meetings::check_host))
        .at("/api/v1/meeting/prev-meets/{username}", get(meetings::prev_meets))
        .nothing_else()
}

pub(super) fn home() -> MethodRouter<Desk> {
    get(|| async { "I am home" })
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
        let identity = identity::recognise_animo(&desk.store, token).await?;
        let account = identity.account.ok_or(Failure::InvalidToken)?;
        Ok(Member { person: identity.person, account })
    }
}

enum Failure {
    MissingCredentials,
    UserExists,
    NoSuchUser,
    WrongPassword,
    NoToken,
    InvalidToken,
    InvalidCode,
    CodeTaken,
    NoSuchMeeting,
    NotHost(String),
    NotAllowed,
    TooMany,
    Unavailable,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, message) = match self {
            Failure::MissingCredentials => {
                (StatusCode::BAD_REQUEST, "Please provide all credentials")
            }
            Failure::UserExists => {
                (StatusCode::CONFLICT, "User already exists ! Try a different username")
            }
            Failure::NoSuchUser => (StatusCode::NOT_FOUND, "User not found"),
            Failure::WrongPassword => (StatusCode::UNAUTHORIZED, "invalid credentials"),
            Failure::NoToken => (StatusCode::UNAUTHORIZED, "no token provided"),
            Failure::InvalidToken => (StatusCode::UNAUTHORIZED, "Invalid token, login again"),
            Failure::InvalidCode => {
                (StatusCode::BAD_REQUEST, "This cannot be a code. Try generating new code")
            }
            // Its clients expect this status, and nowhere to go.
            Failure::CodeTaken => {
                let message = "A meeting with this code already exists. Try generating new code";
                (StatusCode::FOUND, message)
            }
            Failure::NoSuchMeeting => (StatusCode::NOT_FOUND, "No such meeting found"),
            Failure::NotHost(username) => {
                let message = format!("{username} is not the host of this meeting");
                return (StatusCode::FORBIDDEN, Json(json!({ "message": message })))
                    .into_response();
            }
            Failure::NotAllowed => (StatusCode::FORBIDDEN, "Not allowed"),
            Failure::TooMany => (StatusCode::TOO_MANY_REQUESTS, TOO_MANY),
            Failure::Unavailable => (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong"),
        };
        (status, Json(json!({ "message": message }))).into_response()
    }
}

impl From<Denial> for Failure {
    fn from(denial: Denial) -> Failure {
        match denial {
            Denial::TooMany => Failure::TooMany,
            Denial::Taken => Failure::UserExists,
            Denial::NoSuchAccount => Failure::NoSuchUser,
            Denial::WrongPassword => Failure::WrongPassword,
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

impl From<Rejection> for Failure {
    fn from(_: Rejection) -> Failure {
        Failure::Unavailable
    }
}

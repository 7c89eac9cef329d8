//! How a REST request is turned down.

use std::fmt::Display;

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::http::StatusCode;
use axum::http::header::WWW_AUTHENTICATE;
use axum::response::{IntoResponse, Response};
use hearth_store::StoreError;
use hearth_wire::Rejection;
use hearth_wire::rest::ApiError;
use tracing::error;

use crate::identity::Unrecognised;

/// An error with its status, a stable code, and a sentence for people.
#[derive(Debug)]
pub(crate) struct ApiFailure {
    status: StatusCode,
    code: &'static str,
    message: String,
}

impl ApiFailure {
    pub(super) fn new(status: StatusCode, code: &'static str, message: impl Display) -> ApiFailure {
        ApiFailure { status, code, message: message.to_string() }
    }

    pub(super) fn bad_request(message: impl Display) -> ApiFailure {
        ApiFailure::new(StatusCode::BAD_REQUEST, "bad_request", message)
    }

    pub(super) fn unauthorized() -> ApiFailure {
        ApiFailure::new(
            StatusCode::UNAUTHORIZED,
            "unauthorized",
            "Send `Authorization: Bearer` with a guest's or a session's token.",
        )
    }

    pub(super) fn no_such_meeting() -> ApiFailure {
        Rejection::NoSuchMeeting.into()
    }

    pub(super) fn no_such_file() -> ApiFailure {
        ApiFailure::new(StatusCode::NOT_FOUND, "no_such_file", hearth_core::Refusal::NoSuchFile)
    }

    pub(super) fn too_many(message: impl Display) -> ApiFailure {
        ApiFailure::new(StatusCode::TOO_MANY_REQUESTS, "too_many_attempts", message)
    }

    pub(super) fn only_local() -> ApiFailure {
        ApiFailure::new(
            StatusCode::FORBIDDEN,
            "only_local",
            "This is shown to the machine itself alone.",
        )
    }
}

/// Answers that a meeting of one's own was changed, or that there is none.
pub(super) fn changed(found: bool) -> Result<StatusCode, ApiFailure> {
    if found { Ok(StatusCode::NO_CONTENT) } else { Err(ApiFailure::no_such_meeting()) }
}

pub(super) async fn no_such_route() -> ApiFailure {
    ApiFailure::new(StatusCode::NOT_FOUND, "no_such_route", "There is nothing at this address.")
}

pub(super) async fn no_such_method() -> ApiFailure {
    ApiFailure::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "no_such_method",
        "This cannot be done at this address.",
    )
}

impl IntoResponse for ApiFailure {
    fn into_response(self) -> Response {
        let body = ApiError { code: self.code.to_owned(), message: self.message };
        let mut response = (self.status, Json(body)).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let challenge = axum::http::HeaderValue::from_static("Bearer");
            response.headers_mut().insert(WWW_AUTHENTICATE, challenge);
        }
        response
    }
}

impl From<StoreError> for ApiFailure {
    fn from(cause: StoreError) -> ApiFailure {
        error!("The store failed: {cause}");
        Rejection::Unavailable.into()
    }
}

impl From<Unrecognised> for ApiFailure {
    fn from(cause: Unrecognised) -> ApiFailure {
        match cause {
            Unrecognised::Token => ApiFailure::new(StatusCode::UNAUTHORIZED, "signed_out", cause),
            Unrecognised::Store(cause) => cause.into(),
        }
    }
}

impl From<Rejection> for ApiFailure {
    fn from(rejection: Rejection) -> ApiFailure {
        use hearth_core::Refusal;
        let (status, code) = match rejection {
            Rejection::NoSuchMeeting => (StatusCode::NOT_FOUND, "no_such_meeting"),
            Rejection::ByMeeting(Refusal::Ended) => (StatusCode::GONE, "ended"),
            Rejection::TooManyRequests => (StatusCode::TOO_MANY_REQUESTS, "too_many_requests"),
            Rejection::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
            Rejection::CodeTaken => (StatusCode::CONFLICT, "code_taken"),
            Rejection::OnlyLocal => (StatusCode::FORBIDDEN, "only_local"),
            Rejection::NoCall => (StatusCode::CONFLICT, "no_call"),
            Rejection::ByMeeting(_)
            | Rejection::BySwitchboard(_)
            | Rejection::TooManyMeetings
            | Rejection::IdTaken
            | Rejection::NotEntered
            | Rejection::AlreadyEntered
            | Rejection::BadRequest => (StatusCode::BAD_REQUEST, "bad_request"),
        };
        ApiFailure::new(status, code, rejection)
    }
}

impl From<JsonRejection> for ApiFailure {
    fn from(rejection: JsonRejection) -> ApiFailure {
        let message = rejection.body_text();
        match rejection.status() {
            status @ StatusCode::PAYLOAD_TOO_LARGE => ApiFailure::new(status, "too_large", message),
            status @ StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                ApiFailure::new(status, "not_json", message)
            }
            _ => ApiFailure::bad_request(message),
        }
    }
}

impl From<QueryRejection> for ApiFailure {
    fn from(rejection: QueryRejection) -> ApiFailure {
        ApiFailure::bad_request(rejection.body_text())
    }
}

impl From<PathRejection> for ApiFailure {
    fn from(rejection: PathRejection) -> ApiFailure {
        ApiFailure::bad_request(rejection.body_text())
    }
}

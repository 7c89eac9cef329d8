//! The REST interfaces of older systems, whose clients work here unchanged.
//!
//! Each answers in its own words, errors included. Its routes are relative to
//! its root, which is `/<dialect>` here and could be that of a listener.

mod animo;
mod meetup;
mod twalky;
mod webrtc_chat;

use axum::Json;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequest, Path, Request};
use axum::http::StatusCode;
use axum::routing::{MethodRouter, any};
use hearth_core::Code;
use hearth_wire::DialectName;
use serde_json::{Map, Value, json};

use super::Desk;

const TOO_MANY: &str = "Too many attempts. Wait a moment.";

/// Every dialect's routes under its name.
pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .nest("/twalky", twalky::routes())
        .nest("/meetup", meetup::routes())
        .nest("/webrtc-chat", webrtc_chat::routes())
        .nest("/animo", animo::routes())
        .nest("/hellotalk", nothing())
        // What is nested does not see its own root with a slash at the end.
        .route("/twalky/", any(no_such_path))
        .route("/webrtc-chat/", any(no_such_path))
        .route("/hellotalk/", any(no_such_path))
        .route("/animo/", animo::home())
        .route("/meetup/", meetup::home())
        .method_not_allowed_fallback(no_such_method)
}

/// One dialect's routes, for a listener of its own.
pub(super) fn routes_of(name: DialectName) -> Router<Desk> {
    match name {
        DialectName::Twalky => twalky::routes(),
        DialectName::MeetUp => meetup::routes(),
        DialectName::WebRtcChat => webrtc_chat::routes(),
        DialectName::Animo => animo::routes(),
        DialectName::HelloTalk | DialectName::Native => nothing(),
    }
}

fn nothing() -> Router<Desk> {
    Router::new().nothing_else()
}

/// Whether a path is that of a dialect, or below one.
pub(super) fn speaks_at(path: &str) -> bool {
    let name = path.strip_prefix('/').and_then(|path| path.split('/').next()).unwrap_or_default();
    !name.is_empty() && name.parse::<DialectName>().is_ok()
}

trait Routes: Sized {
    /// Answers at a path, with and without a slash at its end.
    fn at(self, path: &str, answers: MethodRouter<Desk>) -> Self;

    /// Says of all other paths, and of other methods, that there is nothing.
    fn nothing_else(self) -> Self;
}

impl Routes for Router<Desk> {
    fn at(self, path: &str, answers: MethodRouter<Desk>) -> Router<Desk> {
        self.route(path, answers.clone()).route(&format!("{path}/"), answers)
    }

    fn nothing_else(self) -> Router<Desk> {
        self.fallback(no_such_path).method_not_allowed_fallback(no_such_method)
    }
}

async fn no_such_path() -> (StatusCode, Json<Value>) {
    (StatusCode::NOT_FOUND, Json(json!({ "message": "Not found" })))
}

async fn no_such_method() -> (StatusCode, Json<Value>) {
    (StatusCode::METHOD_NOT_ALLOWED, Json(json!({ "message": "Method not allowed" })))
}

/// The fields of a JSON object. A body that is none has no fields, so that each
/// dialect complains of the missing ones in its own words.
#[derive(Default)]
struct Fields(Map<String, Value>);

impl Fields {
    fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }
}

impl FromRequest<Desk> for Fields {
    type Rejection = (StatusCode, Json<Value>);

    async fn from_request(request: Request, desk: &Desk) -> Result<Fields, Self::Rejection> {
        let body = to_bytes(request.into_body(), desk.config.limits.body).await.map_err(|_| {
            (StatusCode::PAYLOAD_TOO_LARGE, Json(json!({ "message": "This is too large" })))
        })?;
        Ok(serde_json::from_slice(&body).map(Fields).unwrap_or_default())
    }
}

/// The code in a path, and how it is written there; `None` if no meeting could
/// have it.
fn code(path: Result<Path<String>, PathRejection>) -> Option<(Code, String)> {
    let Path(text) = path.ok()?;
    Some((text.parse().ok()?, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialect_speaks_at_its_name_and_below() {
        for path in ["/animo", "/animo/", "/webrtc-chat/api/rooms", "/meetup"] {
            assert!(speaks_at(path), "{path} is a dialect's");
        }
        for path in ["/", "//animo", "/animosity", "/m/animo", "/api/animo", ""] {
            assert!(!speaks_at(path), "{path} is not");
        }
    }
}

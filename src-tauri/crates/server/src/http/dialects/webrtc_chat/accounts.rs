//! Signing up and in.

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use hearth_core::PersonId;
use hearth_wire::object_id;
use serde_json::{Value, json};

use crate::http::attempts::{Login, Newcomer};
use crate::listener::Peer;

use super::fields::Checked;
use super::{Desk, Failure, Fields};

/// The name that others see is the username.
pub(super) async fn sign_up(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    body: Fields,
) -> Result<(StatusCode, Json<Value>), Failure> {
    let mut checked = Checked::new(&body);
    let (username, email, password) = (checked.username(), checked.email(), checked.new_password());
    checked.finish()?;
    let (name, given) = (username.clone(), Some(email.clone()));
    let newcomer = Newcomer { username: username.clone(), email: given, name, password };
    let person = desk.make_account(newcomer, peer.address.ip()).await?;
    Ok((StatusCode::CREATED, signed_in(&desk, person, &username, &email)))
}

pub(super) async fn log_in(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    body: Fields,
) -> Result<Json<Value>, Failure> {
    let mut checked = Checked::new(&body);
    let (email, password) = (checked.email(), checked.password());
    checked.finish()?;
    let known = desk.check_password(Login::Email(email), password, peer.address.ip()).await?;
    let email = known.email.unwrap_or_default();
    Ok(signed_in(&desk, known.person, &known.username, &email))
}

fn signed_in(desk: &Desk, person: PersonId, username: &str, email: &str) -> Json<Value> {
    Json(json!({
        "token": desk.jwt.sign(person),
        "user": { "id": object_id(person), "username": username, "email": email },
    }))
}

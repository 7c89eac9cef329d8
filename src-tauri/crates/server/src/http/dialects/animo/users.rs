//! Signing up and in.

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use hearth_core::display_name;
use hearth_store::{SessionKind, TokenHash};
use serde_json::{Value, json};

use crate::http::attempts::{Login, Newcomer};
use crate::listener::Peer;
use crate::{chance, clock};

use super::{Desk, Failure, Fields, Member};

pub(super) async fn sign_up(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    body: Fields,
) -> Result<(StatusCode, Json<Value>), Failure> {
    let shown = |field| display_name(body.text(field)?).ok();
    let (Some(username), Some(name), Some(password)) =
        (shown("username"), shown("name"), password(&body))
    else {
        return Err(Failure::MissingCredentials);
    };
    let newcomer = Newcomer { username, email: None, name, password };
    desk.make_account(newcomer, peer.address.ip()).await?;
    Ok((StatusCode::CREATED, Json(json!({ "message": "User registered successfully" }))))
}

/// Signs in. The token that was given out before is good for nothing then.
pub(super) async fn log_in(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    body: Fields,
) -> Result<Json<Value>, Failure> {
    let typed = body.text("username").filter(|username| !username.is_empty());
    let (Some(typed), Some(password)) = (typed, password(&body)) else {
        return Err(Failure::MissingCredentials);
    };
    let username = display_name(typed).map_err(|_| Failure::NoSuchUser)?;
    let login = Login::Username(username);
    let known = desk.check_password(login, password, peer.address.ip()).await?;
    let token = chance::digits::<20>();
    let (hash, now) = (TokenHash::of(&token), clock::wall());
    desk.store.open_session(SessionKind::Animo, hash, known.person, now).await?;
    Ok(Json(json!({
        "token": token,
        "message": "login successful",
        "username": known.username,
        "name": known.name,
    })))
}

fn password(body: &Fields) -> Option<String> {
    let is_possible = |password: &&str| (1..=1000).contains(&password.len());
    body.text("password").filter(is_possible).map(str::to_owned)
}

pub(super) async fn verify_user(Member { account, .. }: Member) -> Json<Value> {
    Json(json!({
        "message": "User validated",
        "name": account.name,
        "username": account.username,
        "time": clock::wall().0,
    }))
}

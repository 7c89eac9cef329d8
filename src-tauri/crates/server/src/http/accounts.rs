//! `/api/accounts`, `/api/sessions`, `/api/me`: signing up, in and out.

use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use axum::{Extension, Json};
use hearth_core::PersonId;
use hearth_store::{SessionKind, TokenHash};
use hearth_wire::rest::{Account, ApiError, Me, SignIn, SignUp, SignedIn};

use crate::clock;
use crate::identity::{self, Identity, Proof};
use crate::listener::Peer;

use super::Desk;
use super::attempts::{Denial, Login, Newcomer};
use super::error::ApiFailure;

/// Makes an account. What a guest has made and attended becomes the account's.
#[utoipa::path(
    post, path = "/accounts", request_body = SignUp,
    responses(
        (status = 201, body = SignedIn),
        (status = 400, body = ApiError), (status = 409, body = ApiError),
        (status = 429, body = ApiError),
    )
)]
pub(super) async fn sign_up(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    guest: Option<Identity>,
    body: Result<Json<SignUp>, JsonRejection>,
) -> Result<(StatusCode, Json<SignedIn>), ApiFailure> {
    let Json(SignUp { username, name, password }) = body?;
    check_username(&username)?;
    check_password(&password)?;
    let name = check_name(&name)?;
    let account = Account { username: username.clone(), name: name.clone() };
    let newcomer = Newcomer { username, email: None, name, password };
    let person = desk.make_account(newcomer, peer.address.ip()).await?;
    adopt(&desk, guest, person).await?;
    signed_in(&desk, person, Some(account)).await
}

/// Signs in. What a guest has made and attended becomes the account's.
#[utoipa::path(
    post, path = "/sessions", request_body = SignIn,
    responses(
        (status = 201, body = SignedIn),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
        (status = 429, body = ApiError),
    )
)]
pub(super) async fn sign_in(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    guest: Option<Identity>,
    body: Result<Json<SignIn>, JsonRejection>,
) -> Result<(StatusCode, Json<SignedIn>), ApiFailure> {
    let Json(SignIn { username, password }) = body?;
    let login = Login::Username(username);
    let known = desk.check_password(login, password, peer.address.ip()).await?;
    adopt(&desk, guest, known.person).await?;
    let account = Account { username: known.username, name: known.name };
    signed_in(&desk, known.person, Some(account)).await
}

/// Signs out: the token is good for nothing afterwards.
#[utoipa::path(
    delete, path = "/sessions/current", security(("bearer" = [])),
    responses((status = 204), (status = 401, body = ApiError))
)]
pub(super) async fn sign_out(
    State(desk): State<Desk>,
    identity: Identity,
) -> Result<StatusCode, ApiFailure> {
    match identity.proof {
        Proof::Session(token) => desk.store.close_session(token).await?,
        // Of these tokens nothing is kept; forgetting them signs out.
        Proof::Guest | Proof::Signed | Proof::Claimed => {}
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Says who the asker is.
#[utoipa::path(
    get, path = "/me", security(("bearer" = [])),
    responses((status = 200, body = Me), (status = 401, body = ApiError))
)]
pub(super) async fn me(identity: Identity) -> Json<Me> {
    let account = identity.account;
    Json(Me { account: account.map(|it| Account { username: it.username, name: it.name }) })
}

pub(super) async fn signed_in(
    desk: &Desk,
    person: PersonId,
    account: Option<Account>,
) -> Result<(StatusCode, Json<SignedIn>), ApiFailure> {
    let token = identity::session_token();
    desk.store
        .open_session(SessionKind::Native, TokenHash::of(&token), person, clock::wall())
        .await?;
    Ok((StatusCode::CREATED, Json(SignedIn { token, me: Me { account } })))
}

async fn adopt(desk: &Desk, guest: Option<Identity>, account: PersonId) -> Result<(), ApiFailure> {
    if let Some(Identity { person, account: None, .. }) = guest {
        desk.store.adopt_guest(person, account).await?;
    }
    Ok(())
}

fn check_username(username: &str) -> Result<(), ApiFailure> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if (3..=32).contains(&username.len()) && username.chars().all(plain) {
        Ok(())
    } else {
        let message = "A username has 3 to 32 letters, digits, dots, hyphens and underscores.";
        Err(ApiFailure::new(StatusCode::BAD_REQUEST, "invalid_username", message))
    }
}

fn check_password(password: &str) -> Result<(), ApiFailure> {
    if (8..=200).contains(&password.chars().count()) {
        Ok(())
    } else {
        let message = "A password has 8 to 200 characters.";
        Err(ApiFailure::new(StatusCode::BAD_REQUEST, "invalid_password", message))
    }
}

fn check_name(name: &str) -> Result<String, ApiFailure> {
    hearth_core::display_name(name)
        .map_err(|refusal| ApiFailure::new(StatusCode::BAD_REQUEST, "invalid_name", refusal))
}

impl From<Denial> for ApiFailure {
    fn from(denial: Denial) -> ApiFailure {
        match denial {
            Denial::TooMany => ApiFailure::too_many("Too many attempts. Wait a few minutes."),
            Denial::Taken => {
                let message = "This username is taken. Choose another.";
                ApiFailure::new(StatusCode::CONFLICT, "username_taken", message)
            }
            Denial::NoSuchAccount | Denial::WrongPassword => {
                let message = "The username or the password is wrong.";
                ApiFailure::new(StatusCode::UNAUTHORIZED, "wrong_credentials", message)
            }
            Denial::Store(cause) => cause.into(),
        }
    }
}

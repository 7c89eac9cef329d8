//! `/api/accounts`, `/api/sessions`, `/api/me`: signing up, in and out.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use axum::{Extension, Json};
use hearth_core::PersonId;
use hearth_store::{NewAccount, SessionKind, TokenHash, password};
use hearth_wire::rest::{Account, ApiError, Me, SignIn, SignUp, SignedIn};
use tokio::sync::Semaphore;

use crate::allowance::Allowances;
use crate::blocking::blocking;
use crate::config::Limits;
use crate::identity::{self, Identity, Proof};
use crate::listener::Peer;
use crate::{chance, clock};

use super::Desk;
use super::error::ApiFailure;

// A hash takes 19 MiB and a core while it is made.
const HASHES_AT_ONCE: usize = 2;

/// Who tried to sign in lately, and how often.
#[derive(Debug)]
pub(super) struct Attempts {
    per_account: Allowances<String>,
    per_address: Allowances<IpAddr>,
    hashing: Arc<Semaphore>,
}

impl Attempts {
    pub(super) fn new(limits: &Limits) -> Attempts {
        let per_account = Duration::from_secs(30);
        let per_address = Duration::from_secs(10);
        Attempts {
            per_account: Allowances::new(limits.sign_ins_per_account, per_account),
            per_address: Allowances::new(limits.sign_ins_per_address, per_address),
            hashing: Arc::new(Semaphore::new(HASHES_AT_ONCE)),
        }
    }

    /// Counts an attempt before it is made: many may be made at once.
    fn count(&self, account: &str, address: IpAddr) -> bool {
        let now = clock::now().instant;
        if !self.per_address.take(address, now) {
            return false;
        }
        let counted = self.per_account.take(account.to_owned(), now);
        if !counted {
            self.per_address.give_back(address, now);
        }
        counted
    }

    /// Whoever knew the password was not guessing.
    fn forgive(&self, account: String, address: IpAddr) {
        let now = clock::now().instant;
        self.per_account.give_back(account, now);
        self.per_address.give_back(address, now);
    }

    async fn hashing<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        let _turn = self.hashing.acquire().await.expect("the semaphore is never closed");
        blocking(work).await
    }
}

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
    if !desk.accounts.per_address.take(peer.address.ip(), clock::now().instant) {
        return Err(too_many());
    }
    let salt = chance::bytes();
    let password_hash = desk.accounts.hashing(move || password::hash(&password, salt)).await;
    let person = chance::person();
    let account = Account { username: username.clone(), name: name.clone() };
    let created_at = clock::wall();
    let new = NewAccount { username, email: None, name, password_hash, person, created_at };
    if !desk.store.create_account(new).await? {
        let message = "This username is taken. Choose another.";
        return Err(ApiFailure::new(StatusCode::CONFLICT, "username_taken", message));
    }
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
    let (account, address) = (username.to_lowercase(), peer.address.ip());
    let attempts = &desk.accounts;
    if username.len() > 200 || password.len() > 1000 {
        return Err(wrong());
    }
    if !attempts.count(&account, address) {
        return Err(too_many());
    }
    let store = desk.store.clone();
    let known = blocking(move || store.credentials(&username)).await?;
    // Someone who guesses usernames must not see from the time which exist.
    let hash = known.as_ref().map(|known| known.password_hash.clone());
    let right = attempts
        .hashing(move || match hash {
            Some(hash) => password::verify(&password, &hash),
            None => {
                password::hash(&password, [0; 16]);
                false
            }
        })
        .await;
    let known = known.filter(|_| right).ok_or_else(wrong)?;
    attempts.forgive(account, address);
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
        // A guest's secret is theirs; forgetting it signs them out.
        Proof::Guest | Proof::Claimed => {}
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

fn wrong() -> ApiFailure {
    let message = "The username or the password is wrong.";
    ApiFailure::new(StatusCode::UNAUTHORIZED, "wrong_credentials", message)
}

fn too_many() -> ApiFailure {
    ApiFailure::too_many("Too many attempts. Wait a few minutes.")
}

//! Signing up and in, in whatever words that is asked for and answered: how
//! often it may be tried, and what it comes to.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use hearth_core::PersonId;
use hearth_store::{Credentials, NewAccount, StoreError, password};
use tokio::sync::Semaphore;

use crate::allowance::{Allowances, Origin};
use crate::blocking::blocking;
use crate::config::Limits;
use crate::{chance, clock};

use super::Desk;

// A hash takes 19 MiB and a core while it is made.
const HASHES_AT_ONCE: usize = 2;

/// Who tried to sign in lately, and how often.
#[derive(Debug)]
pub(super) struct Attempts {
    per_account: Allowances<String>,
    per_address: Allowances<Origin>,
    hashing: Arc<Semaphore>,
}

/// Someone who wants an account.
pub(super) struct Newcomer {
    pub(super) username: String,
    pub(super) email: Option<String>,
    pub(super) name: String,
    pub(super) password: String,
}

/// As whom someone wants to be signed in.
pub(super) enum Login {
    Username(String),
    Email(String),
}

/// Why someone was not let in.
#[derive(Debug, thiserror::Error)]
pub(super) enum Denial {
    #[error("too many attempts")]
    TooMany,
    #[error("the username or the e-mail address is taken")]
    Taken,
    #[error("there is no such account")]
    NoSuchAccount,
    #[error("the password is wrong")]
    WrongPassword,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Desk {
    /// Makes an account.
    pub(super) async fn make_account(
        &self,
        newcomer: Newcomer,
        address: IpAddr,
    ) -> Result<PersonId, Denial> {
        let Newcomer { username, email, name, password } = newcomer;
        if !self.attempts.per_address.take(address, clock::instant()) {
            return Err(Denial::TooMany);
        }
        let salt = chance::bytes();
        let password_hash = self.attempts.hashing(move || password::hash(&password, salt)).await;
        let (person, created_at) = (chance::person(), clock::wall());
        let new = NewAccount { username, email, name, password_hash, person, created_at };
        if self.store.create_account(new).await? { Ok(person) } else { Err(Denial::Taken) }
    }

    /// Finds out whether someone knows the password, and whose account it is.
    pub(super) async fn check_password(
        &self,
        login: Login,
        password: String,
        address: IpAddr,
    ) -> Result<Credentials, Denial> {
        let (Login::Username(text) | Login::Email(text)) = &login;
        if text.len() > 254 || password.len() > 1000 {
            return Err(Denial::NoSuchAccount);
        }
        let typed = text.to_lowercase();
        let store = self.store.clone();
        let known = blocking(move || match login {
            Login::Username(username) => store.credentials(&username),
            Login::Email(email) => store.credentials_by_email(&email),
        })
        .await?;
        // However an account is called, it is guessed at as one.
        let account = known.as_ref().map_or(typed, |known| known.username.to_lowercase());
        if !self.attempts.count(&account, address) {
            return Err(Denial::TooMany);
        }
        // Someone who guesses usernames must not see from the time which exist.
        let hash = known.as_ref().map(|known| known.password_hash.clone());
        let right = self
            .attempts
            .hashing(move || match hash {
                Some(hash) => password::verify(&password, &hash),
                None => {
                    password::hash(&password, [0; 16]);
                    false
                }
            })
            .await;
        let known = known.ok_or(Denial::NoSuchAccount)?;
        if !right {
            return Err(Denial::WrongPassword);
        }
        self.attempts.forgive(account, address);
        Ok(known)
    }
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
        let now = clock::instant();
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
        let now = clock::instant();
        self.per_account.give_back(account, now);
        self.per_address.give_back(address, now);
    }

    async fn hashing<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        let _turn = self.hashing.acquire().await.expect("the semaphore is never closed");
        blocking(work).await
    }
}

//! `/api/tickets`: going on as the same person in another browser.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use hearth_core::PersonId;
use hearth_wire::rest::{Account, ApiError, SignedIn, SpendTicket, Ticket};

use crate::blocking::blocking;
use crate::identity::Identity;
use crate::{chance, clock};

use super::Desk;
use super::accounts::signed_in;
use super::error::ApiFailure;

const LIFE: Duration = Duration::from_secs(60);
const MOST: usize = 1000;

/// Tickets that are not spent yet.
#[derive(Debug, Default)]
pub(super) struct Tickets(Mutex<HashMap<String, (PersonId, Instant)>>);

impl Tickets {
    fn issue(&self, person: PersonId, now: Instant) -> Option<String> {
        let mut unspent = self.0.lock().expect("nobody panics while looking up");
        unspent.retain(|_, (_, until)| *until > now);
        if unspent.len() >= MOST {
            return None;
        }
        let ticket = chance::secret();
        unspent.insert(ticket.clone(), (person, now + LIFE));
        Some(ticket)
    }

    fn spend(&self, ticket: &str, now: Instant) -> Option<PersonId> {
        let mut unspent = self.0.lock().expect("nobody panics while looking up");
        unspent.remove(ticket).filter(|(_, until)| *until > now).map(|(person, _)| person)
    }
}

/// Issues a ticket, good once and for a minute.
#[utoipa::path(
    post, path = "/tickets", security(("bearer" = [])),
    responses(
        (status = 201, body = Ticket),
        (status = 401, body = ApiError), (status = 429, body = ApiError),
    )
)]
pub(super) async fn issue(
    State(desk): State<Desk>,
    identity: Identity,
) -> Result<(StatusCode, Json<Ticket>), ApiFailure> {
    let ticket = desk
        .tickets
        .issue(identity.person, clock::now().instant)
        .ok_or_else(|| ApiFailure::too_many("Too many tickets. Wait a minute."))?;
    Ok((StatusCode::CREATED, Json(Ticket { ticket })))
}

/// Spends a ticket: whoever holds it is signed in as the person it is for.
#[utoipa::path(
    post, path = "/tickets/spend", request_body = SpendTicket,
    responses(
        (status = 201, body = SignedIn),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
    )
)]
pub(super) async fn spend(
    State(desk): State<Desk>,
    body: Result<Json<SpendTicket>, JsonRejection>,
) -> Result<(StatusCode, Json<SignedIn>), ApiFailure> {
    let Json(SpendTicket { ticket }) = body?;
    let person = desk.tickets.spend(&ticket, clock::now().instant).ok_or_else(|| {
        let message = "This link was used already, or is too old. Open it again from Hearth.";
        ApiFailure::new(StatusCode::UNAUTHORIZED, "ticket_spent", message)
    })?;
    let store = desk.store.clone();
    let account = blocking(move || store.account(person)).await?;
    let account = account.map(|it| Account { username: it.username, name: it.name });
    signed_in(&desk, person, account).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_ticket_is_good_once_and_for_a_minute() {
        let (tickets, now) = (Tickets::default(), clock::now().instant);
        let person = chance::person();
        let ticket = tickets.issue(person, now).expect("there is room");
        assert_eq!(tickets.spend(&ticket, now), Some(person));
        assert_eq!(tickets.spend(&ticket, now), None, "it is spent");

        let late = tickets.issue(person, now).expect("there is room");
        assert_eq!(tickets.spend(&late, now + LIFE), None, "its minute has passed");
    }
}

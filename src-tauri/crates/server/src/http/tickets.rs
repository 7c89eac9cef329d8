//! `/api/tickets`: going on as the same person in another browser.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use hearth_core::{PersonId, display_name};
use hearth_wire::rest::{Account, ApiError, IssueTicket, SpendTicket, SpentTicket, Ticket};

use crate::blocking::blocking;
use crate::identity::Identity;
use crate::{chance, clock};

use super::Desk;
use super::accounts::signed_in;
use super::error::ApiFailure;

const LIFE: Duration = Duration::from_secs(60);
const MOST: usize = 1000;
// A BCP 47 tag as browsers write it.
const LONGEST_LANGUAGE: usize = 35;

/// Tickets that are not spent yet.
#[derive(Debug, Default)]
pub(super) struct Tickets(Mutex<HashMap<String, Unspent>>);

#[derive(Debug)]
struct Unspent {
    person: PersonId,
    details: IssueTicket,
    until: Instant,
}

impl Tickets {
    fn issue(&self, person: PersonId, details: IssueTicket, now: Instant) -> Option<String> {
        let mut unspent = self.0.lock().expect("nobody panics while looking up");
        unspent.retain(|_, ticket| ticket.until > now);
        if unspent.len() >= MOST {
            return None;
        }
        let ticket = chance::secret();
        unspent.insert(ticket.clone(), Unspent { person, details, until: now + LIFE });
        Some(ticket)
    }

    fn spend(&self, ticket: &str, now: Instant) -> Option<Unspent> {
        let mut unspent = self.0.lock().expect("nobody panics while looking up");
        unspent.remove(ticket).filter(|ticket| ticket.until > now)
    }
}

/// Issues a ticket, good once and for a minute.
#[utoipa::path(
    post, path = "/tickets", request_body = IssueTicket, security(("bearer" = [])),
    responses(
        (status = 201, body = Ticket),
        (status = 400, body = ApiError), (status = 401, body = ApiError), (status = 429, body = ApiError),
    )
)]
pub(super) async fn issue(
    State(desk): State<Desk>,
    identity: Identity,
    body: Result<Json<IssueTicket>, JsonRejection>,
) -> Result<(StatusCode, Json<Ticket>), ApiFailure> {
    let Json(mut details) = body?;
    // Whoever has not told a name yet does so there.
    details.name = display_name(&details.name).unwrap_or_default();
    details.language = details.language.filter(|tag| tag.len() <= LONGEST_LANGUAGE);
    let ticket = desk
        .tickets
        .issue(identity.person, details, clock::instant())
        .ok_or_else(|| ApiFailure::too_many("Too many tickets. Wait a minute."))?;
    Ok((StatusCode::CREATED, Json(Ticket { ticket })))
}

/// Spends a ticket: whoever holds it is signed in as the person it is for.
#[utoipa::path(
    post, path = "/tickets/spend", request_body = SpendTicket,
    responses(
        (status = 201, body = SpentTicket),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
    )
)]
pub(super) async fn spend(
    State(desk): State<Desk>,
    body: Result<Json<SpendTicket>, JsonRejection>,
) -> Result<(StatusCode, Json<SpentTicket>), ApiFailure> {
    let Json(SpendTicket { ticket }) = body?;
    let spent = desk.tickets.spend(&ticket, clock::instant()).ok_or_else(|| {
        let message = "This link was used already, or is too old. Open it again from Hearth.";
        ApiFailure::new(StatusCode::UNAUTHORIZED, "ticket_spent", message)
    })?;
    let Unspent { person, details: IssueTicket { name, language, entrance }, .. } = spent;
    let store = desk.store.clone();
    let account = blocking(move || store.account(person)).await?;
    let account = account.map(|it| Account { username: it.username, name: it.name });
    let (status, Json(session)) = signed_in(&desk, person, account).await?;
    Ok((status, Json(SpentTicket { session, name, language, entrance })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_ticket_is_good_once_and_for_a_minute() {
        let (tickets, now) = (Tickets::default(), clock::instant());
        let person = chance::person();
        let details = IssueTicket { name: "Ada".to_owned(), language: None, entrance: None };
        let issue = || tickets.issue(person, details.clone(), now).expect("there is room");
        let spend = |ticket: &str, at| tickets.spend(ticket, at).map(|it| (it.person, it.details));
        let ticket = issue();
        assert_eq!(spend(&ticket, now), Some((person, details.clone())));
        assert_eq!(spend(&ticket, now), None, "it is spent");

        assert_eq!(spend(&issue(), now + LIFE), None, "its minute has passed");
    }
}

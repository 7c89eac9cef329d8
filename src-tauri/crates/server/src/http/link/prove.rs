//! Proving to know a meeting's code. A tag that no meeting has is answered like
//! one that some meeting has, so that only the tags that are announced are known.

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use hearth_core::Tag;
use hearth_link::proof::{Keeper, Parties};
use hearth_store::Trust;
use hearth_wire::link::{Begin, Begun, Confirm};
use hearth_wire::{Rejection, hex, unhex};

use crate::link::{Link, Proof};
use crate::{chance, clock};

use super::super::Desk;
use super::super::error::ApiFailure;
use super::{Caller, busy, misspelt, nothing_begun, remember};

pub(super) async fn begin(
    State(desk): State<Desk>,
    caller: Caller,
    body: Result<Json<Begin>, JsonRejection>,
) -> Result<Json<Begun>, ApiFailure> {
    let Json(Begin { tag, element }) = body?;
    let tag: Tag = tag.parse().map_err(|_| misspelt())?;
    let element = unhex::<33>(&element).ok_or_else(misspelt)?;
    caller.greeting(&desk)?;
    let guess = desk.link.begin_guess(tag, caller.address).await.map_err(|why| match why {
        Rejection::TooManyRequests => ApiFailure::too_many("Too many guesses. Wait a minute."),
        why => why.into(),
    })?;
    let parties = Parties { seeker: caller.fingerprint, keeper: desk.link.identity.fingerprint() };
    let secret = guess.meeting.unwrap_or_else(chance::code);
    let answered = Keeper::answer(&secret, parties, &element);
    let (keeper, element) = answered.map_err(|_| misspelt())?;
    let attempt = chance::secret();
    let proof = Proof { seeker: caller.fingerprint, guess, keeper };
    let now = clock::instant();
    desk.link.proofs.put(attempt.clone(), proof, now).map_err(|_| busy())?;
    Ok(Json(Begun { attempt, element: hex(&element) }))
}

pub(super) async fn finish(
    State(desk): State<Desk>,
    caller: Caller,
    attempt: Result<Path<String>, PathRejection>,
    body: Result<Json<Confirm>, JsonRejection>,
) -> Result<Json<Confirm>, ApiFailure> {
    let (Path(attempt), Json(Confirm { confirmation })) = (attempt?, body?);
    let confirmation = unhex::<32>(&confirmation).ok_or_else(misspelt)?;
    let now = clock::instant();
    let is_theirs = |proof: &Proof| proof.seeker == caller.fingerprint;
    let proof = desk.link.proofs.take_if(&attempt, now, is_theirs).ok_or_else(nothing_begun)?;
    let Ok(confirmation) = proof.keeper.check(&confirmation) else {
        desk.link.was_wrong(proof.guess).await;
        return Err(not_proved());
    };
    desk.link.was_right(proof.guess);
    let hello = caller.greeting(&desk)?;
    remember(&desk, Link::met(hello, caller.fingerprint, Trust::Proved)).await?;
    Ok(Json(Confirm { confirmation: hex(&confirmation) }))
}

fn not_proved() -> ApiFailure {
    let message = "No meeting here has this code.";
    ApiFailure::new(StatusCode::FORBIDDEN, "not_proved", message)
}

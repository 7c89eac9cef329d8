//! Proving to know a meeting's code. A tag that no meeting has is answered like
//! one that some meeting has, so that only the tags that are announced are known.

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use hearth_core::{Code, Tag};
use hearth_link::proof::{Keeper, Parties};
use hearth_store::Trust;
use hearth_wire::link::{Begin, Begun, Confirm};
use hearth_wire::{hex, unhex};
use tracing::{info, warn};

use crate::link::{Link, Proof, TooMany};
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
    let now = clock::now().instant;
    let code = desk.meetings.with_tag(tag).await?;
    match (desk.link.guesses.begin(code, caller.address, now), code) {
        (Ok(()), _) => {}
        (Err(TooMany::AtMeeting), Some(code)) => {
            change_code(&desk, code).await;
            return Err(guessed_too_often());
        }
        (Err(_), _) => return Err(guessed_too_often()),
    }
    let parties = Parties { seeker: caller.fingerprint, keeper: desk.link.identity.fingerprint() };
    let secret = code.unwrap_or_else(chance::code);
    let answered = Keeper::answer(&secret, parties, &element);
    let (keeper, element) = answered.map_err(|_| misspelt())?;
    let attempt = chance::secret();
    let proof = Proof { seeker: caller.fingerprint, code, keeper };
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
    let now = clock::now().instant;
    let is_theirs = |proof: &Proof| proof.seeker == caller.fingerprint;
    let proof = desk.link.proofs.take_if(&attempt, now, is_theirs).ok_or_else(nothing_begun)?;
    let (Ok(confirmation), Some(code)) = (proof.keeper.check(&confirmation), proof.code) else {
        if let Some(code) = proof.code
            && desk.link.guesses.is_spent(code)
        {
            change_code(&desk, code).await;
        }
        return Err(not_proved());
    };
    desk.link.guesses.right(code, caller.address, now);
    let hello = caller.greeting(&desk)?;
    remember(&desk, Link::met(hello, caller.fingerprint, Trust::Proved)).await?;
    Ok(Json(Confirm { confirmation: hex(&confirmation) }))
}

/// Someone tries to find out a code: it is worth nothing from now on.
async fn change_code(desk: &Desk, code: Code) {
    match desk.meetings.change_code(code).await {
        Ok(()) => info!("A meeting was guessed at too often, and has another code"),
        // Somebody else's guess has done it, or the meeting is over.
        Err(why) => warn!("A code that was guessed at was not changed: {why}"),
    }
    desk.link.guesses.forget(code);
}

fn guessed_too_often() -> ApiFailure {
    ApiFailure::too_many("Too many guesses. Wait a minute.")
}

fn not_proved() -> ApiFailure {
    let message = "No meeting here has this code.";
    ApiFailure::new(StatusCode::FORBIDDEN, "not_proved", message)
}

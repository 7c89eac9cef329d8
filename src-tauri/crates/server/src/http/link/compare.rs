//! Making four symbols that people on both sides can compare.

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use hearth_link::symbols::{Answerer, Pair};
use hearth_store::{Installation, Trust};
use hearth_wire::link::{Commit, Committed, Hello, Reveal};
use hearth_wire::{hex, unhex};

use crate::link::Link;
use crate::{chance, clock};

use super::super::Desk;
use super::super::error::ApiFailure;
use super::{Caller, busy, misspelt, nothing_begun, remember};

pub(super) async fn begin(
    State(desk): State<Desk>,
    caller: Caller,
    body: Result<Json<Commit>, JsonRejection>,
) -> Result<Json<Committed>, ApiFailure> {
    let Json(Commit { commitment }) = body?;
    let commitment = unhex(&commitment).ok_or_else(misspelt)?;
    caller.greeting(&desk)?;
    if !desk.link.may_introduce() {
        return Err(busy());
    }
    let pair = Pair { caller: caller.fingerprint, answerer: desk.link.identity.fingerprint() };
    let (answerer, nonce) = Answerer::begin(pair, commitment, chance::bytes());
    let comparison = chance::secret();
    let begun = (caller.fingerprint, answerer);
    let now = clock::instant();
    desk.link.comparisons.put(comparison.clone(), begun, now).map_err(|_| busy())?;
    Ok(Json(Committed { comparison, nonce: hex(&nonce) }))
}

pub(super) async fn finish(
    State(desk): State<Desk>,
    caller: Caller,
    comparison: Result<Path<String>, PathRejection>,
    body: Result<Json<Reveal>, JsonRejection>,
) -> Result<Json<Hello>, ApiFailure> {
    let (Path(comparison), Json(Reveal { nonce })) = (comparison?, body?);
    let nonce = unhex(&nonce).ok_or_else(misspelt)?;
    let hello = caller.greeting(&desk)?;
    let now = clock::instant();
    let is_theirs = |(whose, _): &(_, _)| *whose == caller.fingerprint;
    let begun = desk.link.comparisons.take_if(&comparison, now, is_theirs);
    let (_, answerer) = begun.ok_or_else(nothing_begun)?;
    let symbols = answerer.check(nonce).map_err(ApiFailure::bad_request)?;
    let met = Link::met(hello, caller.fingerprint, Trust::NotCompared);
    remember(&desk, Installation { symbols: Some(symbols.0), ..met }).await?;
    Ok(Json(desk.link.hello(true)))
}

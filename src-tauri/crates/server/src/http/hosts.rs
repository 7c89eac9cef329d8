//! `/api/hosts` and `/api/resolve`: other installations, and where codes lead.
//! For this installation's own people alone.

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use hearth_core::{Code, Tag};
use hearth_link::InstallationId;
use hearth_link::symbols::Symbols;
use hearth_store::{Installation, Trust};
use hearth_wire::rest::ApiError;
use hearth_wire::rest::network::{
    Comparison, Door, Knock, KnownHost, Resolution, Resolve, Trust as HowSure, TrustSymbol,
};

use crate::blocking::blocking;
use crate::clock;
use crate::link::Failure;

use super::Desk;
use super::error::ApiFailure;
use super::network::Local;

/// Finds out where the meeting with a code is.
#[utoipa::path(
    post, path = "/resolve", request_body = Resolve,
    responses(
        (status = 200, body = Resolution),
        (status = 400, body = ApiError), (status = 403, body = ApiError),
    )
)]
pub(super) async fn resolve(
    State(desk): State<Desk>,
    _: Local,
    body: Result<Json<Resolve>, JsonRejection>,
) -> Result<Json<Resolution>, ApiFailure> {
    let Json(Resolve { code }) = body?;
    let code: Code = code.trim().parse().map_err(ApiFailure::bad_request)?;
    Ok(Json(desk.link.resolve(code).await?))
}

/// The installations that this one has met, the one met last first.
#[utoipa::path(
    get, path = "/hosts",
    responses((status = 200, body = [KnownHost]), (status = 403, body = ApiError))
)]
pub(super) async fn list(
    State(desk): State<Desk>,
    _: Local,
) -> Result<Json<Vec<KnownHost>>, ApiFailure> {
    let store = desk.store.clone();
    let known = blocking(move || store.installations()).await?;
    Ok(Json(known.into_iter().map(shown).collect()))
}

/// Asks to be let into a neighbour's meeting without its code.
#[utoipa::path(
    post, path = "/hosts/{id}/knock", params(("id" = String, Path)), request_body = Knock,
    responses(
        (status = 200, body = Door),
        (status = 400, body = ApiError), (status = 403, body = ApiError),
        (status = 404, body = ApiError), (status = 502, body = ApiError),
    )
)]
pub(super) async fn knock(
    State(desk): State<Desk>,
    _: Local,
    path: Result<Path<String>, PathRejection>,
    body: Result<Json<Knock>, JsonRejection>,
) -> Result<Json<Door>, ApiFailure> {
    let id = id(path)?;
    let Json(Knock { tag }) = body?;
    let tag: Tag = tag.parse().map_err(ApiFailure::bad_request)?;
    let door = desk.link.knock(id, tag).await?;
    Ok(Json(Door { path: format!("/hosts/{id}/m/{door}") }))
}

/// Says what came of comparing the symbols. If they differ, the installation is
/// forgotten, and nothing is taken from the holder of its key any more.
#[utoipa::path(
    post, path = "/hosts/{id}/comparison", params(("id" = String, Path)),
    request_body = Comparison,
    responses(
        (status = 204), (status = 400, body = ApiError), (status = 403, body = ApiError),
        (status = 404, body = ApiError),
    )
)]
pub(super) async fn compare(
    State(desk): State<Desk>,
    _: Local,
    path: Result<Path<String>, PathRejection>,
    body: Result<Json<Comparison>, JsonRejection>,
) -> Result<StatusCode, ApiFailure> {
    let id = id(path)?;
    let Json(Comparison { same }) = body?;
    let done = if same {
        desk.store.trust_installation(id.as_str(), Trust::Compared).await?
    } else {
        desk.store.refuse_installation(id.as_str(), clock::wall()).await?
    };
    if done { Ok(StatusCode::NO_CONTENT) } else { Err(Failure::Unknown.into()) }
}

/// Forgets an installation, whoever it was.
#[utoipa::path(
    delete, path = "/hosts/{id}", params(("id" = String, Path)),
    responses(
        (status = 204), (status = 403, body = ApiError), (status = 404, body = ApiError),
    )
)]
pub(super) async fn forget(
    State(desk): State<Desk>,
    _: Local,
    path: Result<Path<String>, PathRejection>,
) -> Result<StatusCode, ApiFailure> {
    let forgotten = desk.store.forget_installation(id(path)?.as_str()).await?;
    if forgotten { Ok(StatusCode::NO_CONTENT) } else { Err(Failure::Unknown.into()) }
}

pub(super) fn id(path: Result<Path<String>, PathRejection>) -> Result<InstallationId, ApiFailure> {
    let Path(text) = path?;
    text.parse().map_err(|_| Failure::Unknown.into())
}

fn shown(known: Installation) -> KnownHost {
    let symbols = known.symbols.map(|bits| {
        Symbols(bits).pictures().map(|symbol| TrustSymbol {
            picture: symbol.picture.to_owned(),
            name: symbol.name.to_owned(),
        })
    });
    KnownHost {
        id: known.id,
        name: known.name,
        trust: match known.trust {
            Trust::NotCompared => HowSure::NotCompared,
            Trust::Proved => HowSure::Proved,
            Trust::Compared => HowSure::Compared,
            Trust::Changed => HowSure::Changed,
        },
        symbols,
        seen_at: known.seen_at.0,
    }
}

impl From<Failure> for ApiFailure {
    fn from(failure: Failure) -> ApiFailure {
        let status = match failure {
            Failure::Store(cause) => return cause.into(),
            Failure::Changed
            | Failure::Impostor
            | Failure::UnknownThere
            | Failure::Refused
            | Failure::NotProved
            | Failure::NoDoor => StatusCode::FORBIDDEN,
            Failure::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Failure::Unknown | Failure::NotOnline => StatusCode::NOT_FOUND,
            Failure::NoAnswer | Failure::Misunderstood => StatusCode::BAD_GATEWAY,
        };
        ApiFailure::new(status, failure.code(), failure)
    }
}

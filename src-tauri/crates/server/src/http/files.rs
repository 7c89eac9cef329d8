//! `/api/meetings/{code}/files`: files that a meeting keeps for those who come later.
//!
//! Who offered one puts it here in pieces, each where the last one ended, and says
//! its checksum at the end. Whoever may see the meeting in their history has it.

use std::io;
use std::sync::Arc;

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use axum::{Extension, http};
use hearth_core::{Code, FileOffer, Keeping};
use hearth_store::KeptFile;
use hearth_wire::rest::{ApiError, Arrived, FileQuota, WholeFile};
use hearth_wire::{hex, unhex};
use serde::Deserialize;
use tokio::io::AsyncSeekExt;
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio_util::io::ReaderStream;
use tracing::error;
use utoipa::IntoParams;

use crate::blocking::blocking;
use crate::identity::Identity;
use crate::listener::Peer;
use crate::vault::{NotKept, Upload};

use super::Desk;
use super::error::ApiFailure;
use super::meetings;
use super::network::Local;

// Bytes of one piece. It is in memory until it is written.
const PIECE: u64 = 4 * 1024 * 1024;
const READ: usize = 256 * 1024;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct From {
    /// At which byte it begins.
    #[serde(default)]
    from: u64,
}

/// A file of a meeting, as the path names it.
type Named = Result<Path<(String, u64)>, PathRejection>;

/// Takes the next piece of a file, at most 4 MiB.
#[utoipa::path(
    put, path = "/meetings/{code}/files/{file}",
    params(("code" = String, Path), ("file" = u64, Path), From),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    security(("bearer" = [])),
    responses(
        (status = 200, body = Arrived),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
        (status = 404, body = ApiError), (status = 409, body = ApiError),
        (status = 413, body = ApiError), (status = 507, body = ApiError),
    )
)]
pub(super) async fn put(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    identity: Identity,
    path: Named,
    from: Result<Query<From>, QueryRejection>,
    request: Request,
) -> Result<Json<Arrived>, ApiFailure> {
    let Query(From { from }) = from?;
    let (code, number) = named(&desk, &peer, path)?;
    let offer = wanted(&desk, code, number, &identity).await?;
    let mut upload = coming(&desk, code, &offer).await?;
    if upload.bytes() != from {
        return Err(elsewhere("This is not where the file goes on. Ask how much of it arrived."));
    }
    let most = usize::try_from(upload.rest().min(PIECE)).unwrap_or(usize::MAX);
    let piece = to_bytes(request.into_body(), most).await.map_err(|_| {
        let message = "A piece has 4 MiB at most, and the file no more than was said.";
        ApiFailure::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", message)
    })?;
    let written = blocking(move || upload.write(&piece).map(|()| upload.bytes())).await;
    let bytes = written.map_err(NotKept::Disk)?;
    Ok(Json(Arrived { bytes, sha256: None }))
}

/// Tells how much of a file arrived, to who offered it; to all others whether it
/// is kept.
#[utoipa::path(
    get, path = "/meetings/{code}/files/{file}/arrived",
    params(("code" = String, Path), ("file" = u64, Path)), security(("bearer" = [])),
    responses(
        (status = 200, body = Arrived),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
        (status = 404, body = ApiError), (status = 507, body = ApiError),
    )
)]
pub(super) async fn arrived(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    identity: Identity,
    path: Named,
) -> Result<Json<Arrived>, ApiFailure> {
    let (code, number) = named(&desk, &peer, path)?;
    if let Some(kept) = kept(&desk, code, number, &identity).await? {
        return Ok(Json(whole(&kept)));
    }
    let offer = wanted(&desk, code, number, &identity).await?;
    let upload = coming(&desk, code, &offer).await?;
    Ok(Json(Arrived { bytes: upload.bytes(), sha256: None }))
}

/// Keeps a file that is all there, if it is what was sent.
#[utoipa::path(
    post, path = "/meetings/{code}/files/{file}/arrived",
    params(("code" = String, Path), ("file" = u64, Path)), request_body = WholeFile,
    security(("bearer" = [])),
    responses(
        (status = 200, body = Arrived),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
        (status = 404, body = ApiError), (status = 409, body = ApiError),
        (status = 422, body = ApiError), (status = 507, body = ApiError),
    )
)]
pub(super) async fn finish(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    identity: Identity,
    path: Named,
    body: Result<Json<WholeFile>, JsonRejection>,
) -> Result<Json<Arrived>, ApiFailure> {
    let Json(WholeFile { sha256 }) = body?;
    let misspelt = || ApiFailure::bad_request("A SHA-256 has 64 hexadecimal digits.");
    let expected: [u8; 32] = unhex(&sha256).ok_or_else(misspelt)?;
    let (code, number) = named(&desk, &peer, path)?;
    if let Some(kept) = kept(&desk, code, number, &identity).await? {
        return Ok(Json(whole(&kept)));
    }
    let offer = wanted(&desk, code, number, &identity).await?;
    let upload = coming(&desk, code, &offer).await?;
    if upload.rest() > 0 {
        return Err(elsewhere("Not all of the file arrived."));
    }
    let sha256 = upload.hash();
    if sha256 != expected {
        drop(upload);
        desk.vault.let_go(code, number).await;
        let message = "The file arrived damaged. Send it again.";
        return Err(ApiFailure::new(StatusCode::UNPROCESSABLE_ENTITY, "damaged", message));
    }
    let placed = desk.vault.place(code, number).await.map_err(NotKept::Disk)?;
    let blob = placed.ok_or_else(ApiFailure::no_such_file)?;
    let kept = KeptFile { offer, sha256, blob };
    let answer = whole(&kept);
    let is_kept = desk.meetings.keep_file(code, kept).await;
    drop(upload);
    desk.vault.let_go(code, number).await;
    if is_kept? { Ok(Json(answer)) } else { Err(ApiFailure::no_such_file()) }
}

/// Gives a file that is kept, or what follows after its first bytes.
#[utoipa::path(
    get, path = "/meetings/{code}/files/{file}",
    params(("code" = String, Path), ("file" = u64, Path), From), security(("bearer" = [])),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/octet-stream"),
        (status = 400, body = ApiError), (status = 401, body = ApiError),
        (status = 404, body = ApiError),
    )
)]
pub(super) async fn get(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    identity: Identity,
    path: Named,
    from: Result<Query<From>, QueryRejection>,
) -> Result<Response, ApiFailure> {
    let Query(From { from }) = from?;
    let (code, number) = named(&desk, &peer, path)?;
    let kept = kept(&desk, code, number, &identity).await?.ok_or_else(ApiFailure::no_such_file)?;
    let rest = kept.offer.size.checked_sub(from);
    let rest = rest.ok_or_else(|| ApiFailure::bad_request("The file is not that long."))?;
    let opened = open(desk.vault.path(&kept.blob), from).await;
    let file = opened.map_err(|error| {
        error!("A file that is kept cannot be read: {error}");
        ApiFailure::no_such_file()
    })?;
    let mut response = Response::new(Body::from_stream(ReaderStream::with_capacity(file, READ)));
    let headers: &mut http::HeaderMap = response.headers_mut();
    // No browser is to make a page of it, whatever it is.
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(CONTENT_LENGTH, rest.into());
    Ok(response)
}

/// How many bytes of files this server keeps.
#[utoipa::path(
    get, path = "/files/quota",
    responses((status = 200, body = FileQuota), (status = 403, body = ApiError))
)]
pub(super) async fn quota(
    State(desk): State<Desk>,
    _: Local,
) -> Result<Json<FileQuota>, ApiFailure> {
    Ok(Json(desk.vault.quota().await?))
}

/// Keeps so many from now on. What is there stays.
#[utoipa::path(
    put, path = "/files/quota", request_body = FileQuota,
    responses(
        (status = 200, body = FileQuota),
        (status = 400, body = ApiError), (status = 403, body = ApiError),
    )
)]
pub(super) async fn set_quota(
    State(desk): State<Desk>,
    _: Local,
    body: Result<Json<FileQuota>, JsonRejection>,
) -> Result<Json<FileQuota>, ApiFailure> {
    let Json(quota) = body?;
    desk.vault.set_quota(quota).await?;
    Ok(Json(quota))
}

/// Of which meeting the path speaks, which a guest of a neighbour's may know under
/// another name.
fn named(desk: &Desk, peer: &Peer, path: Named) -> Result<(Code, u64), ApiFailure> {
    let Path((code, number)) = path?;
    let code: Code = code.parse().map_err(|_| ApiFailure::no_such_file())?;
    let behind = meetings::behind(desk, peer, code);
    Ok((desk.meetings.current(behind.unwrap_or(code)), number))
}

/// An offer of the asker's own that the meeting may keep. Whether there are others,
/// or such a meeting, they do not learn.
async fn wanted(
    desk: &Desk,
    code: Code,
    number: u64,
    identity: &Identity,
) -> Result<FileOffer, ApiFailure> {
    let offer = desk.meetings.file(code, number).await;
    let is_own = |it: &FileOffer| it.person == identity.person && it.keeping == Keeping::Wanted;
    if offer.is_none() {
        // Nobody offers it any more, if anyone ever did.
        desk.vault.let_go(code, number).await;
    }
    offer.filter(is_own).ok_or_else(ApiFailure::no_such_file)
}

async fn coming(
    desk: &Desk,
    code: Code,
    offer: &FileOffer,
) -> Result<OwnedMutexGuard<Upload>, ApiFailure> {
    let upload: Arc<Mutex<Upload>> = desk.vault.receive(code, offer).await?;
    upload.try_lock_owned().map_err(|_| elsewhere("Another piece of this file is on its way."))
}

/// The file has arrived to another place than the asker thinks.
fn elsewhere(message: &str) -> ApiFailure {
    ApiFailure::new(StatusCode::CONFLICT, "other_place", message)
}

async fn kept(
    desk: &Desk,
    code: Code,
    number: u64,
    identity: &Identity,
) -> Result<Option<KeptFile>, ApiFailure> {
    let (store, person) = (desk.store.clone(), identity.person);
    Ok(blocking(move || store.kept_file(code, number, person)).await?)
}

async fn open(path: std::path::PathBuf, from: u64) -> io::Result<tokio::fs::File> {
    let mut file = tokio::fs::File::open(path).await?;
    file.seek(io::SeekFrom::Start(from)).await?;
    Ok(file)
}

fn whole(kept: &KeptFile) -> Arrived {
    Arrived { bytes: kept.offer.size, sha256: Some(hex(&kept.sha256)) }
}

impl std::convert::From<NotKept> for ApiFailure {
    fn from(why: NotKept) -> ApiFailure {
        let code = match &why {
            NotKept::MeetingFull => "meeting_files_full",
            NotKept::ServerFull => "server_files_full",
            NotKept::Busy => return ApiFailure::too_many(why),
            NotKept::Disk(error) => {
                error!("A file could not be kept: {error}");
                "disk_full"
            }
            NotKept::Store(error) => return error.clone().into(),
        };
        ApiFailure::new(StatusCode::INSUFFICIENT_STORAGE, code, why)
    }
}

//! The UI, embedded in the binary.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::{Embed, EmbeddedFile};

use hearth_wire::hex;

#[derive(Embed)]
#[folder = "../../../ui/dist"]
#[allow_missing = true]
struct Files;

/// The one script that may compile WebAssembly: a worker's own, which sees no page and
/// hands what it compiled to the page that started it.
const COMPILER: &str = "assets/compiler-";
const COMPILER_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// Serves a file of the UI; where there is none, a page that a browser asks
/// for is the UI's to show.
pub(super) async fn serve(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    let if_none_match = request.headers().get(IF_NONE_MATCH);
    match Files::get(path) {
        Some(file) => respond(path, file, if_none_match),
        None if wants_page(&request) => match Files::get("index.html") {
            Some(file) => respond("index.html", file, if_none_match),
            None => (StatusCode::NOT_FOUND, "The UI is not built: run `cargo xtask build`.")
                .into_response(),
        },
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Whether a path is that of a file that pages are made of.
pub(super) fn is_asset(path: &str) -> bool {
    let path = path.trim_start_matches('/');
    path != "index.html" && Files::get(path).is_some()
}

fn wants_page(request: &Request) -> bool {
    let accepts = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
    accepts.is_some_and(|accepts| accepts.contains("text/html"))
}

fn respond(path: &str, file: EmbeddedFile, if_none_match: Option<&HeaderValue>) -> Response {
    let tag = format!("\"{}\"", hex(&file.metadata.sha256_hash()[..16]));
    if if_none_match.is_some_and(|known| known == tag.as_str()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    // The build puts a hash of the content into the names of assets.
    let caching = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    let headers = [(CONTENT_TYPE, kind.as_ref()), (CACHE_CONTROL, caching), (ETAG, tag.as_str())];
    let mut response = (headers, Body::from(file.data)).into_response();
    if path.starts_with(COMPILER) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, COMPILER_POLICY);
    }
    response
}

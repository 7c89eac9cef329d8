//! `/hosts/<id>/…`: the way of this installation's own people to another one.
//!
//! Nothing goes there but what a guest's browser would send, and nothing comes
//! back that could act as a page of this installation.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::header::{
    ACCEPT, AUTHORIZATION, CACHE_CONTROL, CONNECTION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, HOST, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_EXTENSIONS, SEC_WEBSOCKET_KEY,
    SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::Response;
use axum::routing::any;
use hearth_link::tls::SERVER_NAME;
use hyper::body::Incoming;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::io::copy_bidirectional;
use tokio::time::timeout;
use tracing::debug;

use super::Desk;
use super::error::ApiFailure;
use super::hosts;
use super::network::Local;

// Longer than a poll of Socket.IO waits.
const PATIENCE: Duration = Duration::from_secs(60);
const SANDBOX: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

const SENT: [HeaderName; 10] = [
    ACCEPT,
    AUTHORIZATION,
    CONNECTION,
    CONTENT_LENGTH,
    CONTENT_TYPE,
    SEC_WEBSOCKET_EXTENSIONS,
    SEC_WEBSOCKET_KEY,
    SEC_WEBSOCKET_PROTOCOL,
    SEC_WEBSOCKET_VERSION,
    UPGRADE,
];
const RETURNED: [HeaderName; 3] = [CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE];
const UPGRADED: [HeaderName; 5] =
    [CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_EXTENSIONS, SEC_WEBSOCKET_PROTOCOL, UPGRADE];
// Of these a browser makes no page, and runs none.
const HARMLESS: [&str; 3] = ["application/json", "text/plain", "application/octet-stream"];

pub(super) fn routes() -> Router<Desk> {
    Router::new()
        .route("/hosts/{id}/api/{*rest}", any(pass))
        .route("/hosts/{id}/socket.io/", any(pass))
        .route("/hosts/{id}/socket.io/{*rest}", any(pass))
}

/// Passes a request on, and the answer back.
async fn pass(
    State(desk): State<Desk>,
    _: Local,
    Path(path): Path<Vec<(String, String)>>,
    mut request: Request,
) -> Result<Response, ApiFailure> {
    let id = path.into_iter().next().map(|(_, id)| id).unwrap_or_default();
    let id = hosts::id(Ok(Path(id)))?;
    let uri = beyond(request.uri(), id.as_str()).ok_or_else(unusable)?;
    let mut there = desk.link.reach(id).await?;
    let browser = request.extensions_mut().remove::<OnUpgrade>();
    let mut onward = Request::new(Body::empty());
    *onward.method_mut() = request.method().clone();
    *onward.uri_mut() = uri;
    *onward.headers_mut() = sent(request.headers());
    *onward.body_mut() = request.into_body();
    let answer = timeout(PATIENCE, there.send(onward)).await;
    let answer = answer.map_err(|_| unusable())?.map_err(|error| {
        debug!("{id} did not answer a request: {error}");
        unusable()
    })?;
    if answer.status() == StatusCode::SWITCHING_PROTOCOLS {
        let browser = browser.ok_or_else(unusable)?;
        return Ok(switched(answer, browser, desk.stopping.clone()));
    }
    returned(answer).ok_or_else(unusable)
}

/// The same request as its receiver knows it.
fn beyond(uri: &Uri, id: &str) -> Option<Uri> {
    let path = uri.path_and_query()?.as_str();
    path.strip_prefix("/hosts/")?.strip_prefix(id)?.parse().ok()
}

fn sent(headers: &HeaderMap) -> HeaderMap {
    let mut sent = only(headers, &SENT);
    // A session belongs to this installation alone; a guest may be one anywhere.
    if !sent.get(AUTHORIZATION).is_some_and(|it| it.as_bytes().starts_with(b"Bearer g.")) {
        sent.remove(AUTHORIZATION);
    }
    sent.insert(HOST, HeaderValue::from_static(SERVER_NAME));
    sent
}

fn returned(answer: hyper::Response<Incoming>) -> Option<Response> {
    let (parts, body) = answer.into_parts();
    let kind = parts.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    if parts.status.is_redirection() || !kind.is_none_or(is_harmless) {
        return None;
    }
    let mut response = Response::new(Body::new(body));
    *response.status_mut() = parts.status;
    let headers = response.headers_mut();
    *headers = only(&parts.headers, &RETURNED);
    headers.entry(CONTENT_TYPE).or_insert(HeaderValue::from_static("application/octet-stream"));
    headers.insert(CONTENT_SECURITY_POLICY, SANDBOX);
    Some(response)
}

/// Joins the two connections, until one of them ends or the server stops.
fn switched(
    mut answer: hyper::Response<Incoming>,
    browser: OnUpgrade,
    stopping: tokio_util::sync::CancellationToken,
) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = answer.status();
    *response.headers_mut() = only(answer.headers(), &UPGRADED);
    let there = hyper::upgrade::on(&mut answer);
    tokio::spawn(async move {
        let joined = async {
            let (here, there) = tokio::try_join!(browser, there)?;
            let (mut here, mut there) = (TokioIo::new(here), TokioIo::new(there));
            copy_bidirectional(&mut here, &mut there).await?;
            anyhow::Ok(())
        };
        tokio::select! {
            joined = joined => if let Err(error) = joined {
                debug!("A websocket to another installation broke: {error}");
            },
            () = stopping.cancelled() => {}
        }
    });
    response
}

fn only(headers: &HeaderMap, names: &[HeaderName]) -> HeaderMap {
    let wanted = |name: &HeaderName| Some((name.clone(), headers.get(name).cloned()?));
    names.iter().filter_map(wanted).collect()
}

fn is_harmless(kind: &[u8]) -> bool {
    let kind = str::from_utf8(kind).unwrap_or_default().to_ascii_lowercase();
    HARMLESS.contains(&kind.split(';').next().unwrap_or_default().trim())
}

fn unusable() -> ApiFailure {
    let message = "The other computer did not answer as it should. Try again in a moment.";
    ApiFailure::new(StatusCode::BAD_GATEWAY, "unreachable", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_page_is_not_harmless() {
        for fine in ["application/json", "Application/JSON; charset=utf-8", "text/plain;x"] {
            assert!(is_harmless(fine.as_bytes()), "{fine}");
        }
        for page in
            ["text/html", "image/svg+xml", "text/javascript", "", "text/plainhtml", "\u{fe}"]
        {
            assert!(!is_harmless(page.as_bytes()), "{page}");
        }
    }

    #[test]
    fn the_secrets_of_this_installation_stay_here() {
        let headers = |authorization: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert("cookie", HeaderValue::from_static("a=b"));
            headers.insert("origin", HeaderValue::from_static("http://127.0.0.1"));
            headers.insert(AUTHORIZATION, HeaderValue::from_static(authorization));
            let sent = sent(&headers);
            (sent.len(), sent.contains_key(AUTHORIZATION))
        };
        assert_eq!(headers("Bearer g.secret-of-a-guest-there"), (2, true));
        assert_eq!(headers("Bearer s.secret-of-an-account-here"), (1, false));
        assert_eq!(headers("Basic Z2c="), (1, false));
    }

    #[test]
    fn a_path_loses_what_leads_to_the_host() {
        let uri =
            |text: &str| beyond(&text.parse().expect("a path"), "abc").map(|it| it.to_string());
        assert_eq!(uri("/hosts/abc/api/server?x=1").as_deref(), Some("/api/server?x=1"));
        assert_eq!(uri("/hosts/xyz/api/server"), None);
    }
}

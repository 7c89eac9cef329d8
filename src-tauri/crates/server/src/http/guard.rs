//! Who may talk to this server, from where, and what its pages may do.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::addresses;
use crate::listener::Peer;

use super::Desk;
use super::dialects;
use super::error::ApiFailure;
use super::plain;

const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
     media-src 'self' blob:; connect-src 'self' ipc: http://ipc.localhost; font-src 'self'; manifest-src 'self'; \
     worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);
const PERMISSIONS: HeaderValue = HeaderValue::from_static(
    "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), \
     fullscreen=(self), autoplay=(self), geolocation=(), payment=(), usb=()",
);

/// Lets in whoever comes over HTTPS, or from this very machine. Others are
/// told where the secure address is: over plain HTTP a browser gives no page
/// a camera, and anyone in between could listen. Whoever accepts that may come
/// to a meeting all the same.
pub(super) async fn secure(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let Some(peer) = request.extensions().get::<Peer>().copied() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let path = request.uri().path();
    // Clients of older systems know no HTTPS.
    let is_older = dialects::speaks_at(path) || path.starts_with("/socket.io/");
    if peer.secure || peer.is_loopback() || is_older || plain::is_open(&request) {
        return next.run(request).await;
    }
    if path.starts_with("/api") || path.starts_with("/socket.io") || path == "/metrics" {
        let message = "This server speaks to other machines over HTTPS alone.";
        return ApiFailure::new(StatusCode::FORBIDDEN, "insecure", message).into_response();
    }
    let host = host_name(request.headers());
    let port = desk.local.port();
    let address = match host {
        Some(host) => format!("https://{host}:{port}{path}"),
        None => {
            let guest = peer.address.ip();
            addresses::urls(desk.local, guest).into_iter().next().unwrap_or_default()
        }
    };
    let fingerprint = desk.certificate.fingerprint();
    let languages = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let languages = languages.unwrap_or_default();
    Html(plain::explanation(languages, path, &address, &desk.config.name, &fingerprint))
        .into_response()
}

/// Whether a request comes from this very computer, and from a page of this
/// very server: one of a stranger can have its name lead here, but not be rid
/// of it.
pub(crate) fn is_own(parts: &Parts) -> bool {
    let is_here = parts.extensions.get::<Peer>().is_some_and(Peer::is_loopback);
    is_here && host_name(&parts.headers).is_some_and(is_loopback)
}

/// Refuses what pages of other origins send. A websocket is not held back by
/// the browser's own rules, so this asks for every request.
pub(super) async fn same_origin(
    State(desk): State<Desk>,
    request: Request,
    next: Next,
) -> Response {
    let Some(origin) = request.headers().get(ORIGIN).and_then(|value| value.to_str().ok()) else {
        return next.run(request).await;
    };
    let host = request.headers().get(HOST).and_then(|value| value.to_str().ok());
    let own = origin.split_once("://").is_some_and(|(_, authority)| host == Some(authority));
    if own || desk.config.allowed_origins.iter().any(|allowed| allowed == origin) {
        return next.run(request).await;
    }
    let message = "Pages of other origins may not talk to this server.";
    ApiFailure::new(StatusCode::FORBIDDEN, "other_origin", message).into_response()
}

/// Answers the configured origins, and no others.
pub(super) fn cors(allowed: &[String]) -> Option<CorsLayer> {
    if allowed.is_empty() {
        return None;
    }
    let origins = allowed.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    let layer = CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_credentials(true)
        .allow_methods([Method::GET, Method::POST, Method::DELETE])
        .allow_headers([AUTHORIZATION, CONTENT_TYPE]);
    Some(layer)
}

/// What every response says about what its page may do.
pub(super) async fn headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    // What came from another installation may do less.
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(POLICY);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    response
}

/// The host that the browser asked for, without the port, if it could be one.
pub(super) fn host_name(headers: &HeaderMap) -> Option<&str> {
    let host = headers.get(HOST)?.to_str().ok()?;
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    let plausible = bare.parse::<IpAddr>().is_ok()
        || (!bare.is_empty()
            && bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte)));
    plausible.then_some(name)
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_a_stranger_is_not_local_though_its_name_leads_here() {
        for own in ["localhost", "127.0.0.1", "127.0.0.2", "[::1]"] {
            assert!(is_loopback(own), "{own}");
        }
        for other in ["rebound.example", "192.0.2.1", "[2001:db8::1]", "localhost.example", ""] {
            assert!(!is_loopback(other), "{other}");
        }
    }

    #[test]
    fn only_what_could_be_a_host_is_shown_as_one() {
        let host = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, HeaderValue::from_str(text).expect("a header"));
            host_name(&headers).map(str::to_owned)
        };
        assert_eq!(host("hearth.local:7466").as_deref(), Some("hearth.local"));
        assert_eq!(host("192.168.1.5").as_deref(), Some("192.168.1.5"));
        assert_eq!(host("[fe80::1]:7466").as_deref(), Some("[fe80::1]"));
        assert_eq!(host("evil\"><script>"), None, "it goes into a page");
    }
}

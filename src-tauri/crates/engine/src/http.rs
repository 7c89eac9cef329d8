//! The HTTP side: what a request asks for, and what is wrong with it.

use std::sync::Arc;

use axum::Router;
use axum::body::{self, Body};
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONNECTION, CONTENT_TYPE, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY,
    SEC_WEBSOCKET_VERSION, UPGRADE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hyper::upgrade::OnUpgrade;
use serde_json::json;
use sha1::{Digest, Sha1};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use crate::engine::{Door, Engine, Found, Registration};
use crate::frame::Frame;
use crate::host::Parting;
use crate::outbox::{End, Outbox};
use crate::polling::{self, Call};
use crate::session::Session;
use crate::websocket::{self, WebSocket};

// A client has two requests under way at most.
const CALLS: usize = 4;
// With which a server shows that it knows websockets, RFC 6455 section 1.3.
const GUID: &str = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

pub(crate) fn router<S: Clone + Send + Sync + 'static>(engine: Engine) -> Router<S> {
    Router::new()
        .route("/socket.io", any(serve))
        .route("/socket.io/", any(serve))
        .with_state(engine)
}

async fn serve(State(engine): State<Engine>, request: Request) -> Result<Response, Wrong> {
    let Query { version, transport, session } = Query::read(request.uri().query());
    let transport = match transport {
        Some("polling") => Transport::Polling,
        Some("websocket") => Transport::Websocket,
        _ => return Err(Wrong::Transport),
    };
    if version != Some("4") {
        return Err(Wrong::Version);
    }
    let found = session.map(|id| engine.find(id));
    match (transport, found) {
        (_, Some(Found::Nothing)) => Err(Wrong::Session),
        (_, Some(Found::Websocket)) => Err(Wrong::Request),
        (_, None) if request.method() != Method::GET => Err(Wrong::Method),
        (Transport::Polling, None) => begin_polling(&engine, request),
        (Transport::Polling, Some(Found::Polling(door, outbox))) => match *request.method() {
            Method::GET => poll(&door).await,
            Method::POST => post(&engine, &door, &outbox, request).await,
            _ => Err(Wrong::Request),
        },
        (Transport::Websocket, None) => begin_websocket(&engine, request),
        (Transport::Websocket, Some(Found::Polling(door, _))) => upgrade(engine, door, request),
    }
}

enum Transport {
    Polling,
    Websocket,
}

#[derive(Default)]
struct Query<'a> {
    version: Option<&'a str>,
    transport: Option<&'a str>,
    session: Option<&'a str>,
}

impl Query<'_> {
    fn read(text: Option<&str>) -> Query<'_> {
        let mut query = Query::default();
        for (name, value) in text.unwrap_or("").split('&').filter_map(|pair| pair.split_once('=')) {
            match name {
                "EIO" => query.version = Some(value),
                "transport" => query.transport = Some(value),
                "sid" => query.session = Some(value),
                _ => {}
            }
        }
        query
    }
}

fn begin_polling(engine: &Engine, request: Request) -> Result<Response, Wrong> {
    let (calls, receiver) = mpsc::channel(CALLS);
    let registration = engine.register(Some(calls)).ok_or(Wrong::Crowd)?;
    let handshake = handshake(&registration, &["websocket"]);
    let (request, _) = request.into_parts();
    let session = Session::new(engine.greet(&request), registration);
    tokio::spawn(polling::carry(session, receiver));
    Ok(text(handshake.packet().to_vec()))
}

async fn poll(door: &Door) -> Result<Response, Wrong> {
    let (sender, receiver) = oneshot::channel();
    door.calls.send(Call::Poll(sender)).await.map_err(|_| Wrong::Request)?;
    Ok(text(receiver.await.map_err(|_| Wrong::Request)?))
}

async fn post(
    engine: &Engine,
    door: &Door,
    outbox: &Outbox,
    request: Request,
) -> Result<Response, Wrong> {
    let config = engine.config();
    let malformed = End::Now(Parting::Malformed);
    let Some(_turn) = door.take_turn() else {
        outbox.end(malformed);
        return Err(Wrong::Request);
    };
    let body = body::to_bytes(request.into_body(), config.max_payload);
    // The end of a session does not break off what is still being sent to it.
    let Ok(body) = timeout(config.ping_interval + config.ping_timeout, body).await else {
        outbox.end(malformed);
        return Err(Wrong::Request);
    };
    let Ok(body) = body else {
        outbox.end(malformed);
        return Err(Wrong::Size);
    };
    let (done, taken) = oneshot::channel();
    door.calls.send(Call::Post(body, done)).await.map_err(|_| Wrong::Request)?;
    taken.await.map_err(|_| Wrong::Request)?;
    Ok(text("ok".into()))
}

fn begin_websocket(engine: &Engine, mut request: Request) -> Result<Response, Wrong> {
    let (response, upgrade) = switch(&mut request)?;
    let registration = engine.register(None).ok_or(Wrong::Crowd)?;
    registration.outbox().insist(handshake(&registration, &[]));
    let (request, _) = request.into_parts();
    let session = Session::new(engine.greet(&request), registration);
    tokio::spawn(async move {
        let websocket = WebSocket::after(upgrade, session.registration().config()).await;
        if let Some(websocket) = websocket {
            websocket::carry(session, websocket).await;
        }
    });
    Ok(response)
}

fn upgrade(engine: Engine, door: Arc<Door>, mut request: Request) -> Result<Response, Wrong> {
    let (response, upgrade) = switch(&mut request)?;
    tokio::spawn(async move {
        if let Some(websocket) = WebSocket::after(upgrade, engine.config()).await {
            websocket::probe(websocket, door.calls.clone(), engine.config()).await;
        }
    });
    Ok(response)
}

/// The answer that makes a request a websocket.
fn switch(request: &mut Request) -> Result<(Response, OnUpgrade), Wrong> {
    let headers = request.headers();
    let key = headers.get(SEC_WEBSOCKET_KEY).ok_or(Wrong::Request)?;
    if request.method() != Method::GET
        || !names(headers, CONNECTION, "upgrade")
        || !names(headers, UPGRADE, "websocket")
        || !names(headers, SEC_WEBSOCKET_VERSION, "13")
    {
        return Err(Wrong::Request);
    }
    let proof = Sha1::new().chain_update(key).chain_update(GUID).finalize();
    let accept =
        HeaderValue::try_from(BASE64_STANDARD.encode(proof)).expect("base64 is fit for a header");
    let headers = [
        (CONNECTION, HeaderValue::from_static("upgrade")),
        (UPGRADE, HeaderValue::from_static("websocket")),
        (SEC_WEBSOCKET_ACCEPT, accept),
    ];
    let upgrade = hyper::upgrade::on(request);
    Ok(((StatusCode::SWITCHING_PROTOCOLS, headers).into_response(), upgrade))
}

fn names(headers: &HeaderMap, name: HeaderName, token: &str) -> bool {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|value| value.trim().eq_ignore_ascii_case(token))
}

fn handshake(registration: &Registration, upgrades: &[&str]) -> Frame {
    let config = registration.config();
    let handshake = json!({
        "sid": registration.id(),
        "upgrades": upgrades,
        "pingInterval": config.ping_interval.as_millis() as u64,
        "pingTimeout": config.ping_timeout.as_millis() as u64,
        "maxPayload": config.max_payload,
    });
    Frame::open(&handshake.to_string())
}

fn text(payload: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=UTF-8")),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, Body::from(payload)).into_response()
}

/// What is wrong with a request, as the reference server tells it.
#[derive(Debug, Clone, Copy)]
enum Wrong {
    Transport,
    Session,
    Method,
    Request,
    Crowd,
    Version,
    Size,
}

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        let (status, code, message) = match self {
            Wrong::Transport => (StatusCode::BAD_REQUEST, 0, "Transport unknown"),
            Wrong::Session => (StatusCode::BAD_REQUEST, 1, "Session ID unknown"),
            Wrong::Method => (StatusCode::BAD_REQUEST, 2, "Bad handshake method"),
            Wrong::Request => (StatusCode::BAD_REQUEST, 3, "Bad request"),
            Wrong::Crowd => (StatusCode::SERVICE_UNAVAILABLE, 4, "Too many sessions"),
            Wrong::Version => (StatusCode::BAD_REQUEST, 5, "Unsupported protocol version"),
            Wrong::Size => (StatusCode::PAYLOAD_TOO_LARGE, 3, "Payload too large"),
        };
        let headers = [
            (CONTENT_TYPE, HeaderValue::from_static("application/json")),
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        let body = json!({ "code": code, "message": message }).to_string();
        (status, headers, body).into_response()
    }
}

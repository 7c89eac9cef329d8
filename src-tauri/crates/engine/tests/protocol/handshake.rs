//! How a session begins, and with what it does not.

use hearth_engine::Config;
use hyper::{Method, StatusCode};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Error;

use crate::support::{PATIENT, Server};

fn check(text: &str, upgrades: Value) -> String {
    let (kind, handshake) = text.split_at(1);
    assert_eq!(kind, "0", "an open packet comes first");
    let mut handshake: Value = serde_json::from_str(handshake).expect("it is JSON");
    let id = handshake["sid"].take();
    let expected = json!({
        "sid": null, "upgrades": upgrades,
        "pingInterval": 600_000, "pingTimeout": 600_000, "maxPayload": 100_000,
    });
    assert_eq!(handshake, expected, "it says how the server beats");
    id.as_str().expect("a name").to_owned()
}

#[tokio::test]
async fn a_session_is_opened_by_polling() {
    let server = Server::start(PATIENT).await;
    let reply = server.ask(Method::GET, "EIO=4&transport=polling", "").await;
    assert_eq!(reply.status, StatusCode::OK, "everything is right");
    let id = check(&reply.text, json!(["websocket"]));
    let again = server.ask(Method::GET, "transport=polling&x&t=1&EIO=4", "").await;
    assert_ne!(check(&again.text, json!(["websocket"])), id, "each session has its own name");
}

#[tokio::test]
async fn a_session_is_opened_over_a_websocket() {
    let server = Server::start(PATIENT).await;
    let mut websocket = server.dial("EIO=4&transport=websocket").await.expect("it opens");
    check(&websocket.text().await, json!([]));
}

#[tokio::test]
async fn what_is_wrong_is_said() {
    let server = Server::start(PATIENT).await;
    let wrong = [
        (Method::GET, "transport=polling", 5, "Unsupported protocol version"),
        (Method::GET, "EIO=abc&transport=polling", 5, "Unsupported protocol version"),
        (Method::GET, "EIO=3&transport=polling", 5, "Unsupported protocol version"),
        (Method::GET, "", 0, "Transport unknown"),
        (Method::GET, "EIO=4", 0, "Transport unknown"),
        (Method::GET, "EIO=4&transport=abc", 0, "Transport unknown"),
        (Method::GET, "EIO=4&transport=webtransport", 0, "Transport unknown"),
        (Method::GET, "EIO=4&transport=polling&sid=abc", 1, "Session ID unknown"),
        (Method::GET, "EIO=4&transport=polling&sid=", 1, "Session ID unknown"),
        (Method::GET, "EIO=4&transport=polling&sid=AAAAAAAAAAAAAAAAAAAA", 1, "Session ID unknown"),
        (Method::POST, "EIO=4&transport=polling", 2, "Bad handshake method"),
        (Method::PUT, "EIO=4&transport=polling", 2, "Bad handshake method"),
        (Method::OPTIONS, "EIO=4&transport=polling", 2, "Bad handshake method"),
        (Method::GET, "EIO=4&transport=websocket", 3, "Bad request"),
    ];
    for (method, query, code, message) in wrong {
        let reply = server.ask(method.clone(), query, "").await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{method} {query}");
        let said: Value = serde_json::from_str(&reply.text).expect("it is JSON");
        assert_eq!(said, json!({ "code": code, "message": message }), "{method} {query}");
    }
    for query in
        ["transport=websocket", "EIO=abc&transport=websocket", "EIO=4", "EIO=4&transport=abc"]
    {
        let refused = server.dial(query).await.err().expect("it is not let in");
        assert!(matches!(refused, Error::Http(_)), "{query} is refused before it is a websocket");
    }
    assert_eq!(server.engine.sessions(), 0, "none of these began anything");
}

#[tokio::test]
async fn a_known_session_is_asked_in_the_right_way_alone() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    let reply = server.ask(Method::PUT, &poller.query("polling"), "").await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST, "there is nothing to put");
    let reply = server.ask(Method::GET, &poller.query("websocket"), "").await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST, "that was no upgrade");
    poller.connect("40").await;
}

#[tokio::test]
async fn there_is_room_for_only_so_many() {
    let server = Server::start(Config { sessions: 2, ..PATIENT }).await;
    let (poller, websocket) = (server.poller().await, server.websocket().await);
    let reply = server.ask(Method::GET, "EIO=4&transport=polling", "").await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "there are two already");
    assert!(server.dial("EIO=4&transport=websocket").await.is_err(), "over a websocket too");
    assert_eq!(poller.post("1").await.text, "ok", "one leaves");
    server.poller().await;
    drop(websocket);
}

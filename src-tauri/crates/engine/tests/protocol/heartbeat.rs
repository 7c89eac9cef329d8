//! Whether a client is still there.

use hearth_engine::{Config, Parting};
use hyper::StatusCode;

use crate::support::{BRISK, PATIENT, Server};

#[tokio::test]
async fn a_websocket_is_asked_again_and_again() {
    let server = Server::start(BRISK).await;
    let mut websocket = server.websocket().await;
    for _ in 0..3 {
        assert_eq!(websocket.text().await, "2", "are you there?");
        websocket.send("3").await;
    }
}

#[tokio::test]
async fn a_poller_is_asked_again_and_again() {
    let server = Server::start(BRISK).await;
    let poller = server.poller().await;
    for _ in 0..3 {
        assert_eq!(poller.get().await.text, "2", "are you there?");
        assert_eq!(poller.post("3").await.text, "ok", "yes");
    }
}

#[tokio::test]
async fn a_websocket_that_does_not_answer_is_given_up() {
    let server = Server::start(BRISK).await;
    let mut socket = server.socket().await;
    assert_eq!(socket.text().await, "2", "are you there?");
    socket.closed().await;
    assert_eq!(server.parting().await, Parting::Lost, "apparently not");
}

#[tokio::test]
async fn a_poller_that_does_not_answer_is_given_up() {
    let server = Server::start(BRISK).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    assert_eq!(poller.get().await.text, "2", "are you there?");
    assert_eq!(poller.get().await.text, "1", "then goodbye");
    assert_eq!(server.parting().await, Parting::Lost, "the listener hears of it");
    assert_eq!(poller.post("3").await.status, StatusCode::BAD_REQUEST, "it is too late");
}

#[tokio::test]
async fn a_poller_that_does_not_come_is_given_up() {
    let server = Server::start(BRISK).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    assert_eq!(server.parting().await, Parting::Lost, "it was asked, and did not come");
    assert_eq!(poller.get().await.status, StatusCode::BAD_REQUEST, "the session is over");
}

#[tokio::test]
async fn a_client_that_connects_to_nothing_is_let_go() {
    let connect_timeout = BRISK.ping_interval;
    let server = Server::start(Config { connect_timeout, ..PATIENT }).await;
    let (mut websocket, poller) = (server.websocket().await, server.poller().await);
    websocket.closed().await;
    let reply = poller.get().await;
    let over = reply.status == StatusCode::BAD_REQUEST || reply.text == "1";
    assert!(over, "it was told, or came too late");

    let mut socket = server.socket().await;
    let mut other = server.websocket().await;
    other.closed().await;
    socket.is_alive().await;
    socket.send("41").await;
    socket.closed().await;
}

//! Coming into a namespace, and going.

use hearth_engine::{Config, Parting};
use hyper::Method;

use crate::support::{PATIENT, Server};

#[tokio::test]
async fn a_client_connects_to_the_main_namespace() {
    let server = Server::start(PATIENT).await;
    let mut websocket = server.websocket().await;
    websocket.send("40").await;
    assert!(websocket.text().await.starts_with(r#"40{"sid":""#), "it is in");
    assert_eq!(websocket.text().await, r#"42["auth",{}]"#, "it proved nothing");
}

#[tokio::test]
async fn a_client_proves_itself() {
    let server = Server::start(PATIENT).await;
    let mut websocket = server.websocket().await;
    websocket.send(r#"40{"token":"123"}"#).await;
    assert!(websocket.text().await.starts_with(r#"40{"sid":""#), "it is in");
    assert_eq!(websocket.text().await, r#"42["auth",{"token":"123"}]"#, "with what it sent");
}

#[tokio::test]
async fn a_client_connects_to_a_custom_namespace() {
    let server = Server::start(PATIENT).await;
    for packet in ["40/custom,", "40/custom", r#"40/custom,{"token":"abc"}"#] {
        let mut websocket = server.websocket().await;
        websocket.send(packet).await;
        assert!(websocket.text().await.starts_with(r#"40/custom,{"sid":""#), "it is in");
        assert!(websocket.text().await.starts_with(r#"42/custom,["auth","#), "and only there");
    }
}

#[tokio::test]
async fn a_client_is_in_several_namespaces_at_once() {
    let server = Server::start(PATIENT).await;
    let mut websocket = server.websocket().await;
    let ids = [websocket.connect("40").await, websocket.connect("40/custom,").await];
    assert_ne!(ids[0], ids[1], "it has a name in each");
    websocket.send(r#"42/custom,["message","there"]"#).await;
    assert_eq!(websocket.text().await, r#"42/custom,["message-back","there"]"#, "one hears it");
    websocket.is_alive().await;
}

#[tokio::test]
async fn the_name_that_others_see_says_nothing_of_the_session() {
    let server = Server::start(PATIENT).await;
    let mut websocket = server.dial("EIO=4&transport=websocket").await.expect("it opens");
    let handshake = websocket.text().await;
    let id = websocket.connect("40").await;
    assert_eq!(id.len(), 20, "{id} is a name");
    assert!(!handshake.contains(&id), "the session has another");
    let reply = server.ask(Method::GET, &format!("EIO=4&transport=polling&sid={id}"), "").await;
    assert!(reply.text.contains("Session ID unknown"), "it opens nothing");
}

#[tokio::test]
async fn an_unknown_namespace_is_refused() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    socket.send("40/random").await;
    assert_eq!(socket.text().await, r#"44/random,{"message":"Invalid namespace"}"#, "as it is");
    socket.is_alive().await;
}

#[tokio::test]
async fn there_is_room_for_only_so_many_namespaces() {
    let server = Server::start(Config { namespaces: 1, ..PATIENT }).await;
    let mut socket = server.socket().await;
    socket.send("40/custom").await;
    assert!(socket.text().await.starts_with(r#"44/custom,{"message":"#), "it is in one already");
    socket.is_alive().await;
}

#[tokio::test]
async fn wrong_packets_end_the_connection() {
    let server = Server::start(PATIENT).await;
    let wrong = [
        "4abc",
        "40",
        "40{",
        "41{}",
        "42{}",
        "42[]",
        "42",
        "42[null]",
        "42[\"disconnect\"]",
        "42abc[\"a\"]",
        "42/custom,[\"a\"]",
        "42/random[\"a\"]",
        "44{\"message\":\"no\"}",
        "47",
        "45[\"a\"]",
        "4599-[\"a\"]",
        "b",
        "bAQID",
    ];
    for packet in wrong {
        let mut socket = server.socket().await;
        socket.send(packet).await;
        socket.closed().await;
        assert_eq!(server.parting().await, Parting::Malformed, "{packet} has no place here");
    }
}

#[tokio::test]
async fn who_talks_before_it_is_in_is_let_go() {
    let server = Server::start(PATIENT).await;
    let mut websocket = server.websocket().await;
    websocket.send(r#"42["message","hello"]"#).await;
    websocket.closed().await;
    assert_eq!(server.engine.sessions(), 0, "nothing is left of it");
}

#[tokio::test]
async fn a_client_leaves_the_main_namespace() {
    let server = Server::start(PATIENT).await;
    let mut websocket = server.websocket().await;
    websocket.connect("40/custom").await;
    websocket.connect("40").await;
    websocket.send("41").await;
    assert_eq!(server.parting().await, Parting::Left, "it said so");
    websocket.send(r#"42/custom,["message"]"#).await;
    assert_eq!(websocket.text().await, r#"42/custom,["message-back"]"#, "it is still in the other");
    websocket.connect("40").await;
    websocket.is_alive().await;
}

#[tokio::test]
async fn a_client_leaves_a_custom_namespace() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    socket.connect("40/custom,").await;
    socket.send("41/custom").await;
    assert_eq!(server.parting().await, Parting::Left, "it said so");
    socket.is_alive().await;
}

#[tokio::test]
async fn a_client_is_disconnected_after_what_it_was_sent() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    socket.connect("40/custom,").await;
    socket.send(r#"42/custom,["message","last"]"#).await;
    socket.send(r#"42/custom,["disconnect-me"]"#).await;
    assert_eq!(socket.text().await, r#"42/custom,["message-back","last"]"#, "first this");
    assert_eq!(socket.text().await, "41/custom,", "then goodbye");
    assert_eq!(server.parting().await, Parting::Dismissed, "the listener hears of it");
    socket.is_alive().await;
    socket.connect("40/custom,").await;
}

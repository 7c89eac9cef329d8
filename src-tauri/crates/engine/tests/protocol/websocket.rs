//! What goes over a websocket, and what ends it.

use futures_util::{SinkExt, StreamExt};
use hearth_engine::Parting;
use tokio_tungstenite::tungstenite::Message;

use crate::support::{PATIENT, Server};

#[tokio::test]
async fn a_packet_goes_there_and_back() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    socket.send(r#"42["message","hello"]"#).await;
    assert_eq!(socket.text().await, r#"42["message-back","hello"]"#, "as it was");
}

#[tokio::test]
async fn many_packets_stay_in_order() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    for i in 0..60 {
        socket.0.feed(Message::text(format!("42[\"message\",{i}]"))).await.expect("it is open");
    }
    socket.0.flush().await.expect("it is open");
    for i in 0..60 {
        assert_eq!(socket.text().await, format!("42[\"message-back\",{i}]"), "in order");
    }
}

#[tokio::test]
async fn a_packet_may_be_as_large_as_the_handshake_says() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    let frame = r#"42["message",""]"#;
    let payload = "x".repeat(PATIENT.max_payload - frame.len());
    socket.send(&format!(r#"42["message","{payload}"]"#)).await;
    assert_eq!(socket.text().await, format!(r#"42["message-back","{payload}"]"#), "it fits");
    socket.send(&format!(r#"42["message","{payload}x"]"#)).await;
    assert_eq!(server.parting().await, Parting::Malformed, "one more does not");
}

#[tokio::test]
async fn what_is_no_packet_ends_the_session() {
    let server = Server::start(PATIENT).await;
    for wrong in ["", "abc", "2", "2probe", "4", "7", "é"] {
        let mut socket = server.socket().await;
        socket.send(wrong).await;
        socket.closed().await;
        assert_eq!(server.parting().await, Parting::Malformed, "{wrong:?} is no packet");
    }
}

#[tokio::test]
async fn packets_of_no_consequence_have_none() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    for idle in ["0", "3", "3x", "5", "6"] {
        socket.send(idle).await;
    }
    socket.0.send(Message::Ping("x".into())).await.expect("it is open");
    let pong = socket.0.next().await;
    assert!(matches!(pong, Some(Ok(Message::Pong(_)))), "websockets have pings of their own");
    socket.is_alive().await;
}

#[tokio::test]
async fn a_client_leaves() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    socket.send("1").await;
    socket.closed().await;
    assert_eq!(server.parting().await, Parting::Left, "it said so");

    let mut socket = server.socket().await;
    socket.0.close(None).await.expect("it is open");
    socket.closed().await;
    assert_eq!(server.parting().await, Parting::Left, "or its websocket did");

    drop(server.socket().await);
    assert_eq!(server.parting().await, Parting::Lost, "or nobody did");
}

//! Clients that mean harm, and a bystander who notices nothing.

use futures_util::SinkExt;
use hearth_engine::{Config, Parting};
use hyper::{Method, StatusCode};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;

use crate::support::{PATIENT, Server};

#[tokio::test]
async fn no_frame_harms_anyone_else() {
    let server = Server::start(PATIENT).await;
    let mut bystander = server.socket().await;
    let mut runner = TestRunner::default();
    let texts = prop_oneof![
        "[0-9b]{0,2}[0-9]?(-|/[a-z]{0,3},?)?[0-9]{0,3}[\\[{]?\\PC{0,20}".prop_map(Message::text),
        "4[0-6]([0-9]{1,2}-)?(/custom,)?[0-9]{0,20}\\[\"\\PC{0,20}\"\\]".prop_map(Message::text),
        prop::collection::vec(any::<u8>(), 0..40).prop_map(Message::binary),
    ];
    for _ in 0..400 {
        let mut mallory = server.socket().await;
        for _ in 0..4 {
            let message = texts.new_tree(&mut runner).expect("there are many").current();
            // It may have been let go already.
            let _ = mallory.0.send(message).await;
        }
    }
    bystander.is_alive().await;
}

#[tokio::test]
async fn no_bytes_harm_anyone_else() {
    let server = Server::start(PATIENT).await;
    let mut bystander = server.socket().await;
    let mut runner = TestRunner::default();
    let noise = prop::collection::vec(any::<u8>(), 1..200);
    let upgrade = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n\
        Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    for _ in 0..200 {
        let mut mallory = TcpStream::connect(server.address).await.expect("the server listens");
        let noise = noise.new_tree(&mut runner).expect("there are many").current();
        mallory.write_all(upgrade.as_bytes()).await.expect("the connection is open");
        // It may have been let go already.
        let _ = mallory.write_all(&noise).await;
    }
    bystander.is_alive().await;
}

#[tokio::test]
async fn a_reader_that_stalls_is_let_go_while_others_are_served() {
    let bounds = Config { outgoing_bytes: 200_000, ..PATIENT };
    let server = Server::start(bounds).await;
    let mut bystander = server.socket().await;
    let mut stalled = server.socket().await;
    let large = format!("42[\"message\",\"{}\"]", "x".repeat(50_000));
    let flood = async {
        // More than two operating systems and an outbox hold.
        while stalled.0.send(Message::text(large.clone())).await.is_ok() {}
    };
    tokio::select! {
        parting = server.parting() => assert_eq!(parting, Parting::Dismissed, "it did not read"),
        () = flood => panic!("a stalled reader is told, and not cut off"),
    }
    bystander.is_alive().await;
}

#[tokio::test]
async fn a_crowd_of_polls_for_one_session_ends_it() {
    let server = Server::start(PATIENT).await;
    let mut bystander = server.socket().await;
    let poller = server.poller().await;
    let polls = futures_util::future::join_all((0..100).map(|_| poller.get())).await;
    let well = polls.iter().filter(|reply| reply.status == StatusCode::OK).count();
    assert_eq!(well, 1, "the first is told the end, and the others that they are wrong");
    assert_eq!(poller.post("40").await.status, StatusCode::BAD_REQUEST, "the session is over");
    bystander.is_alive().await;
}

#[tokio::test]
async fn a_body_that_does_not_come_keeps_nobody_else_out() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let mut slow = TcpStream::connect(server.address).await.expect("the server listens");
    let head = format!(
        "POST /socket.io/?{} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n",
        poller.query("polling")
    );
    slow.write_all(head.as_bytes()).await.expect("the connection is open");
    // The server asks for the body once it has begun to wait for it.
    let mut go_on = [0; 25];
    slow.read_exact(&mut go_on).await.expect("it wants the body");
    let reply = poller.post("42[\"message\"]").await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST, "two at once end the session");
    assert_eq!(server.parting().await, Parting::Malformed, "the listener hears of it");
    server.socket().await.is_alive().await;
}

#[tokio::test]
async fn refusals_that_nobody_reads_are_bounded() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    let payload = vec!["40/random"; PATIENT.outgoing_packets + 1].join("\u{1e}");
    assert_eq!(poller.post(&payload).await.status, StatusCode::BAD_REQUEST, "that is too many");
    let reply = server.ask(Method::GET, &poller.query("polling"), "").await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST, "the session is over");
}

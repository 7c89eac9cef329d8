//! What goes over HTTP, and what ends it.

use hearth_engine::Parting;
use hyper::{Method, StatusCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::{PATIENT, Server};

#[tokio::test]
async fn one_packet_goes_there_and_back() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let reply = poller.post(r#"42["message","hello"]"#).await;
    assert_eq!((reply.status, &*reply.text), (StatusCode::OK, "ok"), "it is taken");
    let reply = poller.get().await;
    assert_eq!(reply.text, r#"42["message-back","hello"]"#, "and comes back");
}

#[tokio::test]
async fn several_packets_go_there_and_back() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    let payload = "40\u{1e}42[\"a\"]\u{1e}42[\"b\"]\u{1e}42[\"c\"]";
    assert_eq!(poller.post(payload).await.text, "ok", "they are taken");
    let reply = poller.get().await.text;
    let (_, rest) = reply.split_once('\u{1e}').expect("there are several");
    let expected = "42[\"auth\",{}]\u{1e}42[\"a\"]\u{1e}42[\"b\"]\u{1e}42[\"c\"]";
    assert_eq!(rest, expected, "they come back in one answer, in order");
}

#[tokio::test]
async fn binary_goes_along_in_base64() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let payload = "451-[\"message\",{\"_placeholder\":true,\"num\":0}]\u{1e}bAQIDBA==";
    assert_eq!(poller.post(payload).await.text, "ok", "it is taken");
    let expected = r#"42["message-back",{"_placeholder":true,"num":0}]"#;
    assert_eq!(poller.get().await.text, expected, "its place comes back");
}

#[tokio::test]
async fn a_poll_waits_for_something_to_say() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let (polled, posted) = tokio::join!(poller.get(), poller.post(r#"42["message"]"#));
    assert_eq!(posted.text, "ok", "it is taken while a poll waits");
    assert_eq!(polled.text, r#"42["message-back"]"#, "and the poll is answered");
}

#[tokio::test]
async fn what_is_no_packet_ends_the_session() {
    let server = Server::start(PATIENT).await;
    for wrong in ["", "abc", "2", "2probe", "4", "40\u{1e}", "40\u{1e}\u{1e}42[\"a\"]", "bAQID"] {
        let poller = server.poller().await;
        let reply = poller.post(wrong).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{wrong:?} is no payload");
        let reply = poller.get().await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "the session is over");
    }
}

#[tokio::test]
async fn a_payload_that_is_too_large_ends_the_session() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let reply = poller.post(&format!("4{}", "x".repeat(PATIENT.max_payload))).await;
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE, "it says so");
    assert_eq!(server.parting().await, Parting::Malformed, "the listener hears of it");
    assert_eq!(poller.get().await.status, StatusCode::BAD_REQUEST, "the session is over");
}

#[tokio::test]
async fn two_polls_at_once_end_the_session() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let (one, other) = tokio::join!(poller.get(), poller.get());
    let mut both = [(one.status, one.text), (other.status, other.text)];
    both.sort();
    assert_eq!((both[0].0, both[0].1.as_str()), (StatusCode::OK, "1"), "the first is told the end");
    assert_eq!(both[1].0, StatusCode::BAD_REQUEST, "the second one is wrong");
    assert_eq!(poller.get().await.status, StatusCode::BAD_REQUEST, "the session is over");
    assert_eq!(server.parting().await, Parting::Malformed, "the listener hears of it");
}

#[tokio::test]
async fn a_poll_that_is_broken_off_ends_the_session() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let mut connection = TcpStream::connect(server.address).await.expect("the server listens");
    let request =
        format!("GET /socket.io/?{} HTTP/1.1\r\nHost: x\r\n\r\n", poller.query("polling"));
    connection.write_all(request.as_bytes()).await.expect("the connection is open");
    drop(connection);
    assert_eq!(server.parting().await, Parting::Lost, "nobody waits any more");
    assert_eq!(poller.get().await.status, StatusCode::BAD_REQUEST, "the session is over");
}

#[tokio::test]
async fn a_client_leaves() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let (polled, posted) = tokio::join!(poller.get(), poller.post("1"));
    assert_eq!(posted.text, "ok", "it may");
    // Its poll may be so late that the session is over already.
    if polled.status == StatusCode::OK {
        assert_eq!(polled.text, "6", "what waited is answered with nothing");
    }
    assert_eq!(server.parting().await, Parting::Left, "the listener hears of it");
    assert_eq!(poller.get().await.status, StatusCode::BAD_REQUEST, "the session is over");
}

#[tokio::test]
async fn the_path_may_end_in_a_slash_or_not() {
    let server = Server::start(PATIENT).await;
    let request =
        "GET /socket.io?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let mut connection = TcpStream::connect(server.address).await.expect("the server listens");
    connection.write_all(request.as_bytes()).await.expect("the connection is open");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.expect("there is an answer");
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    let reply = server.ask(Method::GET, "EIO=4&transport=polling", "").await;
    assert_eq!(reply.status, StatusCode::OK, "and with it");
}

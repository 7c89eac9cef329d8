//! What is answered.

use crate::support::{PATIENT, Server};

#[tokio::test]
async fn an_event_is_answered_by_its_number() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    socket.send(r#"42456["message-with-ack",1,"2",{"3":[false]}]"#).await;
    assert_eq!(socket.text().await, r#"43456[1,"2",{"3":[false]}]"#, "with what it said");
    socket.send(r#"420["message-with-ack"]"#).await;
    assert_eq!(socket.text().await, "430[]", "nought is a number");
}

#[tokio::test]
async fn an_event_in_a_custom_namespace_is_answered_there() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    socket.connect("40/custom,").await;
    socket.send(r#"42/custom,7["message-with-ack",1]"#).await;
    assert_eq!(socket.text().await, "43/custom,7[1]", "and nowhere else");
}

#[tokio::test]
async fn an_event_with_attachments_is_answered() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    socket.send(r#"451-789["message-with-ack",{"_placeholder":true,"num":0}]"#).await;
    socket.send_binary(&[1, 2, 3]).await;
    let expected = r#"43789[{"_placeholder":true,"num":0}]"#;
    assert_eq!(socket.text().await, expected, "when they are there");
}

#[tokio::test]
async fn answers_that_nobody_waits_for_are_let_pass() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    socket.send(r#"43123["hello"]"#).await;
    socket.send(r#"461-123[{"_placeholder":true,"num":0}]"#).await;
    socket.send_binary(&[1]).await;
    socket.is_alive().await;
}

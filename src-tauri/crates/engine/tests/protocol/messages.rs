//! What is said in a namespace.

use crate::support::{PATIENT, Server};

#[tokio::test]
async fn arguments_come_back_as_they_were() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    for args in [r#"1,"2",{"3":[true]}"#, r#""é\u00e9\n""#, "1e400,-0.0,null", r#"{"a" : [ ]}"#] {
        socket.send(&format!("42[\"message\",{args}]")).await;
        assert_eq!(socket.text().await, format!("42[\"message-back\",{args}]"), "nobody read them");
    }
}

#[tokio::test]
async fn attachments_are_left_out_and_their_places_stay() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    let places = r#"{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}"#;
    socket.send(&format!("452-[\"message\",{places}]")).await;
    socket.send_binary(&[1, 2, 3]).await;
    socket.send_binary(&[4, 5, 6]).await;
    assert_eq!(socket.text().await, format!("42[\"message-back\",{places}]"), "when all are there");
    socket.send(r#"450-["message"]"#).await;
    assert_eq!(socket.text().await, r#"42["message-back"]"#, "there may be none");
}

#[tokio::test]
async fn attachments_come_in_their_place_or_not_at_all() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    socket.send_binary(&[1, 2, 3]).await;
    socket.closed().await;

    let mut socket = server.socket().await;
    socket.send(r#"452-["message",{"_placeholder":true,"num":0}]"#).await;
    socket.send_binary(&[1, 2, 3]).await;
    socket.send(r#"42["message"]"#).await;
    socket.closed().await;
}

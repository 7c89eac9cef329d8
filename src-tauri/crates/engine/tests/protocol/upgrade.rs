//! How polling becomes a websocket.

use hearth_engine::Parting;
use hyper::StatusCode;

use crate::support::{BRISK, PATIENT, Poller, Server, Websocket};

async fn upgrade(poller: &Poller<'_>) -> Websocket {
    let mut websocket = poller.probe().await;
    assert_eq!(poller.get().await.text, "6", "a poll is not kept while it upgrades");
    websocket.send("5").await;
    websocket
}

#[tokio::test]
async fn a_session_goes_on_over_a_websocket() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let mut websocket = upgrade(&poller).await;
    websocket.is_alive().await;
    drop(websocket);
    assert_eq!(server.parting().await, Parting::Lost, "and ends with it");
}

#[tokio::test]
async fn a_poll_that_waits_is_sent_home() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let (polled, mut websocket) = tokio::join!(poller.get(), poller.probe());
    assert_eq!(polled.text, "6", "there is nothing to say");
    websocket.send("5").await;
    websocket.is_alive().await;
}

#[tokio::test]
async fn nothing_is_lost_on_the_way() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let mut websocket = upgrade_late(&poller).await;
    for i in 0..3 {
        let expected = format!("42[\"message-back\",{i}]");
        assert_eq!(websocket.text().await, expected, "what nobody polled for");
    }
    websocket.is_alive().await;
}

/// Says something by polling before the upgrade is complete.
async fn upgrade_late(poller: &Poller<'_>) -> Websocket {
    let mut websocket = poller.probe().await;
    for i in 0..3 {
        poller.post(&format!("42[\"message\",{i}]")).await;
    }
    websocket.send("5").await;
    websocket
}

#[tokio::test]
async fn polls_are_over_after_it() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let mut websocket = upgrade(&poller).await;
    websocket.is_alive().await;
    assert_eq!(poller.get().await.status, StatusCode::BAD_REQUEST, "it is a websocket now");
    assert_eq!(poller.post("42[\"a\"]").await.status, StatusCode::BAD_REQUEST, "for good");
    websocket.is_alive().await;
}

#[tokio::test]
async fn there_is_no_second_one() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let mut websocket = poller.probe().await;
    let mut second = poller.probe().await;
    second.closed().await;
    websocket.send("5").await;
    websocket.is_alive().await;
    let third = server.dial(&poller.query("websocket")).await;
    assert!(third.is_err(), "nor afterwards");
    websocket.is_alive().await;
}

#[tokio::test]
async fn who_does_not_prove_it_goes_on_polling() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    for wrong in ["5", "2", "probe", "42[\"message\"]"] {
        let mut websocket = server.dial(&poller.query("websocket")).await.expect("it opens");
        websocket.send(wrong).await;
        websocket.closed().await;
    }
    drop(poller.probe().await);
    poller.post(r#"42["message"]"#).await;
    let mut heard = poller.get().await.text;
    // Until the server notices that the other one is gone.
    while heard == "6" {
        heard = poller.get().await.text;
    }
    assert_eq!(heard, r#"42["message-back"]"#, "the session is not harmed");
    let mut websocket = upgrade(&poller).await;
    websocket.is_alive().await;
}

#[tokio::test]
async fn an_upgrade_is_over_with_its_session() {
    let server = Server::start(BRISK).await;
    let poller = server.poller().await;
    let mut websocket = poller.probe().await;
    websocket.closed().await;
    assert_eq!(poller.get().await.status, StatusCode::BAD_REQUEST, "it did not answer");
}

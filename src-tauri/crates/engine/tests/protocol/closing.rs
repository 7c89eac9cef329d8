//! The end of it all.

use std::time::Duration;

use hearth_engine::Parting;
use hyper::{Method, StatusCode};

use crate::support::{PATIENT, Server};

const LONG: Duration = Duration::from_secs(600);
const SHORT: Duration = Duration::from_millis(100);

#[tokio::test]
async fn everyone_hears_what_was_said_before_it_closed() {
    let server = Server::start(PATIENT).await;
    let mut socket = server.socket().await;
    let waiting = server.poller().await;
    waiting.connect("40").await;
    let busy = server.poller().await;
    busy.connect("40").await;
    busy.post(r#"42["message","last"]"#).await;
    socket.send(r#"42["message","last"]"#).await;
    assert_eq!(socket.text().await, r#"42["message-back","last"]"#, "it was said");

    let clients = async {
        let (waited, was_busy) = tokio::join!(waiting.get(), busy.get());
        assert_eq!(waited.text, "1", "goodbye");
        assert_eq!(was_busy.text, r#"42["message-back","last"]"#, "what waited comes first");
        assert_eq!(busy.get().await.text, "1", "and goodbye on its own");
        socket.closed().await;
    };
    tokio::join!(clients, server.engine.close(LONG));
    for _ in 0..3 {
        assert_eq!(server.parting().await, Parting::Stopping, "each listener hears of it");
    }
    assert_eq!(server.engine.sessions(), 0, "all are gone");
    let reply = server.ask(Method::GET, "EIO=4&transport=polling", "").await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "and nobody comes any more");
}

#[tokio::test]
async fn nobody_can_hold_it_up() {
    let server = Server::start(PATIENT).await;
    let poller = server.poller().await;
    poller.connect("40").await;
    let _stalled = server.socket().await;
    let _probing = poller.probe().await;
    server.engine.close(SHORT).await;
    assert_eq!(server.engine.sessions(), 0, "who does not come for the last words is gone too");
}

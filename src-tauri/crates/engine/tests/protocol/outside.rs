//! What goes to a client that somebody else than its session has to say.

use hearth_engine::{Config, Unsent};

use crate::support::{PATIENT, Server};

// More than two operating systems hold.
const MANY: usize = 12_000;

#[tokio::test(flavor = "multi_thread")]
async fn all_of_it_arrives_in_order_whoever_writes_it() {
    let bounds = Config { outgoing_packets: MANY, outgoing_bytes: 100_000_000, ..PATIENT };
    let server = Server::start(bounds).await;
    let mut websocket = server.socket().await;
    let socket = server.arrival().await;
    let filler = "x".repeat(1000);

    // The session sleeps, wakes to answer, and waits for a client that does not read.
    let from_outside = tokio::spawn(async move {
        for number in 0..MANY {
            let args = [number.to_string().into(), format!("\"{filler}\"").into()];
            socket.feed(socket.spell("news", &args)).expect("there is room for it");
            if number % 3 == 0 {
                socket.flush();
            }
            if number % 100 == 0 {
                tokio::task::yield_now().await;
            }
        }
        socket.flush();
    });
    for number in 0..100 {
        websocket.send(&format!("42[\"message\",{number}]")).await;
    }
    from_outside.await.expect("all of it is sent");

    let (mut news, mut answers) = (0, 0);
    while news < MANY || answers < 100 {
        let text = websocket.text().await;
        if text.starts_with("42[\"news\"") {
            assert!(text.starts_with(&format!("42[\"news\",{news},")), "the news are in order");
            news += 1;
        } else {
            assert_eq!(text, format!("42[\"message-back\",{answers}]"), "so are the answers");
            answers += 1;
        }
    }
    websocket.is_alive().await;
}

#[tokio::test]
async fn it_waits_for_a_client_within_bounds() {
    let bounds = Config { outgoing_bytes: 200_000, ..PATIENT };
    let server = Server::start(bounds).await;
    let mut websocket = server.socket().await;
    let socket = server.arrival().await;
    let large = [format!("\"{}\"", "x".repeat(50_000)).into()];

    let mut sent = 0;
    while let Ok(()) = socket.feed(socket.spell("news", &large)) {
        socket.flush();
        sent += 1;
        assert!(sent < 1000, "it is taken without end");
        // The session has time to find out that nobody reads.
        tokio::task::yield_now().await;
    }

    assert_eq!(socket.feed(socket.spell("news", &large)), Err(Unsent::Stalled), "nobody reads");
    for _ in 0..sent {
        assert!(websocket.text().await.starts_with("42[\"news\""), "what was taken arrives");
    }
}

//! As much of Socket.IO over a websocket as it takes to be in a meeting.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use hyper::upgrade::Upgraded;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::*;

/// A client in a meeting.
pub(super) struct Socket {
    stream: TokioIo<Upgraded>,
    asked: u32,
}

impl Socket {
    /// Connects a guest, at `/` or beyond it.
    pub(super) async fn open(place: &Place, beyond: &str, token: &str) -> Socket {
        let request = Request::builder()
            .uri(format!("{beyond}/socket.io/?EIO=4&transport=websocket"))
            .header(HOST, place.server.local.to_string())
            .header("origin", format!("http://{}", place.server.local))
            .header("connection", "Upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", BASE64_STANDARD.encode([7; 16]))
            .body(Body::empty())
            .expect("a request");
        let stream = TcpStream::connect(place.server.local).await.expect("it listens");
        let (mut requests, connection) =
            http1::handshake(TokioIo::new(stream)).await.expect("it speaks HTTP");
        tokio::spawn(connection.with_upgrades());
        let mut response = requests.send_request(request).await.expect("it answers");
        assert_eq!(response.status().as_u16(), 101, "it becomes a websocket");
        let upgraded = hyper::upgrade::on(&mut response).await.expect("it is one");
        let mut socket = Socket { stream: TokioIo::new(upgraded), asked: 0 };
        assert!(socket.read().await.starts_with('0'), "the engine opens");
        socket.write(&format!("40{}", json!({ "token": token }))).await;
        assert!(socket.read().await.starts_with("40"), "the guest is let in");
        socket
    }

    /// Looks on at a meeting, and asks to be let in.
    pub(super) async fn enter(&mut self, code: &str, name: &str) {
        let answer = self.request(json!({ "type": "enter", "code": code })).await;
        assert_eq!(answer["ok"], true, "{answer}");
        let device = json!({ "available": false, "enabled": false });
        let media = json!({ "microphone": device, "camera": device, "screen": false });
        let answer = self.request(json!({ "type": "join", "name": name, "media": media })).await;
        assert_eq!(answer["ok"], true, "{answer}");
    }

    /// Asks for something, and reads up to the answer. Events may come after it
    /// alone, so that none is lost.
    pub(super) async fn request(&mut self, request: Value) -> Value {
        self.asked += 1;
        let number = self.asked;
        self.write(&format!("42{number}{}", json!(["request", request]))).await;
        let start = format!("43{number}");
        loop {
            let text = self.read().await;
            if let Some(answer) = text.strip_prefix(&start) {
                let answer: Value = serde_json::from_str(answer).expect("an answer is JSON");
                return answer[0].clone();
            }
        }
    }

    /// Waits for an event.
    pub(super) async fn hears(&mut self, kind: &str) -> Value {
        loop {
            let text = self.read().await;
            let Some(event) = text.strip_prefix("42") else { continue };
            let event: Value = serde_json::from_str(event).expect("an event is JSON");
            if event[2]["type"] == kind {
                return event[2].clone();
            }
        }
    }

    /// Says goodbye, and waits until the server has noticed.
    pub(super) async fn close(&mut self) {
        self.stream.write_all(&[0x88, 0x80, 0, 0, 0, 0]).await.expect("it is open");
        let mut rest = Vec::new();
        self.stream.read_to_end(&mut rest).await.expect("it is closed in good order");
    }

    async fn write(&mut self, text: &str) {
        let length = u16::try_from(text.len()).expect("a short one");
        let mut frame = vec![0x81, 0xfe];
        frame.extend(length.to_be_bytes());
        // A mask of zeros leaves the text as it is.
        frame.extend([0; 4]);
        frame.extend(text.as_bytes());
        self.stream.write_all(&frame).await.expect("it is open");
    }

    async fn read(&mut self) -> String {
        loop {
            let [_, short] = self.take::<2>().await;
            let length = match short {
                126 => u64::from(u16::from_be_bytes(self.take().await)),
                127 => u64::from_be_bytes(self.take().await),
                short => u64::from(short),
            };
            let mut text = vec![0; usize::try_from(length).expect("it fits")];
            self.stream.read_exact(&mut text).await.expect("it is open");
            let text = String::from_utf8(text).expect("it is text");
            if text != "2" {
                return text;
            }
            self.write("3").await;
        }
    }

    async fn take<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.stream.read_exact(&mut bytes).await.expect("it is open");
        bytes
    }
}

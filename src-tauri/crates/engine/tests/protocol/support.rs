//! A server that echoes, and clients that speak by hand.

use std::net::SocketAddr;
use std::task::Context;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use futures_util::{SinkExt, StreamExt};
use hearth_engine::{
    Config, Connecting, Engine, Event, Hearing, Host, Listener, Parting, Socket, Unsent, Visit,
    Welcome,
};
use http_body_util::{BodyExt, Full};
use hyper::{Method, Request, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex, mpsc};
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// As long as no test takes.
const LONG: Duration = Duration::from_secs(600);

/// No heart beats while a test looks.
pub(crate) const PATIENT: Config = Config {
    ping_interval: LONG,
    ping_timeout: LONG,
    connect_timeout: LONG,
    max_payload: 100_000,
    outgoing_packets: 64,
    outgoing_bytes: 1_000_000,
    namespaces: 3,
    sessions: 1000,
};

/// Many hearts beat while a test looks.
pub(crate) const BRISK: Config = Config {
    ping_interval: Duration::from_millis(150),
    ping_timeout: Duration::from_millis(100),
    ..PATIENT
};

/// A server with two namespaces, `/` and `/custom`. In both, whoever connects
/// hears what it proved itself with, and then whatever it says.
pub(crate) struct Server {
    pub(crate) engine: Engine,
    pub(crate) address: SocketAddr,
    sockets: Mutex<mpsc::UnboundedReceiver<Socket>>,
    partings: Mutex<mpsc::UnboundedReceiver<Parting>>,
    http: Client<HttpConnector, Full<Bytes>>,
}

pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) text: String,
}

impl Server {
    pub(crate) async fn start(config: Config) -> Server {
        let (arrived, sockets) = mpsc::unbounded_channel();
        let (parted, partings) = mpsc::unbounded_channel();
        let echo = Echo { arrived, parted };
        let engine = Engine::new(config, move |_| Box::new(echo.clone()));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it is bound");
        let router: Router = engine.router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        let http = Client::builder(TokioExecutor::new()).build_http();
        let (sockets, partings) = (Mutex::new(sockets), Mutex::new(partings));
        Server { engine, address, sockets, partings, http }
    }

    /// The way to the one who connected next.
    pub(crate) async fn arrival(&self) -> Socket {
        self.sockets.lock().await.recv().await.expect("the server runs")
    }

    /// Why the next one was gone.
    pub(crate) async fn parting(&self) -> Parting {
        self.partings.lock().await.recv().await.expect("the server runs")
    }

    pub(crate) async fn ask(&self, method: Method, query: &str, body: &str) -> Reply {
        let body = Full::new(Bytes::from(body.to_owned()));
        let request = Request::builder()
            .method(method)
            .uri(format!("http://{}/socket.io/?{query}", self.address))
            .body(body)
            .expect("it is a request");
        let response = self.http.request(request).await.expect("the server answers");
        let status = response.status();
        let body = response.into_body().collect().await.expect("there is a body").to_bytes();
        Reply { status, text: String::from_utf8(body.to_vec()).expect("it is text") }
    }

    /// Opens a session by polling.
    pub(crate) async fn poller(&self) -> Poller<'_> {
        let reply = self.ask(Method::GET, "EIO=4&transport=polling", "").await;
        let handshake: Value = serde_json::from_str(&reply.text[1..]).expect("it is JSON");
        Poller { server: self, id: handshake["sid"].as_str().expect("a name").to_owned() }
    }

    /// Opens a session over a websocket, and reads the handshake.
    pub(crate) async fn websocket(&self) -> Websocket {
        let mut websocket = self.dial("EIO=4&transport=websocket").await.expect("it opens");
        assert!(websocket.text().await.starts_with('0'), "the handshake comes first");
        websocket
    }

    /// Opens a session over a websocket, and connects to `/`.
    pub(crate) async fn socket(&self) -> Websocket {
        let mut websocket = self.websocket().await;
        websocket.connect("40").await;
        websocket
    }

    pub(crate) async fn dial(&self, query: &str) -> Result<Websocket, Error> {
        let (stream, _) =
            connect_async(format!("ws://{}/socket.io/?{query}", self.address)).await?;
        Ok(Websocket(stream))
    }
}

/// A session that polls.
pub(crate) struct Poller<'a> {
    server: &'a Server,
    pub(crate) id: String,
}

impl Poller<'_> {
    pub(crate) fn query(&self, transport: &str) -> String {
        format!("EIO=4&transport={transport}&sid={}", self.id)
    }

    pub(crate) async fn get(&self) -> Reply {
        self.server.ask(Method::GET, &self.query("polling"), "").await
    }

    pub(crate) async fn post(&self, body: &str) -> Reply {
        self.server.ask(Method::POST, &self.query("polling"), body).await
    }

    /// Connects, and reads all that comes of it.
    pub(crate) async fn connect(&self, packet: &str) {
        assert_eq!(self.post(packet).await.text, "ok", "the packet is taken");
        let reply = self.get().await;
        assert!(reply.text.contains("[\"auth\","), "{} is a welcome", reply.text);
    }

    /// Opens a websocket for this session, and proves it.
    pub(crate) async fn probe(&self) -> Websocket {
        let mut websocket = self.server.dial(&self.query("websocket")).await.expect("it opens");
        websocket.send("2probe").await;
        assert_eq!(websocket.text().await, "3probe", "the probe is answered");
        websocket
    }
}

/// A websocket.
pub(crate) struct Websocket(pub(crate) WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Websocket {
    pub(crate) async fn send(&mut self, text: &str) {
        self.0.send(Message::text(text)).await.expect("the connection is open");
    }

    pub(crate) async fn send_binary(&mut self, bytes: &'static [u8]) {
        let bytes = Message::Binary(Bytes::from_static(bytes));
        self.0.send(bytes).await.expect("the connection is open");
    }

    /// The next text.
    pub(crate) async fn text(&mut self) -> String {
        match self.0.next().await {
            Some(Ok(Message::Text(text))) => text.to_string(),
            other => panic!("{other:?} is no text"),
        }
    }

    /// Says a `connect` packet, and returns the id in the answer.
    pub(crate) async fn connect(&mut self, packet: &str) -> String {
        self.send(packet).await;
        let answer = self.text().await;
        let (_, answer) = answer.split_at(answer.find('{').expect("an object"));
        let answer: Value = serde_json::from_str(answer).expect("it is JSON");
        assert!(self.text().await.contains("[\"auth\","), "then comes the echo");
        answer["sid"].as_str().expect("a name").to_owned()
    }

    /// Waits until the other side has closed the connection.
    pub(crate) async fn closed(&mut self) {
        while let Some(Ok(message)) = self.0.next().await {
            assert!(message.is_close(), "{message:?} comes after the end");
        }
    }

    /// Checks that the connection still works.
    pub(crate) async fn is_alive(&mut self) {
        self.send(r#"42["message","still here?"]"#).await;
        assert_eq!(self.text().await, r#"42["message-back","still here?"]"#, "it is alive");
    }
}

#[derive(Clone)]
struct Echo {
    arrived: mpsc::UnboundedSender<Socket>,
    parted: mpsc::UnboundedSender<Parting>,
}

impl Host for Echo {
    fn connect(&mut self, Visit { namespace, auth }: Visit) -> Connecting {
        let Echo { arrived, parted } = self.clone();
        Box::pin(async move {
            if !["/", "/custom"].contains(&&*namespace) {
                return Err("Invalid namespace".to_owned());
            }
            let welcome: Welcome = Box::new(move |socket| {
                let sent =
                    socket.feed(socket.spell("auth", &[auth.map_or("{}".into(), Box::from)]));
                sent.expect("there is room for it");
                // The test may be over.
                let _ = arrived.send(socket.clone());
                Box::new(Echoing { socket, parted })
            });
            Ok(welcome)
        })
    }
}

struct Echoing {
    socket: Socket,
    parted: mpsc::UnboundedSender<Parting>,
}

impl Listener for Echoing {
    fn event(&mut self, Event { name, args, ack }: Event) -> Option<Hearing<'_>> {
        let sent = match (name.as_str(), ack) {
            ("disconnect-me", _) => Err(Unsent::Gone),
            (_, Some(ack)) => self.socket.acknowledge(ack, &args),
            ("message", None) => self.socket.feed(self.socket.spell("message-back", &args)),
            _ => self.socket.feed(self.socket.spell(&name, &args)),
        };
        if sent.is_err() {
            self.socket.disconnect();
        }
        None
    }

    fn poll(&mut self, _: &mut Context<'_>) {}

    fn gone(&mut self, parting: Parting) {
        // The test may be over.
        let _ = self.parted.send(parting);
    }
}

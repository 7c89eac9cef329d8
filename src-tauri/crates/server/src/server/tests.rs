//! Several installations in one process, that talk to each other.

mod identity;
mod knocking;
mod proving;
mod proxy;
mod ringing;
mod stranger;
mod websocket;

use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use axum::http::{HeaderMap, Method, Request, Response};
use hearth_core::Tag;
use hearth_link::Neighbour;
use hearth_wire::rest::network::{Network, Visibility};
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpStream;

use super::*;

// Guests of their own making.
const ADA: &str = "g.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const BEN: &str = "g.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA";

/// An installation that nobody on the network sees.
struct Place {
    server: Server,
    _data: TempDir,
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Value,
}

impl Place {
    async fn open(name: &str) -> Place {
        Place::open_in(tempfile::tempdir().expect("a directory of our own"), name, &[]).await
    }

    async fn open_in(data: TempDir, name: &str, servers: &[String]) -> Place {
        let config = Config {
            listen: (Ipv4Addr::LOCALHOST, 0).into(),
            data: data.path().to_owned(),
            name: name.to_owned(),
            visibility: Some(Visibility::Nobody),
            servers: servers.to_vec(),
            ..Config::default()
        };
        let server = Server::start(config).await.expect("a server starts");
        Place { server, _data: data }
    }

    fn id(&self) -> String {
        self.server.link.identity.id().to_string()
    }

    /// What it would announce.
    fn neighbour(&self, tags: &[Tag]) -> Neighbour {
        Neighbour {
            id: self.server.link.identity.id(),
            fingerprint: self.server.link.identity.fingerprint(),
            name: Some("Ben".to_owned()),
            tags: tags.to_vec(),
            rings: false,
            addresses: vec![self.server.local],
        }
    }

    fn hears(&self, neighbours: Vec<Neighbour>) {
        self.server.link.neighbourhood.publish(neighbours);
    }

    /// Is seen by everyone from now on, but sends nothing.
    async fn shows_itself(&self) {
        self.server.discovering.abort();
        let (visibility, servers) = (Visibility::Everyone, Vec::new());
        let setting = Network { visibility, show_name: true, servers };
        self.server.link.neighbourhood.set(setting).await.expect("it can be kept");
    }

    async fn ask(&self, method: Method, path: &str, token: &str, body: Value) -> Answer {
        let response = self.send(method, path, token, body).await;
        let (parts, body) = response.into_parts();
        let body = to_bytes(Body::new(body), 1 << 20).await.expect("an answer has an end");
        let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        token: &str,
        body: Value,
    ) -> Response<Incoming> {
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, self.server.local.to_string())
            .header(AUTHORIZATION, format!("Bearer {token}"))
            .header(CONTENT_TYPE, "application/json")
            .body(body)
            .expect("a request");
        let stream = TcpStream::connect(self.server.local).await.expect("it listens");
        let (mut requests, connection) =
            http1::handshake(TokioIo::new(stream)).await.expect("it speaks HTTP");
        tokio::spawn(connection.with_upgrades());
        requests.send_request(request).await.expect("it answers")
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, ADA, Value::Null).await
    }

    async fn post(&self, path: &str, body: Value) -> Answer {
        self.ask(Method::POST, path, ADA, body).await
    }

    /// Makes a meeting of Ben's, and tells its code.
    async fn meeting(&self) -> String {
        let made = self.ask(Method::POST, "/api/meetings", BEN, json!({ "title": "Secret" })).await;
        assert_eq!(made.status, 201);
        made.body["code"].as_str().expect("it has a code").to_owned()
    }

    /// Makes a meeting in which someone is, so that the network may hear of it.
    async fn open_meeting(&self) -> (String, Tag, websocket::Socket) {
        let code = self.meeting().await;
        let mut host = websocket::Socket::open(self, "", BEN).await;
        host.enter(&code, "Ben").await;
        host.hears("welcome").await;
        let tag = code[..3].parse().expect("a code begins with its tag");
        (code, tag, host)
    }

    async fn resolve(&self, code: &str) -> Answer {
        self.post("/api/resolve", json!({ "code": code })).await
    }

    async fn hosts(&self) -> Vec<Value> {
        let known = self.get("/api/hosts").await.body;
        known.as_array().expect("a list").clone()
    }
}

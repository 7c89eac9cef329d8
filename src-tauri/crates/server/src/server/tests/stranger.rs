//! Another installation that does what Hearth would not.

use std::sync::Arc;

use hearth_link::Identity;
use hearth_link::proof::{Parties, Seeker};
use hearth_link::symbols::{Caller, Pair};
use hearth_link::tls::{Pin, SERVER_NAME, calling};
use hearth_wire::{hex, unhex};
use hyper::client::conn::http1::SendRequest;
use tokio::net::TcpSocket;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;

use super::*;

/// A connection of a stranger's to a place.
pub(super) struct Stranger {
    pub(super) identity: Arc<Identity>,
    requests: SendRequest<Body>,
    place: hearth_link::Fingerprint,
}

pub(super) fn identity() -> Arc<Identity> {
    let directory = tempfile::tempdir().expect("a directory of our own");
    Arc::new(Identity::open(directory.path()).expect("an identity is made"))
}

impl Stranger {
    pub(super) async fn call(place: &Place, identity: &Arc<Identity>) -> Stranger {
        Stranger::call_from(place, identity, Ipv4Addr::LOCALHOST).await
    }

    /// Calls from any of the addresses of this machine.
    pub(super) async fn call_from(
        place: &Place,
        identity: &Arc<Identity>,
        from: Ipv4Addr,
    ) -> Stranger {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind((from, 0).into()).expect("an address of this machine");
        let stream = socket.connect(place.server.local).await.expect("it listens");
        let config = calling(identity, Pin::Any).expect("a way to call");
        let name = ServerName::try_from(SERVER_NAME).expect("a name");
        let stream = TlsConnector::from(config).connect(name, stream).await.expect("it answers");
        let (requests, connection) =
            http1::handshake(TokioIo::new(stream)).await.expect("it speaks HTTP");
        tokio::spawn(connection);
        let identity = Arc::clone(identity);
        Stranger { identity, requests, place: place.server.link.identity.fingerprint() }
    }

    pub(super) async fn post(&mut self, path: &str, body: Value) -> (u16, Value) {
        self.send(Method::POST, path, body).await
    }

    /// Looks a code up as a guest does.
    pub(super) async fn look_up(&mut self, code: &str) -> u16 {
        self.send(Method::GET, &format!("/api/meetings/{code}"), Value::Null).await.0
    }

    async fn send(&mut self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, SERVER_NAME)
            .header(AUTHORIZATION, format!("Bearer {ADA}"))
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))
            .expect("a request");
        self.requests.ready().await.expect("it is open");
        let response = self.requests.send_request(request).await.expect("it answers");
        let status = response.status().as_u16();
        let body = to_bytes(Body::new(response.into_body()), 1 << 20).await.expect("an end");
        (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
    }

    pub(super) async fn hello(&mut self) -> u16 {
        let id = self.identity.id().to_string();
        self.hello_as(&id).await
    }

    pub(super) async fn hello_as(&mut self, id: &str) -> u16 {
        self.post("/link/hello", json!({ "version": 1, "id": id, "name": "Eve" })).await.0
    }

    /// Guesses at a code; the status at which it ended, and what was confirmed.
    pub(super) async fn guess(&mut self, code: &str) -> (u16, Value) {
        let parties = Parties { seeker: self.identity.fingerprint(), keeper: self.place };
        let code = code.parse().expect("a code");
        let (seeker, element) = Seeker::begin(&code, parties);
        let tag = code.tag().expect("an own code").to_string();
        let begin = json!({ "tag": tag, "element": hex(&element) });
        let (status, begun) = self.post("/link/prove", begin).await;
        if status != 200 {
            return (status, begun);
        }
        let element = unhex::<33>(begun["element"].as_str().expect("text")).expect("33 bytes");
        let (_, confirmation) = seeker.confirm(&element).expect("an element");
        let path = format!("/link/prove/{}", begun["attempt"].as_str().expect("text"));
        self.post(&path, json!({ "confirmation": hex(&confirmation) })).await
    }

    /// Makes symbols, but reveals another nonce than it committed to.
    pub(super) async fn cheat(&mut self) -> u16 {
        let pair = Pair { caller: self.identity.fingerprint(), answerer: self.place };
        let (_, commitment) = Caller::begin(pair, [1; 32]);
        let commit = json!({ "commitment": hex(&commitment) });
        let (status, committed) = self.post("/link/compare", commit).await;
        assert_eq!(status, 200);
        let path = format!("/link/compare/{}", committed["comparison"].as_str().expect("text"));
        self.post(&path, json!({ "nonce": hex(&[2; 32]) })).await.0
    }
}

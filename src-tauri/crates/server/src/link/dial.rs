//! Calling another installation: TLS that shows both keys, and HTTP over it.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{Method, Request, Response, StatusCode};
use hearth_link::tls::{self, Pin, SERVER_NAME};
use hearth_link::{Fingerprint, Identity};
use hyper::body::Incoming;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{self, CertificateError};
use tracing::debug;

use crate::impatient::Impatient;

pub(super) const PATIENCE: Duration = Duration::from_secs(4);
// Until the next address is tried beside the one that does not answer.
const HEAD_START: Duration = Duration::from_millis(250);
const ANSWER: usize = 16 * 1024;

/// A connection to another installation.
#[derive(Debug)]
pub(crate) struct Opened {
    requests: SendRequest<Body>,
    /// Whose key it has shown.
    pub(crate) fingerprint: Fingerprint,
    /// Where it answered.
    pub(crate) address: SocketAddr,
}

/// Why no connection came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreached {
    /// Nobody answered.
    NoAnswer,
    /// Someone answered who does not hold the key.
    AnotherKey,
}

/// Why a request came to nothing.
#[derive(Debug)]
pub(crate) enum CallError {
    /// The connection broke, or what came makes no sense.
    Broken,
    /// It was refused, with a status and a code.
    Refused(StatusCode, String),
}

/// As much of a refusal as counts.
#[derive(Debug, Default, Deserialize)]
struct Refusal {
    code: String,
}

/// Calls at all of these addresses, one a little after the other; the first that
/// answers with the right key is taken.
pub(crate) async fn dial(
    identity: &Identity,
    addresses: &[SocketAddr],
    pin: Pin,
) -> Result<Opened, Unreached> {
    let config = tls::calling(identity, pin).map_err(|_| Unreached::NoAnswer)?;
    let connector = TlsConnector::from(config);
    let mut calls = JoinSet::new();
    for (place, address) in addresses.iter().copied().enumerate() {
        let connector = connector.clone();
        let wait = HEAD_START * u32::try_from(place).unwrap_or(u32::MAX);
        calls.spawn(async move {
            sleep(wait).await;
            let opened = timeout(PATIENCE, open(connector, address)).await;
            opened.unwrap_or_else(|late| Err(late.into())).inspect_err(|error| {
                debug!("Nobody to talk to at {address}: {error}");
            })
        });
    }
    let mut outcome = Unreached::NoAnswer;
    while let Some(call) = calls.join_next().await {
        match call {
            Ok(Ok(opened)) => return Ok(opened),
            Ok(Err(error)) if is_another_key(&error) => outcome = Unreached::AnotherKey,
            Ok(Err(_)) | Err(_) => {}
        }
    }
    Err(outcome)
}

async fn open(connector: TlsConnector, address: SocketAddr) -> io::Result<Opened> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let name = ServerName::try_from(SERVER_NAME).expect("it is a name");
    let stream = connector.connect(name, Impatient::new(stream, PATIENCE)).await?;
    let fingerprint = tls::shown(stream.get_ref().1.peer_certificates());
    let fingerprint = fingerprint.ok_or(io::ErrorKind::PermissionDenied)?;
    let handshake = http1::handshake(TokioIo::new(stream)).await;
    let (requests, connection) = handshake.map_err(io::Error::other)?;
    tokio::spawn(connection.with_upgrades());
    Ok(Opened { requests, fingerprint, address })
}

fn is_another_key(error: &io::Error) -> bool {
    let cause = error.get_ref().and_then(|cause| cause.downcast_ref());
    let why = CertificateError::ApplicationVerificationFailure;
    cause == Some(&rustls::Error::InvalidCertificate(why))
}

impl Opened {
    /// Sends a request as it is.
    pub(crate) async fn send(
        &mut self,
        request: Request<Body>,
    ) -> Result<Response<Incoming>, hyper::Error> {
        self.requests.ready().await?;
        self.requests.send_request(request).await
    }

    /// Asks something of `/link/…`.
    pub(crate) async fn ask<A: DeserializeOwned>(
        &mut self,
        path: &str,
        question: &impl Serialize,
    ) -> Result<A, CallError> {
        self.ask_within(PATIENCE, path, question).await
    }

    /// The same, where someone may have to think.
    pub(crate) async fn ask_within<A: DeserializeOwned>(
        &mut self,
        patience: Duration,
        path: &str,
        question: &impl Serialize,
    ) -> Result<A, CallError> {
        let answer = timeout(patience, self.exchange(path, question)).await;
        answer.map_err(|_| CallError::Broken)?
    }

    async fn exchange<A: DeserializeOwned>(
        &mut self,
        path: &str,
        question: &impl Serialize,
    ) -> Result<A, CallError> {
        let broken = |_| CallError::Broken;
        let body = serde_json::to_vec(question).expect("a body has a spelling");
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(HOST, SERVER_NAME)
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(body))
            .map_err(|_| CallError::Broken)?;
        let response = self.send(request).await.map_err(broken)?;
        let status = response.status();
        let body = to_bytes(Body::new(response.into_body()), ANSWER).await;
        let body = body.map_err(|_| CallError::Broken)?;
        if !status.is_success() {
            let why = serde_json::from_slice::<Refusal>(&body).unwrap_or_default();
            return Err(CallError::Refused(status, why.code));
        }
        serde_json::from_slice(&body).map_err(|_| CallError::Broken)
    }
}

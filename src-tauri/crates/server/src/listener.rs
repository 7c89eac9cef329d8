//! One port for HTTPS and HTTP: the first byte tells TLS from text.

use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use hearth_link::Fingerprint;
use hearth_link::tls::{SERVER_NAME, shown};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{self, AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tokio_rustls::LazyConfigAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::server::Acceptor;
use tokio_rustls::server::TlsStream;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt;
use tracing::{debug, warn};

use crate::impatient::Impatient;

// The first byte of a TLS handshake record, RFC 8446 section 5.1.
const HANDSHAKE: u8 = 0x16;
const PATIENCE: Duration = Duration::from_secs(10);
// When the server stops: how long a request under way may take.
const FAREWELL: Duration = Duration::from_secs(2);

/// Who is at the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer {
    pub(crate) address: SocketAddr,
    pub(crate) secure: bool,
    /// Whose key they have shown, if it is another installation that calls.
    pub(crate) installation: Option<Fingerprint>,
}

impl Peer {
    /// Whether they are on this very machine. Another installation calls for
    /// people who are elsewhere.
    pub(crate) fn is_loopback(&self) -> bool {
        self.installation.is_none() && self.address.ip().to_canonical().is_loopback()
    }

    /// The address, unless they are on this very machine.
    pub(crate) fn elsewhere(&self) -> Option<IpAddr> {
        (!self.is_loopback()).then(|| self.address.ip())
    }
}

/// How TLS is spoken: to browsers, and to other installations.
#[derive(Clone)]
pub(crate) struct Tls {
    pub(crate) browsers: Arc<ServerConfig>,
    pub(crate) installations: Arc<ServerConfig>,
}

/// Serves connections until `stopping`, and then the requests under way.
pub(crate) async fn serve(
    listener: TcpListener,
    tls: Tls,
    router: Router,
    most: usize,
    stopping: CancellationToken,
) {
    let places = Arc::new(Semaphore::new(most));
    let connections = TaskTracker::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stopping.cancelled() => break,
        };
        let (stream, address) = match accepted {
            Ok((stream, address)) => (stream, plain(address)),
            Err(error) => {
                // Out of file descriptors, most likely: some will be given back.
                warn!("A connection could not be accepted: {error}");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            debug!("A connection was refused: there are {most} already");
            continue;
        };
        let (tls, router, stopping) = (tls.clone(), router.clone(), stopping.clone());
        connections.spawn(async move {
            let opened = tokio::select! {
                opened = open(stream, tls) => opened,
                () = stopping.cancelled() => return,
            };
            match opened {
                Ok((stream, installation)) => {
                    let secure = matches!(stream, Stream::Secure(_));
                    let peer = Peer { address, secure, installation };
                    converse(stream, peer, router, stopping).await;
                }
                Err(error) => debug!("A connection from {address} came to nothing: {error}"),
            }
            drop(place);
        });
    }
    connections.close();
    let _ = timeout(FAREWELL, connections.wait()).await;
}

/// An address of IPv4 as such: `::ffff:192.0.2.7` where IPv6 is listened for too.
fn plain(address: SocketAddr) -> SocketAddr {
    match address.ip().to_canonical() {
        IpAddr::V4(ip) => (ip, address.port()).into(),
        IpAddr::V6(_) => address,
    }
}

async fn open(stream: TcpStream, tls: Tls) -> io::Result<(Stream, Option<Fingerprint>)> {
    stream.set_nodelay(true)?;
    let mut first = [0];
    let opening = async {
        if stream.peek(&mut first).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let stream = Impatient::new(stream, PATIENCE);
        if first[0] == HANDSHAKE {
            secure(stream, tls).await
        } else {
            Ok((Stream::Plain(stream), None))
        }
    };
    timeout(PATIENCE, opening).await?
}

/// Whoever calls by the name of an installation shows a key, and is shown ours;
/// a browser is never asked for one.
async fn secure(stream: Impatient, tls: Tls) -> io::Result<(Stream, Option<Fingerprint>)> {
    let hello = LazyConfigAcceptor::new(Acceptor::default(), stream).await?;
    let calls_installation = hello.client_hello().server_name() == Some(SERVER_NAME);
    if !calls_installation {
        let stream = hello.into_stream(tls.browsers).await?;
        return Ok((Stream::Secure(Box::new(stream)), None));
    }
    let stream = hello.into_stream(tls.installations).await?;
    let caller = shown(stream.get_ref().1.peer_certificates());
    let caller = caller.ok_or(io::ErrorKind::PermissionDenied)?;
    Ok((Stream::Secure(Box::new(stream)), Some(caller)))
}

async fn converse(stream: Stream, peer: Peer, router: Router, stopping: CancellationToken) {
    // A layer would be laid around every route anew, for each connection.
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(64 * 1024)
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    let mut connection = std::pin::pin!(connection);
    let outcome = tokio::select! {
        outcome = connection.as_mut() => outcome,
        () = stopping.cancelled() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = outcome {
        debug!("A connection from {} broke: {error}", peer.address);
    }
}

enum Stream {
    Plain(Impatient),
    Secure(Box<TlsStream<Impatient>>),
}

impl AsyncRead for Stream {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Stream::Plain(stream) => Pin::new(stream).poll_read(cx, buffer),
            Stream::Secure(stream) => Pin::new(stream).poll_read(cx, buffer),
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Stream::Plain(stream) => Pin::new(stream).poll_write(cx, bytes),
            Stream::Secure(stream) => Pin::new(stream).poll_write(cx, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Stream::Plain(stream) => Pin::new(stream).poll_flush(cx),
            Stream::Secure(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Stream::Plain(stream) => Pin::new(stream).poll_shutdown(cx),
            Stream::Secure(stream) => Pin::new(stream).poll_shutdown(cx),
        }
    }
}

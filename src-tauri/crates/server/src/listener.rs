//! One port for HTTPS and HTTP: the first byte tells TLS from text.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{self, AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
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
}

impl Peer {
    /// Whether they are on this very machine.
    pub(crate) fn is_loopback(&self) -> bool {
        self.address.ip().to_canonical().is_loopback()
    }
}

/// Serves connections until `stopping`, and then the requests under way.
pub(crate) async fn serve(
    listener: TcpListener,
    tls: TlsAcceptor,
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
            // Of IPv4, it would be `::ffff:192.0.2.7` where both are listened for.
            Ok((stream, address)) => {
                (stream, SocketAddr::new(address.ip().to_canonical(), address.port()))
            }
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
                Ok(stream) => converse(stream, address, router, stopping).await,
                Err(error) => debug!("A connection from {address} came to nothing: {error}"),
            }
            drop(place);
        });
    }
    connections.close();
    let _ = timeout(FAREWELL, connections.wait()).await;
}

async fn open(stream: TcpStream, tls: TlsAcceptor) -> io::Result<Stream> {
    stream.set_nodelay(true)?;
    let mut first = [0];
    let opening = async {
        if stream.peek(&mut first).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let stream = Impatient::new(stream, PATIENCE);
        if first[0] == HANDSHAKE {
            tls.accept(stream).await.map(|stream| Stream::Secure(Box::new(stream)))
        } else {
            Ok(Stream::Plain(stream))
        }
    };
    timeout(PATIENCE, opening).await?
}

async fn converse(
    stream: Stream,
    address: SocketAddr,
    router: Router,
    stopping: CancellationToken,
) {
    let peer = Peer { address, secure: matches!(stream, Stream::Secure(_)) };
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
        debug!("A connection from {address} broke: {error}");
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

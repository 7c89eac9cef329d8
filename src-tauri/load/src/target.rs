//! The server under load.

use std::net::SocketAddr;

use futures_util::{StreamExt, TryStreamExt, stream};
use serde_json::Value;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::client::Client;
use crate::process::Process;

// Handshakes at once while a scenario is prepared: fewer than any server's
// backlog, for a connection that does not fit tries again a second later.
const AT_ONCE: usize = 100;

/// Where it is, and what measures it.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub(crate) address: SocketAddr,
    pub(crate) process: Process,
    /// How its packets name the namespace: nothing, or `/name,`.
    pub(crate) prefix: String,
}

impl Target {
    /// A server's namespace.
    pub(crate) fn new(address: SocketAddr, namespace: &str, process: Process) -> Target {
        let prefix = if namespace == "/" { String::new() } else { format!("{namespace},") };
        Target { address, process, prefix }
    }

    /// Connects that many clients.
    pub(crate) async fn clients(&self, count: usize) -> anyhow::Result<Vec<Client>> {
        let handshakes = stream::iter(0..count).map(|_| Client::connect(self));
        handshakes.buffered(AT_ONCE).try_collect().await
    }

    /// Spells an event, `["name", argument, …]`, once for many sendings.
    pub(crate) fn frame(&self, event: &Value) -> Utf8Bytes {
        format!("42{}{event}", self.prefix).into()
    }
}

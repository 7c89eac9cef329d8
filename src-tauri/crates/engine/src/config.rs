//! How an engine beats, and what it bears.

use std::time::Duration;

/// How an engine beats, and what it bears.
#[derive(Debug, Clone, Copy)]
pub struct Config {
    /// Between a client's pong and the next ping.
    pub ping_interval: Duration,
    /// How long a client may take for its pong, and for its part of a goodbye.
    pub ping_timeout: Duration,
    /// How long a client may be in no namespace, or take for an upgrade.
    pub connect_timeout: Duration,
    /// Bytes of one packet, and of one polling request.
    pub max_payload: usize,
    /// Packets that may wait for a slow client.
    pub outgoing_packets: usize,
    /// Bytes that may wait for a slow client.
    pub outgoing_bytes: usize,
    /// Namespaces that one client may be in at once.
    pub namespaces: usize,
    /// Sessions at once.
    pub sessions: usize,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            ping_interval: Duration::from_secs(5),
            ping_timeout: Duration::from_secs(5),
            connect_timeout: Duration::from_secs(10),
            max_payload: 256 * 1024,
            outgoing_packets: 512,
            outgoing_bytes: 4 * 1024 * 1024,
            namespaces: 16,
            sessions: 10_000,
        }
    }
}

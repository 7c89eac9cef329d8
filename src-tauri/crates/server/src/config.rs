//! What a server can be told when it starts.

use std::net::{Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use hearth_wire::DialectName;
use hearth_wire::rest::network::Visibility;

/// How a server is to run.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where it listens, for HTTPS and HTTP alike; port 0 picks a free one, and
    /// `[::]` is every address, of IPv4 too.
    pub listen: SocketAddr,
    /// Where its database and its certificate live. Made when absent.
    pub data: PathBuf,
    /// Dialects that have a listener of their own, on which they are at the root.
    pub dialects: Vec<(DialectName, SocketAddr)>,
    /// The name people see.
    pub name: String,
    /// Who on the network may see it; what was set before if not given.
    pub visibility: Option<Visibility>,
    /// Servers that are asked for a code, as `address:port`, beside those that
    /// were set.
    pub servers: Vec<String>,
    /// URLs of STUN and TURN servers given to clients.
    pub ice_servers: Vec<String>,
    /// Origins other than its own whose pages may talk to it.
    pub allowed_origins: Vec<String>,
    /// Its bounds.
    pub limits: Limits,
}

/// The bounds of a server. Those of one meeting are [`hearth_core::Limits`].
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The bounds of each meeting.
    pub meeting: hearth_core::Limits,
    /// Meetings that run at once.
    pub meetings: usize,
    /// TCP connections at once.
    pub connections: usize,
    /// Socket.IO connections at once.
    pub sockets: usize,
    /// Meetings one Socket.IO connection may be in at once.
    pub meetings_per_socket: usize,
    /// Bytes of one Socket.IO packet.
    pub packet: usize,
    /// Bytes of the body of a REST request.
    pub body: usize,
    /// Requests one Socket.IO connection may make in a second.
    pub requests_per_second: u32,
    /// Requests it may make at once, after a pause.
    pub request_burst: u32,
    /// Meetings one address may make in a burst; one more every two seconds.
    pub new_meetings_burst: u32,
    /// Failed sign-ins of one account in a burst; one more every 30 s.
    pub sign_ins_per_account: u32,
    /// Failed sign-ins, and sign-ups, from one address in a burst; one more every 10 s.
    pub sign_ins_per_address: u32,
    /// How long a meeting that nobody is in stays in memory.
    pub linger: Duration,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            listen: (Ipv6Addr::UNSPECIFIED, 7466).into(),
            dialects: Vec::new(),
            data: PathBuf::from("hearth-data"),
            name: gethostname::gethostname().to_string_lossy().into_owned(),
            visibility: None,
            servers: Vec::new(),
            ice_servers: Vec::new(),
            allowed_origins: Vec::new(),
            limits: Limits::default(),
        }
    }
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            meeting: hearth_core::Limits::default(),
            meetings: 1000,
            connections: 40_000,
            sockets: 20_000,
            meetings_per_socket: 20,
            packet: 256 * 1024,
            body: 64 * 1024,
            requests_per_second: 200,
            request_burst: 400,
            new_meetings_burst: 60,
            sign_ins_per_account: 10,
            sign_ins_per_address: 30,
            linger: Duration::from_secs(60),
        }
    }
}

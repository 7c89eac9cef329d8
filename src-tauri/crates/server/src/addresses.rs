//! Where this machine is reached.

use std::net::{IpAddr, SocketAddr};

use hearth_link::addresses::of_this_machine;

/// The URLs at which browsers on the network reach a server that listens on
/// `local`, best first.
pub(crate) fn urls(local: SocketAddr) -> Vec<String> {
    let (ip, port) = (local.ip(), local.port());
    let addresses = match ip {
        ip if ip.is_loopback() => Vec::new(),
        ip if ip.is_unspecified() => of_this_machine(),
        ip => vec![ip],
    };
    let same_family = |address: &IpAddr| address.is_ipv4() || local.is_ipv6();
    addresses
        .into_iter()
        .filter(same_family)
        .map(|address| format!("https://{}", SocketAddr::new(address, port)))
        .collect()
}

//! Where this machine is reached.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

/// The addresses of this machine that others can reach, IPv4 first: it is
/// what people can read out to each other.
pub(crate) fn of_this_machine() -> Vec<IpAddr> {
    let interfaces = if_addrs::get_if_addrs().unwrap_or_default();
    let reachable = |address: &IpAddr| match address {
        IpAddr::V4(address) => !address.is_loopback() && !address.is_link_local(),
        IpAddr::V6(address) => !address.is_loopback() && !address.is_unicast_link_local(),
    };
    let addresses: BTreeSet<IpAddr> =
        interfaces.into_iter().map(|interface| interface.ip()).filter(reachable).collect();
    addresses.into_iter().collect()
}

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

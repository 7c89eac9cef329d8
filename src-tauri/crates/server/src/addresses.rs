//! Where this machine is reached.

use std::net::{IpAddr, SocketAddr};

use hearth_link::addresses;

/// The URLs at which a browser at `guest` reaches a server that listens on
/// `local`, best first; the name, for which many a network has no service, last.
pub(crate) fn urls(local: SocketAddr, guest: IpAddr) -> Vec<String> {
    let (ip, port) = (local.ip(), local.port());
    if ip.is_loopback() {
        return Vec::new();
    }
    if !ip.is_unspecified() {
        return vec![format!("https://{local}")];
    }
    let same_family = |address: &IpAddr| address.is_ipv4() || local.is_ipv6();
    let mut urls: Vec<_> = addresses::for_guest(guest)
        .into_iter()
        .filter(same_family)
        .map(|address| format!("https://{}", SocketAddr::new(address, port)))
        .collect();
    // Without an address, the name leads nowhere.
    if !urls.is_empty() {
        urls.extend(addresses::local_name().map(|name| format!("https://{name}:{port}")));
    }
    urls
}

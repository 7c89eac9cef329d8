//! Where this machine is reached.

use std::collections::BTreeSet;
use std::net::IpAddr;

/// The addresses of this machine that others can reach, IPv4 first: it is
/// what people can read out to each other.
pub fn of_this_machine() -> Vec<IpAddr> {
    let interfaces = if_addrs::get_if_addrs().unwrap_or_default();
    let reachable = |address: &IpAddr| match address {
        IpAddr::V4(address) => !address.is_loopback() && !address.is_link_local(),
        IpAddr::V6(address) => !address.is_loopback() && !address.is_unicast_link_local(),
    };
    let addresses: BTreeSet<IpAddr> =
        interfaces.into_iter().map(|interface| interface.ip()).filter(reachable).collect();
    addresses.into_iter().collect()
}

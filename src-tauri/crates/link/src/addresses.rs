//! Where this machine is reached.

use std::net::IpAddr;

use if_addrs::IfAddr;

// Between programs of this machine, or to elsewhere; people beside it are not there.
const VIRTUAL: [&str; 10] =
    ["docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "utun", "wg", "tailscale"];

/// The addresses of this machine that others can reach, IPv4 first: it is
/// what people can read out to each other.
pub fn of_this_machine() -> Vec<IpAddr> {
    best_first(interfaces(), None)
}

/// The same for someone at another address: those on the same subnet come first.
pub fn for_guest(guest: IpAddr) -> Vec<IpAddr> {
    best_first(interfaces(), Some(guest.to_canonical()))
}

/// The name of this machine that the network's own name service knows, if it
/// can be part of an address.
pub fn local_name() -> Option<String> {
    let host = gethostname::gethostname().to_string_lossy().to_lowercase();
    let host = host.strip_suffix(".local").unwrap_or(&host);
    (is_dns(host) && host != "localhost").then(|| format!("{host}.local"))
}

/// Whether a name can be part of an address.
pub(crate) fn is_dns(name: &str) -> bool {
    name.split('.').all(|label| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    })
}

/// The names of the interfaces, and what they are set to.
fn interfaces() -> Vec<(String, IfAddr)> {
    let interfaces = if_addrs::get_if_addrs().unwrap_or_default();
    interfaces.into_iter().map(|interface| (interface.name, interface.addr)).collect()
}

fn best_first(mut found: Vec<(String, IfAddr)>, guest: Option<IpAddr>) -> Vec<IpAddr> {
    found.retain(|(_, address)| is_reachable(address.ip()));
    found.sort_by_key(|(name, address)| {
        let is_beside = guest.is_some_and(|guest| is_on_subnet(address, guest));
        let is_virtual = VIRTUAL.iter().any(|prefix| name.starts_with(prefix));
        (!is_beside, address.ip().is_ipv6(), is_virtual, address.ip())
    });
    found.dedup_by_key(|(_, address)| address.ip());
    found.into_iter().map(|(_, address)| address.ip()).collect()
}

fn is_reachable(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !address.is_loopback() && !address.is_link_local(),
        IpAddr::V6(address) => !address.is_loopback() && !address.is_unicast_link_local(),
    }
}

fn is_on_subnet(own: &IfAddr, guest: IpAddr) -> bool {
    match (own, guest) {
        (IfAddr::V4(own), IpAddr::V4(guest)) => {
            let mask = own.netmask.to_bits();
            own.ip.to_bits() & mask == guest.to_bits() & mask
        }
        (IfAddr::V6(own), IpAddr::V6(guest)) => {
            let mask = own.netmask.to_bits();
            own.ip.to_bits() & mask == guest.to_bits() & mask
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use if_addrs::{Ifv4Addr, Ifv6Addr};

    use super::*;

    fn interface(name: &str, address: &str, prefixlen: u8) -> (String, IfAddr) {
        let address = match address.parse().expect("an address") {
            IpAddr::V4(ip) => {
                let netmask = (u32::MAX << (32 - prefixlen)).into();
                IfAddr::V4(Ifv4Addr { ip, netmask, prefixlen, broadcast: None })
            }
            IpAddr::V6(ip) => {
                let netmask = (u128::MAX << (128 - prefixlen)).into();
                IfAddr::V6(Ifv6Addr { ip, netmask, prefixlen, broadcast: None })
            }
        };
        (name.to_owned(), address)
    }

    fn seen_by(guest: Option<&str>) -> Vec<String> {
        let interfaces = vec![
            interface("lo", "127.0.0.1", 8),
            interface("wlan0", "fd00:2::5", 64),
            interface("docker0", "172.17.0.1", 16),
            interface("wlan0", "192.168.2.5", 24),
            interface("eth0", "192.168.1.5", 24),
            interface("eth0", "fe80::5", 64),
        ];
        let guest = guest.map(|guest| guest.parse().expect("an address"));
        best_first(interfaces, guest).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_people_can_read_out_and_reach_comes_first() {
        assert_eq!(seen_by(None), ["192.168.1.5", "192.168.2.5", "172.17.0.1", "fd00:2::5"]);
    }

    #[test]
    fn what_is_on_the_subnet_of_a_guest_comes_before_all() {
        assert_eq!(seen_by(Some("192.168.2.77"))[0], "192.168.2.5");
        assert_eq!(seen_by(Some("fd00:2::77"))[0], "fd00:2::5");
        assert_eq!(seen_by(Some("10.0.0.1"))[0], "192.168.1.5", "it came by some way");
    }
}

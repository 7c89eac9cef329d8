//! What the doctor saw, before anyone judges it.

use std::net::IpAddr;

use super::Firewall;

/// What was seen of a computer and its network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    /// The port at which Hearth is to be reached.
    pub port: u16,
    /// The program that listens there.
    pub program: String,
    /// Whether Hearth was told to be seen by nobody; then nothing was sent.
    pub is_hidden: bool,
    /// What this computer is connected by, loopback left out.
    pub interfaces: Vec<Interface>,
    /// What became of what was sent to everyone, for each interface and each
    /// family of addresses.
    pub echoes: Vec<Echo>,
    /// How many other devices were heard to say something to everyone.
    pub strangers: usize,
    /// The other installations that were heard.
    pub neighbours: Vec<Reach>,
    /// Whether the port answers at an address of this computer.
    pub answers_here: bool,
    /// The firewalls that are at work.
    pub firewalls: Vec<Firewall>,
    /// The interface that leads everywhere else, if one does.
    pub way_out: Option<String>,
    /// The interfaces whose own network is reached by another one.
    pub swallowed: Vec<String>,
}

/// Something that a computer is connected by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interface {
    /// What the system calls it.
    pub name: String,
    /// Its addresses.
    pub addresses: Vec<IpAddr>,
    /// Whether it leads through other networks, as that of a VPN does.
    pub is_tunnel: bool,
}

/// What became of what was sent to everyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Echo {
    /// By which interface it was sent.
    pub interface: String,
    /// Whether this computer heard itself.
    pub heard: bool,
}

/// How far another installation is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// What it is called.
    pub name: String,
    /// Whether it can be reached from here.
    pub reached: bool,
    /// Whether it reaches this one, if it could be asked.
    pub reaches_us: Option<bool>,
}

/// What a tunnel is called on the systems that Hearth runs on.
pub(super) fn is_tunnel(name: &str) -> bool {
    const TUNNELS: [&str; 10] =
        ["tun", "tap", "wg", "ppp", "utun", "ipsec", "tailscale", "zt", "nordlynx", "proton"];
    let name = name.to_lowercase();
    name.contains("vpn") || TUNNELS.iter().any(|tunnel| name.starts_with(tunnel))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tunnel_is_known_by_its_name() {
        for name in ["tun0", "wg0", "utun3", "ppp0", "tailscale0", "OpenVPN Wintun"] {
            assert!(is_tunnel(name), "{name}");
        }
        for name in ["eth0", "wlan0", "en0", "enp3s0", "Ethernet", "Wi-Fi", "br0"] {
            assert!(!is_tunnel(name), "{name}");
        }
    }
}

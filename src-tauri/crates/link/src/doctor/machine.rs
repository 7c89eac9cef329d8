//! Asking the machine. It takes about as long as the doctor listens.

use std::net::{IpAddr, SocketAddr, TcpStream, UdpSocket};
use std::thread;
use std::time::Duration;

use if_addrs::IfAddr;

use super::findings::is_tunnel;
use super::multicast;
use super::{Findings, Firewall, Interface, Reach};

// Longer than a network of one house takes, and than mDNS may wait to answer.
const PATIENCE: Duration = Duration::from_secs(1);
// Addresses for documents: they lead nowhere, and by way of the default route.
const ELSEWHERE: [&str; 2] = ["192.0.2.1", "2001:db8::1"];

/// Whose network is to be looked at.
#[derive(Debug, Clone)]
pub struct Patient {
    /// The port at which Hearth is to be reached.
    pub port: u16,
    /// Whether it was told to be seen by nobody: then nothing is sent.
    pub is_hidden: bool,
    /// The other installations that it hears, and where they say they are.
    pub neighbours: Vec<(String, Vec<SocketAddr>)>,
}

/// Looks at the machine and at its network. Blocks for a few seconds. Whether
/// the neighbours reach this installation is for the caller to add.
pub fn examine(patient: Patient) -> Findings {
    let Patient { port, is_hidden, neighbours } = patient;
    let links = links();
    let interfaces = interfaces(&links);
    thread::scope(|scope| {
        let reaches: Vec<_> = neighbours
            .into_iter()
            .map(|(name, addresses)| {
                scope.spawn(move || {
                    let reached = addresses.iter().any(answers);
                    Reach { name, reached, reaches_us: None }
                })
            })
            .collect();
        let heard = scope.spawn(|| if is_hidden { Vec::new() } else { multicast::probe(&links) });
        let own: Vec<_> = links.iter().map(|link| SocketAddr::new(link.ip(), port)).collect();
        let answers_here = own.iter().filter(|address| !needs_scope(address)).any(answers);
        let finished = "looking at the network does not panic";
        let (echoes, strangers) = multicast::sum_up(heard.join().expect(finished));
        Findings {
            port,
            program: std::env::current_exe()
                .map_or_else(|_| "hearthd".to_owned(), |program| program.display().to_string()),
            is_hidden,
            echoes,
            strangers,
            neighbours: reaches.into_iter().map(|it| it.join().expect(finished)).collect(),
            answers_here,
            firewalls: Firewall::at_work(),
            way_out: ELSEWHERE.iter().find_map(|ip| {
                let source = source_toward(ip.parse().expect("an address"))?;
                links.iter().find(|link| link.ip() == source).map(|link| link.name.clone())
            }),
            swallowed: swallowed(&links),
            interfaces,
        }
    })
}

/// What the machine is connected by and that is up, each address apart.
fn links() -> Vec<if_addrs::Interface> {
    let all = if_addrs::get_if_addrs().unwrap_or_default();
    all.into_iter().filter(|link| !link.is_loopback() && link.is_oper_up()).collect()
}

fn interfaces(links: &[if_addrs::Interface]) -> Vec<Interface> {
    let mut interfaces: Vec<Interface> = Vec::new();
    for link in links {
        match interfaces.iter_mut().find(|interface| interface.name == link.name) {
            Some(interface) => interface.addresses.push(link.ip()),
            None => interfaces.push(Interface {
                name: link.name.clone(),
                addresses: vec![link.ip()],
                is_tunnel: link.is_p2p() || is_tunnel(&link.name),
            }),
        }
    }
    interfaces
}

fn answers(address: &SocketAddr) -> bool {
    TcpStream::connect_timeout(address, PATIENCE).is_ok()
}

fn needs_scope(address: &SocketAddr) -> bool {
    matches!(address.ip(), IpAddr::V6(ip) if ip.is_unicast_link_local())
}

/// From which of its addresses this machine would speak to another one. Nothing
/// is sent to find out.
fn source_toward(ip: IpAddr) -> Option<IpAddr> {
    let any = if ip.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
    let socket = UdpSocket::bind(any).ok()?;
    socket.connect((ip, 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip())
}

/// The interfaces whose own network is reached from the address of another.
fn swallowed(links: &[if_addrs::Interface]) -> Vec<String> {
    let is_lost = |link: &&if_addrs::Interface| {
        let IfAddr::V4(own) = &link.addr else { return false };
        let (ip, mask) = (own.ip.to_bits(), own.netmask.to_bits());
        // A network of two or of one has no third address to try.
        if mask.count_ones() > 30 || link.is_p2p() || is_tunnel(&link.name) {
            return false;
        }
        let first = (ip & mask) + 1;
        let other = if ip == first { first + 1 } else { first };
        let source = source_toward(IpAddr::V4(other.into()));
        let by = |source: IpAddr| links.iter().find(|link| link.ip() == source);
        source.and_then(by).is_some_and(|by| by.name != link.name)
    };
    links.iter().filter(is_lost).map(|link| link.name.clone()).collect()
}

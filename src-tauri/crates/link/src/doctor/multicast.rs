//! Saying something to everyone, and listening who says something.

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::thread;
use std::time::{Duration, Instant};

use if_addrs::Interface;
use socket2::{Domain, SockRef, Socket, Type};

use super::Echo;

const PORT: u16 = 5353;
const GROUP_V4: Ipv4Addr = Ipv4Addr::new(224, 0, 0, 251);
const GROUP_V6: Ipv6Addr = Ipv6Addr::new(0xff02, 0, 0, 0, 0, 0, 0, 0xfb);
const LISTEN: Duration = Duration::from_secs(2);
// "Which services are there?", RFC 6763 section 9: whoever offers any answers.
const QUESTION: &[u8] = b"\x09_services\x07_dns-sd\x04_udp\x05local\0\x00\x0c\x00\x01";

/// What one family of addresses heard.
#[derive(Debug, Default)]
pub(super) struct Heard {
    echoes: Vec<Echo>,
    strangers: BTreeSet<IpAddr>,
}

/// Asks everyone, by each interface, and listens for a while.
pub(super) fn probe(links: &[Interface]) -> Vec<Heard> {
    let own: BTreeSet<_> = links.iter().map(Interface::ip).collect();
    let (v4, v6): (Vec<_>, Vec<_>) = links.iter().partition(|link| link.ip().is_ipv4());
    let v6 = v6.into_iter().filter(|link| link.is_link_local()).collect::<Vec<_>>();
    thread::scope(|scope| {
        let families = [(Domain::IPV4, v4), (Domain::IPV6, v6)];
        let listening = families.map(|(family, links)| {
            let own = &own;
            scope.spawn(move || probe_family(family, &links, own))
        });
        let heard =
            |it: thread::ScopedJoinHandle<'_, _>| it.join().expect("listening does not panic");
        listening.into_iter().map(heard).collect()
    })
}

/// The echoes of all families, and how many strangers there are.
pub(super) fn sum_up(heard: Vec<Heard>) -> (Vec<Echo>, usize) {
    let strangers = heard.iter().map(|heard| heard.strangers.len()).max().unwrap_or_default();
    (heard.into_iter().flat_map(|heard| heard.echoes).collect(), strangers)
}

fn probe_family(family: Domain, links: &[&Interface], own: &BTreeSet<IpAddr>) -> Heard {
    let mut heard = Heard::default();
    if links.is_empty() {
        return heard;
    }
    let silent = |link: &&Interface| Echo { interface: link.name.clone(), heard: false };
    heard.echoes = links.iter().map(silent).collect();
    let mut number = [0; 2];
    if getrandom::fill(&mut number).is_err() {
        return heard;
    }
    // Each interface has a number of its own, by which its echo is known.
    let first = u16::from_be_bytes(number);
    let number = |place: usize| first.wrapping_add(place as u16).to_be_bytes();
    let Ok(socket) = open(family) else { return heard };
    for (place, link) in links.iter().enumerate() {
        // What could not be sent is not heard either.
        let _ = ask(&socket, link, number(place));
    }
    let end = now() + LISTEN;
    let mut buffer = [0; 9000];
    while let Some(rest) = end.checked_duration_since(now()).filter(|rest| !rest.is_zero()) {
        let _ = socket.set_read_timeout(Some(rest));
        let Ok((length, from)) = socket.recv_from(&mut buffer) else { break };
        let from = from.ip();
        if !own.contains(&from) {
            heard.strangers.insert(from);
        } else if let Some(packet) = buffer[..length].strip_suffix(QUESTION) {
            let echo = (0..links.len()).find(|place| packet.starts_with(&number(*place)));
            if let Some(place) = echo {
                heard.echoes[place].heard = true;
            }
        }
    }
    heard
}

/// Listens beside whoever else does on this machine.
fn open(family: Domain) -> io::Result<UdpSocket> {
    let socket = Socket::new(family, Type::DGRAM, None)?;
    socket.set_reuse_address(true)?;
    #[cfg(unix)]
    socket.set_reuse_port(true)?;
    let any: IpAddr = match family {
        Domain::IPV4 => Ipv4Addr::UNSPECIFIED.into(),
        _ => {
            socket.set_only_v6(true)?;
            Ipv6Addr::UNSPECIFIED.into()
        }
    };
    socket.bind(&SocketAddr::new(any, PORT).into())?;
    Ok(socket.into())
}

fn ask(socket: &UdpSocket, link: &Interface, number: [u8; 2]) -> io::Result<()> {
    // A question, and no answers.
    let header = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    let packet = [&number, &header[..], QUESTION].concat();
    let options = SockRef::from(socket);
    match link.ip() {
        IpAddr::V4(ip) => {
            socket.join_multicast_v4(&GROUP_V4, &ip)?;
            options.set_multicast_if_v4(&ip)?;
            socket.set_multicast_ttl_v4(255)?;
            socket.send_to(&packet, (GROUP_V4, PORT))?;
        }
        IpAddr::V6(_) => {
            let index = link.index.unwrap_or(0);
            socket.join_multicast_v6(&GROUP_V6, index)?;
            options.set_multicast_if_v6(index)?;
            options.set_multicast_hops_v6(255)?;
            socket.send_to(&packet, (GROUP_V6, PORT))?;
        }
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "listening to the network is at the edge")]
fn now() -> Instant {
    Instant::now()
}

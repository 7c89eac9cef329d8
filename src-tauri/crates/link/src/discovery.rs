//! Finding and being found: `_hearth._tcp.local.` by multicast DNS.
//!
//! The daemon below has a thread of its own and follows the interfaces of the
//! machine. What is heard is kept here, within bounds, as a list of neighbours.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr, SocketAddrV6};

use anyhow::Context;
use hearth_core::Tag;
use mdns_sd::{
    IfKind, Receiver, ResolvedService, ScopedIp, ServiceDaemon, ServiceEvent, ServiceInfo,
};
use tracing::debug;

use crate::announcement::Announcement;
use crate::{Fingerprint, InstallationId};

const SERVICE: &str = "_hearth._tcp.local.";
// No network has so many; an attacker could make up any number.
const MOST_NEIGHBOURS: usize = 256;
const MOST_ADDRESSES: usize = 16;
// How often the machine is asked for its interfaces, in seconds.
const LOOK_AT_INTERFACES: u32 = 2;

/// Another installation on this network, as it describes itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// What it is called.
    pub id: InstallationId,
    /// By what it claims to be known again. Not proved.
    pub fingerprint: Fingerprint,
    /// The name of who is there, if it is told.
    pub name: Option<String>,
    /// Its open meetings.
    pub tags: Vec<Tag>,
    /// Whether someone is there to be rung.
    pub rings: bool,
    /// Where it answers, what is likely to be quickest first.
    pub addresses: Vec<SocketAddr>,
}

/// Discovery that runs. It ends, with a goodbye, when this is dropped.
pub struct Discovery {
    daemon: ServiceDaemon,
    heard: Receiver<ServiceEvent>,
    own: InstallationId,
    listening: SocketAddr,
    announced: Option<Announcement>,
    // Different in every announcement, since a record that says what an earlier
    // one said is taken for that one, and is no news.
    serial: u16,
    // By the name of their record, since anyone may claim any id.
    neighbours: HashMap<String, Neighbour>,
}

/// Discovery has ended by itself, and may be started anew.
#[derive(Debug, thiserror::Error)]
#[error("discovery has ended")]
pub struct Ended;

impl Discovery {
    /// Begins to listen, for an installation whose server listens there.
    ///
    /// # Errors
    ///
    /// When the system gives no thread or no poll. That there is no network is no
    /// error: there may be one later.
    pub fn start(own: InstallationId, listening: SocketAddr) -> anyhow::Result<Discovery> {
        let daemon = ServiceDaemon::new().context("discovery cannot start")?;
        daemon.set_ip_check_interval(LOOK_AT_INTERFACES)?;
        // Whoever is at this very machine is heard by its other addresses. So no
        // stranger can say "I am at 127.0.0.1" and be believed.
        daemon.disable_interface(vec![IfKind::LoopbackV4, IfKind::LoopbackV6])?;
        let heard = daemon.browse(SERVICE)?;
        let mut serial = [0; 2];
        getrandom::fill(&mut serial).context("there is no generator of random numbers")?;
        let serial = u16::from_ne_bytes(serial);
        let neighbours = HashMap::new();
        Ok(Discovery { daemon, heard, own, listening, announced: None, serial, neighbours })
    }

    /// What is said to everyone, if anything is.
    pub fn announced(&self) -> Option<&Announcement> {
        self.announced.as_ref()
    }

    /// Says this to everyone from now on, in place of what was said before.
    pub fn announce(&mut self, announcement: Announcement) -> anyhow::Result<()> {
        let instance = announcement.id.as_str();
        let host = format!("{instance}.local.");
        let ip = self.listening.ip();
        let addresses = if ip.is_unspecified() { String::new() } else { ip.to_string() };
        let port = self.listening.port();
        self.serial = self.serial.wrapping_add(1);
        let mut record = announcement.record();
        record.push(("s", self.serial.to_string()));
        let mut info = ServiceInfo::new(SERVICE, instance, &host, &*addresses, port, &record[..])?;
        if ip.is_unspecified() {
            info = info.enable_addr_auto();
        }
        if ip.is_ipv4() {
            info.set_interfaces(vec![IfKind::IPv4]);
        }
        // A name drawn from 80 bits need not be asked for, and whoever asks takes
        // news that they send meanwhile for a stranger's, and a name after the
        // other for taken.
        info.set_requires_probe(false);
        self.daemon.register(info)?;
        self.announced = Some(announcement);
        Ok(())
    }

    /// Waits until the neighbours are others than they were. Nothing is lost when
    /// the waiting is given up.
    pub async fn changed(&mut self) -> Result<(), Ended> {
        loop {
            // It ends where more is said than listened to, too.
            let event = self.heard.recv_async().await.map_err(|_| Ended)?;
            if self.take_in(event) {
                return Ok(());
            }
        }
    }

    /// Forgets everyone, and hears at once of those whom the daemon still knows: of
    /// records that came in pieces it may have forgotten some without a word.
    pub fn begin_anew(&mut self) -> Result<(), Ended> {
        self.heard = self.daemon.browse(SERVICE).map_err(|_| Ended)?;
        self.neighbours.clear();
        Ok(())
    }

    /// Everyone who is there now, in no order.
    pub fn neighbours(&self) -> impl Iterator<Item = &Neighbour> {
        self.neighbours.values()
    }

    /// Says goodbye, and waits until it is said.
    pub async fn stop(self) {
        if let Ok(stopped) = self.daemon.shutdown() {
            let _ = stopped.recv_async().await;
        }
    }

    fn take_in(&mut self, event: ServiceEvent) -> bool {
        match event {
            ServiceEvent::ServiceResolved(service) => match self.neighbour(&service) {
                Some(neighbour) => self.keep(service.fullname, neighbour),
                None => self.neighbours.remove(&service.fullname).is_some(),
            },
            ServiceEvent::ServiceRemoved(_, name) => self.neighbours.remove(&name).is_some(),
            _ => false,
        }
    }

    fn neighbour(&self, service: &ResolvedService) -> Option<Neighbour> {
        let string = |key: &str| service.txt_properties.get_property_val(key).flatten();
        let Announcement { id, fingerprint, name, tags, rings } = Announcement::read(string)?;
        let mut addresses: Vec<_> =
            service.addresses.iter().filter_map(|ip| address(ip, service.port)).collect();
        addresses.sort_by_key(by_speed);
        addresses.truncate(MOST_ADDRESSES);
        let is_other = id != self.own && !addresses.is_empty();
        is_other.then_some(Neighbour { id, fingerprint, name, tags, rings, addresses })
    }

    fn keep(&mut self, name: String, neighbour: Neighbour) -> bool {
        let before = self.neighbours.get(&name);
        if before.is_none() && self.neighbours.len() >= MOST_NEIGHBOURS {
            debug!("There are more than {MOST_NEIGHBOURS} neighbours: {name} is left out");
            return false;
        }
        let is_news = before != Some(&neighbour);
        self.neighbours.insert(name, neighbour);
        is_news
    }
}

impl Drop for Discovery {
    fn drop(&mut self) {
        // The daemon's thread would outlive what speaks to it. It fails only if
        // the daemon has ended.
        let _ = self.daemon.shutdown();
    }
}

/// Where an address that was heard leads, if a neighbour can be there.
fn address(ip: &ScopedIp, port: u16) -> Option<SocketAddr> {
    let address = match ip {
        ScopedIp::V6(ip) if ip.addr().is_unicast_link_local() => {
            SocketAddrV6::new(*ip.addr(), port, 0, ip.scope_id().index).into()
        }
        ip => SocketAddr::new(ip.to_ip_addr(), port),
    };
    let ip = address.ip().to_canonical();
    let is_nowhere = ip.is_unspecified() || ip.is_loopback() || ip.is_multicast();
    (!is_nowhere && port != 0).then_some(address)
}

/// IPv4 before IPv6, and what is routed before what is of one link only.
fn by_speed(address: &SocketAddr) -> (bool, bool, SocketAddr) {
    let of_one_link = match address.ip() {
        IpAddr::V4(ip) => ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unicast_link_local(),
    };
    (of_one_link, address.is_ipv6(), *address)
}

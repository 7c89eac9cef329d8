//! The network doctor, with what only a running server knows.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use hearth_link::doctor::{self, Diagnosis, Findings, Patient, Verdict};
use hearth_link::{Discovery, InstallationId, Neighbour};
use hearth_wire::rest::network::{self, Finding, Visibility};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tracing::debug;

use crate::blocking::blocking;
use crate::chance;
use crate::link::Link;

// Enough to know how it is.
const MOST_ASKED: usize = 8;
// Others answer within a tenth of this, if they were silent for a second.
const LISTEN: Duration = Duration::from_secs(2);
// The doctor takes a few seconds, and may have others to see first.
const PATIENCE: Duration = Duration::from_secs(30);

/// Looks at the network, for one asker at a time.
#[derive(Debug, Default)]
pub(crate) struct Doctor(Mutex<()>);

impl Doctor {
    /// Looks at the network of a server that listens at this port.
    pub(crate) async fn examine(&self, port: u16, link: &Link) -> network::Diagnosis {
        let _turn = self.0.lock().await;
        let is_hidden = link.neighbourhood.setting().visibility == Visibility::Nobody;
        let mut neighbours = link.neighbourhood.neighbours();
        neighbours.truncate(MOST_ASKED);
        let mut asking = JoinSet::new();
        for (place, neighbour) in neighbours.iter().cloned().enumerate() {
            let link = link.clone();
            asking.spawn(async move { (place, link.is_reached_from(&neighbour, port).await) });
        }
        let mut findings = examine(port, is_hidden, neighbours).await;
        for (place, reaches_us) in asking.join_all().await {
            findings.neighbours[place].reaches_us = reaches_us;
        }
        spelled(&findings)
    }
}

/// Looks at the network from outside the server: asks the one that runs at this
/// address of this machine, or finds out itself.
pub async fn examine_here(
    listen: SocketAddr,
    visibility: Option<Visibility>,
) -> network::Diagnosis {
    let ip = if listen.ip().is_unspecified() { Ipv4Addr::LOCALHOST.into() } else { listen.ip() };
    let asking = ask(SocketAddr::new(ip, listen.port()));
    if let Ok(Ok(diagnosis)) = timeout(PATIENCE, asking).await {
        return diagnosis;
    }
    let is_hidden = visibility == Some(Visibility::Nobody);
    let neighbours = if is_hidden { Vec::new() } else { listen_for_others(listen).await };
    spelled(&examine(listen.port(), is_hidden, neighbours).await)
}

async fn ask(server: SocketAddr) -> io::Result<network::Diagnosis> {
    let mut stream = TcpStream::connect(server).await?;
    stream.write_all(b"GET /api/doctor HTTP/1.0\r\nHost: localhost\r\n\r\n").await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap_or(answer.len());
    Ok(serde_json::from_slice(answer[end..].trim_ascii())?)
}

async fn listen_for_others(listen: SocketAddr) -> Vec<Neighbour> {
    let nobody = InstallationId::from_random(chance::bytes());
    let mut discovery = match Discovery::start(nobody, listen) {
        Ok(discovery) => discovery,
        Err(error) => {
            debug!("Nobody is heard: {error:#}");
            return Vec::new();
        }
    };
    let hearing = async { while discovery.changed().await.is_ok() {} };
    let _ = timeout(LISTEN, hearing).await;
    let heard = discovery.neighbours().cloned().collect();
    discovery.stop().await;
    heard
}

async fn examine(port: u16, is_hidden: bool, heard: Vec<Neighbour>) -> Findings {
    let called = |Neighbour { id, name, addresses, .. }: Neighbour| {
        (name.unwrap_or_else(|| id.to_string()), addresses)
    };
    let neighbours = heard.into_iter().map(called).collect();
    let patient = Patient { port, is_hidden, neighbours };
    blocking(move || doctor::examine(patient)).await
}

fn spelled(findings: &Findings) -> network::Diagnosis {
    let spell = |Diagnosis { topic, verdict, code, facts, text, advice }| Finding {
        topic: String::from(topic),
        verdict: match verdict {
            Verdict::Good => network::Verdict::Good,
            Verdict::Doubtful => network::Verdict::Doubtful,
            Verdict::Bad => network::Verdict::Bad,
        },
        code: code.to_owned(),
        facts,
        text,
        advice,
    };
    network::Diagnosis { findings: doctor::diagnose(findings).into_iter().map(spell).collect() }
}

//! Where a code leads: here, on the network, or to a server that is known. All
//! are asked at once, and the first that proves to know the code is taken.

use std::collections::HashSet;
use std::time::Duration;

use hearth_core::{Code, Tag};
use hearth_link::tls::Pin;
use hearth_link::{Fingerprint, InstallationId};
use hearth_store::{Installation, Trust};
use hearth_wire::Rejection;
use hearth_wire::rest::network::{Attempt, Place, Resolution};
use tokio::net::lookup_host;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::blocking::blocking;

use super::Link;
use super::contact::{Failure, Whereabouts};

// Somebody waits for the answer.
const PATIENCE: Duration = Duration::from_secs(8);
// Each that is asked may guess once; so even all of them together learn nothing.
const NEIGHBOURS: usize = 64;
const REMEMBERED: usize = 32;

/// A place where the meeting may be.
struct Candidate {
    place: Place,
    name: String,
    there: There,
}

enum There {
    Installation(Whereabouts),
    Server(String),
}

impl Link {
    /// Looks for a meeting everywhere.
    pub(crate) async fn resolve(&self, code: Code) -> Result<Resolution, Rejection> {
        let here = "This computer".to_owned();
        if self.meetings.is_there(code).await? {
            let attempt = tried(Place::Here, here, "found", "The meeting is here.");
            return Ok(Resolution { path: Some(format!("/m/{code}")), tried: vec![attempt] });
        }
        let mut attempts = vec![tried(
            Place::Here,
            here,
            "no_such_meeting",
            "There is no meeting with this code.",
        )];
        let Some(tag) = code.tag() else {
            return Ok(Resolution { path: None, tried: attempts });
        };
        let mut calls = JoinSet::new();
        for Candidate { place, name, there } in self.candidates(tag).await? {
            let link = self.clone();
            calls.spawn(async move {
                let proved = timeout(PATIENCE, link.ask(there, code, tag)).await;
                (place, name, proved.unwrap_or(Err(Failure::NoAnswer)))
            });
        }
        while let Some(call) = calls.join_next().await {
            let Ok((place, name, outcome)) = call else { continue };
            match outcome {
                Ok(id) => {
                    attempts.push(tried(place, name, "found", "The meeting is there."));
                    let path = Some(format!("/hosts/{id}/m/{code}"));
                    return Ok(Resolution { path, tried: attempts });
                }
                Err(why) => attempts.push(tried(place, name, why.code(), &why.to_string())),
            }
        }
        Ok(Resolution { path: None, tried: attempts })
    }

    async fn ask(&self, there: There, code: Code, tag: Tag) -> Result<InstallationId, Failure> {
        let there = match there {
            There::Installation(there) => there,
            There::Server(server) => {
                let addresses = lookup_host(server).await.map_err(|_| Failure::NoAnswer)?;
                Whereabouts { id: None, pin: Pin::Any, addresses: addresses.collect() }
            }
        };
        self.prove(there, code, tag).await
    }

    async fn candidates(&self, tag: Tag) -> Result<Vec<Candidate>, Rejection> {
        let store = self.store.clone();
        let known = blocking(move || store.installations()).await;
        let known = known.map_err(|_| Rejection::Unavailable)?;
        let mut seen = HashSet::new();
        let mut neighbours = self.neighbourhood.neighbours();
        // Whoever announces no meeting may still have one for those with a code.
        neighbours.retain(|it| it.tags.contains(&tag) || it.tags.is_empty());
        neighbours.sort_by_key(|it| it.tags.is_empty());
        let near = neighbours.into_iter().filter_map(|it| {
            let is_new = it.id != self.identity.id() && seen.insert((it.id, it.fingerprint));
            is_new.then(|| Candidate {
                place: Place::Network,
                name: it.name.unwrap_or_else(|| it.id.to_string()),
                there: There::Installation(Whereabouts {
                    id: Some(it.id),
                    pin: Pin::Exactly(it.fingerprint),
                    addresses: it.addresses,
                }),
            })
        });
        let mut candidates: Vec<_> = near.take(NEIGHBOURS).collect();
        let remembered = known.into_iter().filter_map(|it| remembered(it, &seen));
        candidates.extend(remembered.take(REMEMBERED));
        let setting = self.neighbourhood.setting();
        let servers: HashSet<_> = self.servers.iter().chain(&setting.servers).cloned().collect();
        candidates.extend(servers.into_iter().map(|server| Candidate {
            place: Place::Configured,
            name: server.clone(),
            there: There::Server(server),
        }));
        Ok(candidates)
    }
}

/// One that was met before and does not announce itself now.
fn remembered(
    known: Installation,
    near: &HashSet<(InstallationId, Fingerprint)>,
) -> Option<Candidate> {
    let id: InstallationId = known.id.parse().ok()?;
    let fingerprint = Fingerprint(known.fingerprint);
    let address = known.address.as_ref()?.parse().ok()?;
    if known.trust == Trust::Changed || near.contains(&(id, fingerprint)) {
        return None;
    }
    let pin = Pin::Exactly(fingerprint);
    let there = Whereabouts { id: Some(id), pin, addresses: vec![address] };
    let name = known.name.unwrap_or(known.id);
    Some(Candidate { place: Place::Remembered, name, there: There::Installation(there) })
}

fn tried(place: Place, name: String, code: &str, outcome: &str) -> Attempt {
    Attempt { place, name, code: code.to_owned(), outcome: outcome.to_owned() }
}

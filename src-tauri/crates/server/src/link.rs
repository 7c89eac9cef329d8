//! This installation among others: what it tells them, what it asks of them, and
//! whom it trusts because of it.
//!
//! ```text
//!   here, as seeker                      there, as keeper
//!   contact: hello ────────────────────► greetings
//!            prove (the code is known) ─► guesses, proofs ──► known as proved
//!            compare (it is not) ───────► comparisons ──────► known, not compared
//!            knock ─────────────────────► doors
//! ```

mod contact;
mod dial;
mod doors;
mod guesses;
mod reach;
mod resolver;
mod shelf;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use hearth_core::display_name;
use hearth_link::proof::Keeper;
use hearth_link::symbols::Answerer;
use hearth_link::{Fingerprint, Identity, InstallationId, PROTOCOL};
use hearth_store::{Installation, Store, Trust};
use hearth_wire::link::Hello;
use hearth_wire::rest::network::{Network, Visibility};

use crate::allowance::{Allowances, Origin};
use crate::clock;
use crate::meetings::Meetings;
use crate::neighbourhood::Neighbourhood;

pub(crate) use contact::Failure;
use doors::Doors;
pub(crate) use guesses::Guess;
use guesses::Guesses;
use shelf::Shelf;

// Between two steps of one exchange there is nobody who thinks.
const STEP: Duration = Duration::from_secs(30);
const ACQUAINTANCE: Duration = Duration::from_secs(10 * 60);

/// Knows how to deal with other installations. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Link(Arc<Inner>);

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) identity: Identity,
    pub(crate) store: Store,
    pub(crate) meetings: Meetings,
    pub(crate) neighbourhood: Neighbourhood,
    pub(crate) doors: Doors,
    guesses: Guesses,
    courtesies: Allowances<Origin>,
    introductions: Allowances<()>,
    pub(crate) greetings: Shelf<Fingerprint, Hello>,
    pub(crate) proofs: Shelf<String, Proof>,
    /// Where those are who ring here, until someone comes to them.
    pub(crate) callers: Shelf<InstallationId, Installation>,
    pub(crate) comparisons: Shelf<String, (Fingerprint, Answerer)>,
    name: String,
    servers: Vec<String>,
}

/// A proof that waits for the seeker's confirmation.
#[derive(Debug)]
pub(crate) struct Proof {
    pub(crate) seeker: Fingerprint,
    pub(crate) guess: Guess,
    pub(crate) keeper: Keeper,
}

impl std::ops::Deref for Link {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Link {
    pub(crate) fn new(
        identity: Identity,
        store: Store,
        meetings: Meetings,
        neighbourhood: Neighbourhood,
        (name, servers): (String, Vec<String>),
    ) -> Link {
        Link(Arc::new(Inner {
            identity,
            store,
            meetings,
            neighbourhood,
            doors: Doors::default(),
            guesses: Guesses::new(),
            courtesies: Allowances::new(20, Duration::from_secs(3)),
            introductions: Allowances::new(10, Duration::from_secs(30)),
            greetings: Shelf::new(1000, ACQUAINTANCE),
            proofs: Shelf::new(256, STEP),
            callers: Shelf::new(256, ACQUAINTANCE),
            comparisons: Shelf::new(256, STEP),
            name,
            servers,
        }))
    }

    /// What this installation says of itself to one that is known, or to a stranger.
    pub(crate) fn hello(&self, to_known: bool) -> Hello {
        let Network { show_name, visibility, .. } = self.neighbourhood.setting();
        let shown = show_name && (to_known || visibility == Visibility::Everyone);
        let id = self.identity.id().to_string();
        Hello { version: PROTOCOL, id, name: shown.then(|| self.name.clone()) }
    }

    /// Whether this address may say hello, or knock, once more.
    pub(crate) fn may_ask(&self, from: IpAddr) -> bool {
        self.courtesies.take(from, clock::instant())
    }

    /// Whether symbols may be made once more. Someone in between could try until
    /// they are the same on both sides, from however many addresses; this way it
    /// takes them years.
    pub(crate) fn may_introduce(&self) -> bool {
        self.introductions.take((), clock::instant())
    }

    /// What is known now of one that said hello.
    pub(crate) fn met(hello: Hello, fingerprint: Fingerprint, trust: Trust) -> Installation {
        Installation {
            id: hello.id,
            fingerprint: fingerprint.0,
            name: hello.name,
            trust,
            symbols: None,
            address: None,
            seen_at: clock::wall(),
        }
    }
}

/// What another says of itself, if it makes sense here.
pub(crate) fn understood(hello: Hello) -> Option<(InstallationId, Hello)> {
    let id = hello.id.parse().ok().filter(|_| hello.version == PROTOCOL)?;
    let name = hello.name.and_then(|name| display_name(&name).ok());
    Some((id, Hello { name, ..hello }))
}

//! Getting in touch: finding another installation again, and what makes it known.

use std::net::SocketAddr;
use std::time::Duration;

use hearth_core::{Code, Tag};
use hearth_link::proof::{Parties, Seeker};
use hearth_link::symbols::{Caller, Pair};
use hearth_link::tls::Pin;
use hearth_link::{Fingerprint, InstallationId};
use hearth_store::{Installation, StoreError, Trust};
use hearth_wire::link::{
    Ask, Begin, Begun, Commit, Committed, Confirm, Hello, Reveal, Ring, RingAnswer, StandIn,
};
use hearth_wire::rest::network::RingKind;
use hearth_wire::{hex, unhex};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tracing::warn;

use crate::blocking::blocking;
use crate::{chance, clock};

use super::dial::{CallError, Opened, PATIENCE, Unreached, dial};
use super::{Link, understood};

// A little longer than a switchboard rings.
const RINGING: Duration = Duration::from_secs(35);

/// Where an installation may be, and which key it must hold.
#[derive(Debug, Clone)]
pub(super) struct Whereabouts {
    pub(super) id: Option<InstallationId>,
    pub(super) pin: Pin,
    pub(super) addresses: Vec<SocketAddr>,
}

/// Why nothing came of it, as a sentence.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("It did not answer.")]
    NoAnswer,
    #[error("Another computer answers in its place. Nothing was sent.")]
    Impostor,
    #[error(
        "It has another identity than before. If it was set up anew, forget the old one in the \
         settings; if not, someone may be in between."
    )]
    Changed,
    #[error("It knows this computer under another identity. It has to forget the old one.")]
    UnknownThere,
    #[error("Someone found that the symbols differ. It is not trusted.")]
    Refused,
    #[error("It has no meeting with this code.")]
    NotProved,
    #[error("It lets nobody in without a code.")]
    NoDoor,
    #[error("Nobody is there to be rung.")]
    NotOnline,
    #[error("It was asked too often. Wait a minute.")]
    TooOften,
    #[error("It is of another version of Hearth, or none at all.")]
    Misunderstood,
    #[error("There is no such computer on the network, and none was met.")]
    Unknown,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Failure {
    /// A name that stays the same.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Failure::Changed => "identity_changed",
            Failure::Impostor => "impostor",
            Failure::UnknownThere => "unknown_there",
            Failure::Refused => "refused",
            Failure::NotProved => "not_proved",
            Failure::NoDoor => "no_door",
            Failure::TooOften => "too_many_attempts",
            Failure::Unknown => "no_such_host",
            Failure::NotOnline => "not_online",
            Failure::NoAnswer | Failure::Misunderstood => "unreachable",
            Failure::Store(_) => "unavailable",
        }
    }
}

impl Link {
    /// Connects to an installation that is known or has just rung, and to no
    /// other in its place.
    pub(crate) async fn reach(&self, id: InstallationId) -> Result<Opened, Failure> {
        let known = self.known(id).await?;
        let caller = || self.callers.see(&id, clock::instant());
        let known = known.or_else(caller).ok_or(Failure::Unknown)?;
        self.reach_known(id, &known).await
    }

    /// Proves to know a meeting's code, and is proved the same; then the
    /// installation there is known.
    pub(super) async fn prove(
        &self,
        there: Whereabouts,
        code: Code,
        tag: Tag,
    ) -> Result<InstallationId, Failure> {
        let expected = there.id;
        let mut opened = match expected {
            Some(id) => self.call(id, Some(there)).await?,
            None => dial(&self.identity, &there.addresses, there.pin).await?,
        };
        let (id, hello) = self.greet(&mut opened, expected, false).await?;
        let seeker = self.identity.fingerprint();
        let (proof, element) = Seeker::begin(&code, Parties { seeker, keeper: opened.fingerprint });
        let begin = Begin { tag: tag.to_string(), element: hex(&element) };
        let begun: Begun = opened.ask("/link/prove", &begin).await?;
        let element = unhex::<33>(&begun.element).ok_or(Failure::Misunderstood)?;
        let (proof, confirmation) = proof.confirm(&element).map_err(|_| Failure::NotProved)?;
        let path = format!("/link/prove/{}", plain(&begun.attempt)?);
        let confirm = Confirm { confirmation: hex(&confirmation) };
        let Confirm { confirmation } = opened.ask(&path, &confirm).await?;
        let confirmation = unhex::<32>(&confirmation).ok_or(Failure::Misunderstood)?;
        proof.check(&confirmation).map_err(|_| Failure::NotProved)?;
        self.remember(&opened, hello, Trust::Proved, None).await?;
        // Now that they know each other, both say their names.
        let (_, hello) = self.greet(&mut opened, Some(id), true).await?;
        self.remember(&opened, hello, Trust::Proved, None).await?;
        Ok(id)
    }

    /// Asks to be let into an announced meeting, after symbols were made that
    /// people can compare.
    pub(crate) async fn knock(&self, id: InstallationId, tag: Tag) -> Result<Code, Failure> {
        let ask = Ask { tag: tag.to_string() };
        let StandIn { door } = self.ask_with_symbols(id, "/link/knock", &ask, PATIENCE).await?;
        let is_door = door.starts_with("door-") && plain(&door).is_ok();
        door.parse().ok().filter(|_| is_door).ok_or(Failure::Misunderstood)
    }

    /// Rings someone there until they answer; dropped, it rings no more.
    pub(crate) async fn ring(
        &self,
        id: InstallationId,
        (call, name, kind): (Code, String, RingKind),
    ) -> Result<RingAnswer, Failure> {
        let port = self.neighbourhood.port();
        let ring = Ring { call: call.to_string(), name, kind, port };
        self.ask_with_symbols(id, "/link/ring", &ring, RINGING).await
    }

    /// Asks what needs no code, after symbols were made that people can compare.
    async fn ask_with_symbols<A: DeserializeOwned>(
        &self,
        id: InstallationId,
        path: &str,
        question: &impl Serialize,
        patience: Duration,
    ) -> Result<A, Failure> {
        let mut opened = self.call(id, self.announced(id)).await?;
        // Whoever knocks wants to be recognised.
        let (_, hello) = self.greet(&mut opened, Some(id), true).await?;
        let (store, fingerprint) = (self.store.clone(), opened.fingerprint.0);
        let known = blocking(move || store.installation_by_key(fingerprint)).await?;
        let has_symbols = known.is_some_and(|known| known.symbols.is_some());
        if !has_symbols {
            self.introduce(&mut opened, hello.clone()).await?;
        }
        match opened.ask_within(patience, path, question).await {
            // There the symbols were forgotten.
            Err(CallError::Refused(_, why)) if why == "compare_first" => {
                self.introduce(&mut opened, hello).await?;
                Ok(opened.ask_within(patience, path, question).await?)
            }
            asked => Ok(asked?),
        }
    }

    /// Connects to an installation as it is known, or else as it is announced.
    async fn call(
        &self,
        id: InstallationId,
        announced: Option<Whereabouts>,
    ) -> Result<Opened, Failure> {
        if let Some(known) = self.known(id).await? {
            return self.reach_known(id, &known).await;
        }
        let there = announced.ok_or(Failure::Unknown)?;
        Ok(dial(&self.identity, &there.addresses, there.pin).await?)
    }

    /// Makes symbols with another, and remembers it.
    async fn introduce(&self, opened: &mut Opened, hello: Hello) -> Result<(), Failure> {
        let pair = Pair { caller: self.identity.fingerprint(), answerer: opened.fingerprint };
        let (caller, commitment) = Caller::begin(pair, chance::bytes());
        let commit = Commit { commitment: hex(&commitment) };
        let committed: Committed = opened.ask("/link/compare", &commit).await?;
        let theirs = unhex(&committed.nonce).ok_or(Failure::Misunderstood)?;
        let (symbols, nonce) = caller.reveal(theirs);
        let path = format!("/link/compare/{}", plain(&committed.comparison)?);
        let _: Hello = opened.ask(&path, &Reveal { nonce: hex(&nonce) }).await?;
        self.remember(opened, hello, Trust::NotCompared, Some(symbols.0)).await
    }

    /// What neighbours say of an installation that is not known.
    pub(super) fn announced(&self, id: InstallationId) -> Option<Whereabouts> {
        let neighbours = self.neighbourhood.neighbours();
        let there = neighbours.into_iter().find(|neighbour| neighbour.id == id)?;
        let pin = Pin::Exactly(there.fingerprint);
        Some(Whereabouts { id: Some(id), pin, addresses: there.addresses })
    }

    /// Whoever announces the id is asked, but has to hold the key that is known.
    async fn reach_known(
        &self,
        id: InstallationId,
        known: &Installation,
    ) -> Result<Opened, Failure> {
        if known.trust == Trust::Changed {
            return Err(Failure::Changed);
        }
        let mut there = self.neighbourhood.neighbours();
        there.retain(|neighbour| neighbour.id == id);
        there.sort_by_key(|neighbour| neighbour.fingerprint.0 != known.fingerprint);
        let has_another = there.iter().any(|it| it.fingerprint.0 != known.fingerprint);
        let mut addresses: Vec<SocketAddr> =
            there.into_iter().flat_map(|it| it.addresses).collect();
        addresses
            .extend(known.address.as_ref().and_then(|address| address.parse::<SocketAddr>().ok()));
        let pin = Pin::Exactly(Fingerprint(known.fingerprint));
        match dial(&self.identity, &addresses, pin).await {
            Err(Unreached::AnotherKey) if has_another => Err(self.changed(id).await),
            outcome => Ok(outcome?),
        }
    }

    async fn greet(
        &self,
        opened: &mut Opened,
        expected: Option<InstallationId>,
        knocking: bool,
    ) -> Result<(InstallationId, Hello), Failure> {
        let fingerprint = opened.fingerprint.0;
        let store = self.store.clone();
        if blocking(move || store.is_refused_installation(fingerprint)).await? {
            return Err(Failure::Refused);
        }
        let store = self.store.clone();
        let known = blocking(move || store.installation_by_key(fingerprint)).await?;
        let hello = opened.ask("/link/hello", &self.hello(knocking || known.is_some())).await?;
        let (id, hello) = understood(hello).ok_or(Failure::Misunderstood)?;
        if expected.is_some_and(|expected| expected != id) || id == self.identity.id() {
            return Err(Failure::Misunderstood);
        }
        let known = self.known(id).await?;
        if known.is_some_and(|known| known.fingerprint != fingerprint) {
            return Err(self.changed(id).await);
        }
        Ok((id, hello))
    }

    async fn remember(
        &self,
        opened: &Opened,
        hello: Hello,
        trust: Trust,
        symbols: Option<[u8; 3]>,
    ) -> Result<(), Failure> {
        let address = Some(opened.address.to_string());
        let met = Link::met(hello, opened.fingerprint, trust);
        let met = Installation { address, symbols, ..met };
        let (fingerprint, store) = (met.fingerprint, self.store.clone());
        if self.store.meet_installation(met).await? {
            return Ok(());
        }
        let is_refused = blocking(move || store.is_refused_installation(fingerprint)).await?;
        Err(if is_refused { Failure::Refused } else { Failure::Changed })
    }

    /// One of which more is known than that it says so.
    async fn known(&self, id: InstallationId) -> Result<Option<Installation>, Failure> {
        let store = self.store.clone();
        let known = blocking(move || store.installation(id.as_str())).await?;
        Ok(known.filter(Installation::is_vouched_for))
    }

    /// From now on nothing is sent to it, until someone forgets it.
    async fn changed(&self, id: InstallationId) -> Failure {
        warn!("The installation {id} has another identity than before");
        match self.store.trust_installation(id.as_str(), Trust::Changed).await {
            Ok(_) => Failure::Changed,
            Err(error) => error.into(),
        }
    }
}

/// What another installation named, if it can be part of a path.
fn plain(text: &str) -> Result<&str, Failure> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let fits = (1..=64).contains(&text.len()) && text.bytes().all(is_plain);
    if fits { Ok(text) } else { Err(Failure::Misunderstood) }
}

impl From<Unreached> for Failure {
    fn from(unreached: Unreached) -> Failure {
        match unreached {
            Unreached::NoAnswer => Failure::NoAnswer,
            Unreached::AnotherKey => Failure::Impostor,
        }
    }
}

impl From<CallError> for Failure {
    fn from(error: CallError) -> Failure {
        let CallError::Refused(status, code) = error else { return Failure::NoAnswer };
        match code.as_str() {
            "not_proved" => Failure::NotProved,
            "no_door" => Failure::NoDoor,
            "not_online" => Failure::NotOnline,
            "too_many_attempts" => Failure::TooOften,
            "identity_changed" => Failure::UnknownThere,
            "refused" => Failure::Refused,
            _ => {
                warn!("Another installation answered {status} {code:?}");
                Failure::Misunderstood
            }
        }
    }
}

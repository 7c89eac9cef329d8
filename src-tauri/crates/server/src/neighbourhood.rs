//! Who is on the network, and what this installation says of itself there.
//!
//! ```text
//!   setting, openings, standing by ──► one task ──► announcement ──► network
//!   resolver, whoever watches  ◄── neighbours ◄──┘ ◄──────────────────┘
//! ```
//!
//! Nothing here is needed to host a meeting: where discovery cannot run, the
//! server does, and the doctor says why.

mod standing;
mod switch;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hearth_core::{PersonId, Tag};
use hearth_link::{Announcement, Discovery, Ended, Fingerprint, InstallationId, Neighbour};
use hearth_store::{Store, StoreError};
use hearth_wire::rest::network::{Network, Visibility};
use tokio::sync::watch;
use tokio::time::{Instant, interval_at, sleep, sleep_until, timeout};
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use crate::ear::Ear;
use crate::openings::Openings;

pub(crate) use standing::Standing;
pub use switch::{Changes, NetworkSwitch};

const SETTING: &str = "network";
const SETTING_AT_FIRST: Network =
    Network { visibility: Visibility::Everyone, show_name: true, servers: Vec::new() };
// What changes often is told this often at the most.
const PACE: Duration = Duration::from_millis(500);
// Who comes and goes is told together with who else does in this time: nobody
// who makes up crowds can bury those who listen.
const GATHERING: Duration = Duration::from_millis(50);
// Until what did not start, or ended, is tried again.
const AGAIN: Duration = Duration::from_secs(5);
// How often everyone is counted anew, and how long that may take.
const COUNT: Duration = Duration::from_secs(120);
const COUNTING: Duration = Duration::from_secs(1);
// The goodbye is sent at once, unless the network hangs.
const FAREWELL: Duration = Duration::from_millis(500);

/// What this installation is, to others.
#[derive(Debug, Clone)]
pub(crate) struct Own {
    pub(crate) id: InstallationId,
    pub(crate) fingerprint: Fingerprint,
    /// Its name where nobody stands by.
    pub(crate) name: String,
    pub(crate) listening: SocketAddr,
}

/// Knows who is on the network. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Neighbourhood(Arc<Inner>);

/// Everyone who announces itself.
pub(crate) type Neighbours = watch::Receiver<Vec<Neighbour>>;

#[derive(Debug)]
struct Inner {
    own: Own,
    store: Store,
    openings: Openings,
    setting: watch::Sender<Network>,
    standing: watch::Sender<standing::Crowd>,
    neighbours: watch::Sender<Vec<Neighbour>>,
}

impl Neighbourhood {
    /// Takes up the setting that was kept; `visibility` stands in for its own.
    pub(crate) fn open(
        own: Own,
        store: Store,
        openings: Openings,
        visibility: Option<Visibility>,
    ) -> Result<Neighbourhood, StoreError> {
        let kept = store.kept_setting(SETTING)?;
        let kept = kept.and_then(|kept| serde_json::from_slice(&kept).ok());
        let mut setting = kept.unwrap_or(SETTING_AT_FIRST);
        setting.visibility = visibility.unwrap_or(setting.visibility);
        Ok(Neighbourhood(Arc::new(Inner {
            own,
            store,
            openings,
            setting: watch::Sender::new(setting),
            standing: watch::Sender::default(),
            neighbours: watch::Sender::default(),
        })))
    }

    /// At which port this installation is reached.
    pub(crate) fn port(&self) -> u16 {
        self.0.own.listening.port()
    }

    /// How it shows itself.
    pub(crate) fn setting(&self) -> Network {
        self.0.setting.borrow().clone()
    }

    /// How it shows itself, now and whenever that changes.
    pub(crate) fn settings(&self) -> watch::Receiver<Network> {
        self.0.setting.subscribe()
    }

    /// Shows itself this way from now on, and after a restart.
    pub(crate) async fn set(&self, setting: Network) -> Result<(), StoreError> {
        let kept = serde_json::to_vec(&setting).expect("a setting has a spelling");
        self.0.store.set_setting(SETTING, kept).await?;
        self.0.setting.send_replace(setting);
        Ok(())
    }

    /// Who here can be rung, if the network may know of it.
    pub(crate) fn who_stands_by(&self) -> Option<PersonId> {
        let is_shown = self.0.setting.borrow().visibility == Visibility::Everyone;
        self.0.standing.borrow().person().filter(|_| is_shown)
    }

    /// Everyone who announces itself, now and whenever it changes.
    pub(crate) fn subscribe(&self) -> Neighbours {
        self.0.neighbours.subscribe()
    }

    /// Everyone who announces itself now.
    pub(crate) fn neighbours(&self) -> Vec<Neighbour> {
        self.0.neighbours.borrow().clone()
    }

    /// Tells an ear who is there, now and whenever it changes, until what this
    /// returns is dropped.
    pub(crate) fn watch(&self, ear: Ear) -> Standing {
        let standing = Standing::new(&self.0.standing, ear);
        standing.tell(shown(&self.0.neighbours.borrow()));
        standing
    }

    /// Makes these the neighbours, and tells whoever watches.
    pub(crate) fn publish(&self, neighbours: Vec<Neighbour>) {
        let now = shown(&neighbours);
        let before = shown(&self.0.neighbours.send_replace(neighbours));
        if now != before {
            self.0.standing.borrow().tell(&now);
        }
    }

    /// Whether one of these was not there before.
    fn has_newcomer<'a>(&self, mut neighbours: impl Iterator<Item = &'a Neighbour>) -> bool {
        let before = self.0.neighbours.borrow();
        neighbours.any(|new| before.iter().all(|old| old.fingerprint != new.fingerprint))
    }

    /// Discovers until `stopping`, and then says goodbye.
    pub(crate) async fn run(self, stopping: CancellationToken) {
        let mut setting = self.0.setting.subscribe();
        while !stopping.is_cancelled() {
            let hidden = setting.borrow_and_update().visibility == Visibility::Nobody;
            if !hidden {
                self.discover(&stopping).await;
                self.publish(Vec::new());
            }
            tokio::select! {
                () = stopping.cancelled() => {}
                _ = setting.changed() => {}
                () = sleep(AGAIN), if !hidden => {}
            }
        }
    }

    /// Discovers until it is to stop, or stops by itself.
    async fn discover(&self, stopping: &CancellationToken) {
        let Own { id, listening, .. } = self.0.own;
        let mut discovery = match Discovery::start(id, listening) {
            Ok(discovery) => discovery,
            Err(error) => return warn!("Nobody on the network is found: {error:#}"),
        };
        info!("Looking for others on the network");
        let mut setting = self.0.setting.subscribe();
        let mut standing = self.0.standing.subscribe();
        let mut openings = self.0.openings.subscribe();
        let mut quiet_until = Instant::now();
        let mut news_at = None;
        let mut is_greeting = false;
        let mut counts = interval_at(quiet_until + COUNT, COUNT);
        while let Some(announcement) = self.announcement() {
            let is_news = discovery.announced() != Some(&announcement);
            tokio::select! {
                () = stopping.cancelled() => break,
                () = sleep_until(quiet_until), if is_news || is_greeting => {
                    is_greeting = false;
                    if let Err(error) = discovery.announce(announcement) {
                        warn!("The network does not hear of this installation: {error:#}");
                        break;
                    }
                    quiet_until = Instant::now() + PACE;
                }
                () = sleep_until(news_at.unwrap_or_else(Instant::now)), if news_at.is_some() => {
                    news_at = None;
                    // What was said less than a second before a newcomer asked is
                    // left out of the answer, and would never be heard there.
                    is_greeting |= self.has_newcomer(discovery.neighbours());
                    self.publish(discovery.neighbours().cloned().collect());
                }
                _ = counts.tick() => match discovery.begin_anew() {
                    Ok(()) => news_at = Some(Instant::now() + COUNTING),
                    Err(Ended) => break,
                },
                changed = discovery.changed() => match changed {
                    Ok(()) => {
                        news_at.get_or_insert_with(|| Instant::now() + GATHERING);
                    }
                    Err(Ended) => {
                        warn!("Discovery has ended by itself, and is started anew");
                        break;
                    }
                },
                _ = setting.changed() => {}
                _ = standing.changed() => {}
                _ = openings.changed() => {}
            }
        }
        let _ = timeout(FAREWELL, discovery.stop()).await;
    }

    /// What may be said to everyone; `None` if nothing may.
    fn announcement(&self) -> Option<Announcement> {
        let Network { visibility, show_name, .. } = *self.0.setting.borrow();
        let Own { id, fingerprint, .. } = self.0.own;
        let hidden = Announcement { id, fingerprint, name: None, tags: Vec::new(), rings: false };
        match visibility {
            Visibility::Nobody => None,
            Visibility::Code => Some(hidden),
            Visibility::Everyone => {
                let standing = self.0.standing.borrow();
                let name = standing.name().unwrap_or(&self.0.own.name);
                Some(Announcement {
                    name: show_name.then(|| name.to_owned()),
                    tags: self.0.openings.tags(),
                    rings: !standing.is_empty(),
                    ..hidden
                })
            }
        }
    }
}

/// The neighbours as the UI shows them: those that have something to offer, and
/// of several that claim one id the first.
fn shown(neighbours: &[Neighbour]) -> Vec<hearth_wire::Neighbour> {
    let mut shown: Vec<hearth_wire::Neighbour> = Vec::new();
    for Neighbour { id, name, tags, rings, .. } in neighbours {
        let is_known = shown.iter().any(|other| other.id == id.as_str());
        if !is_known && (*rings || !tags.is_empty()) {
            shown.push(hearth_wire::Neighbour {
                id: id.to_string(),
                name: name.clone(),
                tags: tags.iter().map(Tag::to_string).collect(),
                online: *rings,
            });
        }
    }
    shown.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    shown
}

#[cfg(test)]
mod tests;

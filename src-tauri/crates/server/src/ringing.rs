//! Rings to neighbours, and from them.
//!
//! ```text
//!   our people ──► switchboard ──► a neighbour's trunk ──► /link/ring there
//!   our people ◄── switchboard ◄── a neighbour's trunk ◄── /link/ring here
//! ```
//!
//! A neighbour who can be rung is on Hearth's own switchboard like anyone here;
//! its trunk has the line. So the switchboards at both ends judge every ring,
//! and the trunks only carry what was judged.

mod trunk;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use hearth_core::Code;
use hearth_link::InstallationId;
use hearth_store::Store;
use hearth_wire::link::RingAnswer;
use hearth_wire::rest::network::RingKind;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;
use tracing::debug;

use crate::exchange::Exchanges;
use crate::link::Link;
use crate::neighbourhood::Neighbourhood;

use trunk::{Message, Trunk};

// As many as can be found on a network, and some that hide from it.
const MOST: usize = 300;
const INBOX: usize = 16;

/// Carries rings between the switchboards. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Ringing(Arc<Inner>);

struct Inner {
    exchanges: Exchanges,
    link: Link,
    neighbourhood: Neighbourhood,
    store: Store,
    trunks: Mutex<HashMap<InstallationId, mpsc::Sender<Message>>>,
}

/// A ring from a neighbour.
#[derive(Debug)]
pub(crate) struct Incoming {
    /// The code of the caller's meeting.
    pub(crate) call: Code,
    /// Who rings.
    pub(crate) name: String,
    /// What for.
    pub(crate) kind: RingKind,
}

/// Nobody here can be rung.
#[derive(Debug)]
pub(crate) struct NotOnline;

impl Ringing {
    pub(crate) fn new(
        exchanges: Exchanges,
        link: Link,
        neighbourhood: Neighbourhood,
        store: Store,
    ) -> Ringing {
        let trunks = Mutex::default();
        Ringing(Arc::new(Inner { exchanges, link, neighbourhood, store, trunks }))
    }

    /// Lays a trunk to every neighbour who can be rung, until `stopping`.
    pub(crate) async fn run(self, stopping: CancellationToken) {
        let mut neighbours = self.0.neighbourhood.subscribe();
        loop {
            for neighbour in neighbours.borrow_and_update().iter().filter(|it| it.rings) {
                let name = neighbour.name.clone().unwrap_or_else(|| neighbour.id.to_string());
                self.trunk(neighbour.id, &name);
            }
            tokio::select! {
                () = stopping.cancelled() => break,
                changed = neighbours.changed() => if changed.is_err() { break },
            }
        }
        self.trunks().clear();
    }

    /// Rings for a neighbour until someone here answers. Dropped, it rings no
    /// more.
    pub(crate) async fn ring(
        &self,
        from: InstallationId,
        incoming: Incoming,
    ) -> Result<RingAnswer, NotOnline> {
        let trunk = self.trunk(from, &incoming.name).ok_or(NotOnline)?;
        let (reply, answer) = oneshot::channel();
        let _withdrawal = Withdrawal { call: incoming.call, trunk: trunk.clone() };
        trunk.send(Message::Ring(incoming, reply)).await.map_err(|_| NotOnline)?;
        answer.await.map_err(|_| NotOnline)
    }

    /// The trunk to a neighbour, laid if there is none.
    fn trunk(&self, id: InstallationId, name: &str) -> Option<mpsc::Sender<Message>> {
        let mut trunks = self.trunks();
        if let Some(trunk) = trunks.get(&id).filter(|trunk| !trunk.is_closed()) {
            return Some(trunk.clone());
        }
        trunks.retain(|_, trunk| !trunk.is_closed());
        if trunks.len() >= MOST {
            return None;
        }
        let (sender, messages) = mpsc::channel(INBOX);
        match Trunk::lay(Arc::clone(&self.0), id, name) {
            Ok(trunk) => tokio::spawn(trunk.run(messages)),
            Err(refusal) => {
                debug!("There is no line for {id}: {refusal}");
                return None;
            }
        };
        trunks.insert(id, sender.clone());
        Some(sender)
    }

    fn trunks(&self) -> std::sync::MutexGuard<'_, HashMap<InstallationId, mpsc::Sender<Message>>> {
        self.0.trunks.lock().expect("nobody panics while looking up")
    }
}

/// Gives up a ring when whoever rang does not wait any more.
struct Withdrawal {
    call: Code,
    trunk: mpsc::Sender<Message>,
}

impl Drop for Withdrawal {
    fn drop(&mut self) {
        // A ring that was answered is none any more. If the trunk is full of
        // messages, the switchboard's own clock ends the ring.
        let _ = self.trunk.try_send(Message::Withdraw(self.call));
    }
}

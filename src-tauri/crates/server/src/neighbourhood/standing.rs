//! Who at this installation watches the network, and stands by to be rung.

use std::collections::BTreeMap;

use hearth_core::PersonId;
use hearth_wire::Neighbour;
use tokio::sync::watch;

use crate::ear::{Ear, Heard};

/// Everyone who watches, in the order in which they began.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    last: u64,
    watching: BTreeMap<u64, Watcher>,
}

#[derive(Debug)]
struct Watcher {
    ear: Ear,
    caller: Option<(PersonId, String)>,
}

/// Someone's place among those who watch, given up when dropped.
#[derive(Debug)]
pub(crate) struct Standing {
    crowd: watch::Sender<Crowd>,
    number: u64,
}

impl Crowd {
    /// Tells everyone who is on the network.
    pub(super) fn tell(&self, neighbours: &[Neighbour]) {
        for watcher in self.watching.values() {
            // Whoever does not listen is let go, and gives up their place then.
            let _ = watcher.ear.say(Heard::Nearby(neighbours.to_vec()));
        }
    }

    /// The name of who began last to stand by.
    pub(super) fn name(&self) -> Option<&str> {
        self.caller().map(|(_, name)| name.as_str())
    }

    /// Who began last to stand by.
    pub(super) fn person(&self) -> Option<PersonId> {
        self.caller().map(|(person, _)| *person)
    }

    /// Whether nobody stands by.
    pub(super) fn is_empty(&self) -> bool {
        self.caller().is_none()
    }

    fn caller(&self) -> Option<&(PersonId, String)> {
        self.watching.values().rev().find_map(|watcher| watcher.caller.as_ref())
    }
}

impl Standing {
    pub(super) fn new(crowd: &watch::Sender<Crowd>, ear: Ear) -> Standing {
        let mut number = 0;
        crowd.send_modify(|crowd| {
            crowd.last += 1;
            number = crowd.last;
            crowd.watching.insert(number, Watcher { ear, caller: None });
        });
        Standing { crowd: crowd.clone(), number }
    }

    pub(super) fn tell(&self, neighbours: Vec<Neighbour>) {
        if let Some(watcher) = self.crowd.borrow().watching.get(&self.number) {
            let _ = watcher.ear.say(Heard::Nearby(neighbours));
        }
    }

    /// Stands by under a name from now on.
    pub(crate) fn call(&self, person: PersonId, name: String) {
        self.crowd.send_modify(|crowd| {
            if let Some(watcher) = crowd.watching.get_mut(&self.number) {
                watcher.caller = Some((person, name));
            }
        });
    }
}

impl Drop for Standing {
    fn drop(&mut self) {
        self.crowd.send_modify(|crowd| {
            crowd.watching.remove(&self.number);
        });
    }
}

//! The switchboards of this server, one for each dialect that rings.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use hearth_core::{
    Announce, Arrival, Card, LineCommand, LineEffect, LineEvent, LineId, LineRefusal, PersonId,
    Status, Switchboard, SwitchboardLimits,
};
use hearth_store::Store;
use hearth_wire::DialectName;
use smallvec::SmallVec;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;
use tracing::info;

use crate::ear::{Ear, Heard};
use crate::{clock, missed};

// What more clients than these are told is written by the task of each.
const FEW: usize = 8;

/// A switchboard for each dialect. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Exchanges(Arc<HashMap<DialectName, Exchange>>);

impl Exchanges {
    /// Opens them; they are woken when they ask, until `stopping`.
    pub(crate) fn open(store: &Store, stopping: &CancellationToken) -> Exchanges {
        let open = |name| (name, Exchange::open(name, store.clone(), stopping.clone()));
        Exchanges(Arc::new(DialectName::ALL.into_iter().map(open).collect()))
    }

    pub(crate) fn of(&self, name: DialectName) -> &Exchange {
        &self.0[&name]
    }
}

/// One switchboard, and the connections on it.
///
/// Any connection may work it, for what it does takes microseconds and waits for
/// nobody; so unlike a meeting it has a lock and not a task.
#[derive(Debug, Clone)]
pub(crate) struct Exchange {
    // Never held across an await.
    board: Arc<Mutex<Board>>,
    rings: Arc<Notify>,
}

#[derive(Debug)]
struct Board {
    name: DialectName,
    switchboard: Switchboard,
    store: Store,
    ears: HashMap<LineId, Ear>,
    // Those who were told something and have not heard it yet.
    told: Told,
}

/// Connections that were told something and hear of it when this is dropped: to
/// write to clients takes longer than to work the switchboard, which others may do
/// meanwhile.
#[must_use = "who keeps it may tell more before it is heard"]
#[derive(Debug, Default)]
pub(crate) struct Told(SmallVec<[Ear; 2]>);

impl Told {
    /// Takes more to be heard at the same time.
    pub(crate) fn join(&mut self, mut more: Told) {
        for ear in more.0.drain(..) {
            self.add(ear);
        }
    }

    /// Has it heard now.
    pub(crate) fn deliver(&mut self) {
        let few = self.0.len() <= FEW;
        for ear in self.0.drain(..) {
            if few { ear.attend() } else { ear.wake() }
        }
    }

    fn add(&mut self, ear: Ear) {
        // Of many, to hear of it twice costs less than to look for each among all.
        let is_known = self.0.len() <= FEW && self.0.iter().any(|it| it.is(&ear));
        if !is_known {
            self.0.push(ear);
        }
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        self.deliver();
    }
}

impl Exchange {
    fn open(name: DialectName, store: Store, stopping: CancellationToken) -> Exchange {
        let announce = match name {
            DialectName::MeetUp => Announce::ToAll,
            _ => Announce::Nobody,
        };
        let switchboard = Switchboard::open(announce, SwitchboardLimits::default());
        let (ears, told) = (HashMap::new(), Told::default());
        let board = Board { name, switchboard, store, ears, told };
        let board = Arc::new(Mutex::new(board));
        let rings = Arc::new(Notify::new());
        let exchange = Exchange { board, rings };
        tokio::spawn(exchange.clone().wake(stopping));
        exchange
    }

    /// Puts a connection on the line.
    pub(crate) fn arrive(
        &self,
        person: PersonId,
        card: Card,
        arrival: Arrival,
        ear: Ear,
    ) -> Result<LineId, LineRefusal> {
        let (arrived, _told) = self.with(|board| {
            let (line, effects) = board.switchboard.arrive(clock::now(), person, card, arrival)?;
            board.ears.insert(line, ear);
            board.carry_out(effects);
            Ok(line)
        });
        arrived
    }

    /// Does what a connection asks.
    pub(crate) fn handle(&self, line: LineId, command: LineCommand) -> Result<Told, LineRefusal> {
        let rings = matches!(command, LineCommand::Ring { .. });
        let (handled, told) = self.with(|board| {
            let effects = board.switchboard.handle(clock::now(), line, command)?;
            board.carry_out(effects);
            Ok(())
        });
        if rings {
            self.rings.notify_one();
        }
        handled.map(|()| told)
    }

    /// Takes a connection off the line.
    pub(crate) fn disconnect(&self, line: LineId) {
        let ((), _told) = self.with(|board| board.disconnect(line));
    }

    /// Whether someone is online, and in a call.
    pub(crate) fn status(&self, person: PersonId) -> Status {
        self.with(|board| board.switchboard.status(person)).0
    }

    /// How many people are online.
    pub(crate) fn online_count(&self) -> usize {
        self.with(|board| board.switchboard.online_count()).0
    }

    /// Wakes the switchboard when it asks.
    async fn wake(self, stopping: CancellationToken) {
        loop {
            let (due, _) = self.with(|board| {
                let effects = board.switchboard.wake(clock::now());
                board.carry_out(effects);
                board.switchboard.next_wake().map(Instant::from_std)
            });
            tokio::select! {
                () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {}
                () = self.rings.notified() => {}
                () = stopping.cancelled() => break,
            }
        }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Board) -> T) -> (T, Told) {
        let mut board = self.board.lock().expect("nobody panics at the switchboard");
        (work(&mut board), std::mem::take(&mut board.told))
    }
}

impl Board {
    fn disconnect(&mut self, line: LineId) {
        self.ears.remove(&line);
        let effects = self.switchboard.disconnect(clock::now(), line);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<LineEffect>) {
        let mut gone = Vec::new();
        for effect in effects {
            match effect {
                LineEffect::Tell { to, event } => {
                    let replaced = matches!(*event, LineEvent::Replaced);
                    let Some(ear) = self.ears.get(&to) else { continue };
                    let kept = ear.keep(Heard::Line { line: to, event });
                    self.told.add(ear.clone());
                    if kept.is_err() {
                        gone.push(to);
                    } else if replaced {
                        self.ears.remove(&to);
                    }
                }
                LineEffect::Missed { call, card, note, at, .. } => {
                    info!(call.code = %call, "A call was missed");
                    if self.name == DialectName::Native {
                        missed::keep_told(&self.store, &card, &note, at);
                    }
                }
            }
        }
        for line in gone {
            self.disconnect(line);
        }
    }
}

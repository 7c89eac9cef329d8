//! The switchboards of this server, one for each dialect that rings.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use hearth_core::{
    Announce, Arrival, Card, LineCommand, LineEffect, LineEvent, LineId, LineRefusal, PersonId,
    Status, Switchboard, SwitchboardLimits,
};
use hearth_store::Store;
use hearth_wire::DialectName;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;
use tracing::info;

use crate::ear::{Ear, Heard};
use crate::{clock, missed};

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
#[derive(Debug)]
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
}

impl Exchange {
    fn open(name: DialectName, store: Store, stopping: CancellationToken) -> Exchange {
        let announce = match name {
            DialectName::MeetUp => Announce::ToAll,
            _ => Announce::Nobody,
        };
        let switchboard = Switchboard::open(announce, SwitchboardLimits::default());
        let board = Board { name, switchboard, store, ears: HashMap::new() };
        let board = Arc::new(Mutex::new(board));
        let rings = Arc::new(Notify::new());
        tokio::spawn(wake(Arc::clone(&board), Arc::clone(&rings), stopping));
        Exchange { board, rings }
    }

    /// Puts a connection on the line.
    pub(crate) fn arrive(
        &self,
        person: PersonId,
        card: Card,
        arrival: Arrival,
        ear: Ear,
    ) -> Result<LineId, LineRefusal> {
        self.with(|board| {
            let (line, effects) = board.switchboard.arrive(clock::now(), person, card, arrival)?;
            board.ears.insert(line, ear);
            board.carry_out(effects);
            Ok(line)
        })
    }

    /// Does what a connection asks.
    pub(crate) fn handle(&self, line: LineId, command: LineCommand) -> Result<(), LineRefusal> {
        let rings = matches!(command, LineCommand::Ring { .. });
        self.with(|board| {
            let effects = board.switchboard.handle(clock::now(), line, command)?;
            board.carry_out(effects);
            Ok(())
        })?;
        if rings {
            self.rings.notify_one();
        }
        Ok(())
    }

    /// Takes a connection off the line.
    pub(crate) fn disconnect(&self, line: LineId) {
        self.with(|board| board.disconnect(line));
    }

    /// Whether someone is online, and in a call.
    pub(crate) fn status(&self, person: PersonId) -> Status {
        self.with(|board| board.switchboard.status(person))
    }

    /// How many people are online.
    pub(crate) fn online_count(&self) -> usize {
        self.with(|board| board.switchboard.online_count())
    }

    fn with<T>(&self, work: impl FnOnce(&mut Board) -> T) -> T {
        work(&mut self.board.lock().expect("nobody panics at the switchboard"))
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
                    if ear.say(Heard::Line { line: to, event }).is_err() {
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

async fn wake(board: Arc<Mutex<Board>>, rings: Arc<Notify>, stopping: CancellationToken) {
    loop {
        let due = {
            let mut board = board.lock().expect("nobody panics at the switchboard");
            let effects = board.switchboard.wake(clock::now());
            board.carry_out(effects);
            board.switchboard.next_wake().map(Instant::from_std)
        };
        tokio::select! {
            () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {}
            () = rings.notified() => {}
            () = stopping.cancelled() => break,
        }
    }
}

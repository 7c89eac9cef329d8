//! Rooms, where one speaks and all hear.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Result, ensure};
use futures_util::future::try_join_all;
use serde_json::Value;
use tokio::sync::Notify;

use crate::animo::{self, Line, Member};
use crate::crew::{Crew, Tally};
use crate::target::Target;

/// Each room as fast as the server can: when all have heard one, the next
/// speaks.
pub(crate) async fn run(
    target: &Target,
    rooms: usize,
    members: usize,
    length: Duration,
) -> Result<Value> {
    let mut clients = target.clients(rooms * members).await?;
    let rooms = (0..rooms).map(|number| {
        let of_room = clients.split_off(clients.len() - members);
        let name = format!("bench-{number}");
        async move { animo::room(target, &name, of_room).await }
    });
    let mut crew = Crew::default();
    for members in try_join_all(rooms).await? {
        let room = Rc::new(Room::new(members.len(), crew.tally()));
        room.turns[0].notify_one();
        for (seat, member) in members.into_iter().enumerate() {
            crew.hire(take_part(Rc::clone(&room), seat, member));
        }
    }
    crew.warm_up().await?;
    crew.measure(target.process, length).await?.figures()
}

/// What its members know of each other without the server.
struct Room {
    turns: Vec<Notify>,
    speaking: Cell<usize>,
    said: RefCell<Option<Line>>,
    /// How many have yet to hear it.
    due: Cell<usize>,
    tally: Rc<Tally>,
}

async fn take_part(room: Rc<Room>, seat: usize, mut member: Member) -> Result<()> {
    loop {
        tokio::select! {
            heard = member.hear() => {
                let event = heard?;
                let expected = room.said.borrow().as_ref().is_some_and(|line| event.is(line.event));
                ensure!(expected, "nobody said {}", event.body());
                room.heard()?;
            }
            () = room.turns[seat].notified() => {
                let line = member.next_line();
                room.say(&line);
                member.say(&line).await?;
            }
        }
    }
}

impl Room {
    fn new(size: usize, tally: Rc<Tally>) -> Room {
        Room {
            turns: (0..size).map(|_| Notify::new()).collect(),
            speaking: Cell::new(0),
            said: RefCell::new(None),
            due: Cell::new(0),
            tally,
        }
    }

    fn say(&self, line: &Line) {
        let hearers = if line.echoes { self.turns.len() } else { self.turns.len() - 1 };
        self.said.replace(Some(line.clone()));
        self.due.set(hearers);
        self.tally.ask(hearers as u64);
    }

    fn heard(&self) -> Result<()> {
        self.tally.done()?;
        self.due.set(self.due.get() - 1);
        if self.due.get() == 0 && !self.tally.stopped() {
            let next = (self.speaking.get() + 1) % self.turns.len();
            self.speaking.set(next);
            self.turns[next].notify_one();
        }
        Ok(())
    }
}

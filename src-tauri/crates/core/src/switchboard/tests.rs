//! What a switchboard does, one behaviour per file.

mod answering;
mod bounds;
mod ending;
mod inviting;
mod missing;
mod presence;
mod ringing;
mod rooms;
mod signalling;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::{
    Announce, Arrival, Card, Code, EndReason, Form, LineCommand, LineEffect, LineEvent, LineId,
    LineRefusal, Now, Online, PersonId, Signal, Status, Switchboard, SwitchboardLimits, Timestamp,
};

const ADA: PersonId = PersonId([1; 16]);
const BEN: PersonId = PersonId([2; 16]);
const CAT: PersonId = PersonId([3; 16]);

const SECOND: Duration = Duration::from_secs(1);

/// A switchboard, what it made everyone hear, and what it made the history keep.
struct Scene {
    board: Switchboard,
    now: Now,
    heard: BTreeMap<LineId, Vec<LineEvent>>,
    missed: Vec<(PersonId, PersonId)>,
}

impl Scene {
    /// A switchboard that announces nobody, so that only calls are heard.
    fn new() -> Scene {
        Scene::open(Announce::Nobody, SwitchboardLimits::default())
    }

    fn announcing() -> Scene {
        Scene::open(Announce::ToAll, SwitchboardLimits::default())
    }

    #[expect(clippy::disallowed_methods, reason = "std has no other first moment")]
    fn open(announce: Announce, limits: SwitchboardLimits) -> Scene {
        Scene {
            board: Switchboard::open(announce, limits),
            now: Now { instant: Instant::now(), wall: Timestamp(1_000_000) },
            heard: BTreeMap::new(),
            missed: Vec::new(),
        }
    }

    fn try_arrive(
        &mut self,
        person: PersonId,
        card: Card,
        arrival: Arrival,
    ) -> Result<LineId, LineRefusal> {
        let before = format!("{:?}", self.board);
        match self.board.arrive(self.now, person, card, arrival) {
            Ok((line, effects)) => {
                self.carry_out(effects);
                Ok(line)
            }
            Err(refusal) => {
                assert_eq!(format!("{:?}", self.board), before, "refused means unchanged");
                Err(refusal)
            }
        }
    }

    fn arrive(&mut self, person: PersonId) -> LineId {
        self.try_arrive(person, card_of(person), Arrival::Beside).expect("there is room")
    }

    fn replace(&mut self, person: PersonId) -> LineId {
        self.try_arrive(person, card_of(person), Arrival::Instead).expect("there is room")
    }

    fn act(&mut self, from: LineId, command: LineCommand) {
        let effects = self.board.handle(self.now, from, command).expect("this is allowed");
        self.carry_out(effects);
    }

    /// Why the switchboard turns a command down, which changes nothing.
    fn refusal(&mut self, from: LineId, command: LineCommand) -> LineRefusal {
        let before = format!("{:?}", self.board);
        let refusal = self.board.handle(self.now, from, command).expect_err("not allowed");
        assert_eq!(format!("{:?}", self.board), before, "refused means unchanged");
        refusal
    }

    fn lose(&mut self, line: LineId) {
        let effects = self.board.disconnect(self.now, line);
        self.carry_out(effects);
    }

    /// Lets time go by, and wakes the switchboard.
    fn pass(&mut self, time: Duration) {
        self.now.instant += time;
        self.now.wall.0 += u64::try_from(time.as_millis()).expect("not that long");
        let effects = self.board.wake(self.now);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<LineEffect>) {
        for effect in effects {
            match effect {
                LineEffect::Tell { to, event } => {
                    self.heard.entry(to).or_default().push(LineEvent::clone(&event));
                }
                LineEffect::Missed { from, to, at, .. } => {
                    assert_eq!(at, self.now.wall, "noted when the ringing stopped");
                    self.missed.push((from, to));
                }
            }
        }
    }

    /// What a line heard since this was last asked.
    fn heard(&mut self, line: LineId) -> Vec<LineEvent> {
        self.heard.remove(&line).unwrap_or_default()
    }

    /// From here on, only what is new counts.
    fn forget(&mut self) {
        self.heard.clear();
        self.missed.clear();
    }

    fn is_busy(&self, person: PersonId) -> bool {
        self.board.status(person).in_call
    }
}

fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

fn card(text: &str) -> Card {
    Card { kind: "test".into(), text: text.into() }
}

fn card_of(person: PersonId) -> Card {
    card(&person.0[0].to_string())
}

fn ring(call: &str, to: PersonId) -> LineCommand {
    LineCommand::Ring { call: code(call), to, note: "video".into() }
}

fn accept(call: &str) -> LineCommand {
    LineCommand::Accept { call: code(call), caller: None }
}

fn reject(call: &str) -> LineCommand {
    LineCommand::Reject { call: code(call), caller: None }
}

fn end(call: &str) -> LineCommand {
    LineCommand::End { call: code(call) }
}

fn ring_room(call: &str, people: &[PersonId]) -> LineCommand {
    LineCommand::RingRoom { call: code(call), people: people.to_vec(), note: "video".into() }
}

fn signal(to: PersonId, text: &str) -> LineCommand {
    LineCommand::Signal { to, signal: offer(text) }
}

fn offer(text: &str) -> Signal {
    Signal { form: Form::Offer, text: text.into() }
}

fn ringing(call: &str, from: PersonId) -> LineEvent {
    LineEvent::Ringing { call: code(call), from, card: card_of(from), note: "video".into() }
}

fn accepted(call: &str, by: PersonId) -> LineEvent {
    LineEvent::Accepted { call: code(call), by }
}

fn rejected(call: &str, by: PersonId) -> LineEvent {
    LineEvent::Rejected { call: code(call), by }
}

fn ended(call: &str, by: PersonId, reason: EndReason) -> LineEvent {
    LineEvent::Ended { call: code(call), by, reason }
}

//! What a client is told.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use hearth_core::{Code, LineEvent, LineId};
use hearth_wire::{Answer, DecodeError, Dialect, Notice, Packet, Reply, Request};
use smallvec::SmallVec;
use tracing::warn;

use super::{Outlet, Unsent};
use crate::ear::{Connection, Ear, Heard, Listener, Stalled, Told, Waiting};
use crate::meetings::{MeetingHandle, Seated};
use crate::metrics::Metrics;
use crate::news::{News, Tongue};

/// Where a client is told things. Shared with its ear, so that whoever says
/// something can have it told at once.
pub(super) struct Desk<O>(Arc<Counter<O>>);

struct Counter<O> {
    waiting: Waiting,
    clerk: Mutex<Clerk<O>>,
}

/// Who tells a client one thing after the other.
pub(super) struct Clerk<O> {
    pub(super) dialect: Box<dyn Dialect>,
    pub(super) outlet: O,
    // Nearly always one.
    pub(super) seats: SmallVec<[Seat; 1]>,
    pub(super) line: Option<LineId>,
    tongue: Tongue,
    metrics: Metrics,
    // From when a packet is read until it is answered, and what meetings said
    // meanwhile is told.
    busy: bool,
}

/// A seat in a meeting, and the code by which the client calls it.
pub(super) struct Seat {
    pub(super) code: Code,
    pub(super) meeting: MeetingHandle,
    pub(super) seated: Seated,
}

impl<O: Outlet> Desk<O> {
    pub(super) fn new(
        tongue: Tongue,
        dialect: Box<dyn Dialect>,
        outlet: O,
        metrics: Metrics,
    ) -> Desk<O> {
        let (seats, line, busy) = (SmallVec::new(), None, false);
        let clerk = Clerk { dialect, outlet, seats, line, tongue, metrics, busy };
        Desk(Arc::new(Counter { waiting: Waiting::default(), clerk: Mutex::new(clerk) }))
    }

    /// The turn to tell the client something.
    pub(super) fn clerk(&self) -> MutexGuard<'_, Clerk<O>> {
        self.0.clerk()
    }

    /// The way to the client.
    pub(super) fn ear(&self) -> Ear {
        Ear::of(Arc::clone(&self.0) as Arc<dyn Listener>)
    }

    /// Tells all that was said; what is said from now on is told at once. The task
    /// that polls this is woken for what nobody else sees to.
    pub(super) fn poll(&self, cx: &mut Context<'_>) {
        let mut clerk = self.clerk();
        clerk.hear_all(|| match self.0.waiting.poll(cx) {
            Poll::Ready(heard) => Some(heard),
            Poll::Pending => None,
        });
        clerk.busy = false;
    }
}

impl<O> Drop for Desk<O> {
    fn drop(&mut self) {
        self.0.waiting.close();
    }
}

impl<O> Counter<O> {
    /// A mistake made in an earlier turn ends the conversation of the one who made it,
    /// and is no reason for another: neither a meeting nor the end itself may fail of
    /// it.
    fn clerk(&self) -> MutexGuard<'_, Clerk<O>> {
        self.clerk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<O: Outlet> Listener for Counter<O> {
    fn waiting(&self) -> &Waiting {
        &self.waiting
    }

    fn attend(&self) -> bool {
        let mut clerk = self.clerk();
        if clerk.busy {
            return false;
        }
        // A mistake in what one client is told ends that client's conversation, and
        // is nothing to whoever said it.
        let telling = AssertUnwindSafe(|| {
            clerk.hear_all(|| self.waiting.take());
            clerk.outlet.flush();
        });
        if catch_unwind(telling).is_err() {
            clerk.outlet.close();
        }
        true
    }
}

impl<O: Outlet> Clerk<O> {
    /// Reads what the client sent.
    pub(super) fn decode(&mut self, packet: Packet) -> Result<Vec<Request>, DecodeError> {
        self.busy = true;
        self.dialect.decode(packet)
    }

    pub(super) fn answer(&mut self, answer: &Answer, ack: Option<O::Ack>) {
        let Reply { acknowledgement, packets } = self.dialect.answer(answer);
        let acknowledged = match (ack, acknowledgement) {
            (Some(ack), Some(acknowledgement)) => self.outlet.acknowledge(ack, acknowledgement),
            _ => Ok(()),
        };
        if let Err(unsent) = acknowledged.and_then(|()| self.send(&packets)) {
            self.let_go(unsent);
        }
    }

    fn hear_all(&mut self, mut next: impl FnMut() -> Option<Result<Heard, Stalled>>) {
        while let Some(heard) = next() {
            let Ok(heard) = heard else { return self.let_go(Unsent::Stalled) };
            self.tell(heard);
        }
    }

    fn tell(&mut self, heard: Heard) {
        let told = match heard {
            Heard::Meeting { code, connection, told } => self.pass_on(code, connection, told),
            Heard::Line { line, event } => self.pass_on_line(line, &event),
            Heard::Nearby(neighbours) => self.notify(Notice::Nearby(neighbours)),
            Heard::Call(notice) => self.notify(Notice::Calls(notice)),
        };
        if let Err(unsent) = told {
            self.let_go(unsent);
        }
    }

    pub(super) fn let_go(&self, unsent: Unsent) {
        if unsent == Unsent::Stalled {
            self.metrics.stalled.inc();
            warn!("A client stopped reading");
        }
        self.outlet.close();
    }

    pub(super) fn notify(&mut self, notice: Notice) -> Result<(), Unsent> {
        let packets = self.dialect.notice(notice);
        self.send(&packets)
    }

    fn pass_on(&mut self, code: Code, connection: Connection, told: Told) -> Result<(), Unsent> {
        let is_of = |seat: &Seat| seat.seated.connection == connection && seat.code == code;
        if !self.seats.iter().any(is_of) {
            // From a seat that was given up meanwhile.
            return Ok(());
        }
        match told {
            Told::Event { sequence, news } => self.pass_on_news(code, sequence, &news),
            Told::Closed => {
                self.unseat(code);
                Ok(())
            }
            Told::Replaced => {
                self.unseat(code);
                self.notify(Notice::Replaced)
            }
            Told::Forgotten => {
                self.unseat(code);
                Err(Unsent::Gone)
            }
        }
    }

    fn pass_on_news(&mut self, code: Code, sequence: u64, news: &News) -> Result<(), Unsent> {
        let Some(wording) = self.dialect.hear_alike(code, news.event()) else {
            let packets = self.dialect.encode(code, sequence, news.event());
            return self.send(&packets);
        };
        let frames = news.spelt(self.tongue, wording, |event| {
            let packets = self.dialect.encode(code, sequence, event);
            packets.iter().map(|packet| self.outlet.spell(packet)).collect()
        });
        frames.iter().try_for_each(|frame| self.outlet.feed(frame.clone()))
    }

    fn pass_on_line(&mut self, line: LineId, event: &LineEvent) -> Result<(), Unsent> {
        if self.line != Some(line) {
            return Ok(());
        }
        if matches!(event, LineEvent::Replaced) {
            self.line = None;
        }
        let packets = self.dialect.encode_line(event);
        self.send(&packets)
    }

    /// Hears that the client has no seat in this meeting any more.
    pub(super) fn unseat(&mut self, code: Code) -> Option<Seat> {
        let seat = self.seats.iter().position(|seat| seat.code == code)?;
        self.dialect.unseated(code);
        Some(self.seats.remove(seat))
    }

    fn send(&self, packets: &[Packet]) -> Result<(), Unsent> {
        packets.iter().try_for_each(|packet| self.outlet.feed(self.outlet.spell(packet)))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::task::Waker;

    use hearth_core::{Event, Seating};
    use hearth_wire::{DialectName, Manner};

    use super::*;
    use crate::engine::Frame;

    /// Has words for nothing.
    struct Speechless;

    impl Dialect for Speechless {
        fn manner(&self) -> Manner {
            Manner { seating: Seating::Brief, may_wait: false, several: false }
        }

        fn decode(&mut self, packet: Packet) -> Result<Vec<Request>, DecodeError> {
            assert!(packet.name != "confusing", "it is not understood");
            Ok(Vec::new())
        }

        fn answer(&mut self, _: &Answer) -> Reply {
            Reply::default()
        }

        fn encode(&mut self, _: Code, _: u64, _: &Event) -> Vec<Packet> {
            Vec::new()
        }

        fn notice(&mut self, notice: Notice) -> Vec<Packet> {
            unreachable!("{notice:?} is not spelt")
        }
    }

    #[derive(Clone, Default)]
    struct Closable(Arc<AtomicBool>);

    impl Outlet for Closable {
        type Ack = ();

        fn spell(&self, packet: &Packet) -> Frame {
            Frame::event("/", &packet.name, &packet.args)
        }

        fn feed(&self, _: Frame) -> Result<(), Unsent> {
            Ok(())
        }

        fn acknowledge(&self, (): (), _: Box<str>) -> Result<(), Unsent> {
            Ok(())
        }

        fn flush(&self) {}

        fn close(&self) {
            self.0.store(true, Ordering::Release);
        }
    }

    fn desk(outlet: &Closable) -> (Desk<Closable>, Ear) {
        let tongue = Tongue { dialect: DialectName::Native, alone: false };
        let desk = Desk::new(tongue, Box::new(Speechless), outlet.clone(), Metrics::new());
        let ear = desk.ear();
        (desk, ear)
    }

    #[test]
    fn a_mistake_in_what_one_client_is_told_is_that_clients_alone() {
        let outlet = Closable::default();
        let (_desk, ear) = desk(&outlet);

        let said = ear.say_now(Heard::Nearby(Vec::new()));

        assert!(said.is_ok(), "whoever says it goes on");
        assert!(outlet.0.load(Ordering::Acquire), "the client is let go");
    }

    #[test]
    fn a_mistake_in_reading_what_a_client_says_harms_nobody_who_tells_it_something() {
        let outlet = Closable::default();
        let (desk, ear) = desk(&outlet);
        let packet = Packet { name: "confusing".into(), args: Vec::new() };
        let read = catch_unwind(AssertUnwindSafe(|| desk.clerk().decode(packet).is_ok()));
        assert!(read.is_err(), "it was a mistake");

        let said = ear.say_now(Heard::Nearby(Vec::new()));

        assert!(said.is_ok(), "whoever says it goes on");
        desk.clerk().let_go(Unsent::Gone);
        assert!(outlet.0.load(Ordering::Acquire), "the conversation can be ended");
    }

    #[test]
    fn what_happens_while_a_packet_is_answered_is_heard_later() {
        let outlet = Closable::default();
        let (desk, ear) = desk(&outlet);
        let packet = Packet { name: "request".into(), args: Vec::new() };
        desk.clerk().decode(packet).expect("it is read");

        let said = ear.say_now(Heard::Nearby(Vec::new()));

        assert!(said.is_ok());
        assert!(!outlet.0.load(Ordering::Acquire), "it waits for the answer");
        desk.clerk().answer(&Answer::Done, None);
        let told = catch_unwind(AssertUnwindSafe(|| {
            desk.poll(&mut Context::from_waker(Waker::noop()));
        }));
        assert!(told.is_err(), "what has no words is told now");
    }
}

//! What waits for a client, and what its session is to be told.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::{Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};

use crate::frame::Frame;
use crate::host::Parting;
use crate::socket::Unsent;
use crate::websocket::WebSocket;

// More room than this is given back when the last frame is taken.
const ROOM: usize = 16;

/// What waits for a client. Many write, its session reads.
pub(crate) struct Outbox {
    most_packets: usize,
    most_bytes: usize,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    waiting: Waiting,
    reader: Option<Waker>,
    dismissals: bool,
    end: Option<End>,
    over: bool,
    // While its session sleeps.
    websocket: Option<WebSocket>,
}

#[derive(Default)]
struct Waiting {
    frames: VecDeque<Frame>,
    bytes: usize,
}

/// What a session is told from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signal {
    /// Some sockets were disconnected.
    Dismissals,
    /// It is to end.
    End(End),
}

/// How a session ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The engine is closing: after what waits.
    Gently,
    /// Whatever waits.
    Now(Parting),
}

impl Outbox {
    pub(crate) fn new(most_packets: usize, most_bytes: usize) -> Outbox {
        Outbox { most_packets, most_bytes, state: Mutex::default() }
    }

    /// Adds a frame that the next flush takes along, if there is room for it.
    pub(crate) fn feed(&self, frame: Frame) -> Result<(), Unsent> {
        let mut state = self.state();
        if state.over {
            return Err(Unsent::Gone);
        }
        let bytes = state.waiting.bytes + frame.packet().len();
        if state.waiting.frames.len() >= self.most_packets || bytes > self.most_bytes {
            return Err(Unsent::Stalled);
        }
        state.waiting.add(frame);
        Ok(())
    }

    /// Has what waits go out: at once, if its session sleeps.
    pub(crate) fn flush(&self) {
        let mut state = self.state();
        let State { waiting, websocket, .. } = &mut *state;
        if let Some(websocket) = websocket.as_mut().filter(|it| it.is_free())
            && websocket.write_now(|| waiting.pop()).is_ready()
            && waiting.frames.is_empty()
        {
            return;
        }
        wake(state);
    }

    /// Adds a frame of which there are never many, room or not.
    pub(crate) fn insist(&self, frame: Frame) {
        let mut state = self.state();
        if !state.over {
            state.waiting.add(frame);
            wake(state);
        }
    }

    /// Adds a last frame of a socket, and tells the session.
    pub(crate) fn dismiss(&self, frame: Frame) {
        self.state().dismissals = true;
        self.insist(frame);
    }

    /// Tells the session to end.
    pub(crate) fn end(&self, end: End) {
        let mut state = self.state();
        state.end = Some(end);
        wake(state);
    }

    /// Has frames written as they come, while nobody else writes.
    pub(crate) fn leave(&self, websocket: WebSocket) {
        self.state().websocket = Some(websocket);
    }

    /// Gives back the websocket that was left.
    pub(crate) fn take_back(&self) -> Option<WebSocket> {
        self.state().websocket.take()
    }

    /// Takes no more frames.
    pub(crate) fn shut(&self) {
        self.state().over = true;
    }

    /// Takes the first frame that waits.
    pub(crate) fn pop(&self) -> Option<Frame> {
        self.state().waiting.pop()
    }

    /// Whether nothing waits.
    pub(crate) fn is_empty(&self) -> bool {
        self.state().waiting.frames.is_empty()
    }

    /// Whoever reads is awake, and need not be woken until they ask again.
    pub(crate) fn attend(&self) {
        self.state().reader = None;
    }

    /// The next signal. Whoever asks is woken for frames as well.
    pub(crate) fn poll_signal(&self, cx: &Context<'_>) -> Poll<Signal> {
        let mut state = self.state();
        if let Some(end) = state.end.take() {
            return Poll::Ready(Signal::End(end));
        }
        if std::mem::take(&mut state.dismissals) {
            return Poll::Ready(Signal::Dismissals);
        }
        state.listen(cx);
        Poll::Pending
    }

    /// Waits until there is something to take.
    pub(crate) async fn filled(&self) {
        poll_fn(|cx| {
            let mut state = self.state();
            state.listen(cx);
            if state.waiting.frames.is_empty() { Poll::Pending } else { Poll::Ready(()) }
        })
        .await;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nobody panics while moving a frame")
    }
}

impl Waiting {
    fn add(&mut self, frame: Frame) {
        self.bytes += frame.packet().len();
        self.frames.push_back(frame);
    }

    fn pop(&mut self) -> Option<Frame> {
        let frame = self.frames.pop_front()?;
        self.bytes -= frame.packet().len();
        if self.frames.is_empty() && self.frames.capacity() > ROOM {
            self.frames = VecDeque::new();
        }
        Some(frame)
    }
}

impl State {
    fn listen(&mut self, cx: &Context<'_>) {
        if !self.reader.as_ref().is_some_and(|reader| reader.will_wake(cx.waker())) {
            self.reader = Some(cx.waker().clone());
        }
    }
}

/// Wakes the reader once the lock is free for it.
fn wake(mut state: MutexGuard<'_, State>) {
    let reader = state.reader.take();
    drop(state);
    if let Some(reader) = reader {
        reader.wake();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(length: usize) -> Frame {
        Frame::event("/", &"x".repeat(length - "42[\"\"]".len()), &[])
    }

    #[test]
    fn an_outbox_is_bounded_in_packets_and_in_bytes() {
        let outbox = Outbox::new(3, 100);
        for _ in 0..3 {
            outbox.feed(frame(10)).expect("there is room");
        }
        assert_eq!(outbox.feed(frame(10)), Err(Unsent::Stalled), "these are four packets");
        while outbox.pop().is_some() {}
        outbox.feed(frame(60)).expect("there is room again");
        assert_eq!(outbox.feed(frame(60)), Err(Unsent::Stalled), "these are 120 bytes");
        outbox.feed(frame(40)).expect("these are just a hundred");
        outbox.insist(frame(60));
        outbox.pop().expect("the first");
        outbox.pop().expect("the second");
        outbox.pop().expect("the one that was insisted on");
        outbox.feed(frame(100)).expect("all the room is back");
    }

    #[test]
    fn nothing_goes_to_who_is_gone() {
        let outbox = Outbox::new(3, 100);
        outbox.shut();
        assert_eq!(outbox.feed(frame(10)), Err(Unsent::Gone), "nobody reads it");
        outbox.insist(frame(10));
        assert!(outbox.pop().is_none(), "not even what was insisted on is kept");
    }
}

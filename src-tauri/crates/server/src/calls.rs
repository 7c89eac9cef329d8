//! Calls that pages at this computer hold, and whoever watches and steers them.
//!
//! ```text
//!   the page that holds a call ──card, mirrored──► other pages, tray
//!                              ◄─────deeds──────── other pages, tray
//! ```
//!
//! All that is known here is what is passed on.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use hearth_wire::{CallCard, CallNotice, CallRequest, Deed, Rejection};
use tokio::sync::watch;

use crate::ear::{Ear, Heard};

// The number of whoever is no page.
const SHELL: u64 = 0;

/// Knows which page holds a call. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Calls(Arc<Mutex<Board>>);

/// A page that attends to calls, until this is dropped.
#[derive(Debug)]
pub(crate) struct Attending {
    calls: Calls,
    number: u64,
}

#[derive(Debug, Default)]
struct Board {
    last: u64,
    pages: BTreeMap<u64, Ear>,
    /// Calls that are held, the one that began last at the end.
    held: Vec<Held>,
    at_hand: watch::Sender<Option<CallCard>>,
}

#[derive(Debug)]
struct Held {
    by: u64,
    card: CallCard,
}

impl Calls {
    /// The call at hand, now and whenever what is to be seen of it changes: of
    /// several the one that began last.
    pub fn at_hand(&self) -> watch::Receiver<Option<CallCard>> {
        self.board().at_hand.subscribe()
    }

    /// Asks the page that holds the call at hand to do something; `false` if
    /// there is none.
    pub fn steer(&self, deed: Deed) -> bool {
        self.board().steer(SHELL, 0, deed).is_ok()
    }

    /// Lets a page attend, and tells it of the call at hand.
    pub(crate) fn attend(&self, ear: Ear) -> Attending {
        let mut board = self.board();
        board.last += 1;
        let number = board.last;
        board.pages.insert(number, ear);
        if let Some(Held { card, .. }) = board.held.last() {
            board.tell(number, CallNotice::Held(card.clone()));
        }
        Attending { calls: self.clone(), number }
    }

    fn board(&self) -> MutexGuard<'_, Board> {
        self.0.lock().expect("nobody panics while passing on")
    }
}

impl Attending {
    /// Does what the page asks.
    pub(crate) fn ask(&self, request: CallRequest) -> Result<(), Rejection> {
        let mut board = self.calls.board();
        match request {
            CallRequest::Hold(card) => board.hold(self.number, card),
            CallRequest::Release => board.release(self.number),
            CallRequest::Mirror(event) => {
                if board.holder() != Some(self.number) {
                    return Err(Rejection::NoCall);
                }
                board.tell_others(self.number, &CallNotice::Mirrored(event));
            }
            CallRequest::Steer { ask, deed } => board.steer(self.number, ask, deed)?,
            CallRequest::Answer { to, ask, reply } => {
                board.tell(to, CallNotice::Answered { ask, reply });
            }
        }
        Ok(())
    }
}

impl Drop for Attending {
    fn drop(&mut self) {
        let mut board = self.calls.board();
        board.pages.remove(&self.number);
        board.release(self.number);
    }
}

impl Board {
    fn holder(&self) -> Option<u64> {
        self.held.last().map(|held| held.by)
    }

    fn hold(&mut self, by: u64, card: CallCard) {
        match self.held.iter_mut().find(|held| held.by == by) {
            Some(held) => held.card = card,
            None => self.held.push(Held { by, card }),
        }
        self.show();
    }

    fn release(&mut self, by: u64) {
        let before = self.held.len();
        self.held.retain(|held| held.by != by);
        if self.held.len() < before {
            self.show();
        }
    }

    /// Tells everyone what is to be seen now, if that is something else.
    fn show(&self) {
        let card = self.held.last().map(|held| held.card.clone());
        if *self.at_hand.borrow() == card {
            return;
        }
        self.at_hand.send_replace(card.clone());
        let notice = card.map_or(CallNotice::Released, CallNotice::Held);
        self.tell_others(self.holder().unwrap_or(SHELL), &notice);
    }

    fn steer(&self, from: u64, ask: u64, deed: Deed) -> Result<(), Rejection> {
        let holder = self.holder().ok_or(Rejection::NoCall)?;
        self.tell(holder, CallNotice::Steered { from, ask, deed });
        Ok(())
    }

    fn tell_others(&self, but: u64, notice: &CallNotice) {
        for number in self.pages.keys().copied().filter(|number| *number != but) {
            self.tell(number, notice.clone());
        }
    }

    /// Who is gone need not be told, and who does not listen is let go.
    fn tell(&self, number: u64, notice: CallNotice) {
        if let Some(ear) = self.pages.get(&number) {
            let _ = ear.say(Heard::Call(notice));
        }
    }
}

#[cfg(test)]
mod tests {
    use hearth_wire::{CallState, Device, Media};

    use crate::ear::Hearing;

    use super::*;

    fn card(path: &str) -> CallCard {
        let device = Device { available: true, enabled: true };
        CallCard {
            path: path.to_owned(),
            title: None,
            state: CallState::In,
            since: Some(1),
            media: Media { microphone: device, camera: device, screen: false },
            people: 1,
            waiting: 0,
            seen: false,
        }
    }

    fn page(calls: &Calls) -> (Attending, Hearing) {
        let (ear, hearing) = Ear::open();
        (calls.attend(ear), hearing)
    }

    async fn next(hearing: &mut Hearing) -> CallNotice {
        match hearing.next().await {
            Ok(Heard::Call(notice)) => notice,
            other => panic!("a notice about calls, and not {other:?}"),
        }
    }

    #[tokio::test]
    async fn a_page_that_comes_later_hears_of_the_call_and_steers_it() {
        let calls = Calls::default();
        let (holder, mut obeying) = page(&calls);
        holder.ask(CallRequest::Hold(card("/m/a"))).expect("it may");
        let (console, mut hearing) = page(&calls);
        assert_eq!(next(&mut hearing).await, CallNotice::Held(card("/m/a")));

        let deed = Deed::SetMicrophone { on: false };
        console.ask(CallRequest::Steer { ask: 7, deed: deed.clone() }).expect("there is a call");
        let CallNotice::Steered { from, ask, deed: asked } = next(&mut obeying).await else {
            panic!("the holder is steered");
        };
        assert_eq!((ask, asked), (7, deed));
        let reply: Arc<str> = r#"{"ok":true}"#.into();
        holder.ask(CallRequest::Answer { to: from, ask, reply: reply.clone() }).expect("it may");
        assert_eq!(next(&mut hearing).await, CallNotice::Answered { ask: 7, reply });
    }

    #[tokio::test]
    async fn the_call_that_began_last_is_at_hand_until_it_is_over() {
        let calls = Calls::default();
        let at_hand = calls.at_hand();
        let path = || at_hand.borrow().as_ref().map(|card| card.path.clone());
        let ((first, _), (second, _)) = (page(&calls), page(&calls));
        let (_watching, mut hearing) = page(&calls);

        first.ask(CallRequest::Hold(card("/m/a"))).expect("it may");
        second.ask(CallRequest::Hold(card("/m/b"))).expect("it may");
        first.ask(CallRequest::Hold(CallCard { people: 2, ..card("/m/a") })).expect("it may");
        assert_eq!(path().as_deref(), Some("/m/b"));
        assert_eq!(first.ask(CallRequest::Mirror("{}".into())), Err(Rejection::NoCall));

        drop(second);
        assert_eq!(path().as_deref(), Some("/m/a"), "the other one follows");
        first.ask(CallRequest::Release).expect("it may");
        assert_eq!(path(), None);
        assert!(!calls.steer(Deed::Leave {}), "nobody obeys");

        let heard = [next(&mut hearing).await, next(&mut hearing).await, next(&mut hearing).await];
        let renewed = CallCard { people: 2, ..card("/m/a") };
        let told = [card("/m/a"), card("/m/b"), renewed].map(CallNotice::Held);
        assert_eq!(heard, told, "what is not at hand is not shown");
        assert_eq!(next(&mut hearing).await, CallNotice::Released);
    }
}

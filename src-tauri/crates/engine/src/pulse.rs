//! The heartbeat: whether a client is still there, and means something.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

use crate::config::Config;

/// The clock of one session. One timer serves all that it waits for.
#[derive(Debug)]
pub(crate) struct Pulse {
    timer: Pin<Box<Sleep>>,
    next: Beat,
    due: Instant,
    // Set while the client is in no namespace.
    aimless_until: Option<Instant>,
    interval: Duration,
    timeout: Duration,
    patience: Duration,
}

/// What it is time for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beat {
    /// To ask whether the client is there.
    Ping,
    /// To give it up: it did not answer.
    Silence,
    /// To give it up: it is in no namespace.
    Aimless,
}

impl Pulse {
    pub(crate) fn new(config: &Config) -> Pulse {
        let now = Instant::now();
        let (due, aimless_until) = (now + config.ping_interval, now + config.connect_timeout);
        Pulse {
            timer: Box::pin(sleep_until(due.min(aimless_until))),
            next: Beat::Ping,
            due,
            aimless_until: Some(aimless_until),
            interval: config.ping_interval,
            timeout: config.ping_timeout,
            patience: config.connect_timeout,
        }
    }

    /// The client said something, and is there. Any word of it is an answer: the
    /// one that was asked for may wait behind others that take long to be served,
    /// and the client has to hear its pings meanwhile.
    pub(crate) fn heard(&mut self) {
        if self.next == Beat::Silence {
            self.next = Beat::Ping;
            self.due = Instant::now() + self.interval;
            self.hurry();
        }
    }

    /// The client is in a namespace, or in none.
    pub(crate) fn attend(&mut self, aimless: bool) {
        if aimless != self.aimless_until.is_some() {
            self.aimless_until = aimless.then(|| Instant::now() + self.patience);
            self.hurry();
        }
    }

    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Beat> {
        loop {
            ready!(self.timer.as_mut().poll(cx));
            let now = Instant::now();
            if self.aimless_until.is_some_and(|until| until <= now) {
                return Poll::Ready(Beat::Aimless);
            }
            if self.due <= now {
                let beat = self.next;
                self.next = Beat::Silence;
                self.due = now + self.timeout;
                return Poll::Ready(beat);
            }
            // It was set before what it was to wake for moved on.
            let wake = self.wake();
            self.timer.as_mut().reset(wake);
        }
    }

    /// A timer that is too early is set again when it wakes; one that is too
    /// late has to be set now.
    fn hurry(&mut self) {
        let wake = self.wake();
        if wake < self.timer.deadline() {
            self.timer.as_mut().reset(wake);
        }
    }

    fn wake(&self) -> Instant {
        self.aimless_until.map_or(self.due, |until| until.min(self.due))
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;

    use super::*;

    const CONFIG: Config = Config {
        ping_interval: Duration::from_secs(5),
        ping_timeout: Duration::from_secs(3),
        connect_timeout: Duration::from_secs(9),
        max_payload: 0,
        outgoing_packets: 0,
        outgoing_bytes: 0,
        namespaces: 0,
        sessions: 0,
    };

    async fn beat(pulse: &mut Pulse, since: Instant) -> (Beat, u64) {
        let beat = poll_fn(|cx| pulse.poll(cx)).await;
        (beat, since.elapsed().as_secs())
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_is_asked_after_each_interval_and_given_up_when_silent() {
        let start = Instant::now();
        let mut pulse = Pulse::new(&CONFIG);
        pulse.attend(false);
        assert_eq!(beat(&mut pulse, start).await, (Beat::Ping, 5), "after one whole interval");
        tokio::time::advance(Duration::from_secs(1)).await;
        pulse.heard();
        tokio::time::advance(Duration::from_secs(2)).await;
        pulse.heard();
        assert_eq!(
            beat(&mut pulse, start).await,
            (Beat::Ping, 11),
            "one interval after the answer"
        );
        assert_eq!(beat(&mut pulse, start).await, (Beat::Silence, 14), "there was no pong");
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_whose_words_take_long_to_be_served_is_not_silent() {
        let start = Instant::now();
        let mut pulse = Pulse::new(&CONFIG);
        pulse.attend(false);
        assert_eq!(beat(&mut pulse, start).await, (Beat::Ping, 5), "after one whole interval");
        tokio::time::advance(Duration::from_secs(7)).await;
        pulse.heard();
        assert_eq!(beat(&mut pulse, start).await, (Beat::Ping, 17), "one interval after its word");
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_in_no_namespace_is_given_up() {
        let start = Instant::now();
        let mut pulse = Pulse::new(&CONFIG);
        assert_eq!(beat(&mut pulse, start).await, (Beat::Ping, 5), "it is alive");
        pulse.heard();
        assert_eq!(beat(&mut pulse, start).await, (Beat::Aimless, 9), "but what does it want?");
    }
}

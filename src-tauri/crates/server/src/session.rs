//! One conversation: what one Socket.IO connection asks, and what it hears.

mod caller;
mod desk;
mod requests;

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::task::Context;
use std::time::Duration;

use hearth_wire::{Answer, DialectName, Notice, Packet, Rejection, Request};
use tokio::sync::Mutex;
use tokio_util::task::TaskTracker;
use tracing::debug;

use crate::allowance::{Allowance, Allowances, Origin};
use crate::calls::{Attending, Calls};
use crate::claims::{Claim, Claims};
use crate::clock;
use crate::config::Limits;
use crate::ear::Ear;
use crate::engine::Frame;
use crate::exchange::{Exchanges, Told};
use crate::link::Link;
use crate::meetings::Meetings;
use crate::metrics::Metrics;
use crate::neighbourhood::{Neighbourhood, Standing};
use crate::news::Tongue;

use desk::{Desk, Seat};

pub(crate) use caller::{Caller, Through};

/// The way to the client. None of these ever waits.
pub(crate) trait Outlet: Send + 'static {
    /// By what the client knows which of its packets is answered.
    type Ack: Send;
    /// Spells a packet as everyone hears it who is spoken to in the same tongue.
    fn spell(&self, packet: &Packet) -> Frame;
    /// Adds what was spelt to what the next flush sends, or says that the client does
    /// not read.
    fn feed(&self, frame: Frame) -> Result<(), Unsent>;
    /// Adds the answer to a packet, or says that the client does not read.
    fn acknowledge(&self, ack: Self::Ack, answer: Box<str>) -> Result<(), Unsent>;
    /// Sends what was added.
    fn flush(&self);
    /// Ends the connection.
    fn close(&self);
}

/// Why a packet could not be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unsent {
    /// The client has too many packets waiting.
    Stalled,
    /// The client is gone.
    Gone,
}

/// How a conversation ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The client is gone.
    Gone,
    /// The server stops.
    Stopping,
}

/// What all conversations share. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Hall {
    pub(crate) meetings: Meetings,
    pub(crate) link: Link,
    pub(crate) claims: Claims,
    pub(crate) exchanges: Exchanges,
    pub(crate) calls: Calls,
    pub(crate) neighbourhood: Neighbourhood,
    pub(crate) metrics: Metrics,
    pub(crate) limits: Limits,
    pub(crate) new_meetings: Arc<Allowances<Origin>>,
    /// Held by who makes a meeting under a code that others may make too.
    pub(crate) making: Arc<Mutex<()>>,
    /// How many clients are connected.
    pub(crate) sockets: Arc<AtomicUsize>,
    /// Those who are giving up the seats of clients that are gone.
    pub(crate) partings: TaskTracker,
}

/// A conversation with one client.
pub(crate) struct Session<O> {
    hall: Hall,
    name: DialectName,
    caller: Caller,
    claim: Option<Claim>,
    allowance: Allowance,
    ear: Ear,
    desk: Desk<O>,
    standing: Option<Standing>,
    attending: Option<Attending>,
    // What others hear as soon as nothing more of the client is at hand.
    said: Told,
}

impl<O: Outlet> Session<O> {
    /// Begins a conversation.
    pub(crate) fn begin(hall: Hall, tongue: Tongue, caller: Caller, outlet: O) -> Self {
        let Limits { request_burst, requests_per_second, .. } = hall.limits;
        let interval = Duration::from_secs(1) / requests_per_second;
        let allowance = Allowance::new(request_burst, interval, clock::instant());
        hall.metrics.sockets.inc();
        let dialect = tongue.dialect.speak(&caller.client());
        let desk = Desk::new(tongue, dialect, outlet, hall.metrics.clone());
        Session {
            hall,
            name: tongue.dialect,
            caller,
            claim: None,
            allowance,
            ear: desk.ear(),
            desk,
            standing: None,
            attending: None,
            said: Told::default(),
        }
    }

    /// Tells the client what has happened; the task that polls this is woken
    /// for what happens later.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) {
        self.desk.poll(cx);
    }

    /// Hears nothing more of the client for now: what it said is passed on.
    pub(crate) fn rest(&mut self) {
        self.said.deliver();
    }

    /// Does what the client asks: at once, or by the future.
    pub(crate) fn serve(
        &mut self,
        packet: Packet,
        ack: Option<O::Ack>,
    ) -> Option<impl Future<Output = ()> + Send + '_> {
        self.hall.metrics.requests.inc();
        match self.read(packet).map(<[Request; 1]>::try_from) {
            // Of signals there are most, and they wait for nobody.
            Ok(Ok([Request::Dial(command)])) => {
                let answer = self.dial(command);
                self.reply(answer.unwrap_or_else(Answer::Refused), ack);
                None
            }
            Ok(requests) => {
                let requests = requests.map_or_else(|several| several, Vec::from);
                Some(async move {
                    let answer = self.answer(requests).await;
                    self.reply(answer, ack);
                })
            }
            Err(why) => {
                self.reply(Answer::Refused(why), ack);
                None
            }
        }
    }

    fn read(&mut self, packet: Packet) -> Result<Vec<Request>, Rejection> {
        if !self.allowance.take(clock::instant()) {
            self.hall.metrics.throttled.inc();
            return Err(Rejection::TooManyRequests);
        }
        let decoded = self.desk.clerk().decode(packet);
        decoded.map_err(|error| {
            self.hall.metrics.malformed.inc();
            debug!("A packet could not be read: {error}");
            Rejection::BadRequest
        })
    }

    fn reply(&mut self, answer: Answer, ack: Option<O::Ack>) {
        if let Answer::Refused(why) = answer {
            self.hall.metrics.refused.inc();
            debug!("A request was turned down: {why}");
        }
        self.desk.clerk().answer(&answer, ack);
    }

    /// Ends the conversation.
    pub(crate) fn end(&mut self, ending: Ending) {
        let (seats, line) = {
            let mut clerk = self.desk.clerk();
            if ending == Ending::Stopping {
                // Whoever does not read does not mind.
                let _ = clerk.notify(Notice::Stopping);
            }
            clerk.outlet.close();
            (std::mem::take(&mut clerk.seats), clerk.line.take())
        };
        let (hall, name) = (self.hall.clone(), self.name);
        let claim = self.claim.take();
        self.attending = None;
        self.said.deliver();
        self.hall.partings.spawn(async move {
            for Seat { meeting, seated, .. } in seats {
                meeting.disconnect(seated.id, seated.connection).await;
            }
            if let Some(line) = line {
                hall.exchanges.of(name).disconnect(line);
            }
            // Nobody else goes by this id before.
            drop(claim);
            hall.metrics.sockets.dec();
        });
    }
}

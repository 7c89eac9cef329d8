//! One conversation: what one Socket.IO connection asks, and what it hears.

mod caller;
mod requests;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::task::{Context, Poll};
use std::time::Duration;

use hearth_core::{Code, LineEvent, LineId};
use hearth_wire::{Answer, Dialect, DialectName, Notice, Packet, Rejection, Reply};
use tokio::sync::Mutex;
use tokio_util::task::TaskTracker;
use tracing::{debug, warn};

use crate::allowance::{Allowance, Allowances, Origin};
use crate::calls::{Attending, Calls};
use crate::claims::{Claim, Claims};
use crate::clock;
use crate::config::Limits;
use crate::ear::{Ear, Heard, Hearing, Stalled, Told};
use crate::exchange::Exchanges;
use crate::link::Link;
use crate::meetings::{MeetingHandle, Meetings, Seated};
use crate::metrics::Metrics;
use crate::neighbourhood::{Neighbourhood, Standing};

pub(crate) use caller::{Caller, Through};

/// The way to the client. None of these ever waits.
pub(crate) trait Outlet {
    /// By what the client knows which of its packets is answered.
    type Ack;
    /// Sends a packet, or says that the client does not read.
    fn send(&self, packet: Packet) -> Result<(), Unsent>;
    /// Answers a packet, or says that the client does not read.
    fn acknowledge(&self, ack: Self::Ack, answer: Box<str>) -> Result<(), Unsent>;
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
    dialect: Box<dyn Dialect>,
    caller: Caller,
    claim: Option<Claim>,
    outlet: O,
    allowance: Allowance,
    ear: Ear,
    hearing: Hearing,
    seats: HashMap<Code, (MeetingHandle, Seated)>,
    line: Option<LineId>,
    standing: Option<Standing>,
    attending: Option<Attending>,
}

impl<O: Outlet> Session<O> {
    /// Begins a conversation.
    pub(crate) fn begin(hall: Hall, dialect: DialectName, caller: Caller, outlet: O) -> Self {
        let Limits { request_burst, requests_per_second, .. } = hall.limits;
        let interval = Duration::from_secs(1) / requests_per_second;
        let allowance = Allowance::new(request_burst, interval, clock::now().instant);
        let (ear, hearing) = Ear::open();
        hall.metrics.sockets.inc();
        Session {
            hall,
            name: dialect,
            dialect: dialect.speak(&caller.client()),
            caller,
            claim: None,
            outlet,
            allowance,
            ear,
            hearing,
            seats: HashMap::new(),
            line: None,
            standing: None,
            attending: None,
        }
    }

    /// Tells the client what has happened; the task that polls this is woken
    /// for what happens later.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) {
        while let Poll::Ready(heard) = self.hearing.poll(cx) {
            let told = heard.map_err(|Stalled| Unsent::Stalled).and_then(|it| self.pass_on(it));
            if let Err(unsent) = told {
                self.let_go(unsent);
                break;
            }
        }
    }

    /// Does what the client asks.
    pub(crate) async fn serve(&mut self, packet: Packet, ack: Option<O::Ack>) {
        self.hall.metrics.requests.inc();
        let answer = if self.allowance.take(clock::now().instant) {
            match self.dialect.decode(packet) {
                Ok(requests) => self.answer(requests).await,
                Err(error) => {
                    self.hall.metrics.malformed.inc();
                    debug!("A packet could not be read: {error}");
                    Answer::Refused(Rejection::BadRequest)
                }
            }
        } else {
            self.hall.metrics.throttled.inc();
            Answer::Refused(Rejection::TooManyRequests)
        };
        if let Answer::Refused(why) = answer {
            self.hall.metrics.refused.inc();
            debug!("A request was turned down: {why}");
        }
        let Reply { acknowledgement, packets } = self.dialect.answer(&answer);
        let acknowledged = match (ack, acknowledgement) {
            (Some(ack), Some(acknowledgement)) => self.outlet.acknowledge(ack, acknowledgement),
            _ => Ok(()),
        };
        if let Err(unsent) = acknowledged.and_then(|()| self.send(packets)) {
            self.let_go(unsent);
        }
    }

    /// Ends the conversation.
    pub(crate) fn end(&mut self, ending: Ending) {
        if ending == Ending::Stopping {
            // Whoever does not read does not mind.
            let _ = self.notify(Notice::Stopping);
        }
        self.outlet.close();
        let (hall, name) = (self.hall.clone(), self.name);
        let (seats, line) = (std::mem::take(&mut self.seats), self.line.take());
        let claim = self.claim.take();
        self.attending = None;
        self.hall.partings.spawn(async move {
            for (meeting, seated) in seats.into_values() {
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

    fn let_go(&self, unsent: Unsent) {
        if unsent == Unsent::Stalled {
            self.hall.metrics.stalled.inc();
            warn!("A client stopped reading");
        }
        self.outlet.close();
    }

    fn pass_on(&mut self, heard: Heard) -> Result<(), Unsent> {
        let (code, connection, told) = match heard {
            Heard::Meeting { code, connection, told } => (code, connection, told),
            Heard::Line { line, event } => return self.pass_on_line(line, &event),
            Heard::Nearby(neighbours) => return self.notify(Notice::Nearby(neighbours)),
            Heard::Call(notice) => return self.notify(Notice::Calls(notice)),
        };
        if self.seats.get(&code).is_none_or(|(_, seated)| seated.connection != connection) {
            // From a seat that was given up meanwhile.
            return Ok(());
        }
        match told {
            Told::Event { sequence, event } => {
                let packets = self.dialect.encode(code, sequence, &event);
                self.send(packets)
            }
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

    fn pass_on_line(&mut self, line: LineId, event: &LineEvent) -> Result<(), Unsent> {
        if self.line != Some(line) {
            return Ok(());
        }
        if matches!(event, LineEvent::Replaced) {
            self.line = None;
        }
        let packets = self.dialect.encode_line(event);
        self.send(packets)
    }

    fn unseat(&mut self, code: Code) {
        self.seats.remove(&code);
        self.dialect.unseated(code);
    }

    fn notify(&mut self, notice: Notice) -> Result<(), Unsent> {
        let packets = self.dialect.notice(notice);
        self.send(packets)
    }

    fn send(&self, packets: Vec<Packet>) -> Result<(), Unsent> {
        packets.into_iter().try_for_each(|packet| self.outlet.send(packet))
    }
}

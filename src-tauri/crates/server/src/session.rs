//! One conversation: what one Socket.IO connection asks, and what it hears.

use std::time::Duration;

use hearth_wire::{Answer, Dialect, Notice, Packet, Rejection, Request};
use serde_json::value::RawValue;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{debug, warn};

use crate::allowance::Allowance;
use crate::clock;
use crate::config::Limits;
use crate::identity::Identity;
use crate::meetings::{MeetingGone, MeetingHandle, Meetings, Seated, Told};
use crate::metrics::Metrics;

// Packets that wait while one is being served.
const INBOX: usize = 512;

/// One packet from the client, and the way to answer it.
pub(crate) struct Incoming {
    pub(crate) packet: Packet,
    pub(crate) reply: Box<dyn FnOnce(Box<RawValue>) + Send>,
}

/// The way to the client. Neither of these ever waits.
pub(crate) trait Outlet: Send + 'static {
    /// Sends a packet, or says that the client does not read.
    fn send(&self, packet: Packet) -> Result<(), Unsent>;
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

/// What all conversations share. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Hall {
    pub(crate) meetings: Meetings,
    pub(crate) metrics: Metrics,
    pub(crate) limits: Limits,
    pub(crate) stopping: CancellationToken,
    pub(crate) conversations: TaskTracker,
}

/// The way into a conversation. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Line {
    inbox: mpsc::Sender<Incoming>,
    gone: CancellationToken,
}

impl Line {
    /// Hands over a packet, unless the client sends faster than it is served.
    pub(crate) fn receive(&self, incoming: Incoming) -> Result<(), Overrun> {
        self.inbox.try_send(incoming).map_err(|_| Overrun)
    }

    /// Says that the connection is gone.
    pub(crate) fn hang_up(&self) {
        self.gone.cancel();
    }
}

/// The conversation is over, or has more packets waiting than it can hold.
#[derive(Debug)]
pub(crate) struct Overrun;

/// What came in on a line and is not served yet.
pub(crate) struct Packets {
    inbox: mpsc::Receiver<Incoming>,
    gone: CancellationToken,
}

/// Lays the line on which a conversation will hear its client.
pub(crate) fn line() -> (Line, Packets) {
    let (sender, inbox) = mpsc::channel(INBOX);
    let gone = CancellationToken::new();
    (Line { inbox: sender, gone: gone.clone() }, Packets { inbox, gone })
}

/// Starts a conversation.
pub(crate) fn start(
    hall: Hall,
    identity: Identity,
    dialect: Box<dyn Dialect>,
    packets: Packets,
    outlet: impl Outlet,
) {
    let Limits { request_burst, requests_per_second, .. } = hall.limits;
    let interval = Duration::from_secs(1) / requests_per_second;
    let allowance = Allowance::new(request_burst, interval, clock::now().instant);
    let conversations = hall.conversations.clone();
    let session = Session { hall, identity, dialect, outlet, allowance, seat: None };
    conversations.spawn(session.run(packets));
}

struct Session<O> {
    hall: Hall,
    identity: Identity,
    dialect: Box<dyn Dialect>,
    outlet: O,
    allowance: Allowance,
    seat: Option<Seat>,
}

struct Seat {
    meeting: MeetingHandle,
    seated: Seated,
}

impl<O: Outlet> Session<O> {
    async fn run(mut self, Packets { mut inbox, gone }: Packets) {
        self.hall.metrics.sockets.inc();
        let stopping = self.hall.stopping.clone();
        loop {
            let on = tokio::select! {
                // What came of one request is heard before the next is served:
                // a seat that was left may be taken again.
                biased;
                told = hear(&mut self.seat) => self.pass_on(told),
                () = stopping.cancelled() => {
                    let _ = self.notify(Notice::Stopping);
                    break;
                }
                incoming = inbox.recv() => match incoming {
                    Some(incoming) => self.serve(incoming).await,
                    None => break,
                },
                () = gone.cancelled() => break,
            };
            if let Err(unsent) = on {
                if unsent == Unsent::Stalled {
                    self.hall.metrics.stalled.inc();
                    warn!("A client stopped reading");
                }
                break;
            }
        }
        self.outlet.close();
        if let Some(Seat { meeting, seated }) = self.seat {
            meeting.disconnect(seated.id, seated.connection).await;
        }
        self.hall.metrics.sockets.dec();
    }

    async fn serve(&mut self, Incoming { packet, reply }: Incoming) -> Result<(), Unsent> {
        self.hall.metrics.requests.inc();
        let answer = if self.allowance.take(clock::now().instant) {
            match self.dialect.decode(packet) {
                Ok(Some(request)) => self.answer(request).await,
                Ok(None) => return Ok(()),
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
        if let Answer::Refused(_) = answer {
            self.hall.metrics.refused.inc();
        }
        if let Some(answer) = self.dialect.answer(&answer) {
            reply(answer);
        }
        Ok(())
    }

    async fn answer(&mut self, request: Request) -> Answer {
        let outcome = match request {
            Request::Enter { code } => self.enter(code).await,
            Request::Resume { code, token, after } => self.resume(code, token, after).await,
            Request::Act(command) => self.act(command).await,
        };
        outcome.unwrap_or_else(Answer::Refused)
    }

    async fn enter(&mut self, code: hearth_core::Code) -> Result<Answer, Rejection> {
        self.check_free()?;
        let entered = self.hall.meetings.enter(code, self.identity.person).await?;
        Ok(self.sit(entered))
    }

    async fn resume(
        &mut self,
        code: hearth_core::Code,
        token: hearth_core::ResumeToken,
        after: Option<u64>,
    ) -> Result<Answer, Rejection> {
        self.check_free()?;
        let resumed = self.hall.meetings.resume(code, token, after).await?;
        Ok(self.sit(resumed))
    }

    fn check_free(&self) -> Result<(), Rejection> {
        if self.seat.is_some() { Err(Rejection::AlreadyEntered) } else { Ok(()) }
    }

    fn sit(&mut self, (meeting, seated): (MeetingHandle, Seated)) -> Answer {
        let answer = Answer::Seated { you: seated.id, token: seated.token };
        self.seat = Some(Seat { meeting, seated });
        answer
    }

    async fn act(&mut self, command: hearth_core::Command) -> Result<Answer, Rejection> {
        let Seat { meeting, seated } = self.seat.as_ref().ok_or(Rejection::NotEntered)?;
        let outcome = meeting.command(seated.id, command).await;
        let receipts = outcome.map_err(|MeetingGone| Rejection::NotEntered)??;
        for receipt in receipts {
            receipt.await.map_err(|error| {
                tracing::error!("A record was not kept: {error}");
                Rejection::Unavailable
            })?;
        }
        Ok(Answer::Done)
    }

    /// Passes on what the seat hears; `None` means that its reader stalled.
    fn pass_on(&mut self, told: Option<Told>) -> Result<(), Unsent> {
        match told {
            Some(Told::Event { sequence, event }) => {
                let packets = self.dialect.encode(sequence, &event);
                packets.into_iter().try_for_each(|packet| self.outlet.send(packet))
            }
            Some(Told::Closed) => {
                self.seat = None;
                Ok(())
            }
            Some(Told::Replaced) => {
                self.seat = None;
                self.notify(Notice::Replaced)
            }
            Some(Told::Forgotten) => {
                self.seat = None;
                Err(Unsent::Gone)
            }
            None => {
                self.seat = None;
                Err(Unsent::Stalled)
            }
        }
    }

    fn notify(&mut self, notice: Notice) -> Result<(), Unsent> {
        let packets = self.dialect.notice(notice);
        packets.into_iter().try_for_each(|packet| self.outlet.send(packet))
    }
}

async fn hear(seat: &mut Option<Seat>) -> Option<Told> {
    match seat {
        Some(seat) => seat.seated.told.recv().await,
        None => std::future::pending().await,
    }
}

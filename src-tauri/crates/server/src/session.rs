//! One conversation: what one Socket.IO connection asks, and what it hears.

mod caller;

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::task::{Context, Poll};
use std::time::Duration;

use hearth_core::{
    Arrival, Card, Code, Command, LineCommand, LineEvent, LineId, LineRefusal, ResumeToken, Visitor,
};
use hearth_wire::{
    Answer, Dialect, DialectName, Manner, NewMeeting, Notice, Packet, Rejection, Reply, Request,
};
use tokio::sync::Mutex;
use tokio_util::task::TaskTracker;
use tracing::{debug, error, warn};

use crate::allowance::{Allowance, Allowances};
use crate::claims::{Claim, Claims};
use crate::config::Limits;
use crate::ear::{Ear, Heard, Hearing, Stalled, Told};
use crate::exchange::Exchanges;
use crate::identity::{Identity, Proof};
use crate::link::Link;
use crate::meetings::{MeetingGone, MeetingHandle, Meetings, Seated};
use crate::metrics::Metrics;
use crate::neighbourhood::{Neighbourhood, Standing};
use crate::{chance, clock};

pub(crate) use caller::{Caller, Through};

// Bytes of an id that a client claims.
const LONGEST_ID: usize = 256;

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
    pub(crate) neighbourhood: Neighbourhood,
    pub(crate) metrics: Metrics,
    pub(crate) limits: Limits,
    pub(crate) new_meetings: Arc<Allowances<IpAddr>>,
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
        self.hall.partings.spawn(async move {
            for (meeting, seated) in seats.into_values() {
                meeting.disconnect(seated.id, seated.connection).await;
            }
            if let Some(line) = line {
                hall.exchanges.of(name).disconnect(line);
            }
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

    /// Does one after the other until something is refused; then whatever was
    /// entered for it is left again.
    async fn answer(&mut self, requests: Vec<Request>) -> Answer {
        let mut answer = Answer::Done;
        let mut entered = Vec::new();
        for request in requests {
            let entering = match request {
                Request::Enter { code, .. } => Some(code),
                _ => None,
            };
            match self.carry_out(request).await {
                Ok(done) => {
                    answer = done;
                    entered.extend(entering);
                }
                Err(why) => {
                    for code in entered {
                        // What was entered can be left.
                        let _ = self.leave(code).await;
                    }
                    return Answer::Refused(why);
                }
            }
        }
        answer
    }

    async fn carry_out(&mut self, request: Request) -> Result<Answer, Rejection> {
        match request {
            Request::Claim { id } => self.claim(&id),
            Request::Make { code, new } => self.make(code, new).await,
            Request::Enter { code, or_make } => self.enter(code, or_make).await,
            Request::Resume { code, token, after } => self.resume(code, token, after).await,
            Request::Leave { code } => self.leave(code).await,
            Request::Act { code, command } => self.act(code, command).await,
            Request::Arrive { card, arrival } => self.arrive(card, arrival),
            Request::Depart => {
                self.depart();
                Ok(Answer::Done)
            }
            Request::Watch => self.watch(),
            Request::Dial(command) => self.dial(command),
            Request::Ring { to, note } => {
                self.dial(LineCommand::Ring { call: chance::code(), to, note })
            }
            Request::LookUp { person } => {
                Ok(Answer::Status(self.hall.exchanges.of(self.name).status(person)))
            }
        }
    }

    fn claim(&mut self, id: &str) -> Result<Answer, Rejection> {
        if id.is_empty() || id.len() > LONGEST_ID {
            return Err(Rejection::BadRequest);
        }
        self.claim = None;
        let claim = self.hall.claims.claim(self.name, id, self.caller.address);
        let claim = claim.ok_or(Rejection::IdTaken)?;
        self.caller.identity = Identity::claimed(claim.person);
        self.claim = Some(claim);
        Ok(Answer::Done)
    }

    async fn enter(
        &mut self,
        code: Code,
        or_make: Option<NewMeeting>,
    ) -> Result<Answer, Rejection> {
        let Manner { seating, may_wait, .. } = self.check_free(code)?;
        if let Some(new) = or_make
            && !self.hall.meetings.is_there(code).await?
        {
            self.make_or_not(code, new).await?;
        }
        let Identity { person, proof, .. } = self.caller.identity;
        let through = self.caller.through.as_ref();
        let meeting = through.and_then(|it| {
            self.hall.link.doors.enter(code, it.fingerprint, person, clock::now().instant)
        });
        let visitor = Visitor {
            person,
            token: chance::resume_token(),
            seating,
            may_host: proof != Proof::Claimed,
            may_wait,
            must_wait: meeting.is_some(),
            installation: through.and_then(|it| it.id.clone()),
        };
        let meetings = &self.hall.meetings;
        let meeting = meeting.map_or(code, |code| meetings.current(code));
        let entering = meetings.enter(meeting, code, visitor, &self.ear);
        let entered = self.hall.link.look(code, self.caller.elsewhere(), entering).await?;
        Ok(self.sit(code, entered))
    }

    async fn make(&mut self, code: Code, new: NewMeeting) -> Result<Answer, Rejection> {
        // Nobody makes what they could not enter.
        self.check_free(code)?;
        let made = self.make_or_not(code, new).await?;
        if made { Ok(Answer::Done) } else { Err(Rejection::CodeTaken) }
    }

    /// Makes a meeting unless there is one; `false` if there is.
    async fn make_or_not(&mut self, code: Code, new: NewMeeting) -> Result<bool, Rejection> {
        // Many may want the same one at the same time, and one of them makes it.
        let making = Arc::clone(&self.hall.making);
        let _turn = making.lock().await;
        if self.hall.meetings.is_there(code).await? {
            return Ok(false);
        }
        if !self.hall.new_meetings.take(self.caller.address, clock::now().instant) {
            return Err(Rejection::TooManyRequests);
        }
        self.hall.meetings.create_as(code, new.spelling, new.lifetime, None).await
    }

    fn arrive(&mut self, card: Card, arrival: Arrival) -> Result<Answer, Rejection> {
        let person = self.caller.identity.person;
        if let Some(standing) = &self.standing
            && let Some(hearth_wire::Caller { name, .. }) = hearth_wire::Caller::of(&card)
        {
            standing.call(person, name);
        }
        let exchange = self.hall.exchanges.of(self.name);
        let line = exchange.arrive(person, card, arrival, self.ear.clone())?;
        // Whoever arrives again has been there all the time.
        if let Some(old) = self.line.replace(line) {
            exchange.disconnect(old);
        }
        Ok(Answer::Done)
    }

    fn depart(&mut self) {
        if let Some(line) = self.line.take() {
            self.hall.exchanges.of(self.name).disconnect(line);
        }
    }

    fn watch(&mut self) -> Result<Answer, Rejection> {
        if !self.caller.is_own {
            return Err(Rejection::OnlyLocal);
        }
        self.standing = Some(self.hall.neighbourhood.watch(self.ear.clone()));
        Ok(Answer::Done)
    }

    fn dial(&mut self, command: LineCommand) -> Result<Answer, Rejection> {
        let line = self.line.ok_or(LineRefusal::NotConnected)?;
        self.hall.exchanges.of(self.name).handle(line, command)?;
        Ok(Answer::Done)
    }

    async fn resume(
        &mut self,
        code: Code,
        token: ResumeToken,
        after: Option<u64>,
    ) -> Result<Answer, Rejection> {
        self.check_free(code)?;
        let through = self.caller.through.as_ref();
        let meeting = through.and_then(|it| self.hall.link.doors.behind(code, it.fingerprint));
        let meeting = meeting.unwrap_or(code);
        let resumed = self.hall.meetings.resume(meeting, code, token, after, &self.ear).await?;
        Ok(self.sit(code, resumed))
    }

    fn check_free(&self, code: Code) -> Result<Manner, Rejection> {
        let manner = self.dialect.manner();
        if self.seats.contains_key(&code) || (!manner.several && !self.seats.is_empty()) {
            return Err(Rejection::AlreadyEntered);
        }
        if self.seats.len() >= self.hall.limits.meetings_per_socket {
            return Err(Rejection::TooManyMeetings);
        }
        Ok(manner)
    }

    fn sit(&mut self, code: Code, (meeting, seated): (MeetingHandle, Seated)) -> Answer {
        let answer = Answer::Seated { you: seated.id, token: seated.token };
        self.seats.insert(code, (meeting, seated));
        answer
    }

    async fn act(&mut self, code: Option<Code>, command: Command) -> Result<Answer, Rejection> {
        let seat = match code {
            Some(code) => self.seats.get(&code),
            None => self.seats.values().next(),
        };
        let (meeting, seated) = seat.ok_or(Rejection::NotEntered)?;
        let (meeting, id) = (meeting.clone(), seated.id);
        let outcome = meeting.command(id, command).await;
        let kept = outcome.map_err(|MeetingGone| Rejection::NotEntered)??;
        kept.map_err(|error| {
            error!("A record was not kept: {error}");
            Rejection::Unavailable
        })?;
        Ok(Answer::Done)
    }

    async fn leave(&mut self, code: Code) -> Result<Answer, Rejection> {
        let (meeting, seated) = self.seats.remove(&code).ok_or(Rejection::NotEntered)?;
        meeting.disconnect(seated.id, seated.connection).await;
        self.dialect.unseated(code);
        Ok(Answer::Done)
    }

    fn pass_on(&mut self, heard: Heard) -> Result<(), Unsent> {
        let (code, connection, told) = match heard {
            Heard::Meeting { code, connection, told } => (code, connection, told),
            Heard::Line { line, event } => return self.pass_on_line(line, &event),
            Heard::Nearby(neighbours) => return self.notify(Notice::Nearby(neighbours)),
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

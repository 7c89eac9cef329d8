//! What a client asks of meetings, of the switchboard and of the network.

use std::sync::Arc;

use hearth_core::{
    Arrival, Card, Code, Command, LineCommand, LineRefusal, ParticipantId, ResumeToken, Visitor,
};
use hearth_wire::{Answer, CallRequest, Manner, NewMeeting, Rejection, Request};
use tracing::error;

use crate::identity::{Identity, Proof};
use crate::meetings::{MeetingGone, MeetingHandle, Seated};
use crate::{chance, clock};

use super::desk::Seat;
use super::{Outlet, Session};

// Bytes of an id that a client claims.
const LONGEST_ID: usize = 256;

impl<O: Outlet> Session<O> {
    /// Does one after the other until something is refused; then whatever was
    /// entered for it is left again.
    pub(super) async fn answer(&mut self, requests: Vec<Request>) -> Answer {
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

    // What is rare and takes much room is boxed, so that the rest need not bring it.
    async fn carry_out(&mut self, request: Request) -> Result<Answer, Rejection> {
        if !matches!(request, Request::Dial(_)) {
            // Others do not wait for what may take long.
            self.said.deliver();
        }
        match request {
            Request::Claim { id } => self.claim(&id),
            Request::Make { code, new } => Box::pin(self.make(code, new)).await,
            Request::Enter { code, or_make } => Box::pin(self.enter(code, or_make)).await,
            Request::Resume { code, token, after } => {
                Box::pin(self.resume(code, token, after)).await
            }
            Request::Leave { code } => self.leave(code).await,
            Request::Act { code, command } => self.act(code, command).await,
            Request::OpenNotes => self.open_notes().await,
            Request::Arrive { card, arrival } => self.arrive(card, arrival),
            Request::Depart => {
                self.depart();
                Ok(Answer::Done)
            }
            Request::Watch => self.watch(),
            Request::Calls(request) => self.about_calls(request),
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
            self.hall.link.doors.enter(code, it.fingerprint, person, clock::instant())
        });
        let visitor = Visitor {
            person,
            token: chance::resume_token(),
            seating,
            may_host: proof != Proof::Claimed,
            may_wait,
            must_wait: meeting.is_some(),
            // The meeting's own to find out.
            belongs: false,
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
        if !self.hall.new_meetings.take(self.caller.address, clock::instant()) {
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
        let old = self.desk.clerk().line.replace(line);
        if let Some(old) = old {
            exchange.disconnect(old);
        }
        Ok(Answer::Done)
    }

    fn depart(&mut self) {
        let line = self.desk.clerk().line.take();
        if let Some(line) = line {
            self.hall.exchanges.of(self.name).disconnect(line);
        }
    }

    fn watch(&mut self) -> Result<Answer, Rejection> {
        if !self.caller.is_own {
            return Err(Rejection::OnlyLocal);
        }
        self.standing = Some(self.hall.neighbourhood.watch(self.ear.clone()));
        // Whoever stands by again has been there all the time.
        self.attending.get_or_insert_with(|| self.hall.calls.attend(self.ear.clone()));
        Ok(Answer::Done)
    }

    fn about_calls(&mut self, request: CallRequest) -> Result<Answer, Rejection> {
        let attending = self.attending.as_ref().ok_or(LineRefusal::NotConnected)?;
        attending.ask(request)?;
        Ok(Answer::Done)
    }

    pub(super) fn dial(&mut self, command: LineCommand) -> Result<Answer, Rejection> {
        let line = self.desk.clerk().line.ok_or(LineRefusal::NotConnected)?;
        let told = self.hall.exchanges.of(self.name).handle(line, command)?;
        self.said.join(told);
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
        let clerk = self.desk.clerk();
        let manner = clerk.dialect.manner();
        let is_taken = clerk.seats.iter().any(|seat| seat.code == code);
        if is_taken || (!manner.several && !clerk.seats.is_empty()) {
            return Err(Rejection::AlreadyEntered);
        }
        if clerk.seats.len() >= self.hall.limits.meetings_per_socket {
            return Err(Rejection::TooManyMeetings);
        }
        Ok(manner)
    }

    fn sit(&mut self, code: Code, (meeting, seated): (MeetingHandle, Seated)) -> Answer {
        let answer = Answer::Seated { you: seated.id, token: seated.token };
        self.desk.clerk().seats.push(Seat { code, meeting, seated });
        answer
    }

    async fn act(&mut self, code: Option<Code>, command: Command) -> Result<Answer, Rejection> {
        let (meeting, id) = self.seat(code)?;
        let outcome = meeting.command(id, command).await;
        let kept = outcome.map_err(|MeetingGone| Rejection::NotEntered)??;
        kept.map_err(|error| {
            error!("A record was not kept: {error}");
            Rejection::Unavailable
        })?;
        Ok(Answer::Done)
    }

    async fn open_notes(&mut self) -> Result<Answer, Rejection> {
        let (meeting, id) = self.seat(None)?;
        let outcome = meeting.open_notes(id).await;
        let state = outcome.map_err(|MeetingGone| Rejection::NotEntered)??;
        state.map(Answer::Notes).map_err(|error| {
            error!("Notes were not read: {error}");
            Rejection::Unavailable
        })
    }

    /// Who one is in a meeting, or in any.
    fn seat(&self, code: Option<Code>) -> Result<(MeetingHandle, ParticipantId), Rejection> {
        let clerk = self.desk.clerk();
        let is_meant = |seat: &&Seat| code.is_none_or(|code| seat.code == code);
        let seat = clerk.seats.iter().find(is_meant).ok_or(Rejection::NotEntered)?;
        Ok((seat.meeting.clone(), seat.seated.id))
    }

    async fn leave(&mut self, code: Code) -> Result<Answer, Rejection> {
        let seat = self.desk.clerk().unseat(code);
        let Seat { meeting, seated, .. } = seat.ok_or(Rejection::NotEntered)?;
        meeting.disconnect(seated.id, seated.connection).await;
        Ok(Answer::Done)
    }
}

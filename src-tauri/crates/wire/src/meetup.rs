//! The dialect of MeetUp.
//!
//! Clients go by an id of their own making, see who is online, and call several
//! at once. A call is a meeting under a code that the caller made up.

mod shapes;

use std::collections::HashMap;

use hearth_core::{
    Arrival, Code, Command, Event, Form, Lifetime, LineCommand, LineEvent, Online, PersonId,
    Seating, Signal,
};
use serde_json::value::RawValue;

use crate::object::{card, json, raw, verbatim};
use crate::roster::{self, OwnCard, UNTOLD, foreign};
use crate::signal::{bare_for, pick};
use crate::text::iso8601;
use crate::{
    Answer, DecodeError, Dialect, DialectName, Manner, NewMeeting, Packet, Reply, Request, claimed,
};
use shapes::*;

type Roster = roster::Roster<User>;
type Known = roster::Known<User>;

#[derive(Default)]
pub(crate) struct MeetUp {
    user: Option<User>,
    is_online: bool,
    calls: HashMap<Code, Call>,
    asked: Asked,
}

/// A call, and its code as this client writes it.
#[derive(Default)]
struct Call {
    /// Whoever starts a call knows who is in it.
    is_own: bool,
    spelling: String,
    roster: Roster,
}

#[derive(Default)]
enum Asked {
    #[default]
    Quietly,
    ToBeOnline,
    ToStart(Code, String),
    ToJoin(Code, String),
    /// What no call could be called.
    ToJoinNone(String),
    ToLeave(String),
}

impl OwnCard for User {
    const KIND: &'static str = "meetup";
}

impl MeetUp {
    /// Speaks as this user from now on, unless that is so already.
    fn claim(&mut self, user: User) -> Option<Request> {
        if self.user.as_ref().is_some_and(|known| known.id == user.id) {
            return None;
        }
        let id = user.id.clone();
        self.user = Some(user);
        Some(Request::Claim { id })
    }

    fn be_online(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let user: User = packet.object()?;
        let id = self.user.as_ref().map(|user| &user.id);
        let mut requests = Vec::new();
        if id.is_some_and(|id| *id != user.id) {
            requests.extend(self.calls.keys().map(|code| Request::Leave { code: *code }));
            requests.extend(self.is_online.then_some(Request::Depart));
        }
        self.asked = Asked::ToBeOnline;
        let card = card(User::KIND, &user);
        requests.extend(self.claim(user));
        requests.push(Request::Arrive { card, arrival: Arrival::Beside });
        Ok(requests)
    }

    fn start(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let StartCall { id, initiator, participants, is_video } = packet.object()?;
        let code = packet.code(&id)?;
        let people: Vec<_> = participants
            .into_iter()
            .map(|user| Ok((serde_json::from_str::<User>(user.get())?, user)))
            .collect::<Result<_, _>>()
            .map_err(|error| packet.bad(error))?;
        let caller = match serde_json::from_str::<User>(initiator.get()) {
            Ok(user) => user.id,
            Err(_) => serde_json::from_str(initiator.get()).map_err(|error| packet.bad(error))?,
        };
        if self.user.as_ref().is_some_and(|user| user.id != caller) {
            return Err(packet.forged());
        }
        let listed = people.iter().find(|(user, _)| user.id == caller);
        let user = match listed {
            Some((_, user)) => user.clone(),
            None if initiator.get().starts_with('{') => initiator.clone(),
            None => raw(&User { id: caller.clone(), ..self.user.clone().unwrap_or_default() }),
        };
        let invitation = Invitation {
            call_id: &id,
            initiator: &initiator,
            is_video: is_video.as_deref().unwrap_or(RawValue::NULL),
        };
        let invite = LineCommand::Invite {
            call: code,
            people: people.iter().map(|(user, _)| person(&user.id)).collect(),
            note: json(&invitation).into(),
        };
        let new = NewMeeting { spelling: id.clone(), lifetime: Lifetime::Call };
        let mut requests = Vec::new();
        requests.extend(self.join_as(packet, &user)?);
        requests.push(Request::Make { code, new });
        requests.extend([Request::Enter { code, or_make: None }, join(code, &user)]);
        requests.extend(self.is_online.then_some(Request::Dial(invite)));
        self.asked = Asked::ToStart(code, id);
        Ok(requests)
    }

    fn join(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let JoinCall { call_id, user } = packet.object()?;
        let Ok(code) = call_id.parse() else {
            self.asked = Asked::ToJoinNone(call_id);
            return Ok(Vec::new());
        };
        let mut requests: Vec<_> = self.join_as(packet, &user)?.into_iter().collect();
        if !self.calls.contains_key(&code) {
            requests.push(Request::Enter { code, or_make: None });
        }
        requests.push(join(code, &user));
        self.asked = Asked::ToJoin(code, call_id);
        Ok(requests)
    }

    /// Whoever was not online before is who they say now; others stay who they
    /// are.
    fn join_as(
        &mut self,
        packet: &Packet,
        user: &RawValue,
    ) -> Result<Option<Request>, DecodeError> {
        let user: User = serde_json::from_str(user.get()).map_err(|error| packet.bad(error))?;
        match &self.user {
            Some(known) if known.id != user.id => Err(packet.forged()),
            Some(_) => Ok(None),
            None => Ok(self.claim(user)),
        }
    }

    fn leave(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let LeaveCall { call_id, user_id } = packet.object()?;
        if self.user.as_ref().is_some_and(|user| user.id != user_id) {
            return Err(packet.forged());
        }
        let call = call_id.parse().ok().filter(|code| self.calls.contains_key(code));
        self.asked = Asked::ToLeave(call_id);
        Ok(call.map(|code| Request::Leave { code }).into_iter().collect())
    }

    fn signal(&self, packet: &Packet, form: Form) -> Result<Vec<Request>, DecodeError> {
        let signal: Signalling = packet.object()?;
        let code = packet.code(&signal.call_id)?;
        let body = pick(form, signal.offer, signal.answer, signal.candidate);
        let (Some(body), Some(call)) = (body, self.calls.get(&code)) else {
            return Ok(Vec::new());
        };
        let to = call.roster.others().find(|known| shown(known) == signal.target_user_id);
        let Some(to) = to else { return Ok(Vec::new()) };
        let signal = Signal { form, text: body.get().into() };
        Ok(vec![Request::act(code, Command::Signal { to: to.id(), signal })])
    }
}

impl Dialect for MeetUp {
    fn manner(&self) -> Manner {
        Manner { seating: Seating::Shared, may_wait: false, several: true }
    }

    fn decode(&mut self, packet: Packet) -> Result<Vec<Request>, DecodeError> {
        self.asked = Asked::Quietly;
        match &*packet.name {
            "user-joined" => self.be_online(&packet),
            "start-call" => self.start(&packet),
            "join-call" => self.join(&packet),
            "leave-call" => self.leave(&packet),
            "webrtc-offer" => self.signal(&packet, Form::Offer),
            "webrtc-answer" => self.signal(&packet, Form::Answer),
            "webrtc-ice-candidate" => self.signal(&packet, Form::Candidate),
            _ => Err(packet.unknown()),
        }
    }

    fn answer(&mut self, answer: &Answer) -> Reply {
        let is_done = !matches!(answer, Answer::Refused(_));
        let asked = std::mem::take(&mut self.asked);
        if matches!(asked, Asked::ToBeOnline) {
            self.is_online = is_done;
        }
        if !is_done && !self.is_online && self.calls.is_empty() {
            // The id may be somebody else's.
            self.user = None;
        }
        let packet = match asked {
            Asked::Quietly | Asked::ToBeOnline => None,
            Asked::ToStart(code, call_id) if is_done => {
                let packet = Packet::with("call-started", &CallId { call_id: &call_id });
                let call = self.calls.entry(code).or_default();
                (call.is_own, call.spelling) = (true, call_id);
                Some(packet)
            }
            Asked::ToJoin(code, call_id) if is_done => {
                let call = self.calls.entry(code).or_default();
                call.spelling = call_id;
                // Who is in already is told again, who is not will be welcomed.
                call.roster.you().map(|_| everyone(call))
            }
            Asked::ToStart(..) => None,
            Asked::ToJoin(_, call_id) | Asked::ToJoinNone(call_id) => {
                Some(Packet::with("call-not-found", &CallId { call_id: &call_id }))
            }
            Asked::ToLeave(call_id) => {
                Some(Packet::with("call-left", &CallId { call_id: &call_id }))
            }
        };
        Reply { acknowledgement: None, packets: packet.into_iter().collect() }
    }

    fn encode(&mut self, code: Code, _sequence: u64, event: &Event) -> Vec<Packet> {
        let call = self.calls.entry(code).or_default();
        if let Some(events) = call.roster.retold(event) {
            return events.iter().flat_map(|event| self.encode(code, 0, event)).collect();
        }
        if call.spelling.is_empty() {
            call.spelling = code.compact().to_owned();
        }
        let gone = call.roster.hear(event);
        spell(call, gone.as_ref(), event).into_iter().collect()
    }

    fn encode_line(&mut self, event: &LineEvent) -> Vec<Packet> {
        let packet = match event {
            LineEvent::Present { people } => {
                let people: Vec<_> = people.iter().filter_map(listed).collect();
                Packet::with("users-list", &people)
            }
            LineEvent::Came(online) => match listed(online) {
                Some(user) => Packet::with("user-joined", &user),
                None => return Vec::new(),
            },
            LineEvent::Went { card, .. } => match serde_json::from_str::<User>(&card.text) {
                Ok(user) => Packet::with("user-left", &user.id),
                Err(_) => return Vec::new(),
            },
            LineEvent::Ringing { note, .. } => Packet::new("incoming-call", [(&**note).into()]),
            // Nobody rings in a way that asks for an answer.
            LineEvent::Replaced
            | LineEvent::RingStarted { .. }
            | LineEvent::Accepted { .. }
            | LineEvent::Rejected { .. }
            | LineEvent::Ended { .. }
            | LineEvent::Signalled { .. } => return Vec::new(),
        };
        vec![packet]
    }

    fn unseated(&mut self, code: Code) {
        self.calls.remove(&code);
    }
}

fn spell(call: &Call, gone: Option<&Known>, event: &Event) -> Option<Packet> {
    match event {
        Event::Welcome { .. } => (!call.is_own).then(|| everyone(call)),
        Event::Joined(participant) => {
            let user = user(call.roster.get(participant.id)?);
            let more = Participants { user: Some(user), ..Participants::default() };
            Some(participants("user-joined-call", call, more))
        }
        Event::Left { .. } => {
            let more = Participants { user_id: Some(shown(gone?)), ..Participants::default() };
            Some(participants("user-left-call", call, more))
        }
        Event::Signalled { from, signal } => signalled(call, call.roster.get(*from)?, signal),
        Event::Removed | Event::Ended => {
            Some(Packet::with("call-left", &CallId { call_id: &call.spelling }))
        }
        // For the rest these clients have no words.
        Event::Roster { .. }
        | Event::ChatOpened { .. }
        | Event::Waiting
        | Event::Denied
        | Event::Renewed(_)
        | Event::ConnectionLost { .. }
        | Event::ConnectionResumed { .. }
        | Event::Knocked(_)
        | Event::KnockAnswered { .. }
        | Event::Entrusted { .. }
        | Event::KeptOut(_)
        | Event::PollChanged(_)
        | Event::PollDeleted { .. }
        | Event::RightsChanged { .. }
        | Event::LetBack { .. }
        | Event::Logged(_)
        | Event::PolicyChanged { .. }
        | Event::RoleChanged { .. }
        | Event::MediaChanged { .. }
        | Event::CodeChanged { .. }
        | Event::AskedToUnmute { .. }
        | Event::NameChanged { .. }
        | Event::SpotlightChanged { .. }
        | Event::HandChanged { .. }
        | Event::Reacted { .. }
        | Event::Said(_)
        | Event::MessageChanged(_)
        | Event::TypingChanged { .. }
        | Event::File(_)
        | Event::NotesEdited { .. } => None,
    }
}

fn signalled(call: &Call, from: &Known, signal: &Signal) -> Option<Packet> {
    let (form, json) = bare_for(signal, from.card.is_some())?;
    let name = pick(form, "webrtc-offer", "webrtc-answer", "webrtc-ice-candidate");
    let key = pick(form, "offer", "answer", "candidate");
    let (call_id, from) = (raw(&call.spelling), raw(&shown(from)));
    let body = format!(r#"{{"callId":{call_id},"fromUserId":{from},"{key}":{json}}}"#);
    Some(Packet::new(name, [body.into()]))
}

fn everyone(call: &Call) -> Packet {
    participants("call-participants", call, Participants::default())
}

fn participants(name: &'static str, call: &Call, more: Participants<'_>) -> Packet {
    let participants = call.roster.iter().map(user).collect();
    Packet::with(name, &Participants { call_id: &call.spelling, participants, ..more })
}

/// A user object as its client sent it, or one for somebody from elsewhere.
fn user(known: &Known) -> Box<RawValue> {
    match (&known.card, &known.participant.card) {
        (Some(_), Some(card)) => verbatim(&card.text),
        _ => raw(&User { id: shown(known), username: known.participant.name.clone() }),
    }
}

fn shown(known: &Known) -> String {
    match &known.card {
        Some(user) => user.id.clone(),
        None => foreign(known.id()),
    }
}

fn join(code: Code, user: &RawValue) -> Request {
    let name = serde_json::from_str::<User>(user.get()).unwrap_or_default();
    let name = if name.username.is_empty() { name.id } else { name.username };
    Request::act(code, Command::Join { name, card: Some(card(User::KIND, user)), media: UNTOLD })
}

fn listed(online: &Online) -> Option<Box<RawValue>> {
    let User { id, username } = serde_json::from_str(&online.card.text).ok()?;
    Some(raw(&Listed { id, username, joined_at: iso8601(online.since) }))
}

fn person(id: &str) -> PersonId {
    claimed(DialectName::MeetUp, id)
}

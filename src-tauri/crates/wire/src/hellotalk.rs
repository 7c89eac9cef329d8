//! The dialect of HelloTalk's signalling.
//!
//! Clients go by a `userId` of their own making, of each of which there is one:
//! the newest. They ring each other, and signal within a call.

mod shapes;

use std::collections::HashMap;

use hearth_core::{
    Arrival, Code, EndReason, Event, Form, LineCommand, LineEvent, LineRefusal, PersonId, Seating,
    Signal,
};
use serde_json::value::RawValue;

use crate::object::{card, json};
use crate::signal::pick;
use crate::{
    Answer, DecodeError, Dialect, DialectName, Manner, Packet, Rejection, Reply, Request, claimed,
};
use shapes::*;

const KIND: &str = "hellotalk";

pub(crate) struct HelloTalk {
    socket: String,
    user: Option<User>,
    /// Whom it asked to ring last.
    rung: User,
    /// With whom each call is.
    calls: HashMap<Code, User>,
    asked: Asked,
}

/// Someone who goes by an id.
#[derive(Debug, Clone)]
struct User {
    id: String,
    /// The id as JSON.
    json: Box<str>,
    person: PersonId,
}

/// What was asked last.
#[derive(Debug, Default)]
enum Asked {
    #[default]
    Nothing,
    ToJoin {
        anew: bool,
    },
    ToRing,
    ToAccept,
    ToReject,
    ToEnd,
    ToSignal {
        failure: &'static str,
    },
    Status {
        user: Option<String>,
    },
    Wrong(&'static str),
}

impl HelloTalk {
    pub(crate) fn new(socket: &str) -> HelloTalk {
        HelloTalk {
            socket: socket.to_owned(),
            user: None,
            rung: User::named(String::new()),
            calls: HashMap::new(),
            asked: Asked::Nothing,
        }
    }

    fn join(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        self.asked = Asked::ToJoin { anew: false };
        let Join { user_id } = packet.object()?;
        let Some(id) = user_id.filter(|id| !id.is_empty()) else {
            self.asked = Asked::Wrong("User ID is required");
            return Ok(Vec::new());
        };
        if self.user.as_ref().is_some_and(|user| user.id == id) {
            return Ok(Vec::new());
        }
        self.asked = Asked::ToJoin { anew: true };
        let left = self.user.replace(User::named(id.clone())).map(|_| Request::Depart);
        self.calls.clear();
        let card = card(KIND, &id);
        let arrive = Request::Arrive { card, arrival: Arrival::Instead };
        Ok(left.into_iter().chain([Request::Claim { id }, arrive]).collect())
    }

    fn ring(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        self.asked = Asked::ToRing;
        let Initiate { to, call_type } = packet.object()?;
        let note = call_type.as_deref().unwrap_or(RawValue::NULL).get().into();
        self.rung = User::named(to);
        Ok(vec![Request::Ring { to: self.rung.person, note }])
    }

    fn signal(&mut self, packet: &Packet, form: Form) -> Result<Vec<Request>, DecodeError> {
        let failure = pick(
            form,
            "Failed to send offer",
            "Failed to send answer",
            "Failed to send ICE candidate",
        );
        self.asked = Asked::ToSignal { failure };
        let signal: Signalling = packet.object()?;
        let is_sender = |user: &&User| signal.from.as_ref() == Some(&user.id);
        let Some(from) = self.user.as_ref().filter(is_sender) else {
            self.asked = Asked::Wrong("Unauthorized");
            return Err(packet.forged());
        };
        let key = pick(form, "offer", "answer", "candidate");
        let body = pick(form, signal.offer, signal.answer, signal.candidate);
        let Some(body) = body else {
            return Err(packet.bad(serde::de::Error::custom(format!("no {key}"))));
        };
        let to = self.person(&signal.to.unwrap_or_default());
        let [and, call_type] = match form {
            Form::Offer => [r#","callType":"#, signal.call_type.unwrap_or(RawValue::NULL).get()],
            _ => ["", ""],
        };
        // As the receiver will read it.
        let text =
            [r#"{""#, key, r#"":"#, body.get(), r#","from":"#, &from.json, and, call_type, "}"];
        let signal = Signal { form, text: text.concat().into() };
        Ok(vec![Request::Dial(LineCommand::Signal { to, signal })])
    }

    /// Who goes by an id, most likely one they are in a call with.
    fn person(&self, id: &str) -> PersonId {
        let known = self.calls.values().find(|user| user.id == id);
        known.map_or_else(|| person(id), |user| user.person)
    }

    fn answer_ring(
        &mut self,
        packet: &Packet,
        command: impl FnOnce(Code, Option<PersonId>) -> LineCommand,
    ) -> Result<Vec<Request>, DecodeError> {
        let AnswerCall { call_id, from } = packet.object()?;
        Ok(self.in_call(&call_id, |call| command(call, from.as_deref().map(person))))
    }

    /// What no call could be called is as unknown as what none is called.
    fn in_call(&mut self, id: &str, command: impl FnOnce(Code) -> LineCommand) -> Vec<Request> {
        let Ok(call) = id.parse() else {
            let why = Rejection::BySwitchboard(LineRefusal::NoSuchCall);
            self.asked = failure(&self.asked, why).map_or(Asked::Nothing, Asked::Wrong);
            return Vec::new();
        };
        vec![Request::Dial(command(call))]
    }

    fn status(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        self.asked = Asked::Status { user: None };
        let Join { user_id } = packet.object()?;
        let user = user_id.ok_or_else(|| packet.bad(serde::de::Error::missing_field("userId")))?;
        let person = person(&user);
        self.asked = Asked::Status { user: Some(user) };
        Ok(vec![Request::LookUp { person }])
    }

    /// One of the two who are in a call.
    fn name(&self, call: Code, who: PersonId) -> &str {
        [self.user.as_ref(), self.calls.get(&call)]
            .into_iter()
            .flatten()
            .find(|user| user.person == who)
            .map_or("", |user| &user.id)
    }

    fn by(
        &self,
        name: &'static str,
        call: Code,
        who: PersonId,
        reason: Option<&'static str>,
    ) -> Packet {
        let by = self.name(call, who);
        Packet::with(name, &By { call_id: call.compact(), by, reason })
    }
}

impl Dialect for HelloTalk {
    fn manner(&self) -> Manner {
        Manner { seating: Seating::Brief, may_wait: false, several: false }
    }

    fn decode(&mut self, packet: Packet) -> Result<Vec<Request>, DecodeError> {
        if packet.name == "user:join" {
            return self.join(&packet);
        }
        self.asked = Asked::Wrong("User not authenticated");
        if self.user.is_none() && EVENTS.contains(&&*packet.name) {
            return Ok(Vec::new());
        }
        match &*packet.name {
            "call:initiate" => self.ring(&packet),
            "call:accept" => {
                self.asked = Asked::ToAccept;
                self.answer_ring(&packet, |call, caller| LineCommand::Accept { call, caller })
            }
            "call:reject" => {
                self.asked = Asked::ToReject;
                self.answer_ring(&packet, |call, caller| LineCommand::Reject { call, caller })
            }
            "call:offer" => self.signal(&packet, Form::Offer),
            "call:answer" => self.signal(&packet, Form::Answer),
            "ice:candidate" => self.signal(&packet, Form::Candidate),
            "call:end" => {
                self.asked = Asked::ToEnd;
                let End { call_id } = packet.object()?;
                Ok(self.in_call(&call_id, |call| LineCommand::End { call }))
            }
            "user:status" => self.status(&packet),
            _ => {
                self.asked = Asked::Nothing;
                Err(packet.unknown())
            }
        }
    }

    fn answer(&mut self, answer: &Answer) -> Reply {
        let asked = std::mem::take(&mut self.asked);
        let packet = match (&asked, answer) {
            (Asked::Wrong(message), _) => Some(error(message)),
            (Asked::ToJoin { anew }, Answer::Refused(_)) => {
                if *anew {
                    self.user = None;
                }
                Some(error("Failed to join"))
            }
            (Asked::ToJoin { .. }, _) => self.user.as_ref().map(|user| {
                let joined = Joined { user_id: &user.id, socket_id: &self.socket };
                Packet::with("user:joined", &joined)
            }),
            (Asked::Status { user: Some(user_id) }, Answer::Status(status)) => {
                let (is_online, is_in_call) = (status.online, status.in_call);
                Some(Packet::with("user:status", &UserStatus { user_id, is_online, is_in_call }))
            }
            (_, Answer::Refused(why @ Rejection::TooManyRequests)) => Some(error(&why.to_string())),
            (_, Answer::Refused(why)) => failure(&asked, *why).map(error),
            _ => None,
        };
        Reply { acknowledgement: None, packets: packet.into_iter().collect() }
    }

    fn encode(&mut self, _code: Code, _sequence: u64, _event: &Event) -> Vec<Packet> {
        // These clients are in no meeting.
        Vec::new()
    }

    fn encode_line(&mut self, event: &LineEvent) -> Vec<Packet> {
        let packet = match event {
            LineEvent::Ringing { call, card, note, .. } => {
                let caller = serde_json::from_str(&card.text).unwrap_or_default();
                self.calls.insert(*call, User::named(caller));
                let call_id = json(&call.compact());
                let body =
                    format!(r#"{{"from":{},"callType":{note},"callId":{call_id}}}"#, card.text);
                Packet::new("call:incoming", [body.into()])
            }
            LineEvent::RingStarted { call, .. } => {
                self.calls.insert(*call, self.rung.clone());
                let to = &self.rung.id;
                Packet::with("call:initiated", &Initiated { call_id: call.compact(), to })
            }
            LineEvent::Accepted { call, by } => self.by("call:accepted", *call, *by, None),
            LineEvent::Rejected { call, by } => {
                let packet = self.by("call:rejected", *call, *by, None);
                self.calls.remove(call);
                packet
            }
            LineEvent::Ended { call, by, reason } => {
                let reason = match reason {
                    EndReason::HungUp => None,
                    EndReason::Disconnected => Some("User disconnected"),
                    EndReason::NoAnswer => Some("No answer"),
                    EndReason::Busy => Some("User is busy"),
                    EndReason::Unreachable => Some("User is unreachable"),
                };
                let packet = self.by("call:ended", *call, *by, reason);
                self.calls.remove(call);
                packet
            }
            LineEvent::Signalled { signal, .. } => {
                let name = pick(signal.form, "call:offer", "call:answer", "ice:candidate");
                Packet::new(name, [(&*signal.text).into()])
            }
            LineEvent::Replaced => {
                self.user = None;
                self.calls.clear();
                return Vec::new();
            }
            LineEvent::Present { .. } | LineEvent::Came(_) | LineEvent::Went { .. } => {
                return Vec::new();
            }
        };
        vec![packet]
    }
}

/// The events for which one has to have joined.
const EVENTS: [&str; 8] = [
    "call:initiate",
    "call:accept",
    "call:reject",
    "call:offer",
    "call:answer",
    "ice:candidate",
    "call:end",
    "user:status",
];

impl User {
    fn named(id: String) -> User {
        User { json: json(&id), person: person(&id), id }
    }
}

fn person(id: &str) -> PersonId {
    claimed(DialectName::HelloTalk, id)
}

fn failure(asked: &Asked, why: Rejection) -> Option<&'static str> {
    let refusal = match why {
        Rejection::BySwitchboard(LineRefusal::NotConnected) => {
            return Some("User not authenticated");
        }
        Rejection::BySwitchboard(refusal) => Some(refusal),
        _ => None,
    };
    Some(match (asked, refusal) {
        (Asked::ToRing, Some(LineRefusal::InCall)) => "Already in a call",
        (Asked::ToRing, Some(LineRefusal::NotOnline)) => "User not found",
        (Asked::ToRing, Some(LineRefusal::NotAvailable)) => "User is not available",
        (Asked::ToRing, _) => "Failed to initiate call",
        (Asked::ToAccept, Some(LineRefusal::NoSuchCall)) => "Call not found or expired",
        (Asked::ToAccept, _) => "Failed to accept call",
        (Asked::ToReject, Some(LineRefusal::NoSuchCall)) => "Call not found or expired",
        (Asked::ToReject, _) => "Failed to reject call",
        (Asked::ToEnd, Some(LineRefusal::NoSuchCall)) => "Call not found",
        (Asked::ToEnd, _) => "Failed to end call",
        (Asked::ToSignal { .. }, Some(LineRefusal::NotInYourCall)) => "Receiver not found",
        (Asked::ToSignal { failure }, _) => failure,
        (Asked::Status { .. }, _) => "Failed to get user status",
        (Asked::ToJoin { .. } | Asked::Wrong(_) | Asked::Nothing, _) => return None,
    })
}

fn error(message: &str) -> Packet {
    Packet::with("error", &Failure { message })
}

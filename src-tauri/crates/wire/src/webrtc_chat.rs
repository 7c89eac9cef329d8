//! The dialect of WebRTC chat.
//!
//! Clients are signed in. A room is a meeting that lasts, in which one person
//! may have several clients; who rings whom in it the switchboard knows.

mod shapes;

use std::collections::HashMap;

use hearth_core::{
    Arrival, Code, Command, Event, Form, LineCommand, LineEvent, PersonId, Seating, Signal,
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::object::{card, json, raw};
use crate::roster::{self, OwnCard, UNTOLD, foreign};
use crate::signal::{bare_for, pick};
use crate::text::iso8601;
use crate::{
    Answer, Client, DecodeError, Dialect, Manner, Packet, Reply, Request, hex, message_object_id,
    object_id, unhex,
};
use shapes::*;

type Roster = roster::Roster<PersonCard>;
type Known = roster::Known<PersonCard>;

pub(crate) struct WebRtcChat {
    person: PersonId,
    username: String,
    is_online: bool,
    rooms: HashMap<Code, Roster>,
    /// The room that was just joined a second time.
    again: Option<Code>,
}

/// The person behind a participant, in hexadecimal digits.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct PersonCard(String);

impl OwnCard for PersonCard {
    const KIND: &'static str = "webrtc-chat";
}

impl PersonCard {
    fn person(&self) -> Option<PersonId> {
        unhex(&self.0).map(PersonId)
    }
}

impl WebRtcChat {
    pub(crate) fn new(client: &Client) -> WebRtcChat {
        WebRtcChat {
            person: client.person,
            username: client.username.clone().unwrap_or_default(),
            is_online: false,
            rooms: HashMap::new(),
            again: None,
        }
    }

    fn join(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let InRoom { room_id } = packet.object()?;
        let code = packet.code(&room_id)?;
        if self.rooms.contains_key(&code) {
            self.again = Some(code);
            return Ok(Vec::new());
        }
        let card = card(PersonCard::KIND, &PersonCard(hex(&self.person.0)));
        let arrive = Request::Arrive { card: card.clone(), arrival: Arrival::Beside };
        let arrive = (!self.is_online).then_some(arrive);
        let join = Command::Join { name: self.username.clone(), card: Some(card), media: UNTOLD };
        self.is_online = true;
        let enter = Request::Enter { code, or_make: None };
        Ok(arrive.into_iter().chain([enter, Request::act(code, join)]).collect())
    }

    fn leave(&self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let InRoom { room_id } = packet.object()?;
        let code = packet.code(&room_id)?;
        if !self.rooms.contains_key(&code) {
            return Ok(Vec::new());
        }
        let hang_up = Request::Dial(LineCommand::LeaveRoom { call: code });
        Ok(vec![Request::Leave { code }, hang_up])
    }

    fn say(&self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let SendMessage { room_id, content } = packet.object()?;
        let say = Command::Say { to: None, text: content, card: None, answers: None };
        Ok(vec![Request::act(packet.code(&room_id)?, say)])
    }

    fn signal(&self, packet: &Packet, form: Form) -> Result<Vec<Request>, DecodeError> {
        let signal: Signalling = packet.object()?;
        let only = signal.room_id.map(|room| packet.code(&room)).transpose()?;
        let body = pick(form, signal.offer, signal.answer, signal.candidate);
        let Some(body) = body else { return Ok(Vec::new()) };
        let mut rooms = self.rooms.iter().filter(|(code, _)| only.is_none_or(|it| it == **code));
        let found = rooms.find_map(|(code, roster)| {
            let to = roster.others().find(|known| shown(known) == signal.target_user_id)?;
            Some((*code, to.id()))
        });
        let Some((code, to)) = found else { return Ok(Vec::new()) };
        let signal = Signal { form, text: body.get().into() };
        Ok(vec![Request::act(code, Command::Signal { to, signal })])
    }

    fn ring(&self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let InitiateCall { room_id, call_type } = packet.object()?;
        let code = packet.code(&room_id)?;
        let Some(roster) = self.rooms.get(&code) else { return Ok(Vec::new()) };
        let people = roster.others().filter_map(|known| known.card.as_ref()?.person()).collect();
        let note = IncomingCall {
            from_user_id: object_id(self.person),
            username: &self.username,
            call_type: call_type.as_deref().unwrap_or(RawValue::NULL),
        };
        let note = json(&note).into();
        Ok(vec![Request::Dial(LineCommand::RingRoom { call: code, people, note })])
    }

    fn to_user(
        &self,
        packet: &Packet,
        command: impl FnOnce(PersonId) -> LineCommand,
    ) -> Result<Vec<Request>, DecodeError> {
        let ToUser { target_user_id } = packet.object()?;
        let people = self.rooms.values().flat_map(Roster::others);
        let mut people = people.filter_map(|known| known.card.as_ref()?.person());
        let target = people.find(|person| object_id(*person) == target_user_id);
        Ok(target.map(|target| Request::Dial(command(target))).into_iter().collect())
    }
}

impl Dialect for WebRtcChat {
    fn manner(&self) -> Manner {
        Manner { seating: Seating::Shared, may_wait: false, several: true }
    }

    fn decode(&mut self, packet: Packet) -> Result<Vec<Request>, DecodeError> {
        match &*packet.name {
            "join-room" => self.join(&packet),
            "leave-room" => self.leave(&packet),
            "send-message" => self.say(&packet),
            "webrtc-offer" => self.signal(&packet, Form::Offer),
            "webrtc-answer" => self.signal(&packet, Form::Answer),
            "webrtc-ice-candidate" => self.signal(&packet, Form::Candidate),
            "initiate-call" => self.ring(&packet),
            "accept-call" => self.to_user(&packet, |to| LineCommand::AcceptFrom { to }),
            "reject-call" => self.to_user(&packet, |to| LineCommand::RejectFrom { to }),
            "end-call" => {
                let InRoom { room_id } = packet.object()?;
                let call = packet.code(&room_id)?;
                Ok(vec![Request::Dial(LineCommand::End { call })])
            }
            _ => Err(packet.unknown()),
        }
    }

    /// These clients have no words for errors.
    fn answer(&mut self, _answer: &Answer) -> Reply {
        let again = self.again.take().and_then(|code| self.rooms.get(&code));
        Reply { acknowledgement: None, packets: again.map(participants).into_iter().collect() }
    }

    fn encode(&mut self, code: Code, _sequence: u64, event: &Event) -> Vec<Packet> {
        let roster = self.rooms.entry(code).or_default();
        if let Some(events) = roster.retold(event) {
            return events.iter().flat_map(|event| self.encode(code, 0, event)).collect();
        }
        let gone = roster.hear(event);
        spell(code, roster, gone.as_ref(), event)
    }

    fn encode_line(&mut self, event: &LineEvent) -> Vec<Packet> {
        let from = |person| From { from_user_id: object_id(person) };
        let packet = match event {
            LineEvent::Ringing { note, .. } => Packet::new("incoming-call", [(&**note).into()]),
            LineEvent::Accepted { by, .. } => Packet::with("call-accepted", &from(*by)),
            LineEvent::Rejected { by, .. } => Packet::with("call-rejected", &from(*by)),
            LineEvent::Ended { by, .. } => Packet::with("call-ended", &from(*by)),
            LineEvent::Replaced
            | LineEvent::Present { .. }
            | LineEvent::Came(_)
            | LineEvent::Went { .. }
            | LineEvent::RingStarted { .. }
            | LineEvent::Signalled { .. } => return Vec::new(),
        };
        vec![packet]
    }

    fn unseated(&mut self, code: Code) {
        self.rooms.remove(&code);
    }
}

fn spell(code: Code, roster: &Roster, gone: Option<&Known>, event: &Event) -> Vec<Packet> {
    match event {
        Event::Welcome { .. } => vec![participants(roster)],
        Event::Joined(participant) => {
            let joined =
                roster.get(participant.id).map(|it| Packet::with("user-joined", &user(it)));
            joined.into_iter().chain([participants(roster)]).collect()
        }
        Event::Left { .. } => {
            let left = gone.map(|gone| Packet::with("user-left", &user(gone)));
            left.into_iter().chain([participants(roster)]).collect()
        }
        Event::Said(line) => {
            let id = message_object_id(code, line.number);
            let message = NewMessage {
                id: &id,
                object_id: &id,
                sender: object_id(line.person),
                sender_name: &line.name,
                content: &line.text,
                timestamp: iso8601(line.at),
            };
            vec![Packet::with("new-message", &message)]
        }
        Event::Signalled { from, signal } => {
            let from = roster.get(*from);
            from.and_then(|from| signalled(from, signal)).into_iter().collect()
        }
        // These clients have no words for the rest.
        Event::Roster { .. }
        | Event::ChatOpened { .. }
        | Event::Waiting
        | Event::Denied
        | Event::Removed
        | Event::Ended
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
        | Event::MessageChanged(_)
        | Event::TypingChanged { .. }
        | Event::File(_)
        | Event::NotesEdited { .. } => Vec::new(),
    }
}

fn signalled(from: &Known, signal: &Signal) -> Option<Packet> {
    let (form, json) = bare_for(signal, from.card.is_some())?;
    let name = pick(form, "webrtc-offer", "webrtc-answer", "webrtc-ice-candidate");
    let key = pick(form, "offer", "answer", "candidate");
    let body = format!(r#"{{"{key}":{json},"fromUserId":{}}}"#, raw(&shown(from)));
    Some(Packet::new(name, [body.into()]))
}

fn participants(roster: &Roster) -> Packet {
    let participants = roster.iter().map(shown).collect();
    Packet::with("room-participants", &RoomParticipants { participants })
}

fn user(known: &Known) -> UserOf<'_> {
    UserOf { user_id: shown(known), username: &known.participant.name }
}

/// The id under which these clients know someone.
fn shown(known: &Known) -> String {
    match known.card.as_ref().and_then(PersonCard::person) {
        Some(person) => object_id(person),
        None => foreign(known.id()),
    }
}

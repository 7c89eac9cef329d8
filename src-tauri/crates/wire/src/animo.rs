//! The dialect of Animo Meet.
//!
//! Clients go by the ids of their sockets, and the newcomer offers to everyone.
//! Some write chat as three arguments and some as an object, and each is told it
//! as it writes it.

mod shapes;

use std::collections::BTreeMap;

use hearth_core::{Code, Command, Event, Form, Lifetime, Message, Participant, Seating, Signal};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use smallvec::SmallVec;

use crate::object::{card, json, raw, verbatim};
use crate::roster::{self, OwnCard, foreign};
use crate::signal::quoted_for;
use crate::text::iso8601;
use crate::{Answer, DecodeError, Dialect, Manner, NewMeeting, Packet, Reply, Request, Wording};
use shapes::*;

type Roster = roster::Roster<AnimoCard>;
type Known = roster::Known<AnimoCard>;

pub(crate) struct Animo {
    socket: String,
    // Nearly always one.
    rooms: SmallVec<[Room; 1]>,
    /// The room joined last, in which one chats.
    latest: Option<Code>,
    chat_style: Option<ChatStyle>,
    joining: bool,
}

#[derive(Debug)]
struct Room {
    code: Code,
    roster: Roster,
    waited: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChatStyle {
    Positional,
    Object,
}

/// What Animo clients know of each other beyond a name.
#[derive(Debug, Serialize, Deserialize)]
struct AnimoCard {
    id: String,
    username: String,
}

impl OwnCard for AnimoCard {
    const KIND: &'static str = "animo";
}

/// What an Animo client notes beside a line of chat.
#[derive(Debug, Serialize, Deserialize)]
struct ChatCard {
    id: String,
    sender: String,
    time: Option<Box<RawValue>>,
}

impl Animo {
    pub(crate) fn new(socket: &str) -> Animo {
        Animo {
            socket: socket.to_owned(),
            rooms: SmallVec::new(),
            latest: None,
            chat_style: None,
            joining: false,
        }
    }

    fn join(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let join: Join = packet.object()?;
        let code = packet.code(&join.room)?;
        if self.room(code).is_some() {
            return Ok(Vec::new());
        }
        self.joining = true;
        let media = join.media();
        let about = AnimoCard { id: self.socket.clone(), username: join.username.clone() };
        let card = Some(card(AnimoCard::KIND, &about));
        let name = join.name.filter(|name| !name.trim().is_empty()).unwrap_or(join.username);
        let or_make = Some(NewMeeting { spelling: join.room, lifetime: Lifetime::WEEK });
        Ok(vec![
            Request::Enter { code, or_make },
            Request::act(code, Command::Join { name, card, media }),
        ])
    }

    fn signal(&self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let to: String = packet.value(0)?;
        let text = packet.text(1)?;
        for Room { code, roster, .. } in &self.rooms {
            if let Some(to) = roster.others().find(|known| self.shown(known) == to) {
                let signal = Signal { form: Form::Quoted, text: text.into() };
                return Ok(vec![Request::act(*code, Command::Signal { to: to.id(), signal })]);
            }
        }
        Ok(Vec::new())
    }

    fn toggle(&self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let toggle: Toggle = packet.object()?;
        let code = packet.code(&toggle.room_id)?;
        let you = self.room(code).and_then(|room| room.roster.you());
        let Some(you) = you else { return Ok(Vec::new()) };
        let media = toggle.flags.media(you.participant.media.screen);
        Ok(vec![Request::act(code, Command::SetMedia(media))])
    }

    fn chat(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let (style, chat) = if packet.argument(0).starts_with('{') {
            (ChatStyle::Object, packet.object()?)
        } else {
            let time = Some(verbatim(packet.argument(2)));
            let (sender, data) = (packet.value(0)?, packet.value(1)?);
            (ChatStyle::Positional, Chat { sender, data, time, socket_id_sender: None })
        };
        if chat.socket_id_sender.is_some_and(|sender| sender != self.socket) {
            return Err(packet.forged());
        }
        self.chat_style = Some(style);
        let Some(code) = self.latest else { return Ok(Vec::new()) };
        let you = self.room(code).and_then(|room| room.roster.you());
        let Some(you) = you else { return Ok(Vec::new()) };
        let goes_by = [username(you), &you.participant.name];
        let sender = if goes_by.contains(&&*chat.sender) { &*chat.sender } else { goes_by[1] };
        let time = chat.time.filter(|time| time.get() != "null");
        let beside = ChatCard { id: self.socket.clone(), sender: sender.to_owned(), time };
        let card = Some(card(AnimoCard::KIND, &beside));
        Ok(vec![Request::act(
            code,
            Command::Say { to: None, text: chat.data, card, answers: None },
        )])
    }

    fn room(&self, code: Code) -> Option<&Room> {
        self.rooms.iter().find(|room| room.code == code)
    }

    fn leave_all(&self) -> Vec<Request> {
        self.rooms.iter().map(|room| Request::Leave { code: room.code }).collect()
    }

    fn spell(&self, room: &Room, gone: Option<&Known>, event: &Event) -> Vec<Packet> {
        let roster = &room.roster;
        match event {
            Event::Welcome { you, chat, .. } => {
                let admitted = room.waited.then(|| Packet::new("admitted", []));
                let joined = roster.get(*you).map(|you| self.user_joined(roster, you));
                let others = roster.others().map(|other| self.media_update(other));
                let said = chat.iter().filter(|line| !line.is_deleted());
                let said = said.flat_map(|line| self.said(roster, line));
                admitted.into_iter().chain(joined).chain(others).chain(said).collect()
            }
            Event::Joined(participant) => {
                let joined = roster.get(participant.id);
                joined.map(|joined| self.user_joined(roster, joined)).into_iter().collect()
            }
            Event::MediaChanged { who, .. } | Event::Renewed(Participant { id: who, .. }) => {
                let other = roster.others().find(|known| known.id() == *who);
                other.map(|other| self.media_update(other)).into_iter().collect()
            }
            Event::Left { .. } => gone.map(|gone| self.user_left(gone)).into_iter().collect(),
            Event::Said(line) => self.said(roster, line),
            Event::Signalled { from, signal } => {
                let Some(from) = roster.get(*from) else { return Vec::new() };
                let Some(message) = quoted_for(signal, from.card.is_some()) else {
                    return Vec::new();
                };
                vec![Packet::new("signal", [json(&self.shown(from)), message.into()])]
            }
            Event::Denied => vec![Packet::new("denied", [])],
            Event::Removed | Event::Ended => {
                roster.others().map(|other| self.user_left(other)).collect()
            }
            // These clients have no words for the rest.
            Event::Roster { .. }
            | Event::ChatOpened { .. }
            | Event::Waiting
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

    /// The id under which this client knows someone.
    fn shown(&self, known: &Known) -> String {
        known.card.as_ref().map_or_else(|| foreign(known.id()), |card| card.id.clone())
    }

    fn user_joined(&self, roster: &Roster, joined: &Known) -> Packet {
        let names = |name: fn(&Known) -> &str| -> BTreeMap<String, &str> {
            roster.iter().map(|known| (self.shown(known), name(known))).collect()
        };
        let body = UserJoined {
            id: self.shown(joined),
            clients: roster.iter().map(|known| self.shown(known)).collect(),
            username: username(joined),
            name: &joined.participant.name,
            usernames_map: names(username),
            names_map: names(|known| &known.participant.name),
            flags: Flags::of(joined.participant.media),
        };
        Packet::with("user-joined", &body)
    }

    fn media_update(&self, known: &Known) -> Packet {
        let flags = Flags::of(known.participant.media);
        Packet::with("user-media-update", &MediaUpdate { user_id: self.shown(known), flags })
    }

    fn user_left(&self, known: &Known) -> Packet {
        Packet::new("user-left", [json(&self.shown(known)), json(&username(known))])
    }

    fn said(&self, roster: &Roster, line: &Message) -> Vec<Packet> {
        let card = line.card.as_ref().filter(|card| card.kind == AnimoCard::KIND);
        let card: Option<ChatCard> = card.and_then(|card| serde_json::from_str(&card.text).ok());
        let writer = roster.get(line.from).map(|writer| self.shown(writer));
        let (sender, id, time) = match card {
            Some(ChatCard { id, sender, time }) => (sender, id, time),
            None => (line.name.clone(), writer.unwrap_or_else(|| foreign(line.from)), None),
        };
        let time = time.unwrap_or_else(|| raw(&iso8601(line.at)));
        let positional = || {
            let args = [json(&sender), json(&line.text), time.get().into(), json(&id)];
            Packet::new("chat-message", args)
        };
        let object = || {
            let (sender, data, socket_id_sender) = (&*sender, &*line.text, &*id);
            let body = ChatMessage { sender, data, time: &time, socket_id_sender };
            Packet::with("chat-message", &body)
        };
        match self.chat_style {
            Some(ChatStyle::Positional) => vec![positional()],
            Some(ChatStyle::Object) => vec![object()],
            None => vec![positional(), object()],
        }
    }
}

impl Dialect for Animo {
    fn manner(&self) -> Manner {
        Manner { seating: Seating::Brief, may_wait: true, several: true }
    }

    fn decode(&mut self, packet: Packet) -> Result<Vec<Request>, DecodeError> {
        self.joining = false;
        match &*packet.name {
            "join-call" => self.join(&packet),
            "signal" => self.signal(&packet),
            "toggle-media" => self.toggle(&packet),
            "chat-message" => self.chat(&packet),
            "leave-call" => Ok(self.leave_all()),
            _ => Err(packet.unknown()),
        }
    }

    fn answer(&mut self, answer: &Answer) -> Reply {
        match answer {
            Answer::Refused(_) if self.joining => {
                Reply { acknowledgement: None, packets: vec![Packet::new("denied", [])] }
            }
            _ => Reply::default(),
        }
    }

    fn encode(&mut self, code: Code, _sequence: u64, event: &Event) -> Vec<Packet> {
        let place = self.rooms.iter().position(|room| room.code == code);
        let place = place.unwrap_or_else(|| {
            self.rooms.push(Room { code, roster: Roster::default(), waited: false });
            self.rooms.len() - 1
        });
        let room = &mut self.rooms[place];
        if let Some(events) = room.roster.retold(event) {
            return events.iter().flat_map(|event| self.encode(code, 0, event)).collect();
        }
        let gone = room.roster.hear(event);
        room.waited |= matches!(event, Event::Waiting);
        if let Event::Welcome { .. } = event {
            self.latest = Some(code);
        }
        self.spell(&self.rooms[place], gone.as_ref(), event)
    }

    fn hear_alike(&mut self, code: Code, event: &Event) -> Option<Wording> {
        match event {
            // Whoever wrote it said all there is to say.
            Event::Said(line)
                if line.card.as_ref().is_some_and(|it| it.kind == AnimoCard::KIND) =>
            {
                Some(Wording(match self.chat_style {
                    None => 0,
                    Some(ChatStyle::Positional) => 1,
                    Some(ChatStyle::Object) => 2,
                }))
            }
            // And whoever is in knows everyone who is.
            Event::MediaChanged { who, .. } => {
                let room = self.rooms.iter_mut().find(|room| room.code == code)?;
                room.roster.hear(event);
                (!room.roster.is_you(*who)).then_some(Wording(0))
            }
            _ => None,
        }
    }

    fn unseated(&mut self, code: Code) {
        self.rooms.retain(|room| room.code != code);
    }
}

fn username(known: &Known) -> &str {
    known.card.as_ref().map_or(&known.participant.name, |card| &card.username)
}

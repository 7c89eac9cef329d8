//! The dialect of Twalky.
//!
//! Clients go by a `userId` of their own making. Of two, the one whose id sorts
//! first offers, so whoever speaks another dialect is shown under an id that
//! sorts as Hearth's rule needs: who was in before waits for the newcomer.

mod shapes;

use std::collections::HashMap;

use hearth_core::{Code, Command, Event, Form, Refusal, Seating, Signal, Source};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::object::{card, raw};
use crate::roster::{self, OwnCard};
use crate::signal::{bare_for, pick};
use crate::{Answer, DecodeError, Dialect, Manner, Packet, Rejection, Reply, Request};
use shapes::*;

type Roster = roster::Roster<TwalkyCard>;
type Known = roster::Known<TwalkyCard>;

pub(crate) struct Twalky {
    socket: String,
    user: Option<String>,
    sessions: HashMap<Code, Roster>,
    /// The session that one joins without having prepared it, and so need not
    /// hear how it was before.
    joining: Option<Code>,
    /// What was asked last, if that is to be answered.
    asked: Asked,
}

#[derive(Debug, Default)]
enum Asked {
    #[default]
    Quietly,
    ToPrepare(Code),
    ToCome,
    WhoIsIn(Code),
}

/// What Twalky clients know of each other beyond a name.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct TwalkyCard {
    user: String,
    socket: String,
    photo: Option<Box<RawValue>>,
}

impl OwnCard for TwalkyCard {
    const KIND: &'static str = "twalky";
}

impl Twalky {
    pub(crate) fn new(socket: &str) -> Twalky {
        Twalky {
            socket: socket.to_owned(),
            user: None,
            sessions: HashMap::new(),
            joining: None,
            asked: Asked::Quietly,
        }
    }

    /// What it takes to be at a session under this id.
    fn come(&mut self, code: Code, user: String) -> Vec<Request> {
        let mut requests = Vec::new();
        let is_another = self.user.as_ref() != Some(&user);
        if is_another {
            requests.extend(self.leave_all());
            requests.push(Request::Claim { id: user.clone() });
            self.user = Some(user);
        }
        if is_another || !self.sessions.contains_key(&code) {
            requests.push(Request::Enter { code, or_make: None });
        }
        requests
    }

    fn leave_all(&self) -> Vec<Request> {
        self.sessions.keys().map(|code| Request::Leave { code: *code }).collect()
    }

    fn join(&mut self, packet: &Packet) -> Result<Vec<Request>, DecodeError> {
        let join: Join = packet.object()?;
        let (code, media) = (packet.code(&join.session_id)?, join.media());
        let socket = self.socket.clone();
        let about = TwalkyCard { user: join.user_id.clone(), socket, photo: join.photo };
        let card = Some(card(TwalkyCard::KIND, &about));
        let mut requests = self.come(code, join.user_id);
        self.joining = Some(code);
        requests.push(Request::act(code, Command::Join { name: join.name, card, media }));
        Ok(requests)
    }

    fn signal(&self, packet: &Packet, form: Form) -> Result<Vec<Request>, DecodeError> {
        let signal: Signalling = packet.object()?;
        let code = packet.code(&signal.session_id)?;
        self.check(packet, &signal.sender)?;
        let body = pick(form, signal.offer, signal.answer, signal.candidate);
        let (Some(body), Some(roster)) = (body, self.sessions.get(&code)) else {
            return Ok(Vec::new());
        };
        let Some(to) = roster.others().find(|known| shown(known) == signal.receiver) else {
            return Ok(Vec::new());
        };
        let signal = Signal { form, text: body.get().into() };
        Ok(vec![Request::act(code, Command::Signal { to: to.id(), signal })])
    }

    fn deed(
        &self,
        packet: &Packet,
        command: impl FnOnce(Deed) -> Option<Command>,
    ) -> Result<Vec<Request>, DecodeError> {
        let deed: Deed = packet.object()?;
        let code = packet.code(&deed.session_id)?;
        self.check(packet, &deed.user_id)?;
        Ok(command(deed).map(|command| Request::act(code, command)).into_iter().collect())
    }

    /// Nobody speaks for someone else.
    fn check(&self, packet: &Packet, claimed: &str) -> Result<(), DecodeError> {
        if self.user.as_deref() == Some(claimed) { Ok(()) } else { Err(packet.forged()) }
    }
}

impl Dialect for Twalky {
    fn manner(&self) -> Manner {
        Manner { seating: Seating::Shared, may_wait: false, several: true }
    }

    fn decode(&mut self, packet: Packet) -> Result<Vec<Request>, DecodeError> {
        self.asked = Asked::Quietly;
        self.joining = None;
        match &*packet.name {
            "prepare-session" => {
                self.asked = Asked::ToCome;
                let Prepare { session_id, user_id } = packet.object()?;
                let code = packet.code(&session_id)?;
                self.asked = Asked::ToPrepare(code);
                Ok(self.come(code, user_id))
            }
            "join-session" => {
                self.asked = Asked::ToCome;
                self.join(&packet)
            }
            "current-room" => {
                let Room { session_id } = packet.object()?;
                self.asked = Asked::WhoIsIn(packet.code(&session_id)?);
                Ok(Vec::new())
            }
            "send-offer" => self.signal(&packet, Form::Offer),
            "send-answer" => self.signal(&packet, Form::Answer),
            "send-ice-candidate" => self.signal(&packet, Form::Candidate),
            "toggle-mute" => self.deed(&packet, |_| Some(Command::Toggle(Source::Microphone))),
            "toggle-video" => self.deed(&packet, |_| Some(Command::Toggle(Source::Camera))),
            "send-emoji" => {
                self.deed(&packet, |deed| deed.emoji.map(|emoji| Command::React { emoji }))
            }
            "send-chat" => self.deed(&packet, |deed| {
                deed.message.map(|text| Command::Say { to: None, text, card: None, answers: None })
            }),
            "hang-up" => Ok(self.leave_all()),
            _ => Err(packet.unknown()),
        }
    }

    fn answer(&mut self, answer: &Answer) -> Reply {
        if let Answer::Refused(Rejection::IdTaken) = answer {
            self.user = None;
        }
        let packets = match (std::mem::take(&mut self.asked), answer) {
            (Asked::ToPrepare(_) | Asked::ToCome, Answer::Refused(why))
            | (_, Answer::Refused(why @ Rejection::TooManyRequests)) => vec![error(*why)],
            (Asked::WhoIsIn(code), _) => match self.sessions.get(&code) {
                Some(roster) => vec![Packet::with("all-participants", &everyone(roster))],
                None => vec![error(Rejection::NoSuchMeeting)],
            },
            // Whoever prepares again hears again how things are.
            (Asked::ToPrepare(code), _) => {
                self.sessions.get(&code).map(session_info).into_iter().collect()
            }
            (Asked::ToCome | Asked::Quietly, _) => Vec::new(),
        };
        Reply { acknowledgement: None, packets }
    }

    fn encode(&mut self, code: Code, _sequence: u64, event: &Event) -> Vec<Packet> {
        let roster = self.sessions.get(&code);
        if let Some(events) = roster.and_then(|roster| roster.retold(event)) {
            return events.iter().flat_map(|event| self.encode(code, 0, event)).collect();
        }
        match (event, self.sessions.get_mut(&code)) {
            (Event::Roster { .. }, Some(roster)) => {
                let before = std::mem::take(roster);
                roster.hear(event);
                changes(&before, roster)
            }
            (Event::Roster { .. } | Event::Welcome { .. }, None) => {
                // Who shares a seat on which another client sits is in already.
                let is_joining = self.joining.take() == Some(code);
                let roster = self.sessions.entry(code).or_default();
                roster.hear(event);
                let is_news = !is_joining || roster.you().is_some();
                is_news.then(|| session_info(roster)).into_iter().collect()
            }
            (_, Some(roster)) => {
                let gone = roster.hear(event);
                spell(roster, gone.as_ref(), event)
            }
            (_, None) => Vec::new(),
        }
    }

    fn unseated(&mut self, code: Code) {
        self.sessions.remove(&code);
    }
}

fn spell(roster: &Roster, gone: Option<&Known>, event: &Event) -> Vec<Packet> {
    match event {
        Event::Welcome { you: who, .. } => arrival(roster, roster.get(*who)),
        Event::Joined(participant) => arrival(roster, roster.get(participant.id)),
        Event::Renewed(_) => vec![session_info(roster)],
        Event::Left { .. } => {
            let left = gone.map(|gone| Packet::with("participant-left", &shown(gone)));
            std::iter::once(session_info(roster)).chain(left).collect()
        }
        Event::MediaChanged { who, .. } => {
            let changed = roster.get(*who).map(participant);
            changed.iter().map(|it| Packet::with("participant-update", it)).collect()
        }
        Event::Reacted { who, emoji } => {
            let name = roster.get(*who).map_or("", |known| &known.participant.name);
            vec![Packet::with("emoji-update", &EmojiUpdate { name, emoji })]
        }
        Event::Said(line) => {
            let writer = roster.get(line.from);
            let user_id = writer.map_or_else(|| foreign(false, line.from.number()), shown);
            let chat = ReceiveChat { user_id, name: &line.name, message: &line.text };
            vec![Packet::with("receive-chat", &chat)]
        }
        Event::Signalled { from, signal } => signalled(roster, roster.get(*from), signal),
        Event::Removed | Event::Ended => vec![error(Rejection::NoSuchMeeting)],
        // These clients have no words for the rest.
        Event::Roster { .. }
        | Event::ChatOpened { .. }
        | Event::Waiting
        | Event::Denied
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
        | Event::MessageChanged(_)
        | Event::TypingChanged { .. }
        | Event::File(_)
        | Event::NotesEdited { .. } => Vec::new(),
    }
}

/// Who has not joined hears only how things are, so what is new follows from
/// how they were.
fn changes(before: &Roster, now: &Roster) -> Vec<Packet> {
    let mut packets = Vec::new();
    for came in now.iter().filter(|known| before.get(known.id()).is_none()) {
        packets.extend(arrival(now, Some(came)));
    }
    for gone in before.iter().filter(|known| now.get(known.id()).is_none()) {
        packets.extend([session_info(now), Packet::with("participant-left", &shown(gone))]);
    }
    for known in now.iter() {
        let Some(old) = before.get(known.id()) else { continue };
        if old.participant.media != known.participant.media {
            packets.push(Packet::with("participant-update", &participant(known)));
        }
        if old.participant.name != known.participant.name {
            packets.push(session_info(now));
        }
    }
    packets
}

fn arrival(roster: &Roster, newcomer: Option<&Known>) -> Vec<Packet> {
    let newcomer = newcomer.map(|known| NewParticipant { participant: participant(known) });
    let newcomer = newcomer.map(|newcomer| Packet::with("new-participant", &newcomer));
    newcomer.into_iter().chain([session_info(roster)]).collect()
}

fn session_info(roster: &Roster) -> Packet {
    Packet::with("session-info", &SessionInfo { participant: everyone(roster) })
}

fn everyone(roster: &Roster) -> Vec<Participant<'_>> {
    roster.iter().map(participant).collect()
}

fn participant(known: &Known) -> Participant<'_> {
    let media = known.participant.media;
    let card = known.card.as_ref();
    Participant {
        user_id: shown(known),
        socket_id: card.map_or_else(|| shown(known), |card| card.socket.clone()),
        name: &known.participant.name,
        photo: card.and_then(|card| card.photo.as_deref()),
        mic_on: media.microphone.enabled,
        video_on: media.camera.enabled,
    }
}

/// The id under which a Twalky client knows someone.
fn shown(known: &Known) -> String {
    match &known.card {
        Some(card) => card.user.clone(),
        None => foreign(known.was_first, known.id().number()),
    }
}

/// An id that sorts after the ids that clients draw, so that the client offers,
/// or before them.
fn foreign(was_first: bool, number: u64) -> String {
    let sorts = if was_first { '~' } else { '!' };
    format!("{sorts}{number}")
}

/// Under both names: the one that the clients in use listen to, and the one
/// that the system's document has.
fn signalled(roster: &Roster, from: Option<&Known>, signal: &Signal) -> Vec<Packet> {
    let (Some(from), Some(you)) = (from, roster.you()) else { return Vec::new() };
    let Some((form, json)) = bare_for(signal, from.card.is_some()) else { return Vec::new() };
    let names = pick(
        form,
        ["receive-offer", "send-offer"],
        ["receive-answer", "send-answer"],
        ["receive-ice-candidate", "send-ice-candidate"],
    );
    let key = pick(form, "offer", "answer", "candidate");
    let (sender, receiver) = (raw(&shown(from)), raw(&shown(you)));
    let body = format!(r#"{{"sender":{sender},"receiver":{receiver},"{key}":{json}}}"#);
    names.map(|name| Packet::new(name, [body.as_str().into()])).into()
}

fn error(why: Rejection) -> Packet {
    let sentence = why.to_string();
    let message = match why {
        Rejection::NoSuchMeeting | Rejection::BadRequest | Rejection::ByMeeting(Refusal::Ended) => {
            "Session is not found"
        }
        _ => &sentence,
    };
    Packet::with("error", &Failure { message })
}

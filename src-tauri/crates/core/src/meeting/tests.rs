//! What a meeting does, one behaviour per file.

mod chat;
mod door;
mod expiry;
mod files;
mod lobby;
mod log;
mod notes;
mod policy;
mod polls;
mod reading;
mod removal;
mod resume;
mod rights;
mod roles;
mod seating;
mod talk;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::{
    Command, Device, Effect, Event, Form, HostAction, Lifetime, Limits, LogEntry, Media, Meeting,
    Now, Opening, Outcast, ParticipantId, PersonId, Policy, Record, Refusal, ResumeToken, Rights,
    Role, Seating, Setting, Signal, Timestamp, Visitor,
};

const OWNER: PersonId = PersonId([0; 16]);
const ADA: PersonId = PersonId([1; 16]);
const BEN: PersonId = PersonId([2; 16]);
const CAT: PersonId = PersonId([3; 16]);
const DAN: PersonId = PersonId([4; 16]);

const ON: Device = Device { available: true, enabled: true };
const OFF: Device = Device { available: true, enabled: false };
const SILENT: Media = Media { microphone: OFF, camera: OFF, screen: false };
const SPEAKING: Media = Media { microphone: ON, ..SILENT };
const SHARING: Media = Media { screen: true, ..SILENT };
const EVERYTHING: Media = Media { microphone: ON, camera: ON, screen: true };

const SECOND: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A meeting, what it made everyone hear, and what it made the history keep; but what
/// is said of the log stands by itself.
struct Scene {
    meeting: Meeting,
    now: Now,
    heard: BTreeMap<ParticipantId, Vec<(u64, Event)>>,
    closed: Vec<ParticipantId>,
    records: Vec<Record>,
    // Who heard of which entry; and the history, as nobody.
    logged: Vec<(Option<ParticipantId>, Arc<LogEntry>)>,
    notes: Vec<Arc<[u8]>>,
}

impl Scene {
    /// A meeting of [`OWNER`], who is not there.
    fn new() -> Scene {
        Scene::with_policy(Policy::default())
    }

    fn with_policy(policy: Policy) -> Scene {
        Scene::open(Limits::default(), Opening::new(Some(OWNER), policy, Lifetime::WEEK))
    }

    fn with_limits(limits: Limits) -> Scene {
        Scene::open(limits, Opening::new(Some(OWNER), Policy::default(), Lifetime::WEEK))
    }

    #[expect(clippy::disallowed_methods, reason = "std has no other first moment")]
    fn open(limits: Limits, opening: Opening) -> Scene {
        let now = Now { instant: Instant::now(), wall: Timestamp(1_000_000) };
        Scene {
            meeting: Meeting::open(now, limits, opening),
            now,
            heard: BTreeMap::new(),
            closed: Vec::new(),
            records: Vec::new(),
            logged: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn try_connect(&mut self, person: PersonId) -> Result<ParticipantId, Refusal> {
        let visitor = Visitor::new(person, token_of(self.meeting.next_id));
        let (id, effects) = self.meeting.connect(visitor)?;
        self.carry_out(effects);
        Ok(id)
    }

    /// Connects a client of another kind than Hearth's own.
    fn connect_as(&mut self, person: PersonId, seating: Seating, may_host: bool) -> ParticipantId {
        let token = token_of(self.meeting.next_id);
        let visitor = Visitor { seating, may_host, may_wait: false, ..Visitor::new(person, token) };
        let (id, effects) = self.meeting.connect(visitor).expect("the door is not guarded");
        self.carry_out(effects);
        id
    }

    /// Connects someone who came from another installation, without the code.
    fn connect_by_knocking(&mut self, person: PersonId) -> ParticipantId {
        let visitor = Visitor {
            must_wait: true,
            installation: Some("abcdefghijklmnop".into()),
            ..Visitor::new(person, token_of(self.meeting.next_id))
        };
        let (id, effects) = self.meeting.connect(visitor).expect("the door is not guarded");
        self.carry_out(effects);
        id
    }

    /// Connects someone who has been in the meeting before.
    fn connect_again(&mut self, person: PersonId) -> ParticipantId {
        let token = token_of(self.meeting.next_id);
        let visitor = Visitor { belongs: true, ..Visitor::new(person, token) };
        let (id, effects) = self.meeting.connect(visitor).expect("the door is not guarded");
        self.carry_out(effects);
        id
    }

    fn connect(&mut self, person: PersonId) -> ParticipantId {
        self.try_connect(person).expect("the door is not guarded")
    }

    fn enter(&mut self, person: PersonId, name: &str) -> ParticipantId {
        let id = self.connect(person);
        self.act(id, join(name));
        id
    }

    fn act(&mut self, from: ParticipantId, command: Command) {
        let effects = self.meeting.handle(self.now, from, command).expect("this is allowed");
        self.carry_out(effects);
    }

    /// Why the meeting turns a command down, which changes nothing.
    fn refusal(&mut self, from: ParticipantId, command: Command) -> Refusal {
        let before = format!("{:?}", self.meeting);
        let refusal = self.meeting.handle(self.now, from, command).expect_err("not allowed");
        assert_eq!(format!("{:?}", self.meeting), before, "refused means unchanged");
        refusal
    }

    fn lose(&mut self, who: ParticipantId) {
        let effects = self.meeting.disconnect(self.now, who);
        self.carry_out(effects);
    }

    fn resume(&mut self, who: ParticipantId, after: Option<u64>) -> Result<(), Refusal> {
        let (id, effects) = self.meeting.resume(token_of(who.number()), after)?;
        assert_eq!(id, who, "a token opens one seat");
        self.carry_out(effects);
        Ok(())
    }

    /// Lets time go by, and wakes the meeting.
    fn pass(&mut self, time: Duration) {
        self.now.instant += time;
        self.now.wall.0 += u64::try_from(time.as_millis()).expect("not that long");
        let effects = self.meeting.wake(self.now);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Tell { to, sequence, event } => match Event::clone(&event) {
                    Event::Logged(entry) => self.logged.push((Some(to), entry)),
                    Event::Entrusted { waiting, removed, log } => {
                        self.logged.extend(log.into_iter().map(|entry| (Some(to), entry)));
                        let rest = Event::Entrusted { waiting, removed, log: Vec::new() };
                        self.heard.entry(to).or_default().push((sequence, rest));
                    }
                    event => self.heard.entry(to).or_default().push((sequence, event)),
                },
                Effect::Remember(Record::Logged(entry)) => self.logged.push((None, entry)),
                Effect::Close { who } => self.closed.push(who),
                Effect::Remember(record) => self.records.push(record),
                Effect::KeepNotes { update } => self.notes.push(update),
            }
        }
    }

    /// What someone heard since this was last asked.
    fn heard(&mut self, who: ParticipantId) -> Vec<Event> {
        self.heard_numbered(who).into_iter().map(|(_, event)| event).collect()
    }

    fn heard_numbered(&mut self, who: ParticipantId) -> Vec<(u64, Event)> {
        self.heard.remove(&who).unwrap_or_default()
    }

    /// From here on, only what is new counts.
    fn forget(&mut self) {
        self.heard.clear();
        self.closed.clear();
        self.records.clear();
        self.logged.clear();
    }

    fn role(&self, who: ParticipantId) -> Role {
        self.meeting.target(who).expect("they are in").role
    }

    fn media(&self, who: ParticipantId) -> Media {
        self.meeting.target(who).expect("they are in").media
    }

    fn is_in(&self, who: ParticipantId) -> bool {
        self.meeting.target(who).is_ok()
    }

    /// In how long the meeting wants to be woken.
    fn next_wake(&self) -> Option<Duration> {
        self.meeting.next_wake().map(|at| at - self.now.instant)
    }
}

/// Ada hosts, Ben and Cat take part.
fn three() -> (Scene, ParticipantId, ParticipantId, ParticipantId) {
    let mut scene = Scene::new();
    let ids = [(ADA, "Ada"), (BEN, "Ben"), (CAT, "Cat")].map(|(who, name)| scene.enter(who, name));
    scene.forget();
    (scene, ids[0], ids[1], ids[2])
}

fn token_of(number: u64) -> ResumeToken {
    ResumeToken(u128::from(number).to_be_bytes())
}

fn join(name: &str) -> Command {
    join_with(name, SILENT)
}

fn join_with(name: &str, media: Media) -> Command {
    Command::Join { name: name.to_owned(), card: None, media }
}

fn edit_notes(update: &[u8]) -> Command {
    Command::EditNotes { update: update.into() }
}

fn say(text: &str) -> Command {
    Command::Say { to: None, text: text.to_owned(), card: None, answers: None }
}

fn whisper(to: ParticipantId, text: &str) -> Command {
    Command::Say { to: Some(to), text: text.to_owned(), card: None, answers: None }
}

/// Answers a line to all.
fn answer(answers: u64, text: &str) -> Command {
    Command::Say { to: None, text: text.to_owned(), card: None, answers: Some(answers) }
}

fn signal(to: ParticipantId, text: &str) -> Command {
    Command::Signal { to, signal: envelope(text) }
}

fn envelope(text: &str) -> Signal {
    Signal { form: Form::Envelope, text: text.into() }
}

fn appoint(who: ParticipantId) -> Command {
    Command::SetRole { who, role: Role::CoHost }
}

/// The words of the chat among these events.
fn words(events: &[Event]) -> Vec<&str> {
    let said = events.iter().filter_map(|event| match event {
        Event::Said(message) => Some(message.text.as_str()),
        _ => None,
    });
    said.collect()
}

/// What the only event here welcomes with.
fn welcome(events: &[Event]) -> Welcome<'_> {
    match events {
        [Event::Welcome { you, owner, participants, waiting, policy, spotlight, chat, .. }] => {
            Welcome {
                you: *you,
                owner: *owner,
                participants: participants.iter().map(|it| (it.name.as_str(), it.role)).collect(),
                connected: participants.iter().all(|it| it.connected),
                waiting: waiting.iter().map(|it| it.name.as_str()).collect(),
                policy: *policy,
                spotlight: *spotlight,
                chat: chat.iter().map(|it| it.text.as_str()).collect(),
            }
        }
        _ => panic!("a welcome and nothing else, not {events:?}"),
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Welcome<'a> {
    you: ParticipantId,
    owner: bool,
    participants: Vec<(&'a str, Role)>,
    connected: bool,
    waiting: Vec<&'a str>,
    policy: Policy,
    spotlight: Option<ParticipantId>,
    chat: Vec<&'a str>,
}

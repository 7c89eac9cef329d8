//! Plays the server between native clients and one meeting.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::{Duration, Instant};

use hearth_core::{
    Code, Effect, Lifetime, Limits, Meeting, Now, Opening, ParticipantId, PersonId, Policy,
    Refusal, ResumeToken, Timestamp, Visitor,
};
use hearth_wire::{Answer, Client, Dialect, DialectName, Packet, Rejection, Request};

type ClientId = u8;

/// One meeting, and the connections around it.
struct Stage {
    meeting: Meeting,
    now: Now,
    connections: BTreeMap<ClientId, Connection>,
    tokens: u8,
    log: String,
}

struct Connection {
    dialect: Box<dyn Dialect>,
    seat: Option<ParticipantId>,
}

/// A conversation in a meeting that lasts a week.
pub(crate) fn replay(policy: Policy, script: &str) -> String {
    play(Stage::open(policy, Lifetime::WEEK), script)
}

/// The same, in a room that lasts, which everyone has been in before.
pub(crate) fn replay_in_room(script: &str) -> String {
    play(Stage::open(Policy::default(), Lifetime::Lasting), script)
}

fn play(mut stage: Stage, script: &str) -> String {
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        writeln!(stage.log, "{line}").expect("a string takes what it is given");
        if let Some((client, body)) = line.split_once(" > ") {
            stage.ask(number(client), body);
        } else if let Some((client, name)) = line.split_once(" joins as ") {
            stage.join_quietly(number(client), name);
        } else if let Some(client) = line.strip_suffix(" lost") {
            stage.lose(number(client));
        } else {
            let seconds = line.strip_suffix(" s").expect("one of the four kinds of line");
            stage.pass(Duration::from_secs(number(seconds).into()));
        }
    }
    stage.log
}

fn someone(number: ClientId) -> Client {
    Client { socket: number.to_string(), person: PersonId([number; 16]), username: None }
}

fn code() -> Code {
    "abc-def-234".parse().expect("a code")
}

fn number(text: &str) -> u8 {
    text.parse().expect("a small number")
}

impl Stage {
    #[expect(clippy::disallowed_methods, reason = "std has no other first moment")]
    fn open(policy: Policy, lifetime: Lifetime) -> Stage {
        let now = Now { instant: Instant::now(), wall: Timestamp(1000) };
        let opening = Opening::new(Some(PersonId([1; 16])), policy, lifetime);
        let meeting = Meeting::open(now, Limits::default(), opening);
        Stage { meeting, now, connections: BTreeMap::new(), tokens: 0, log: String::new() }
    }

    fn ask(&mut self, client: ClientId, body: &str) {
        let native =
            || Connection { dialect: DialectName::Native.speak(&someone(client)), seat: None };
        let connection = self.connections.entry(client).or_insert_with(native);
        let packet = Packet { name: "request".into(), args: vec![body.into()] };
        match connection.dialect.decode(packet) {
            Ok(requests) => {
                let [request] = <[Request; 1]>::try_from(requests).expect("one at a time");
                self.serve(client, request);
            }
            Err(error) => self.write(client, '!', &error.to_string()),
        }
    }

    fn join_quietly(&mut self, client: ClientId, name: &str) {
        let told = self.log.len();
        let device = r#"{"available": true, "enabled": false}"#;
        let media = format!(r#"{{"microphone": {device}, "camera": {device}, "screen": false}}"#);
        self.ask(client, r#"{"type": "enter", "code": "abc-def-234"}"#);
        self.ask(client, &format!(r#"{{"type": "join", "name": "{name}", "media": {media}}}"#));
        self.log.truncate(told);
    }

    fn serve(&mut self, client: ClientId, request: Request) {
        let seat = self.connections[&client].seat;
        match (request, seat) {
            (Request::Enter { .. }, None) => {
                self.tokens += 1;
                let token = ResumeToken([self.tokens; 16]);
                let visitor = Visitor::new(PersonId([client; 16]), token);
                let seated = self.meeting.connect(Visitor { belongs: true, ..visitor });
                self.sit(client, token, seated);
            }
            (Request::Resume { token, after, .. }, None) => {
                let seated = self.meeting.resume(token, after);
                self.sit(client, token, seated);
            }
            (Request::Enter { .. } | Request::Resume { .. }, Some(_)) => {
                self.answer(client, Answer::Refused(Rejection::AlreadyEntered));
            }
            (Request::Act { .. }, None) => {
                self.answer(client, Answer::Refused(Rejection::NotEntered))
            }
            (Request::Act { command, .. }, Some(id)) => {
                match self.meeting.handle(self.now, id, command) {
                    Ok(effects) => {
                        self.answer(client, Answer::Done);
                        self.carry_out(effects);
                    }
                    Err(refusal) => self.answer(client, Answer::Refused(refusal.into())),
                }
            }
            // What is in them is the server's to know.
            (Request::OpenNotes, _) => self.answer(client, Answer::Notes([0, 0].into())),
            (other, _) => unreachable!("native clients never ask for {other:?}"),
        }
    }

    fn sit(
        &mut self,
        client: ClientId,
        token: ResumeToken,
        seated: Result<(ParticipantId, Vec<Effect>), Refusal>,
    ) {
        match seated {
            Ok((you, effects)) => {
                self.connections.get_mut(&client).expect("it asked").seat = Some(you);
                self.answer(client, Answer::Seated { you, token });
                self.carry_out(effects);
            }
            Err(refusal) => self.answer(client, Answer::Refused(refusal.into())),
        }
    }

    fn lose(&mut self, client: ClientId) {
        let connection = self.connections.remove(&client).expect("it was connected");
        let effects = self.meeting.disconnect(self.now, connection.seat.expect("it had a seat"));
        self.carry_out(effects);
    }

    fn pass(&mut self, time: Duration) {
        self.now.instant += time;
        let effects = self.meeting.wake(self.now);
        self.carry_out(effects);
    }

    fn answer(&mut self, client: ClientId, answer: Answer) {
        let connection = self.connections.get_mut(&client).expect("it asked");
        let answer = connection.dialect.answer(&answer).acknowledgement;
        let answer = answer.expect("native clients want answers");
        self.write(client, '=', &answer);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Tell { to, sequence, event } => {
                    let client = self.client_of(to);
                    let connection = self.connections.get_mut(&client).expect("just found");
                    for Packet { name, args } in connection.dialect.encode(code(), sequence, &event)
                    {
                        assert_eq!(name, "event");
                        let args: Vec<_> = args.iter().map(|arg| &**arg).collect();
                        self.write(client, '<', &args.join(" "));
                    }
                }
                Effect::Close { who } => {
                    let client = self.client_of(who);
                    self.connections.get_mut(&client).expect("just found").seat = None;
                    self.write(client, '.', "");
                }
                Effect::Remember(_) | Effect::KeepNotes { .. } => {}
            }
        }
    }

    fn client_of(&self, seat: ParticipantId) -> ClientId {
        let found = self.connections.iter().find(|(_, it)| it.seat == Some(seat));
        *found.expect("only the connected hear anything").0
    }

    fn write(&mut self, client: ClientId, sign: char, text: &str) {
        let line = format!("  {client} {sign} {text}");
        writeln!(self.log, "{}", line.trim_end()).expect("a string takes what it is given");
    }
}

//! Replays what windows of two people at one switchboard say when they ring.
//!
//! `1 > {…}` is what window 1 asks; 1 and 2 are windows of Ada, who is at this
//! installation, and 3 stands for the neighbour `ben`; `ben rings by <call>` is his
//! server ringing her, `30 s` lets time pass. What comes of it is appended: `1 =` is the answer, `1 <` an event with its number.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::{Duration, Instant};

use hearth_core::{
    Announce, Arrival, Card, LineCommand, LineEffect, LineId, LineRefusal, Now, PersonId,
    Switchboard, SwitchboardLimits, Timestamp,
};
use hearth_wire::rest::network::RingKind;
use hearth_wire::{
    Answer, Caller, Client, Dialect, DialectName, Errand, Neighbour, Notice, Packet, Rejection,
    Request, neighbour_person,
};

const ADA: PersonId = PersonId([1; 16]);

#[test]
fn someone_rings_a_neighbour_who_accepts() {
    insta::assert_snapshot!(replay(r#"
        1 > {"type": "ring", "call": "abc-def-234", "to": "ben", "kind": "video"}
        1 > {"type": "standBy", "name": " Ada  Lovelace "}
        2 > {"type": "standBy", "name": "Ada Lovelace"}
        1 > {"type": "ring", "call": "abc-def-234", "to": "ben", "kind": "video"}
        3 > {"type": "standBy", "name": "Ben"}
        1 > {"type": "ring", "call": "abc-def-234", "to": "ben", "kind": "video"}
        2 > {"type": "ring", "call": "abc-def-567", "to": "ben", "kind": "voice"}
        3 > {"type": "answerRing", "call": "abc-def-234", "accept": true}
        1 > {"type": "endRing", "call": "abc-def-234"}
        1 > {"type": "endRing", "call": "abc-def-234"}
    "#), @r#"
    1 > {"type": "ring", "call": "abc-def-234", "to": "ben", "kind": "video"}
      1 = {"ok":false,"error":{"code":"not_standing_by","message":"You are connected elsewhere. Go on there."}}
    1 > {"type": "standBy", "name": " Ada  Lovelace "}
      1 = {"ok":true}
    2 > {"type": "standBy", "name": "Ada Lovelace"}
      2 = {"ok":true}
    1 > {"type": "ring", "call": "abc-def-234", "to": "ben", "kind": "video"}
      1 = {"ok":false,"error":{"code":"not_online","message":"Nobody is there to ring. Try again later."}}
    3 > {"type": "standBy", "name": "Ben"}
      3 = {"ok":true}
    1 > {"type": "ring", "call": "abc-def-234", "to": "ben", "kind": "video"}
      1 = {"ok":true}
      1 < 0 {"type":"ringStarted","call":"abc-def-234"}
      2 < 0 {"type":"ringStarted","call":"abc-def-234"}
    2 > {"type": "ring", "call": "abc-def-567", "to": "ben", "kind": "voice"}
      2 = {"ok":false,"error":{"code":"in_call","message":"You are in a call. End it first."}}
    3 > {"type": "answerRing", "call": "abc-def-234", "accept": true}
      3 = {"ok":true}
      1 < 0 {"type":"ringAccepted","call":"abc-def-234"}
      2 < 0 {"type":"ringAccepted","call":"abc-def-234"}
      3 < 0 {"type":"ringAccepted","call":"abc-def-234"}
    1 > {"type": "endRing", "call": "abc-def-234"}
      1 = {"ok":true}
      3 < 0 {"type":"ringEnded","call":"abc-def-234","reason":"cancelled"}
      1 < 0 {"type":"ringEnded","call":"abc-def-234","reason":"cancelled"}
      2 < 0 {"type":"ringEnded","call":"abc-def-234","reason":"cancelled"}
    1 > {"type": "endRing", "call": "abc-def-234"}
      1 = {"ok":false,"error":{"code":"no_such_call","message":"This call is over. Start a new one."}}
    "#);
}

#[test]
fn a_window_hears_that_another_has_answered() {
    insta::assert_snapshot!(replay(r#"
        1 > {"type": "standBy", "name": "Ada"}
        2 > {"type": "standBy", "name": "Ada"}
        ben rings by ghj-kmn-234
        2 > {"type": "answerRing", "call": "ghj-kmn-234", "accept": true}
        2 > {"type": "endRing", "call": "ghj-kmn-234"}
        ben rings by ghj-kmn-567
        1 > {"type": "answerRing", "call": "ghj-kmn-567", "accept": false}
        1 > {"type": "answerRing", "call": "ghj-kmn-567", "accept": true}
        ben rings by ghj-kmn-678
        30 s
    "#), @r#"
    1 > {"type": "standBy", "name": "Ada"}
      1 = {"ok":true}
    2 > {"type": "standBy", "name": "Ada"}
      2 = {"ok":true}
    ben rings by ghj-kmn-234
      1 < 0 {"type":"ringing","call":"ghj-kmn-234","from":{"id":"ben","name":"Ben"},"kind":"voice","path":"/hosts/ben/m/ghj-kmn-234"}
      2 < 0 {"type":"ringing","call":"ghj-kmn-234","from":{"id":"ben","name":"Ben"},"kind":"voice","path":"/hosts/ben/m/ghj-kmn-234"}
    2 > {"type": "answerRing", "call": "ghj-kmn-234", "accept": true}
      2 = {"ok":true}
      1 < 0 {"type":"ringEnded","call":"ghj-kmn-234","reason":"elsewhere"}
      2 < 0 {"type":"ringAccepted","call":"ghj-kmn-234"}
    2 > {"type": "endRing", "call": "ghj-kmn-234"}
      2 = {"ok":true}
      1 < 0 {"type":"ringEnded","call":"ghj-kmn-234","reason":"cancelled"}
      2 < 0 {"type":"ringEnded","call":"ghj-kmn-234","reason":"cancelled"}
    ben rings by ghj-kmn-567
      1 < 0 {"type":"ringing","call":"ghj-kmn-567","from":{"id":"ben","name":"Ben"},"kind":"voice","path":"/hosts/ben/m/ghj-kmn-567"}
      2 < 0 {"type":"ringing","call":"ghj-kmn-567","from":{"id":"ben","name":"Ben"},"kind":"voice","path":"/hosts/ben/m/ghj-kmn-567"}
    1 > {"type": "answerRing", "call": "ghj-kmn-567", "accept": false}
      1 = {"ok":true}
      1 < 0 {"type":"ringEnded","call":"ghj-kmn-567","reason":"declined"}
      2 < 0 {"type":"ringEnded","call":"ghj-kmn-567","reason":"elsewhere"}
    1 > {"type": "answerRing", "call": "ghj-kmn-567", "accept": true}
      1 = {"ok":false,"error":{"code":"no_such_call","message":"This call is over. Start a new one."}}
    ben rings by ghj-kmn-678
      1 < 0 {"type":"ringing","call":"ghj-kmn-678","from":{"id":"ben","name":"Ben"},"kind":"voice","path":"/hosts/ben/m/ghj-kmn-678"}
      2 < 0 {"type":"ringing","call":"ghj-kmn-678","from":{"id":"ben","name":"Ben"},"kind":"voice","path":"/hosts/ben/m/ghj-kmn-678"}
    30 s
      1 < 0 {"type":"ringEnded","call":"ghj-kmn-678","reason":"noAnswer"}
      2 < 0 {"type":"ringEnded","call":"ghj-kmn-678","reason":"noAnswer"}
    "#);
}

#[test]
fn whoever_watches_hears_who_is_on_the_network() {
    let mut native = DialectName::Native.speak(&client(ADA));
    let ben =
        Neighbour { id: "ben".to_owned(), name: None, tags: vec!["abc".to_owned()], online: true };
    let [packet] =
        <[Packet; 1]>::try_from(native.notice(Notice::Nearby(vec![ben]))).expect("one event");
    insta::assert_snapshot!(packet.args.join(" "), @r#"
    0 {"type":"nearby","neighbours":[{"id":"ben","name":null,"tags":["abc"],"online":true}]}
    "#);
}

#[test]
fn what_is_not_of_this_dialect_rings_nobody() {
    let mut stage = Stage::open();
    stage.ask(1, r#"{"type": "standBy", "name": "Ada"}"#);
    let odd = Card { kind: "other".into(), text: "7".into() };
    stage.ring_by("abc-def-234", neighbour_person("cleo"), odd, "{}");
    assert!(!stage.log.contains('<'), "{}", stage.log);
}

fn replay(script: &str) -> String {
    let mut stage = Stage::open();
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        writeln!(stage.log, "{line}").expect("a string takes what it is given");
        if let Some((window, body)) = line.split_once(" > ") {
            stage.ask(window.parse().expect("a small number"), body);
        } else if let Some(call) = line.strip_prefix("ben rings by ") {
            let caller = Caller { id: Some("ben".to_owned()), name: "Ben".to_owned() };
            let path = Some(format!("/hosts/ben/m/{call}"));
            let note = Errand { kind: RingKind::Voice, path, name: None }.note();
            stage.ring_by(call, neighbour_person("ben"), caller.card(), &note);
        } else {
            let seconds = line.strip_suffix(" s").expect("one of the three kinds of line");
            stage.pass(Duration::from_secs(seconds.parse().expect("a number")));
        }
    }
    stage.log
}

fn client(person: PersonId) -> Client {
    Client { socket: "1".to_owned(), person, username: None }
}

/// One switchboard, and the windows around it.
struct Stage {
    switchboard: Switchboard,
    now: Now,
    windows: BTreeMap<u8, Window>,
    log: String,
}

struct Window {
    dialect: Box<dyn Dialect>,
    person: PersonId,
    line: Option<LineId>,
}

impl Stage {
    #[expect(clippy::disallowed_methods, reason = "std has no other first moment")]
    fn open() -> Stage {
        let now = Now { instant: Instant::now(), wall: Timestamp(1000) };
        let windows = [(1, ADA), (2, ADA), (3, neighbour_person("ben"))];
        let windows = windows.map(|(window, person)| {
            let dialect = DialectName::Native.speak(&client(person));
            (window, Window { dialect, person, line: None })
        });
        let switchboard = Switchboard::open(Announce::ToAll, SwitchboardLimits::default());
        Stage { switchboard, now, windows: windows.into(), log: String::new() }
    }

    fn ask(&mut self, window: u8, body: &str) {
        let packet = Packet { name: "request".into(), args: vec![body.into()] };
        let dialect = &mut self.windows.get_mut(&window).expect("one of the three").dialect;
        let requests = dialect.decode(packet).expect("it is well-formed");
        let outcome: Result<Vec<_>, _> =
            requests.into_iter().map(|request| self.serve(window, request)).collect();
        let (answer, effects) = match outcome {
            Ok(effects) => (Answer::Done, effects.concat()),
            Err(refusal) => (Answer::Refused(Rejection::from(refusal)), Vec::new()),
        };
        let dialect = &mut self.windows.get_mut(&window).expect("just found").dialect;
        let answer = dialect.answer(&answer).acknowledgement.expect("one");
        self.write(window, '=', &answer);
        self.carry_out(effects);
    }

    fn serve(&mut self, window: u8, request: Request) -> Result<Vec<LineEffect>, LineRefusal> {
        let Window { person, line, .. } = self.windows.get_mut(&window).expect("it asked");
        match request {
            Request::Watch => Ok(Vec::new()),
            Request::Arrive { card, arrival } => {
                let arrived = self.switchboard.arrive(self.now, *person, card, arrival);
                arrived.map(|(new, effects)| {
                    *line = Some(new);
                    effects
                })
            }
            Request::Dial(command) => {
                let line = line.ok_or(LineRefusal::NotConnected)?;
                self.switchboard.handle(self.now, line, command)
            }
            other => unreachable!("who rings never asks for {other:?}"),
        }
    }

    fn ring_by(&mut self, call: &str, person: PersonId, card: Card, note: &str) {
        let call = call.parse().expect("a code");
        let ring = LineCommand::Ring { call, to: ADA, note: note.into() };
        let arrived = self.switchboard.arrive(self.now, person, card, Arrival::Instead);
        let (line, _) = arrived.expect("there is room");
        let effects = self.switchboard.handle(self.now, line, ring).expect("she is free");
        self.carry_out(effects);
    }

    fn pass(&mut self, time: Duration) {
        self.now.instant += time;
        let effects = self.switchboard.wake(self.now);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<LineEffect>) {
        for effect in effects {
            let LineEffect::Tell { to, event } = effect else { continue };
            let hearing = self.windows.iter_mut().find(|(_, window)| window.line == Some(to));
            let Some((&number, window)) = hearing else { continue };
            for packet in window.dialect.encode_line(&event) {
                self.write(number, '<', &packet.args.join(" "));
            }
        }
    }

    fn write(&mut self, window: u8, sign: char, text: &str) {
        writeln!(self.log, "  {window} {sign} {text}").expect("a string takes what it is given");
    }
}

//! What is spelt once for many is what each of them would have heard.

use std::sync::Arc;
use std::time::Instant;

use hearth_core::{
    Code, Command, Device, Effect, Event, Lifetime, Limits, Media, Meeting, Now, Opening,
    ParticipantId, PersonId, Policy, ResumeToken, Seating, Timestamp, Visitor,
};
use hearth_wire::{Answer, Client, Dialect, DialectName, Packet, Request, Wording};
use proptest::prelude::*;

const CLIENTS: u8 = 5;

#[derive(Debug, Clone, Copy)]
enum Deed {
    Join,
    SayInThree,
    SayInOne,
    Toggle { on: bool },
    Leave,
}

fn deeds() -> impl Strategy<Value = Vec<(u8, Deed)>> {
    let deed = prop_oneof![
        2 => Just(Deed::Join),
        2 => Just(Deed::SayInThree),
        2 => Just(Deed::SayInOne),
        2 => any::<bool>().prop_map(|on| Deed::Toggle { on }),
        1 => Just(Deed::Leave),
    ];
    prop::collection::vec((0..CLIENTS, deed), 1..60)
}

proptest! {
    #[test]
    fn whoever_hears_alike_hears_what_they_would_have_heard(deeds in deeds()) {
        let mut scene = Scene::open();
        // All who join at first make the rest worth hearing.
        for client in 0..CLIENTS {
            scene.act(client, Deed::Join);
        }
        for (client, deed) in deeds {
            scene.act(client, deed);
        }
    }
}

#[test]
fn chat_and_media_are_spelt_once_for_each_way_of_writing() {
    let mut scene = Scene::open();
    for client in 0..4 {
        scene.act(client, Deed::Join);
    }
    for client in 0..3 {
        scene.act(client, Deed::SayInThree);
    }
    scene.act(3, Deed::SayInOne);

    scene.spelt = 0;
    scene.act(0, Deed::SayInThree);
    assert_eq!(scene.spelt, 2, "three hear it in three arguments, and one in an object");

    scene.spelt = 0;
    scene.act(0, Deed::Toggle { on: true });
    assert_eq!(scene.spelt, 1, "the three others hear the same");
}

/// A meeting of Animo's clients, the last of whom is one of Hearth's own.
struct Scene {
    meeting: Meeting,
    now: Now,
    clients: Vec<Member>,
    spelt: usize,
}

struct Member {
    seat: Option<ParticipantId>,
    /// Has everything spelt for it.
    alone: Box<dyn Dialect>,
    /// Has spelt what was not spelt for others.
    sharing: Box<dyn Dialect>,
}

/// What was spelt of an event in a wording.
type Spelling = (Arc<Event>, Wording, Vec<String>);

impl Scene {
    #[expect(clippy::disallowed_methods, reason = "std has no other first moment")]
    fn open() -> Scene {
        let now = Now { instant: Instant::now(), wall: Timestamp(1000) };
        let opening = Opening::new(None, Policy::default(), Lifetime::WEEK);
        let meeting = Meeting::open(now, Limits::default(), opening);
        let clients = (0..CLIENTS).map(Member::new).collect();
        Scene { meeting, now, clients, spelt: 0 }
    }

    fn act(&mut self, client: u8, deed: Deed) {
        for request in self.requests(client, deed) {
            let seat = self.clients[usize::from(client)].seat;
            match (request, seat) {
                (Request::Enter { .. }, None) => {
                    let visitor = Visitor::new(person(client), ResumeToken([client; 16]));
                    let visitor = Visitor { seating: Seating::Brief, ..visitor };
                    let (id, effects) = self.meeting.connect(visitor).expect("there is room");
                    self.clients[usize::from(client)].seat = Some(id);
                    self.carry_out(effects);
                }
                (Request::Act { command, .. }, Some(id)) => {
                    // Who says something before they are in is refused.
                    if let Ok(effects) = self.meeting.handle(self.now, id, command) {
                        self.carry_out(effects);
                    }
                }
                (Request::Leave { .. }, Some(id)) => {
                    self.clients[usize::from(client)].forget();
                    let effects = self.meeting.disconnect(self.now, id);
                    self.carry_out(effects);
                }
                _ => {}
            }
        }
    }

    fn requests(&mut self, client: u8, deed: Deed) -> Vec<Request> {
        if client + 1 == CLIENTS {
            return own(deed);
        }
        let room = r#""roomId":"abc-def-234""#;
        let (name, args): (_, Vec<String>) = match deed {
            Deed::Join => {
                let join = format!(r#"{{"roomID":"abc-def-234","username":"user-{client}"}}"#);
                ("join-call", vec![join])
            }
            Deed::SayInThree => {
                let sender = format!(r#""user-{client}""#);
                ("chat-message", vec![sender, r#""hello""#.into(), r#""10:15""#.into()])
            }
            Deed::SayInOne => {
                let said = format!(r#"{{"sender":"user-{client}","data":"hello","time":1}}"#);
                ("chat-message", vec![said])
            }
            Deed::Toggle { on } => {
                let video = format!(r#""peerVideoEnabled":{on},"peerVideoAvailable":true"#);
                let audio = format!(r#""peerAudioEnabled":{on},"peerAudioAvailable":true"#);
                ("toggle-media", vec![format!("{{{room},{video},{audio}}}")])
            }
            Deed::Leave => ("leave-call", Vec::new()),
        };
        let packet = || Packet {
            name: name.into(),
            args: args.iter().map(|arg| arg.as_str().into()).collect(),
        };
        let Member { alone, sharing, .. } = &mut self.clients[usize::from(client)];
        let requests = alone.decode(packet()).expect("it is well-formed");
        assert_eq!(sharing.decode(packet()).expect("it is well-formed"), requests);
        alone.answer(&Answer::Done);
        sharing.answer(&Answer::Done);
        requests
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut spellings: Vec<Spelling> = Vec::new();
        for effect in effects {
            let Effect::Tell { to, sequence, event } = effect else { continue };
            let member = self.clients.iter_mut().find(|it| it.seat == Some(to));
            let Member { alone, sharing, .. } = member.expect("only who is here hears anything");
            let expected = texts(alone.encode(code(), sequence, &event));
            let Some(wording) = sharing.hear_alike(code(), &event) else {
                assert_eq!(texts(sharing.encode(code(), sequence, &event)), expected);
                continue;
            };
            let is_this = |it: &&Spelling| Arc::ptr_eq(&it.0, &event) && it.1 == wording;
            if let Some((.., heard)) = spellings.iter().find(is_this) {
                assert_eq!(*heard, expected, "{event:?}");
                continue;
            }
            let heard = texts(sharing.encode(code(), sequence, &event));
            assert_eq!(heard, expected, "{event:?}");
            spellings.push((event, wording, heard));
        }
        self.spelt += spellings.len();
    }
}

impl Member {
    fn new(client: u8) -> Member {
        let speak = || {
            let is_own = client + 1 == CLIENTS;
            let name = if is_own { DialectName::Native } else { DialectName::Animo };
            let socket = format!("socket-{client}");
            name.speak(&Client { socket, person: person(client), username: None })
        };
        Member { seat: None, alone: speak(), sharing: speak() }
    }

    fn forget(&mut self) {
        self.seat = None;
        self.alone.unseated(code());
        self.sharing.unseated(code());
    }
}

/// What one of Hearth's own clients asks for.
fn own(deed: Deed) -> Vec<Request> {
    let media = |on| {
        let device = Device { available: true, enabled: on };
        Media { microphone: device, camera: device, screen: false }
    };
    let code = code();
    let command = match deed {
        Deed::Join => Command::Join { name: "Ada".into(), card: None, media: media(false) },
        Deed::SayInThree | Deed::SayInOne => {
            Command::Say { to: None, text: "hello".into(), card: None, answers: None }
        }
        Deed::Toggle { on } => Command::SetMedia(media(on)),
        Deed::Leave => return vec![Request::Leave { code }],
    };
    vec![Request::Enter { code, or_make: None }, Request::Act { code: Some(code), command }]
}

fn texts(packets: Vec<Packet>) -> Vec<String> {
    packets.iter().map(|packet| format!("{} {}", packet.name, packet.args.join(" "))).collect()
}

fn code() -> Code {
    "abc-def-234".parse().expect("a code")
}

fn person(client: u8) -> PersonId {
    PersonId([client; 16])
}

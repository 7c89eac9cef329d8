//! What HelloTalk's clients hear when time or chance decides; the rest of their
//! contract is tried with their own client library.

use hearth_core::{Code, EndReason, LineEvent, PersonId};
use hearth_wire::{Answer, Client, Dialect, DialectName, Packet, claimed};

#[test]
fn an_unanswered_call_ends_by_the_callee_for_both() {
    let call: Code = "abc-def-234".parse().expect("a code");
    let ben = claimed(DialectName::HelloTalk, "ben");
    let unanswered = LineEvent::Ended { call, by: ben, reason: EndReason::NoAnswer };
    let ended = [r#"call:ended {"callId":"abcdef234","by":"ben","reason":"No answer"}"#];

    let mut caller = joined("ada");
    ask(&mut *caller, "call:initiate", r#"{"to":"ben","callType":"video"}"#);
    caller.encode_line(&LineEvent::RingStarted { call, to: ben });
    assert_eq!(spelled(caller.encode_line(&unanswered)), ended, "the caller learns who did not");

    let mut callee = joined("ben");
    assert_eq!(spelled(callee.encode_line(&unanswered)), ended, "the callee hears the same");
}

#[test]
fn who_rings_anew_still_hears_how_the_last_call_ended() {
    let code = |code: &str| code.parse::<Code>().expect("a code");
    let (last, next) = (code("abc-def-234"), code("abc-def-567"));
    let [ben, cleo] = ["ben", "cleo"].map(|id| claimed(DialectName::HelloTalk, id));
    let mut ada = joined("ada");
    ask(&mut *ada, "call:initiate", r#"{"to":"ben","callType":"video"}"#);
    ada.encode_line(&LineEvent::RingStarted { call: last, to: ben });

    ask(&mut *ada, "call:initiate", r#"{"to":"cleo","callType":"video"}"#);
    let ended = LineEvent::Ended { call: last, by: ben, reason: EndReason::HungUp };
    let started = LineEvent::RingStarted { call: next, to: cleo };
    let told = [ended, started].iter().flat_map(|event| ada.encode_line(event)).collect();

    let ended = r#"call:ended {"callId":"abcdef234","by":"ben"}"#;
    let initiated = r#"call:initiated {"callId":"abcdef567","to":"cleo"}"#;
    assert_eq!(spelled(told), [ended, initiated], "he hung up as she rang, and both are named");
}

fn joined(id: &str) -> Box<dyn Dialect> {
    let client = Client { socket: "socket".to_owned(), person: PersonId([1; 16]), username: None };
    let mut dialect = DialectName::HelloTalk.speak(&client);
    ask(&mut *dialect, "user:join", &format!(r#"{{"userId":"{id}"}}"#));
    dialect
}

fn ask(dialect: &mut dyn Dialect, name: &'static str, body: &str) {
    dialect
        .decode(Packet { name: name.into(), args: vec![body.into()] })
        .expect("it is well-formed");
    dialect.answer(&Answer::Done);
}

fn spelled(packets: Vec<Packet>) -> Vec<String> {
    packets.iter().map(|packet| format!("{} {}", packet.name, packet.args[0])).collect()
}

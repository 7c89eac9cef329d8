//! What HelloTalk's clients hear of a call that nobody answers; the rest of
//! their contract is tried with their own client library.

use hearth_core::{Code, EndReason, LineEvent, PersonId};
use hearth_wire::{Answer, Client, Dialect, DialectName, Packet, claimed};
use serde_json::value::RawValue;

#[test]
fn an_unanswered_call_ends_by_the_callee_for_both() {
    let call: Code = "abc-def-234".parse().expect("a code");
    let ben = claimed(DialectName::HelloTalk, "ben");
    let unanswered = LineEvent::Ended { call, by: ben, reason: EndReason::NoAnswer };
    let ended = [r#"call:ended {"callId":"abcdef234","by":"ben","reason":"No answer"}"#];

    let mut caller = joined("ada");
    ask(&mut *caller, "call:initiate", r#"{"to":"ben","callType":"video"}"#);
    assert_eq!(spelled(caller.encode_line(&unanswered)), ended, "the caller learns who did not");

    let mut callee = joined("ben");
    assert_eq!(spelled(callee.encode_line(&unanswered)), ended, "the callee hears the same");
}

fn joined(id: &str) -> Box<dyn Dialect> {
    let client = Client { socket: "socket".to_owned(), person: PersonId([1; 16]), username: None };
    let mut dialect = DialectName::HelloTalk.speak(&client);
    ask(&mut *dialect, "user:join", &format!(r#"{{"userId":"{id}"}}"#));
    dialect
}

fn ask(dialect: &mut dyn Dialect, name: &'static str, body: &str) {
    let body = RawValue::from_string(body.to_owned()).expect("JSON");
    dialect.decode(Packet { name: name.into(), args: vec![body] }).expect("it is well-formed");
    dialect.answer(&Answer::Done);
}

fn spelled(packets: Vec<Packet>) -> Vec<String> {
    packets.iter().map(|packet| format!("{} {}", packet.name, packet.args[0])).collect()
}

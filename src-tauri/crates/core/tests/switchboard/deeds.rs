//! What can happen to a switchboard, drawn at random.

use std::time::Duration;

use hearth_core::{Arrival, Card, Code, EndReason, Form, LineCommand, PersonId, Signal};
use proptest::collection::vec;
use proptest::prelude::*;

/// One thing that happens. Numbers choose among the lines there are.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    /// A person opens one more window, or a first one.
    Arrive { person: PersonId, card: Card, arrival: Arrival },
    /// A client asks for something.
    Act { line: usize, command: LineCommand },
    /// Someone who is rung answers.
    Answer { ring: usize, answer: About },
    /// Someone who is in a call, or rung, asks for something about it.
    Go { party: usize, command: About },
    /// A connection breaks.
    Lose { line: usize },
    /// Time goes by.
    Pass(Duration),
}

/// A command whose call, and the other person in it, are yet to be chosen.
pub(crate) type About = fn(Code, PersonId) -> LineCommand;

pub(crate) fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        8 => (person(), card(), arrival())
            .prop_map(|(person, card, arrival)| Deed::Arrive { person, card, arrival }),
        8 => (0..4_usize, answer()).prop_map(|(ring, answer)| Deed::Answer { ring, answer }),
        5 => (0..6_usize, about()).prop_map(|(party, command)| Deed::Go { party, command }),
        16 => (line(), command()).prop_map(|(line, command)| Deed::Act { line, command }),
        2 => line().prop_map(|line| Deed::Lose { line }),
        2 => (0..20_u64).prop_map(|seconds| Deed::Pass(Duration::from_secs(seconds))),
    ]
}

fn answer() -> impl Strategy<Value = About> {
    prop_oneof![
        3 => Just::<About>(|call, caller| LineCommand::Accept { call, caller: Some(caller) }),
        1 => Just::<About>(|call, _| LineCommand::Reject { call, caller: None }),
        1 => Just::<About>(|call, _| LineCommand::Fail { call, reason: EndReason::Busy }),
        3 => Just::<About>(|_, to| LineCommand::AcceptFrom { to }),
        1 => Just::<About>(|_, to| LineCommand::RejectFrom { to }),
    ]
}

fn about() -> impl Strategy<Value = About> {
    prop_oneof![
        1 => Just::<About>(|call, _| LineCommand::End { call }),
        1 => Just::<About>(|call, _| LineCommand::LeaveRoom { call }),
        4 => Just::<About>(|_, to| LineCommand::Signal {
            to,
            signal: Signal { form: Form::Answer, text: "{}".into() },
        }),
    ]
}

fn command() -> impl Strategy<Value = LineCommand> {
    let caller = || prop::option::weighted(0.3, person());
    let note = || prop_oneof![9 => "[a-z]{0,4}", 1 => "[a-z]{5}"].prop_map(Into::into);
    prop_oneof![
        2 => (code(), people(), note())
            .prop_map(|(call, people, note)| LineCommand::Invite { call, people, note }),
        6 => (code(), person(), note())
            .prop_map(|(call, to, note)| LineCommand::Ring { call, to, note }),
        2 => (code(), caller()).prop_map(|(call, caller)| LineCommand::Accept { call, caller }),
        1 => (code(), caller()).prop_map(|(call, caller)| LineCommand::Reject { call, caller }),
        1 => code().prop_map(|call| LineCommand::Fail { call, reason: EndReason::Unreachable }),
        5 => (code(), people(), note())
            .prop_map(|(call, people, note)| LineCommand::RingRoom { call, people, note }),
        2 => person().prop_map(|to| LineCommand::AcceptFrom { to }),
        1 => person().prop_map(|to| LineCommand::RejectFrom { to }),
        1 => code().prop_map(|call| LineCommand::LeaveRoom { call }),
        1 => code().prop_map(|call| LineCommand::End { call }),
        2 => (person(), signal()).prop_map(|(to, signal)| LineCommand::Signal { to, signal }),
    ]
}

fn line() -> impl Strategy<Value = usize> {
    0..8_usize
}

fn person() -> impl Strategy<Value = PersonId> {
    (0..6_u8).prop_map(|number| PersonId([number; 16]))
}

fn people() -> impl Strategy<Value = Vec<PersonId>> {
    vec(person(), 0..5)
}

fn code() -> impl Strategy<Value = Code> {
    "[a-d]".prop_map(|text| text.parse().expect("a letter is a code"))
}

fn card() -> impl Strategy<Value = Card> {
    "[ab]|[ab]|[ab]|too large".prop_map(|text| Card { kind: "test".into(), text: text.into() })
}

fn arrival() -> impl Strategy<Value = Arrival> {
    prop_oneof![3 => Just(Arrival::Beside), 1 => Just(Arrival::Instead)]
}

fn signal() -> impl Strategy<Value = Signal> {
    "[0-9]{1,9}".prop_map(|text| Signal { form: Form::Candidate, text: text.into() })
}

//! What can happen to a meeting, drawn at random.

use std::time::Duration;

use hearth_core::{Command, Device, Media, ParticipantId, Policy, Question, Rights, Role, Seating};
use proptest::prelude::*;

/// One thing that happens. Numbers choose among the clients there are.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    /// A person opens one more window, of one kind of client or another.
    Connect { person: u8, seating: Seating, may_host: bool, belongs: bool },
    /// Someone who is not in yet asks to be let in.
    Join { who: usize, name: String, media: Media },
    /// A client asks for something.
    Act { who: usize, command: Ask },
    /// A connection breaks, and the last events told over it get lost.
    Lose { who: usize, unheard: usize },
    /// A client comes back, perhaps as one who forgot everything.
    Resume { who: usize, forgot: bool },
    /// Time goes by.
    Pass(Duration),
}

/// A command whose target is yet to be chosen.
#[derive(Debug, Clone)]
pub(crate) enum Ask {
    Alone(Command),
    To(usize, fn(ParticipantId) -> Command),
    SetRole(usize, Role),
    /// To someone or to all, maybe in answer to one of the latest lines.
    Say(Option<usize>, String, Option<u64>),
    /// Something to one of the latest lines.
    ToLine(u64, Change),
    /// A file, to someone or to all.
    Offer(Option<usize>, u32),
    /// Something to a file that was offered about then: whether it is declined.
    ToFile(u64, bool),
    Type(Option<usize>, bool),
    Signal(usize, String),
}

const QUIET: Rights =
    Rights { microphone: false, camera: true, screen: false, chat: false, notes: false };

fn question() -> Question {
    let choices = ["a", "b"].map(str::to_owned).to_vec();
    Question { text: "?!".to_owned(), choices, several: true, secret: false }
}

#[derive(Debug, Clone)]
pub(crate) enum Change {
    Edit(String),
    Delete,
}

pub(crate) fn deed() -> impl Strategy<Value = Deed> {
    let who = 0..8_usize;
    let name = prop_oneof![9 => "[A-E]", 1 => "[ \u{200b}]|[a-z]{9}"];
    prop_oneof![
        5 => (0..6_u8, seating(), prop::bool::weighted(0.8), any::<bool>()).prop_map(
            |(person, seating, may_host, belongs)| Deed::Connect { person, seating, may_host, belongs }
        ),
        6 => (0..3_usize, name, media()).prop_map(|(who, name, media)| Deed::Join { who, name, media }),
        24 => (who.clone(), ask()).prop_map(|(who, command)| Deed::Act { who, command }),
        4 => (who.clone(), 0..4_usize).prop_map(|(who, unheard)| Deed::Lose { who, unheard }),
        4 => (who, prop::bool::weighted(0.2)).prop_map(|(who, forgot)| Deed::Resume { who, forgot }),
        2 => (0..20_u64).prop_map(|seconds| Deed::Pass(Duration::from_secs(seconds))),
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    let who = || 0..8_usize;
    let at =
        |command: fn(ParticipantId) -> Command| who().prop_map(move |who| Ask::To(who, command));
    let alone = |command| Just(Ask::Alone(command));
    prop_oneof![
        2 => alone(Command::Leave),
        8 => alone(Command::OpenChat { name: "Reader".to_owned() }),
        8 => at(|who| Command::Admit { who }),
        2 => alone(Command::AdmitAll),
        3 => at(|who| Command::Deny { who }),
        8 => policy().prop_map(|policy| Ask::Alone(Command::SetPolicy(policy))),
        12 => (who(), role()).prop_map(|(who, role)| Ask::SetRole(who, role)),
        8 => at(|to| Command::HandOver { to }),
        6 => alone(Command::TakeOver),
        12 => media().prop_map(|media| Ask::Alone(Command::SetMedia(media))),
        4 => any::<bool>().prop_map(|raised| Ask::Alone(Command::RaiseHand { raised })),
        2 => at(|who| Command::LowerHand { who }),
        2 => "👍|hi".prop_map(|emoji| Ask::Alone(Command::React { emoji })),
        12 => (prop::option::of(who()), "[a-z]{0,14}", prop::option::weighted(0.3, line()))
            .prop_map(|(to, text, answers)| Ask::Say(to, text, answers)),
        6 => (line(), "[a-z]{0,14}").prop_map(|(line, text)| Ask::ToLine(line, Change::Edit(text))),
        3 => line().prop_map(|line| Ask::ToLine(line, Change::Delete)),
        8 => (prop::option::of(who()), prop::bool::weighted(0.8))
            .prop_map(|(to, typing)| Ask::Type(to, typing)),
        6 => (prop::option::of(who()), any::<u32>()).prop_map(|(to, mark)| Ask::Offer(to, mark)),
        4 => (line(), any::<bool>()).prop_map(|(line, decline)| Ask::ToFile(line, decline)),
        12 => (who(), "[0-9]{1,18}").prop_map(|(to, payload)| Ask::Signal(to, payload)),
        6 => "[a-z]{0,10}".prop_map(|text| {
            Ask::Alone(Command::EditNotes { update: text.into_bytes().into() })
        }),
        4 => at(|who| Command::Mute { who }),
        2 => alone(Command::MuteAll),
        4 => Just(Ask::Alone(Command::OpenPoll(question()))),
        6 => (1..4_u64, prop::collection::btree_set(0..3_usize, 0..3))
            .prop_map(|(poll, choices)| Ask::Alone(Command::Vote { poll, choices })),
        1 => (1..4_u64).prop_map(|poll| Ask::Alone(Command::ClosePoll { poll })),
        1 => (1..4_u64).prop_map(|poll| Ask::Alone(Command::DeletePoll { poll })),
        3 => at(|who| Command::SetRights { who, rights: None }),
        3 => at(|who| Command::SetRights { who, rights: Some(QUIET) }),
        4 => at(|who| Command::StopScreen { who }),
        4 => at(|who| Command::AskToUnmute { who }),
        4 => at(|who| Command::Rename { who, name: "Another".to_owned() }),
        4 => at(|who| Command::Spotlight { who: Some(who) }),
        2 => alone(Command::Spotlight { who: None }),
        6 => at(|who| Command::Remove { who }),
        4 => at(|who| Command::LetBack { who }),
        1 => alone(Command::End),
    ]
}

/// How many lines before the last one.
fn line() -> std::ops::Range<u64> {
    0..6
}

fn seating() -> impl Strategy<Value = Seating> {
    prop_oneof![5 => Just(Seating::Kept), 2 => Just(Seating::Shared), 1 => Just(Seating::Brief)]
}

fn media() -> impl Strategy<Value = Media> {
    let device =
        || any::<(bool, bool)>().prop_map(|(available, enabled)| Device { available, enabled });
    (device(), device(), any::<bool>()).prop_map(|(microphone, camera, screen)| Media {
        microphone,
        camera,
        screen,
    })
}

fn policy() -> impl Strategy<Value = Policy> {
    (any::<[bool; 7]>(), prop::bool::weighted(0.3), prop::bool::weighted(0.1)).prop_map(
        |([microphone, camera, screen, chat, files, keep_files, notes], lobby, locked)| Policy {
            microphone,
            camera,
            screen,
            chat,
            files,
            keep_files,
            notes,
            lobby,
            locked,
        },
    )
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![4 => Just(Role::CoHost), 2 => Just(Role::Participant), 1 => Just(Role::Host)]
}

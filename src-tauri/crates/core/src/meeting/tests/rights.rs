//! Who may do what to whom.

use super::*;

fn acts_on(who: ParticipantId) -> [Command; 5] {
    [
        Command::Mute { who },
        Command::AskToUnmute { who },
        Command::StopScreen { who },
        Command::LowerHand { who },
        Command::Remove { who },
    ]
}

fn rename(who: ParticipantId, name: &str) -> Command {
    Command::Rename { who, name: name.to_owned() }
}

fn every_command(who: ParticipantId) -> Vec<Command> {
    let mut commands = vec![
        Command::Admit { who },
        Command::AdmitAll,
        Command::Deny { who },
        Command::SetPolicy(Policy { chat: false, ..Policy::default() }),
        appoint(who),
        Command::HandOver { to: who },
        Command::TakeOver,
        rename(who, "Else"),
        Command::Spotlight { who: Some(who) },
        Command::SetMedia(SPEAKING),
        Command::RaiseHand { raised: true },
        Command::React { emoji: "👍".to_owned() },
        say("hello"),
        whisper(who, "hello"),
        edit_notes(b"hello"),
        signal(who, "{}"),
        Command::End,
    ];
    commands.extend(acts_on(who));
    commands
}

#[test]
fn before_joining_one_may_do_nothing() {
    let mut scene = Scene::with_policy(Policy { lobby: true, ..Policy::default() });
    let owner = scene.enter(OWNER, "Olga");
    let (waiting, onlooker) = (scene.enter(ADA, "Ada"), scene.connect(BEN));
    let stranger = ParticipantId::mentioned(99);
    for from in [waiting, onlooker, stranger] {
        for command in every_command(owner) {
            assert_eq!(scene.refusal(from, command.clone()), Refusal::NotJoined, "{command:?}");
        }
    }
    assert_eq!(scene.refusal(stranger, Command::Leave), Refusal::NotJoined);
}

#[test]
fn those_who_are_not_in_cannot_be_acted_on() {
    let mut scene = Scene::with_policy(Policy { lobby: true, ..Policy::default() });
    let owner = scene.enter(OWNER, "Olga");
    let (waiting, onlooker) = (scene.enter(ADA, "Ada"), scene.connect(BEN));
    for who in [waiting, onlooker, ParticipantId::mentioned(99)] {
        let mut commands = acts_on(who).to_vec();
        commands.extend([appoint(who), Command::HandOver { to: who }]);
        commands.extend([whisper(who, "psst"), signal(who, "{}")]);
        commands.extend([rename(who, "Else"), Command::Spotlight { who: Some(who) }]);
        for command in commands {
            let refusal = scene.refusal(owner, command.clone());
            assert_eq!(refusal, Refusal::NoSuchParticipant, "{command:?}");
        }
    }
}

#[test]
fn hosts_act_on_anyone_and_co_hosts_on_participants() {
    let mut scene = Scene::new();
    let host = scene.enter(ADA, "Ada");
    let (co_host, other) = (scene.enter(BEN, "Ben"), scene.enter(CAT, "Cat"));
    let participant = scene.enter(DAN, "Dan");
    scene.act(host, appoint(co_host));
    scene.act(host, appoint(other));

    for who in [host, co_host, other] {
        for command in acts_on(who) {
            let refusal = scene.refusal(co_host, command.clone());
            assert_eq!(refusal, Refusal::NotAllowed, "a co-host: {command:?}");
            let refusal = scene.refusal(participant, command.clone());
            assert_eq!(refusal, Refusal::NotAllowed, "a participant: {command:?}");
        }
    }
    for command in acts_on(participant) {
        scene.act(co_host, command);
    }
    for command in acts_on(co_host) {
        scene.act(host, command);
    }
    assert_eq!(scene.meeting.member_count(), 2, "the host and the other co-host are left");
}

#[test]
fn one_renames_oneself_and_hosts_rename_others() {
    let mut scene = Scene::new();
    let (host, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    let cat = scene.enter(CAT, "Cat");

    scene.act(ben, rename(ben, "  Benjamin  "));
    scene.act(host, rename(cat, "Catherine"));
    scene.act(host, rename(cat, "Catherine"));

    assert_eq!(scene.refusal(ben, rename(cat, "Dog")), Refusal::NotAllowed);
    assert_eq!(scene.refusal(ben, rename(ben, " ")), Refusal::InvalidName);
    let named = |who, name: &str, by| Event::NameChanged { who, name: name.to_owned(), by };
    let told = [named(ben, "Benjamin", None), named(cat, "Catherine", Some(host))];
    for who in [host, ben, cat] {
        let heard = scene.heard(who);
        let names: Vec<_> =
            heard.iter().filter(|it| matches!(it, Event::NameChanged { .. })).cloned().collect();
        assert_eq!(names, told, "once each");
    }
}

#[test]
fn only_who_is_muted_is_asked_to_speak_up() {
    let mut scene = Scene::new();
    let (host, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    scene.act(ben, Command::SetMedia(SPEAKING));
    scene.act(host, Command::AskToUnmute { who: ben });
    scene.act(host, Command::Mute { who: ben });
    scene.act(host, Command::AskToUnmute { who: ben });

    let asked = Event::AskedToUnmute { by: host };
    assert_eq!(scene.heard(ben).iter().filter(|event| **event == asked).count(), 1);
    let refusal = scene.refusal(host, Command::AskToUnmute { who: host });
    assert_eq!(refusal, Refusal::InvalidTarget);
}

#[test]
fn hosts_put_someone_into_the_spotlight_until_they_leave() {
    let mut scene = Scene::new();
    let (host, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    let on = |who| Command::Spotlight { who: Some(who) };
    assert_eq!(scene.refusal(ben, on(ben)), Refusal::NotAllowed);
    scene.act(host, on(ben));
    let cat = scene.enter(CAT, "Cat");
    assert_eq!(welcome(&scene.heard(cat)[1..]).spotlight, Some(ben));

    scene.act(ben, Command::Leave);
    let dan = scene.enter(DAN, "Dan");
    assert_eq!(welcome(&scene.heard(dan)[1..]).spotlight, None);
    scene.act(host, on(dan));
    scene.act(host, Command::Spotlight { who: None });
    let shown = |who| Event::SpotlightChanged { who };
    assert!(scene.heard(dan).ends_with(&[shown(Some(dan)), shown(None)]));
}

#[test]
fn policy_and_end_are_for_hosts() {
    let mut scene = Scene::new();
    let (host, co_host) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    let participant = scene.enter(CAT, "Cat");
    scene.act(host, appoint(co_host));
    let locked = Command::SetPolicy(Policy { locked: true, ..Policy::default() });

    assert_eq!(scene.refusal(participant, locked.clone()), Refusal::NotAllowed);
    scene.act(co_host, locked);
    for from in [participant, co_host] {
        assert_eq!(scene.refusal(from, Command::End), Refusal::NotAllowed, "only the host ends");
    }
    scene.act(host, Command::End);
}

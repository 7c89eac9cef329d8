//! Who may do what to whom.

use super::*;

fn acts_on(who: ParticipantId) -> [Command; 4] {
    [
        Command::Mute { who },
        Command::StopScreen { who },
        Command::LowerHand { who },
        Command::Remove { who },
    ]
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
        Command::SetMedia(SPEAKING),
        Command::RaiseHand { raised: true },
        Command::React { emoji: "👍".to_owned() },
        say("hello"),
        whisper(who, "hello"),
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

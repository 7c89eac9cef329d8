//! What a meeting allows, and how hosts quieten someone.

use super::*;

const QUIET: Policy = Policy {
    microphone: false,
    camera: false,
    screen: false,
    chat: false,
    files: false,
    keep_files: false,
    notes: false,
    lobby: false,
    locked: false,
};

/// A host who comes with everything switched on, and a participant who does, too.
fn two(policy: Policy) -> (Scene, ParticipantId, ParticipantId) {
    let mut scene = Scene::with_policy(policy);
    let ids = [(ADA, "Ada"), (BEN, "Ben")].map(|(person, name)| {
        let id = scene.connect(person);
        scene.act(id, join_with(name, EVERYTHING));
        id
    });
    scene.forget();
    (scene, ids[0], ids[1])
}

fn media_changed(who: ParticipantId, media: Media, by: Option<ParticipantId>) -> Event {
    Event::MediaChanged { who, media, by }
}

#[test]
fn a_new_policy_restrains_participants_at_once() {
    let (mut scene, host, participant) = two(Policy::default());

    scene.act(host, Command::SetPolicy(QUIET));

    let changes = [
        Event::PolicyChanged { policy: QUIET, by: host },
        media_changed(participant, SILENT, Some(host)),
    ];
    assert_eq!(scene.heard(participant), changes);
    assert_eq!(scene.heard(host), changes, "hosts are exempt");
    assert_eq!(scene.media(host), EVERYTHING);
    assert_eq!(scene.records, [Record::PolicyChanged(QUIET)]);
}

#[test]
fn the_same_policy_again_is_no_news() {
    let (mut scene, host, participant) = two(QUIET);
    scene.act(host, Command::SetPolicy(QUIET));
    assert_eq!((scene.heard(participant), &scene.records[..]), (vec![], &[][..]));
}

#[test]
fn what_the_policy_forbids_stays_off() {
    let (mut scene, host, participant) = two(QUIET);
    assert_eq!(scene.media(participant), SILENT, "arrived with everything on, and was restrained");

    let camera = Media { camera: ON, ..SILENT };
    for media in [SPEAKING, camera, SHARING, EVERYTHING] {
        let refusal = scene.refusal(participant, Command::SetMedia(media));
        assert_eq!(refusal, Refusal::ForbiddenByPolicy, "{media:?}");
        scene.act(host, Command::SetMedia(media));
    }
    let unplugged = Media { camera: Device::default(), ..SILENT };
    scene.act(participant, Command::SetMedia(unplugged));
    assert_eq!(scene.media(participant), unplugged, "switching off is always allowed");
}

#[test]
fn each_part_of_the_policy_is_on_its_own() {
    let cases = [
        (
            Policy { microphone: false, ..Policy::default() },
            Media { microphone: OFF, ..EVERYTHING },
        ),
        (Policy { camera: false, ..Policy::default() }, Media { camera: OFF, ..EVERYTHING }),
        (Policy { screen: false, ..Policy::default() }, Media { screen: false, ..EVERYTHING }),
        (Policy { chat: false, ..Policy::default() }, EVERYTHING),
    ];
    for (policy, rest) in cases {
        let (scene, host, participant) = two(policy);
        assert_eq!((scene.media(host), scene.media(participant)), (EVERYTHING, rest));
    }
}

#[test]
fn a_former_co_host_is_restrained_like_everyone() {
    let (mut scene, host, participant) = two(QUIET);
    scene.act(host, appoint(participant));
    scene.act(participant, Command::SetMedia(EVERYTHING));
    scene.forget();

    scene.act(host, Command::SetRole { who: participant, role: Role::Participant });

    let demoted = Event::RoleChanged { who: participant, role: Role::Participant };
    let silenced = media_changed(participant, SILENT, Some(host));
    assert_eq!(scene.heard(participant), [demoted, silenced]);
}

#[test]
fn without_chat_participants_write_to_nobody() {
    let (mut scene, host, participant) = two(QUIET);
    assert_eq!(scene.refusal(participant, say("hello")), Refusal::ForbiddenByPolicy);
    assert_eq!(scene.refusal(participant, whisper(host, "hello")), Refusal::ForbiddenByPolicy);
    scene.act(host, say("listen"));
    scene.act(host, whisper(participant, "you may not answer"));
}

#[test]
fn the_muted_may_speak_again_unless_the_policy_forbids_it() {
    let (mut scene, host, participant) = two(Policy::default());
    let muted = Media { microphone: OFF, ..EVERYTHING };

    scene.act(host, Command::Mute { who: participant });
    assert_eq!(scene.heard(participant), [media_changed(participant, muted, Some(host))]);
    scene.act(host, Command::Mute { who: participant });
    assert_eq!(scene.heard(participant), [], "muting twice is muting once");
    scene.act(participant, Command::SetMedia(EVERYTHING));

    scene.act(host, Command::SetPolicy(Policy { microphone: false, ..Policy::default() }));
    let refusal = scene.refusal(participant, Command::SetMedia(EVERYTHING));
    assert_eq!(refusal, Refusal::ForbiddenByPolicy);
}

#[test]
fn a_shared_screen_can_be_stopped() {
    let (mut scene, host, participant) = two(Policy::default());
    let rest = Media { screen: false, ..EVERYTHING };
    for _ in 0..2 {
        scene.act(host, Command::StopScreen { who: participant });
    }
    assert_eq!(scene.heard(participant), [media_changed(participant, rest, Some(host))]);
}

#[test]
fn a_host_who_mutes_themselves_did_it_themselves() {
    let (mut scene, host, participant) = two(Policy::default());
    scene.act(host, Command::Mute { who: host });
    let muted = Media { microphone: OFF, ..EVERYTHING };
    assert_eq!(scene.heard(participant), [media_changed(host, muted, None)]);
}

#[test]
fn someone_muted_while_away_comes_back_muted() {
    let (mut scene, host, participant) = two(Policy::default());
    scene.lose(participant);
    scene.forget();
    scene.act(host, Command::Mute { who: participant });
    scene.resume(participant, Some(2)).expect("the seat was kept");
    let muted = Media { microphone: OFF, ..EVERYTHING };
    assert_eq!(scene.heard(participant), [media_changed(participant, muted, Some(host))]);
}

#[test]
fn everyone_is_muted_but_the_host_and_whom_one_cannot_mute() {
    let (mut scene, host, participant) = two(Policy::default());
    let co_host = scene.connect(CAT);
    scene.act(co_host, join_with("Cat", EVERYTHING));
    scene.act(host, appoint(co_host));

    scene.act(co_host, Command::MuteAll);

    let speaks = |scene: &Scene, who| scene.media(who).microphone.enabled;
    let speaking = [host, co_host, participant].map(|who| speaks(&scene, who));
    assert_eq!(speaking, [true, true, false], "a co-host cannot mute the host");
    scene.act(host, Command::MuteAll);
    assert!(!speaks(&scene, co_host) && speaks(&scene, host));
    assert_eq!(scene.refusal(participant, Command::MuteAll), Refusal::NotAllowed);
}

#[test]
fn one_may_be_allowed_or_forbidden_what_others_are_not() {
    let (mut scene, host, ben) = two(QUIET);
    let cat = scene.enter(CAT, "Cat");
    scene.forget();
    let rights = Rights { screen: true, ..QUIET.rights() };

    scene.act(host, Command::SetRights { who: ben, rights: Some(rights) });

    let changed = Event::RightsChanged { who: ben, rights: Some(rights), by: host };
    assert_eq!(scene.heard(cat), [changed]);
    scene.act(ben, Command::SetMedia(SHARING));
    assert_eq!(scene.refusal(cat, Command::SetMedia(SHARING)), Refusal::ForbiddenByPolicy);
    assert_eq!(scene.refusal(ben, say("Hello")), Refusal::ForbiddenByPolicy);

    scene.forget();
    scene.act(host, Command::SetRights { who: ben, rights: None });
    let back = Event::RightsChanged { who: ben, rights: None, by: host };
    assert_eq!(scene.heard(ben), [back, media_changed(ben, SILENT, Some(host))]);
    scene.forget();
    scene.act(host, Command::SetRights { who: ben, rights: None });
    assert_eq!(scene.heard(ben), [], "that is how it was");
}

#[test]
fn rights_of_ones_own_are_for_participants_and_given_by_hosts() {
    let (mut scene, ada, ben, cat) = three();
    let to = |who| Command::SetRights { who, rights: Some(QUIET.rights()) };
    assert_eq!(scene.refusal(ben, to(cat)), Refusal::NotAllowed);
    scene.act(ada, appoint(ben));
    assert_eq!(scene.refusal(ada, to(ben)), Refusal::InvalidTarget, "he may do everything");
    assert_eq!(scene.refusal(ada, to(ada)), Refusal::InvalidTarget);
    scene.act(ben, to(cat));
    assert_eq!(scene.refusal(cat, say("Hello")), Refusal::ForbiddenByPolicy);
}

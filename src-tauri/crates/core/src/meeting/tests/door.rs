//! Looking on, coming in, going out.

use super::*;
use crate::{Departure, Participant};

#[test]
fn the_first_one_in_becomes_host() {
    let mut scene = Scene::new();

    let ada = scene.connect(ADA);
    assert_eq!(rosters(&scene.heard(ada)), [[]], "before joining, one sees who is in");

    scene.act(ada, join("  Ada   Lovelace "));
    assert_eq!(
        welcome(&scene.heard(ada)),
        Welcome {
            you: ada,
            owner: false,
            participants: vec![("Ada Lovelace", Role::Host)],
            connected: true,
            waiting: Vec::new(),
            policy: Policy::default(),
            spotlight: None,
            chat: Vec::new(),
        }
    );
}

#[test]
fn a_newcomer_hears_of_all_and_all_hear_of_them() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    let onlooker = scene.connect(CAT);
    scene.forget();

    let ben = scene.connect(BEN);
    scene.heard(ben);
    scene.act(ben, join_with("Ben", SPEAKING));

    let heard = scene.heard(ben);
    let welcome = welcome(&heard);
    assert_eq!(welcome.participants, [("Ada", Role::Host), ("Ben", Role::Participant)]);
    let newcomer = Participant {
        id: ben,
        name: "Ben".to_owned(),
        card: None,
        role: Role::Participant,
        rights: None,
        media: SPEAKING,
        hand: None,
        connected: true,
        joined_at: scene.now.wall,
        installation: None,
    };
    assert_eq!(scene.heard(ada), [Event::Joined(newcomer)]);
    assert_eq!(rosters(&scene.heard(onlooker)), [[(ada, "Ada"), (ben, "Ben")]]);
    let came =
        Record::Came { participant: ben, person: BEN, name: "Ben".to_owned(), at: scene.now.wall };
    assert_eq!(scene.records, [came]);
}

#[test]
fn an_onlooker_hears_nothing_but_who_is_in_and_what_they_send() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    let onlooker = scene.connect(BEN);
    scene.forget();

    scene.act(ada, say("are we alone?"));
    scene.act(ada, Command::RaiseHand { raised: true });
    assert_eq!(scene.heard(onlooker), []);

    scene.act(ada, Command::SetMedia(SPEAKING));
    assert_eq!(rosters(&scene.heard(onlooker)), [[(ada, "Ada")]]);
}

#[test]
fn whoever_leaves_is_gone_for_good() {
    let mut scene = Scene::new();
    let (ada, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    let onlooker = scene.connect(CAT);
    scene.forget();

    scene.act(ben, Command::Leave);

    assert_eq!(scene.heard(ada), [Event::Left { who: ben, departure: Departure::Left }]);
    assert_eq!(rosters(&scene.heard(onlooker)), [[(ada, "Ada")]]);
    assert_eq!(scene.heard(ben), [], "who leaves knows it");
    assert_eq!(scene.closed, [ben]);
    assert_eq!(scene.records, [Record::Went { participant: ben, at: scene.now.wall }]);
    assert_eq!(scene.refusal(ben, join("Ben")), Refusal::NotJoined, "their seat is no more");
    assert_eq!(scene.resume(ben, None), Err(Refusal::UnknownToken));

    let again = scene.enter(BEN, "Ben");
    assert!(again > ben, "no id is used twice");
}

#[test]
fn an_onlooker_leaves_unnoticed() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    let onlooker = scene.connect(BEN);
    scene.forget();

    scene.act(onlooker, Command::Leave);

    assert_eq!(scene.closed, [onlooker]);
    assert_eq!(scene.heard(ada), []);
    assert_eq!(scene.records, [], "who was never in leaves no trace");
}

#[test]
fn nobody_joins_twice() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    assert_eq!(scene.refusal(ada, join("Ada")), Refusal::AlreadyJoined);
}

#[test]
fn one_person_may_come_in_by_two_windows() {
    let mut scene = Scene::new();
    let (desk, phone) = (scene.enter(ADA, "Ada"), scene.enter(ADA, "Ada"));
    assert_ne!(desk, phone);
    assert_eq!(scene.meeting.member_count(), 2);
}

#[test]
fn a_name_is_needed() {
    let mut scene = Scene::new();
    let ada = scene.connect(ADA);
    for name in ["", " \t", "\u{200d}", "a\u{202e}b", &"x".repeat(65)] {
        assert_eq!(scene.refusal(ada, join(name)), Refusal::InvalidName, "{name:?}");
    }
    scene.act(ada, join(&"é".repeat(64)));
}

#[test]
fn a_full_meeting_lets_nobody_in_until_someone_leaves() {
    let mut scene = Scene::with_limits(Limits { members: 2, ..Limits::default() });
    let ada = scene.enter(ADA, "Ada");
    let ben = scene.enter(BEN, "Ben");
    let owner = scene.connect(OWNER);
    assert_eq!(scene.refusal(owner, join("Olga")), Refusal::Full, "there is room for two");

    scene.lose(ben);
    assert_eq!(scene.refusal(owner, join("Olga")), Refusal::Full, "a lost seat is still kept");

    scene.act(ada, Command::Leave);
    scene.act(owner, join("Olga"));
}

#[test]
fn there_is_room_for_so_many_onlookers() {
    let mut scene = Scene::with_limits(Limits { observers: 1, ..Limits::default() });
    let ada = scene.connect(ADA);
    assert_eq!(scene.try_connect(BEN), Err(Refusal::TooManyObservers));
    scene.act(ada, join("Ada"));
    scene.connect(BEN);
}

#[test]
fn a_locked_meeting_lets_nobody_in_but_its_owner() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    let (early, owner) = (scene.connect(BEN), scene.connect(OWNER));
    scene.forget();

    scene.act(ada, Command::SetPolicy(Policy { locked: true, lobby: true, ..Policy::default() }));

    let participants = scene.meeting.participants();
    let shut = |must_ask, locked| Event::Roster {
        participants: participants.clone(),
        must_ask,
        locked,
        may_read: false,
    };
    assert_eq!(scene.heard(early), [shut(true, true)], "who looks on sees the door close");
    assert_eq!(scene.heard(owner), [shut(false, false)], "but it stays open for the owner");
    assert_eq!(scene.refusal(early, join("Ben")), Refusal::Locked);
    let late = scene.connect(CAT);
    assert_eq!(scene.refusal(late, join("Cat")), Refusal::Locked);
    scene.act(owner, join("Olga"));
    assert!(scene.is_in(owner));
}

#[test]
fn a_meeting_that_is_nobodys_opens_to_the_first() {
    let shut = Policy { lobby: true, locked: true, ..Policy::default() };
    let mut scene = Scene::open(Limits::default(), Opening::new(None, shut, Lifetime::WEEK));

    let ada = scene.enter(ADA, "Ada");
    assert_eq!(scene.role(ada), Role::Host, "or else nobody could ever open it");
    let ben = scene.connect(BEN);
    assert_eq!(scene.refusal(ben, join("Ben")), Refusal::Locked);
}

/// Who is in, as each of these events tells it to someone who may come in.
fn rosters(events: &[Event]) -> Vec<Vec<(ParticipantId, &str)>> {
    let roster = |event| match event {
        &Event::Roster { ref participants, must_ask: false, locked: false, .. } => {
            participants.iter().map(|it| (it.id, it.name.as_str())).collect()
        }
        other => panic!("a roster and an open door, not {other:?}"),
    };
    events.iter().map(roster).collect()
}

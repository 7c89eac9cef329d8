//! How a meeting begins from memory, and how it ends.

use super::*;
use crate::{Message, MessageState};

#[test]
fn a_meeting_expires_seven_days_after_it_was_made() {
    let mut scene = Scene::new();
    assert_eq!(scene.next_wake(), Some(7 * DAY));
    scene.pass(7 * DAY - SECOND);
    assert!(!scene.meeting.is_over());
    scene.pass(SECOND);
    assert!(scene.meeting.is_over());
    assert_eq!(scene.records, [Record::Ended { at: scene.now.wall }]);
    assert_eq!(scene.next_wake(), None);
    assert_eq!(scene.try_connect(ADA), Err(Refusal::Ended));
}

#[test]
fn a_meeting_expires_seven_days_after_the_last_one_left() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    assert_eq!(scene.next_wake(), None, "while she is in, nothing is due");
    scene.pass(8 * DAY);
    let ben = scene.enter(BEN, "Ben");
    scene.act(ada, Command::Leave);
    assert_eq!(scene.next_wake(), None);
    scene.lose(ben);
    scene.pass(30 * SECOND);
    assert_eq!(scene.next_wake(), Some(7 * DAY));
    scene.pass(7 * DAY);
    assert!(scene.meeting.is_over());
}

#[test]
fn looking_on_and_waiting_do_not_keep_a_meeting() {
    let mut scene = Scene::with_policy(Policy { lobby: true, ..Policy::default() });
    let (onlooker, waiting) = (scene.connect(ADA), scene.enter(BEN, "Ben"));
    scene.pass(DAY);
    scene.act(onlooker, Command::Leave);
    scene.act(waiting, Command::Leave);
    assert_eq!(scene.next_wake(), Some(6 * DAY), "nobody was in");

    let (onlooker, waiting) = (scene.connect(ADA), scene.enter(BEN, "Ben"));
    scene.forget();
    scene.pass(6 * DAY);
    assert_eq!(
        (scene.heard(onlooker), scene.heard(waiting)),
        (vec![Event::Ended], vec![Event::Ended])
    );
    assert_eq!(scene.closed, [onlooker, waiting]);
}

#[test]
fn a_meeting_is_unused_while_nobody_is_even_at_the_door() {
    let mut scene = Scene::new();
    assert_eq!(scene.meeting.unused_since(), Some(scene.now.instant));

    let onlooker = scene.connect(ADA);
    assert_eq!(scene.meeting.unused_since(), None);
    scene.pass(SECOND);
    scene.lose(onlooker);
    assert_eq!(scene.meeting.unused_since(), Some(scene.now.instant), "not since it was opened");

    let ada = scene.enter(ADA, "Ada");
    let onlooker = scene.connect(BEN);
    scene.act(ada, Command::Leave);
    assert_eq!(scene.meeting.unused_since(), None);
    scene.pass(SECOND);
    scene.act(onlooker, Command::Leave);
    assert_eq!(scene.meeting.unused_since(), Some(scene.now.instant));
    scene.pass(7 * DAY);
    assert_eq!(scene.meeting.unused_since(), None, "what is over is not unused");
}

#[test]
fn a_meeting_goes_on_from_what_was_remembered() {
    let message = |text: &str| Message {
        number: 1,
        from: ParticipantId::mentioned(3),
        person: BEN,
        name: "Ben".to_owned(),
        to: None,
        text: text.to_owned(),
        card: None,
        answers: None,
        state: MessageState::Written,
        at: Timestamp(5),
    };
    let opening = Opening {
        removed: BTreeMap::from([(
            CAT,
            Outcast { id: ParticipantId::mint(3), name: "Cat".to_owned() },
        )]),
        last_participant: 41,
        chat: ["one", "two", "three"].map(message).to_vec(),
        unused_for: 2 * DAY,
        ..Opening::new(Some(OWNER), Policy { camera: false, ..Policy::default() }, Lifetime::WEEK)
    };
    let mut scene = Scene::open(Limits { chat: 2, ..Limits::default() }, opening);
    assert_eq!(scene.next_wake(), Some(5 * DAY));
    assert_eq!(scene.try_connect(CAT), Err(Refusal::Removed));

    let ada = scene.connect(ADA);
    assert_eq!(ada.number(), 42, "ids go on where they stopped");
    scene.forget();
    scene.act(ada, join("Ada"));
    let heard = scene.heard(ada);
    let welcome = welcome(&heard);
    assert!(!welcome.policy.camera);
    assert_eq!(welcome.chat, ["two", "three"]);
}

#[test]
fn what_was_unused_for_too_long_is_over_when_it_wakes() {
    let opening =
        Opening { unused_for: 8 * DAY, ..Opening::new(None, Policy::default(), Lifetime::WEEK) };
    let mut scene = Scene::open(Limits::default(), opening);
    assert_eq!(scene.next_wake(), Some(Duration::ZERO));
    scene.pass(Duration::ZERO);
    assert!(scene.meeting.is_over());
}

#[test]
fn the_end_is_for_everyone() {
    let mut scene = Scene::with_policy(Policy { lobby: true, ..Policy::default() });
    let owner = scene.enter(OWNER, "Olga");
    let lost = scene.enter(ADA, "Ada");
    scene.act(owner, Command::Admit { who: lost });
    let (waiting, onlooker) = (scene.enter(BEN, "Ben"), scene.connect(CAT));
    scene.lose(lost);
    scene.forget();

    scene.act(owner, Command::End);

    for who in [owner, waiting, onlooker] {
        assert_eq!(scene.heard(who), [Event::Ended]);
    }
    assert_eq!(scene.heard(lost), []);
    assert_eq!(scene.closed, [owner, waiting, onlooker]);
    let at = scene.now.wall;
    let went = [owner, lost].map(|participant| Record::Went { participant, at });
    assert_eq!(scene.records[..2], went);
    assert_eq!(scene.records[2..], [Record::Ended { at }]);
    assert_eq!(scene.meeting.member_count(), 0);
}

#[test]
fn after_the_end_there_is_nothing() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    scene.act(ada, Command::End);
    scene.forget();

    assert_eq!(scene.refusal(ada, say("hello?")), Refusal::Ended);
    assert_eq!(scene.refusal(ada, Command::End), Refusal::Ended);
    assert_eq!(scene.try_connect(OWNER), Err(Refusal::Ended), "not even the owner");
    assert_eq!(scene.resume(ada, None), Err(Refusal::UnknownToken));
    scene.lose(ada);
    scene.pass(DAY);
    assert_eq!((&scene.records[..], &scene.closed[..]), (&[][..], &[][..]));
    assert_eq!(scene.next_wake(), None);
}

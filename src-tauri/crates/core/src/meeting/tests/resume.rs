//! Losing a connection, and coming back.

use super::*;
use crate::Departure;

fn two() -> (Scene, ParticipantId, ParticipantId) {
    two_with(Limits::default())
}

/// Ben's last event is number 2: a roster, then his welcome.
fn two_with(limits: Limits) -> (Scene, ParticipantId, ParticipantId) {
    let mut scene = Scene::with_limits(limits);
    let (ada, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    scene.forget();
    (scene, ada, ben)
}

#[test]
fn whoever_resumes_hears_what_they_missed_in_order_and_once() {
    let (mut scene, ada, ben) = two();
    scene.act(ada, say("three"));
    scene.lose(ben);
    scene.act(ada, say("four"));
    scene.act(ada, signal(ben, "5"));
    assert_eq!(words(&scene.heard(ben)), ["three"], "nothing is sent into the void");

    scene.resume(ben, Some(3)).expect("the seat is kept");
    let missed = scene.heard_numbered(ben);
    let [(4, Event::Said(_)), (5, Event::Signalled { .. })] = &missed[..] else {
        panic!("four and five, not {missed:?}");
    };
    scene.act(ada, say("six"));
    let next = scene.heard_numbered(ben);
    let [(6, Event::Said(_))] = &next[..] else { panic!("six, not {next:?}") };
}

#[test]
fn the_others_see_someone_reconnect_not_leave() {
    let (mut scene, ada, ben) = two();

    scene.lose(ben);
    scene.lose(ben);
    assert_eq!(scene.heard(ada), [Event::ConnectionLost { who: ben }], "told once");
    scene.resume(ben, Some(2)).expect("the seat is kept");
    assert_eq!(scene.heard(ada), [Event::ConnectionResumed { who: ben, anew: false }]);
    assert_eq!(scene.heard(ben), [], "nothing was missed");
    assert_eq!(scene.records, [], "nobody came or went");
}

#[test]
fn whoever_forgot_everything_is_welcomed_anew() {
    let (mut scene, ada, ben) = two();
    scene.act(ada, say("hello"));
    scene.lose(ben);
    scene.forget();

    scene.resume(ben, None).expect("the seat is kept");

    let heard = scene.heard(ben);
    let welcome = welcome(&heard);
    assert_eq!(welcome.you, ben);
    assert_eq!(welcome.chat, ["hello"]);
    assert_eq!(scene.heard(ada), [Event::ConnectionResumed { who: ben, anew: true }]);
}

#[test]
fn whoever_missed_too_much_is_welcomed_anew() {
    let (mut scene, ada, ben) = two_with(Limits { replay_events: 2, ..Limits::default() });
    scene.lose(ben);
    for text in ["3", "4"] {
        scene.act(ada, say(text));
    }
    scene.forget();
    scene.resume(ben, Some(2)).expect("the seat is kept");
    assert_eq!(words(&scene.heard(ben)), ["3", "4"], "two events are just enough");

    scene.lose(ben);
    for text in ["5", "6", "7"] {
        scene.act(ada, say(text));
    }
    scene.forget();
    scene.resume(ben, Some(4)).expect("the seat is kept");
    let heard = scene.heard_numbered(ben);
    assert!(matches!(heard[..], [(8, Event::Welcome { .. })]), "{heard:?}");
}

#[test]
fn what_is_kept_has_a_size() {
    let (mut scene, ada, ben) = two_with(Limits { replay_bytes: 8, ..Limits::default() });
    scene.lose(ben);
    scene.act(ada, signal(ben, "12345678"));
    scene.forget();
    scene.resume(ben, Some(2)).expect("the seat is kept");
    assert_eq!(scene.heard(ben).len(), 1);

    scene.lose(ben);
    scene.act(ada, say("123"));
    scene.act(ada, signal(ben, "123456"));
    scene.forget();
    scene.resume(ben, Some(3)).expect("the seat is kept");
    welcome(&scene.heard(ben));
}

#[test]
fn nothing_before_a_welcome_is_kept() {
    let (mut scene, _, ben) = two();
    for _ in 0..3 {
        scene.lose(ben);
        scene.resume(ben, None).expect("the seat is kept");
    }
    let seat = &scene.meeting.seats[&ben];
    assert!(seat.replay.since(4).is_some(), "the last welcome can be told again");
    assert!(seat.replay.since(3).is_none(), "no meeting keeps many snapshots of itself");
}

#[test]
fn whoever_claims_to_have_heard_the_future_is_welcomed_anew() {
    let (mut scene, _, ben) = two();
    for after in [3, u64::MAX] {
        scene.lose(ben);
        scene.forget();
        scene.resume(ben, Some(after)).expect("the seat is kept");
        welcome(&scene.heard(ben));
    }
}

#[test]
fn a_seat_can_move_to_another_connection_unnoticed() {
    let (mut scene, ada, ben) = two();
    scene.act(ada, say("hello"));
    scene.forget();

    scene.resume(ben, Some(2)).expect("a seat that is in use can be resumed, too");
    assert_eq!(words(&scene.heard(ben)), ["hello"]);
    assert_eq!(scene.heard(ada), []);

    scene.resume(ben, None).expect("and by a window that forgot everything");
    welcome(&scene.heard(ben));
    assert_eq!(
        scene.heard(ada),
        [Event::ConnectionResumed { who: ben, anew: true }],
        "the peer connections are gone, so she must know"
    );
}

#[test]
fn a_lost_seat_is_kept_for_thirty_seconds() {
    let (mut scene, ada, ben) = two();
    scene.lose(ben);
    scene.forget();
    assert_eq!(scene.next_wake(), Some(30 * SECOND));

    scene.pass(29 * SECOND);
    assert!(scene.is_in(ben));
    scene.lose(ben);
    assert_eq!(scene.next_wake(), Some(SECOND), "losing it twice gains no time");
    scene.pass(SECOND);

    assert_eq!(scene.heard(ada), [Event::Left { who: ben, departure: Departure::Lost }]);
    assert_eq!(scene.records, [Record::Went { participant: ben, at: scene.now.wall }]);
    assert_eq!(scene.closed, [], "there is no connection to close");
    assert_eq!(scene.resume(ben, Some(2)), Err(Refusal::UnknownToken));
    assert_eq!(scene.next_wake(), None);
}

#[test]
fn coming_back_stops_the_clock() {
    let (mut scene, ada, ben) = two();
    scene.lose(ada);
    scene.pass(10 * SECOND);
    scene.lose(ben);
    assert_eq!(scene.next_wake(), Some(20 * SECOND), "the one who was lost first");
    scene.resume(ada, Some(3)).expect("the seat is kept");
    assert_eq!(scene.next_wake(), Some(30 * SECOND));
    scene.resume(ben, Some(2)).expect("the seat is kept");
    assert_eq!(scene.next_wake(), None);
    scene.pass(DAY);
    assert_eq!(scene.meeting.member_count(), 2);
}

#[test]
fn onlookers_vanish_with_their_connection() {
    let mut scene = Scene::new();
    let onlooker = scene.connect(ADA);
    scene.lose(onlooker);
    assert_eq!(scene.resume(onlooker, None), Err(Refusal::UnknownToken));
    assert_eq!(scene.refusal(onlooker, join("Ada")), Refusal::NotJoined);
}

#[test]
fn a_token_nobody_has_opens_nothing() {
    let (mut scene, _, _) = two();
    let stranger = ParticipantId::mentioned(99);
    assert_eq!(scene.resume(stranger, None), Err(Refusal::UnknownToken));
}

#[test]
fn those_who_are_in_learn_the_new_code_though_they_were_away() {
    let mut scene = Scene::new();
    let [ada, ben] = [(ADA, "Ada"), (BEN, "Ben")].map(|(who, name)| scene.enter(who, name));
    let onlooker = scene.connect(CAT);
    let dan = scene.connect_by_knocking(DAN);
    scene.act(dan, join("Dan"));
    scene.act(ada, Command::Admit { who: dan });
    let last = scene.heard_numbered(ben).last().expect("he was welcomed").0;
    scene.lose(ben);
    scene.forget();

    let code = "abc-def-234".parse().expect("a code");
    let effects = scene.meeting.change_code(code);
    scene.carry_out(effects);

    assert_eq!(scene.heard(ada), [Event::CodeChanged { code }]);
    assert_eq!(scene.heard(onlooker), [], "the code was changed for someone like them");
    assert_eq!(scene.heard(dan), [], "he never had the old one");
    scene.resume(ben, Some(last)).expect("the seat is kept");
    assert_eq!(scene.heard(ben), [Event::CodeChanged { code }]);
}

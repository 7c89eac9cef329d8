//! Calls in rooms.

use super::*;

fn accept_from(to: PersonId) -> LineCommand {
    LineCommand::AcceptFrom { to }
}

fn reject_from(to: PersonId) -> LineCommand {
    LineCommand::RejectFrom { to }
}

fn leave(call: &str) -> LineCommand {
    LineCommand::LeaveRoom { call: code(call) }
}

/// Ada rings Ben and Cat.
fn three() -> (Scene, LineId, LineId, LineId) {
    let mut scene = Scene::new();
    let lines = [ADA, BEN, CAT].map(|person| scene.arrive(person));
    scene.act(lines[0], ring_room("room", &[BEN, CAT]));
    (scene, lines[0], lines[1], lines[2])
}

#[test]
fn everyone_in_the_room_hears_the_ring_and_it_has_no_end_of_its_own() {
    let (mut scene, ada, ben, cat) = three();
    for line in [ben, cat] {
        assert_eq!(scene.heard(line), [ringing("room", ADA)], "both are rung");
    }
    assert_eq!(scene.heard(ada), [], "she knows");
    assert_eq!(scene.board.next_wake(), None, "nothing will be due");
}

#[test]
fn a_room_rings_those_who_are_online_and_at_least_one() {
    let mut scene = Scene::new();
    let ada = scene.arrive(ADA);
    assert_eq!(
        scene.refusal(ada, ring_room("room", &[BEN, ADA])),
        LineRefusal::NotOnline,
        "nobody else is there"
    );
    let ben = scene.arrive(BEN);
    scene.act(ada, ring_room("room", &[BEN, CAT, BEN]));
    assert_eq!(scene.heard(ben), [ringing("room", ADA)], "once, however often he is named");
}

#[test]
fn who_accepts_tells_the_one_they_name() {
    let (mut scene, ada, ben, cat) = three();
    scene.forget();
    scene.act(ben, accept_from(ADA));
    assert_eq!(scene.heard(ada), [accepted("room", BEN)], "whom he named");
    assert_eq!((scene.heard(ben), scene.heard(cat)), (vec![], vec![]), "and nobody else");
    scene.act(cat, accept_from(BEN));
    assert_eq!(scene.heard(ben), [accepted("room", CAT)], "he is in too");
    scene.act(cat, accept_from(ADA));
    assert_eq!(scene.heard(ada), [accepted("room", CAT)], "whoever is in may tell another");
}

#[test]
fn only_someone_who_is_in_can_be_answered() {
    let (mut scene, ada, ben, _) = three();
    for answer in [accept_from, reject_from] {
        assert_eq!(scene.refusal(ben, answer(CAT)), LineRefusal::NoSuchCall, "she is rung too");
        assert_eq!(scene.refusal(ada, answer(ADA)), LineRefusal::NoSuchCall, "herself");
    }
    let dan = scene.arrive(PersonId([4; 16]));
    assert_eq!(scene.refusal(dan, accept_from(ADA)), LineRefusal::NoSuchCall, "not rung");
}

#[test]
fn one_rejection_concerns_two_and_the_last_ends_the_call_in_silence() {
    let (mut scene, ada, ben, cat) = three();
    scene.forget();
    scene.act(ben, reject_from(ADA));
    assert_eq!(scene.heard(ada), [rejected("room", BEN)], "whom he named");
    assert_eq!(scene.heard(cat), [], "hers still rings");
    assert!(scene.is_busy(ADA) && !scene.is_busy(BEN), "only he is out");

    scene.act(cat, reject_from(ADA));

    assert_eq!(scene.heard(ada), [rejected("room", CAT)], "she hears that she is alone");
    assert!(!scene.is_busy(ADA), "a call needs two");
    assert_eq!(scene.refusal(ada, end("room")), LineRefusal::NoSuchCall, "it is forgotten");
    assert_eq!(scene.missed, [], "both noticed");
}

#[test]
fn who_ends_the_call_ends_it_for_all_the_others_once() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, accept_from(ADA));
    scene.forget();
    scene.act(ben, end("room"));
    for line in [ada, cat] {
        assert_eq!(
            scene.heard(line),
            [ended("room", BEN, EndReason::HungUp)],
            "all others are told"
        );
    }
    assert_eq!(scene.heard(ben), [], "he knows");
    for line in [ada, ben, cat] {
        assert_eq!(scene.refusal(line, end("room")), LineRefusal::NoSuchCall, "both are silent");
    }
    assert_eq!(scene.missed, [(ADA, CAT)], "she never answered");
}

#[test]
fn who_is_only_rung_may_end_the_call_too() {
    let (mut scene, ada, ben, _) = three();
    scene.forget();
    scene.act(ben, end("room"));
    assert_eq!(
        scene.heard(ada),
        [ended("room", BEN, EndReason::HungUp)],
        "he need not accept first"
    );
    assert_eq!(scene.missed, [(ADA, CAT)], "he has noticed");
}

#[test]
fn who_rings_again_rings_those_who_are_not_in() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, accept_from(ADA));
    scene.act(cat, reject_from(ADA));
    let dan = scene.arrive(PersonId([4; 16]));
    scene.forget();

    scene.act(ben, ring_room("room", &[ADA, CAT, PersonId([4; 16])]));

    for line in [cat, dan] {
        assert_eq!(scene.heard(line), [ringing("room", BEN)], "neither is in");
    }
    assert_eq!(scene.heard(ada), [], "she is in");
}

#[test]
fn who_rings_in_a_room_that_rings_them_is_in() {
    let (mut scene, ada, ben, cat) = three();
    scene.forget();
    scene.act(ben, ring_room("room", &[ADA, CAT]));
    assert_eq!(
        (scene.heard(ada), scene.heard(cat)),
        (vec![], vec![ringing("room", BEN)]),
        "only who is not in is rung"
    );
    scene.act(cat, accept_from(BEN));
    assert_eq!(scene.heard(ben), [accepted("room", CAT)], "he can be answered, so he is in");
}

#[test]
fn the_last_one_left_hears_who_went() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, accept_from(ADA));
    scene.forget();
    scene.act(cat, leave("room"));
    assert_eq!((scene.heard(ada), scene.heard(ben)), (vec![], vec![]), "they go on");
    scene.lose(ben);
    assert_eq!(scene.heard(ada), [ended("room", BEN, EndReason::Disconnected)], "she is alone now");
    assert!(!scene.is_busy(ADA), "a call needs two");
    assert_eq!(scene.missed, [], "she left, and he was in");
    assert_eq!(scene.refusal(cat, leave("room")), LineRefusal::NoSuchCall, "she is out already");
}

#[test]
fn a_call_ends_when_nobody_is_in_it() {
    let (mut scene, ada, ben, cat) = three();
    scene.forget();
    scene.act(ada, leave("room"));
    for line in [ben, cat] {
        assert_eq!(scene.heard(line), [ended("room", ADA, EndReason::HungUp)], "nobody rings");
    }
    assert_eq!(scene.missed, [(ADA, BEN), (ADA, CAT)], "neither had answered");
}

#[test]
fn someone_whose_line_is_lost_while_it_rings_missed_it() {
    let (mut scene, ada, ben, _) = three();
    scene.forget();
    scene.lose(ben);
    assert_eq!(scene.missed, [(ADA, BEN)], "he was there to hear it");
    assert_eq!(scene.heard(ada), [], "another still rings");
}

#[test]
fn someone_may_be_in_the_calls_of_several_rooms() {
    let (mut scene, _, ben, cat) = three();
    scene.act(cat, ring_room("other", &[BEN]));
    scene.forget();
    assert_eq!(scene.board.calls_of(BEN).count(), 2, "one rings in each room");
    scene.act(ben, accept_from(CAT));
    assert_eq!(scene.heard(cat), [accepted("other", BEN)], "she is in that one");
    scene.act(ben, end("room"));
    assert_eq!(scene.board.calls_of(BEN).collect::<Vec<_>>(), [code("other")], "the other goes on");
}

#[test]
fn an_answer_is_for_the_call_that_rings() {
    let mut scene = Scene::new();
    let (ada, ben) = (scene.arrive(ADA), scene.arrive(BEN));
    scene.act(ada, ring_room("one", &[BEN]));
    scene.act(ben, accept_from(ADA));
    scene.act(ada, ring_room("two", &[BEN]));
    scene.forget();
    scene.act(ben, reject_from(ADA));
    assert_eq!(scene.heard(ada), [rejected("two", BEN)], "not for the one he is in");
}

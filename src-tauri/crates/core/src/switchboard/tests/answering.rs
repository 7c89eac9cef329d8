//! Accepting and rejecting.

use super::*;

fn ringing_pair() -> (Scene, LineId, LineId, LineId) {
    let mut scene = Scene::new();
    let lines = [ADA, BEN, CAT].map(|person| scene.arrive(person));
    scene.act(lines[0], ring("a", BEN));
    scene.forget();
    (scene, lines[0], lines[1], lines[2])
}

#[test]
fn both_hear_that_a_ring_was_answered_on_every_line() {
    let (mut scene, ada, ben, cat) = ringing_pair();
    let again = scene.arrive(BEN);
    scene.act(ben, accept("a"));
    for line in [ada, ben, again] {
        assert_eq!(scene.heard(line), [accepted("a", BEN)], "his other line stops ringing");
    }
    assert_eq!(scene.heard(cat), [], "it is no affair of hers");
    assert_eq!(scene.board.next_wake(), None, "and rings no more");
}

#[test]
fn both_hear_that_a_ring_was_declined_and_are_free() {
    let (mut scene, ada, ben, _) = ringing_pair();
    scene.act(ben, reject("a"));
    for line in [ada, ben] {
        assert_eq!(scene.heard(line), [rejected("a", BEN)], "also his own other windows");
    }
    assert!(!scene.is_busy(ADA) && !scene.is_busy(BEN), "both may ring again");
    assert_eq!(scene.board.next_wake(), None, "and nothing rings");
    assert_eq!(scene.missed, [], "who declines has noticed");
}

#[test]
fn only_the_callee_answers_and_only_once() {
    let (mut scene, ada, ben, cat) = ringing_pair();
    for answer in [accept("a"), reject("a")] {
        for line in [ada, cat] {
            assert_eq!(
                scene.refusal(line, answer.clone()),
                LineRefusal::NoSuchCall,
                "it does not ring for them"
            );
        }
    }
    assert_eq!(scene.refusal(ben, accept("b")), LineRefusal::NoSuchCall, "it has another code");
    scene.act(ben, accept("a"));
    for answer in [accept("a"), reject("a")] {
        assert_eq!(scene.refusal(ben, answer), LineRefusal::NoSuchCall, "it is answered");
    }
}

#[test]
fn whoever_names_the_caller_names_the_right_one() {
    let (mut scene, ada, ben, _) = ringing_pair();
    let accept_of = |caller| LineCommand::Accept { call: code("a"), caller: Some(caller) };
    let reject_of = |caller| LineCommand::Reject { call: code("a"), caller: Some(caller) };
    for wrong in [accept_of(CAT), reject_of(CAT), accept_of(BEN)] {
        assert_eq!(
            scene.refusal(ben, wrong),
            LineRefusal::NoSuchCall,
            "he rang nobody, and she is not the caller"
        );
    }
    scene.act(ben, accept_of(ADA));
    assert_eq!(scene.heard(ada), [accepted("a", BEN)], "the right one hears it");
}

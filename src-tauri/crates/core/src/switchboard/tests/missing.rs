//! Rings that nobody answered.

use super::*;

fn ringing_pair() -> (Scene, LineId, LineId) {
    let mut scene = Scene::new();
    let (ada, ben) = (scene.arrive(ADA), scene.arrive(BEN));
    scene.act(ada, ring("a", BEN));
    scene.forget();
    (scene, ada, ben)
}

#[test]
fn nobody_rings_longer_than_half_a_minute() {
    let (mut scene, ada, ben) = ringing_pair();
    assert_eq!(
        scene.board.next_wake(),
        Some(scene.now.instant + 30 * SECOND),
        "it will stop by itself"
    );
    scene.pass(29 * SECOND);
    assert_eq!(scene.heard(ada), [], "it still rings");

    scene.pass(SECOND);

    for line in [ada, ben] {
        assert_eq!(scene.heard(line), [ended("a", BEN, EndReason::NoAnswer)], "he did not");
    }
    assert_eq!(scene.missed, [(ADA, BEN)], "he did not answer her");
    assert!(!scene.is_busy(ADA) && !scene.is_busy(BEN), "both are free again");
    assert_eq!(scene.board.next_wake(), None, "and nothing else rings");
}

#[test]
fn a_call_that_was_answered_lasts() {
    let (mut scene, _, ben) = ringing_pair();
    scene.act(ben, accept("a"));
    scene.pass(3600 * SECOND);
    assert!(scene.is_busy(ADA), "only ringing has an end of its own");
    scene.act(ben, end("a"));
    assert_eq!(scene.missed, [], "it was answered");
}

#[test]
fn who_gives_up_ringing_was_missed() {
    let (mut scene, ada, ben) = ringing_pair();
    scene.act(ada, end("a"));
    assert_eq!(scene.heard(ben), [ended("a", ADA, EndReason::HungUp)], "he need not run for it");
    assert_eq!(scene.missed, [(ADA, BEN)], "she rang, and he did not answer");
}

#[test]
fn who_ends_a_ring_to_themselves_has_declined() {
    let (mut scene, ada, ben) = ringing_pair();
    scene.act(ben, end("a"));
    assert_eq!(scene.heard(ada), [ended("a", BEN, EndReason::HungUp)], "she hears it as any end");
    assert_eq!(scene.missed, [], "he has noticed");
}

#[test]
fn a_ring_is_missed_when_either_line_is_lost() {
    for lost in [0, 1] {
        let (mut scene, ada, ben) = ringing_pair();
        scene.lose([ada, ben][lost]);
        assert_eq!(scene.missed, [(ADA, BEN)], "she rang, and he did not answer");
        assert_eq!(scene.board.next_wake(), None, "and rings no more");
    }
}

#[test]
fn several_rings_end_each_at_its_time() {
    let (mut scene, ada, _) = ringing_pair();
    let (cat, _) = (scene.arrive(CAT), scene.arrive(PersonId([4; 16])));
    scene.pass(10 * SECOND);
    scene.act(cat, ring("b", PersonId([4; 16])));
    scene.forget();
    scene.pass(20 * SECOND);
    assert_eq!(scene.heard(ada), [ended("a", BEN, EndReason::NoAnswer)], "hers began first");
    assert_eq!(scene.heard(cat), [], "hers began later");
    assert_eq!(scene.board.next_wake(), Some(scene.now.instant + 10 * SECOND), "it is due next");
}

#[test]
fn a_ring_that_fails_elsewhere_is_missed_and_both_hear_why() {
    let (mut scene, ada, ben) = ringing_pair();
    let fail = LineCommand::Fail { call: code("a"), reason: EndReason::Busy };
    assert_eq!(scene.refusal(ada, fail.clone()), LineRefusal::NoSuchCall, "it rings for him");
    scene.act(ben, fail.clone());
    for line in [ada, ben] {
        assert_eq!(scene.heard(line), [ended("a", BEN, EndReason::Busy)], "he is in another");
    }
    assert_eq!(scene.missed, [(ADA, BEN)], "he has not heard it");
    assert_eq!(scene.refusal(ben, fail), LineRefusal::NoSuchCall, "it is over");
}

#[test]
fn a_missed_call_tells_who_rang_and_what_for() {
    let (mut scene, ada, ..) = ringing_pair();
    let effects = scene.board.handle(scene.now, ada, end("a")).expect("her call");
    let missed = effects.into_iter().find_map(|effect| match effect {
        LineEffect::Missed { card, note, .. } => Some((card, note)),
        LineEffect::Tell { .. } => None,
    });
    let (card, note) = missed.expect("he did not answer");
    let LineEvent::Ringing { card: rung, note: with, .. } = ringing("a", ADA) else { return };
    assert_eq!((card, note), (rung, with), "the same as he was rung with");
}

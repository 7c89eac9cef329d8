//! Ringing someone.

use super::*;

#[test]
fn the_callee_hears_the_ring_on_every_line_and_then_the_caller_that_it_rings() {
    let mut scene = Scene::new();
    let (ada, ben, again) = (scene.arrive(ADA), scene.arrive(BEN), scene.arrive(BEN));

    let effects = scene.board.handle(scene.now, ada, ring("a", BEN)).expect("he is free");

    let told = effects.iter().map(|effect| match effect {
        LineEffect::Tell { to, .. } => *to,
        LineEffect::Missed { .. } => panic!("nothing is missed yet"),
    });
    assert_eq!(told.collect::<Vec<_>>(), [ben, again, ada], "the caller last");
    scene.carry_out(effects);
    assert_eq!(scene.heard(ben), [ringing("a", ADA)], "with her card and her note");
    assert_eq!(
        scene.heard(ada),
        [LineEvent::RingStarted { call: code("a"), to: BEN }],
        "so that she knows it rings"
    );
}

#[test]
fn both_are_busy_from_ringing_on() {
    let mut scene = Scene::new();
    let (ada, ben, cat) = (scene.arrive(ADA), scene.arrive(BEN), scene.arrive(CAT));
    scene.act(ada, ring("a", BEN));

    assert!(scene.is_busy(ADA) && scene.is_busy(BEN) && !scene.is_busy(CAT), "nobody else is");
    for busy in [ADA, BEN] {
        assert_eq!(scene.board.calls_of(busy).collect::<Vec<_>>(), [code("a")], "both are in it");
        assert_eq!(
            scene.refusal(cat, ring("b", busy)),
            LineRefusal::NotAvailable,
            "one call at a time"
        );
    }
    for busy in [ada, ben] {
        assert_eq!(scene.refusal(busy, ring("b", CAT)), LineRefusal::InCall, "the callee too");
    }
    scene.act(ben, accept("a"));
    assert_eq!(scene.refusal(cat, ring("b", ADA)), LineRefusal::NotAvailable, "and stay so");
}

#[test]
fn only_someone_else_who_is_online_can_be_rung() {
    let mut scene = Scene::new();
    let ada = scene.arrive(ADA);
    assert_eq!(
        scene.refusal(ada, ring("a", ADA)),
        LineRefusal::NotAvailable,
        "she is there already"
    );
    assert_eq!(scene.refusal(ada, ring("a", BEN)), LineRefusal::NotOnline, "he is not");
}

#[test]
fn no_two_calls_have_the_same_code() {
    let mut scene = Scene::new();
    let (ada, _, cat) = (scene.arrive(ADA), scene.arrive(BEN), scene.arrive(CAT));
    scene.arrive(PersonId([4; 16]));
    scene.act(ada, ring("a", BEN));
    assert_eq!(
        scene.refusal(cat, ring("a", PersonId([4; 16]))),
        LineRefusal::CodeTaken,
        "another call has it"
    );
    assert_eq!(
        scene.refusal(cat, ring_room("a", &[ADA])),
        LineRefusal::CodeTaken,
        "of whatever kind"
    );
    scene.act(ada, end("a"));
    scene.act(cat, ring("a", BEN));
    assert!(scene.is_busy(CAT), "a call that is over needs its code no more");
}

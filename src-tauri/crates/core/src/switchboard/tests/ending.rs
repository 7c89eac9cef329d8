//! How a call of two ends.

use super::*;

fn talking() -> (Scene, LineId, LineId, LineId) {
    let mut scene = Scene::new();
    let lines = [ADA, BEN, CAT].map(|person| scene.arrive(person));
    scene.act(lines[0], ring("a", BEN));
    scene.act(lines[1], accept("a"));
    scene.forget();
    (scene, lines[0], lines[1], lines[2])
}

#[test]
fn the_other_hears_the_end_before_whoever_ended_it() {
    let (mut scene, ada, ben, _) = talking();
    let effects = scene.board.handle(scene.now, ben, end("a")).expect("his call");
    let told = effects.iter().filter_map(|effect| match effect {
        LineEffect::Tell { to, .. } => Some(*to),
        LineEffect::Missed { .. } => None,
    });
    assert_eq!(told.collect::<Vec<_>>(), [ada, ben], "first the other");
    scene.carry_out(effects);
    assert_eq!(scene.heard(ada), [ended("a", BEN, EndReason::HungUp)], "he hung up");
    assert!(!scene.is_busy(ADA) && !scene.is_busy(BEN), "both are free again");
}

#[test]
fn only_a_party_ends_a_call_and_only_once() {
    let (mut scene, ada, ben, cat) = talking();
    assert_eq!(scene.refusal(cat, end("a")), LineRefusal::NoSuchCall, "it is not hers");
    assert_eq!(scene.refusal(ada, end("b")), LineRefusal::NoSuchCall, "there is no such");
    scene.act(ada, end("a"));
    assert_eq!(scene.refusal(ben, end("a")), LineRefusal::NoSuchCall, "it is over");
}

#[test]
fn a_call_ends_with_someones_last_line() {
    let (mut scene, ada, ben, _) = talking();
    let again = scene.arrive(BEN);
    scene.lose(ben);
    assert_eq!(scene.heard(ada), [], "he has another");
    scene.lose(again);
    assert_eq!(scene.heard(ada), [ended("a", BEN, EndReason::Disconnected)], "he is gone");
    assert!(!scene.is_busy(ADA), "and she is free");
}

#[test]
fn a_call_ends_when_its_line_is_replaced() {
    let (mut scene, ada, ben, _) = talking();
    let newest = scene.replace(BEN);
    assert_eq!(
        scene.heard(ada),
        [ended("a", BEN, EndReason::Disconnected)],
        "he lost the call with the line"
    );
    assert_eq!(scene.heard(ben), [LineEvent::Replaced], "it is none any more");
    assert_eq!(scene.heard(newest), [], "and the newest never heard of the call");
    assert_eq!(
        scene.board.status(BEN),
        Status { online: true, in_call: false },
        "he is there, and free"
    );
}

#[test]
fn a_line_that_was_replaced_can_be_lost_without_harm() {
    let (mut scene, ada, ben, _) = talking();
    let newest = scene.replace(BEN);
    scene.act(newest, ring("b", ADA));
    scene.forget();
    scene.lose(ben);
    assert_eq!(scene.heard(ada), [], "the new call rings on");
    assert!(scene.is_busy(BEN), "and so is he");
}

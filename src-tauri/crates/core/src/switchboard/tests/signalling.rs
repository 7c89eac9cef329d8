//! WebRTC messages between people in one call.

use super::*;

#[test]
fn signals_pass_from_ringing_on_until_the_end() {
    let mut scene = Scene::new();
    let (ada, ben) = (scene.arrive(ADA), scene.arrive(BEN));
    assert_eq!(
        scene.refusal(ada, signal(BEN, "1")),
        LineRefusal::NotInYourCall,
        "they have no call yet"
    );
    scene.act(ada, ring("a", BEN));
    scene.forget();

    scene.act(ada, signal(BEN, "1"));
    scene.act(ben, accept("a"));
    scene.act(ben, signal(ADA, "2"));

    let from = |from, text| LineEvent::Signalled { from, signal: offer(text) };
    assert_eq!(
        scene.heard(ben),
        [from(ADA, "1"), accepted("a", BEN)],
        "the offer may come before the answer"
    );
    assert_eq!(scene.heard(ada), [accepted("a", BEN), from(BEN, "2")], "both ways");
    scene.act(ada, end("a"));
    assert_eq!(
        scene.refusal(ada, signal(BEN, "3")),
        LineRefusal::NotInYourCall,
        "the call is over"
    );
}

#[test]
fn a_signal_reaches_nobody_outside_the_call() {
    let mut scene = Scene::new();
    let (ada, _, cat) = (scene.arrive(ADA), scene.arrive(BEN), scene.arrive(CAT));
    scene.act(ada, ring("a", BEN));
    scene.forget();
    for to in [ADA, CAT, PersonId([9; 16])] {
        assert_eq!(
            scene.refusal(ada, signal(to, "1")),
            LineRefusal::NotInYourCall,
            "none of these is in her call"
        );
    }
    assert_eq!(
        scene.refusal(cat, signal(ADA, "1")),
        LineRefusal::NotInYourCall,
        "nor is she in it"
    );
}

#[test]
fn everyone_rung_into_a_room_can_signal_everyone_else_there() {
    let mut scene = Scene::new();
    let (ada, ben, cat) = (scene.arrive(ADA), scene.arrive(BEN), scene.arrive(CAT));
    scene.act(ada, ring_room("room", &[BEN, CAT]));
    scene.forget();
    scene.act(ada, signal(BEN, "1"));
    scene.act(ben, signal(CAT, "2"));
    assert_eq!(
        scene.heard(ben),
        [LineEvent::Signalled { from: ADA, signal: offer("1") }],
        "he need not accept first"
    );
    assert_eq!(
        scene.heard(cat),
        [LineEvent::Signalled { from: BEN, signal: offer("2") }],
        "nor either of them"
    );
}

//! How much a switchboard carries.

use super::*;

const SMALL: SwitchboardLimits = SwitchboardLimits {
    lines: 4,
    lines_each: 2,
    calls: 1,
    calls_each: 1,
    people: 2,
    card: 3,
    note: 5,
    signal: 2,
    ringing: Duration::from_secs(30),
};

fn small() -> (Scene, LineId, LineId) {
    let mut scene = Scene::open(Announce::Nobody, SMALL);
    let (ada, ben) = (scene.arrive(ADA), scene.arrive(BEN));
    (scene, ada, ben)
}

#[test]
fn lines_are_bounded_and_replacing_takes_none() {
    let (mut scene, _, _) = small();
    scene.arrive(ADA);
    let beside = |scene: &mut Scene, who| scene.try_arrive(who, card("1"), Arrival::Beside);
    assert_eq!(beside(&mut scene, ADA), Err(LineRefusal::TooManyLines), "she has two");
    scene.arrive(BEN);
    assert_eq!(beside(&mut scene, CAT), Err(LineRefusal::Full), "there are four");
    scene.replace(ADA);
    assert_eq!(scene.board.lines.len(), 3, "one for two");
    scene.arrive(CAT);
}

#[test]
fn what_is_carried_is_bounded() {
    let (mut scene, ada, _) = small();
    let large = scene.try_arrive(CAT, card("four"), Arrival::Instead);
    assert_eq!(large, Err(LineRefusal::CardTooLarge), "it has four bytes");
    let note = || "too long".into();
    let ring_with = LineCommand::Ring { call: code("a"), to: BEN, note: note() };
    let room_with = LineCommand::RingRoom { call: code("a"), people: vec![BEN], note: note() };
    let invite_with = LineCommand::Invite { call: code("a"), people: vec![BEN], note: note() };
    for command in [ring_with, room_with, invite_with] {
        assert_eq!(scene.refusal(ada, command), LineRefusal::NoteTooLarge, "it has eight bytes");
    }
    scene.act(ada, ring("a", BEN));
    assert_eq!(
        scene.refusal(ada, signal(BEN, "123")),
        LineRefusal::SignalTooLarge,
        "it has three bytes"
    );
    scene.act(ada, signal(BEN, "12"));
}

#[test]
fn calls_are_bounded() {
    let (mut scene, ada, _) = small();
    let (cat, _) = (scene.arrive(CAT), scene.arrive(PersonId([4; 16])));
    scene.act(ada, ring("a", BEN));
    let dan = PersonId([4; 16]);
    assert_eq!(scene.refusal(cat, ring("b", dan)), LineRefusal::TooManyCalls, "there is one");
    assert_eq!(
        scene.refusal(cat, ring_room("b", &[dan])),
        LineRefusal::TooManyCalls,
        "of any kind"
    );
}

#[test]
fn the_calls_of_one_person_are_bounded() {
    let limits = SwitchboardLimits { calls: 9, ..SMALL };
    let mut scene = Scene::open(Announce::Nobody, limits);
    let (ada, _, cat) = (scene.arrive(ADA), scene.arrive(BEN), scene.arrive(CAT));
    scene.act(ada, ring_room("one", &[BEN]));
    assert_eq!(
        scene.refusal(ada, ring_room("two", &[CAT])),
        LineRefusal::TooManyCalls,
        "she is in one"
    );
    assert_eq!(scene.refusal(cat, ring_room("two", &[BEN])), LineRefusal::NotOnline, "he is full");
    scene.act(ada, ring_room("one", &[BEN]));
}

#[test]
fn the_people_of_a_call_are_bounded() {
    let (mut scene, ada, _) = small();
    scene.arrive(CAT);
    let crowd = [BEN, CAT, PersonId([4; 16])];
    assert_eq!(
        scene.refusal(ada, ring_room("room", &crowd)),
        LineRefusal::TooManyPeople,
        "too many are named"
    );
    assert_eq!(
        scene.refusal(ada, ring_room("room", &crowd[..2])),
        LineRefusal::TooManyPeople,
        "she counts too"
    );
    let invite = LineCommand::Invite { call: code("a"), people: crowd.to_vec(), note: "".into() };
    assert_eq!(scene.refusal(ada, invite), LineRefusal::TooManyPeople, "too many are named");
    scene.act(ada, ring_room("room", &crowd[..1]));
}

//! Coming, going, and hearing of it.

use super::*;

fn online(person: PersonId, since: Timestamp) -> Online {
    Online { person, card: card_of(person), since }
}

/// The people in what is told when someone's presence changes.
fn present(events: &[LineEvent]) -> Vec<PersonId> {
    match events.first() {
        Some(LineEvent::Present { people }) => people.iter().map(|it| it.person).collect(),
        _ => panic!("first who is online, not {events:?}"),
    }
}

#[test]
fn everyone_hears_who_is_online_and_the_others_who_came() {
    let mut scene = Scene::announcing();
    let since = scene.now.wall;
    let ben = scene.arrive(BEN);
    scene.forget();
    scene.pass(SECOND);

    let ada = scene.arrive(ADA);

    let people = vec![online(BEN, since), online(ADA, scene.now.wall)];
    let came = LineEvent::Came(people[1].clone());
    let all = LineEvent::Present { people };
    assert_eq!(scene.heard(ben), [all.clone(), came], "the list first");
    assert_eq!(scene.heard(ada), [all], "in order of arrival");
}

#[test]
fn someone_is_gone_with_their_last_line() {
    let mut scene = Scene::announcing();
    let (ada, ben, again) = (scene.arrive(ADA), scene.arrive(BEN), scene.arrive(BEN));
    scene.forget();

    scene.lose(ben);
    assert_eq!(scene.heard(ada), [], "he is still there");
    assert_eq!(
        scene.board.status(BEN),
        Status { online: true, in_call: false },
        "one line is enough"
    );
    scene.lose(again);

    let heard = scene.heard(ada);
    assert_eq!(present(&heard), [ADA], "the list first");
    assert_eq!(heard[1..], [LineEvent::Went { person: BEN, card: card_of(BEN) }], "then who went");
    assert_eq!(scene.board.status(BEN), Status { online: false, in_call: false }, "none is left");
    scene.lose(again);
    assert_eq!(scene.heard(ada), [], "nobody goes twice");
}

#[test]
fn another_line_of_someone_hears_who_is_online_and_nobody_else_does() {
    let mut scene = Scene::announcing();
    let (ada, ben) = (scene.arrive(ADA), scene.arrive(BEN));
    scene.forget();

    let again = scene.arrive(ADA);

    let heard = scene.heard(again);
    assert_eq!((present(&heard), heard.len()), (vec![ADA, BEN], 1), "each person once");
    assert_eq!((scene.heard(ada), scene.heard(ben)), (vec![], vec![]), "nobody came");
    assert_eq!(scene.board.online_count(), 2, "people count, not lines");
}

#[test]
fn another_card_renews_what_is_known_of_someone() {
    let mut scene = Scene::announcing();
    let (ada, ben) = (scene.arrive(ADA), scene.arrive(BEN));
    let since = scene.now.wall;
    scene.pass(SECOND);
    scene.forget();

    let again = scene.try_arrive(ADA, card("new"), Arrival::Beside).expect("there is room");

    let renewed = Online { person: ADA, card: card("new"), since };
    let all = [LineEvent::Present { people: vec![renewed, online(BEN, since)] }];
    for line in [ada, ben, again] {
        assert_eq!(scene.heard(line), all, "she kept her place, and did not come");
    }
}

#[test]
fn the_newest_line_replaces_the_earlier_ones() {
    let mut scene = Scene::announcing();
    let (ada, one, two) = (scene.arrive(ADA), scene.arrive(BEN), scene.arrive(BEN));
    scene.forget();

    let newest = scene.replace(BEN);

    for line in [one, two] {
        assert_eq!(scene.heard(line), [LineEvent::Replaced], "and nothing more");
        assert_eq!(
            scene.refusal(line, ring("a", ADA)),
            LineRefusal::NotConnected,
            "it may ask for nothing"
        );
    }
    assert_eq!(present(&scene.heard(newest)), [ADA, BEN], "who is new hears how it is");
    assert_eq!(scene.heard(ada), [], "he never went");
    scene.lose(one);
    assert!(scene.board.status(BEN).online, "what was replaced cannot take him offline");
}

#[test]
fn a_switchboard_that_announces_nobody_tells_nothing_of_who_comes_and_goes() {
    let mut scene = Scene::new();
    let ada = scene.arrive(ADA);
    let ben = scene.arrive(BEN);
    scene.try_arrive(ADA, card("new"), Arrival::Beside).expect("there is room");
    scene.lose(ben);
    assert_eq!(scene.heard(ada), [], "not even the list");
    assert!(scene.board.status(ADA).online, "whoever asks is told");
}

#[test]
fn all_hear_the_same_list() {
    let mut scene = Scene::announcing();
    scene.arrive(ADA);
    let (_, effects) =
        scene.board.arrive(scene.now, BEN, card_of(BEN), Arrival::Beside).expect("there is room");
    let lists = effects.iter().filter_map(|effect| match effect {
        LineEffect::Tell { event, .. } if matches!(**event, LineEvent::Present { .. }) => {
            Some(std::sync::Arc::as_ptr(event))
        }
        _ => None,
    });
    let lists: Vec<_> = lists.collect();
    assert_eq!(lists.len(), 2, "one for each line");
    assert_eq!(lists[0], lists[1], "it is made once, however many hear it");
}

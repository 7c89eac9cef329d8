//! Being put out, and kept out.

use super::*;
use crate::Departure;

fn remove(who: ParticipantId) -> Command {
    Command::Remove { who }
}

#[test]
fn the_removed_hear_it_and_are_kept_out() {
    let mut scene = Scene::new();
    let (ada, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    scene.forget();

    scene.act(ada, remove(ben));

    assert_eq!(scene.heard(ben), [Event::Removed]);
    let outcast = Outcast { id: ben, name: "Ben".to_owned() };
    let left = Event::Left { who: ben, departure: Departure::Removed };
    assert_eq!(scene.heard(ada), [left, Event::KeptOut(outcast.clone())]);
    assert_eq!(scene.closed, [ben]);
    let went = Record::Went { participant: ben, at: scene.now.wall };
    assert_eq!(scene.records, [Record::Removed { person: BEN, outcast }, went]);
    assert_eq!(scene.try_connect(BEN), Err(Refusal::Removed));
    assert_eq!(scene.resume(ben, None), Err(Refusal::UnknownToken), "nor by the back door");
}

#[test]
fn someone_who_is_away_can_be_removed() {
    let mut scene = Scene::new();
    let (ada, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    scene.lose(ben);
    scene.forget();

    scene.act(ada, remove(ben));

    assert_eq!((scene.heard(ben), &scene.closed[..]), (vec![], &[][..]), "nobody is there to hear");
    assert_eq!(scene.resume(ben, Some(1)), Err(Refusal::UnknownToken));
}

#[test]
fn a_removed_person_goes_with_all_their_windows() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    let (desk, phone) = (scene.enter(BEN, "Ben"), scene.enter(BEN, "Ben"));
    scene.act(ada, Command::SetPolicy(Policy { lobby: true, ..Policy::default() }));
    let (waiting, looking_on) = (scene.enter(BEN, "Benny"), scene.connect(BEN));
    scene.forget();

    scene.act(ada, remove(phone));

    for window in [desk, phone, waiting, looking_on] {
        assert_eq!(scene.heard(window).last(), Some(&Event::Removed), "{window:?} is told");
        assert!(scene.closed.contains(&window), "{window:?} is closed");
        assert_eq!(scene.refusal(window, join("Ben")), Refusal::NotJoined);
    }
    assert_eq!(scene.meeting.member_count(), 1);
    assert!(scene.heard(ada).contains(&Event::KnockAnswered { who: waiting }));
}

#[test]
fn a_co_host_cannot_get_at_the_host_by_their_second_window() {
    let mut scene = Scene::new();
    let (host, second) = (scene.enter(ADA, "Ada"), scene.enter(ADA, "Ada's phone"));
    let co_host = scene.enter(BEN, "Ben");
    scene.act(host, appoint(co_host));
    assert_eq!(scene.refusal(co_host, remove(second)), Refusal::NotAllowed);
}

#[test]
fn putting_out_ones_own_second_window_keeps_nobody_out() {
    let mut scene = Scene::new();
    let (host, second) = (scene.enter(ADA, "Ada"), scene.enter(ADA, "Ada"));

    scene.act(host, remove(second));

    assert!(scene.is_in(host) && !scene.is_in(second));
    scene.connect(ADA);
    assert_eq!(scene.refusal(host, remove(host)), Refusal::InvalidTarget, "leaving is simpler");
}

#[test]
fn the_owner_can_be_put_out_but_not_kept_out() {
    let mut scene = Scene::new();
    let (owner, ada) = (scene.enter(OWNER, "Olga"), scene.enter(ADA, "Ada"));
    scene.act(owner, Command::HandOver { to: ada });

    scene.act(ada, remove(owner));

    assert!(!scene.is_in(owner));
    let back = scene.enter(OWNER, "Olga");
    assert_eq!(scene.role(back), Role::Host, "it is still her meeting");
}

#[test]
fn the_removed_can_be_let_back_in_with_all_that_they_are() {
    let mut scene = Scene::new();
    let (ada, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    scene.act(ada, remove(ben));
    scene.forget();

    scene.act(ada, Command::LetBack { who: ben });

    assert_eq!(scene.heard(ada), [Event::LetBack { who: ben }]);
    assert_eq!(scene.records, [Record::LetBack(ben)]);
    let again = scene.enter(BEN, "Ben");
    assert!(scene.is_in(again));
    assert_eq!(
        scene.refusal(ada, Command::LetBack { who: ben }),
        Refusal::NoSuchParticipant,
        "he is not kept out any more"
    );
}

#[test]
fn an_account_and_the_guest_it_was_are_let_back_together() {
    let outcast = Outcast { id: ParticipantId::mint(7), name: "Ben".to_owned() };
    let removed = BTreeMap::from([(BEN, outcast.clone()), (CAT, outcast.clone())]);
    let opening = Opening::new(Some(OWNER), Policy::default(), Lifetime::WEEK);
    let opening = Opening { removed, last_participant: 7, ..opening };
    let mut scene = Scene::open(Limits::default(), opening);
    let ada = scene.enter(ADA, "Ada");
    let Some(Event::Welcome { removed, .. }) = scene.heard(ada).pop() else {
        panic!("she is welcomed")
    };
    assert_eq!(removed, std::slice::from_ref(&outcast), "one name");

    scene.act(ada, Command::LetBack { who: outcast.id });

    scene.connect(BEN);
    scene.connect(CAT);
}

#[test]
fn participants_do_not_let_back() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ada, remove(cat));
    assert_eq!(scene.refusal(ben, Command::LetBack { who: cat }), Refusal::NotAllowed);
}

#[test]
fn the_list_of_the_removed_has_an_end() {
    let mut scene = Scene::with_limits(Limits { removed: 1, ..Limits::default() });
    let ada = scene.enter(ADA, "Ada");
    let (ben, cat) = (scene.enter(BEN, "Ben"), scene.enter(CAT, "Cat"));
    scene.act(ada, remove(ben));
    assert_eq!(scene.refusal(ada, remove(cat)), Refusal::TooManyRemoved);
}

#[test]
fn those_who_wait_are_denied_not_removed() {
    let mut scene = Scene::with_policy(Policy { lobby: true, ..Policy::default() });
    let owner = scene.enter(OWNER, "Olga");
    let ada = scene.enter(ADA, "Ada");
    assert_eq!(scene.refusal(owner, remove(ada)), Refusal::NoSuchParticipant);
}

//! Clients that sit otherwise than Hearth's own do.

use super::*;
use crate::{Card, Departure, Source};

fn card(text: &str) -> Option<Card> {
    Some(Card { kind: "other".into(), text: text.into() })
}

fn join_with_card(name: &str, text: &str) -> Command {
    Command::Join { name: name.to_owned(), card: card(text), media: SILENT }
}

fn open(lifetime: Lifetime) -> Scene {
    Scene::open(Limits::default(), Opening::new(None, Policy::default(), lifetime))
}

#[test]
fn clients_that_share_a_seat_are_one_participant() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    let ben = scene.connect_as(BEN, Seating::Shared, true);
    scene.act(ben, join("Ben"));
    scene.forget();

    assert_eq!(scene.connect_as(BEN, Seating::Shared, true), ben, "one seat for both");
    assert_eq!(welcome(&scene.heard(ben)).participants.len(), 2, "the second hears how it is");
    assert_eq!(scene.heard(ada), [], "nobody came");
    scene.lose(ben);
    assert!(scene.is_in(ben), "the other client is still there");
    scene.lose(ben);
    assert_eq!(scene.heard(ada), [Event::Left { who: ben, departure: Departure::Left }]);
    assert_eq!(scene.resume(ben, None), Err(Refusal::UnknownToken), "nothing was kept");
}

#[test]
fn who_shares_a_seat_and_joins_again_renews_what_the_others_know() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    let ben = scene.connect_as(BEN, Seating::Shared, true);
    scene.act(ben, join_with_card("Ben", "1"));
    scene.forget();

    scene.act(ben, join_with_card("Benjamin", "2"));

    let heard = scene.heard(ada);
    let [Event::Renewed(renewed)] = &*heard else { panic!("a renewal, not {heard:?}") };
    assert_eq!((renewed.id, renewed.name.as_str(), &renewed.card), (ben, "Benjamin", &card("2")));
    assert_eq!(scene.records, [], "nobody came or went");
    assert_eq!(scene.refusal(ada, join("Ada")), Refusal::AlreadyJoined, "she has her own seat");
}

#[test]
fn a_brief_seat_is_given_up_with_its_connection() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    let (one, two) =
        (scene.connect_as(BEN, Seating::Brief, true), scene.connect_as(BEN, Seating::Brief, true));
    assert_ne!(one, two, "each client has its own");
    scene.act(one, join("Ben"));
    scene.forget();

    scene.lose(one);

    assert_eq!(scene.heard(ada), [Event::Left { who: one, departure: Departure::Left }]);
}

#[test]
fn whoever_only_claims_to_be_someone_has_no_host_rights() {
    let mut scene = open(Lifetime::WEEK);
    let first = scene.connect_as(BEN, Seating::Shared, false);
    scene.act(first, join("Ben"));
    assert_eq!(scene.role(first), Role::Participant, "though nobody else is in");
    let ada = scene.enter(ADA, "Ada");
    assert_eq!(scene.role(ada), Role::Host, "the first who may");

    assert_eq!(scene.refusal(ada, appoint(first)), Refusal::InvalidTarget);
    assert_eq!(scene.refusal(ada, Command::HandOver { to: first }), Refusal::InvalidTarget);
    scene.act(ada, Command::Leave);
    assert_eq!(scene.role(first), Role::Participant, "though nobody else is left");
}

#[test]
fn whoever_cannot_wait_is_not_put_into_the_lobby() {
    let mut scene = Scene::with_policy(Policy { lobby: true, ..Policy::default() });
    let ben = scene.connect_as(BEN, Seating::Brief, true);
    assert_eq!(scene.refusal(ben, join("Ben")), Refusal::MustAsk);
}

#[test]
fn whoever_only_claims_to_be_the_owner_takes_nothing_over() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    let claimed = scene.connect_as(OWNER, Seating::Brief, false);
    scene.forget();

    scene.act(claimed, join("Owner"));

    assert!(!welcome(&scene.heard(claimed)).owner, "they are not told that it is theirs");
    assert_eq!(scene.refusal(claimed, Command::TakeOver), Refusal::NotAllowed, "for it is not");
    assert_eq!(scene.role(ada), Role::Host, "who was it stays it");
}

#[test]
fn a_call_is_over_when_the_last_one_has_left() {
    let mut scene = open(Lifetime::Call);
    let (ada, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    scene.act(ada, Command::Leave);
    assert!(!scene.meeting.is_over());
    scene.act(ben, Command::Leave);
    assert!(scene.meeting.is_over());
    assert_eq!(scene.records.last(), Some(&Record::Ended { at: scene.now.wall }));
}

#[test]
fn a_call_that_nobody_enters_is_over_soon() {
    let mut scene = open(Lifetime::Call);
    scene.pass(30 * SECOND);
    assert!(scene.meeting.is_over());
}

#[test]
fn a_lasting_meeting_never_ends_by_itself() {
    let mut scene = open(Lifetime::Lasting);
    let ada = scene.enter(ADA, "Ada");
    scene.act(ada, Command::Leave);
    assert_eq!(scene.next_wake(), None);
    scene.pass(1000 * DAY);
    assert!(!scene.meeting.is_over());
}

#[test]
fn a_microphone_is_switched_by_name() {
    let mut scene = Scene::new();
    let host = scene.enter(ADA, "Ada");
    let ben = scene.enter(BEN, "Ben");
    scene.act(ben, Command::Toggle(Source::Microphone));
    assert_eq!(scene.media(ben).microphone, ON);
    scene.act(ben, Command::Toggle(Source::Microphone));
    assert_eq!(scene.media(ben), SILENT);
    scene.act(host, Command::SetPolicy(Policy { camera: false, ..Policy::default() }));
    assert_eq!(scene.refusal(ben, Command::Toggle(Source::Camera)), Refusal::ForbiddenByPolicy);
}

#[test]
fn a_card_is_carried_as_it_is_and_bounded() {
    let mut scene = Scene::with_limits(Limits { card: 3, ..Limits::default() });
    let ada = scene.enter(ADA, "Ada");
    let ben = scene.connect(BEN);
    assert_eq!(scene.refusal(ben, join_with_card("Ben", "four")), Refusal::CardTooLarge);
    scene.act(ben, join_with_card("Ben", "{ }"));
    scene.act(
        ben,
        Command::Say { to: None, text: "hi".to_owned(), card: card("7 "), answers: None },
    );

    let cards = scene.heard(ada).into_iter().filter_map(|event| match event {
        Event::Joined(participant) => participant.card,
        Event::Said(message) => message.card.clone(),
        _ => None,
    });
    let cards: Vec<_> = cards.map(|card| card.text).collect();
    assert_eq!(cards, ["{ }", "7 "].map(Into::into));
}

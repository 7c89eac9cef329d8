//! Who is host, and how that changes.

use super::*;
use crate::Departure;

fn role_changed(who: ParticipantId, role: Role) -> Event {
    Event::RoleChanged { who, role }
}

/// A host, a co-host and a participant, none of them the owner.
fn three() -> (Scene, ParticipantId, ParticipantId, ParticipantId) {
    let mut scene = Scene::new();
    let host = scene.enter(ADA, "Ada");
    let (participant, co_host) = (scene.enter(BEN, "Ben"), scene.enter(CAT, "Cat"));
    scene.act(host, appoint(co_host));
    scene.forget();
    (scene, host, co_host, participant)
}

#[test]
fn everyone_who_is_in_is_told_of_with_their_role() {
    let (mut scene, ..) = three();
    scene.connect(OWNER);
    scene.enter(BEN, "Ben again");
    let people = [
        (ADA, Role::Host),
        (BEN, Role::Participant),
        (CAT, Role::CoHost),
        (BEN, Role::Participant),
    ];
    assert_eq!(scene.meeting.people(), people, "who only looks on is not in");
}

#[test]
fn the_owner_takes_over_on_arrival() {
    let mut scene = Scene::new();
    let ada = scene.enter(ADA, "Ada");
    scene.forget();

    let owner = scene.connect(OWNER);
    scene.heard(owner);
    scene.act(owner, join("Olga"));

    let heard = scene.heard(owner);
    let welcome = welcome(&heard);
    assert!(welcome.owner);
    assert_eq!(welcome.participants, [("Ada", Role::CoHost), ("Olga", Role::Host)]);
    let heard = scene.heard(ada);
    let [first, Event::Joined(participant)] = &heard[..] else { panic!("two events: {heard:?}") };
    assert_eq!(first, &role_changed(ada, Role::CoHost));
    assert_eq!((participant.id, participant.role), (owner, Role::Host));
}

#[test]
fn the_owners_second_window_is_a_participant() {
    let mut scene = Scene::new();
    let first = scene.enter(OWNER, "Olga");
    let second = scene.enter(OWNER, "Olga");
    assert_eq!((scene.role(first), scene.role(second)), (Role::Host, Role::Participant));
    scene.act(second, Command::TakeOver);
    assert_eq!((scene.role(first), scene.role(second)), (Role::CoHost, Role::Host));
}

#[test]
fn an_owner_who_lost_a_window_is_host_in_the_next() {
    let mut scene = Scene::new();
    let lost = scene.enter(OWNER, "Olga");
    scene.enter(ADA, "Ada");
    scene.lose(lost);
    let next = scene.enter(OWNER, "Olga");
    assert_eq!((scene.role(lost), scene.role(next)), (Role::CoHost, Role::Host));
}

#[test]
fn the_host_hands_over() {
    let (mut scene, host, co_host, participant) = three();

    scene.act(host, Command::HandOver { to: participant });

    let changes = [role_changed(host, Role::CoHost), role_changed(participant, Role::Host)];
    for who in [host, co_host] {
        assert_eq!(scene.heard(who), changes);
    }
    let [rest @ .., Event::Entrusted { .. }] = &scene.heard(participant)[..] else {
        panic!("they hear what was done before")
    };
    assert_eq!(rest, changes);
    assert_eq!(scene.refusal(host, Command::HandOver { to: co_host }), Refusal::NotAllowed);
    let to_self = Command::HandOver { to: participant };
    assert_eq!(scene.refusal(participant, to_self), Refusal::InvalidTarget);
}

#[test]
fn the_owner_takes_over_at_any_time() {
    let mut scene = Scene::new();
    let (owner, ada) = (scene.enter(OWNER, "Olga"), scene.enter(ADA, "Ada"));
    assert_eq!(scene.refusal(owner, Command::TakeOver), Refusal::InvalidTarget, "she is host");

    scene.act(owner, Command::HandOver { to: ada });
    scene.act(ada, Command::SetRole { who: owner, role: Role::Participant });
    scene.act(owner, Command::TakeOver);

    assert_eq!((scene.role(owner), scene.role(ada)), (Role::Host, Role::CoHost));
}

#[test]
fn a_co_host_takes_over_only_while_the_host_is_away() {
    let (mut scene, host, co_host, participant) = three();
    assert_eq!(scene.refusal(co_host, Command::TakeOver), Refusal::NotAllowed);

    scene.lose(host);
    assert_eq!(scene.refusal(participant, Command::TakeOver), Refusal::NotAllowed);
    scene.act(co_host, Command::TakeOver);
    assert_eq!((scene.role(host), scene.role(co_host)), (Role::CoHost, Role::Host));

    scene.resume(host, None).expect("the seat was kept");
    assert_eq!(scene.refusal(host, Command::TakeOver), Refusal::NotAllowed, "too late");
}

#[test]
fn when_the_host_leaves_the_co_host_follows() {
    let (mut scene, host, co_host, participant) = three();

    scene.act(host, Command::Leave);

    let left = Event::Left { who: host, departure: Departure::Left };
    assert_eq!(scene.heard(participant), [left, role_changed(co_host, Role::Host)]);
}

#[test]
fn without_a_co_host_the_first_participant_follows() {
    let mut scene = Scene::new();
    let ids = [(ADA, "Ada"), (BEN, "Ben"), (CAT, "Cat")].map(|(who, name)| scene.enter(who, name));
    scene.act(ids[0], Command::Leave);
    assert_eq!((scene.role(ids[1]), scene.role(ids[2])), (Role::Host, Role::Participant));
}

#[test]
fn the_owner_follows_before_a_co_host() {
    let (mut scene, host, co_host, _) = three();
    let owner = scene.enter(OWNER, "Olga");
    scene.act(owner, Command::HandOver { to: host });
    scene.act(host, Command::SetRole { who: owner, role: Role::Participant });
    scene.act(host, Command::Leave);
    assert_eq!((scene.role(owner), scene.role(co_host)), (Role::Host, Role::CoHost));
}

#[test]
fn those_who_are_connected_follow_before_those_who_are_lost() {
    let (mut scene, host, co_host, participant) = three();
    let owner = scene.enter(OWNER, "Olga");
    scene.act(owner, Command::HandOver { to: host });
    scene.lose(owner);
    scene.lose(co_host);
    scene.act(host, Command::Leave);
    assert_eq!(scene.role(participant), Role::Host, "the only one who could act");

    scene.act(participant, Command::Leave);
    assert_eq!(scene.role(owner), Role::Host, "of those who are lost, the owner");
}

#[test]
fn a_host_who_stays_away_is_followed_like_one_who_left() {
    let (mut scene, host, co_host, _) = three();
    scene.lose(host);
    scene.pass(30 * SECOND);
    assert_eq!(
        scene.heard(co_host),
        [
            Event::ConnectionLost { who: host },
            Event::Left { who: host, departure: Departure::Lost },
            role_changed(co_host, Role::Host),
        ]
    );
}

#[test]
fn when_everyone_is_lost_at_once_somebody_is_host_to_the_last() {
    let (mut scene, host, co_host, participant) = three();
    for (who, after) in [(participant, 0), (host, 1), (co_host, 2)] {
        scene.pass(after * SECOND);
        scene.lose(who);
    }
    scene.pass(29 * SECOND);
    assert!(scene.is_in(co_host) && !scene.is_in(host));
    assert_eq!(scene.role(co_host), Role::Host);
    scene.pass(SECOND);
    assert_eq!(scene.meeting.member_count(), 0);
}

#[test]
fn only_the_host_appoints() {
    let (mut scene, host, co_host, participant) = three();
    for from in [co_host, participant] {
        assert_eq!(scene.refusal(from, appoint(participant)), Refusal::NotAllowed);
    }
    scene.act(host, appoint(participant));
    scene.forget();
    scene.act(host, appoint(participant));
    assert_eq!(scene.heard(participant), [], "nothing has changed");
}

#[test]
fn the_hosts_role_is_handed_over_not_set() {
    let (mut scene, host, co_host, _) = three();
    for (who, role) in [(host, Role::Participant), (host, Role::CoHost), (co_host, Role::Host)] {
        assert_eq!(scene.refusal(host, Command::SetRole { who, role }), Refusal::InvalidTarget);
    }
}

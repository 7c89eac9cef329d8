//! Invitations, of which nothing is kept.

use super::*;

fn invite(people: &[PersonId]) -> LineCommand {
    LineCommand::Invite { call: code("a"), people: people.to_vec(), note: "video".into() }
}

#[test]
fn whoever_is_invited_and_online_hears_it_on_every_line() {
    let mut scene = Scene::new();
    let (ada, ben, again) = (scene.arrive(ADA), scene.arrive(BEN), scene.arrive(BEN));

    scene.act(ada, invite(&[BEN, ADA, CAT, BEN]));

    for line in [ben, again] {
        assert_eq!(scene.heard(line), [ringing("a", ADA)], "once, however often he is named");
    }
    assert_eq!(scene.heard(ada), [], "nobody invites themselves");
}

#[test]
fn an_invitation_makes_nobody_busy() {
    let mut scene = Scene::new();
    let (ada, ben) = (scene.arrive(ADA), scene.arrive(BEN));
    scene.act(ada, invite(&[BEN]));
    assert!(!scene.is_busy(ADA) && !scene.is_busy(BEN), "it has no consequences");
    assert_eq!(
        scene.refusal(ben, accept("a")),
        LineRefusal::NoSuchCall,
        "there is nothing to answer"
    );
    scene.act(ben, invite(&[ADA]));
    assert_eq!(scene.heard(ada), [ringing("a", BEN)], "and its code may serve again");
    scene.act(ada, invite(&[CAT]));
    assert_eq!(scene.missed, [], "who is not there missed nothing");
}

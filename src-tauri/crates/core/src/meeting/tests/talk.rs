//! Showing and signalling.

use super::*;

#[test]
fn everyone_hears_what_someone_sends() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, Command::SetMedia(SPEAKING));
    scene.act(ben, Command::SetMedia(SPEAKING));
    for who in [ada, ben, cat] {
        let change = Event::MediaChanged { who: ben, media: SPEAKING, by: None };
        assert_eq!(scene.heard(who), [change], "once, and the sender too");
    }
}

#[test]
fn hands_go_up_and_down() {
    let (mut scene, ada, ben, _) = three();
    let since = scene.now.wall;
    let hand = |hand| Event::HandChanged { who: ben, hand };

    scene.act(ben, Command::RaiseHand { raised: true });
    scene.pass(SECOND);
    scene.act(ben, Command::RaiseHand { raised: true });
    assert_eq!(scene.heard(ada), [hand(Some(since))], "who holds it up keeps their turn");

    scene.act(ben, Command::RaiseHand { raised: false });
    scene.act(ben, Command::RaiseHand { raised: false });
    assert_eq!(scene.heard(ada), [hand(None)]);

    scene.act(ben, Command::RaiseHand { raised: true });
    scene.forget();
    scene.act(ada, Command::LowerHand { who: ben });
    scene.act(ada, Command::LowerHand { who: ben });
    assert_eq!(scene.heard(ben), [hand(None)]);
}

#[test]
fn a_reaction_is_shown_to_everyone() {
    let (mut scene, ada, ben, _) = three();
    scene.act(ben, Command::React { emoji: "🎉".to_owned() });
    let shown = Event::Reacted { who: ben, emoji: "🎉".to_owned() };
    assert_eq!((scene.heard(ada), scene.heard(ben)), (vec![shown.clone()], vec![shown]));
    let word = Command::React { emoji: "boo".to_owned() };
    assert_eq!(scene.refusal(ben, word), Refusal::InvalidReaction);
}

#[test]
fn a_signal_reaches_only_whom_it_is_for_and_unchanged() {
    let (mut scene, ada, ben, cat) = three();

    scene.act(ben, signal(ada, r#"{ "sdp" : "…" }"#));

    let unchanged = Event::Signalled { from: ben, signal: envelope(r#"{ "sdp" : "…" }"#) };
    assert_eq!(scene.heard(ada), [unchanged]);
    assert_eq!((scene.heard(ben), scene.heard(cat)), (vec![], vec![]));
    assert_eq!(scene.records, [], "signals are nobody else's business");
    assert_eq!(scene.refusal(ben, signal(ben, "{}")), Refusal::InvalidTarget);
    scene.act(ada, Command::Leave);
    assert_eq!(scene.refusal(ben, signal(ada, "{}")), Refusal::NoSuchParticipant);
}

#[test]
fn a_signal_has_a_size() {
    let mut scene = Scene::with_limits(Limits { signal: 8, ..Limits::default() });
    let (ada, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    scene.act(ada, signal(ben, "12345678"));
    assert_eq!(scene.refusal(ada, signal(ben, "123456789")), Refusal::SignalTooLarge);
}

//! Showing, writing and signalling.

use std::sync::Arc;

use super::*;
use crate::{Message, Recipient};

fn three() -> (Scene, ParticipantId, ParticipantId, ParticipantId) {
    let mut scene = Scene::new();
    let ids = [(ADA, "Ada"), (BEN, "Ben"), (CAT, "Cat")].map(|(who, name)| scene.enter(who, name));
    scene.forget();
    (scene, ids[0], ids[1], ids[2])
}

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
fn what_is_said_to_all_is_heard_and_kept() {
    let (mut scene, ada, ben, cat) = three();

    scene.act(ben, say("  hello\nthere "));

    let message = Arc::new(Message {
        number: 1,
        from: ben,
        person: BEN,
        name: "Ben".to_owned(),
        to: None,
        text: "hello\nthere".to_owned(),
        card: None,
        at: scene.now.wall,
    });
    for who in [ada, ben, cat] {
        assert_eq!(scene.heard(who), [Event::Said(Arc::clone(&message))]);
    }
    assert_eq!(scene.records, [Record::Said(message)]);
}

#[test]
fn a_private_message_is_for_the_two() {
    let (mut scene, ada, ben, cat) = three();

    scene.act(ben, whisper(ada, "psst"));

    let to = Recipient { id: ada, person: ADA, name: "Ada".to_owned() };
    for who in [ada, ben] {
        let heard = scene.heard(who);
        let [Event::Said(message)] = &heard[..] else { panic!("the two hear it: {heard:?}") };
        assert_eq!((message.to.as_ref(), &*message.text), (Some(&to), "psst"));
    }
    assert_eq!(scene.heard(cat), []);
    assert_eq!(scene.refusal(ben, whisper(ben, "note to self")), Refusal::InvalidTarget);
}

#[test]
fn a_newcomer_is_shown_what_was_for_them() {
    let (mut scene, ada, ben, _) = three();
    scene.act(ada, say("to all"));
    scene.act(ada, whisper(ben, "to Ben"));
    scene.act(ben, Command::Leave);
    scene.forget();

    let chat = |scene: &mut Scene, person, name| {
        let id = scene.connect(person);
        scene.forget();
        scene.act(id, join(name));
        let heard = scene.heard(id);
        welcome(&heard).chat.join(", ")
    };
    assert_eq!(chat(&mut scene, DAN, "Dan"), "to all");
    assert_eq!(chat(&mut scene, BEN, "Ben"), "to all, to Ben", "the same person, come back");
    assert_eq!(chat(&mut scene, ADA, "Ada"), "to all, to Ben", "who wrote it may read it");
}

#[test]
fn only_the_latest_messages_are_shown_to_newcomers() {
    let mut scene = Scene::with_limits(Limits { chat: 2, ..Limits::default() });
    let ada = scene.enter(ADA, "Ada");
    for text in ["one", "two", "three"] {
        scene.act(ada, say(text));
    }
    let ben = scene.connect(BEN);
    scene.forget();
    scene.act(ben, join("Ben"));
    assert_eq!(welcome(&scene.heard(ben)).chat, ["two", "three"]);
}

#[test]
fn a_message_has_something_to_say_and_an_end() {
    let (mut scene, ada, _, _) = three();
    for text in ["", " \n ", &"x".repeat(4001)] {
        assert_eq!(scene.refusal(ada, say(text)), Refusal::InvalidMessage);
    }
    scene.act(ada, say(&"é".repeat(4000)));
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

//! Writing, answering, editing and deleting, and being seen to write.

use super::*;
use crate::{Message, MessageState, Recipient};

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
        answers: None,
        state: MessageState::Written,
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
fn an_answer_names_the_line_it_answers() {
    let (mut scene, ada, ben, _) = three();
    scene.act(ada, say("who brings cake?"));
    scene.forget();

    scene.act(ben, answer(1, "I do"));

    let heard = scene.heard(ada);
    let [Event::Said(message)] = &heard[..] else { panic!("one line: {heard:?}") };
    assert_eq!((message.number, message.answers), (2, Some(1)));
    assert_eq!(scene.refusal(ben, answer(3, "what?")), Refusal::NoSuchMessage, "not yet said");
    scene.act(ada, Command::DeleteMessage { message: 1 });
    assert_eq!(scene.refusal(ben, answer(1, "?")), Refusal::NoSuchMessage, "it is gone");
}

#[test]
fn what_two_say_to_each_other_is_answered_between_the_two() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ada, whisper(ben, "psst"));
    let to = |to, text: &str| Command::Say {
        to: Some(to),
        text: text.to_owned(),
        card: None,
        answers: Some(1),
    };

    assert_eq!(scene.refusal(ben, answer(1, "what?")), Refusal::PrivateConversation);
    assert_eq!(scene.refusal(ben, to(cat, "listen")), Refusal::PrivateConversation);
    assert_eq!(scene.refusal(cat, to(ada, "I heard")), Refusal::NoSuchMessage, "nor can she guess");
    scene.act(ben, to(ada, "yes?"));

    scene.act(ada, Command::Leave);
    let ada = scene.enter(ADA, "Ada");
    scene.act(ben, to(ada, "the same person, on another seat"));
}

#[test]
fn one_edits_what_one_wrote() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, say("Helo"));
    let at = scene.now.wall;
    scene.pass(SECOND);
    scene.forget();

    scene.act(ben, edit(1, " Hello "));

    for who in [ada, ben, cat] {
        let message = changed(&scene.heard(who));
        assert_eq!((&*message.text, message.state), ("Hello", MessageState::Edited));
        assert_eq!((message.number, message.at), (1, at), "it stays where it was");
    }
    let [Record::MessageChanged(kept)] = &scene.records[..] else { panic!("it is kept") };
    assert_eq!(kept.text, "Hello");
    scene.forget();
    scene.act(ben, edit(1, "Hello"));
    assert_eq!(scene.heard(ada), [], "nothing has changed");

    assert_eq!(scene.refusal(ada, edit(1, "Bye")), Refusal::NotYours, "not even the host");
    assert_eq!(scene.refusal(ben, edit(1, "  ")), Refusal::InvalidMessage);
    assert_eq!(scene.refusal(ben, edit(2, "Bye")), Refusal::NoSuchMessage);
}

#[test]
fn whoever_comes_back_still_owns_what_they_wrote() {
    let (mut scene, ada, ben, _) = three();
    scene.act(ben, say("one"));
    scene.act(ben, say("two"));
    scene.act(ben, Command::Leave);
    let again = scene.enter(BEN, "Benjamin");
    scene.forget();

    scene.act(again, edit(1, "uno"));
    scene.act(again, Command::DeleteMessage { message: 2 });

    let heard = scene.heard(ada);
    assert_eq!(heard.len(), 2, "by the person, not by the seat: {heard:?}");
    let dan = scene.enter(DAN, "Ben");
    assert_eq!(scene.refusal(dan, edit(1, "eins")), Refusal::NotYours, "a name proves nothing");
}

#[test]
fn what_is_deleted_leaves_its_place_and_nothing_else() {
    let (mut scene, ada, ben, _) = three();
    for text in ["before", "oops", "after"] {
        scene.act(ben, say(text));
    }
    scene.forget();

    scene.act(ben, Command::DeleteMessage { message: 2 });

    let gone = changed(&scene.heard(ada));
    assert_eq!((&*gone.text, gone.state), ("", MessageState::Deleted));
    assert_eq!(scene.records, [Record::MessageChanged(gone)]);
    let dan = scene.connect(DAN);
    scene.forget();
    scene.act(dan, join("Dan"));
    assert_eq!(welcome(&scene.heard(dan)).chat, ["before", "", "after"]);
    let twice = Command::DeleteMessage { message: 2 };
    assert_eq!(scene.refusal(ben, twice), Refusal::NoSuchMessage);
    assert_eq!(scene.refusal(ben, edit(2, "back")), Refusal::NoSuchMessage);
}

#[test]
fn hosts_delete_what_anyone_said_to_them() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, say("rude"));
    scene.act(ben, say("ruder"));
    scene.act(ben, whisper(cat, "between us"));
    let delete = |message| Command::DeleteMessage { message };

    assert_eq!(scene.refusal(cat, delete(1)), Refusal::NotAllowed);
    scene.act(ada, delete(1));
    assert_eq!(scene.refusal(ada, delete(3)), Refusal::NoSuchMessage, "she cannot read it");
    scene.act(ada, appoint(cat));
    scene.act(cat, delete(2));
    scene.forget();
    scene.act(cat, delete(3));
    assert_eq!(scene.heard(ada), [], "what was between two is gone between two");
    assert_eq!(changed(&scene.heard(ben)).number, 3);
}

#[test]
fn a_change_reaches_every_window_of_the_two() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, whisper(ada, "psst"));
    let second = scene.enter(ADA, "Ada too");
    scene.forget();

    scene.act(ben, edit(1, "pssst"));

    for who in [ada, ben, second] {
        assert_eq!(changed(&scene.heard(who)).text, "pssst");
    }
    assert_eq!(scene.heard(cat), []);
}

#[test]
fn only_what_is_at_hand_can_be_changed_or_answered() {
    let mut scene = Scene::with_limits(Limits { chat: 2, ..Limits::default() });
    let ada = scene.enter(ADA, "Ada");
    for text in ["one", "two", "three"] {
        scene.act(ada, say(text));
    }
    for command in [edit(1, "uno"), Command::DeleteMessage { message: 1 }, answer(1, "?")] {
        assert_eq!(scene.refusal(ada, command), Refusal::NoSuchMessage);
    }
    scene.act(ada, edit(2, "dos"));
}

#[test]
fn numbers_go_on_where_a_meeting_was_left() {
    let opening = Opening {
        last_message: 41,
        ..Opening::new(Some(OWNER), Policy::default(), Lifetime::WEEK)
    };
    let mut scene = Scene::open(Limits::default(), opening);
    let ada = scene.enter(ADA, "Ada");
    scene.forget();
    scene.act(ada, say("hello again"));
    let heard = scene.heard(ada);
    let [Event::Said(message)] = &heard[..] else { panic!("one line: {heard:?}") };
    assert_eq!(message.number, 42, "though the lines before may be forgotten");
}

#[test]
fn others_see_that_someone_writes_until_they_stop() {
    let (mut scene, ada, ben, cat) = three();
    let typing = |typing| Event::TypingChanged { who: ben, to: None, typing };

    scene.act(ben, types(None, true));
    scene.pass(5 * SECOND);
    scene.act(ben, types(None, true));
    scene.pass(5 * SECOND);
    for who in [ada, cat] {
        assert_eq!(scene.heard(who), [typing(true)], "once");
    }
    assert_eq!(scene.heard(ben), [], "one knows that oneself");
    assert_eq!(scene.next_wake(), Some(SECOND));
    scene.pass(SECOND);
    assert_eq!(scene.heard(ada), [typing(false)], "six seconds without a word");
    assert_eq!(scene.next_wake(), None);

    scene.act(ben, types(None, true));
    scene.act(ben, types(None, false));
    scene.act(ben, types(None, false));
    assert_eq!(scene.heard(ada), [typing(true), typing(false)]);
    assert_eq!(scene.records, [], "nobody keeps it");
}

#[test]
fn writing_ends_with_what_was_written() {
    let (mut scene, ada, ben, _) = three();
    scene.act(ben, types(None, true));
    scene.forget();
    scene.act(ben, say("there"));
    let heard = scene.heard(ada);
    let ended = Event::TypingChanged { who: ben, to: None, typing: false };
    assert_eq!((&heard[0], words(&heard)), (&ended, vec!["there"]));
}

#[test]
fn who_writes_to_one_is_seen_by_that_one() {
    let (mut scene, ada, ben, cat) = three();
    let typing = |to, typing| Event::TypingChanged { who: ben, to, typing };

    scene.act(ben, types(Some(ada), true));
    assert_eq!(scene.heard(ada), [typing(Some(ada), true)]);
    assert_eq!(scene.heard(cat), []);
    scene.act(ben, types(Some(cat), true));
    assert_eq!(scene.heard(ada), [typing(Some(ada), false)], "now it is for someone else");
    assert_eq!(scene.heard(cat), [typing(Some(cat), true)]);
    scene.act(cat, Command::Leave);
    scene.forget();
    scene.pass(6 * SECOND);
    assert_eq!(scene.heard(ada), [], "it was never hers to know");

    assert_eq!(scene.refusal(ben, types(Some(cat), true)), Refusal::NoSuchParticipant);
    assert_eq!(scene.refusal(ben, types(Some(ben), true)), Refusal::InvalidTarget);
}

#[test]
fn whoever_may_not_write_may_do_none_of_it() {
    let (mut scene, ada, ben, _) = three();
    scene.act(ben, say("while I may"));
    scene.act(ada, Command::SetPolicy(Policy { chat: false, ..Policy::default() }));
    let onlooker = scene.connect(DAN);
    let none = [
        answer(1, "?"),
        edit(1, "?"),
        Command::DeleteMessage { message: 1 },
        types(None, true),
        types(None, false),
    ];
    for command in none {
        assert_eq!(scene.refusal(ben, command.clone()), Refusal::ForbiddenByPolicy);
        assert_eq!(scene.refusal(onlooker, command), Refusal::NotJoined);
    }
    scene.act(ada, answer(1, "hosts are exempt"));
}

fn edit(message: u64, text: &str) -> Command {
    Command::EditMessage { message, text: text.to_owned() }
}

fn types(to: Option<ParticipantId>, typing: bool) -> Command {
    Command::SetTyping { to, typing }
}

/// The line that the only event here changes.
fn changed(events: &[Event]) -> Arc<Message> {
    match events {
        [Event::MessageChanged(message)] => Arc::clone(message),
        _ => panic!("a changed line and nothing else, not {events:?}"),
    }
}

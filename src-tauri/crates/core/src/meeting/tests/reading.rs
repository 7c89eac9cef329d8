//! Reading and writing in a room that lasts, without being in.

use super::*;

/// A room of [`OWNER`] that lasts. Ada is in, Ben was and has the chat open.
fn room() -> (Scene, ParticipantId, ParticipantId) {
    let mut scene = lasting(Policy::default());
    let ada = scene.enter(ADA, "Ada");
    let ben = read(&mut scene, BEN, "Ben");
    scene.forget();
    (scene, ada, ben)
}

fn lasting(policy: Policy) -> Scene {
    Scene::open(Limits::default(), Opening::new(Some(OWNER), policy, Lifetime::Lasting))
}

fn read(scene: &mut Scene, person: PersonId, name: &str) -> ParticipantId {
    let id = scene.connect_again(person);
    scene.act(id, open_chat(name));
    id
}

fn open_chat(name: &str) -> Command {
    Command::OpenChat { name: name.to_owned() }
}

fn looked(person: PersonId, message: u64) -> Record {
    Record::Looked { person, message }
}

#[test]
fn whoever_belongs_reads_what_was_said_and_writes_to_all() {
    let mut scene = lasting(Policy { lobby: true, ..Policy::default() });
    let owner = scene.enter(OWNER, "Olga");
    scene.act(owner, say("hello"));
    let ben = scene.connect_again(BEN);
    let [Event::Roster { must_ask: true, may_read: true, .. }] = scene.heard(ben)[..] else {
        panic!("he sees that he may read, though he would have to wait to come in");
    };

    scene.act(ben, open_chat(" Ben "));

    let heard = scene.heard(ben);
    let [Event::ChatOpened { owner: false, policy: Policy { chat: true, .. }, chat }] = &heard[..]
    else {
        panic!("the chat and nothing else, not {heard:?}");
    };
    assert_eq!(chat.iter().map(|line| &*line.text).collect::<Vec<_>>(), ["hello"]);
    scene.forget();
    scene.act(ben, answer(1, "hi"));
    for who in [owner, ben] {
        let heard = scene.heard(who);
        let [Event::Said(line)] = &heard[..] else { panic!("one line, not {heard:?}") };
        assert_eq!((&*line.text, &*line.name, line.from, line.person), ("hi", "Ben", ben, BEN));
    }
    scene.act(owner, say("come in"));
    assert_eq!(words(&scene.heard(ben)), ["come in"]);
    assert_eq!(scene.meeting.people(), [(OWNER, Role::Host)], "he is not in for all that");
}

#[test]
fn whoever_reads_along_is_in_once_they_join() {
    let (mut scene, ada, ben) = room();
    scene.act(ben, say("one moment"));

    scene.act(ben, join("Ben"));

    assert_eq!(welcome(&scene.heard(ben)[1..]).chat, ["one moment"]);
    assert!(scene.is_in(ben));
    scene.forget();
    scene.act(ada, whisper(ben, "at last"));
    assert_eq!(words(&scene.heard(ben)), ["at last"], "now he can be taken aside");
    assert_eq!(scene.refusal(ben, open_chat("Ben")), Refusal::AlreadyJoined);
}

#[test]
fn who_has_but_the_code_or_only_claims_to_be_someone_reads_nothing() {
    let (mut scene, _, _) = room();
    let stranger = scene.connect(CAT);
    let knocking = scene.connect_by_knocking(DAN);
    let claimed = scene.connect_as(OWNER, Seating::Brief, false);
    for who in [stranger, knocking, claimed] {
        let [Event::Roster { may_read: false, .. }] = scene.heard(who)[..] else {
            panic!("they see that they may not");
        };
        assert_eq!(scene.refusal(who, open_chat("Cat")), Refusal::NotJoined);
        assert_eq!(scene.refusal(who, say("hello")), Refusal::NotJoined);
    }
}

#[test]
fn only_a_room_that_lasts_has_a_chat_between_meetings() {
    let mut scene = Scene::new();
    scene.enter(ADA, "Ada");
    for person in [BEN, OWNER] {
        let before = scene.connect_again(person);
        assert_eq!(scene.refusal(before, open_chat("Ben")), Refusal::NotJoined);
    }
    assert!(!scene.records.iter().any(|it| matches!(it, Record::Looked { .. })));
}

#[test]
fn who_reads_along_does_nothing_but_write_to_all() {
    let (mut scene, ada, ben) = room();
    scene.act(ada, say("hello"));
    let react = Command::React { emoji: "👍".to_owned() };
    let typing = Command::SetTyping { to: None, typing: true };
    let question = crate::Question {
        text: "When?".to_owned(),
        choices: ["now", "later"].map(str::to_owned).to_vec(),
        several: false,
        secret: false,
    };
    let remove = Command::Remove { who: ada };
    let commands =
        [whisper(ada, "psst"), react, typing, Command::OpenPoll(question), remove, Command::End];
    for command in commands {
        assert_eq!(scene.refusal(ben, command), Refusal::NotJoined);
    }
    assert_eq!(scene.refusal(ada, whisper(ben, "psst")), Refusal::NoSuchParticipant);
    assert_eq!(scene.refusal(ben, open_chat(" ")), Refusal::InvalidName);
    assert_eq!(scene.refusal(ben, say(&"x".repeat(4001))), Refusal::InvalidMessage);
}

#[test]
fn ones_own_lines_are_changed_from_outside_and_the_owner_keeps_order_there() {
    let (mut scene, ada, ben) = room();
    let owner = read(&mut scene, OWNER, "Olga");
    scene.act(ben, say("helo"));
    scene.act(ada, say("rude"));
    scene.forget();
    let edit = |message, text: &str| Command::EditMessage { message, text: text.to_owned() };
    let delete = |message| Command::DeleteMessage { message };

    scene.act(ben, edit(1, "hello"));

    for who in [ada, ben, owner] {
        let heard = scene.heard(who);
        let [Event::MessageChanged(line)] = &heard[..] else { panic!("a change, not {heard:?}") };
        assert_eq!(line.text, "hello");
    }
    assert_eq!(scene.refusal(ben, edit(2, "kind")), Refusal::NotYours);
    assert_eq!(scene.refusal(ben, delete(2)), Refusal::NotAllowed);
    scene.act(owner, delete(2));
    let [(None, entry), ..] = &scene.logged[..] else { panic!("it is logged") };
    assert_eq!((&*entry.by, entry.whom.as_deref()), ("Olga", Some("Ada")));
}

#[test]
fn what_was_whispered_is_for_the_two_outside_too() {
    let mut scene = lasting(Policy::default());
    let (ada, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    scene.act(ada, whisper(ben, "psst"));
    scene.act(ben, Command::Leave);
    scene.forget();

    for (person, expected) in [(BEN, 1), (CAT, 0)] {
        let who = read(&mut scene, person, "Someone");
        let heard = scene.heard(who);
        let [Event::Roster { .. }, Event::ChatOpened { chat, .. }] = &heard[..] else {
            panic!("the roster and the chat, not {heard:?}");
        };
        assert_eq!(chat.len(), expected);
    }
}

#[test]
fn the_policy_binds_who_reads_along_but_the_owner() {
    let (mut scene, ada, ben) = room();
    let owner = read(&mut scene, OWNER, "Olga");
    scene.forget();
    let quiet = Policy { chat: false, ..Policy::default() };

    scene.act(ada, Command::SetPolicy(quiet));

    let told = Event::PolicyChanged { policy: quiet, by: ada };
    assert_eq!(scene.heard(ben)[0], told);
    assert_eq!(scene.refusal(ben, say("hello")), Refusal::ForbiddenByPolicy);
    scene.act(owner, say("quiet, please"));
    assert_eq!(words(&scene.heard(ben)), ["quiet, please"], "he reads on");
}

#[test]
fn a_locked_door_closes_the_chat_to_all_outside_but_the_owner() {
    let (mut scene, ada, ben) = room();
    let owner = read(&mut scene, OWNER, "Olga");
    scene.act(ada, say("before"));
    scene.forget();
    let locked = Policy { locked: true, ..Policy::default() };

    scene.act(ada, Command::SetPolicy(locked));

    let [Event::PolicyChanged { .. }, Event::Roster { locked: true, may_read: false, .. }] =
        scene.heard(ben)[..]
    else {
        panic!("he sees the door close");
    };
    assert_eq!(scene.records, [Record::PolicyChanged(locked), looked(BEN, 1)]);
    scene.act(ada, say("behind it"));
    assert_eq!(scene.heard(ben), []);
    assert_eq!(words(&scene.heard(owner)), ["behind it"]);
    assert_eq!(scene.refusal(ben, say("hello")), Refusal::NotJoined);
    assert_eq!(scene.refusal(ben, open_chat("Ben")), Refusal::Locked);
}

#[test]
fn a_locked_room_of_nobody_closes_its_chat_once_someone_is_in() {
    let locked = Policy { locked: true, ..Policy::default() };
    let opening = Opening::new(None, locked, Lifetime::Lasting);
    let mut scene = Scene::open(Limits::default(), opening);
    let ben = read(&mut scene, BEN, "Ben");
    scene.forget();
    let ada = scene.enter(ADA, "Ada");
    let [Event::Roster { may_read: false, .. }] = scene.heard(ben)[..] else {
        panic!("he sees the door close");
    };
    scene.act(ada, say("behind it"));
    assert_eq!(scene.heard(ben), []);
}

#[test]
fn who_is_removed_is_kept_from_the_chat_too() {
    let (mut scene, _, reading) = room();
    let owner = scene.enter(OWNER, "Olga");
    let ben = scene.enter(BEN, "Ben");
    scene.forget();

    scene.act(owner, Command::Remove { who: ben });

    assert_eq!(scene.heard(reading), [Event::Removed], "in his other window, too");
    assert!(scene.closed.contains(&reading));
    assert_eq!(scene.try_connect(BEN), Err(Refusal::Removed));
}

#[test]
fn how_far_someone_has_looked_is_kept_when_they_open_the_chat_and_when_they_go() {
    let (mut scene, ada, ben) = room();
    scene.act(ada, say("one"));
    scene.act(ada, say("two"));
    scene.forget();

    scene.lose(ben);
    assert_eq!(scene.records, [looked(BEN, 2)], "he had it before him");
    scene.act(ada, say("three"));
    scene.forget();
    read(&mut scene, BEN, "Ben");
    assert_eq!(scene.records, [looked(BEN, 3)]);
    scene.forget();
    scene.act(ada, Command::Leave);
    assert_eq!(scene.records[0], looked(ADA, 3), "who was in has seen it");
}

#[test]
fn who_reads_along_counts_among_those_who_look_on() {
    let limits = Limits { observers: 1, ..Limits::default() };
    let opening = Opening::new(Some(OWNER), Policy::default(), Lifetime::Lasting);
    let mut scene = Scene::open(limits, opening);
    let ben = read(&mut scene, BEN, "Ben");
    assert_eq!(scene.try_connect(CAT), Err(Refusal::TooManyObservers));
    assert_eq!(scene.meeting.unused_since(), None, "it is not put away meanwhile");
    scene.lose(ben);
    assert!(scene.meeting.unused_since().is_some());
}

#[test]
fn who_takes_the_connection_over_is_told_everything() {
    let (mut scene, ada, ben) = room();
    scene.act(ada, say("hello"));
    scene.forget();
    scene.resume(ben, None).expect("he is still there");
    let heard = scene.heard(ben);
    let [Event::Roster { may_read: true, .. }, Event::ChatOpened { chat, .. }] = &heard[..] else {
        panic!("the roster and the chat, not {heard:?}");
    };
    assert_eq!(chat.len(), 1);
}

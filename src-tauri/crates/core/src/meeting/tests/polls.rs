//! Questions that a meeting answers by vote.

use std::collections::BTreeSet;

use super::*;
use crate::{Poll, Question};

fn question() -> Question {
    Question {
        text: "Where to?".to_owned(),
        choices: vec!["Café".to_owned(), "Canteen".to_owned()],
        several: false,
        secret: false,
    }
}

fn vote(choices: &[usize]) -> Command {
    Command::Vote { poll: 1, choices: choices.iter().copied().collect() }
}

/// The only poll among these events, as it was told last.
fn told(events: &[Event]) -> Option<Poll> {
    events.iter().rev().find_map(|event| match event {
        Event::PollChanged(poll) => Some(Poll::clone(poll)),
        _ => None,
    })
}

fn chose(poll: &Poll) -> Vec<(PersonId, &str, Vec<usize>)> {
    poll.votes
        .iter()
        .map(|(who, vote)| (*who, vote.name.as_str(), vote.choices.iter().copied().collect()))
        .collect()
}

#[test]
fn everyone_hears_the_question_and_each_vote() {
    let (mut scene, ada, ben, cat) = three();

    scene.act(ben, Command::OpenPoll(question()));
    let asked = told(&scene.heard(cat)).expect("it was asked");
    assert_eq!((asked.name.as_str(), &asked.question), ("Ben", &question()));
    scene.act(ada, vote(&[1]));
    scene.act(cat, vote(&[0]));
    scene.act(cat, vote(&[1]));
    scene.act(ada, vote(&[]));

    let heard = told(&scene.heard(ben)).expect("people voted");
    assert_eq!(chose(&heard), [(CAT, "Cat", vec![1])], "a vote can be changed and taken back");
    let late = scene.enter(DAN, "Dan");
    let Some(Event::Welcome { polls, .. }) = scene.heard(late).pop() else {
        panic!("Dan is welcomed")
    };
    assert_eq!(*polls[0], heard, "who comes late sees it, too");
}

#[test]
fn the_same_vote_again_is_no_news() {
    let (mut scene, ada, ben, _) = three();
    scene.act(ada, Command::OpenPoll(question()));
    scene.act(ben, vote(&[0]));
    scene.forget();
    scene.act(ben, vote(&[0]));
    scene.act(ada, vote(&[]));
    assert_eq!((scene.heard(ada), &scene.records[..]), (vec![], &[][..]));
}

#[test]
fn only_what_is_offered_can_be_chosen() {
    let (mut scene, ada, ben, _) = three();
    scene.act(ada, Command::OpenPoll(question()));
    for choices in [&[2][..], &[0, 1]] {
        assert_eq!(scene.refusal(ben, vote(choices)), Refusal::InvalidVote);
    }
    let no_poll = Command::Vote { poll: 9, choices: BTreeSet::new() };
    assert_eq!(scene.refusal(ben, no_poll), Refusal::NoSuchPoll);
    scene.act(ada, Command::OpenPoll(Question { several: true, ..question() }));
    scene.act(ben, Command::Vote { poll: 2, choices: BTreeSet::from([0, 1]) });
}

#[test]
fn whoever_asked_and_hosts_close_and_delete() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, Command::OpenPoll(question()));
    for command in [Command::ClosePoll { poll: 1 }, Command::DeletePoll { poll: 1 }] {
        assert_eq!(scene.refusal(cat, command), Refusal::NotAllowed);
    }

    scene.act(ben, Command::ClosePoll { poll: 1 });

    assert!(told(&scene.heard(cat)).is_some_and(|poll| poll.closed));
    assert_eq!(scene.refusal(cat, vote(&[0])), Refusal::PollClosed);
    scene.forget();
    scene.act(ben, Command::ClosePoll { poll: 1 });
    assert_eq!(scene.heard(cat), [], "it is closed already");
    scene.act(ada, Command::DeletePoll { poll: 1 });
    assert_eq!(scene.heard(cat), [Event::PollDeleted { poll: 1 }]);
    assert_eq!(scene.refusal(ben, Command::ClosePoll { poll: 1 }), Refusal::NoSuchPoll);
}

#[test]
fn a_question_has_two_to_ten_different_choices_and_nothing_hidden() {
    let (mut scene, ada, ..) = three();
    let asked = |choices: &[&str]| Question {
        choices: choices.iter().copied().map(str::to_owned).collect(),
        ..question()
    };
    let eleven: Vec<_> = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"].to_vec();
    let long = "x".repeat(201);
    let wrong = [
        asked(&["only one"]),
        asked(&["same", " same "]),
        asked(&["one", " "]),
        asked(&["one", &long]),
        asked(&eleven),
        Question { text: "\u{202e}?".to_owned(), ..question() },
    ];
    for question in wrong {
        let refusal = scene.refusal(ada, Command::OpenPoll(question.clone()));
        assert_eq!(refusal, Refusal::InvalidPoll, "{question:?}");
    }
    scene.act(ada, Command::OpenPoll(asked(&eleven[..10])));
}

#[test]
fn polls_and_votes_have_an_end() {
    let mut scene = Scene::with_limits(Limits { polls: 1, votes: 1, ..Limits::default() });
    let (ada, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));
    scene.act(ada, Command::OpenPoll(question()));
    assert_eq!(scene.refusal(ada, Command::OpenPoll(question())), Refusal::TooManyPolls);
    scene.act(ada, vote(&[0]));
    assert_eq!(scene.refusal(ben, vote(&[0])), Refusal::TooManyVotes);
    scene.act(ada, vote(&[1]));
}

#[test]
fn where_one_may_not_write_one_may_vote_and_not_ask() {
    let (mut scene, ada, ben, _) = three();
    scene.act(ada, Command::OpenPoll(question()));
    scene.act(ada, Command::SetPolicy(Policy { chat: false, ..Policy::default() }));
    assert_eq!(scene.refusal(ben, Command::OpenPoll(question())), Refusal::ForbiddenByPolicy);
    scene.act(ben, vote(&[0]));
}

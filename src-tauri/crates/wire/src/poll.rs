//! Questions that a meeting answers by vote.

use hearth_core::{self as core, PersonId};
use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

/// A question with choices, as it is told to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct Poll {
    /// Its number in the meeting.
    pub id: u64,
    /// Who asks, by the name of then.
    pub by: String,
    /// Whether who is told asked it, in this window or another.
    pub own: bool,
    /// What is asked.
    pub question: String,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// Whether one may choose more than one.
    pub several: bool,
    /// Whether nobody is told who chose what.
    pub secret: bool,
    /// Whether nobody can vote any more.
    pub closed: bool,
    /// How many have voted.
    pub votes: usize,
    /// When it was asked.
    pub at: u64,
}

/// One of a poll's choices, as it is told to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct Choice {
    /// What it says.
    pub text: String,
    /// How many chose it.
    pub votes: usize,
    /// Whether who is told chose it.
    pub mine: bool,
    /// Who chose it, unless that is secret.
    pub voters: Vec<String>,
}

impl Poll {
    /// As it is told to `reader`.
    pub fn told_to(reader: PersonId, poll: &core::Poll) -> Poll {
        let core::Poll { number, person, name, question, closed, at, votes } = poll;
        let choice = |(place, text): (usize, &String)| {
            let chose: Vec<_> =
                votes.iter().filter(|(_, vote)| vote.choices.contains(&place)).collect();
            let names = chose.iter().filter(|_| !question.secret);
            Choice {
                text: text.clone(),
                votes: chose.len(),
                mine: chose.iter().any(|(voter, _)| **voter == reader),
                voters: names.map(|(_, vote)| vote.name.clone()).collect(),
            }
        };
        Poll {
            id: *number,
            by: name.clone(),
            own: *person == reader,
            question: question.text.clone(),
            choices: question.choices.iter().enumerate().map(choice).collect(),
            several: question.several,
            secret: question.secret,
            closed: *closed,
            votes: votes.len(),
            at: at.0,
        }
    }
}

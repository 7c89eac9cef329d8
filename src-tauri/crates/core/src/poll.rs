//! Questions that a meeting answers by vote.

use std::collections::{BTreeMap, BTreeSet};

use crate::{PersonId, Timestamp};

/// A question with choices, and who chose what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    /// Its number in the meeting.
    pub number: u64,
    /// Who asks.
    pub person: PersonId,
    /// Their name, then.
    pub name: String,
    /// What is asked, and how.
    pub question: Question,
    /// Whether nobody can vote any more.
    pub closed: bool,
    /// When it was asked.
    pub at: Timestamp,
    /// The last vote of each person.
    pub votes: BTreeMap<PersonId, Vote>,
}

/// What a poll asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub text: String,
    /// What can be chosen, in order.
    pub choices: Vec<String>,
    /// Whether one may choose more than one.
    pub several: bool,
    /// Whether nobody is told who chose what.
    pub secret: bool,
}

/// What somebody chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// Their name, then.
    pub name: String,
    /// The places of what they chose, from 0.
    pub choices: BTreeSet<usize>,
}

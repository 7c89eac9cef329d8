//! Who comes to a meeting, and how they sit there.

use std::sync::Arc;

use crate::PersonId;

use super::ResumeToken;

/// Someone at the door.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The person, as the server recognised them.
    pub person: PersonId,
    /// With this they get back to their seat when the connection breaks.
    pub token: ResumeToken,
    /// Whose seat it is, and what becomes of it when the connection breaks.
    pub seating: Seating,
    /// Whether they can be host or co-host. Whoever only claims to be someone
    /// cannot.
    pub may_host: bool,
    /// Whether they know how to wait in the lobby.
    pub may_wait: bool,
    /// Whether they wait there though the policy asks it of nobody: they came
    /// without the code.
    pub must_wait: bool,
    /// Whether they have been in the meeting before.
    pub belongs: bool,
    /// The other installation they came from, if they did.
    pub installation: Option<Arc<str>>,
}

impl Visitor {
    /// Someone who sits as Hearth's own clients do.
    pub fn new(person: PersonId, token: ResumeToken) -> Visitor {
        Visitor {
            person,
            token,
            seating: Seating::Kept,
            may_host: true,
            may_wait: true,
            must_wait: false,
            belongs: false,
            installation: None,
        }
    }
}

/// How a client sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seating {
    /// On a seat of its own, which is kept for a while.
    Kept,
    /// On one seat with the person's other clients; with the last one they
    /// leave.
    Shared,
    /// On a seat of its own, which is given up at once.
    Brief,
}

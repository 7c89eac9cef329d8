//! Ringing between installations, on Hearth's own switchboard.
//!
//! Everyone there has a [`Caller`] for a card, and a ring carries an [`Errand`]
//! for a note. A neighbour is there as one person, whoever sits at it.

use hearth_core::{Card, EndReason, PersonId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::rest::network::RingKind;
use crate::{DialectName, claimed, object};

const KIND: &str = "native";

/// A neighbour as the person it is on Hearth's own switchboard.
pub fn neighbour_person(installation: &str) -> PersonId {
    claimed(DialectName::Native, installation)
}

/// Someone who rings, or stands by to be rung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Caller {
    /// The neighbour they are at; absent for who is at this installation.
    pub id: Option<String>,
    /// Their name.
    pub name: String,
}

impl Caller {
    /// The card by which they arrive.
    pub fn card(&self) -> Card {
        object::card(KIND, self)
    }

    /// Who arrived by this card.
    pub fn of(card: &Card) -> Option<Caller> {
        serde_json::from_str(&card.text).ok()
    }
}

/// What a ring is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// What for.
    pub kind: RingKind,
    /// The path at which the one who is rung finds the meeting; absent on its
    /// way out.
    pub path: Option<String>,
    /// Who of those at a neighbour rings.
    pub name: Option<String>,
}

impl Errand {
    /// The note that carries it.
    pub fn note(&self) -> Box<str> {
        object::json(self)
    }

    /// What this note carries.
    pub fn of(note: &str) -> Option<Errand> {
        serde_json::from_str(note).ok()
    }

    /// Who rings, and what for.
    pub fn told(card: &Card, note: &str) -> Option<(Caller, Errand)> {
        let (mut caller, mut errand) = (Caller::of(card)?, Errand::of(note)?);
        if let Some(name) = errand.name.take() {
            caller.name = name;
        }
        Some((caller, errand))
    }
}

/// Someone on the network, as the UI shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Neighbour {
    /// Its installation id.
    pub id: String,
    /// The name of who is there, if it is told.
    pub name: Option<String>,
    /// Of each open meeting, the first group of its code.
    pub tags: Vec<String>,
    /// Whether someone is there to be rung.
    pub online: bool,
}

/// Why a ring came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RingEnd {
    /// Whoever was rung does not want to.
    Declined,
    /// Whoever was rung is in another call.
    Busy,
    /// It rang for too long.
    NoAnswer,
    /// Whoever rang gave up.
    Cancelled,
    /// It was answered in another window.
    Elsewhere,
    /// The other computer cannot be reached any more.
    Unreachable,
}

impl From<EndReason> for RingEnd {
    fn from(reason: EndReason) -> RingEnd {
        match reason {
            EndReason::HungUp => RingEnd::Cancelled,
            EndReason::NoAnswer => RingEnd::NoAnswer,
            EndReason::Busy => RingEnd::Busy,
            EndReason::Disconnected | EndReason::Unreachable => RingEnd::Unreachable,
        }
    }
}

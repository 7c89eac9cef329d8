//! The bodies that installations send each other. Bytes are hexadecimal digits.

use serde::{Deserialize, Serialize};

use crate::rest::network::RingKind;

/// Who calls, and who answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// The version of what it says.
    pub version: u8,
    /// Its installation id.
    pub id: String,
    /// Its name, if that may be known.
    pub name: Option<String>,
}

/// Begins a proof.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Begin {
    /// The first group of the code.
    pub tag: String,
    /// The seeker's element.
    pub element: String,
}

/// A proof has begun.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Begun {
    /// Under this the proof goes on.
    pub attempt: String,
    /// The keeper's element.
    pub element: String,
}

/// What the seeker shows, and then the keeper.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Confirm {
    /// 32 bytes.
    pub confirmation: String,
}

/// Begins to make symbols.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Commit {
    /// What the caller's nonce will hash to.
    pub commitment: String,
}

/// The answerer's part of the symbols.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Committed {
    /// Under this the caller's nonce is expected.
    pub comparison: String,
    /// The answerer's nonce.
    pub nonce: String,
}

/// The caller's part of the symbols.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reveal {
    /// The nonce that was committed to.
    pub nonce: String,
}

/// Asks to be let into an announced meeting without its code.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Ask {
    /// The meeting's tag.
    pub tag: String,
}

/// The meeting may be entered in this way, by one visitor.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StandIn {
    /// To be used in place of the meeting's code.
    pub door: String,
}

/// Rings someone.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Ring {
    /// The code of the caller's meeting.
    pub call: String,
    /// Who rings.
    pub name: String,
    /// What for.
    pub kind: RingKind,
    /// At which port the caller is reached.
    pub port: u16,
}

/// What came of a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RingAnswer {
    /// They come.
    Accepted,
    /// They do not want to.
    Declined,
    /// They are in another call.
    Busy,
    /// It rang for too long.
    NoAnswer,
}

/// Asks whether the caller is reached at a port of its own.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CallBack {
    /// The port.
    pub port: u16,
}

/// Whether the caller is reached.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct CalledBack {
    /// Whether something answers there.
    pub reached: bool,
}

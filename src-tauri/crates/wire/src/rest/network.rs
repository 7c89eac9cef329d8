//! The bodies about the local network. They are for the UI of this very
//! computer; nobody else is told.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// Asks where the meeting with a code is.
#[derive(Debug, Clone, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Resolve {
    /// The code as someone typed it.
    pub code: String,
}

/// Where a meeting is, and where it was sought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct Resolution {
    /// The path at which the UI finds it, if it was found.
    pub path: Option<String>,
    /// Every place that was asked.
    pub tried: Vec<Attempt>,
}

/// One place that was asked for a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct Attempt {
    /// How this place is known.
    pub place: Place,
    /// What people call it.
    pub name: String,
    /// What came of it, by a name that stays the same.
    pub code: String,
    /// The same as a sentence.
    pub outcome: String,
}

/// How a place where a meeting may be is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// This computer.
    Here,
    /// A neighbour that announces itself.
    Network,
    /// A computer that proved a code before.
    Remembered,
    /// A server from the settings.
    Configured,
}

/// Asks to be let into a neighbour's meeting without its code.
#[derive(Debug, Clone, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Knock {
    /// The tag it announces: the first group of the meeting's code.
    pub tag: String,
}

/// A way into a neighbour's meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct Door {
    /// The path at which the UI finds it.
    pub path: String,
}

/// A computer that this one has met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KnownHost {
    /// Its installation id.
    pub id: String,
    /// The name it gave itself, if it did.
    pub name: Option<String>,
    /// How sure it is that it is the same one as before.
    pub trust: Trust,
    /// The four symbols that both screens show.
    pub symbols: Option<[TrustSymbol; 4]>,
    /// When it was last met.
    pub seen_at: u64,
}

/// How sure it is who a known computer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum Trust {
    /// It proved to know a meeting's code.
    Proved,
    /// Nobody has compared the symbols yet.
    NotCompared,
    /// Someone compared the symbols, and they were the same.
    Compared,
    /// It has another identity than it had; nothing is sent to it.
    Changed,
}

/// A picture that people can compare by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct TrustSymbol {
    /// One emoji.
    pub picture: String,
    /// What to call it.
    pub name: String,
}

/// What came of comparing the symbols.
#[derive(Debug, Clone, Copy, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// Whether both screens show the same ones.
    pub same: bool,
}

/// How this installation shows itself on the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Network {
    /// Who may see it.
    pub visibility: Visibility,
    /// Whether the name of who stands by is told with it.
    pub show_name: bool,
    /// Servers that are asked for a code, as `address:port`.
    pub servers: Vec<String>,
}

/// Who may see an installation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum Visibility {
    /// Everyone on the network, with its open meetings.
    Everyone,
    /// Whoever has a meeting's code; names and meetings are not announced.
    Code,
    /// Nobody; nothing is announced.
    Nobody,
}

/// The text is none of the visibilities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownVisibility;

impl FromStr for Visibility {
    type Err = UnknownVisibility;

    fn from_str(text: &str) -> Result<Visibility, UnknownVisibility> {
        match text {
            "everyone" => Ok(Visibility::Everyone),
            "code" => Ok(Visibility::Code),
            "nobody" => Ok(Visibility::Nobody),
            _ => Err(UnknownVisibility),
        }
    }
}

impl fmt::Display for UnknownVisibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it is one of everyone, code and nobody")
    }
}

impl std::error::Error for UnknownVisibility {}

/// What the network doctor found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Diagnosis {
    /// One line for each thing that was looked at.
    pub findings: Vec<Finding>,
}

/// One thing that the network doctor looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct Finding {
    /// What was looked at.
    pub topic: String,
    /// How it is.
    pub verdict: Verdict,
    /// What was found, by a name that stays the same.
    pub code: String,
    /// What the sentence names, in this order.
    pub facts: Vec<String>,
    /// A sentence for people.
    pub text: String,
    /// What to do, each a sentence or a command.
    pub advice: Vec<String>,
}

/// How something is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, ToSchema,
)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// As it should be.
    Good,
    /// Perhaps a hindrance.
    Doubtful,
    /// It keeps people from finding each other.
    Bad,
}

/// What someone rings for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum RingKind {
    /// To see each other.
    Video,
    /// To talk.
    Voice,
}

/// A ring that nobody answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct MissedCall {
    /// Tells it from others.
    pub id: u64,
    /// The installation it came from.
    pub installation: String,
    /// Who rang.
    pub name: String,
    /// What for.
    pub kind: RingKind,
    /// When.
    pub at: u64,
}

pub(super) fn export_types(config: &ts_rs::Config) -> Result<(), ts_rs::ExportError> {
    Resolve::export_all(config)?;
    Resolution::export_all(config)?;
    Knock::export_all(config)?;
    Door::export_all(config)?;
    KnownHost::export_all(config)?;
    Comparison::export_all(config)?;
    Network::export_all(config)?;
    Diagnosis::export_all(config)?;
    MissedCall::export_all(config)
}

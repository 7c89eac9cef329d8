//! The bodies of the REST interface. Times are milliseconds since 1970 UTC,
//! durations milliseconds.

pub mod network;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

use crate::native::parts::{MessageState, Policy};
pub use crate::poll::Poll;

/// What this installation is, for its own UI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServerInfo {
    /// The name its owner gave it.
    pub name: String,
    /// Hearth's version.
    pub version: String,
    /// URLs of STUN and TURN servers; usually none.
    pub ice_servers: Vec<String>,
    /// The addresses at which browsers on the network reach it, best first.
    pub addresses: Vec<String>,
    /// SHA-256 of its certificate, in colon-separated hexadecimal, by which a
    /// browser's warning can be checked; absent where it serves no HTTPS.
    pub fingerprint: Option<String>,
    /// Whether the asker is at this very computer, and may see its network and
    /// change its settings.
    pub own: bool,
}

/// Asks for a new meeting.
#[derive(Debug, Clone, Default, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMeeting {
    /// A title for the history, at most 100 characters.
    #[ts(optional)]
    pub title: Option<String>,
    /// What it allows; everything and everyone when absent.
    #[ts(optional)]
    pub policy: Option<Policy>,
    /// When it is to be, if that is known.
    #[ts(optional)]
    pub plan: Option<Plan>,
    /// Whether its code lets people in for ever, and not only until a week after
    /// its last use.
    #[ts(optional)]
    pub lasting: Option<bool>,
}

/// When a meeting is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Plan {
    /// When it begins.
    pub starts_at: u64,
    /// How long it takes, from a minute to a day.
    pub length: u64,
}

/// Plans a meeting of one's own anew.
#[derive(Debug, Clone, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanMeeting {
    /// Its title, at most 100 characters.
    pub title: Option<String>,
    /// When it is to be; absent for at no certain time.
    pub plan: Option<Plan>,
}

/// A meeting, as seen by someone who has its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeetingInfo {
    /// Its code, as `xxx-xxx-xxx`.
    pub code: String,
    /// Its title.
    pub title: Option<String>,
    /// When it was made.
    pub created_at: u64,
    /// When it is to be, if that is known.
    pub plan: Option<Plan>,
    /// How many are in now.
    pub participants: usize,
    /// Whether it is the asker's own.
    pub owner: bool,
}

/// The room that is someone's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct OwnRoom {
    /// Its code; absent for none.
    pub code: Option<String>,
}

/// A room that lasts, which the asker owns or has been in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LastingRoom {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: Option<String>,
    /// Whether it is the room that is the asker's own.
    pub own: bool,
    /// How many are in now.
    pub participants: usize,
    /// How many lines others wrote that the asker may read, since they last looked;
    /// it is not counted beyond 100.
    pub unread: u64,
}

/// Asks for a new account.
#[derive(Debug, Clone, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignUp {
    /// 3 to 32 letters, digits, dots, hyphens and underscores; case does not matter.
    pub username: String,
    /// The name that others see, 1 to 64 characters.
    pub name: String,
    /// 8 to 200 characters.
    pub password: String,
}

/// Asks to be signed in.
#[derive(Debug, Clone, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The account's username.
    pub username: String,
    /// The account's password.
    pub password: String,
}

/// Someone is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct SignedIn {
    /// To be sent as `Authorization: Bearer …`.
    pub token: String,
    /// Who.
    pub me: Me,
}

/// Who the asker is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct Me {
    /// The account, unless the asker is a guest.
    pub account: Option<Account>,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct Account {
    /// By which one signs in.
    pub username: String,
    /// The name that others see.
    pub name: String,
}

/// Asks for a [`Ticket`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueTicket {
    /// The name they go by.
    pub name: String,
    /// The language that they chose, as a BCP 47 tag, if they did.
    pub language: Option<String>,
    /// How they come into the meeting.
    pub entrance: Option<Entrance>,
}

/// How someone comes into a meeting without a stop at its door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum Entrance {
    /// With the devices on that they usually have on.
    Usual,
    /// Seen and heard.
    Video,
    /// Heard.
    Voice,
}

/// A one-time way for the same person to go on in another browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct Ticket {
    /// To be spent within a minute.
    pub ticket: String,
}

/// Spends a [`Ticket`].
#[derive(Debug, Clone, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SpendTicket {
    /// The ticket.
    pub ticket: String,
}

/// Someone goes on in this browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct SpentTicket {
    /// Who.
    pub session: SignedIn,
    /// The name they go by.
    pub name: String,
    /// The language that they chose, as a BCP 47 tag, if they did.
    pub language: Option<String>,
    /// How they come into the meeting; absent for by its door.
    pub entrance: Option<Entrance>,
}

/// For how long this installation keeps its history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// For how many days after its last use a meeting is kept; absent for ever.
    pub days: Option<u32>,
}

/// For how long a meeting is kept after its last use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Kept {
    /// As long as this installation keeps its history.
    AsAll,
    /// So many days, and at least one.
    Days {
        /// How many.
        days: u32,
    },
    /// For ever.
    ForEver,
}

/// A page of the history, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct History {
    /// The meetings.
    pub meetings: Vec<PastMeeting>,
    /// Whether older ones follow; ask again with `before` set to the last
    /// meeting's `startedAt`.
    pub more: bool,
}

/// A meeting that the asker made or attended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PastMeeting {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: Option<String>,
    /// When the first one came in; if nobody did, for when it is planned, or when
    /// it was made.
    pub started_at: u64,
    /// For how long anyone was in.
    pub length: u64,
    /// The names of the people, in order of arrival, none twice.
    pub people: Vec<String>,
    /// How many lines of chat the asker may read.
    pub messages: u64,
    /// Whether it is the asker's own.
    pub owner: bool,
    /// Whether its code still lets people in.
    pub open: bool,
    /// Whether its code does so for ever.
    pub lasting: bool,
    /// When it was to be, if that was known.
    pub plan: Option<Plan>,
    /// For how long it is kept.
    pub kept: Kept,
}

/// All that is known of one past meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct PastMeetingDetails {
    /// What the list shows.
    pub meeting: PastMeeting,
    /// Who was in when, in order of arrival.
    pub attendance: Vec<Attendance>,
    /// What was said, as far as the asker heard it.
    pub chat: Vec<PastMessage>,
    /// What was asked, in order.
    pub polls: Vec<Poll>,
    /// The files that are kept with it.
    pub files: Vec<PastFile>,
    /// What the notes say that all wrote together; absent if nobody did.
    pub notes: Option<String>,
}

/// One stay of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct Attendance {
    /// Their name.
    pub name: String,
    /// When they came in.
    pub from: u64,
    /// When they went; absent while they are in.
    pub until: Option<u64>,
}

/// A line of chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct PastMessage {
    /// Its number in the meeting.
    pub id: u64,
    /// Who wrote it.
    pub from: String,
    /// Whom it was for, if not everyone.
    pub to: Option<String>,
    /// The words; none once it is deleted.
    pub text: String,
    /// The line that it answers, by number.
    pub answers: Option<u64>,
    /// What became of it.
    pub state: MessageState,
    /// When it was written.
    pub at: u64,
}

/// A file that is kept with a meeting; it is had at
/// `/api/meetings/{code}/files/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct PastFile {
    /// Its number in the meeting.
    pub id: u64,
    /// Who offered it.
    pub from: String,
    /// What it is called.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// When it was offered.
    pub at: u64,
}

/// How much of a file has come to the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct Arrived {
    /// How many bytes; the next piece begins there.
    pub bytes: u64,
    /// SHA-256 of all of them, in hexadecimal, once it is kept.
    pub sha256: Option<String>,
}

/// Says that all of a file was sent.
#[derive(Debug, Clone, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WholeFile {
    /// SHA-256 of all its bytes, in hexadecimal.
    pub sha256: String,
}

/// How many bytes of files are kept here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileQuota {
    /// At most, with one meeting.
    pub meeting: u64,
    /// At most, with all of them.
    pub all: u64,
}

/// Why a request was turned down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
pub struct ApiError {
    /// Stable, for programs.
    pub code: String,
    /// A sentence for people.
    pub message: String,
}

pub(crate) fn export_types(config: &ts_rs::Config) -> Result<(), ts_rs::ExportError> {
    ServerInfo::export_all(config)?;
    NewMeeting::export_all(config)?;
    MeetingInfo::export_all(config)?;
    PlanMeeting::export_all(config)?;
    OwnRoom::export_all(config)?;
    LastingRoom::export_all(config)?;
    SignUp::export_all(config)?;
    SignIn::export_all(config)?;
    SignedIn::export_all(config)?;
    Ticket::export_all(config)?;
    IssueTicket::export_all(config)?;
    SpendTicket::export_all(config)?;
    SpentTicket::export_all(config)?;
    Retention::export_all(config)?;
    History::export_all(config)?;
    PastMeetingDetails::export_all(config)?;
    Arrived::export_all(config)?;
    WholeFile::export_all(config)?;
    FileQuota::export_all(config)?;
    ApiError::export_all(config)?;
    network::export_types(config)
}

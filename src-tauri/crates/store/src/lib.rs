//! What is remembered: meetings, who attended them, what was said and noted,
//! accounts, the sessions of those who are signed in, rooms, other installations, and
//! calls that were missed.
//!
//! ```text
//!   create_meeting, remember, … ──► queue ──► one writer ──► COMMIT ──► receipts
//!                                                              │
//!   meeting, history, session, … ◄── a few readers ◄───────────┘ hearth.db (WAL)
//! ```
//!
//! A [`Receipt`] resolves once its write is on the disk: what was acknowledged
//! survives `kill -9`. Readers see what is committed and wait for no writer.

mod store;

mod accounts;
mod attendance;
mod bookmarks;
mod files;
mod hidings;
mod installations;
mod log;
mod meetings;
mod messages;
mod missed_calls;
mod notes;
mod own_rooms;
mod plan;
mod policy;
mod removals;
mod rooms;
mod sessions;
mod settings;

mod adoption;
mod deletion;
mod history;
mod lasting;
mod polls;
mod record;
mod retention;
mod search;
mod tags;

mod connection;
mod error;
mod lock;
mod migrations;
mod readers;
mod writer;

pub mod password;

#[cfg(test)]
mod testing;

pub use accounts::{Account, Credentials, NewAccount};
pub use attendance::Stay;
pub use deletion::Deletion;
pub use error::StoreError;
pub use files::{KeptBytes, KeptFile};
pub use history::{Page, PastMeeting, PastMeetingDetails};
pub use installations::{Installation, Trust};
pub use lasting::LastingRoom;
pub use meetings::{NewMeeting, StoredMeeting};
pub use messages::{PastMessage, RoomMessage};
pub use missed_calls::MissedCall;
pub use notes::Notes;
pub use plan::Plan;
pub use retention::Kept;
pub use rooms::{NewRoom, Room};
pub use search::Search;
pub use sessions::{Session, SessionKind, TokenHash};
pub use store::Store;
pub use writer::Receipt;

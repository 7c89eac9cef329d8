//! How computers find and trust each other.

mod announcement;
mod discovery;
mod fingerprint;

pub use announcement::{Announcement, MOST_TAGS};
pub use discovery::{Discovery, Ended, Neighbour};
pub use fingerprint::{Fingerprint, InstallationId, InvalidFingerprint, InvalidInstallationId};

//! How computers find and trust each other.
//!
//! An *installation* is one Hearth with its server. It has an id and a key that
//! it keeps; what it is known by is the fingerprint of the key. This crate opens
//! no listening socket and speaks no HTTP: it says what is to be sent, and judges
//! what came.

pub mod addresses;
mod announcement;
mod certificate;
mod discovery;
pub mod doctor;
mod files;
mod fingerprint;
mod identity;
pub mod proof;
pub mod symbols;
pub mod tls;

pub use announcement::{Announcement, MOST_TAGS};
pub use certificate::Certificate;
pub use discovery::{Discovery, Ended, Neighbour};
pub use fingerprint::{Fingerprint, InstallationId, InvalidFingerprint, InvalidInstallationId};
pub use identity::Identity;

/// The version of what installations say to each other.
pub const PROTOCOL: u8 = 1;

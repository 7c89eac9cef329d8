//! How computers find and trust each other.

mod fingerprint;

pub use fingerprint::{Fingerprint, InstallationId, InvalidFingerprint, InvalidInstallationId};

//! The network doctor: what keeps this computer and others from each other.
//!
//! ```text
//!   examine ──► Findings ──► diagnose ──► Diagnosis, a line for each topic
//!   asks the machine         pure
//! ```

mod findings;
mod firewall;
mod machine;
mod multicast;
mod verdicts;

pub use findings::{Echo, Findings, Interface, Reach};
pub use firewall::Firewall;
pub use machine::{Patient, examine};
pub use verdicts::{Diagnosis, Verdict, diagnose};

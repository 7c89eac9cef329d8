//! Meetings that run: the server inside Hearth, and inside `hearthd`.
//!
//! ```text
//!   listener ──► http ──► api, ui, pages
//!                  └────► engine ──► session ──► meetings ──► one task per meeting
//!                                                                 └──► store
//! ```

mod addresses;
mod allowance;
mod attendance;
mod blocking;
mod calls;
mod chance;
mod claims;
mod clock;
mod config;
mod doctor;
mod ear;
mod engine;
mod exchange;
mod http;
mod identity;
mod impatient;
mod jwt;
mod link;
mod listener;
mod meetings;
mod metrics;
mod missed;
mod neighbourhood;
mod news;
mod notes;
mod openings;
mod retention;
mod ringing;
mod server;
mod session;
mod vault;

pub use attendance::{Attendance, Hosted};
pub use calls::Calls;
pub use config::{Config, Limits};
pub use doctor::examine_here;
pub use hearth_wire::rest::network::{Diagnosis, Finding, Verdict};
pub use hearth_wire::rest::network::{UnknownVisibility, Visibility};
pub use hearth_wire::{CallCard, CallState, Deed, Device, Media};
pub use hearth_wire::{DialectName, UnknownDialect};
pub use neighbourhood::{Changes, NetworkSwitch};
pub use server::Server;

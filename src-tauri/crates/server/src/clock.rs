//! Where time comes in.

use hearth_core::{Now, Timestamp};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// What both clocks show.
pub(crate) fn now() -> Now {
    // Tokio's clock, so that tests can pause and advance it.
    Now { instant: tokio::time::Instant::now().into_std(), wall: wall() }
}

/// What the clock on the wall shows.
#[expect(clippy::disallowed_methods, reason = "this is the edge at which time comes in")]
pub(crate) fn wall() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    Timestamp(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

//! Where time comes in.

use hearth_core::{Now, Timestamp};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// What both clocks show.
pub(crate) fn now() -> Now {
    Now { instant: instant(), wall: wall() }
}

/// What the clock shows that only goes on.
pub(crate) fn instant() -> Instant {
    // Tokio's, so that tests can pause and advance it.
    tokio::time::Instant::now().into_std()
}

/// What the clock on the wall shows.
#[expect(clippy::disallowed_methods, reason = "this is the edge at which time comes in")]
pub(crate) fn wall() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    Timestamp(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

//! Time, as it is told to the core.

use std::time::Instant;

/// Milliseconds since 1970-01-01 UTC, for people and for the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub u64);

/// One moment on both clocks: the steady one for deadlines, which no one can
/// set back, and the one on the wall for what people will read.
#[derive(Debug, Clone, Copy)]
pub struct Now {
    /// The steady clock.
    pub instant: Instant,
    /// The clock on the wall.
    pub wall: Timestamp,
}

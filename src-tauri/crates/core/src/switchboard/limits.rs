//! The bounds of a switchboard.

use std::time::Duration;

/// How much a switchboard carries, and how long it rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SwitchboardLimits {
    /// Lines.
    pub lines: usize,
    /// Lines of one person.
    pub lines_each: usize,
    /// Calls.
    pub calls: usize,
    /// Calls of one person.
    pub calls_each: usize,
    /// People in a call, or invited at once.
    pub people: usize,
    /// Bytes of a card.
    pub card: usize,
    /// Bytes of a note.
    pub note: usize,
    /// Bytes of a signal.
    pub signal: usize,
    /// How long one person rings another.
    pub ringing: Duration,
}

impl Default for SwitchboardLimits {
    fn default() -> SwitchboardLimits {
        SwitchboardLimits {
            lines: 10_000,
            lines_each: 20,
            calls: 5000,
            calls_each: 20,
            people: 100,
            card: 64 * 1024,
            note: 4 * 1024,
            signal: 128 * 1024,
            ringing: Duration::from_secs(30),
        }
    }
}

//! What can go wrong with remembering.

use std::io;
use std::sync::Arc;

/// Why something could not be read or written.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// As many writes wait as may wait.
    #[error("too much is waiting to be written; try again in a moment")]
    Busy,
    /// The store is closed, or its writer has stopped.
    #[error("the store is closed")]
    Closed,
    /// Another process works on the same data.
    #[error("another Hearth is using this data; close it first")]
    InUse,
    /// The data is of a later version than this program understands.
    #[error(
        "the data was written by a newer Hearth (format {found}, known up to {known}); update Hearth"
    )]
    TooNew {
        /// The format of the data.
        found: usize,
        /// The latest format that is understood.
        known: usize,
    },
    /// A file could not be opened.
    #[error("the data files cannot be opened")]
    File(#[source] Arc<io::Error>),
    /// SQLite failed.
    #[error("the database failed")]
    Database(#[source] Arc<rusqlite::Error>),
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> StoreError {
        StoreError::File(Arc::new(error))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        StoreError::Database(Arc::new(error))
    }
}

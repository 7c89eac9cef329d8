//! One process per database.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::StoreError;

/// Keeps other processes from opening the same store, until it is dropped or
/// its process dies.
#[derive(Debug)]
pub(crate) struct Lock {
    // Held, never read: closing the file gives the lock up.
    _file: File,
}

impl Lock {
    // SQLite lets several processes in. But whoever opens the store ends the
    // stays that a crash left open, and those of a live one are no such thing.
    pub(crate) fn acquire(database: &Path) -> Result<Lock, StoreError> {
        let file = File::create(database.with_extension("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{reopen, store};
    use crate::{Store, StoreError};

    #[test]
    fn a_database_is_opened_by_one_process_at_a_time() {
        let (folder, first) = store();

        let second = Store::open(&folder.path().join("hearth.db"));
        assert!(matches!(second, Err(StoreError::InUse)), "got {second:?}");

        first.close();
        reopen(&folder);
    }
}

//! How connections to the database are opened.

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::StoreError;

// Readers never wait for the writer; this is for backups and curious people.
const PATIENCE: Duration = Duration::from_secs(5);

// A negative cache size counts KiB.
const FOR_ALL: &str = "
    PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -512;
    PRAGMA mmap_size = 0;";

// An acknowledged write survives a power cut as well as a crash, which on macOS
// takes fullfsync. What is deleted is overwritten.
const FOR_THE_WRITER: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA secure_delete = ON;";

const FOR_READERS: &str = "
    PRAGMA query_only = ON;";

/// Opens the connection that writes, and makes the file if there is none.
pub(crate) fn writer(path: &Path) -> Result<Connection, StoreError> {
    create_for_owner_only(path)?;
    let connection = open(path)?;
    connection.execute_batch(FOR_THE_WRITER)?;
    Ok(connection)
}

/// Opens a connection that cannot write.
pub(crate) fn reader(path: &Path) -> rusqlite::Result<Connection> {
    let connection = open(path)?;
    connection.execute_batch(FOR_READERS)?;
    Ok(connection)
}

fn open(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch(FOR_ALL)?;
    Ok(connection)
}

// The files that SQLite puts beside the database take over its permissions.
fn create_for_owner_only(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    restrict(&options.open(path)?)?;
    Ok(())
}

#[cfg(unix)]
fn restrict(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o600))
}

// Elsewhere the user's own folders are closed to others already.
#[cfg(not(unix))]
fn restrict(_file: &File) -> std::io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    use crate::Store;

    #[test]
    fn nobody_but_its_owner_reads_the_database() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("hearth.db");
        fs::write(&path, "").expect("an empty database");
        fs::set_permissions(&path, Permissions::from_mode(0o644)).expect("it is ours");

        let _store = Store::open(&path).expect("an empty file is an empty database");

        for name in ["hearth.db", "hearth.db-wal", "hearth.db-shm"] {
            let mode = fs::metadata(folder.path().join(name)).expect(name).permissions().mode();
            assert_eq!(mode & 0o077, 0, "{name} is closed to others");
        }
    }
}

//! A few connections that read, opened when they are first needed.

use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard};

use rusqlite::Connection;

use crate::{StoreError, connection};

const MOST: usize = 3;

/// The connections that read. Whoever finds all of them busy waits for another
/// reader, never for the writer.
#[derive(Debug)]
pub(crate) struct Readers {
    path: PathBuf,
    pool: Mutex<Pool>,
    returned: Condvar,
}

#[derive(Debug, Default)]
struct Pool {
    idle: Vec<Connection>,
    lent: usize,
}

struct Loan<'a> {
    readers: &'a Readers,
    connection: Option<Connection>,
}

impl Readers {
    pub(crate) fn new(path: &Path) -> Readers {
        let pool = Mutex::new(Pool::default());
        Readers { path: path.to_owned(), pool, returned: Condvar::new() }
    }

    /// Answers a question that may take several queries, all of which see the
    /// database at the same moment.
    pub(crate) fn read<T>(
        &self,
        question: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let mut loan = self.borrow();
        let connection = match &mut loan.connection {
            Some(connection) => connection,
            none => none.insert(connection::reader(&self.path)?),
        };
        let moment = connection.transaction()?;
        Ok(question(&moment)?)
    }

    /// Closes the connections that nobody is using.
    pub(crate) fn close_idle(&self) {
        self.pool().idle.clear();
    }

    fn borrow(&self) -> Loan<'_> {
        let all_lent = |pool: &mut Pool| pool.lent == MOST;
        let mut pool = self.returned.wait_while(self.pool(), all_lent).expect(UNBROKEN);
        pool.lent += 1;
        Loan { readers: self, connection: pool.idle.pop() }
    }

    fn pool(&self) -> MutexGuard<'_, Pool> {
        self.pool.lock().expect(UNBROKEN)
    }
}

const UNBROKEN: &str = "nothing panics while it holds the pool";

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        let mut pool = self.readers.pool();
        pool.lent -= 1;
        pool.idle.extend(self.connection.take());
        self.readers.returned.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use crate::testing::*;

    use super::*;

    #[test]
    fn readers_do_not_wait_for_a_writer_in_the_middle_of_its_work() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("hearth.db");
        let writer = connection::writer(&path).expect("a new database");
        writer
            .execute_batch("CREATE TABLE t (n); BEGIN IMMEDIATE; INSERT INTO t VALUES (1)")
            .expect("nobody is in the way");

        let count = Readers::new(&path).read(|connection| {
            connection.query_row("SELECT count(*) FROM t", (), |row| row.get::<_, u64>(0))
        });

        assert_eq!(count.ok(), Some(0), "what is not committed is not there yet");
    }

    #[test]
    fn more_askers_than_connections_all_get_an_answer() {
        let (_folder, store) = store();
        thread::scope(|scope| {
            for _ in 0..4 * MOST {
                scope.spawn(|| store.meeting(code("abc-def-234")).expect("it can be read"));
            }
        });
    }

    #[test]
    fn readers_cannot_write() {
        let (folder, _store) = store();
        let readers = Readers::new(&folder.path().join("hearth.db"));

        let error = readers.read(|connection| connection.execute("DELETE FROM meetings", ()));

        assert!(matches!(error, Err(StoreError::Database(_))), "got {error:?}");
    }
}

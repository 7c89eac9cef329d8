//! The one thread that writes.
//!
//! It takes everything that waits, runs each job in a savepoint of one
//! transaction, commits, and only then answers. So a job that fails takes no
//! other with it, and many jobs share the wait for the disk.

use std::pin::Pin;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::task::{Context, Poll};
use std::thread::{self, JoinHandle};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::oneshot;

use crate::StoreError;
use crate::lock::Lock;

// About a second of work for a slow disk.
const QUEUE: usize = 1024;
const BATCH: usize = 256;

/// Resolves when a write is on the disk, or has failed. The write takes place
/// whether or not anyone waits for it.
#[derive(Debug)]
#[must_use = "what was written is certain only once its receipt resolves"]
pub struct Receipt<T>(oneshot::Receiver<Result<T, StoreError>>);

impl<T> Receipt<T> {
    /// Waits on a thread that may block.
    pub fn wait(self) -> Result<T, StoreError> {
        self.0.blocking_recv().unwrap_or(Err(StoreError::Closed))
    }
}

impl<T> Future for Receipt<T> {
    type Output = Result<T, StoreError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let answer = Pin::new(&mut self.0).poll(context);
        answer.map(|answer| answer.unwrap_or(Err(StoreError::Closed)))
    }
}

#[derive(Debug)]
pub(crate) struct Writer {
    queue: Mutex<Option<SyncSender<Box<dyn Job>>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    pub(crate) fn start(connection: Connection, lock: Lock) -> Result<Writer, StoreError> {
        let (queue, jobs) = sync_channel(QUEUE);
        let name = "store-writer".to_owned();
        let thread =
            thread::Builder::new().name(name).spawn(move || run(connection, lock, &jobs))?;
        Ok(Writer { queue: Mutex::new(Some(queue)), thread: Mutex::new(Some(thread)) })
    }

    /// Queues a job, unless the queue is full.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Receipt<T> {
        let (answer, receipt) = oneshot::channel();
        let job: Box<dyn Job> = Box::new(Write { work: Some(work), outcome: None, answer });
        let queue = self.queue.lock().expect("nothing panics while it holds the queue");
        let sent = match &*queue {
            Some(queue) => queue.try_send(job),
            None => Err(TrySendError::Disconnected(job)),
        };
        match sent {
            Ok(()) => {}
            Err(TrySendError::Full(job)) => job.answer(Err(StoreError::Busy)),
            Err(TrySendError::Disconnected(job)) => job.answer(Err(StoreError::Closed)),
        }
        Receipt(receipt)
    }

    /// Takes no more jobs, and returns when those that wait are done.
    pub(crate) fn close(&self) {
        drop(self.queue.lock().expect("nothing panics while it holds the queue").take());
        let mut thread = self.thread.lock().expect("nothing panics while it holds the thread");
        if thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("The store's writer had panicked");
        }
    }
}

fn run(mut connection: Connection, lock: Lock, jobs: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = jobs.recv() {
        let mut batch = vec![first];
        batch.extend(jobs.try_iter().take(BATCH - 1));
        carry_out(&mut connection, batch);
    }
    if let Err(error) = connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)") {
        tracing::warn!(?error, "The store was closed with its journal: {error}");
    }
    drop(connection);
    drop(lock);
}

fn carry_out(connection: &mut Connection, mut batch: Vec<Box<dyn Job>>) {
    let committed = commit(connection, &mut batch).map_err(StoreError::from);
    for job in batch {
        job.answer(committed.clone());
    }
}

fn commit(connection: &mut Connection, batch: &mut [Box<dyn Job>]) -> rusqlite::Result<()> {
    let mut transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for job in batch {
        job.run(&mut transaction)?;
    }
    transaction.commit()
}

trait Job: Send {
    /// Does its work, or leaves everything as it was. An error is one of the
    /// whole transaction.
    fn run(&mut self, transaction: &mut Transaction<'_>) -> rusqlite::Result<()>;

    /// Answers whoever waits.
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

struct Write<F, T> {
    work: Option<F>,
    outcome: Option<rusqlite::Result<T>>,
    answer: oneshot::Sender<Result<T, StoreError>>,
}

impl<F, T> Job for Write<F, T>
where
    F: FnOnce(&Connection) -> rusqlite::Result<T> + Send,
    T: Send,
{
    fn run(&mut self, transaction: &mut Transaction<'_>) -> rusqlite::Result<()> {
        let Some(work) = self.work.take() else { return Ok(()) };
        let savepoint = transaction.savepoint()?;
        let outcome = work(&savepoint);
        // Dropped without a commit, a savepoint takes its changes back.
        if outcome.is_ok() {
            savepoint.commit()?;
        }
        self.outcome = Some(outcome);
        Ok(())
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let Write { outcome, answer, .. } = *self;
        let outcome = committed.and_then(|()| Ok(outcome.ok_or(StoreError::Closed)??));
        if let Err(Err(error)) = answer.send(outcome) {
            tracing::error!(?error, "A write that nobody waited for failed: {error}");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use tempfile::TempDir;
    use tokio::sync::oneshot::error::TryRecvError;

    use crate::connection;

    use super::*;

    struct Tried {
        folder: TempDir,
        writer: Writer,
    }

    impl Tried {
        fn new() -> Tried {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("hearth.db");
            let connection = connection::writer(&path).expect("a new database");
            connection.execute_batch("CREATE TABLE t (n UNIQUE)").expect("it is empty");
            let lock = Lock::acquire(&path).expect("nobody else is there");
            Tried { folder, writer: Writer::start(connection, lock).expect("there are threads") }
        }

        /// Holds the writer up, so that what is written next becomes one batch.
        fn hold_up(&self) -> Sender<()> {
            let (release, released) = channel::<()>();
            let (start, started) = channel();
            drop(self.writer.write(move |_| {
                start.send(()).ok();
                released.recv().ok();
                Ok(())
            }));
            started.recv().expect("the writer comes to it");
            release
        }

        fn insert(&self, number: usize) -> Receipt<usize> {
            self.writer
                .write(move |connection| connection.execute("INSERT INTO t VALUES (?1)", [number]))
        }

        fn committed(&self) -> impl Fn() -> usize + Send + use<> {
            let path = self.folder.path().join("hearth.db");
            move || {
                let reader = connection::reader(&path).expect("the database is there");
                count(&reader).expect("the table is there")
            }
        }
    }

    fn count(connection: &Connection) -> rusqlite::Result<usize> {
        connection.query_row("SELECT count(*) FROM t", (), |row| row.get(0))
    }

    #[test]
    fn what_waits_is_written_together_and_answered_afterwards() {
        let tried = Tried::new();
        let release = tried.hold_up();
        let mut first = tried.insert(1);
        let second = tried.insert(2);
        let committed = tried.committed();
        let last = tried.writer.write(move |connection| Ok((count(connection)?, committed())));
        assert!(matches!(first.0.try_recv(), Err(TryRecvError::Empty)), "it is not written yet");

        release.send(()).expect("the writer waits for it");

        let seen = last.wait().expect("it can be counted");
        assert_eq!(seen, (2, 0), "within the batch both are there, outside none is");
        assert_eq!(first.wait().ok(), Some(1));
        assert_eq!(second.wait().ok(), Some(1));
        assert_eq!(tried.committed()(), 2);
    }

    #[test]
    fn a_write_that_fails_takes_no_other_with_it() {
        let tried = Tried::new();
        let release = tried.hold_up();
        let before = tried.insert(1);
        let failing = tried.writer.write(|connection| {
            connection.execute("INSERT INTO t VALUES (2)", ())?;
            connection.execute("INSERT INTO t VALUES (1)", ())
        });
        let after = tried.insert(3);
        release.send(()).expect("the writer waits for it");

        let error = failing.wait().expect_err("1 is there already");
        assert!(matches!(error, StoreError::Database(_)), "got {error:?}");
        assert_eq!(before.wait().ok(), Some(1));
        assert_eq!(after.wait().ok(), Some(1));
        assert_eq!(tried.committed()(), 2, "of the one that failed nothing is left");
    }

    #[test]
    fn when_too_many_wait_the_next_is_refused_at_once() {
        let tried = Tried::new();
        let release = tried.hold_up();
        let waiting: Vec<_> = (0..QUEUE).map(|number| tried.insert(number)).collect();

        let error = tried.insert(QUEUE).wait().expect_err("there is no room for it");
        assert!(matches!(error, StoreError::Busy), "got {error:?}");

        release.send(()).expect("the writer waits for it");
        for receipt in waiting {
            assert_eq!(receipt.wait().ok(), Some(1), "the others are not harmed");
        }
    }

    #[test]
    fn closing_writes_what_waits_and_refuses_what_comes_later() {
        let tried = Tried::new();
        let receipts: Vec<_> = (0..2 * BATCH).map(|number| tried.insert(number)).collect();

        tried.writer.close();

        assert_eq!(tried.committed()(), 2 * BATCH);
        for receipt in receipts {
            assert_eq!(receipt.wait().ok(), Some(1));
        }
        let error = tried.insert(0).wait().expect_err("nobody writes any more");
        assert!(matches!(error, StoreError::Closed), "got {error:?}");
        tried.writer.close();
    }
}

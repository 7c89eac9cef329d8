//! Workers that load a server, and the measuring of what they do.

use std::cell::Cell;
use std::convert::Infallible;
use std::future::pending;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

use crate::process::Process;

// Until buffers have grown, and what compiles as it runs has compiled.
const WARM_UP: Duration = Duration::from_secs(2);
// More than any queue takes that a bounded load can fill.
const PATIENCE: Duration = Duration::from_secs(10);

/// Workers at work.
#[derive(Debug, Default)]
pub(crate) struct Crew {
    workers: JoinSet<Result<()>>,
    tally: Rc<Tally>,
}

/// What was asked of the server, and what it has done.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    asked: Cell<u64>,
    done: Cell<u64>,
    stopped: Cell<bool>,
    settled: Notify,
}

/// What was done in the time that was measured.
#[derive(Debug)]
pub(crate) struct Measured {
    done: u64,
    elapsed: Duration,
    server: Duration,
    load: Duration,
}

impl Crew {
    /// What its workers count with.
    pub(crate) fn tally(&self) -> Rc<Tally> {
        Rc::clone(&self.tally)
    }

    /// Sets a worker to work.
    pub(crate) fn hire(&mut self, work: impl Future<Output = Result<()>> + 'static) {
        self.workers.spawn_local(work);
    }

    /// Lets them work for a while. Fails as soon as one of them does.
    pub(crate) async fn work(&mut self, length: Duration) -> Result<()> {
        tokio::select! {
            () = sleep(length) => Ok(()),
            failed = Self::failure(&mut self.workers) => match failed? {},
        }
    }

    /// Lets them work until the server is warm.
    pub(crate) async fn warm_up(&mut self) -> Result<()> {
        self.work(WARM_UP).await
    }

    /// Measures what they do, and then sees that all that was asked is done.
    pub(crate) async fn measure(mut self, server: Process, length: Duration) -> Result<Measured> {
        let load = Process::this();
        let done = self.tally.done.get();
        let (begun, server_before, load_before) = (Instant::now(), server.time()?, load.time()?);
        self.work(length).await?;
        let measured = Measured {
            done: self.tally.done.get() - done,
            elapsed: begun.elapsed(),
            server: server.time()? - server_before,
            load: load.time()? - load_before,
        };
        self.settle().await?;
        Ok(measured)
    }

    async fn settle(&mut self) -> Result<()> {
        self.tally.stopped.set(true);
        let Tally { asked, done, settled, .. } = &*self.tally;
        let all = async {
            while done.get() != asked.get() {
                settled.notified().await;
            }
        };
        tokio::select! {
            outcome = timeout(PATIENCE, all) => {
                let lost = || format!("{} of {} were lost", asked.get() - done.get(), asked.get());
                outcome.with_context(lost)
            }
            failed = Self::failure(&mut self.workers) => match failed? {},
        }
    }

    async fn failure(workers: &mut JoinSet<Result<()>>) -> Result<Infallible> {
        while let Some(ended) = workers.join_next().await {
            ended.context("a worker panicked")??;
        }
        pending().await
    }
}

impl Tally {
    /// Something is asked of the server, so many times.
    pub(crate) fn ask(&self, times: u64) {
        self.asked.set(self.asked.get() + times);
    }

    /// It was done once.
    pub(crate) fn done(&self) -> Result<()> {
        let done = self.done.get() + 1;
        ensure!(done <= self.asked.get(), "more came than was sent");
        self.done.set(done);
        if self.stopped.get() {
            self.settled.notify_one();
        }
        Ok(())
    }

    /// Whether nothing more is to be asked.
    pub(crate) fn stopped(&self) -> bool {
        self.stopped.get()
    }
}

impl Measured {
    /// How often it was done in a second, and what each time took of the
    /// server's processors, and of those of the load, in microseconds.
    pub(crate) fn figures(&self) -> Result<Value> {
        ensure!(self.done > 0, "the server did nothing");
        let each = |time: Duration| time.as_secs_f64() * 1e6 / self.done as f64;
        Ok(json!({
            "per_second": self.done as f64 / self.elapsed.as_secs_f64(),
            "server_us": each(self.server),
            "load_us": each(self.load),
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use tokio::task::LocalSet;

    use super::*;

    const LENGTH: Duration = Duration::from_secs(1);

    #[tokio::test(start_paused = true)]
    async fn what_is_lost_is_noticed() {
        let outcome = measure(async |tally| {
            tally.ask(3);
            tally.done()?;
            pending().await
        });
        let error = outcome.await.expect_err("two of three never came");
        assert_eq!(error.to_string(), "2 of 3 were lost", "this is said with numbers");
    }

    #[tokio::test(start_paused = true)]
    async fn what_comes_twice_is_noticed() {
        let outcome = measure(async |tally| {
            tally.ask(1);
            tally.done()?;
            tally.done()
        });
        let error = outcome.await.expect_err("it came twice");
        assert_eq!(error.to_string(), "more came than was sent", "nothing may make up for a loss");
    }

    #[tokio::test(start_paused = true)]
    async fn only_what_is_done_while_measuring_counts() {
        let outcome = measure(async |tally| {
            while !tally.stopped() {
                tally.ask(1);
                sleep(Duration::from_millis(100)).await;
                tally.done()?;
            }
            Ok(())
        });
        let done = outcome.await.expect("all is done in the end").done;
        assert!((9..=11).contains(&done), "ten in a second, not the {done} since the beginning");
    }

    async fn measure(
        work: impl AsyncFnOnce(Rc<Tally>) -> Result<()> + 'static,
    ) -> Result<Measured> {
        let mut crew = Crew::default();
        let tally = crew.tally();
        let measuring = async {
            crew.hire(async move { work(tally).await });
            crew.warm_up().await?;
            crew.measure(Process::this(), LENGTH).await
        };
        LocalSet::new().run_until(measuring).await
    }
}

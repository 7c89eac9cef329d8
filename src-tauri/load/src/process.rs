//! What a process has used, as Linux counts it.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};

/// A process on this machine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Process(u32);

impl Process {
    /// The process with that id.
    pub(crate) fn new(pid: u32) -> Process {
        Process(pid)
    }

    /// This process.
    pub(crate) fn this() -> Process {
        Process(std::process::id())
    }

    /// The processor time of all its threads.
    pub(crate) fn time(self) -> Result<Duration> {
        // On every Linux these are hundredths of a second.
        const TICK: Duration = Duration::from_millis(10);
        let stat = self.read("stat")?;
        // The name, in parentheses, may contain anything.
        let (_, fields) = stat.rsplit_once(')').context("stat names the program")?;
        let ticks = fields.split_whitespace().skip(11).take(2).map(str::parse::<u32>);
        Ok(TICK * ticks.sum::<Result<u32, _>>().context("stat counts ticks")?)
    }

    /// Bytes of its memory, shared pages in proportion.
    pub(crate) fn memory(self) -> Result<u64> {
        let rollup = self.read("smaps_rollup")?;
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next());
        let kilobytes: u64 = kilobytes.context("smaps_rollup has a sum")?.parse()?;
        Ok(kilobytes * 1024)
    }

    fn read(self, file: &str) -> Result<String> {
        let path = format!("/proc/{}/{file}", self.0);
        fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))
    }
}

//! The steps of a task: each has a name, takes its time, and is counted.

use std::fmt::Display;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::program::Program;

/// The steps taken so far.
#[derive(Default)]
pub(crate) struct Steps {
    taken: Mutex<Vec<Step>>,
}

struct Step {
    name: String,
    took: Duration,
    outcome: Result<()>,
}

impl Steps {
    /// Takes a step, if there is anything to do. Says whether one can build on it.
    pub(crate) fn take(&self, name: impl Display, program: impl Into<Option<Program>>) -> bool {
        program.into().is_none_or(|program| self.look(name, || program.run()))
    }

    /// Takes a step that is no program. Says whether one can build on it.
    pub(crate) fn look(&self, name: impl Display, look: impl FnOnce() -> Result<()>) -> bool {
        println!("── {name} …");
        let begun = now();
        let outcome = look();
        let took = now() - begun;
        let passed = outcome.is_ok();
        let verdict = if passed { "passed" } else { "FAILED" };
        println!("── {name} {verdict} after {} s", took.as_secs());
        let step = Step { name: name.to_string(), took, outcome };
        self.taken.lock().expect("no step panics while it is noted").push(step);
        passed
    }

    /// Sums up, and says how the task ends.
    pub(crate) fn finish(self) -> ExitCode {
        let steps = self.taken.into_inner().expect("no step panics while it is noted");
        println!();
        for Step { name, took, outcome } in &steps {
            let seconds = took.as_secs();
            match outcome {
                Ok(()) => println!("passed  {seconds:>5} s  {name}"),
                Err(error) => println!("FAILED  {seconds:>5} s  {name}: {error:#}"),
            }
        }
        let failed = steps.iter().filter(|step| step.outcome.is_err()).count();
        println!("{} passed, {failed} failed", steps.len() - failed);
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

#[expect(clippy::disallowed_methods, reason = "here time is only shown to whoever waits")]
fn now() -> Instant {
    Instant::now()
}

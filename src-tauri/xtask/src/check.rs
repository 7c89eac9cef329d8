//! Looking for mistakes without running anything.

use std::process::ExitCode;
use std::thread;

use anyhow::Result;

use crate::licences;
use crate::machine::{self, WINDOW};
use crate::npm::{npm, packages};
use crate::program::Program;
use crate::steps::Steps;

/// Looks at the Rust and, beside it, at the TypeScript.
pub(crate) fn check() -> Result<ExitCode> {
    machine::provide(&[WINDOW])?;
    let steps = Steps::default();
    thread::scope(|scope| {
        scope.spawn(|| {
            scripts(&steps, "ui", &["fmt:check", "check", "lint", "knip"]);
            scripts(&steps, "tests", &["check"]);
        });
        steps.take("rustfmt", Program::new("cargo fmt --all --check"));
        let clippy = "cargo clippy --workspace --all-targets -- -D warnings";
        steps.take("clippy", Program::new(clippy));
    });
    steps.look("licences", licences::check);
    Ok(steps.finish())
}

/// Formats the sources.
pub(crate) fn fmt() -> Result<()> {
    Program::new("cargo fmt --all").run()?;
    for folder in ["ui", "tests"] {
        if let Some(install) = packages(folder) {
            install.run()?;
        }
        npm(folder, "run fmt --if-present").run()?;
    }
    Ok(())
}

fn scripts(steps: &Steps, folder: &str, scripts: &[&str]) {
    let install = packages(folder).map(Program::afterwards);
    if steps.take(format!("{folder}: npm ci"), install) {
        for script in scripts {
            let program = npm(folder, &format!("run --silent {script}"));
            steps.take(format!("{folder}: {script}"), program.afterwards());
        }
    }
}

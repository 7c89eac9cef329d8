//! Looking through the dependencies.

use std::process::ExitCode;

use anyhow::Result;

use crate::places;
use crate::program::Program;
use crate::steps::Steps;

/// Asks cargo-deny about everything in `deny.toml`.
pub(crate) fn audit() -> Result<ExitCode> {
    let install = "cargo install cargo-deny --version 0.20.2 --locked --quiet --root";
    Program::new(install).arguments([places::tools()]).run()?;

    let steps = Steps::default();
    steps.take("bans, licences, sources", deny("check bans licenses sources"));
    if deny("fetch db").succeeds() {
        steps.take("advisories", deny("check --disable-fetch advisories"));
    } else {
        println!("The advisory database cannot be reached from here: advisories were not checked.");
    }
    Ok(steps.finish())
}

fn deny(line: &str) -> Program {
    Program::at(places::tools().join("bin/cargo-deny")).arguments(line.split(' '))
}

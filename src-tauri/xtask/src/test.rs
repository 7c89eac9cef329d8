//! Every test there is.
//!
//! ```text
//!   cargo build ──► cargo test ─────────┐
//!                                       ├──► playwright
//!   npm ──► ui, vitest ──► tauri-driver ┘
//! ```

use std::fs;
use std::process::ExitCode;
use std::thread;

use anyhow::Result;

use crate::build;
use crate::machine::{self, NETWORKS, TESTS, WINDOW};
use crate::npm::{npm, packages};
use crate::places;
use crate::program::Program;
use crate::steps::Steps;

/// Tests the parts, the two sides beside each other, and then the whole.
pub(crate) fn test() -> Result<ExitCode> {
    machine::provide(&[WINDOW, TESTS])?;
    // A server of the dev profile reads the UI from this folder while it runs,
    // and so may be built beside it, but looks for the folder when it is built.
    fs::create_dir_all(places::root().join("ui/dist"))?;
    let steps = Steps::default();
    let (rust, web) = thread::scope(|scope| {
        let web = scope.spawn(|| web(&steps));
        (rust(&steps), web.join().expect("the other side does not panic"))
    });
    if rust && web {
        steps.take("playwright", whole());
    }
    Ok(steps.finish())
}

/// Tests what needs networks of its own.
pub(crate) fn network() -> Result<ExitCode> {
    if !machine::may_make_networks() {
        println!("Skipped: this user may not make network namespaces. Try it as root.");
        return Ok(ExitCode::SUCCESS);
    }
    machine::provide(&[WINDOW, TESTS, NETWORKS])?;
    fs::create_dir_all(places::root().join("ui/dist"))?;
    let steps = Steps::default();
    let binaries =
        "cargo build --package hearth-server --package hearth --bin hearthd --bin hearth";
    let build = Program::new(binaries);
    if steps.take("cargo build", build) && steps.take("tests: npm ci", packages("tests")) {
        steps.take("playwright", playwright("debug", " --config network.config.ts"));
    }
    Ok(steps.finish())
}

/// Says whether there are binaries to test as a whole.
fn rust(steps: &Steps) -> bool {
    // All targets at once: binaries built apart from the tests would have
    // other features in their dependencies, and those be built twice.
    let build = Program::new("cargo build --workspace --all-targets");
    let built = steps.take("cargo build", build);
    if built {
        steps.take("cargo test", Program::new("cargo test --workspace"));
    }
    built
}

/// Says whether there is a UI to test as a whole, and the means to do so.
fn web(steps: &Steps) -> bool {
    let aside = |name, program: Program| steps.take(name, program.afterwards());
    let installed = ["ui", "tests"].map(|folder| {
        let install = packages(folder).map(Program::afterwards);
        steps.take(format!("{folder}: npm ci"), install)
    });
    let [ui, tests] = installed;
    if ui {
        aside("ui: vitest", npm("ui", "test"));
    }
    ui && tests && aside("ui: build", npm("ui", "run build")) && aside("tauri-driver", driver())
}

/// Drives the app's window. Kept in this repository, out of the user's way.
pub(crate) fn driver() -> Program {
    Program::new("cargo install tauri-driver --version 2.1.0 --locked --quiet --root")
        .arguments([places::tools()])
}

/// Measures the release.
pub(crate) fn bench() -> Result<()> {
    with_release("bench")
}

/// Takes the pictures that the documents show.
pub(crate) fn pictures() -> Result<()> {
    with_release("pictures")
}

fn with_release(config: &str) -> Result<()> {
    machine::provide(&[WINDOW, TESTS])?;
    build::build()?;
    if let Some(install) = packages("tests") {
        install.run()?;
    }
    driver().run()?;
    playwright("release", &format!(" --config {config}.config.ts")).run()
}

fn whole() -> Program {
    playwright("debug", "")
}

fn playwright(profile: &str, arguments: &str) -> Program {
    npm("tests", &format!("exec -- playwright test{arguments}"))
        .variable("HEARTHD", places::binary(profile, "hearthd"))
        .variable("HEARTH_APP", places::binary(profile, "hearth"))
        .variable("TAURI_DRIVER", places::tools().join("bin/tauri-driver"))
}

//! Building, and running what was built.

use std::ffi::OsString;

use anyhow::Result;

use crate::machine::{self, Need, WINDOW};
use crate::npm::{npm, packages};
use crate::places;
use crate::program::Program;

/// Builds Hearth and opens it, or starts it where no window can be shown.
pub(crate) fn run(arguments: Vec<OsString>) -> Result<()> {
    let (package, binary, needs): (_, _, &[&[Need]]) = if machine::has_display() {
        ("hearth", "hearth", &[WINDOW])
    } else {
        ("hearth-server", "hearthd", &[])
    };
    machine::provide(needs)?;
    ui()?;
    Program::new("cargo build --release --package").arguments([package]).run()?;
    Program::at(places::binary("release", binary)).arguments(arguments).become_it()
}

/// Builds all that is released.
pub(crate) fn build() -> Result<()> {
    machine::provide(&[WINDOW])?;
    ui()?;
    Program::new("cargo build --release --package hearth-server --package hearth").run()?;
    for binary in ["hearth", "hearthd"] {
        println!("{}", places::binary("release", binary).display());
    }
    Ok(())
}

/// Writes the TypeScript twins of the protocol's types.
pub(crate) fn types() -> Result<()> {
    Program::new("cargo run --quiet --package hearth-wire --example export_types ui/src/protocol")
        .run()
}

/// Builds the UI, which a released server carries inside.
pub(crate) fn ui() -> Result<()> {
    if let Some(install) = packages("ui") {
        install.run()?;
    }
    npm("ui", "run build").run()
}

//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    let this = Path::new(env!("CARGO_MANIFEST_DIR"));
    this.ancestors().nth(2).expect("xtask lives two folders below the root")
}

/// A binary that cargo built: `profile` is `debug` or `release`.
pub(crate) fn binary(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(name).with_extension(env::consts::EXE_EXTENSION)
}

/// Where programs are kept that only this repository's tasks use.
pub(crate) fn tools() -> PathBuf {
    target().join("tools")
}

/// A folder for what a task keeps only while it runs.
pub(crate) fn scratch(name: &str) -> PathBuf {
    target().join("scratch").join(name)
}

/// Where cargo builds. Wherever it was told to: this program came out of it.
fn target() -> PathBuf {
    let this = env::current_exe().expect("a running program has a path");
    this.ancestors().nth(2).expect("cargo put this program into target/PROFILE").to_owned()
}

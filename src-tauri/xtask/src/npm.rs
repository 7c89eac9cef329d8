//! The folders in which npm works: `ui`, `tests`, and what those keep apart.

use std::fs;
use std::time::SystemTime;

use crate::places;
use crate::program::Program;

// On Windows npm is a script, which only its whole name finds.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// `npm` with a command line.
pub(crate) fn npm(folder: &str, line: &str) -> Program {
    Program::at(NPM).arguments(line.split(' ')).within(folder)
}

/// Installs exactly what the lock file names. `None` when it is there already.
pub(crate) fn packages(folder: &str) -> Option<Program> {
    let changed = |file| changed(&format!("{folder}/{file}"));
    let wanted = changed("package-lock.json");
    let installed = changed("node_modules/.package-lock.json");
    (installed.is_none() || installed < wanted)
        .then(|| npm(folder, "ci --no-audit --no-fund --loglevel=error"))
}

fn changed(file: &str) -> Option<SystemTime> {
    fs::metadata(places::root().join(file)).and_then(|file| file.modified()).ok()
}

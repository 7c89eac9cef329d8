//! What Debian's own tools know about a program and a package.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::places;
use crate::program::Program;

/// Whether this system is Debian or one made from it.
pub(super) fn is_here() -> bool {
    Path::new("/etc/debian_version").exists()
}

/// This machine's architecture, as Debian calls it.
pub(super) fn architecture() -> Result<String> {
    Program::new("dpkg --print-architecture").read()
}

/// The packages of the libraries that a program was linked with, with the
/// versions that have all it uses of them.
pub(super) fn libraries(program: &Path) -> Result<impl Iterator<Item = String>> {
    // The tool wants to be where a source package is.
    let source = places::scratch("shlibdeps");
    fs::create_dir_all(source.join("debian"))?;
    fs::write(
        source.join("debian/control"),
        "Source: hearth\n\nPackage: hearth\nArchitecture: any\n",
    )?;
    let printed = Program::new("dpkg-shlibdeps -O")
        .arguments([program])
        .within(source.to_str().context("the target folder's name is no text")?)
        .read()?;
    let names = printed.strip_prefix("shlibs:Depends=").context("dpkg-shlibdeps says nothing")?;
    Ok(names.split(", ").map(str::to_owned).collect::<Vec<_>>().into_iter())
}

//! The .deb of `hearthd`: a program, its unit, its settings and its manual.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::debian;
use crate::places;
use crate::program::Program;

/// Where each file goes, and who may run it.
const FILES: &[(&str, &str, u32)] = &[
    ("packaging/hearthd/hearthd.service", "usr/lib/systemd/system/hearthd.service", 0o644),
    ("packaging/hearthd/hearthd.default", "etc/default/hearthd", 0o644),
    ("packaging/hearthd/conffiles", "DEBIAN/conffiles", 0o644),
    ("packaging/hearthd/postinst", "DEBIAN/postinst", 0o755),
    ("packaging/hearthd/prerm", "DEBIAN/prerm", 0o755),
    ("packaging/hearthd/postrm", "DEBIAN/postrm", 0o755),
    ("packaging/linux/copyright", "usr/share/doc/hearthd/copyright", 0o644),
];

/// Packs it into a folder.
pub(super) fn pack(into: &Path) -> Result<PathBuf> {
    let tree = places::scratch("hearthd-deb");
    let _ = fs::remove_dir_all(&tree);
    let program = places::binary("release", "hearthd");
    place(&program, &tree.join("usr/bin/hearthd"), 0o755)?;
    for (from, to, mode) in FILES {
        place(&places::root().join(from), &tree.join(to), *mode)?;
    }
    manual(&tree.join("usr/share/man/man8"))?;

    let (version, architecture) = (env!("CARGO_PKG_VERSION"), debian::architecture()?);
    let control = fs::read_to_string(places::root().join("packaging/hearthd/control"))?;
    let libraries: Vec<_> = debian::libraries(&program)?.collect();
    let control = control
        .replace("@VERSION@", version)
        .replace("@ARCHITECTURE@", &architecture)
        .replace("@LIBRARIES@", &libraries.join(", "))
        .replace("@KILOBYTES@", &kilobytes(&tree)?.to_string());
    fs::write(tree.join("DEBIAN/control"), control)?;

    fs::create_dir_all(into)?;
    let package = into.join(format!("hearthd_{version}_{architecture}.deb"));
    Program::new("dpkg-deb --root-owner-group -Zxz --build").arguments([&tree, &package]).run()?;
    Ok(package)
}

fn place(from: &Path, to: &Path, mode: u32) -> Result<()> {
    let folder = to.parent().expect("a file is in a folder");
    fs::create_dir_all(folder)?;
    fs::copy(from, to).with_context(|| format!("{} is missing", from.display()))?;
    allow(to, mode).with_context(|| format!("{} is another's", to.display()))
}

#[cfg(unix)]
fn allow(file: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(mode))
}

/// There is no Debian where this is called.
#[cfg(not(unix))]
fn allow(_: &Path, _: u32) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}

/// Debian wants manuals compressed, and the same from the same source.
fn manual(folder: &Path) -> Result<()> {
    place(&places::root().join("packaging/hearthd/hearthd.8"), &folder.join("hearthd.8"), 0o644)?;
    Program::new("gzip -9n").arguments([folder.join("hearthd.8")]).run()
}

fn kilobytes(tree: &Path) -> Result<u64> {
    let printed =
        Program::new("du -sk --apparent-size --exclude=DEBIAN").arguments([tree]).read()?;
    let number = printed.split_whitespace().next().context("du says nothing")?;
    Ok(number.parse()?)
}

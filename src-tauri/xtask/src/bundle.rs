//! Packages that people install: of the app for this system, and of `hearthd`.

mod daemon;
mod debian;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::build;
use crate::machine::{self, INSTALLS, WINDOW};
use crate::npm::{npm, packages};
use crate::places;

/// What this system can make of the app.
const BUNDLES: &str = if cfg!(windows) {
    "msi,nsis"
} else if cfg!(target_os = "macos") {
    "app,dmg"
} else {
    "deb,rpm"
};

/// Builds what is released, packs it, and says what came of it.
pub(crate) fn bundle(arguments: &[std::ffi::OsString]) -> Result<()> {
    let appimage = match arguments {
        [] => false,
        [only] if only == "--appimage" && cfg!(target_os = "linux") => true,
        _ => anyhow::bail!("`cargo xtask bundle` knows only --appimage, on Linux."),
    };
    build::build()?;
    for package in pack(if appimage { "deb,rpm,appimage" } else { BUNDLES })? {
        let size = fs::metadata(&package)?.len();
        println!("{:>6.1} MB  {}", size as f64 / 1e6, package.display());
    }
    Ok(())
}

/// Where the packages are, in a folder for each kind.
pub(crate) fn folder() -> PathBuf {
    places::binary("release", "bundle").with_extension("")
}

/// Packs what was built.
fn pack(bundles: &str) -> Result<Vec<PathBuf>> {
    machine::provide(&[WINDOW, INSTALLS])?;
    if let Some(install) = packages("packaging") {
        install.run()?;
    }
    let folder = folder();
    let _ = fs::remove_dir_all(&folder);
    let mut tauri = npm("packaging", "run --silent tauri -- bundle --ci --bundles")
        .arguments([bundles])
        .variable("TAURI_APP_PATH", places::root())
        .variable("TAURI_FRONTEND_PATH", places::root().join("ui"));
    if debian::is_here() {
        tauri = tauri.arguments(["--config", &dependencies()?.to_string()]);
    }
    tauri.run()?;
    if debian::is_here() {
        daemon::pack(&folder.join("deb"))?;
    }
    made(&folder)
}

/// What the app's .deb depends on: what it was linked with, as the system that
/// built it names it, beside what `tauri.conf.json` says that it calls.
fn dependencies() -> Result<Value> {
    let conf = fs::read_to_string(places::root().join("tauri.conf.json"))?;
    let conf: Value = serde_json::from_str(&conf).context("tauri.conf.json is no JSON")?;
    let named = &conf["bundle"]["linux"]["deb"]["depends"];
    let mut depends = named.as_array().context("tauri.conf.json names no dependencies")?.clone();
    depends.extend(debian::libraries(&places::binary("release", "hearth"))?.map(Value::String));
    Ok(json!({ "bundle": { "linux": { "deb": { "depends": depends } } } }))
}

/// The packages in a folder's folders.
fn made(folder: &Path) -> Result<Vec<PathBuf>> {
    let kinds = ["deb", "rpm", "AppImage", "msi", "exe", "dmg"];
    let mut made = Vec::new();
    for kind in fs::read_dir(folder)? {
        for file in fs::read_dir(kind?.path())? {
            let file = file?.path();
            if file.is_file()
                && file.extension().is_some_and(|it| kinds.iter().any(|kind| it == *kind))
            {
                made.push(file);
            }
        }
    }
    ensure!(!made.is_empty(), "No package was made for {}", env::consts::OS);
    made.sort();
    Ok(made)
}

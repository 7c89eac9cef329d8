//! Trying what people install: the packages as they are, and in a bare Debian.
//!
//! ```text
//!   cargo xtask bundle ──► debootstrap ──► apt install ──► playwright
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::bundle;
use crate::machine::{self, BARE_ROOT, INSTALLS, TESTS, WINDOW};
use crate::npm::{npm, packages};
use crate::places;
use crate::program::Program;
use crate::steps::Steps;

const MIRROR: &str = "http://deb.debian.org/debian";
const SECURITY: &str = "http://deb.debian.org/debian-security";

/// What a desktop has that a bare root has not, and no package of ours asks for.
const DESKTOP: [&str; 2] = ["dbus", "fonts-dejavu-core"];

/// Packs what is released, looks through the packages, installs and uses them.
pub(crate) fn test() -> Result<ExitCode> {
    if !cfg!(target_os = "linux") {
        println!("Skipped: what is tried here are packages for Linux.");
        return Ok(ExitCode::SUCCESS);
    }
    machine::provide(&[WINDOW, INSTALLS, BARE_ROOT, TESTS])?;
    let steps = Steps::default();
    let ready = steps.look("cargo xtask bundle", || bundle::bundle(&[]))
        && steps.take("tests: npm ci", packages("tests"))
        && steps.take("tauri-driver", crate::test::driver());
    if ready {
        let look = playwright("packages");
        steps.take("the packages as they are", look);
        if !machine::may_make_roots() {
            println!("Skipped: this user may not make another Debian. Try it as root.");
        } else if root(&steps) {
            steps.take("the packages in use", playwright("root"));
        }
    }
    Ok(steps.finish())
}

/// Makes the bare root. Says whether there is one to test in.
fn root(steps: &Steps) -> bool {
    let root = places::scratch("bare-root");
    steps.look("a fresh folder", || match fs::remove_dir_all(&root) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(fs::create_dir_all(kept_packages())?),
    }) && steps.look("debootstrap", || bare(&root))
        && steps.look("apt install", || install(&root))
}

/// The same Debian as here: what is built here wants its libraries or newer.
fn bare(root: &Path) -> Result<()> {
    let suite = suite()?;
    Program::new("debootstrap --variant=minbase")
        .arguments([format!("--cache-dir={}", kept_packages().display())])
        .arguments([suite.as_ref(), root.as_os_str(), MIRROR.as_ref()])
        .run()?;
    let sources = format!(
        "deb {MIRROR} {suite} main\ndeb {MIRROR} {suite}-updates main\n\
         deb {SECURITY} {suite}-security main\n"
    );
    fs::write(root.join("etc/apt/sources.list"), sources)?;
    inside(root, &["useradd", "--create-home", "ada"]).run()
}

fn install(root: &Path) -> Result<()> {
    let mut ours = Vec::new();
    for package in fs::read_dir(bundle::folder().join("deb"))? {
        let package = package?.path();
        if package.extension().is_some_and(|it| it == "deb") {
            let name = package.file_name().expect("a package has a name");
            fs::copy(&package, root.join(name))?;
            ours.push(format!("/{}", name.to_string_lossy()));
        }
    }
    inside(root, &["apt-get", "--quiet=2", "update"]).run()?;
    // Without what is only recommended: the dependencies alone have to do.
    let words = ["apt-get", "--quiet=2", "--yes", "--no-install-recommends", "install"];
    inside(root, &words).arguments(DESKTOP).arguments(ours).run()
}

/// A program in the bare root, with nothing of this system but its network.
fn inside(root: &Path, words: &[&str]) -> Program {
    Program::at(places::root().join("tests/install/inside.sh"))
        .variable("KEPT_PACKAGES", kept_packages())
        .variable("DEBIAN_FRONTEND", "noninteractive")
        .arguments([root])
        .arguments(words)
}

fn suite() -> Result<String> {
    let about = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let word = |key| about.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
    match (word("ID"), word("VERSION_CODENAME")) {
        (Some("debian"), codename) => Ok(codename.context("Debian has no code name")?.to_owned()),
        _ => Ok("stable".to_owned()),
    }
}

/// Where downloaded packages are kept for the next time.
fn kept_packages() -> PathBuf {
    places::tools().join("debs")
}

fn playwright(project: &str) -> Program {
    npm("tests", "exec -- playwright test --config install.config.ts --project")
        .arguments([project])
        .variable("PACKAGES", bundle::folder())
        .variable("BARE_ROOT", places::scratch("bare-root"))
        .variable("KEPT_PACKAGES", kept_packages())
        .variable("TAURI_DRIVER", places::tools().join("bin/tauri-driver"))
}

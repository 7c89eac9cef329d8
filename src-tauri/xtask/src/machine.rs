//! What has to be on the machine, and how it gets there.
//!
//! A C compiler is not among it: without one there would be no xtask to ask.

use std::env;

use anyhow::{Context, Result, bail, ensure};

use crate::program::Program;

/// Something to install: Debian's name for it, and how to see that it is there.
pub(crate) struct Need {
    package: &'static str,
    sign: Sign,
}

enum Sign {
    Program(&'static str),
    Library(&'static str),
}

/// What the app's window needs to be built and opened.
pub(crate) const WINDOW: &[Need] = if cfg!(target_os = "linux") {
    &[
        program("pkg-config", "pkg-config"),
        library("libwebkit2gtk-4.1-dev", "webkit2gtk-4.1"),
        // Looked for when Hearth runs; without it there is no icon in the tray.
        library("libayatana-appindicator3-dev", "ayatana-appindicator3-0.1"),
    ]
} else {
    &[]
};

/// What the tests of the whole system need: a browser, a screen that nobody
/// sees, a way to drive the app's window on it, networks to unplug.
pub(crate) const TESTS: &[Need] = &[
    program("chromium", "chromium"),
    program("xvfb", "Xvfb"),
    program("dbus", "dbus-daemon"),
    program("webkit2gtk-driver", "WebKitWebDriver"),
    // Someone who moves windows, presses keys and opens links.
    program("openbox", "openbox"),
    program("xdotool", "xdotool"),
    program("x11-utils", "xprop"),
    program("xdg-utils", "xdg-open"),
    program("iproute2", "ip"),
];

/// What the tests of networks need: computers and switches to make up, a
/// firewall to arrange, an ear on the cable.
pub(crate) const NETWORKS: &[Need] =
    &[program("iproute2", "ip"), program("nftables", "nft"), program("tcpdump", "tcpdump")];

/// What makes packages here, and what looks at them.
pub(crate) const INSTALLS: &[Need] = if cfg!(target_os = "linux") {
    &[
        program("dpkg-dev", "dpkg-shlibdeps"),
        program("rpm", "rpm"),
        program("desktop-file-utils", "desktop-file-validate"),
        program("appstream", "appstreamcli"),
        program("systemd", "systemd-analyze"),
    ]
} else {
    &[]
};

/// What the installation test needs beside: another Debian, and a screen.
pub(crate) const BARE_ROOT: &[Need] = &[
    program("debootstrap", "debootstrap"),
    program("util-linux", "unshare"),
    program("systemd-container", "systemd-nspawn"),
    program("x11-utils", "xev"),
];

/// Installs what is missing, where we know how; elsewhere says what is.
pub(crate) fn provide(needs: &[&[Need]]) -> Result<()> {
    node()?;
    let missing: Vec<_> =
        needs.iter().copied().flatten().filter(|it| !it.is_there()).map(|it| it.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    ensure!(
        has("apt-get"),
        "Please install these, or what your system calls them, and try again: {names}"
    );
    println!("Installing {names}");
    apt("update", &[])?;
    apt("install", &missing)
}

/// Whether this user may make networks.
pub(crate) fn may_make_networks() -> bool {
    let name = format!("hearth-xtask-{}", std::process::id());
    let change = |what| Program::new("ip netns").arguments([what, name.as_str()]).succeeds();
    change("add") && change("delete")
}

/// Whether this user may make another system's root, and be in it.
pub(crate) fn may_make_roots() -> bool {
    cfg!(target_os = "linux")
        && Program::new("unshare --mount --pid --fork chroot / true").succeeds()
}

/// Whether a window could be shown.
pub(crate) fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

impl Need {
    fn is_there(&self) -> bool {
        match self.sign {
            Sign::Program(name) => has(name),
            Sign::Library(name) => Program::new("pkg-config --exists").arguments([name]).succeeds(),
        }
    }
}

const fn program(package: &'static str, name: &'static str) -> Need {
    Need { package, sign: Sign::Program(name) }
}

const fn library(package: &'static str, name: &'static str) -> Need {
    Need { package, sign: Sign::Library(name) }
}

fn has(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn apt(command: &str, packages: &[&str]) -> Result<()> {
    let root = Program::new("id -u").read()? == "0";
    let line = format!("env DEBIAN_FRONTEND=noninteractive apt-get --yes --quiet=2 {command}");
    let line = if root { line } else { format!("sudo {line}") };
    Program::new(&line)
        .arguments(packages)
        .run()
        .with_context(|| format!("Please install these yourself: {}", packages.join(" ")))
}

fn node() -> Result<()> {
    const OLDEST: (u32, u32) = (20, 19);
    let advice = "Please install Node.js 20.19 or newer, with npm: https://nodejs.org";
    let printed = Program::new("node --version").read().context(advice)?;
    match version(&printed) {
        Some(found) if found >= OLDEST => Ok(()),
        _ => bail!("Node.js {printed} is too old. {advice}"),
    }
}

/// Reads `v20.19.4` as far as it matters.
fn version(printed: &str) -> Option<(u32, u32)> {
    let mut numbers = printed.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

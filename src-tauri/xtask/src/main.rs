//! What a person does with this repository: `cargo xtask run | test | check | …`.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::signalling::{QUICK, THOROUGH};

mod audit;
mod build;
mod bundle;
mod check;
mod icons;
mod install;
mod licences;
mod signalling;
mod test;

mod machine;
mod npm;
mod places;
mod program;
mod steps;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  run [ARGUMENT …]  build Hearth and open it; without a display, start hearthd,
                    the same server without a window; the arguments go to it
  build             build what is released: hearthd and the app
  bundle [--appimage]
                    build it and make packages of it that people install: on
                    Debian and Ubuntu .deb and .rpm, on Windows .msi, on macOS .dmg
  install-test      bundle, check the packages, and install and use them in a bare
                    Debian made for it; as root, others are told so
  test              run every test there is
  network-test      test discovery, trust and the doctor in networks made for it;
                    only an administrator may make some, others are told so
  check             look for mistakes without running anything
  fmt               format the sources
  types             write the TypeScript twins of the protocol into ui/src/protocol
  icons             draw the icons in all sizes, from the drawings in src-tauri/icons
  licences          list what Hearth carries of others, with its licences
  bench             measure the release: how fast it starts and calls, what it weighs
  bench signalling [--quick]
                    measure how it relays, beside two Socket.IO servers in Node.js
  pictures          take the pictures of the screens anew, into docs
  audit             look through the dependencies: licences, sources, advisories

A fresh machine needs rustup, with the C compiler that it asks for, and Node.js.
What else a command needs it installs on Debian and Ubuntu; elsewhere it says
what is missing.";

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let command = arguments.next().unwrap_or_default();
    match dispatch(&command.to_string_lossy(), arguments.collect()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &str, arguments: Vec<OsString>) -> Result<ExitCode> {
    if !matches!(command, "run" | "bundle" | "bench") && !arguments.is_empty() {
        bail!("Only `cargo xtask run`, `bundle` and `bench` take arguments.\n\n{HELP}");
    }
    match command {
        "run" => build::run(arguments),
        "build" => build::build(),
        "bundle" => bundle::bundle(&arguments),
        "install-test" => return install::test(),
        "test" => return test::test(),
        "network-test" => return test::network(),
        "check" => return check::check(),
        "fmt" => check::fmt(),
        "types" => build::types(),
        "icons" => icons::icons(),
        "licences" => licences::write(),
        "bench" => bench(&arguments),
        "pictures" => test::pictures(),
        "audit" => return audit::audit(),
        "" | "help" | "-h" | "--help" => {
            println!("{HELP}");
            Ok(())
        }
        unknown => bail!("There is no command `{unknown}`.\n\n{HELP}"),
    }?;
    Ok(ExitCode::SUCCESS)
}

fn bench(arguments: &[OsString]) -> Result<()> {
    match arguments {
        [] => test::bench(),
        [what] if what == "signalling" => signalling::bench(THOROUGH),
        [what, how] if what == "signalling" && how == "--quick" => signalling::bench(QUICK),
        _ => bail!("There is no such bench.\n\n{HELP}"),
    }
}

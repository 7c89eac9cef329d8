//! Other programs, started from the root of the repository.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, ensure};

use crate::places;

/// A program about to be started.
pub(crate) struct Program {
    name: String,
    command: Command,
    shown: Shown,
}

/// When what a program prints is shown.
enum Shown {
    AsItComes,
    Afterwards,
}

impl Program {
    /// A command line, split at its spaces.
    pub(crate) fn new(line: &str) -> Program {
        let mut words = line.split(' ');
        let program = words.next().unwrap_or_default();
        Program::at(program).arguments(words)
    }

    /// The program at a path.
    pub(crate) fn at(path: impl AsRef<Path>) -> Program {
        let path = path.as_ref();
        let mut command = Command::new(path);
        command.current_dir(places::root()).stdin(Stdio::null());
        // `cargo run` describes this package in variables that some build
        // scripts watch: handed on, they make cargo build those crates again.
        for (name, _) in env::vars_os() {
            let described = name.to_string_lossy();
            if described.starts_with("CARGO_PKG_") || described.starts_with("CARGO_MANIFEST_") {
                command.env_remove(&name);
            }
        }
        Program { name: path.display().to_string(), command, shown: Shown::AsItComes }
    }

    /// Adds arguments.
    pub(crate) fn arguments(
        mut self,
        arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
    ) -> Program {
        self.command.args(arguments);
        self
    }

    /// Sets a variable of its environment.
    pub(crate) fn variable(mut self, name: &str, value: impl AsRef<OsStr>) -> Program {
        self.command.env(name, value);
        self
    }

    /// Starts it in a folder of the repository.
    pub(crate) fn within(mut self, folder: &str) -> Program {
        self.command.current_dir(places::root().join(folder));
        self
    }

    /// Shows what it prints only when it has ended, for programs that run
    /// beside others.
    pub(crate) fn afterwards(mut self) -> Program {
        self.shown = Shown::Afterwards;
        self
    }

    /// Runs it, and minds how it ends.
    pub(crate) fn run(mut self) -> Result<()> {
        let status = self.status().with_context(|| format!("{} did not start", self.name))?;
        ensure!(status.success(), "{} failed: {status}", self.name);
        Ok(())
    }

    /// Runs it without a sound and says whether it went well.
    pub(crate) fn succeeds(mut self) -> bool {
        self.command.output().is_ok_and(|output| output.status.success())
    }

    /// What it prints.
    pub(crate) fn read(mut self) -> Result<String> {
        let output =
            self.command.output().with_context(|| format!("{} did not start", self.name))?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Becomes that program, where the system knows how: its signals, its
    /// standard input and its folder are then those this one was given.
    pub(crate) fn become_it(mut self) -> Result<()> {
        self.command.current_dir(env::current_dir()?).stdin(Stdio::inherit());
        #[cfg(unix)]
        {
            let error = std::os::unix::process::CommandExt::exec(&mut self.command);
            Err(error).with_context(|| format!("{} did not start", self.name))
        }
        #[cfg(not(unix))]
        self.run()
    }

    fn status(&mut self) -> std::io::Result<ExitStatus> {
        match self.shown {
            Shown::AsItComes => self.command.status(),
            Shown::Afterwards => {
                let output = self.command.output()?;
                let text = [output.stdout, output.stderr].concat();
                println!("{}", String::from_utf8_lossy(&text).trim_end());
                Ok(output.status)
            }
        }
    }
}

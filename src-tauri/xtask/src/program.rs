//! Other programs, started from the root of the repository.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};

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

/// A program that runs until this is dropped.
pub(crate) struct Running {
    child: Child,
    output: BufReader<ChildStdout>,
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

    /// The program at a path, which may open as many files as the system lets
    /// it: each connection is one.
    pub(crate) fn with_many_files(path: impl AsRef<Path>) -> Program {
        let raise = r#"ulimit -n "$(ulimit -Hn)" && exec "$@""#;
        let name = path.as_ref().display().to_string();
        let sh = Program::at("sh").arguments(["-c", raise, "sh"]).arguments([path.as_ref()]);
        Program { name, ..sh }
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

    /// Runs it for what it prints.
    pub(crate) fn read(mut self) -> Result<String> {
        let output = self.command.stderr(Stdio::inherit()).output();
        let output = output.with_context(|| format!("{} did not start", self.name))?;
        ensure!(output.status.success(), "{} failed: {}", self.name, output.status);
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Starts it beside this one.
    pub(crate) fn start(mut self) -> Result<Running> {
        let child = self.command.stdout(Stdio::piped()).spawn();
        let mut child = child.with_context(|| format!("{} did not start", self.name))?;
        let output = child.stdout.take().expect("its output is piped");
        Ok(Running { child, output: BufReader::new(output) })
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

impl Running {
    /// The system's number for it.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the next line it prints.
    pub(crate) fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        let length = self.output.read_line(&mut line)?;
        ensure!(length > 0, "it ended without a word");
        Ok(line.trim_end().to_owned())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Either may fail only because it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

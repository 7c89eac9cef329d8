//! Measuring how Hearth relays, beside Socket.IO servers of the usual kind.
//!
//! ```text
//!   each scenario ──► each server, started anew ──► hearth-load ──► figures
//!   and all that again; the table shows the medians
//! ```

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use crate::build;
use crate::machine;
use crate::npm::{npm, packages};
use crate::places;
use crate::program::Program;

use servers::Server;
use table::Figures;

mod servers;
mod table;

// Where the servers in Node.js are.
const FOLDER: &str = "tests/bench/signalling";

/// How thoroughly to measure.
pub(crate) struct Care {
    runs: usize,
    seconds: usize,
}

/// For figures that are to be believed.
pub(crate) const THOROUGH: Care = Care { runs: 3, seconds: 6 };
/// To see that it works.
pub(crate) const QUICK: Care = Care { runs: 1, seconds: 1 };

/// A way of loading a server, known to `hearth-load` by its name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scenario {
    Relay,
    Delay,
    Fanout,
    Idle,
    Connects,
}

/// Measures, and prints a table.
pub(crate) fn bench(Care { runs, seconds }: Care) -> Result<()> {
    machine::provide(&[])?;
    let servers = prepare()?;
    let mut figures = Figures::default();
    for run in 1..=runs {
        use Scenario::{Connects, Delay, Fanout, Idle, Relay};
        for scenario in [Relay, Delay, Fanout, Idle, Connects] {
            for &server in &servers {
                let (what, name) = (scenario.name(), server.name());
                let measured = measure(scenario, server, seconds, &figures);
                match &measured {
                    Ok(measured) => println!("{run}/{runs} {what}, {name}: {measured:.1?}"),
                    Err(error) => println!("{run}/{runs} {what}, {name}: FAILED: {error:#}"),
                }
                figures.note(server, scenario, measured.unwrap_or_default());
            }
        }
    }
    println!("\n{figures}");
    Ok(())
}

/// Builds what is measured and what measures.
fn prepare() -> Result<Vec<Server>> {
    build::ui()?;
    Program::new("cargo build --release --package hearth-server --package hearth-load").run()?;
    if let Some(install) = packages(FOLDER) {
        install.run()?;
    }
    let mut servers = vec![Server::Hearth, Server::Ws];
    match npm(FOLDER, "run --silent eiows").afterwards().run() {
        Ok(()) => servers.push(Server::Eiows),
        Err(error) => println!("Without eiows, which cannot be built here: {error:#}"),
    }
    Ok(servers)
}

fn measure(
    scenario: Scenario,
    server: Server,
    seconds: usize,
    figures: &Figures,
) -> Result<BTreeMap<String, f64>> {
    let mut running = server.start(scenario.dialect())?;
    let url = running.line()?;
    let (_, port) = url.rsplit_once(':').context("its address names no port")?;

    let mut load = Program::with_many_files(places::binary("release", "hearth-load"))
        .arguments(["--server", &format!("127.0.0.1:{}", port.trim_end_matches('/'))])
        .arguments(["--namespace", &server.namespace(scenario.dialect())])
        .arguments(["--pid", &running.id().to_string()])
        .arguments(["--seconds", &seconds.to_string()])
        .arguments([scenario.name()]);
    if scenario == Scenario::Delay {
        // All carry what keeps the usual server half busy.
        let most = figures.median(Server::Ws, Scenario::Relay, "per_second");
        let rate = most.context("it is not known what Node.js can carry")? / 2.0;
        load = load.arguments(["--rate", &rate.to_string()]);
    }
    Ok(serde_json::from_str(&load.read()?)?)
}

impl Scenario {
    fn name(self) -> &'static str {
        match self {
            Scenario::Relay => "relay",
            Scenario::Delay => "delay",
            Scenario::Fanout => "fanout",
            Scenario::Idle => "idle",
            Scenario::Connects => "connects",
        }
    }

    fn dialect(self) -> &'static str {
        match self {
            Scenario::Fanout => "animo",
            _ => "hellotalk",
        }
    }
}

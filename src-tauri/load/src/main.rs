//! Loads a signalling server, and prints what that took.
//!
//! ```text
//!   relay, delay   people in pairs, who exchange SDP and ICE     HelloTalk
//!   fanout         rooms, where one speaks and all hear          Animo
//!   idle           people who are connected and do nothing       HelloTalk
//!   connects       people who come and go                        HelloTalk
//! ```

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use serde_json::Value;
use tokio::runtime;
use tokio::task::LocalSet;
use tokio::time::timeout;

use crate::process::Process;
use crate::target::Target;

mod connects;
mod fanout;
mod idle;
mod relay;

mod animo;
mod hellotalk;

mod client;
mod crew;
mod process;
mod target;

// Longer than ten thousand handshakes and the longest measuring take.
const LONGEST: Duration = Duration::from_mins(2);

/// Loads a signalling server, and prints what that took as one line of JSON.
///
/// Fails when anything is lost, comes twice, or is not what was sent.
#[derive(Debug, Parser)]
#[command(name = "hearth-load")]
struct Options {
    /// Where the server listens, without TLS
    #[arg(long, value_name = "ADDR:PORT")]
    server: SocketAddr,

    /// The server's process, whose time and memory are measured
    #[arg(long)]
    pid: u32,

    /// The namespace that speaks the scenario's dialect
    #[arg(long, default_value = "/")]
    namespace: String,

    /// How long to measure
    #[arg(long, default_value_t = 5)]
    seconds: u64,

    #[command(subcommand)]
    scenario: Scenario,
}

#[derive(Debug, Subcommand)]
enum Scenario {
    /// Pairs in a call exchange signals as fast as the server relays them
    Relay {
        /// How many calls
        #[arg(long, default_value_t = 1000)]
        pairs: usize,
        /// Signals that each says before waiting for one
        #[arg(long, default_value_t = 2)]
        window: usize,
    },
    /// Pairs in a call exchange signals at a given rate
    Delay {
        /// How many calls
        #[arg(long, default_value_t = 1000)]
        pairs: usize,
        /// Signals a second, of all together
        #[arg(long)]
        rate: f64,
    },
    /// Members of rooms speak in turn, and all hear them
    Fanout {
        /// How many rooms
        #[arg(long, default_value_t = 20)]
        rooms: usize,
        /// How many members each has
        #[arg(long, default_value_t = 50)]
        members: usize,
    },
    /// Connections that do nothing but answer pings
    Idle {
        /// How many; given again, that many in all are measured next
        #[arg(long, value_name = "COUNT", default_values_t = [2_000, 10_000])]
        connections: Vec<usize>,
    },
    /// Connections that are made and closed again
    Connects {
        /// How many at once
        #[arg(long, default_value_t = 64)]
        at_once: usize,
    },
}

fn main() -> ExitCode {
    match measure(Options::parse()) {
        Ok(measured) => {
            println!("{measured}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure(options: Options) -> Result<Value> {
    let Options { server, pid, namespace, seconds, scenario } = options;
    let target = Target::new(server, &namespace, Process::new(pid));
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let length = Duration::from_secs(seconds);
    let bounded = async {
        let measured = timeout(LONGEST, run(scenario, &target, length)).await;
        measured.context("the server does not answer as its dialect wants")?
    };
    LocalSet::new().block_on(&runtime, bounded)
}

async fn run(scenario: Scenario, target: &Target, length: Duration) -> Result<Value> {
    match scenario {
        Scenario::Relay { pairs, window } => relay::saturate(target, pairs, window, length).await,
        Scenario::Delay { pairs, rate } => relay::pace(target, pairs, rate, length).await,
        Scenario::Fanout { rooms, members } => fanout::run(target, rooms, members, length).await,
        Scenario::Idle { connections } => idle::run(target, &connections, length).await,
        Scenario::Connects { at_once } => connects::run(target, at_once, length).await,
    }
}

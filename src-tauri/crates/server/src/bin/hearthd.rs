//! `hearthd`: Hearth without a window, for a machine in a cupboard.

use std::io::{self, Write};
use std::net::{Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use hearth_server::{
    Config, Diagnosis, DialectName, Finding, Server, UnknownDialect, Verdict, Visibility,
};
use tracing_subscriber::EnvFilter;

/// Hosts Hearth's meetings on this machine, without a window.
///
/// On start it prints one line: the address that people open in a browser.
/// Everything it keeps is in the data directory. SIGTERM or Ctrl-C stops it in
/// good order. What it logs is chosen by RUST_LOG, for example RUST_LOG=debug.
#[derive(Debug, Parser)]
#[command(name = "hearthd", version, verbatim_doc_comment)]
struct Options {
    #[command(subcommand)]
    task: Option<Task>,

    /// Where to listen, for HTTPS and HTTP alike; port 0 picks a free one
    ///
    /// [::] is every address, those of IPv4 too.
    #[arg(long, env = "HEARTH_LISTEN", value_name = "ADDR:PORT", global = true,
          verbatim_doc_comment,
          default_value_t = SocketAddr::from((Ipv6Addr::UNSPECIFIED, 7466)))]
    listen: SocketAddr,

    /// A dialect at an address of its own, for clients whose URL has no path;
    /// may be given again
    #[arg(
        long = "dialect",
        env = "HEARTH_DIALECT",
        value_name = "NAME=ADDR:PORT",
        value_delimiter = ',',
        value_parser = dialect
    )]
    dialects: Vec<(DialectName, SocketAddr)>,

    /// Where to keep meetings, accounts and the certificate
    #[arg(long, env = "HEARTH_DATA", value_name = "DIR", default_value = "hearth-data")]
    data: PathBuf,

    /// The name people see; the machine's own if not given
    #[arg(long, env = "HEARTH_NAME", value_name = "NAME")]
    name: Option<String>,

    /// A STUN or TURN server for calls beyond this network; may be given again
    #[arg(
        long = "ice-server",
        env = "HEARTH_ICE_SERVER",
        value_name = "URL",
        value_delimiter = ','
    )]
    ice_servers: Vec<String>,

    /// A server that is asked for meetings that are not here; may be given again
    #[arg(long = "server", env = "HEARTH_SERVER", value_name = "ADDR:PORT", value_delimiter = ',')]
    servers: Vec<String>,

    /// Who on the network may see this server: everyone, code or nobody
    ///
    /// With `code`, names and open meetings are not announced, and only who has
    /// a meeting's code finds it. If not given, it is as it was set in Hearth.
    #[arg(
        long,
        env = "HEARTH_VISIBILITY",
        value_name = "WHO",
        global = true,
        verbatim_doc_comment
    )]
    visibility: Option<Visibility>,

    /// Another origin whose pages may talk to this server; may be given again
    #[arg(
        long = "allow-origin",
        env = "HEARTH_ALLOW_ORIGIN",
        value_name = "ORIGIN",
        value_delimiter = ',',
        value_parser = origin
    )]
    allowed_origins: Vec<String>,
}

/// What to do instead of hosting.
#[derive(Debug, Subcommand)]
enum Task {
    /// Looks for what keeps this computer and others on the network apart
    ///
    /// Ends with 0 if all is good, with 1 if something is doubtful and with 2 if
    /// something is bad.
    Doctor,
}

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).init();

    let Options {
        task,
        listen,
        dialects,
        data,
        name,
        servers,
        ice_servers,
        visibility,
        allowed_origins,
    } = Options::parse();
    if let Some(Task::Doctor) = task {
        let Diagnosis { findings } = hearth_server::examine_here(listen, visibility).await;
        return Ok(show(&findings)?);
    }
    let defaults = Config::default();
    let name = name.unwrap_or(defaults.name);
    let config = Config {
        listen,
        dialects,
        data,
        name,
        visibility,
        servers,
        ice_servers,
        allowed_origins,
        limits: defaults.limits,
    };
    // Whoever reads the address may stop the server at once.
    let stop = asked_to_stop()?;
    let server = Server::start(config).await?;
    writeln!(io::stdout(), "{}", server.url())?;
    stop.await;
    server.stop().await;
    Ok(ExitCode::SUCCESS)
}

/// Prints what the doctor found, a line for each topic and the advice below it.
fn show(findings: &[Finding]) -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    for Finding { topic, verdict, text, advice } in findings {
        let verdict = match verdict {
            Verdict::Good => "good",
            Verdict::Doubtful => "doubtful",
            Verdict::Bad => "bad",
        };
        writeln!(out, "{verdict:8}  {topic}: {text}")?;
        for line in advice {
            writeln!(out, "            {line}")?;
        }
    }
    Ok(match findings.iter().map(|finding| finding.verdict).max() {
        None | Some(Verdict::Good) => ExitCode::SUCCESS,
        Some(Verdict::Doubtful) => ExitCode::from(1),
        Some(Verdict::Bad) => ExitCode::from(2),
    })
}

/// Reads `NAME=ADDR:PORT`.
/// An origin as browsers spell it: RFC 6454.
fn origin(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_host = |host: &str| !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']);
    match host {
        Some(host) if is_host(host) => Ok(text.to_ascii_lowercase()),
        _ => Err("Write it as https://host or https://host:port, and nothing after.".to_owned()),
    }
}

fn dialect(text: &str) -> Result<(DialectName, SocketAddr), String> {
    let (name, address) = text.split_once('=').ok_or("write it as NAME=ADDR:PORT")?;
    let name = match name.parse() {
        Ok(DialectName::Native) | Err(UnknownDialect) => return Err(UnknownDialect.to_string()),
        Ok(name) => name,
    };
    let address = address.parse().map_err(|_| format!("{address} is no ADDR:PORT"))?;
    Ok((name, address))
}

/// Hears from now on when the server is to stop.
#[cfg(unix)]
fn asked_to_stop() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Hears from now on when the server is to stop.
#[cfg(windows)]
fn asked_to_stop() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}

//! The server inside this process.

use std::env;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use hearth_server::{Config, Server};
use tauri::async_runtime::block_on;
use tauri::{App, Manager};
use tracing::warn;

// Whoever closes a window does not watch it for longer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where everything is kept: in this user's own folder, unless the environment
/// names another.
pub(crate) fn data(app: &App) -> tauri::Result<PathBuf> {
    match env::var_os("HEARTH_DATA") {
        Some(given) => Ok(given.into()),
        None => app.path().app_data_dir(),
    }
}

/// Starts the server.
pub(crate) fn start(data: &Path) -> anyhow::Result<Server> {
    let defaults = Config::default();
    let listen = match env::var("HEARTH_LISTEN") {
        Ok(given) => {
            given.parse().with_context(|| format!("HEARTH_LISTEN is no ADDR:PORT: {given}"))?
        }
        Err(_) => usual_or_free(defaults.listen),
    };
    let name = env::var("HEARTH_NAME").unwrap_or(defaults.name);
    let visibility = env::var("HEARTH_VISIBILITY").ok().map(|given| given.parse()).transpose();
    let visibility = visibility.context("HEARTH_VISIBILITY names nobody who may see Hearth")?;
    let data = data.to_owned();
    block_on(Server::start(Config { listen, data, name, visibility, ..defaults }))
}

/// Stops it in good order.
pub(crate) fn stop(server: Server) {
    let stopped = block_on(async { tokio::time::timeout(PATIENCE, server.stop()).await });
    if stopped.is_err() {
        warn!("The server took too long to stop, and was left behind");
    }
}

/// The usual port, because a webview keeps what it stores by origin and would
/// else forget it; a free one if another program has it.
fn usual_or_free(usual: SocketAddr) -> SocketAddr {
    // The server makes do with IPv4 where there is no IPv6.
    let ipv4 = SocketAddr::from((Ipv4Addr::UNSPECIFIED, usual.port()));
    match TcpListener::bind(usual).or_else(|_| TcpListener::bind(ipv4)) {
        Ok(_) => usual,
        Err(error) => {
            warn!("{usual} is not to be had ({error}), so any free port has to do");
            SocketAddr::new(usual.ip(), 0)
        }
    }
}

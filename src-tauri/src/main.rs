//! Hearth's window: the server, started in this process, and a webview that
//! shows the pages it serves.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod hosting;
mod signals;
mod trouble;
mod window;

use std::process::ExitCode;

use anyhow::ensure;
use tauri::{Builder, RunEvent};
use tracing_subscriber::EnvFilter;

fn main() -> anyhow::Result<ExitCode> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();

    ensure!(window::has_display(), "No display to open a window on; `hearthd` needs none");
    let app = Builder::default()
        // First, so that a second Hearth leaves before it touches anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::raise(app)))
        .plugin(window::memory())
        .build(tauri::generate_context!())?;

    let data = hosting::data(&app)?;
    let (mut server, outcome) = match hosting::start(&data) {
        Ok(server) => {
            window::open(&app, server.local_url().parse()?, &data)?;
            (Some(server), ExitCode::SUCCESS)
        }
        Err(error) => {
            trouble::show(&app, &error)?;
            (None, ExitCode::FAILURE)
        }
    };
    signals::heed(app.handle().clone());
    app.run_return(move |_, event| {
        if let RunEvent::Exit = event
            && let Some(server) = server.take()
        {
            hosting::stop(server);
        }
    });
    Ok(outcome)
}

//! Hearth's window: the server, started in this process, and a webview that
//! shows the pages it serves; with a place in the tray, notifications and links.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arrivals;
mod awake;
mod browser;
mod closing;
mod commands;
mod hosting;
mod links;
mod microphone;
mod notes;
mod permissions;
mod settings;
mod signals;
mod start;
mod tray;
mod trouble;
mod window;
mod words;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use anyhow::ensure;
use hearth_server::Server;
use tauri::{App, Builder, Manager, RunEvent, Wry, generate_handler};
use tracing_subscriber::EnvFilter;

use crate::settings::Settings;

fn main() -> anyhow::Result<ExitCode> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();

    ensure!(window::has_display(), "No display to open a window on; `hearthd` needs none");
    let arguments: Vec<_> = env::args_os().map(|it| it.to_string_lossy().into_owned()).collect();
    let app = builder().build(tauri::generate_context!())?;
    if start::is_errand(&arguments) {
        // No Hearth runs that could do it.
        return Ok(ExitCode::FAILURE);
    }

    let data = hosting::data(&app)?;
    let (mut server, outcome) = match hosting::start(&data) {
        Ok(server) => {
            open(&app, &server, &data, &arguments)?;
            (Some(server), ExitCode::SUCCESS)
        }
        Err(error) => {
            app.manage(Settings::open(&data));
            trouble::show(&app, &error)?;
            (None, ExitCode::FAILURE)
        }
    };
    signals::heed(app.handle().clone());
    app.run_return(move |app, event| match event {
        // The system's own way to end an app: its menu, its dock.
        RunEvent::ExitRequested { code: None, api, .. } if server.is_some() => {
            api.prevent_exit();
            closing::quit(app);
        }
        RunEvent::Exit => {
            if let Some(server) = server.take() {
                hosting::stop(server);
            }
        }
        _ => {}
    });
    Ok(outcome)
}

fn builder() -> Builder<Wry> {
    let builder = Builder::default()
        // First, so that a second Hearth leaves before it touches anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, _| {
            start::again(app, arguments)
        }))
        .plugin(window::memory())
        .plugin(start::at_login())
        .plugin(tauri_plugin_deep_link::init())
        .plugin(tauri_plugin_global_shortcut::Builder::new().build());
    #[cfg(not(target_os = "linux"))]
    let builder = builder.plugin(tauri_plugin_notification::init());
    builder
        .manage(arrivals::Arrivals::default())
        .manage(closing::Waiting::default())
        .manage(notes::Shown::default())
        .invoke_handler(generate_handler![
            commands::open_in_browser,
            commands::desktop_settings,
            commands::change_desktop_settings,
            commands::speak,
            commands::notify,
            commands::withdraw,
            commands::confirm_quit,
            commands::first_page,
        ])
}

/// Opens the window of a server that runs, and all that belongs to it.
fn open(app: &App, server: &Server, data: &Path, arguments: &[String]) -> anyhow::Result<()> {
    let settings = Settings::open(data);
    let hidden = start::is_hidden(arguments, settings.now().start_hidden);
    let (calls, network) = (server.calls(), server.network());
    app.manage(settings);
    app.manage(calls.clone());
    app.manage(network.clone());
    app.manage(server.attendance());
    window::open(app, server.local_url().parse()?, data, hidden)?;
    tray::open(app.handle(), &calls, &network);
    awake::follow(&calls);
    start::take_up(app.handle(), arguments);
    Ok(())
}

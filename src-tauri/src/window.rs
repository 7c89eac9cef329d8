//! The window, and what its pages may do with it.

use std::env;
use std::path::Path;

use tauri::async_runtime::spawn_blocking;
use tauri::plugin::TauriPlugin;
use tauri::webview::{DownloadEvent, NewWindowResponse};
use tauri::{App, AppHandle, Manager, Url, WebviewUrl, WebviewWindowBuilder, Wry};
use tauri_plugin_window_state::StateFlags;
use tracing::warn;

/// The label of the only window.
const MAIN: &str = "main";

/// Whether a window could be opened. Without a display GTK would panic.
pub(crate) fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Opens the window at the server's own address, which it never leaves. What
/// its pages store is kept beside the server's data.
pub(crate) fn open(app: &App, home: Url, data: &Path) -> tauri::Result<()> {
    let own = home.origin();
    builder(app, home)
        .data_directory(data.join("webview"))
        .on_navigation(move |url| url.origin() == own)
        .build()?;
    Ok(())
}

/// The window before it is opened.
pub(crate) fn builder(app: &App, page: Url) -> WebviewWindowBuilder<'_, Wry, App> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::External(page))
        .title("Hearth")
        .inner_size(1100.0, 720.0)
        .min_inner_size(360.0, 480.0)
        .on_new_window(|url, _| {
            browse(&url);
            NewWindowResponse::Deny
        })
        .on_download(|_, event| {
            if let DownloadEvent::Finished { path: Some(file), success: true, .. } = event {
                spawn_blocking(move || reveal(&file));
            }
            true
        })
}

/// Puts the window in front of the others.
pub(crate) fn raise(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    for done in [window.unminimize(), window.show(), window.set_focus()] {
        if let Err(error) = done {
            warn!("The window did not come to the front: {error}");
        }
    }
}

/// Remembers where the window was, and how large.
pub(crate) fn memory() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Hands a link to the user's browser. Other kinds of link could start any
/// program that claims them.
fn browse(url: &Url) {
    if !matches!(url.scheme(), "http" | "https") {
        warn!("A link was not opened, for it is not of the web: {url}");
        return;
    }
    if let Err(error) = tauri_plugin_opener::open_url(url, None::<&str>) {
        warn!("The browser did not open {url}: {error}");
    }
}

/// Shows a saved file where it lies: a webview does not say where it put it.
fn reveal(file: &Path) {
    if let Err(error) = tauri_plugin_opener::reveal_item_in_dir(file) {
        warn!("The file manager did not show {}: {error}", file.display());
    }
}

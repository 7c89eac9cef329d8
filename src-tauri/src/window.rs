//! The window, and what its pages may do with it.

use std::env;
use std::path::Path;

use tauri::async_runtime::{spawn, spawn_blocking};
use tauri::plugin::TauriPlugin;
use tauri::webview::{DownloadEvent, NewWindowResponse, PageLoadEvent};
use tauri::{App, AppHandle, Manager, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent, Wry};
use tauri_plugin_window_state::StateFlags;
use tracing::warn;

use crate::arrivals::Arrivals;
use crate::closing::{self, Waiting};
use crate::notes::{self, Note};
use crate::settings::Settings;
use crate::{browser, permissions};

/// The label of the only window.
pub(crate) const MAIN: &str = "main";

/// Whether a window could be opened. Without a display GTK would panic.
pub(crate) fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Opens the window at the server's own address, which it never leaves. What
/// its pages store is kept beside the server's data.
pub(crate) fn open(app: &App, home: Url, data: &Path, hidden: bool) -> tauri::Result<()> {
    let (own, here) = (home.origin(), home.clone());
    let window = builder(app, home)
        .visible(!hidden)
        .data_directory(data.join("webview"))
        .on_navigation(move |url| url.origin() == own)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Started {
                window.state::<Arrivals>().begin_anew();
            }
        })
        .on_permission_request(move |webview, kind| match webview.url() {
            Ok(page) => permissions::answer(&page, &here, kind),
            Err(_) => tauri::webview::PermissionResponse::Deny,
        })
        .build()?;
    permissions::enable_media(&window)?;
    let app = app.handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            api.prevent_close();
            closing::close(&app);
        }
    });
    Ok(())
}

/// The window before it is opened.
pub(crate) fn builder(app: &App, page: Url) -> WebviewWindowBuilder<'_, Wry, App> {
    let handle = app.handle().clone();
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::External(page))
        .title("Hearth")
        .inner_size(1100.0, 720.0)
        .min_inner_size(360.0, 480.0)
        .on_new_window(move |url, _| {
            browse(&handle, url);
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
    // Whoever wanted to end once all are gone has come back.
    app.state::<Waiting>().give_up();
    let Some(window) = app.get_webview_window(MAIN) else { return };
    for done in [window.unminimize(), window.show(), window.set_focus()] {
        if let Err(error) = done {
            warn!("The window did not come to the front: {error}");
        }
    }
}

/// Puts the window away. Its page goes on.
pub(crate) fn hide(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN)
        && let Err(error) = window.hide()
    {
        warn!("The window did not hide: {error}");
    }
}

/// Remembers where the window was, and how large.
pub(crate) fn memory() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Hands a link that opens a window to the user's browser.
fn browse(app: &AppHandle, url: Url) {
    let app = app.clone();
    spawn(async move {
        let words = app.state::<Settings>().words();
        if let Err(why) = browser::open(url.as_str(), words).await {
            notes::show(&app, Note::ours("browser", "Hearth", &why));
        }
    });
}

/// Shows a saved file where it lies: a webview does not say where it put it.
fn reveal(file: &Path) {
    if let Err(error) = tauri_plugin_opener::reveal_item_in_dir(file) {
        warn!("The file manager did not show {}: {error}", file.display());
    }
}

//! What a page of ours may ask of the shell. `capabilities/main.json` says which
//! pages those are; errors are sentences for the user.

use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager, State};
use tauri_plugin_autostart::ManagerExt;
use tracing::warn;

use crate::arrivals::Arrivals;
use crate::closing::{self, Choice};
use crate::notes::{self, Note};
use crate::settings::{Change, DesktopSettings, Settings};
use crate::words::Language;
use crate::{browser, microphone};

/// Opens an address of the web in the user's browser.
#[tauri::command]
pub(crate) async fn open_in_browser(
    settings: State<'_, Settings>,
    url: String,
) -> Result<(), String> {
    browser::open(&url, settings.words()).await
}

/// How the user wants the shell to be.
#[tauri::command]
pub(crate) async fn desktop_settings(app: AppHandle) -> Result<DesktopSettings, String> {
    Ok(settings_of(&app))
}

/// Changes that. Of a change that fails nothing is done after what failed.
#[tauri::command]
pub(crate) async fn change_desktop_settings(
    app: AppHandle,
    change: Change,
) -> Result<DesktopSettings, String> {
    // Files and other programs are waited for.
    let changing = spawn_blocking(move || {
        apply(&app, change)?;
        Ok(settings_of(&app))
    });
    changing.await.map_err(|error| error.to_string())?
}

/// Sets the language of the tray and of what the shell says.
#[tauri::command]
pub(crate) async fn speak(settings: State<'_, Settings>, language: Language) -> Result<(), String> {
    settings.change(|kept| kept.language = Some(language)).map_err(|why| not_kept(&settings, &why))
}

/// Shows a notification.
#[tauri::command]
pub(crate) async fn notify(app: AppHandle, note: Note) -> Result<(), String> {
    notes::show(&app, note);
    Ok(())
}

/// Takes a notification away.
#[tauri::command]
pub(crate) async fn withdraw(app: AppHandle, tag: String) -> Result<(), String> {
    notes::withdraw(&app, &tag);
    Ok(())
}

/// Answers whether Hearth is to end.
#[tauri::command]
pub(crate) async fn confirm_quit(app: AppHandle, choice: Choice) -> Result<(), String> {
    closing::decide(&app, choice);
    Ok(())
}

/// Where a page that has just been loaded is to go, if anywhere.
#[tauri::command]
pub(crate) async fn first_page(arrivals: State<'_, Arrivals>) -> Result<Option<String>, String> {
    Ok(arrivals.first_page())
}

fn settings_of(app: &AppHandle) -> DesktopSettings {
    let kept = app.state::<Settings>().now();
    let start_at_login = app.autolaunch().is_enabled().unwrap_or_else(|error| {
        warn!("Whether Hearth starts at login is not known: {error}");
        false
    });
    DesktopSettings {
        start_at_login,
        start_hidden: kept.start_hidden,
        mute_shortcut: kept.mute_shortcut,
        notifications: kept.notifications,
    }
}

fn apply(app: &AppHandle, change: Change) -> Result<(), String> {
    let settings = app.state::<Settings>();
    if let Some(keys) = &change.mute_shortcut {
        microphone::listen_for(app, keys.as_deref())?;
    }
    if let Some(wanted) = change.start_at_login {
        let login = app.autolaunch();
        let done = if wanted { login.enable() } else { login.disable() };
        done.map_err(|why| settings.words().no_start_at_login.replace("{why}", &why.to_string()))?;
    }
    let kept = settings.change(|kept| {
        kept.mute_shortcut = change.mute_shortcut.unwrap_or(kept.mute_shortcut.take());
        kept.start_hidden = change.start_hidden.unwrap_or(kept.start_hidden);
        kept.notifications = change.notifications.unwrap_or(kept.notifications);
    });
    kept.map_err(|why| not_kept(&settings, &why))
}

fn not_kept(settings: &Settings, why: &std::io::Error) -> String {
    warn!("The desktop's settings were not kept: {why}");
    settings.words().not_kept.replace("{why}", &why.to_string())
}

//! Notifications of the system, and what is pressed in them.

#[cfg_attr(target_os = "linux", path = "notes/linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "notes/elsewhere.rs")]
mod system;

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Emitter, Manager};
use tracing::warn;

use crate::settings::Settings;
use crate::window;

pub(crate) use system::Shown;

/// A notification as a page wants it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Note {
    /// What it is about. Another with the same one takes its place.
    pub(crate) tag: String,
    pub(crate) title: String,
    pub(crate) body: String,
    /// What can be done in it. A note with any is one that waits for an answer.
    pub(crate) actions: Vec<Action>,
}

/// Something that can be done in a notification.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Action {
    pub(crate) name: String,
    pub(crate) label: String,
}

/// What a page hears when a notification was pressed.
#[derive(Debug, Clone, Serialize)]
struct Pressed {
    tag: String,
    action: String,
}

/// The name of a click on the notification itself.
const DEFAULT: &str = "default";

impl Note {
    /// One of the shell itself, which can only be clicked.
    pub(crate) fn ours(tag: &str, title: &str, body: &str) -> Note {
        let (tag, title, body) = (format!("shell:{tag}"), title.into(), body.into());
        Note { tag, title, body, actions: Vec::new() }
    }
}

/// Shows a notification, unless the user wants none.
pub(crate) fn show(app: &AppHandle, note: Note) {
    if app.state::<Settings>().now().notifications {
        system::show(app, note);
    }
}

/// Takes a notification away, if it is still there.
pub(crate) fn withdraw(app: &AppHandle, tag: &str) {
    system::withdraw(app, tag);
}

fn pressed(app: &AppHandle, tag: &str, action: &str) {
    if action == DEFAULT {
        window::raise(app);
    }
    let pressed = Pressed { tag: tag.into(), action: action.into() };
    if let Err(error) = app.emit_to(window::MAIN, "pressed", pressed) {
        warn!("The page was not told that a notification was pressed: {error}");
    }
}

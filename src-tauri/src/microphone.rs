//! The microphone of the call at hand, switched from outside its page: by the
//! tray, by keys that work wherever one is, by a command.

use hearth_server::{Calls, Deed};
use tauri::{AppHandle, Manager};
use tauri_plugin_global_shortcut::{GlobalShortcutExt, Shortcut, ShortcutState};
use tracing::{info, warn};

use crate::settings::Settings;

/// The argument by which a second start of Hearth mutes and unmutes the first.
/// Desktops that give no app such keys can give them to a command.
pub(crate) const ARGUMENT: &str = "--toggle-microphone";

/// Mutes, or unmutes.
pub(crate) fn toggle(app: &AppHandle) {
    let Some(calls) = app.try_state::<Calls>() else { return };
    let on = calls.at_hand().borrow().as_ref().map(|call| !call.media.microphone.enabled);
    if let Some(on) = on {
        calls.steer(Deed::SetMicrophone { on });
    }
}

/// Lets these keys do so from now on, and those before no more. An error is a
/// sentence for the user, and then nothing has changed.
pub(crate) fn listen_for(app: &AppHandle, keys: Option<&str>) -> Result<(), String> {
    let words = app.state::<Settings>().words();
    let wanted = keys.map(|keys| {
        let shortcut = read(keys).ok_or_else(|| words.no_such_keys.replace("{keys}", keys))?;
        if !can_listen() {
            let command = format!("hearth {ARGUMENT}");
            return Err(words.no_keys_here.replace("{command}", &command));
        }
        Ok((keys, shortcut))
    });
    let wanted = wanted.transpose()?;
    let shortcuts = app.global_shortcut();
    if let Some((keys, shortcut)) = wanted {
        if shortcuts.is_registered(shortcut) {
            return Ok(());
        }
        let listening = shortcuts.on_shortcut(shortcut, |app, _, event| {
            if event.state == ShortcutState::Pressed {
                toggle(app);
            }
        });
        listening.map_err(|error| {
            info!("The keys {keys} are not to be had: {error}");
            words.keys_taken.replace("{keys}", keys)
        })?;
    }
    let before = app.state::<Settings>().now().mute_shortcut;
    let before = before.as_deref().and_then(read);
    if let Some(before) = before.filter(|it| Some(*it) != wanted.map(|(_, shortcut)| shortcut))
        && shortcuts.is_registered(before)
        && let Err(error) = shortcuts.unregister(before)
    {
        warn!("The keys from before still work: {error}");
    }
    Ok(())
}

/// Reads keys. A letter alone would be taken from everyone who types.
fn read(keys: &str) -> Option<Shortcut> {
    let shortcut: Shortcut = keys.parse().ok()?;
    let name = shortcut.key.to_string();
    let is_function = name.starts_with('F') && name[1..].parse::<u8>().is_ok();
    let is_held =
        shortcut.mods.bits() & !tauri_plugin_global_shortcut::Modifiers::SHIFT.bits() != 0;
    (is_function || is_held || name.starts_with("Media") || name.starts_with("Audio"))
        .then_some(shortcut)
}

/// Whether this desktop lets an app listen for keys everywhere. Wayland does
/// not: an X11 app would hear them only while another X11 app has the focus.
fn can_listen() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || (set("DISPLAY") && !set("WAYLAND_DISPLAY"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_held_together_or_have_no_other_use() {
        for keys in [
            "Ctrl+Alt+M",
            "CmdOrCtrl+Shift+M",
            "Super+F4",
            "F13",
            "F9",
            "Alt+KeyQ",
            "MediaPlayPause",
        ] {
            assert!(read(keys).is_some(), "{keys}");
        }
        for keys in
            ["", "M", "Shift+M", "Space", "Enter", "Ctrl", "Ctrl+", "Ctrl+Nonsense", "Ctrl+A+B"]
        {
            assert!(read(keys).is_none(), "{keys}");
        }
    }
}

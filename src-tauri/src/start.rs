//! With what Hearth was started: by the user, at login, by a link, or again
//! while it runs.

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, Wry};
use tracing::warn;

use crate::settings::Settings;
use crate::{arrivals, microphone, window};

/// The argument that shows no window.
const HIDDEN: &str = "--hidden";
/// The argument of a start that nobody asked for just now.
const AT_LOGIN: &str = "--at-login";

/// Starts Hearth at login, where the user wants that.
pub(crate) fn at_login() -> TauriPlugin<Wry> {
    tauri_plugin_autostart::Builder::new().arg(AT_LOGIN).build()
}

/// Whether the window stays away.
pub(crate) fn is_hidden(arguments: &[String], start_hidden: bool) -> bool {
    let has = |argument| arguments.iter().any(|it| it == argument);
    has(HIDDEN) || (has(AT_LOGIN) && start_hidden)
}

/// Whether it is an errand for a Hearth that runs, and no start of another.
pub(crate) fn is_errand(arguments: &[String]) -> bool {
    arguments.iter().any(|it| it == microphone::ARGUMENT)
}

/// Hearth was started while it runs.
pub(crate) fn again(app: &AppHandle, arguments: Vec<String>) {
    let handle = app.clone();
    // On the main thread, which comes to this when all is in place.
    let asked = app.run_on_main_thread(move || {
        if is_errand(&arguments) {
            microphone::toggle(&handle);
        } else if !arrivals::open_those_in(&handle, &arguments) && !is_hidden(&arguments, true) {
            window::raise(&handle);
        }
    });
    if let Err(error) = asked {
        warn!("Hearth was started again, but is ending: {error}");
    }
}

/// Takes up what the user has set, and what this start is about.
pub(crate) fn take_up(app: &AppHandle, arguments: &[String]) {
    let settings = app.state::<Settings>().now();
    if let Some(keys) = settings.mute_shortcut
        && let Err(why) = microphone::listen_for(app, Some(&keys))
    {
        warn!("{why}");
    }
    arrivals::open_those_in(app, arguments);
    claim_links(app);
}

/// Hears of links as this system tells of them. An installed Hearth is known to
/// open them; one that was only copied here makes itself known.
#[cfg(target_os = "linux")]
fn claim_links(app: &AppHandle) {
    use tauri_plugin_deep_link::DeepLinkExt;
    if app.env().appimage.is_some()
        && let Err(error) = app.deep_link().register_all()
    {
        warn!("Links to meetings will not open here: {error}");
    }
}

#[cfg(target_os = "macos")]
fn claim_links(app: &AppHandle) {
    use tauri_plugin_deep_link::DeepLinkExt;
    // Elsewhere a link is an argument; here the system sends an event.
    let opener = app.clone();
    app.deep_link().on_open_url(move |event| {
        for url in event.urls() {
            arrivals::open(&opener, url.as_str());
        }
    });
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn claim_links(_: &AppHandle) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &[&str]) -> Vec<String> {
        ["hearth"].iter().chain(arguments).map(ToString::to_string).collect()
    }

    #[test]
    fn only_a_start_that_nobody_watches_is_hidden_by_the_setting() {
        assert!(is_hidden(&given(&["--hidden"]), false));
        assert!(is_hidden(&given(&["--at-login"]), true));
        assert!(!is_hidden(&given(&["--at-login"]), false));
        assert!(!is_hidden(&given(&[]), true), "whoever starts Hearth wants to see it");
    }

    #[test]
    fn an_errand_is_told_by_its_argument() {
        assert!(is_errand(&given(&["--toggle-microphone"])));
        assert!(!is_errand(&given(&["hearth://join/abc-def-ghj"])));
    }
}

//! The computer stays awake, and its screen lit, while one is in a call.

use hearth_server::{CallCard, CallState, Calls};
use keepawake::KeepAwake;
use tauri::async_runtime::{spawn, spawn_blocking};
use tracing::{debug, info};

/// Follows the calls until the server ends.
pub(crate) fn follow(calls: &Calls) {
    let mut at_hand = calls.at_hand();
    spawn(async move {
        let mut held = None;
        loop {
            let wanted = at_hand.borrow_and_update().as_ref().is_some_and(is_on);
            if wanted != held.is_some() {
                // The system is asked, and told, on another thread: it may be slow
                // to answer, and the crate panics when it is told in vain.
                held = match held.take() {
                    None => Some(spawn_blocking(hold).await.ok().flatten()),
                    Some(guard) => {
                        if spawn_blocking(move || drop(guard)).await.is_err() {
                            debug!("The system had forgotten that it was kept awake");
                        }
                        None
                    }
                };
            }
            if at_hand.changed().await.is_err() {
                return;
            }
        }
    });
}

fn is_on(card: &CallCard) -> bool {
    matches!(card.state, CallState::In | CallState::Reconnecting)
}

/// Keeps screen and computer awake, or whichever of them the system offers.
fn hold() -> Option<KeepAwake> {
    let asked = [(true, true), (true, false), (false, true)].into_iter().find_map(|(lit, up)| {
        keepawake::Builder::default()
            .display(lit)
            .idle(up)
            .reason("In a call")
            .app_name("Hearth")
            .app_reverse_domain("app.hearth.desktop")
            .create()
            .map_err(|error| debug!("Not kept awake (screen {lit}, computer {up}): {error}"))
            .ok()
    });
    if asked.is_none() {
        info!("This system keeps no computer awake for an app");
    }
    asked
}

//! Ending Hearth from outside: by logging out, by Ctrl-C.

use tauri::AppHandle;
use tracing::warn;

/// Ends the app in good order when the system asks it to.
pub(crate) fn heed(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        match asked_to_end().await {
            Ok(()) => app.exit(0),
            Err(error) => warn!("Hearth cannot hear the system ask it to end: {error}"),
        }
    });
}

#[cfg(unix)]
async fn asked_to_end() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = terminate.recv() => Ok(()),
        interrupted = tokio::signal::ctrl_c() => interrupted,
    }
}

#[cfg(not(unix))]
async fn asked_to_end() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}

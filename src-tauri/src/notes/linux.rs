//! Notifications by D-Bus.
//!
//! Not by Tauri's plugin, which serves the other systems: it can ask for no urgency, so that a ring is gone
//! from the screen after a few seconds while it still rings.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use notify_rust::{Hint, Notification, NotificationResponse, Timeout, Urgency};
use tauri::async_runtime::spawn;
use tauri::{AppHandle, Manager};
use tokio::sync::oneshot;
use tracing::warn;

use super::{DEFAULT, Note};

/// What takes away each notification that is shown.
#[derive(Default)]
pub(crate) struct Shown(Mutex<HashMap<String, oneshot::Sender<()>>>);

pub(super) fn show(app: &AppHandle, note: Note) {
    let (withdraw, withdrawn) = oneshot::channel();
    app.state::<Shown>().keep(note.tag.clone(), withdraw);
    let app = app.clone();
    spawn(async move {
        let shown = match notification(&note).show_async().await {
            Ok(shown) => shown,
            Err(error) => return warn!("A notification was not shown: {error}"),
        };
        tokio::select! {
            _ = withdrawn => shown.close_async().await,
            () = shown.wait_for_action_async(|response| match response {
                NotificationResponse::Default => super::pressed(&app, &note.tag, DEFAULT),
                NotificationResponse::Action(name) => super::pressed(&app, &note.tag, name),
                _ => {}
            }) => {}
        }
    });
}

pub(super) fn withdraw(app: &AppHandle, tag: &str) {
    // What is dropped withdraws as well.
    app.state::<Shown>().senders().remove(tag);
}

impl Shown {
    fn keep(&self, tag: String, withdraw: oneshot::Sender<()>) {
        let mut senders = self.senders();
        senders.retain(|_, it| !it.is_closed());
        senders.insert(tag, withdraw);
    }

    fn senders(&self) -> std::sync::MutexGuard<'_, HashMap<String, oneshot::Sender<()>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn notification(note: &Note) -> Notification {
    let mut shown = Notification::new();
    shown
        .appname("Hearth")
        .icon("hearth")
        .summary(&note.title)
        .body(&plain(&note.body))
        .hint(Hint::DesktopEntry("Hearth".into()))
        // The pages' own tone is heard.
        .hint(Hint::SuppressSound(true))
        // A click on the note itself is told only where this is offered.
        .action(DEFAULT, "");
    for action in &note.actions {
        shown.action(&action.name, &action.label);
    }
    if !note.actions.is_empty() {
        shown.urgency(Urgency::Critical).timeout(Timeout::Never);
    }
    shown
}

/// Notification servers read markup in a body; what someone said is text.
fn plain(body: &str) -> String {
    body.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::Action;
    use super::*;

    #[test]
    fn a_note_that_can_be_answered_stays_until_it_is() {
        let accept = Action { name: "accept".into(), label: "Accept".into() };
        let ring = Note { actions: vec![accept], ..Note::ours("ring", "Ada", "is calling") };
        let shown = notification(&ring);
        assert_eq!(shown.actions, ["default", "", "accept", "Accept"]);
        assert_eq!(shown.timeout, Timeout::Never);
        assert_ne!(notification(&Note::ours("chat", "Ada", "Hello")).timeout, Timeout::Never);
    }

    #[test]
    fn what_someone_said_is_no_markup() {
        let note = Note::ours("chat", "Ada", "<img src=\"http://x\"> & <b>so</b>");
        assert_eq!(
            notification(&note).body,
            "&lt;img src=\"http://x\"&gt; &amp; &lt;b&gt;so&lt;/b&gt;"
        );
    }

    #[test]
    fn another_note_with_the_same_tag_takes_its_place() {
        let shown = Shown::default();
        let (first, mut withdrawn) = oneshot::channel();
        shown.keep("ring".into(), first);
        assert!(withdrawn.try_recv().is_err_and(|it| it == oneshot::error::TryRecvError::Empty));
        let (second, _) = oneshot::channel();
        shown.keep("ring".into(), second);
        assert!(withdrawn.try_recv().is_err_and(|it| it == oneshot::error::TryRecvError::Closed));
    }
}

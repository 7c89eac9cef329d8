//! Closing the window, and ending Hearth, when others depend on it.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use hearth_server::{Attendance, CallCard, Calls, Hosted};
use serde::{Deserialize, Serialize};
use tauri::async_runtime::{JoinHandle, spawn};
use tauri::{AppHandle, Emitter, Manager};
use tracing::{info, warn};

use crate::arrivals::Arrivals;
use crate::notes::{self, Note};
use crate::settings::Settings;
use crate::window;

// Nobody waits for the end, and asking costs next to nothing.
const LOOK: Duration = Duration::from_secs(1);

/// What the user answers when Hearth asks whether to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Choice {
    Stay,
    Quit,
    QuitWhenEmpty,
}

/// Waits for the last one to leave, if the user wants that.
#[derive(Default)]
pub(crate) struct Waiting(Mutex<Option<JoinHandle<()>>>);

#[derive(Debug, Clone, Serialize)]
struct QuitAsked {
    others: usize,
}

/// Why Hearth goes on without its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reason {
    Hosting,
    InCall,
}

/// The window is being closed: then Hearth ends, unless someone needs it.
pub(crate) fn close(app: &AppHandle) {
    let app = app.clone();
    spawn(async move {
        let (hosted, call) = surroundings(&app).await;
        match reason_to_stay(&hosted, call.as_ref()) {
            None => app.exit(0),
            Some(reason) => {
                window::hide(&app);
                tell_once(&app, reason);
            }
        }
    });
}

/// The user wants Hearth to end. While others are in meetings that are held
/// here, the page asks first.
pub(crate) fn quit(app: &AppHandle) {
    let app = app.clone();
    spawn(async move {
        let (hosted, call) = surroundings(&app).await;
        let others = others(&hosted, call.as_ref());
        // A page that does not listen could never be answered.
        if others == 0 || !app.state::<Arrivals>().is_heard() {
            return app.exit(0);
        }
        window::raise(&app);
        if let Err(error) = app.emit_to(window::MAIN, "quit-asked", QuitAsked { others }) {
            warn!("The page could not ask whether to end: {error}");
            app.exit(0);
        }
    });
}

/// Does what the user answered.
pub(crate) fn decide(app: &AppHandle, choice: Choice) {
    app.state::<Waiting>().give_up();
    match choice {
        Choice::Stay => {}
        Choice::Quit => app.exit(0),
        Choice::QuitWhenEmpty => {
            window::hide(app);
            let waiting = spawn(end_when_empty(app.clone()));
            *app.state::<Waiting>().task() = Some(waiting);
        }
    }
}

async fn end_when_empty(app: AppHandle) {
    loop {
        let (hosted, call) = surroundings(&app).await;
        if others(&hosted, call.as_ref()) == 0 {
            info!("The last one has left, so Hearth ends as it was told");
            return app.exit(0);
        }
        tokio::time::sleep(LOOK).await;
    }
}

impl Waiting {
    /// Forgets about ending: the user is back.
    pub(crate) fn give_up(&self) {
        if let Some(task) = self.task().take() {
            task.abort();
        }
    }

    fn task(&self) -> std::sync::MutexGuard<'_, Option<JoinHandle<()>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn surroundings(app: &AppHandle) -> (Vec<Hosted>, Option<CallCard>) {
    let attendance = app.state::<Attendance>().inner().clone();
    let call = app.state::<Calls>().at_hand().borrow().clone();
    (attendance.hosted().await, call)
}

/// A call in the browser goes through this process, wherever it is held.
fn reason_to_stay(hosted: &[Hosted], call: Option<&CallCard>) -> Option<Reason> {
    match (hosted.is_empty(), call) {
        (false, _) => Some(Reason::Hosting),
        (true, Some(_)) => Some(Reason::InCall),
        (true, None) => None,
    }
}

/// How many are in meetings that are held here, oneself apart.
fn others(hosted: &[Hosted], call: Option<&CallCard>) -> usize {
    let people: usize = hosted.iter().map(|it| it.people).sum();
    let own_seat = call.filter(|call| call.since.is_some()).is_some_and(|call| {
        hosted.iter().any(|it| call.path.strip_prefix("/m/") == Some(it.code.as_str()))
    });
    people.saturating_sub(usize::from(own_seat))
}

fn tell_once(app: &AppHandle, reason: Reason) {
    let settings = app.state::<Settings>();
    if settings.now().told_of_hiding {
        return;
    }
    if let Err(error) = settings.change(|kept| kept.told_of_hiding = true) {
        warn!("That closing hides the window will be said again: {error}");
    }
    let words = settings.words();
    let body = match reason {
        Reason::Hosting => words.hidden_hosting,
        Reason::InCall => words.hidden_in_call,
    };
    notes::show(app, Note::ours("hidden", words.hidden_title, body));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tray::face::tests::call;

    fn hosted(people: usize) -> Vec<Hosted> {
        vec![Hosted { code: "abc-def-ghj".into(), people }]
    }

    #[test]
    fn closing_ends_hearth_unless_a_meeting_or_a_call_needs_it() {
        assert_eq!(reason_to_stay(&[], None), None);
        assert_eq!(reason_to_stay(&hosted(1), None), Some(Reason::Hosting));
        assert_eq!(reason_to_stay(&hosted(2), Some(&call())), Some(Reason::Hosting));
        assert_eq!(
            reason_to_stay(&[], Some(&call())),
            Some(Reason::InCall),
            "it is held elsewhere"
        );
    }

    #[test]
    fn oneself_is_nobody_else() {
        assert_eq!(others(&[], None), 0);
        assert_eq!(others(&hosted(1), Some(&call())), 0);
        assert_eq!(others(&hosted(3), Some(&call())), 2);
        assert_eq!(others(&hosted(1), None), 1, "it is someone on the network");
    }

    #[test]
    fn who_is_in_another_meeting_or_only_looks_on_has_no_seat_here() {
        let elsewhere = CallCard { path: "/hosts/abcdefghijkl2345/m/abc-def-ghj".into(), ..call() };
        assert_eq!(others(&hosted(2), Some(&elsewhere)), 2);
        let looking_on = CallCard { since: None, ..call() };
        assert_eq!(others(&hosted(1), Some(&looking_on)), 1);
    }
}

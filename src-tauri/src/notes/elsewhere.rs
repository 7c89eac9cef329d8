//! Notifications by Tauri's plugin, on systems whose notifications it knows best.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::{AppHandle, Manager};
use tauri_plugin_notification::{Action, ActionType, NotificationExt};
use tracing::warn;

use super::{DEFAULT, Note};

/// The number of each notification, by its tag.
#[derive(Default)]
pub(crate) struct Shown(Mutex<Numbers>);

#[derive(Default)]
struct Numbers {
    by_tag: HashMap<String, i32>,
    is_heard: bool,
}

pub(super) fn show(app: &AppHandle, note: Note) {
    withdraw(app, &note.tag);
    let number = {
        let shown = app.state::<Shown>();
        let mut numbers = shown.numbers();
        if !numbers.is_heard {
            numbers.is_heard = true;
            listen(app);
        }
        let number = numbers.by_tag.values().max().map_or(0, |last| last + 1);
        numbers.by_tag.insert(note.tag.clone(), number);
        number
    };
    let actions = note.actions.iter().map(|it| Action::builder(&it.name, &it.label).build());
    let kind = ActionType::builder(&note.tag).actions(actions.collect()).build();
    let notification = app.notification();
    let shown = notification.register_action_types(vec![kind]).and_then(|()| {
        let shown = notification.builder().id(number).title(note.title).body(note.body);
        shown.action_type_id(&note.tag).show()
    });
    if let Err(error) = shown {
        warn!("A notification was not shown: {error}");
    }
}

pub(super) fn withdraw(app: &AppHandle, tag: &str) {
    let number = app.state::<Shown>().numbers().by_tag.remove(tag);
    if let Some(number) = number
        && let Err(error) = app.notification().remove_active(vec![number])
    {
        warn!("A notification was not withdrawn: {error}");
    }
}

fn listen(app: &AppHandle) {
    let told = app.clone();
    let listening = app.notification().on_action(move |performed| {
        let Some(number) = performed.notification().map(|it| it.id()) else { return };
        let shown = told.state::<Shown>();
        let tag = shown
            .numbers()
            .by_tag
            .iter()
            .find(|(_, it)| **it == number)
            .map(|(tag, _)| tag.clone());
        let action = performed.action_id();
        if let Some(tag) = tag {
            super::pressed(&told, &tag, if action == "tap" { DEFAULT } else { action });
        }
    });
    if let Err(error) = listening {
        warn!("What is pressed in notifications is not heard: {error}");
    }
}

impl Shown {
    fn numbers(&self) -> MutexGuard<'_, Numbers> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

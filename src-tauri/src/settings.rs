//! What the user wants of the shell, kept in a file of its own.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Deserializer, Serialize};
use tokio::sync::watch;
use tracing::warn;

use crate::words::{Language, Words};

/// What is kept. Whether Hearth starts at login is not: the system knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Kept {
    /// Whether a start at login shows no window.
    pub(crate) start_hidden: bool,
    /// The keys that mute and unmute wherever one is, if any.
    pub(crate) mute_shortcut: Option<String>,
    /// Whether notifications are shown.
    pub(crate) notifications: bool,
    /// The language of the tray, once a page has named one.
    pub(crate) language: Option<Language>,
    /// Whether it was said that closing the window does not end Hearth.
    pub(crate) told_of_hiding: bool,
}

/// The settings as pages see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DesktopSettings {
    pub(crate) start_at_login: bool,
    pub(crate) start_hidden: bool,
    pub(crate) mute_shortcut: Option<String>,
    pub(crate) notifications: bool,
}

/// What a page wants to be different.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Change {
    pub(crate) start_at_login: Option<bool>,
    pub(crate) start_hidden: Option<bool>,
    // The outer `Option` tells whether it is to change; the inner may be `null`.
    #[serde(deserialize_with = "given")]
    pub(crate) mute_shortcut: Option<Option<String>>,
    pub(crate) notifications: Option<bool>,
}

/// The settings, and the file they are kept in.
pub(crate) struct Settings {
    file: PathBuf,
    now: watch::Sender<Kept>,
    // Two changes at once would both start from what neither has changed.
    changing: Mutex<()>,
}

impl Settings {
    /// Reads them. What cannot be read is as if it had never been set.
    pub(crate) fn open(data: &Path) -> Settings {
        let file = data.join("desktop.json");
        let kept = match fs::read(&file) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                warn!(
                    "{} is damaged, so the desktop's settings start anew: {error}",
                    file.display()
                );
                Kept::default()
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Kept::default(),
            Err(error) => {
                warn!("{} cannot be read: {error}", file.display());
                Kept::default()
            }
        };
        Settings { file, now: watch::Sender::new(kept), changing: Mutex::default() }
    }

    /// What they are now.
    pub(crate) fn now(&self) -> Kept {
        self.now.borrow().clone()
    }

    /// Wakes whenever they change.
    pub(crate) fn changes(&self) -> watch::Receiver<Kept> {
        self.now.subscribe()
    }

    /// Changes them, once they are on disk.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Kept)) -> io::Result<()> {
        let _alone = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut kept = self.now();
        change(&mut kept);
        if kept == *self.now.borrow() {
            return Ok(());
        }
        let bytes = serde_json::to_vec_pretty(&kept)?;
        let beside = self.file.with_extension("json.new");
        fs::write(&beside, bytes)?;
        // At no moment is there half a file.
        fs::rename(&beside, &self.file)?;
        self.now.send_replace(kept);
        Ok(())
    }

    /// What is said in the user's language.
    pub(crate) fn words(&self) -> &'static Words {
        self.now.borrow().language().words()
    }
}

impl Kept {
    /// The language that a page named, or else the system's.
    pub(crate) fn language(&self) -> Language {
        self.language.unwrap_or_else(Language::of_system)
    }
}

impl Default for Kept {
    fn default() -> Kept {
        Kept {
            start_hidden: false,
            mute_shortcut: None,
            notifications: true,
            language: None,
            told_of_hiding: false,
        }
    }
}

fn given<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(from).map(Some)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_outlive_the_process() {
        let data = tempfile::tempdir().expect("a folder can be made");
        let settings = Settings::open(data.path());
        assert_eq!(settings.now(), Kept::default());
        let change = |kept: &mut Kept| {
            kept.mute_shortcut = Some("Ctrl+Alt+M".into());
            kept.language = Some(Language::De);
        };
        settings.change(change).expect("the folder can be written to");
        let again = Settings::open(data.path());
        assert_eq!(again.now(), settings.now());
        assert_eq!(again.words().quit, "Beenden");
    }

    #[test]
    fn what_cannot_be_written_is_not_said_to_be_kept() {
        let data = tempfile::tempdir().expect("a folder can be made");
        let settings = Settings::open(&data.path().join("gone"));
        let mut changes = settings.changes();
        settings.change(|kept| kept.notifications = false).expect_err("there is no such folder");
        assert!(settings.now().notifications);
        assert!(!changes.has_changed().expect("the settings are there"));
        changes.mark_unchanged();
    }

    #[test]
    fn a_damaged_file_and_one_of_an_older_hearth_are_read_as_far_as_they_go() {
        let data = tempfile::tempdir().expect("a folder can be made");
        let file = data.path().join("desktop.json");
        fs::write(&file, "{\"startHidden\": tru").expect("the folder can be written to");
        assert_eq!(Settings::open(data.path()).now(), Kept::default());
        fs::write(&file, "{\"startHidden\": true, \"since\": 1}").expect("it can be written to");
        let expected = Kept { start_hidden: true, ..Kept::default() };
        assert_eq!(Settings::open(data.path()).now(), expected);
    }

    #[test]
    fn a_change_tells_a_shortcut_that_is_taken_away_from_one_that_stays() {
        let read = |change| serde_json::from_value::<Change>(change);
        let none = read(json!({ "muteShortcut": null })).expect("null takes it away");
        assert_eq!(none.mute_shortcut, Some(None));
        let other = read(json!({ "notifications": false })).expect("others may change alone");
        assert_eq!(other, Change { notifications: Some(false), ..Change::default() });
        read(json!({ "loud": true })).expect_err("there is no such setting");
    }
}

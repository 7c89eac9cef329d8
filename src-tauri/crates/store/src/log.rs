//! The table of what hosts and co-hosts did.

use hearth_core::{Code, HostAction, LogEntry, Setting, Timestamp};
use rusqlite::{Connection, Result, Row, named_params, types::Type};

pub(crate) const TABLE: &str = "
    CREATE TABLE log (
        meeting TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE,
        number  INTEGER NOT NULL,
        at      INTEGER NOT NULL,
        by      TEXT NOT NULL,
        action  TEXT NOT NULL,
        setting TEXT,
        whom    TEXT,
        name    TEXT,
        PRIMARY KEY (meeting, number)
    ) STRICT, WITHOUT ROWID;";

// As many as hosts are shown; older ones are not kept.
const MOST: u64 = 200;

pub(crate) fn write(connection: &Connection, code: Code, entry: &LogEntry) -> Result<()> {
    let (action, setting) = spelt(entry.action);
    connection
        .prepare_cached(
            "INSERT INTO log (meeting, number, at, by, action, setting, whom, name)
             VALUES (:meeting, :number, :at, :by, :action, :setting, :whom, :name)",
        )?
        .execute(named_params! {
            ":meeting": code.compact(),
            ":number": entry.number,
            ":at": entry.at.0,
            ":by": entry.by,
            ":action": action,
            ":setting": setting,
            ":whom": entry.whom,
            ":name": entry.name,
        })?;
    connection
        .prepare_cached("DELETE FROM log WHERE meeting = ?1 AND number <= ?2")?
        .execute((code.compact(), entry.number.saturating_sub(MOST)))?;
    Ok(())
}

/// Oldest first.
pub(crate) fn of(connection: &Connection, code: Code) -> Result<Vec<LogEntry>> {
    connection
        .prepare_cached("SELECT * FROM log WHERE meeting = ?1 ORDER BY number")?
        .query_map([code.compact()], read)?
        .collect()
}

fn read(row: &Row<'_>) -> Result<LogEntry> {
    let (action, setting): (String, Option<String>) = (row.get("action")?, row.get("setting")?);
    let known = actions().find(|known| spelt(*known) == (&action, setting.as_deref()));
    let unknown = || {
        let column = row.as_ref().column_index("action").unwrap_or_default();
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, "an unknown action".into())
    };
    Ok(LogEntry {
        number: row.get("number")?,
        at: Timestamp(row.get("at")?),
        by: row.get("by")?,
        action: known.ok_or_else(unknown)?,
        whom: row.get("whom")?,
        name: row.get("name")?,
    })
}

fn actions() -> impl Iterator<Item = HostAction> {
    use HostAction::{SwitchedOff, SwitchedOn};
    let switched = Setting::ALL.into_iter().flat_map(|it| [SwitchedOn(it), SwitchedOff(it)]);
    HostAction::DEEDS.into_iter().chain(switched)
}

fn spelt(action: HostAction) -> (&'static str, Option<&'static str>) {
    let action = match action {
        HostAction::Admitted => "admitted",
        HostAction::Denied => "denied",
        HostAction::Removed => "removed",
        HostAction::LetBack => "let back",
        HostAction::Muted => "muted",
        HostAction::MutedAll => "muted all",
        HostAction::SetRights => "set rights",
        HostAction::AskedToUnmute => "asked to unmute",
        HostAction::Renamed => "renamed",
        HostAction::MadeCoHost => "made co-host",
        HostAction::MadeParticipant => "made participant",
        HostAction::HandedOver => "handed over",
        HostAction::TookOver => "took over",
        HostAction::Spotlit => "spotlit",
        HostAction::StoppedScreen => "stopped screen",
        HostAction::LoweredHand => "lowered hand",
        HostAction::DeletedMessage => "deleted message",
        HostAction::SwitchedOn(setting) => return ("switched on", Some(named(setting))),
        HostAction::SwitchedOff(setting) => return ("switched off", Some(named(setting))),
    };
    (action, None)
}

fn named(setting: Setting) -> &'static str {
    match setting {
        Setting::Microphone => "microphone",
        Setting::Camera => "camera",
        Setting::Screen => "screen",
        Setting::Chat => "chat",
        Setting::Files => "files",
        Setting::KeepFiles => "keep files",
        Setting::Notes => "notes",
        Setting::Lobby => "lobby",
        Setting::Locked => "locked",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use hearth_core::Record;

    use crate::testing::*;

    use super::*;

    fn entry(number: u64, action: HostAction) -> LogEntry {
        LogEntry {
            number,
            at: Timestamp(number),
            by: "Ada".to_owned(),
            action,
            whom: Some("Bob".to_owned()),
            name: None,
        }
    }

    #[test]
    fn every_action_is_read_as_it_was_written() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        meet(&store, here, Some(ADA), []);
        let entries: Vec<_> = (1..).zip(actions()).map(|(it, action)| entry(it, action)).collect();
        assert_eq!(actions().collect::<BTreeSet<_>>().len(), entries.len(), "each is there once");

        keep(&store, here, entries.iter().cloned().map(|it| Record::Logged(Arc::new(it))));

        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!(stored.log, entries);
    }

    #[test]
    fn what_is_too_old_to_be_shown_is_not_kept() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        let entries =
            (1..=MOST + 3).map(|it| Record::Logged(Arc::new(entry(it, HostAction::Muted))));
        meet(&store, here, Some(ADA), entries);

        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        let numbers: Vec<_> = stored.log.iter().map(|it| it.number).collect();
        assert_eq!(numbers, (4..=MOST + 3).collect::<Vec<_>>());
    }
}

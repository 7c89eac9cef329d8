//! The table of calls that nobody here answered.

use hearth_core::Timestamp;
use rusqlite::{Connection, Result, Row, named_params};

pub(crate) const TABLE: &str = "
    CREATE TABLE missed_calls (
        id           INTEGER PRIMARY KEY AUTOINCREMENT,
        installation TEXT NOT NULL,
        name         TEXT NOT NULL,
        with_video   INTEGER NOT NULL,
        at           INTEGER NOT NULL
    ) STRICT;";

// Strangers can ring too, and nobody calls back more than these.
const MOST: usize = 100;

/// A call that nobody here answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedCall {
    /// The installation that rang.
    pub installation: String,
    /// Who rang there.
    pub name: String,
    /// Whether to see each other, and not just to talk.
    pub with_video: bool,
    /// When it stopped ringing.
    pub at: Timestamp,
}

/// Keeps one, and of all of them the newest.
pub(crate) fn keep(connection: &Connection, missed: &MissedCall) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO missed_calls (installation, name, with_video, at)
             VALUES (:installation, :name, :with_video, :at)",
        )?
        .execute(named_params! {
            ":installation": missed.installation,
            ":name": missed.name,
            ":with_video": missed.with_video,
            ":at": missed.at.0,
        })?;
    connection
        .prepare_cached(
            "DELETE FROM missed_calls WHERE id NOT IN
                 (SELECT id FROM missed_calls ORDER BY id DESC LIMIT ?1)",
        )?
        .execute([MOST])?;
    Ok(())
}

/// All there are with their numbers, newest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(u64, MissedCall)>> {
    connection
        .prepare_cached(
            "SELECT id, installation, name, with_video, at FROM missed_calls ORDER BY id DESC",
        )?
        .query_map((), read)?
        .collect()
}

pub(crate) fn forget_all(connection: &Connection) -> Result<()> {
    connection.prepare_cached("DELETE FROM missed_calls")?.execute(())?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<(u64, MissedCall)> {
    let missed = MissedCall {
        installation: row.get("installation")?,
        name: row.get("name")?,
        with_video: row.get("with_video")?,
        at: Timestamp(row.get("at")?),
    };
    Ok((row.get("id")?, missed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::*;

    fn missed(at: u64) -> MissedCall {
        MissedCall {
            installation: "abcdefgh234567ij".to_owned(),
            name: "Ada".to_owned(),
            with_video: at.is_multiple_of(2),
            at: Timestamp(at),
        }
    }

    #[test]
    fn missed_calls_are_kept_until_they_are_forgotten() {
        let (folder, store) = store();
        for at in [1, 2] {
            store.keep_missed_call(missed(at)).wait().expect("it can be kept");
        }
        drop(store);
        let store = reopen(&folder);
        let kept = store.missed_calls().expect("they can be read");
        assert_eq!(kept, [(2, missed(2)), (1, missed(1))], "the newest first");

        store.forget_missed_calls().wait().expect("they can be forgotten");
        assert_eq!(store.missed_calls().expect("they can be read"), []);
        store.keep_missed_call(missed(3)).wait().expect("it can be kept");
        let kept = store.missed_calls().expect("it can be read");
        assert_eq!(kept, [(3, missed(3))], "no number is used twice");
    }

    #[test]
    fn only_the_newest_hundred_are_kept() {
        let (_folder, store) = store();
        for at in 0..=MOST as u64 {
            store.keep_missed_call(missed(at)).wait().expect("it can be kept");
        }
        let kept = store.missed_calls().expect("they can be read");
        assert_eq!((kept.len(), &kept[MOST - 1].1), (MOST, &missed(1)), "the oldest is gone");
    }
}

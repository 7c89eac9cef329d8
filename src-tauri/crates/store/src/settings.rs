//! The table of settings: what this installation keeps about itself.

use rusqlite::{Connection, OptionalExtension, Result};

pub(crate) const TABLE: &str = "
    CREATE TABLE settings (
        key   TEXT NOT NULL PRIMARY KEY,
        value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;";

pub(crate) fn get_or_set(connection: &Connection, key: &str, value: &[u8]) -> Result<Vec<u8>> {
    connection
        .prepare_cached("INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute((key, value))?;
    connection
        .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
}

pub(crate) fn set(connection: &Connection, key: &str, value: &[u8]) -> Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)")?
        .execute((key, value))?;
    Ok(())
}

pub(crate) fn get(connection: &Connection, key: &str) -> Result<Option<Vec<u8>>> {
    connection
        .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()
}

#[cfg(test)]
mod tests {
    use crate::testing::*;

    #[test]
    fn what_was_set_first_stays() {
        let (folder, store) = store();
        let first = store.setting("key", vec![1, 2]).wait().expect("it can be kept");
        assert_eq!(first, [1, 2], "nothing was set before");
        drop(store);

        let store = reopen(&folder);

        let kept = store.setting("key", vec![3]).wait().expect("it can be read");
        assert_eq!(kept, [1, 2], "it was set already");
        let other = store.setting("other", vec![3]).wait().expect("it can be kept");
        assert_eq!(other, [3], "each key has its own value");
    }

    #[test]
    fn what_is_set_anew_replaces_what_was_set() {
        let (folder, store) = store();
        assert_eq!(store.kept_setting("key").expect("it can be read"), None, "nothing was set");
        for value in [1, 2] {
            store.set_setting("key", vec![value]).wait().expect("it can be kept");
        }
        drop(store);

        let kept = reopen(&folder).kept_setting("key").expect("it can be read");
        assert_eq!(kept, Some(vec![2]));
    }
}

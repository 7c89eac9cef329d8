//! How a database comes up to date.

use rusqlite::{Connection, TransactionBehavior};

use crate::{
    StoreError, accounts, attendance, bookmarks, files, hidings, installations, log, meetings,
    messages, missed_calls, notes, own_rooms, plan, polls, removals, retention, rooms, sessions,
    settings,
};

// Only ever appended to. A database's `user_version` is how many it has seen.
const STEPS: [&str; 27] = [
    meetings::TABLE,
    attendance::TABLE,
    messages::TABLE,
    removals::TABLE,
    hidings::TABLE,
    accounts::TABLE,
    sessions::TABLE,
    meetings::LIFETIME,
    meetings::SPELLING,
    messages::NUMBER_AND_CARD,
    accounts::EMAIL,
    sessions::KIND,
    rooms::TABLE,
    settings::TABLE,
    installations::TABLES,
    missed_calls::TABLE,
    plan::COLUMNS,
    retention::COLUMN,
    own_rooms::TABLE,
    messages::ANSWERS_AND_STATE,
    meetings::LAST_MESSAGE,
    removals::OUTCAST,
    log::TABLE,
    polls::TABLES,
    files::TABLE,
    notes::TABLE,
    bookmarks::TABLE,
];

/// Takes the steps that this database has not seen; all of them, or none.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let seen = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let steps = STEPS.get(seen..).ok_or(StoreError::TooNew { found: seen, known: STEPS.len() })?;
    for step in steps {
        transaction.execute_batch(step)?;
    }
    if !steps.is_empty() {
        transaction.pragma_update(None, "user_version", STEPS.len())?;
    }
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::{Store, connection};

    use super::*;

    fn schema(connection: &Connection) -> Vec<String> {
        let mut objects = connection
            .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
            .expect("every database has a schema");
        let objects = objects.query_map((), |row| row.get(0)).expect("it can be read");
        objects.collect::<Result<_, _>>().expect("definitions are text")
    }

    #[test]
    fn a_database_of_any_earlier_version_becomes_a_current_one() {
        let mut fresh = Connection::open_in_memory().expect("memory is there");
        migrate(&mut fresh).expect("nothing is in the way");

        for seen in 0..=STEPS.len() {
            let mut older = Connection::open_in_memory().expect("memory is there");
            for step in &STEPS[..seen] {
                older.execute_batch(step).expect("earlier steps fit each other");
            }
            older.pragma_update(None, "user_version", seen).expect("a version is a number");

            migrate(&mut older).expect("the other steps fit on top");

            assert_eq!(schema(&older), schema(&fresh), "from version {seen}");
        }
    }

    #[test]
    fn a_database_of_a_newer_version_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("hearth.db");
        let newer = connection::writer(&path).expect("a new file");
        let version = STEPS.len() + 1;
        newer.pragma_update(None, "user_version", version).expect("a version is a number");
        drop(newer);
        let before = fs::read(&path).expect("the file is there");

        let error = Store::open(&path).expect_err("this one cannot be understood");

        let expected = StoreError::TooNew { found: version, known: STEPS.len() };
        assert_eq!(error.to_string(), expected.to_string());
        let after = fs::read(&path).expect("it still is");
        assert!(after == before, "not a byte is changed");
    }

    #[test]
    fn what_is_no_database_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("hearth.db");
        fs::write(&path, "Dear diary, today we bought a server.".repeat(100)).expect("a file");

        let error = Store::open(&path).expect_err("a diary holds no tables");

        assert!(matches!(error, StoreError::Database(_)), "got {error:?}");
    }
}

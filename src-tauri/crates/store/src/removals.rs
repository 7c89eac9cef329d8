//! The table of removals: whom a meeting's code no longer lets in.

use std::collections::BTreeSet;

use hearth_core::{Code, PersonId};
use rusqlite::{Connection, Result};

pub(crate) const TABLE: &str = "
    CREATE TABLE removals (
        meeting TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE,
        person  BLOB NOT NULL,
        PRIMARY KEY (meeting, person)
    ) STRICT, WITHOUT ROWID;";

pub(crate) fn remove(connection: &Connection, code: Code, person: PersonId) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO removals VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute((code.compact(), person.0))?;
    Ok(())
}

pub(crate) fn of(connection: &Connection, code: Code) -> Result<BTreeSet<PersonId>> {
    connection
        .prepare_cached("SELECT person FROM removals WHERE meeting = ?1")?
        .query_map([code.compact()], |row| row.get(0).map(PersonId))?
        .collect()
}

/// An account cannot shed a guest's removal. But nobody is kept out of their own
/// meetings, so this comes after those are adopted.
pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO removals SELECT meeting, ?2 FROM removals WHERE person = ?1",
        )?
        .execute((guest.0, account.0))?;
    connection
        .prepare_cached(
            "DELETE FROM removals WHERE person = ?1
                 OR (person = ?2 AND meeting IN (SELECT code FROM meetings WHERE owner = ?2))",
        )?
        .execute((guest.0, account.0))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use hearth_core::Record;

    use crate::testing::*;

    use super::*;

    #[test]
    fn someone_is_kept_out_of_one_meeting_and_no_other() {
        let (_folder, store) = store();
        let (here, elsewhere) = (code("abc-def-234"), code("abc-def-235"));
        meet(&store, here, Some(ADA), [Record::Removed(BOB), Record::Removed(BOB)]);
        meet(&store, elsewhere, Some(ADA), []);

        let removed = |code| store.meeting(code).expect("it can be read").map(|it| it.removed);

        assert_eq!(removed(here), Some(BTreeSet::from([BOB])));
        assert_eq!(removed(elsewhere), Some(BTreeSet::new()));
    }
}

//! The table of removals: whom a meeting's code no longer lets in.

use std::collections::BTreeMap;

use hearth_core::{Code, Outcast, ParticipantId, PersonId};
use rusqlite::{Connection, Result};

pub(crate) const TABLE: &str = "
    CREATE TABLE removals (
        meeting TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE,
        person  BLOB NOT NULL,
        PRIMARY KEY (meeting, person)
    ) STRICT, WITHOUT ROWID;";

// As whom they were in: of several times, the last.
pub(crate) const OUTCAST: &str = "
    ALTER TABLE removals ADD COLUMN participant INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE removals ADD COLUMN name TEXT NOT NULL DEFAULT '';
    UPDATE removals SET (participant, name) = (
        SELECT participant, name FROM attendance
        WHERE attendance.meeting = removals.meeting AND attendance.person = removals.person
        ORDER BY participant DESC LIMIT 1)
    WHERE EXISTS (SELECT 1 FROM attendance
        WHERE attendance.meeting = removals.meeting AND attendance.person = removals.person);";

pub(crate) fn remove(
    connection: &Connection,
    code: Code,
    person: PersonId,
    outcast: &Outcast,
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO removals (meeting, person, participant, name) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO NOTHING",
        )?
        .execute((code.compact(), person.0, outcast.id.number(), &outcast.name))?;
    Ok(())
}

pub(crate) fn let_back(connection: &Connection, code: Code, who: ParticipantId) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM removals WHERE meeting = ?1 AND participant = ?2")?
        .execute((code.compact(), who.number()))?;
    Ok(())
}

pub(crate) fn of(connection: &Connection, code: Code) -> Result<BTreeMap<PersonId, Outcast>> {
    connection
        .prepare_cached("SELECT person, participant, name FROM removals WHERE meeting = ?1")?
        .query_map([code.compact()], |row| {
            let id = ParticipantId::mentioned(row.get(1)?);
            Ok((PersonId(row.get(0)?), Outcast { id, name: row.get(2)? }))
        })?
        .collect()
}

/// An account cannot shed a guest's removal. But nobody is kept out of their own
/// meetings, so this comes after those are adopted.
pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO removals (meeting, person, participant, name)
             SELECT meeting, ?2, participant, name FROM removals WHERE person = ?1",
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
        meet(&store, here, Some(ADA), [removed(BOB), removed(BOB)]);
        meet(&store, elsewhere, Some(ADA), []);

        let kept_out = |code| store.meeting(code).expect("it can be read").map(|it| it.removed);

        assert_eq!(kept_out(here), Some(BTreeMap::from([(BOB, outcast())])));
        assert_eq!(kept_out(elsewhere), Some(BTreeMap::new()));
        keep(&store, here, [Record::LetBack(outcast().id)]);
        assert_eq!(kept_out(here), Some(BTreeMap::new()), "he was let back");
    }
}

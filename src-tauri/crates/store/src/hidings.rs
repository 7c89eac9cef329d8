//! The table of hidings: who deleted which meeting from their own history.

use hearth_core::{Code, PersonId};
use rusqlite::{Connection, Result};

pub(crate) const TABLE: &str = "
    CREATE TABLE hidings (
        meeting TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE,
        person  BLOB NOT NULL,
        PRIMARY KEY (meeting, person)
    ) STRICT, WITHOUT ROWID;";

/// Hides a meeting; `false` if it was hidden already.
pub(crate) fn hide(connection: &Connection, code: Code, person: PersonId) -> Result<bool> {
    let hidden = connection
        .prepare_cached("INSERT INTO hidings VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute((code.compact(), person.0))?;
    Ok(hidden == 1)
}

pub(crate) fn show(connection: &Connection, code: Code, person: PersonId) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM hidings WHERE meeting = ?1 AND person = ?2")?
        .execute((code.compact(), person.0))?;
    Ok(())
}

/// Whether nobody is left in whose history the meeting is.
pub(crate) fn hidden_from_all(connection: &Connection, code: Code) -> Result<bool> {
    let seen = connection
        .prepare_cached(
            "SELECT owner FROM meetings WHERE code = ?1 AND owner IS NOT NULL
             UNION ALL
             SELECT person FROM attendance WHERE meeting = ?1
                 AND person NOT IN (SELECT person FROM hidings WHERE meeting = ?1)",
        )?
        .exists([code.compact()])?;
    Ok(!seen)
}

pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO hidings SELECT meeting, ?2 FROM hidings WHERE person = ?1",
        )?
        .execute((guest.0, account.0))?;
    connection.prepare_cached("DELETE FROM hidings WHERE person = ?1")?.execute([guest.0])?;
    Ok(())
}

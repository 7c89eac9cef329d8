//! The table of bookmarks: up to which line someone has seen the chat of a room that
//! lasts.

use hearth_core::{Code, PersonId};
use rusqlite::{Connection, Result, named_params};

// What was said in a room before there were bookmarks counts as seen by whoever was
// in it.
pub(crate) const TABLE: &str = "
    CREATE TABLE bookmarks (
        meeting TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE,
        person  BLOB NOT NULL,
        message INTEGER NOT NULL,
        PRIMARY KEY (meeting, person)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO bookmarks
        SELECT DISTINCT meeting, person, last_message
        FROM attendance JOIN meetings ON code = meeting WHERE lifetime IS NULL;";

/// What someone has seen they do not unsee.
pub(crate) fn put(
    connection: &Connection,
    code: Code,
    person: PersonId,
    message: u64,
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO bookmarks (meeting, person, message) VALUES (:meeting, :person, :message)
             ON CONFLICT DO UPDATE SET message = max(message, excluded.message)",
        )?
        .execute(named_params! {
            ":meeting": code.compact(),
            ":person": person.0,
            ":message": message,
        })?;
    Ok(())
}

pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO bookmarks SELECT meeting, ?2, message FROM bookmarks WHERE person = ?1
             ON CONFLICT DO UPDATE SET message = max(message, excluded.message)",
        )?
        .execute((guest.0, account.0))?;
    connection.prepare_cached("DELETE FROM bookmarks WHERE person = ?1")?.execute([guest.0])?;
    Ok(())
}

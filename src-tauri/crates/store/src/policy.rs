//! What a meeting allows, in columns of the table of meetings.

use hearth_core::{Code, Policy};
use rusqlite::{Connection, Result, Row, named_params};

pub(crate) fn change(connection: &Connection, code: Code, policy: Policy) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE meetings SET microphone = :microphone, camera = :camera, screen = :screen,
                 chat = :chat, files = :files, keep_files = :keep_files, notes = :notes,
                 lobby = :lobby, locked = :locked
             WHERE code = :code",
        )?
        .execute(named_params! {
            ":code": code.compact(),
            ":microphone": policy.microphone,
            ":camera": policy.camera,
            ":screen": policy.screen,
            ":chat": policy.chat,
            ":files": policy.files,
            ":keep_files": policy.keep_files,
            ":notes": policy.notes,
            ":lobby": policy.lobby,
            ":locked": policy.locked,
        })?;
    Ok(())
}

pub(crate) fn read(row: &Row<'_>) -> Result<Policy> {
    Ok(Policy {
        microphone: row.get("microphone")?,
        camera: row.get("camera")?,
        screen: row.get("screen")?,
        chat: row.get("chat")?,
        files: row.get("files")?,
        keep_files: row.get("keep_files")?,
        notes: row.get("notes")?,
        lobby: row.get("lobby")?,
        locked: row.get("locked")?,
    })
}

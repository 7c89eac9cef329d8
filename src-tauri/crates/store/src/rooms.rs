//! The table of rooms: meetings with a name, in which people come and go.

use hearth_core::{Code, Lifetime, PersonId, Policy, Timestamp};
use rusqlite::{Connection, Result};

use crate::{NewMeeting, RoomMessage, meetings, messages};

pub(crate) const TABLE: &str = "
    CREATE TABLE rooms (
        meeting     TEXT NOT NULL PRIMARY KEY REFERENCES meetings (code) ON DELETE CASCADE,
        name        TEXT NOT NULL UNIQUE,
        description TEXT NOT NULL,
        created_by  BLOB NOT NULL,
        created_at  INTEGER NOT NULL
    ) STRICT;";

/// A room that is about to be made, together with its meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRoom {
    /// The code of its meeting.
    pub code: Code,
    /// Its name, which no other room has.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Who makes it, and owns its meeting.
    pub created_by: PersonId,
    /// When it is made.
    pub created_at: Timestamp,
}

/// A room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// The code of its meeting.
    pub code: Code,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Who made it.
    pub created_by: PersonId,
    /// The username of who made it.
    pub created_by_username: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// A room whose meeting was ended is over, and leaves its name to another.
pub(crate) fn create(connection: &Connection, room: &NewRoom) -> Result<bool> {
    connection
        .prepare_cached(
            "DELETE FROM rooms WHERE name = ?1
                 AND meeting IN (SELECT code FROM meetings WHERE ended_at IS NOT NULL)",
        )?
        .execute([&room.name])?;
    let is_taken =
        connection.prepare_cached("SELECT 1 FROM rooms WHERE name = ?1")?.exists([&room.name])?;
    if is_taken || !meetings::insert(connection, &meeting(room))? {
        return Ok(false);
    }
    connection
        .prepare_cached(
            "INSERT INTO rooms (meeting, name, description, created_by, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((
            room.code.compact(),
            &room.name,
            &room.description,
            room.created_by.0,
            room.created_at.0,
        ))?;
    Ok(true)
}

fn meeting(room: &NewRoom) -> NewMeeting {
    NewMeeting {
        code: room.code,
        spelling: None,
        title: Some(room.name.clone()),
        owner: Some(room.created_by),
        policy: Policy::default(),
        lifetime: Lifetime::Lasting,
        plan: None,
        created_at: room.created_at,
    }
}

pub(crate) fn all(connection: &Connection) -> Result<Vec<Room>> {
    connection
        .prepare_cached(
            "SELECT code, rooms.name, description, created_by, username, rooms.created_at
             FROM rooms
                 JOIN meetings ON code = meeting
                 LEFT JOIN accounts ON person = created_by
             WHERE ended_at IS NULL
             ORDER BY rooms.created_at DESC, rooms.rowid DESC",
        )?
        .query_map((), |row| {
            Ok(Room {
                code: meetings::read_code(row)?,
                name: row.get("name")?,
                description: row.get("description")?,
                created_by: PersonId(row.get("created_by")?),
                created_by_username: row.get("username")?,
                created_at: Timestamp(row.get("created_at")?),
            })
        })?
        .collect()
}

pub(crate) fn messages(
    connection: &Connection,
    code: Code,
    person: PersonId,
    limit: usize,
) -> Result<Option<Vec<RoomMessage>>> {
    let is_room = connection
        .prepare_cached("SELECT 1 FROM rooms WHERE meeting = ?1")?
        .exists([code.compact()])?;
    if !is_room {
        return Ok(None);
    }
    messages::newest_readable_by(connection, code, person, limit).map(Some)
}

#[cfg(test)]
mod tests {
    use hearth_core::Record;

    use crate::Store;
    use crate::testing::*;

    use super::*;

    const HERE: &str = "0123456789abcdef01234567";

    fn make(store: &Store, text: &str, name: &str, created_at: u64) -> bool {
        let room = NewRoom {
            code: code(text),
            name: name.to_owned(),
            description: String::new(),
            created_by: ADA,
            created_at: Timestamp(created_at),
        };
        store.create_room(room).wait().expect("it can be asked")
    }

    fn names(store: &Store) -> Vec<String> {
        store.rooms().expect("they can be read").into_iter().map(|room| room.name).collect()
    }

    #[test]
    fn a_room_has_a_name_of_its_own_and_a_meeting_that_lasts() {
        let (_folder, store) = store();
        store.create_account(account("ada", ADA)).wait().expect("it can be kept");
        assert!(make(&store, HERE, "Lounge", 1), "it is the first");
        assert!(make(&store, &"1".repeat(24), "Kitchen", 1), "another name");
        assert!(!make(&store, &"2".repeat(24), "Lounge", 3), "the name is taken");

        let rooms = store.rooms().expect("they can be read");
        assert_eq!(names(&store), ["Kitchen", "Lounge"], "newest first");
        assert_eq!(rooms[1].created_by_username.as_deref(), Some("ada"), "she made it");
        let meeting = store.meeting(code(HERE)).expect("it can be read").expect("it is there");
        assert_eq!((meeting.owner, meeting.lifetime), (Some(ADA), Lifetime::Lasting));
        let refused = store.meeting(code(&"2".repeat(24))).expect("it can be read");
        assert_eq!(refused, None, "a room that was not made has no meeting either");
    }

    #[test]
    fn a_room_goes_with_its_meeting_and_leaves_its_name_to_another() {
        let (_folder, store) = store();
        assert!(make(&store, HERE, "Lounge", 1), "it is the first");
        keep(&store, code(HERE), [Record::Ended { at: Timestamp(2) }]);
        assert!(names(&store).is_empty(), "its meeting was ended");

        let again = "1".repeat(24);
        assert!(make(&store, &again, "Lounge", 3), "the name is free again");
        assert_eq!(names(&store), ["Lounge"]);
        store.delete_meeting(code(&again), ADA).wait().expect("it is hers");
        assert!(names(&store).is_empty(), "its meeting was deleted");
    }

    #[test]
    fn a_room_tells_its_newest_lines_to_whom_they_concern() {
        let (_folder, store) = store();
        store.create_account(account("ada", ADA)).wait().expect("it can be kept");
        make(&store, HERE, "Lounge", 1);
        let (ada, bob) = ((1, ADA, "Ada"), (2, BOB, "Bob"));
        let lines = [
            said(ada, "first", 2),
            said(bob, "second", 3),
            whispered(ada, bob, "for Bob", 4),
            said(ada, "last", 5),
        ];
        keep(&store, code(HERE), lines);

        let heard = |person, limit| {
            let lines = store.room_messages(code(HERE), person, limit).expect("it can be read");
            let lines = lines.expect("it is a room").into_iter();
            lines.map(|line| (line.message.text, line.username)).collect::<Vec<_>>()
        };
        let by_ada = |text: &str| (text.to_owned(), Some("ada".to_owned()));
        let by_bob = |text: &str| (text.to_owned(), None);
        assert_eq!(heard(CY, 100), [by_ada("first"), by_bob("second"), by_ada("last")]);
        assert_eq!(heard(CY, 2), [by_bob("second"), by_ada("last")], "the newest of them");
        assert_eq!(heard(BOB, 2), [by_ada("for Bob"), by_ada("last")], "it was for him");
        meet(&store, code("abc-def-234"), None, []);
        let elsewhere = store.room_messages(code("abc-def-234"), ADA, 1).expect("it can be read");
        assert_eq!(elsewhere, None, "a meeting without a name is no room");
    }
}

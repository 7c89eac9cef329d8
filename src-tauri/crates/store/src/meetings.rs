//! The table of meetings.

use std::collections::BTreeSet;

use hearth_core::{Code, Message, PersonId, Policy, Timestamp};
use rusqlite::{Connection, OptionalExtension, Result, Row, named_params, types::Type};

use crate::{attendance, messages, removals};

pub(crate) const TABLE: &str = "
    CREATE TABLE meetings (
        code       TEXT NOT NULL PRIMARY KEY,
        title      TEXT,
        owner      BLOB,
        microphone INTEGER NOT NULL,
        camera     INTEGER NOT NULL,
        screen     INTEGER NOT NULL,
        chat       INTEGER NOT NULL,
        lobby      INTEGER NOT NULL,
        locked     INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        last_used  INTEGER NOT NULL,
        ended_at   INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX meetings_by_owner ON meetings (owner);";

// As much chat as a newcomer is shown.
const RECENT_CHAT: usize = 200;

/// A meeting that is about to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeeting {
    /// Its code.
    pub code: Code,
    /// A title for the history.
    pub title: Option<String>,
    /// Whose it is.
    pub owner: Option<PersonId>,
    /// What it allows at first.
    pub policy: Policy,
    /// When it is made.
    pub created_at: Timestamp,
}

/// What a meeting needs to go on where it was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMeeting {
    /// Its code.
    pub code: Code,
    /// Its title for the history.
    pub title: Option<String>,
    /// Whose it is.
    pub owner: Option<PersonId>,
    /// What it allows.
    pub policy: Policy,
    /// When it was made.
    pub created_at: Timestamp,
    /// When someone last came, went or said something.
    pub last_used: Timestamp,
    /// When it ended, if it is over.
    pub ended_at: Option<Timestamp>,
    /// Whom its code no longer lets in.
    pub removed: BTreeSet<PersonId>,
    /// The highest number among its participants; 0 if nobody ever came.
    pub last_participant: u64,
    /// Its newest two hundred lines of chat, oldest first.
    pub chat: Vec<Message>,
}

pub(crate) fn create(connection: &Connection, meeting: &NewMeeting) -> Result<bool> {
    let policy = meeting.policy;
    let created = connection
        .prepare_cached(
            "INSERT INTO meetings VALUES (:code, :title, :owner, :microphone, :camera, :screen,
                 :chat, :lobby, :locked, :created_at, :created_at, NULL)
             ON CONFLICT DO NOTHING",
        )?
        .execute(named_params! {
            ":code": meeting.code.compact(),
            ":title": meeting.title,
            ":owner": meeting.owner.map(|owner| owner.0),
            ":microphone": policy.microphone,
            ":camera": policy.camera,
            ":screen": policy.screen,
            ":chat": policy.chat,
            ":lobby": policy.lobby,
            ":locked": policy.locked,
            ":created_at": meeting.created_at.0,
        })?;
    Ok(created == 1)
}

pub(crate) fn exists(connection: &Connection, code: Code) -> Result<bool> {
    connection.prepare_cached("SELECT 1 FROM meetings WHERE code = ?1")?.exists([code.compact()])
}

pub(crate) fn is_owner(connection: &Connection, code: Code, person: PersonId) -> Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM meetings WHERE code = ?1 AND owner = ?2")?
        .exists((code.compact(), person.0))
}

/// A meeting's last use is the latest of all its times, whatever the clock did.
pub(crate) fn use_at(connection: &Connection, code: Code, at: Timestamp) -> Result<()> {
    connection
        .prepare_cached("UPDATE meetings SET last_used = max(last_used, ?2) WHERE code = ?1")?
        .execute((code.compact(), at.0))?;
    Ok(())
}

pub(crate) fn change_policy(connection: &Connection, code: Code, policy: Policy) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE meetings SET microphone = :microphone, camera = :camera, screen = :screen,
                 chat = :chat, lobby = :lobby, locked = :locked
             WHERE code = :code",
        )?
        .execute(named_params! {
            ":code": code.compact(),
            ":microphone": policy.microphone,
            ":camera": policy.camera,
            ":screen": policy.screen,
            ":chat": policy.chat,
            ":lobby": policy.lobby,
            ":locked": policy.locked,
        })?;
    Ok(())
}

pub(crate) fn end(connection: &Connection, code: Code, at: Timestamp) -> Result<()> {
    connection
        .prepare_cached("UPDATE meetings SET ended_at = ?2 WHERE code = ?1")?
        .execute((code.compact(), at.0))?;
    Ok(())
}

/// Deletes a meeting and, by their foreign keys, everything that is part of it.
pub(crate) fn delete(connection: &Connection, code: Code) -> Result<()> {
    connection.prepare_cached("DELETE FROM meetings WHERE code = ?1")?.execute([code.compact()])?;
    Ok(())
}

pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    connection
        .prepare_cached("UPDATE meetings SET owner = ?2 WHERE owner = ?1")?
        .execute((guest.0, account.0))?;
    Ok(())
}

pub(crate) fn find(connection: &Connection, code: Code) -> Result<Option<StoredMeeting>> {
    let meeting = connection
        .prepare_cached("SELECT * FROM meetings WHERE code = ?1")?
        .query_row([code.compact()], |row| read(connection, row));
    meeting.optional()
}

fn read(connection: &Connection, row: &Row<'_>) -> Result<StoredMeeting> {
    let code = read_code(row)?;
    Ok(StoredMeeting {
        code,
        title: row.get("title")?,
        owner: row.get::<_, Option<_>>("owner")?.map(PersonId),
        policy: Policy {
            microphone: row.get("microphone")?,
            camera: row.get("camera")?,
            screen: row.get("screen")?,
            chat: row.get("chat")?,
            lobby: row.get("lobby")?,
            locked: row.get("locked")?,
        },
        created_at: Timestamp(row.get("created_at")?),
        last_used: Timestamp(row.get("last_used")?),
        ended_at: row.get::<_, Option<_>>("ended_at")?.map(Timestamp),
        removed: removals::of(connection, code)?,
        last_participant: attendance::last_participant(connection, code)?,
        chat: messages::newest(connection, code, RECENT_CHAT)?,
    })
}

pub(crate) fn read_code(row: &Row<'_>) -> Result<Code> {
    let unreadable = |error| {
        let column = row.as_ref().column_index("code").unwrap_or_default();
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
    };
    row.get::<_, String>("code")?.parse().map_err(unreadable)
}

#[cfg(test)]
mod tests {
    use hearth_core::Record;

    use crate::testing::*;

    use super::*;

    #[test]
    fn a_meeting_goes_on_where_it_was_left() {
        let (folder, store) = store();
        let weekly = code("abc-def-234");
        let new = NewMeeting {
            code: weekly,
            title: Some("Weekly".to_owned()),
            owner: Some(ADA),
            policy: Policy { lobby: true, ..Policy::default() },
            created_at: Timestamp(10),
        };
        let quiet = Policy { chat: false, camera: false, locked: true, ..new.policy };
        store.create_meeting(new).wait().expect("it can be kept");
        let (ada, bob) = ((1, ADA, "Ada"), (4, BOB, "Bob"));
        keep(
            &store,
            weekly,
            [
                came(1, ADA, "Ada", 20),
                came(4, BOB, "Bob", 30),
                said(ada, "hello", 40),
                whispered(bob, ada, "hello you", 50),
                Record::PolicyChanged(quiet),
                Record::Removed(CY),
                went(4, 60),
            ],
        );
        store.close();

        let stored = reopen(&folder).meeting(weekly).expect("it can be read");

        let expected = StoredMeeting {
            code: weekly,
            title: Some("Weekly".to_owned()),
            owner: Some(ADA),
            policy: quiet,
            created_at: Timestamp(10),
            last_used: Timestamp(60),
            ended_at: None,
            removed: BTreeSet::from([CY]),
            last_participant: 4,
            chat: vec![message(ada, None, "hello", 40), message(bob, Some(ada), "hello you", 50)],
        };
        assert_eq!(stored, Some(expected));
    }

    #[test]
    fn a_code_belongs_to_the_first_who_takes_it() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        meet(&store, here, Some(ADA), []);

        let second = NewMeeting {
            code: here,
            title: None,
            owner: Some(BOB),
            policy: Policy::default(),
            created_at: Timestamp(2),
        };

        assert!(!store.create_meeting(second).wait().expect("it can be asked"), "it is taken");
        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!(stored.owner, Some(ADA));
        assert_eq!(store.meeting(code("zzz-zzz-zzz")).expect("it can be read"), None);
    }

    #[test]
    fn a_meeting_that_ended_says_when() {
        let (_folder, store) = store();
        let here = code("abc-def-234");

        meet(&store, here, None, [came(1, ADA, "Ada", 5), Record::Ended { at: Timestamp(9) }]);

        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!(stored.ended_at, Some(Timestamp(9)));
    }

    #[test]
    fn a_clock_that_is_set_back_does_not_make_a_meeting_older() {
        let (_folder, store) = store();
        let here = code("abc-def-234");

        meet(&store, here, None, [came(1, ADA, "Ada", 500), went(1, 400)]);

        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!(stored.last_used, Timestamp(500));
    }
}

//! The room that is someone's own: a meeting that lasts, and whose code they keep.

use hearth_core::{Code, PersonId};
use rusqlite::{Connection, OptionalExtension, Result};

use crate::{NewMeeting, meetings};

pub(crate) const TABLE: &str = "
    CREATE TABLE own_rooms (
        person  BLOB NOT NULL PRIMARY KEY,
        meeting TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX own_rooms_by_meeting ON own_rooms (meeting);";

pub(crate) fn find(connection: &Connection, person: PersonId) -> Result<Option<Code>> {
    connection
        .prepare_cached(
            "SELECT code FROM own_rooms JOIN meetings ON code = meeting
             WHERE person = ?1 AND ended_at IS NULL",
        )?
        .query_row([person.0], meetings::read_code)
        .optional()
}

/// A meeting of nobody is nobody's own room, and not made.
pub(crate) fn make(connection: &Connection, meeting: &NewMeeting) -> Result<Option<Code>> {
    let Some(owner) = meeting.owner else { return Ok(None) };
    if let Some(code) = find(connection, owner)? {
        return Ok(Some(code));
    }
    if !meetings::insert(connection, meeting)? {
        return Ok(None);
    }
    connection
        .prepare_cached("INSERT OR REPLACE INTO own_rooms (person, meeting) VALUES (?1, ?2)")?
        .execute((owner.0, meeting.code.compact()))?;
    Ok(Some(meeting.code))
}

/// An account that has a room keeps it; the guest's goes on as a meeting.
pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    connection
        .prepare_cached("UPDATE OR IGNORE own_rooms SET person = ?2 WHERE person = ?1")?
        .execute((guest.0, account.0))?;
    connection.prepare_cached("DELETE FROM own_rooms WHERE person = ?1")?.execute([guest.0])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use hearth_core::{Lifetime, Policy, Record, Timestamp};

    use crate::Store;
    use crate::testing::*;

    use super::*;

    fn make(store: &Store, person: PersonId, text: &str) -> Option<Code> {
        let meeting = NewMeeting {
            code: code(text),
            spelling: None,
            title: None,
            owner: Some(person),
            policy: Policy::default(),
            lifetime: Lifetime::Lasting,
            plan: None,
            created_at: Timestamp(1),
        };
        store.make_own_room(meeting).wait().expect("it can be asked")
    }

    fn room_of(store: &Store, person: PersonId) -> Option<Code> {
        store.own_room(person).expect("it can be read")
    }

    #[test]
    fn everyone_has_one_room_until_it_is_ended_or_deleted() {
        let (_folder, store) = store();
        let [first, second, third] = ["abc-def-234", "xyz-def-234", "mmm-def-234"].map(code);
        assert_eq!(room_of(&store, ADA), None);
        assert_eq!(make(&store, ADA, "abc-def-234"), Some(first));
        assert_eq!(make(&store, ADA, "xyz-def-234"), Some(first), "she has one");
        assert_eq!(make(&store, BOB, "abc-def-234"), None, "the code is taken");
        keep(&store, first, [Record::Ended { at: Timestamp(9) }]);
        assert_eq!(room_of(&store, ADA), None, "it was ended");
        assert_eq!(make(&store, ADA, "xyz-def-234"), Some(second));
        store.delete_meeting(second, ADA).wait().expect("it can be asked");
        assert_eq!(make(&store, ADA, "mmm-def-234"), Some(third));
    }

    #[test]
    fn a_room_goes_along_with_a_new_code_and_an_account() {
        let (_folder, store) = store();
        let [old, new] = ["abc-def-234", "xyz-def-234"].map(code);
        make(&store, ADA, "abc-def-234");
        assert!(store.change_code(old, new).wait().expect("it can be kept"));
        assert_eq!(room_of(&store, ADA), Some(new));
        store.adopt_guest(ADA, BOB).wait().expect("it can be kept");
        assert_eq!((room_of(&store, ADA), room_of(&store, BOB)), (None, Some(new)));
        make(&store, CY, "mmm-def-234");
        store.adopt_guest(CY, BOB).wait().expect("it can be kept");
        assert_eq!(room_of(&store, BOB), Some(new), "the account has one already");
    }
}

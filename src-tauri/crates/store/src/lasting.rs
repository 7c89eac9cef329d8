//! The rooms that last, as someone who belongs to them finds them.

use hearth_core::{Code, PersonId};
use rusqlite::{Connection, Result};

use crate::meetings;

/// A room that lasts, to which someone belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastingRoom {
    /// Its code.
    pub code: Code,
    /// Its title.
    pub title: Option<String>,
    /// Whether it is the room that is this person's own.
    pub own: bool,
    /// How many lines that others wrote this person may read and has not seen; 100
    /// for that many or more.
    pub unread: u64,
}

/// The room used last first. Whoever was removed, or deleted a room from their
/// history, does not find it.
pub(crate) fn of(
    connection: &Connection,
    person: PersonId,
    limit: usize,
) -> Result<Vec<LastingRoom>> {
    connection
        .prepare_cached(
            "SELECT code, title,
                 EXISTS (SELECT 1 FROM own_rooms WHERE meeting = code AND person = ?1) AS own,
                 (SELECT count(*) FROM (
                     SELECT 1 FROM messages
                     WHERE meeting = code AND number > coalesce((
                             SELECT message FROM bookmarks WHERE meeting = code AND person = ?1), 0)
                         AND person <> ?1 AND (to_person IS NULL OR to_person = ?1) AND state <> 2
                     LIMIT 100)) AS unread
             FROM meetings
             WHERE lifetime IS NULL AND ended_at IS NULL
                 AND (owner = ?1 OR code IN (SELECT meeting FROM attendance WHERE person = ?1))
                 AND NOT EXISTS (SELECT 1 FROM hidings WHERE meeting = code AND person = ?1)
                 AND NOT EXISTS (SELECT 1 FROM removals WHERE meeting = code AND person = ?1)
             ORDER BY last_used DESC, code LIMIT ?2",
        )?
        .query_map((person.0, limit), |row| {
            Ok(LastingRoom {
                code: meetings::read_code(row)?,
                title: row.get("title")?,
                own: row.get("own")?,
                unread: row.get("unread")?,
            })
        })?
        .collect()
}

#[cfg(test)]
mod tests {
    use hearth_core::{Lifetime, Message, MessageState, Policy, Record, Timestamp};

    use crate::testing::*;
    use crate::{NewMeeting, Store};

    use super::*;

    const DAN: PersonId = PersonId([4; 16]);

    fn room(store: &Store, text: &str, records: impl IntoIterator<Item = Record>) -> Code {
        let code = code(text);
        let meeting = NewMeeting {
            code,
            spelling: None,
            title: Some("Weekly".to_owned()),
            owner: Some(ADA),
            policy: Policy::default(),
            lifetime: Lifetime::Lasting,
            plan: None,
            created_at: Timestamp(1),
        };
        let made = store.create_meeting(meeting, SPARE.parse().expect("a code")).wait();
        assert_eq!(made.ok(), Some(true), "the code is free");
        keep(store, code, records);
        code
    }

    fn rooms(store: &Store, person: PersonId) -> Vec<(Code, u64)> {
        let rooms = store.lasting_rooms(person, 50).expect("they can be read");
        rooms.into_iter().map(|room| (room.code, room.unread)).collect()
    }

    fn looked(person: PersonId, message: u64) -> Record {
        Record::Looked { person, message }
    }

    #[test]
    fn what_others_wrote_since_someone_looked_is_counted() {
        let (folder, store) = store();
        let (ada, bob, cy) = ((1, ADA, "Ada"), (2, BOB, "Bob"), (3, CY, "Cy"));
        let arrivals = [ada, bob, cy].map(|(number, person, name)| came(number, person, name, 5));
        let here = room(&store, "abc-def-234", arrivals);
        let lines = [
            said(ada, "one", 10),
            said(bob, "two", 11),
            said(ada, "three", 12),
            whispered(ada, bob, "for Bob", 13),
        ];
        keep(&store, here, lines);
        assert_eq!(rooms(&store, ADA), [(here, 1)], "her own lines are no news");
        assert_eq!(rooms(&store, BOB), [(here, 3)]);
        assert_eq!(rooms(&store, CY), [(here, 3)], "what was for Bob is none of Cy's business");

        keep(&store, here, [looked(BOB, 11), looked(CY, 13), looked(CY, 10)]);
        assert_eq!(rooms(&store, BOB), [(here, 2)]);
        assert_eq!(rooms(&store, CY), [(here, 0)], "nothing is unseen again");
        let gone = Message { state: MessageState::Deleted, ..message(ada, None, "", 12) };
        keep(&store, here, [Record::MessageChanged(gone.into())]);
        store.close();
        assert_eq!(rooms(&reopen(&folder), BOB), [(here, 1)], "what was deleted is no news");
    }

    #[test]
    fn the_count_has_an_end() {
        let (_folder, store) = store();
        let lines = (1..150).map(|number| said((1, ADA, "Ada"), "…", number));
        let here = room(&store, "abc-def-234", [came(2, BOB, "Bob", 1)].into_iter().chain(lines));
        assert_eq!(rooms(&store, BOB), [(here, 100)]);
    }

    #[test]
    fn rooms_are_found_by_who_belongs_and_last_used_first() {
        let (_folder, store) = store();
        let arrivals = [came(1, BOB, "Bob", 5), came(2, CY, "Cy", 5), came(3, DAN, "Dan", 5)];
        let early = room(&store, "abc-def-234", arrivals);
        let late = room(&store, "xyz-def-234", [came(1, BOB, "Bob", 9)]);
        let ended = room(&store, "mmm-def-234", [came(1, BOB, "Bob", 9)]);
        keep(&store, ended, [Record::Ended { at: Timestamp(10) }]);
        meet(&store, code("nnn-def-234"), Some(ADA), [came(1, BOB, "Bob", 9)]);

        assert_eq!(rooms(&store, BOB), [(late, 0), (early, 0)]);
        assert_eq!(rooms(&store, ADA), [(late, 0), (early, 0)], "who owns it need not have come");
        keep(&store, early, [removed(CY)]);
        assert_eq!(rooms(&store, CY), [], "the removed do not find it");
        store.delete_meeting(early, DAN).wait().expect("it can be asked");
        assert_eq!(rooms(&store, DAN), [], "nor does who deleted it");
        assert_eq!(store.lasting_rooms(BOB, 1).expect("they can be read").len(), 1);
        assert_eq!(store.has_attended(early, BOB).ok(), Some(true));
        assert_eq!(store.has_attended(early, ADA).ok(), Some(false), "she owns it");
    }

    #[test]
    fn bookmarks_go_along_with_a_new_code_and_an_account() {
        let (_folder, store) = store();
        let lines = [said((1, ADA, "Ada"), "one", 10), said((1, ADA, "Ada"), "two", 11)];
        let old = room(&store, "abc-def-234", [came(2, BOB, "Bob", 5)].into_iter().chain(lines));
        keep(&store, old, [looked(BOB, 10)]);
        let new = code("xyz-def-234");
        assert!(store.change_code(old, new).wait().expect("it can be kept"));
        assert_eq!(rooms(&store, BOB), [(new, 1)]);
        keep(&store, new, [looked(CY, 11)]);
        store.adopt_guest(BOB, CY).wait().expect("it can be kept");
        assert_eq!(rooms(&store, CY), [(new, 0)], "the one who saw more counts");
    }

    #[test]
    fn whoever_wrote_without_coming_in_has_a_number_that_nobody_else_gets() {
        let (_folder, store) = store();
        let records = [came(1, ADA, "Ada", 5), said((7, BOB, "Bob"), "from outside", 6)];
        let here = room(&store, "abc-def-234", records);
        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!(stored.last_participant, 7);
    }
}

//! The table of attendance: who was in which meeting, from when until when.

use std::cmp::max;

use hearth_core::{Code, ParticipantId, PersonId, Timestamp};
use rusqlite::{Connection, Result, named_params};

// Whoever is in has gone at no time yet; these few are found by an index of
// their own.
pub(crate) const TABLE: &str = "
    CREATE TABLE attendance (
        id          INTEGER PRIMARY KEY,
        meeting     TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE,
        participant INTEGER NOT NULL,
        person      BLOB NOT NULL,
        name        TEXT NOT NULL,
        came_at     INTEGER NOT NULL,
        went_at     INTEGER
    ) STRICT;
    CREATE INDEX attendance_by_meeting ON attendance (meeting, came_at);
    CREATE INDEX attendance_by_person ON attendance (person, meeting);
    CREATE INDEX attendance_now ON attendance (meeting, participant) WHERE went_at IS NULL;";

/// One stay of one person in a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// The name they came under.
    pub name: String,
    /// When they came in.
    pub came_at: Timestamp,
    /// When they went; `None` while they are in.
    pub went_at: Option<Timestamp>,
}

pub(crate) fn come(
    connection: &Connection,
    code: Code,
    participant: ParticipantId,
    person: PersonId,
    name: &str,
    at: Timestamp,
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO attendance (meeting, participant, person, name, came_at)
             VALUES (:meeting, :participant, :person, :name, :at)",
        )?
        .execute(named_params! {
            ":meeting": code.compact(),
            ":participant": participant.number(),
            ":person": person.0,
            ":name": name,
            ":at": at.0,
        })?;
    Ok(())
}

pub(crate) fn go(
    connection: &Connection,
    code: Code,
    participant: ParticipantId,
    at: Timestamp,
) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE attendance SET went_at = max(came_at, ?3)
             WHERE meeting = ?1 AND participant = ?2 AND went_at IS NULL",
        )?
        .execute((code.compact(), participant.number(), at.0))?;
    Ok(())
}

/// Ends every stay at the last known moment of its meeting.
pub(crate) fn end_all(connection: &Connection) -> Result<()> {
    connection.execute(
        "UPDATE attendance
         SET went_at = max(came_at, (SELECT last_used FROM meetings WHERE code = meeting))
         WHERE went_at IS NULL",
        (),
    )?;
    Ok(())
}

pub(crate) fn is_anybody_in(connection: &Connection, code: Code) -> Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM attendance WHERE meeting = ?1 AND went_at IS NULL")?
        .exists([code.compact()])
}

pub(crate) fn has_attended(connection: &Connection, code: Code, person: PersonId) -> Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM attendance WHERE meeting = ?1 AND person = ?2")?
        .exists((code.compact(), person.0))
}

pub(crate) fn last_participant(connection: &Connection, code: Code) -> Result<u64> {
    connection
        .prepare_cached("SELECT coalesce(max(participant), 0) FROM attendance WHERE meeting = ?1")?
        .query_row([code.compact()], |row| row.get(0))
}

/// A meeting's stays in order of arrival.
pub(crate) fn stays(connection: &Connection, code: Code) -> Result<Vec<Stay>> {
    connection
        .prepare_cached("SELECT * FROM attendance WHERE meeting = ?1 ORDER BY came_at, id")?
        .query_map([code.compact()], |row| {
            Ok(Stay {
                name: row.get("name")?,
                came_at: Timestamp(row.get("came_at")?),
                went_at: row.get::<_, Option<_>>("went_at")?.map(Timestamp),
            })
        })?
        .collect()
}

pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    connection
        .prepare_cached("UPDATE attendance SET person = ?2 WHERE person = ?1")?
        .execute((guest.0, account.0))?;
    Ok(())
}

/// For how many milliseconds anyone was in, the stays being in order of arrival.
///
/// ```text
///   Ada    ├───────┤
///   Bob        ├───────┤            ├───
///          └─ counted ─┘            └─ counted up to now
/// ```
pub(crate) fn length(stays: &[Stay], now: Timestamp) -> u64 {
    let mut length = 0;
    let mut counted_until = Timestamp(0);
    for stay in stays {
        let from = max(stay.came_at, counted_until);
        let until = max(from, stay.went_at.unwrap_or(now));
        length += until.0 - from.0;
        counted_until = until;
    }
    length
}

/// The names of those who stayed, none twice.
pub(crate) fn names(stays: &[Stay]) -> Vec<String> {
    let mut names = Vec::new();
    for stay in stays {
        if !names.contains(&stay.name) {
            names.push(stay.name.clone());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use crate::testing::*;

    use super::*;

    fn stay(came_at: u64, went_at: Option<u64>) -> Stay {
        let (came_at, went_at) = (Timestamp(came_at), went_at.map(Timestamp));
        Stay { name: "Ada".to_owned(), came_at, went_at }
    }

    #[test]
    fn time_counts_once_however_many_were_in() {
        let now = Timestamp(1000);
        let cases: [(&[Stay], u64, &str); 6] = [
            (&[], 0, "nobody, no time"),
            (&[stay(0, Some(10)), stay(5, Some(15))], 15, "stays that overlap"),
            (&[stay(0, Some(10)), stay(20, Some(25))], 15, "a pause between them"),
            (&[stay(0, Some(30)), stay(10, Some(20))], 30, "one within another"),
            (&[stay(0, Some(10)), stay(900, None)], 110, "someone is still in"),
            (&[stay(2000, None)], 0, "someone comes from the future"),
        ];
        for (stays, expected, case) in cases {
            assert_eq!(length(stays, now), expected, "{case}");
        }
    }

    #[test]
    fn whoever_was_in_at_a_crash_went_at_the_last_known_moment() {
        let (folder, store) = store();
        let here = code("abc-def-234");
        let bob = (2, BOB, "Bob");
        let records =
            [came(1, ADA, "Ada", 10), came(2, BOB, "Bob", 20), went(1, 30), said(bob, "…", 40)];
        meet(&store, here, Some(ADA), records);
        let while_in = store.past_meeting(here, ADA, NOW).expect("it can be read");
        assert_eq!(while_in.expect("it is hers").attendance[1].went_at, None, "Bob is in");
        drop(store);

        let store = reopen(&folder);

        let past = store.past_meeting(here, ADA, NOW).expect("it can be read").expect("it is hers");
        let went: Vec<_> = past.attendance.iter().map(|stay| stay.went_at).collect();
        assert_eq!(went, [Some(Timestamp(30)), Some(Timestamp(40))]);
    }

    #[test]
    fn going_ends_the_stay_that_lasts_and_no_earlier_one() {
        let (_folder, store) = store();
        let here = code("abc-def-234");

        let records = [came(1, ADA, "Ada", 10), went(1, 20), came(1, ADA, "Ada", 30), went(1, 40)];
        meet(&store, here, Some(ADA), records);

        let past = store.past_meeting(here, ADA, NOW).expect("it can be read").expect("it is hers");
        assert_eq!(past.attendance, [stay(10, Some(20)), stay(30, Some(40))]);
        assert_eq!(past.meeting.length_ms, 20);
    }
}

//! Forgetting what is older than anyone wants it kept.

use hearth_core::{Code, PersonId, Timestamp};
use rusqlite::{Connection, Result, Row};

use crate::polls;

// Days; null for as long as all of them, 0 for ever.
pub(crate) const COLUMN: &str = "ALTER TABLE meetings ADD COLUMN kept_days INTEGER;";

/// For how long a meeting is kept after its last use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// As long as this installation keeps its history.
    AsAll,
    /// So many days, and at least one.
    Days(u32),
    /// For ever.
    ForEver,
}

// What is older than this of a meeting is forgotten; ?1 says so for all.
const LIMIT: &str = "CASE ifnull(kept_days, -1) WHEN -1 THEN ?1 WHEN 0 THEN 0
    ELSE ?2 - kept_days * 86400000 END";

pub(crate) fn read(row: &Row<'_>) -> Result<Kept> {
    Ok(match row.get("kept_days")? {
        None => Kept::AsAll,
        Some(0) => Kept::ForEver,
        Some(days) => Kept::Days(days),
    })
}

/// Keeps a meeting of this owner for so long; `false` if it is none.
pub(crate) fn set(
    connection: &Connection,
    code: Code,
    owner: PersonId,
    kept: Kept,
) -> Result<bool> {
    let days = match kept {
        Kept::AsAll => None,
        Kept::Days(days) => Some(days),
        Kept::ForEver => Some(0),
    };
    let changed = connection
        .prepare_cached("UPDATE meetings SET kept_days = ?3 WHERE code = ?1 AND owner = ?2")?
        .execute((code.compact(), owner.0, days))?;
    Ok(changed == 1)
}

/// Forgets the meetings that are over and were last used before then, or longer
/// ago than they are kept; of meetings that go on, what was said and who was
/// there before, and notes that nobody changed since; and the calls that were missed before. Tells how many meetings
/// that were.
pub(crate) fn forget(
    connection: &Connection,
    before: Option<Timestamp>,
    now: Timestamp,
) -> Result<u64> {
    let before = before.map_or(0, |before| before.0);
    let meetings = connection
        .prepare_cached(&format!(
            "DELETE FROM meetings WHERE lives_from < {LIMIT}
             AND (ended_at IS NOT NULL OR lives_from + lifetime <= ?2)
             AND NOT EXISTS (SELECT 1 FROM attendance WHERE meeting = code AND went_at IS NULL)"
        ))?
        .execute((before, now.0))?;
    let of_meeting = format!("(SELECT {LIMIT} FROM meetings WHERE code = meeting)");
    for table in ["messages", "files", "notes", "polls"] {
        let forget = format!("DELETE FROM {table} WHERE at < {of_meeting}");
        connection.prepare_cached(&forget)?.execute((before, now.0))?;
    }
    polls::forget_votes(connection)?;
    // By the highest number among its participants a meeting knows which were
    // given out.
    connection
        .prepare_cached(&format!(
            "DELETE FROM attendance WHERE went_at < {of_meeting} AND participant <
                 (SELECT max(participant) FROM attendance AS all_of_it
                  WHERE all_of_it.meeting = attendance.meeting)"
        ))?
        .execute((before, now.0))?;
    connection.prepare_cached("DELETE FROM missed_calls WHERE at < ?1")?.execute([before])?;
    Ok(u64::try_from(meetings).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use hearth_core::{Lifetime, Policy, Record};

    use crate::testing::*;
    use crate::{NewMeeting, Page, Store};

    use super::*;

    const THEN: Timestamp = Timestamp(100);

    fn forget(store: &Store) -> u64 {
        store.forget_meetings(Some(THEN), NOW).wait().expect("it can be asked")
    }

    #[test]
    fn what_is_over_for_longer_than_it_is_kept_is_gone() {
        let (_folder, store) = store();
        let [old, recent, forgotten] = ["abc-def-234", "xyz-def-234", "mmm-def-234"].map(code);
        for (code, at) in [(old, 20), (recent, 120)] {
            meet(&store, code, Some(ADA), [came(1, ADA, "Ada", 5), went(1, at)]);
            keep(&store, code, [Record::Ended { at: Timestamp(at) }]);
        }
        meet(&store, forgotten, Some(ADA), [came(1, ADA, "Ada", 5)]);

        assert_eq!(forget(&store), 1);

        let is_there = |code| store.meeting(code).expect("it can be read").is_some();
        assert!(!is_there(old));
        assert!(is_there(recent), "it was used after");
        assert!(is_there(forgotten), "somebody is in it");
        let (history, _) = store.history(ADA, &Page::default(), NOW).expect("it can be read");
        assert_eq!(history.len(), 2);
    }

    #[test]
    fn a_meeting_that_lasts_loses_what_is_old_and_goes_on() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        let new = NewMeeting {
            code: here,
            spelling: None,
            title: None,
            owner: Some(ADA),
            policy: Policy::default(),
            lifetime: Lifetime::Lasting,
            plan: None,
            created_at: Timestamp(1),
        };
        store.create_meeting(new, code(SPARE)).wait().expect("it can be kept");
        let (ada, bob) = ((1, ADA, "Ada"), (2, BOB, "Bob"));
        let early = [came(1, ADA, "Ada", 5), said(ada, "old", 10), went(1, 20)];
        let late = [came(2, BOB, "Bob", 30), said(bob, "new", 150), went(2, 160)];
        keep(&store, here, early);
        keep(&store, here, late);

        assert_eq!(forget(&store), 0);

        let past = store.past_meeting(here, ADA, NOW).expect("it can be read").expect("it is hers");
        let said: Vec<_> = past.chat.iter().map(|message| message.text.as_str()).collect();
        let stayed: Vec<_> = past.attendance.iter().map(|stay| stay.name.as_str()).collect();
        assert_eq!((said, stayed), (vec!["new"], vec!["Bob"]));
        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!(stored.last_participant, 2, "no number is given out twice");
        assert_eq!(store.forget_meetings(Some(NOW), NOW).wait().expect("it can be asked"), 0);
        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!((stored.chat.len(), stored.last_message), (0, 150), "nor one of a line");
    }

    #[test]
    fn a_meeting_may_be_kept_for_longer_or_shorter_than_all() {
        const DAY: u64 = 86_400_000;
        let (_folder, store) = store();
        let [short, usual, for_ever] = ["abc-def-234", "xyz-def-234", "mmm-def-234"].map(code);
        for code in [short, usual, for_ever] {
            meet(&store, code, Some(ADA), [came(1, ADA, "Ada", 5), went(1, 20)]);
            keep(&store, code, [Record::Ended { at: Timestamp(20) }]);
        }
        let keep_for = |code, owner, kept| {
            store.keep_meeting_for(code, owner, kept).wait().expect("it can be asked")
        };
        assert!(!keep_for(short, BOB, Kept::Days(1)), "it is not his");
        assert!(keep_for(short, ADA, Kept::Days(1)));
        assert!(keep_for(for_ever, ADA, Kept::ForEver));
        let left = |before: Option<u64>, now| {
            let before = before.map(Timestamp);
            store.forget_meetings(before, Timestamp(now)).wait().expect("it can be asked");
            let is_there = |code| store.meeting(code).expect("it can be read").is_some();
            [short, usual, for_ever].map(is_there)
        };

        assert_eq!(left(None, DAY), [true, true, true], "a day is not over");
        assert_eq!(left(None, DAY + 21), [false, true, true], "all are kept for ever, but one");
        assert_eq!(left(Some(DAY), 9 * DAY), [false, false, true]);
    }
}

//! Forgetting what is older than anyone wants it kept.

use hearth_core::Timestamp;
use rusqlite::{Connection, Result};

/// Forgets the meetings that are over and were last used before then; of
/// meetings that go on, what was said and who was there before; and the calls
/// that were missed before. Tells how many meetings that were.
pub(crate) fn forget(connection: &Connection, before: Timestamp, now: Timestamp) -> Result<u64> {
    let meetings = connection
        .prepare_cached(
            "DELETE FROM meetings WHERE last_used < ?1
             AND (ended_at IS NOT NULL OR last_used + lifetime <= ?2)
             AND NOT EXISTS (SELECT 1 FROM attendance WHERE meeting = code AND went_at IS NULL)",
        )?
        .execute((before.0, now.0))?;
    connection.prepare_cached("DELETE FROM messages WHERE at < ?1")?.execute([before.0])?;
    // By the highest number among its participants a meeting knows which were
    // given out.
    connection
        .prepare_cached(
            "DELETE FROM attendance WHERE went_at < ?1 AND participant <
                 (SELECT max(participant) FROM attendance AS all_of_it
                  WHERE all_of_it.meeting = attendance.meeting)",
        )?
        .execute([before.0])?;
    connection.prepare_cached("DELETE FROM missed_calls WHERE at < ?1")?.execute([before.0])?;
    Ok(u64::try_from(meetings).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use hearth_core::{Lifetime, Policy, Record};

    use crate::testing::*;
    use crate::{NewMeeting, Store};

    use super::*;

    const THEN: Timestamp = Timestamp(100);

    fn forget(store: &Store) -> u64 {
        store.forget_meetings(THEN, NOW).wait().expect("it can be asked")
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
        let (history, _) = store.history(ADA, None, 10, NOW).expect("it can be read");
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
    }
}

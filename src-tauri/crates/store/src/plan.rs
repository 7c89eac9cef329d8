//! Meetings that are planned for later.

use std::cmp::max;

use hearth_core::{Code, PersonId, Timestamp};
use rusqlite::{Connection, Result, Row};

use crate::history::{self, PastMeeting};

// A meeting lives on from the time for which it is planned, too.
pub(crate) const COLUMNS: &str = "
    ALTER TABLE meetings ADD COLUMN planned_at INTEGER;
    ALTER TABLE meetings ADD COLUMN planned_length INTEGER;
    ALTER TABLE meetings ADD COLUMN lives_from INTEGER
        AS (max(last_used, ifnull(planned_at + planned_length, 0)));";

// As many as a person can look through.
const MOST: usize = 200;

/// When a meeting is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// When it begins.
    pub at: Timestamp,
    /// How many milliseconds it takes.
    pub length_ms: u64,
}

impl Plan {
    /// When it is over.
    pub fn end(self) -> Timestamp {
        Timestamp(self.at.0.saturating_add(self.length_ms))
    }
}

/// From when on a meeting's lifetime counts, that was last used then.
pub(crate) fn lives_from(last_used: Timestamp, plan: Option<Plan>) -> Timestamp {
    plan.map_or(last_used, |plan| max(last_used, plan.end()))
}

pub(crate) fn read(row: &Row<'_>) -> Result<Option<Plan>> {
    let at = row.get::<_, Option<_>>("planned_at")?.map(Timestamp);
    at.map(|at| Ok(Plan { at, length_ms: row.get("planned_length")? })).transpose()
}

/// Plans a meeting of this owner, or takes its plan away; `false` if it is none.
pub(crate) fn set(
    connection: &Connection,
    code: Code,
    owner: PersonId,
    title: Option<&str>,
    plan: Option<Plan>,
) -> Result<bool> {
    let changed = connection
        .prepare_cached(
            "UPDATE meetings SET title = ?3, planned_at = ?4, planned_length = ?5
             WHERE code = ?1 AND owner = ?2 AND ended_at IS NULL",
        )?
        .execute((
            code.compact(),
            owner.0,
            title,
            plan.map(|plan| plan.at.0),
            plan.map(|plan| plan.length_ms),
        ))?;
    Ok(changed == 1)
}

/// What is planned of what someone owns or attended, and is not over yet.
pub(crate) fn upcoming(
    connection: &Connection,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<PastMeeting>> {
    let query = format!(
        "SELECT * FROM ({}) WHERE planned_at + planned_length > ?2 AND ended_at IS NULL
         ORDER BY planned_at, code LIMIT {MOST}",
        history::SEEN
    );
    let mut statement = connection.prepare_cached(&query)?;
    let mut rows = statement.query((person.0, now.0))?;
    let mut meetings = Vec::new();
    while let Some(row) = rows.next()? {
        meetings.push(history::read(connection, row, person, now)?.0);
    }
    Ok(meetings)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use hearth_core::{Lifetime, Policy, Record};

    use crate::testing::*;
    use crate::{NewMeeting, Store};

    use super::*;

    const PLAN: Plan = Plan { at: Timestamp(5000), length_ms: 1000 };

    fn plan(store: &Store, text: &str, plan: Option<Plan>) -> Code {
        let meeting = NewMeeting {
            code: code(text),
            spelling: None,
            title: None,
            owner: Some(ADA),
            policy: Policy::default(),
            lifetime: Lifetime::Unused(Duration::from_millis(100)),
            plan,
            created_at: Timestamp(1),
        };
        let code = meeting.code;
        store.create_meeting(meeting, SPARE.parse().expect("a code")).wait().expect("it is kept");
        code
    }

    fn upcoming(store: &Store, person: PersonId, now: u64) -> Vec<Code> {
        let meetings = store.planned_meetings(person, Timestamp(now)).expect("it can be read");
        meetings.into_iter().map(|meeting| meeting.code).collect()
    }

    #[test]
    fn a_planned_meeting_is_open_until_its_lifetime_after_it() {
        let (_folder, store) = store();
        let here = plan(&store, "abc-def-234", Some(PLAN));
        let is_open = |now| {
            let now = Timestamp(now);
            let stored = store.meeting(here).expect("it can be read").expect("it is there");
            let past = store.past_meeting(here, ADA, now).expect("it can be read");
            let past = past.expect("it is hers").meeting;
            assert_eq!(stored.is_open(now), past.is_open(now), "all say the same");
            stored.is_open(now)
        };
        assert!(is_open(4000), "nobody used it for long, but it is still to come");
        assert!(is_open(6099), "just before it expires");
        assert!(!is_open(6100));
        store.forget_meetings(Some(Timestamp(5500)), Timestamp(6000)).wait().expect("it is asked");
        assert!(store.meeting(here).expect("it can be read").is_some(), "it is open");
        store.forget_meetings(Some(Timestamp(6200)), Timestamp(6200)).wait().expect("it is asked");
        assert_eq!(store.meeting(here).expect("it can be read"), None);
    }

    #[test]
    fn what_is_to_come_is_told_soonest_first_to_who_owns_or_attended_it() {
        let (_folder, store) = store();
        let later = Plan { at: Timestamp(7000), ..PLAN };
        let second = plan(&store, "abc-def-234", Some(later));
        let first = plan(&store, "xyz-def-234", Some(PLAN));
        plan(&store, "mmm-def-234", None);
        assert_eq!(upcoming(&store, ADA, 10), [first, second]);
        assert_eq!(upcoming(&store, BOB, 10), [], "he knows of none");
        keep(&store, second, [came(1, BOB, "Bob", 20), went(1, 30)]);
        assert_eq!(upcoming(&store, BOB, 40), [second], "he was in before");
        assert_eq!(upcoming(&store, ADA, 6000), [second], "the first is over");
        keep(&store, second, [Record::Ended { at: Timestamp(50) }]);
        assert_eq!(upcoming(&store, ADA, 60), [first], "the second was ended");
    }

    #[test]
    fn its_owner_alone_changes_a_plan() {
        let (_folder, store) = store();
        let here = plan(&store, "abc-def-234", None);
        let set = |owner, plan| {
            store.plan_meeting(here, owner, Some("Weekly".to_owned()), plan).wait().expect("asked")
        };
        assert!(!set(BOB, Some(PLAN)), "it is not his");
        assert!(set(ADA, Some(PLAN)));
        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!((stored.title.as_deref(), stored.plan), (Some("Weekly"), Some(PLAN)));
        assert!(set(ADA, None));
        assert_eq!(upcoming(&store, ADA, 10), []);
    }
}

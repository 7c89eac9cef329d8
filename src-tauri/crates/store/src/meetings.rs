//! The table of meetings.

use std::collections::BTreeMap;
use std::time::Duration;

use hearth_core::{
    Code, FileOffer, Lifetime, LogEntry, Message, Outcast, PersonId, Policy, Poll, Timestamp,
};
use rusqlite::{Connection, OptionalExtension, Result, Row, named_params, types::Type};

use crate::plan::{self, Plan};
use crate::retention::{self, Kept};
use crate::{attendance, files, log, messages, policy, polls, removals};

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

// In milliseconds; null for a meeting that lasts, 0 for a call.
pub(crate) const LIFETIME: &str =
    "ALTER TABLE meetings ADD COLUMN lifetime INTEGER DEFAULT 604800000;";

// Numbers of chat messages are not used twice, also when the messages are gone.
pub(crate) const LAST_MESSAGE: &str = "
    ALTER TABLE meetings ADD COLUMN last_message INTEGER NOT NULL DEFAULT 0;
    UPDATE meetings SET last_message =
        coalesce((SELECT max(number) FROM messages WHERE meeting = code), 0);";

// The code as whoever made the meeting wrote it.
pub(crate) const SPELLING: &str = "ALTER TABLE meetings ADD COLUMN spelling TEXT;";

// As much chat as a newcomer is shown.
const RECENT_CHAT: usize = 200;

/// A meeting that is about to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeeting {
    /// Its code.
    pub code: Code,
    /// The code as it was written, if that was not by Hearth.
    pub spelling: Option<String>,
    /// A title for the history.
    pub title: Option<String>,
    /// Whose it is.
    pub owner: Option<PersonId>,
    /// What it allows at first.
    pub policy: Policy,
    /// How long it lives.
    pub lifetime: Lifetime,
    /// When it is to be, if that is known.
    pub plan: Option<Plan>,
    /// When it is made.
    pub created_at: Timestamp,
}

/// What a meeting needs to go on where it was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMeeting {
    /// Its code.
    pub code: Code,
    /// The code as it was written, if that was not by Hearth.
    pub spelling: Option<String>,
    /// Its title for the history.
    pub title: Option<String>,
    /// Whose it is.
    pub owner: Option<PersonId>,
    /// What it allows.
    pub policy: Policy,
    /// How long it lives.
    pub lifetime: Lifetime,
    /// When it is to be, if that is known.
    pub plan: Option<Plan>,
    /// For how long it is kept.
    pub kept: Kept,
    /// When it was made.
    pub created_at: Timestamp,
    /// When someone last came, went or said something.
    pub last_used: Timestamp,
    /// When it ended, if it is over.
    pub ended_at: Option<Timestamp>,
    /// Whom its code no longer lets in.
    pub removed: BTreeMap<PersonId, Outcast>,
    /// The highest number among its participants and those who wrote the lines of
    /// `chat`; 0 if nobody ever came.
    pub last_participant: u64,
    /// The highest number among its chat messages so far; 0 if there was none.
    pub last_message: u64,
    /// Its newest two hundred lines of chat, oldest first.
    pub chat: Vec<Message>,
    /// What was asked, in order of its numbers.
    pub polls: Vec<Poll>,
    /// What hosts and co-hosts did lately, oldest first.
    pub log: Vec<LogEntry>,
    /// The files that are kept with it, in the order in which they were offered.
    pub files: Vec<FileOffer>,
}

impl StoredMeeting {
    /// Whether its code lets people in.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && !self.lifetime.is_over(self.unused_for(now))
    }

    /// For how long nobody used it, who could be expected to.
    pub fn unused_for(&self, now: Timestamp) -> Duration {
        time_between(plan::lives_from(self.last_used, self.plan), now)
    }
}

pub(crate) fn time_between(earlier: Timestamp, later: Timestamp) -> Duration {
    Duration::from_millis(later.0.saturating_sub(earlier.0))
}

/// A code that someone chose may have been used before: the meeting that had it
/// and is over gets the `spare` one.
pub(crate) fn create(connection: &Connection, meeting: &NewMeeting, spare: Code) -> Result<bool> {
    if let Some(old) = find(connection, meeting.code)? {
        if is_used(connection, &old, meeting.created_at)? {
            return Ok(false);
        }
        change_code(connection, meeting.code, spare)?;
    }
    insert(connection, meeting)
}

/// Whether someone is in, or the code lets people in.
pub(crate) fn is_used(
    connection: &Connection,
    meeting: &StoredMeeting,
    at: Timestamp,
) -> Result<bool> {
    Ok(meeting.is_open(at) || attendance::is_anybody_in(connection, meeting.code)?)
}

pub(crate) fn change_code(connection: &Connection, from: Code, to: Code) -> Result<()> {
    // What is part of the meeting follows before the transaction ends.
    connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for table in [
        "attendance",
        "messages",
        "files",
        "removals",
        "hidings",
        "rooms",
        "own_rooms",
        "log",
        "polls",
        "votes",
        "notes",
        "bookmarks",
    ] {
        let follow = format!("UPDATE {table} SET meeting = ?2 WHERE meeting = ?1");
        connection.prepare_cached(&follow)?.execute((from.compact(), to.compact()))?;
    }
    connection
        .prepare_cached("UPDATE meetings SET code = ?2 WHERE code = ?1")?
        .execute((from.compact(), to.compact()))?;
    Ok(())
}

pub(crate) fn insert(connection: &Connection, meeting: &NewMeeting) -> Result<bool> {
    let created = connection
        .prepare_cached(
            "INSERT INTO meetings (code, spelling, title, owner, lifetime, planned_at,
                 planned_length, created_at, last_used, microphone, camera, screen, chat, lobby,
                 locked)
             VALUES (:code, :spelling, :title, :owner, :lifetime, :planned_at, :planned_length,
                 :created_at, :created_at, TRUE, TRUE, TRUE, TRUE, FALSE, FALSE)
             ON CONFLICT DO NOTHING",
        )?
        .execute(named_params! {
            ":code": meeting.code.compact(),
            ":spelling": meeting.spelling,
            ":title": meeting.title,
            ":owner": meeting.owner.map(|owner| owner.0),
            ":lifetime": milliseconds(meeting.lifetime),
            ":planned_at": meeting.plan.map(|plan| plan.at.0),
            ":planned_length": meeting.plan.map(|plan| plan.length_ms),
            ":created_at": meeting.created_at.0,
        })?;
    if created == 1 {
        policy::change(connection, meeting.code, meeting.policy)?;
    }
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

/// A number is given out once, so the highest one is remembered by itself.
pub(crate) fn number_at(connection: &Connection, code: Code, number: u64) -> Result<()> {
    connection
        .prepare_cached("UPDATE meetings SET last_message = max(last_message, ?2) WHERE code = ?1")?
        .execute((code.compact(), number))?;
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

pub(crate) fn read(connection: &Connection, row: &Row<'_>) -> Result<StoredMeeting> {
    let code = read_code(row)?;
    let chat = messages::newest(connection, code, RECENT_CHAT)?;
    // Whoever wrote without coming in is in no table of participants.
    let writers = chat.iter().map(|line| line.from.number());
    let participants = attendance::last_participant(connection, code)?;
    Ok(StoredMeeting {
        code,
        spelling: row.get("spelling")?,
        title: row.get("title")?,
        owner: row.get::<_, Option<_>>("owner")?.map(PersonId),
        policy: policy::read(row)?,
        lifetime: read_lifetime(row)?,
        plan: plan::read(row)?,
        kept: retention::read(row)?,
        created_at: Timestamp(row.get("created_at")?),
        last_used: Timestamp(row.get("last_used")?),
        ended_at: row.get::<_, Option<_>>("ended_at")?.map(Timestamp),
        removed: removals::of(connection, code)?,
        last_participant: writers.fold(participants, u64::max),
        last_message: row.get("last_message")?,
        chat,
        polls: polls::of(connection, code)?,
        log: log::of(connection, code)?,
        files: files::of(connection, code)?.into_iter().map(|file| file.offer).collect(),
    })
}

fn milliseconds(lifetime: Lifetime) -> Option<u64> {
    match lifetime {
        Lifetime::Call => Some(0),
        Lifetime::Unused(time) => Some(u64::try_from(time.as_millis()).unwrap_or(u64::MAX >> 1)),
        Lifetime::Lasting => None,
    }
}

pub(crate) fn read_lifetime(row: &Row<'_>) -> Result<Lifetime> {
    Ok(match row.get("lifetime")? {
        None => Lifetime::Lasting,
        Some(0) => Lifetime::Call,
        Some(time) => Lifetime::Unused(Duration::from_millis(time)),
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

    use crate::Page;
    use crate::Store;
    use crate::testing::*;

    use super::*;

    #[test]
    fn a_meeting_goes_on_where_it_was_left() {
        let (folder, store) = store();
        let weekly = code("abc-def-234");
        let new = NewMeeting {
            code: weekly,
            spelling: Some("ABC-def-234".to_owned()),
            title: Some("Weekly".to_owned()),
            owner: Some(ADA),
            policy: Policy { lobby: true, ..Policy::default() },
            lifetime: Lifetime::Lasting,
            plan: None,
            created_at: Timestamp(10),
        };
        let quiet = Policy { chat: false, notes: false, camera: false, locked: true, ..new.policy };
        store.create_meeting(new, code(SPARE)).wait().expect("it can be kept");
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
                removed(CY),
                went(4, 60),
            ],
        );
        store.close();

        let stored = reopen(&folder).meeting(weekly).expect("it can be read");

        let expected = StoredMeeting {
            code: weekly,
            spelling: Some("ABC-def-234".to_owned()),
            title: Some("Weekly".to_owned()),
            owner: Some(ADA),
            policy: quiet,
            lifetime: Lifetime::Lasting,
            plan: None,
            kept: Kept::AsAll,
            created_at: Timestamp(10),
            last_used: Timestamp(60),
            ended_at: None,
            removed: BTreeMap::from([(CY, outcast())]),
            last_participant: 4,
            last_message: 50,
            polls: Vec::new(),
            log: Vec::new(),
            chat: vec![message(ada, None, "hello", 40), message(bob, Some(ada), "hello you", 50)],
            files: Vec::new(),
        };
        assert_eq!(stored, Some(expected));
    }

    #[test]
    fn a_code_belongs_to_the_first_who_takes_it() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        meet(&store, here, Some(ADA), []);

        assert!(!take(&store, here, 2), "it is taken");
        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!(stored.owner, Some(ADA));
        assert_eq!(store.meeting(code("zzz-zzz-zzz")).expect("it can be read"), None);
    }

    fn take(store: &Store, code: Code, at: u64) -> bool {
        let new = NewMeeting {
            code,
            spelling: None,
            title: None,
            owner: Some(BOB),
            policy: Policy::default(),
            lifetime: Lifetime::Unused(Duration::from_millis(50)),
            plan: None,
            created_at: Timestamp(at),
        };
        let spare = SPARE.parse().expect("a code");
        store.create_meeting(new, spare).wait().expect("it can be asked")
    }

    #[test]
    fn the_code_of_a_meeting_that_is_over_can_be_taken_again() {
        let (_folder, store) = store();
        let here = code("Room7");
        let ada = (1, ADA, "Ada");
        let records = [came(1, ADA, "Ada", 5), said(ada, "hello", 6), went(1, 7)];
        meet(&store, here, Some(ADA), records);
        keep(&store, here, [removed(CY), Record::Ended { at: Timestamp(7) }]);

        assert!(take(&store, here, 10));

        let anew = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!((anew.owner, anew.last_participant, anew.chat.len()), (Some(BOB), 0, 0));
        assert_eq!(anew.removed, BTreeMap::new(), "Cy was removed from another meeting");
        let (history, _) = store.history(ADA, &Page::default(), NOW).expect("it can be read");
        assert_eq!((history[0].code, history[0].messages), (code(SPARE), 1), "nothing is lost");
        assert!(!take(&store, here, 50), "Bob's is open");
        keep(&store, here, [came(1, BOB, "Bob", 55)]);
        assert!(!take(&store, here, 200), "Bob is in it, however long");
        keep(&store, here, [went(1, 200)]);
        store.delete_meeting(code(SPARE), ADA).wait().expect("it can be asked");
        assert!(take(&store, here, 250), "nobody has used it for as long as it lives");
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

    #[test]
    fn a_meeting_goes_on_under_another_code() {
        let (_folder, store) = store();
        let [old, new, other] = ["abc-def-234", "xyz-def-234", "xyz-def-235"].map(code);
        meet(&store, old, Some(ADA), [came(1, ADA, "Ada", 20), removed(CY)]);
        meet(&store, other, Some(ADA), []);
        let change = |from, to| store.change_code(from, to).wait().expect("it can be kept");

        assert!(!change(old, other), "another meeting has this code");
        assert!(change(old, new));
        assert!(!change(old, new), "nothing is left under the old one");

        assert_eq!(store.meeting(old).expect("it can be read"), None);
        let stored = store.meeting(new).expect("it can be read").expect("it is there");
        assert_eq!(
            (stored.last_participant, stored.removed),
            (1, BTreeMap::from([(CY, outcast())]))
        );
    }
}

//! The meetings of a person's past.

use std::collections::HashSet;

use hearth_core::{Code, Lifetime, PersonId, Poll, Timestamp};
use rusqlite::{Connection, OptionalExtension, Result, Row};

use crate::plan::{self, Plan};
use crate::retention::{self, Kept};
use crate::{
    KeptFile, PastMessage, Search, Stay, attendance, files, meetings, messages, notes, polls,
};

// The meetings in the history of person ?1.
pub(crate) const SEEN: &str = "
    SELECT code, spelling, title, lifetime, last_used, ended_at, planned_at, planned_length,
        kept_days, owner IS ?1 AS own,
        coalesce((SELECT min(came_at) FROM attendance WHERE meeting = code),
            planned_at, created_at) AS started_at
    FROM meetings
    WHERE (owner = ?1 OR code IN (SELECT meeting FROM attendance WHERE person = ?1))
        AND NOT EXISTS (SELECT 1 FROM hidings WHERE meeting = code AND person = ?1)";

/// A meeting that someone owns or attended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastMeeting {
    /// Its code.
    pub code: Code,
    /// Its title.
    pub title: Option<String>,
    /// When the first one came in; if nobody did, for when it is planned, or when
    /// it was made.
    pub started_at: Timestamp,
    /// For how many milliseconds anyone was in.
    pub length_ms: u64,
    /// The names of the people, in order of arrival, none twice.
    pub people: Vec<String>,
    /// How many lines of chat this person may read.
    pub messages: u64,
    /// Whether it is this person's own.
    pub owner: bool,
    /// Whether it is over.
    pub ended: bool,
    /// How long it lives.
    pub lifetime: Lifetime,
    /// When it is to be, or was, if that is known.
    pub plan: Option<Plan>,
    /// For how long it is kept.
    pub kept: Kept,
    /// When someone last came, went or said something.
    pub last_used: Timestamp,
}

/// Which meetings of a history are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Those that started before this.
    pub before: Option<Timestamp>,
    /// Those that started at this or later.
    pub since: Option<Timestamp>,
    /// Those with these words in title, code, names or what one may read.
    pub search: Search,
    /// So many, and those that started at the same time as the last.
    pub limit: usize,
}

impl Default for Page {
    fn default() -> Page {
        Page { before: None, since: None, search: Search::default(), limit: 50 }
    }
}

impl PastMeeting {
    /// Whether its code lets people in.
    pub fn is_open(&self, now: Timestamp) -> bool {
        let lives_from = plan::lives_from(self.last_used, self.plan);
        !self.ended && !self.lifetime.is_over(meetings::time_between(lives_from, now))
    }
}

/// All that one person may know of a past meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastMeetingDetails {
    /// What a list shows.
    pub meeting: PastMeeting,
    /// Who was in when, in order of arrival.
    pub attendance: Vec<Stay>,
    /// What was said to everyone, and to and by this person.
    pub chat: Vec<PastMessage>,
    /// What was asked, in order of its numbers.
    pub polls: Vec<Poll>,
    /// The files that are kept with it.
    pub files: Vec<KeptFile>,
    /// What the notes say, if anything.
    pub notes: Option<String>,
}

pub(crate) fn page(
    connection: &Connection,
    person: PersonId,
    page: &Page,
    now: Timestamp,
) -> Result<(Vec<PastMeeting>, bool)> {
    let query = format!(
        "SELECT * FROM ({SEEN}) WHERE started_at < ?2 AND started_at >= ?3
         ORDER BY started_at DESC, code"
    );
    let before = page.before.map_or(i64::MAX as u64, |before| before.0);
    let since = page.since.map_or(0, |since| since.0);
    let mut statement = connection.prepare_cached(&query)?;
    let mut rows = statement.query((person.0, before, since))?;
    let mut meetings: Vec<PastMeeting> = Vec::new();
    while let Some(row) = rows.next()? {
        let (meeting, _) = read(connection, row, person, now)?;
        if !is_found(connection, &meeting, person, &page.search)? {
            continue;
        }
        let last = meetings.last();
        if meetings.len() >= page.limit && last.is_none_or(|it| it.started_at != meeting.started_at)
        {
            return Ok((meetings, true));
        }
        meetings.push(meeting);
    }
    Ok((meetings, false))
}

fn is_found(
    connection: &Connection,
    meeting: &PastMeeting,
    person: PersonId,
    search: &Search,
) -> Result<bool> {
    let mut search = search.clone();
    for text in meeting.people.iter().chain(&meeting.title) {
        search.strike(text);
    }
    search.strike(&meeting.code.to_string());
    if !search.is_empty() {
        polls::search(connection, meeting.code, &mut search)?;
    }
    if !search.is_empty() {
        messages::search(connection, meeting.code, person, &mut search)?;
    }
    if !search.is_empty()
        && let Some(text) = notes::text(connection, meeting.code)?
    {
        search.strike(&text);
    }
    Ok(search.is_empty())
}

/// The codes of the meetings, newest first and none twice, each as whoever
/// made the meeting wrote it.
pub(crate) fn spellings(connection: &Connection, person: PersonId) -> Result<Vec<String>> {
    let query = format!("SELECT * FROM ({SEEN}) ORDER BY started_at DESC, code");
    let mut statement = connection.prepare_cached(&query)?;
    let mut rows = statement.query([person.0])?;
    let mut spellings = Vec::new();
    let mut known = HashSet::new();
    while let Some(row) = rows.next()? {
        let spelling = match row.get("spelling")? {
            Some(spelling) => spelling,
            None => meetings::read_code(row)?.to_string(),
        };
        if known.insert(spelling.clone()) {
            spellings.push(spelling);
        }
    }
    Ok(spellings)
}

pub(crate) fn details(
    connection: &Connection,
    code: Code,
    person: PersonId,
    now: Timestamp,
) -> Result<Option<PastMeetingDetails>> {
    let found = connection
        .prepare_cached(&format!("SELECT * FROM ({SEEN}) WHERE code = ?2"))?
        .query_row((person.0, code.compact()), |row| read(connection, row, person, now))
        .optional()?;
    let Some((meeting, attendance)) = found else { return Ok(None) };
    let chat = messages::readable_by(connection, code, person)?;
    let polls = polls::of(connection, code)?;
    let files = files::of(connection, code)?;
    let notes = notes::text(connection, code)?;
    Ok(Some(PastMeetingDetails { meeting, attendance, chat, polls, files, notes }))
}

pub(crate) fn read(
    connection: &Connection,
    row: &Row<'_>,
    person: PersonId,
    now: Timestamp,
) -> Result<(PastMeeting, Vec<Stay>)> {
    let code = meetings::read_code(row)?;
    let stays = attendance::stays(connection, code)?;
    let meeting = PastMeeting {
        code,
        title: row.get("title")?,
        started_at: Timestamp(row.get("started_at")?),
        length_ms: attendance::length(&stays, now),
        people: attendance::names(&stays),
        messages: messages::count_readable_by(connection, code, person)?,
        owner: row.get("own")?,
        ended: row.get::<_, Option<u64>>("ended_at")?.is_some(),
        lifetime: meetings::read_lifetime(row)?,
        plan: plan::read(row)?,
        kept: retention::read(row)?,
        last_used: Timestamp(row.get("last_used")?),
    };
    Ok((meeting, stays))
}

#[cfg(test)]
mod tests {
    use hearth_core::{MessageState, Policy, Record};

    use crate::NewMeeting;
    use crate::testing::*;

    use super::*;

    #[test]
    fn a_past_meeting_tells_who_was_there_and_for_how_long() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        let bob = (2, BOB, "Bob");
        let records = [
            came(1, ADA, "Ada", 1000),
            came(2, BOB, "Bob", 2000),
            went(1, 3000),
            said(bob, "still here", 3500),
            went(2, 4000),
            came(3, ADA, "Ada", 6000),
            went(3, 7000),
        ];
        meet(&store, here, Some(ADA), records);
        keep(&store, here, [Record::Ended { at: Timestamp(7000) }]);

        let past = store.past_meeting(here, BOB, NOW).expect("it can be read").expect("he was in");

        let expected = PastMeeting {
            code: here,
            title: None,
            started_at: Timestamp(1000),
            length_ms: 4000,
            people: vec!["Ada".to_owned(), "Bob".to_owned()],
            messages: 1,
            owner: false,
            ended: true,
            lifetime: Lifetime::WEEK,
            plan: None,
            kept: Kept::AsAll,
            last_used: Timestamp(7000),
        };
        assert_eq!(past.meeting, expected);
        assert_eq!(past.attendance.len(), 3, "every stay is told");
        let line = PastMessage {
            number: 3500,
            from: "Bob".to_owned(),
            to: None,
            text: "still here".to_owned(),
            answers: None,
            state: MessageState::Written,
            at: Timestamp(3500),
        };
        assert_eq!(past.chat, [line]);
        let (history, _) = store.history(BOB, &Page::default(), NOW).expect("it can be read");
        assert_eq!(history, [expected], "the list says the same");
    }

    #[test]
    fn a_meeting_is_in_the_history_of_its_owner_and_of_those_who_came() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        meet(&store, here, Some(ADA), [came(1, BOB, "Bob", 5)]);

        let count =
            |person| store.history(person, &Page::default(), NOW).map(|(list, _)| list.len()).ok();

        assert_eq!(count(ADA), Some(1), "she owns it, though she never came");
        assert_eq!(count(BOB), Some(1), "he came");
        assert_eq!(count(CY), Some(0), "Cy has nothing to do with it");
        assert_eq!(store.past_meeting(here, CY, NOW).expect("it can be read"), None);
    }

    #[test]
    fn pages_follow_each_other_and_lose_nothing() {
        let (_folder, store) = store();
        let starts = [("aaa-aaa-aaa", 10), ("bbb-bbb-bbb", 20), ("ccc-ccc-ccc", 20)];
        for (text, at) in starts.into_iter().chain([("ddd-ddd-ddd", 30), ("eee-eee-eee", 40)]) {
            meet(&store, code(text), None, [came(1, ADA, "Ada", at)]);
        }

        let mut pages = Vec::new();
        let mut before = None;
        loop {
            let (page, more) = store
                .history(ADA, &Page { before, limit: 3, ..Page::default() }, NOW)
                .expect("it can be read");
            before = page.last().map(|meeting| meeting.started_at);
            pages.push(page.iter().map(|meeting| meeting.started_at.0).collect::<Vec<_>>());
            if !more {
                break;
            }
        }

        assert_eq!(pages, [vec![40, 30, 20, 20], vec![10]], "what started together stays together");
    }

    #[test]
    fn a_meeting_is_found_by_its_title_its_people_and_what_one_may_read() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        let (ada, bob, cy) = ((1, ADA, "Ada"), (2, BOB, "Björn"), (3, CY, "Cy"));
        let came = [ada, bob, cy].map(|(number, person, name)| came(number, person, name, 5));
        meet(&store, here, Some(ADA), came);
        keep(&store, here, [said(ada, "The budget is ready", 6), whispered(ada, bob, "Secret", 7)]);
        meet(&store, code("xyz-def-234"), Some(ADA), []);
        store.plan_meeting(here, ADA, Some("Réunion".to_owned()), None).wait().expect("it is hers");

        let finds = |person, words: &str| {
            let page = Page { search: Search::new(words), ..Page::default() };
            let (found, _) = store.history(person, &page, NOW).expect("it can be read");
            found.iter().any(|meeting| meeting.code == here)
        };

        for words in ["reunion", "BJORN", "budget ada", "abc-def", ""] {
            assert!(finds(CY, words), "{words}");
        }
        assert!(!finds(CY, "budget zoe"), "there is no Zoe");
        assert!(finds(BOB, "secret"), "it was for him");
        assert!(!finds(CY, "secret"), "it was not for Cy");
    }

    #[test]
    fn a_time_between_two_others_can_be_asked_for() {
        let (_folder, store) = store();
        for (text, at) in [("aaa-aaa-aaa", 10), ("bbb-bbb-bbb", 20), ("ccc-ccc-ccc", 30)] {
            meet(&store, code(text), None, [came(1, ADA, "Ada", at)]);
        }
        let (before, since) = (Some(Timestamp(30)), Some(Timestamp(20)));
        let page = Page { before, since, ..Page::default() };
        let (found, _) = store.history(ADA, &page, NOW).expect("it can be read");
        assert_eq!(found.iter().map(|it| it.started_at.0).collect::<Vec<_>>(), [20]);
    }

    #[test]
    fn codes_are_told_as_they_were_written_newest_first_and_none_twice() {
        let (_folder, store) = store();
        let make = |text: &str, spelling: Option<&str>, created_at| {
            let meeting = NewMeeting {
                code: code(text),
                spelling: spelling.map(str::to_owned),
                title: None,
                owner: Some(ADA),
                policy: Policy::default(),
                lifetime: Lifetime::WEEK,
                plan: None,
                created_at: Timestamp(created_at),
            };
            store.create_meeting(meeting, code(SPARE)).wait().expect("it can be kept")
        };
        assert!(make("abc-def-234", None, 10), "Hearth's own");
        assert!(make("XYZ-789-ABC", Some("XYZ789ABC"), 20), "someone else's");
        meet(&store, code("mmm-mmm-mmm"), Some(BOB), [came(1, ADA, "Ada", 30)]);
        keep(&store, code("xyz-789-abc"), [Record::Ended { at: Timestamp(40) }]);
        assert!(make("XYZ-789-ABC", Some("XYZ789ABC"), 50), "the code is free again");

        let spellings = store.spellings(ADA).expect("it can be read");
        assert_eq!(spellings, ["XYZ789ABC", "mmm-mmm-mmm", "abc-def-234"]);
        assert!(store.spellings(CY).expect("it can be read").is_empty(), "Cy was nowhere");
    }

    #[test]
    fn a_person_with_many_meetings_has_them_looked_up_by_index() {
        let (folder, store) = store();
        let connection = crate::connection::reader(&folder.path().join("hearth.db"))
            .expect("the store has made it");
        let query = format!("EXPLAIN QUERY PLAN {SEEN}");
        let mut plan = connection.prepare(&query).expect("the query is valid");
        let plan = plan.query_map([ADA.0], |row| row.get("detail")).expect("it can be explained");
        let steps = plan.collect::<Result<Vec<String>>>().expect("a plan is text");

        assert!(
            !steps.iter().any(|step| step.starts_with("SCAN")),
            "no table is read whole: {steps:?}"
        );
        drop(store);
    }
}

//! The tables of polls and votes.

use std::collections::{BTreeMap, BTreeSet};

use hearth_core::{Code, PersonId, Poll, Question, Timestamp, Vote};
use rusqlite::{Connection, Result, Row, named_params};

use crate::Search;

// Choices are lines, and a vote is the places of some of them.
pub(crate) const TABLES: &str = "
    CREATE TABLE polls (
        meeting  TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE,
        number   INTEGER NOT NULL,
        person   BLOB NOT NULL,
        name     TEXT NOT NULL,
        question TEXT NOT NULL,
        choices  TEXT NOT NULL,
        several  INTEGER NOT NULL,
        secret   INTEGER NOT NULL,
        closed   INTEGER NOT NULL DEFAULT 0,
        at       INTEGER NOT NULL,
        PRIMARY KEY (meeting, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE votes (
        meeting TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE,
        poll    INTEGER NOT NULL,
        person  BLOB NOT NULL,
        name    TEXT NOT NULL,
        choices TEXT NOT NULL,
        PRIMARY KEY (meeting, poll, person)
    ) STRICT, WITHOUT ROWID;";

pub(crate) fn open(connection: &Connection, code: Code, poll: &Poll) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO polls
                 (meeting, number, person, name, question, choices, several, secret, at)
             VALUES
                 (:meeting, :number, :person, :name, :question, :choices, :several, :secret, :at)",
        )?
        .execute(named_params! {
            ":meeting": code.compact(),
            ":number": poll.number,
            ":person": poll.person.0,
            ":name": poll.name,
            ":question": poll.question.text,
            ":choices": poll.question.choices.join("\n"),
            ":several": poll.question.several,
            ":secret": poll.question.secret,
            ":at": poll.at.0,
        })?;
    Ok(())
}

pub(crate) fn vote(
    connection: &Connection,
    code: Code,
    poll: u64,
    person: PersonId,
    vote: Option<&Vote>,
) -> Result<()> {
    match vote {
        None => connection
            .prepare_cached("DELETE FROM votes WHERE meeting = ?1 AND poll = ?2 AND person = ?3")?
            .execute((code.compact(), poll, person.0))?,
        Some(Vote { name, choices }) => connection
            .prepare_cached(
                "INSERT OR REPLACE INTO votes (meeting, poll, person, name, choices)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((code.compact(), poll, person.0, name, places(choices)))?,
    };
    Ok(())
}

pub(crate) fn close(connection: &Connection, code: Code, poll: u64) -> Result<()> {
    connection
        .prepare_cached("UPDATE polls SET closed = 1 WHERE meeting = ?1 AND number = ?2")?
        .execute((code.compact(), poll))?;
    Ok(())
}

pub(crate) fn delete(connection: &Connection, code: Code, poll: u64) -> Result<()> {
    for delete in [
        "DELETE FROM votes WHERE meeting = ?1 AND poll = ?2",
        "DELETE FROM polls WHERE meeting = ?1 AND number = ?2",
    ] {
        connection.prepare_cached(delete)?.execute((code.compact(), poll))?;
    }
    Ok(())
}

/// Deletes the votes of polls that are gone.
pub(crate) fn forget_votes(connection: &Connection) -> Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM votes WHERE NOT EXISTS
                 (SELECT 1 FROM polls WHERE meeting = votes.meeting AND number = poll)",
        )?
        .execute([])?;
    Ok(())
}

/// In order of their numbers.
pub(crate) fn of(connection: &Connection, code: Code) -> Result<Vec<Poll>> {
    let mut votes = votes_of(connection, code)?;
    connection
        .prepare_cached("SELECT * FROM polls WHERE meeting = ?1 ORDER BY number")?
        .query_map([code.compact()], |row| {
            let number = row.get("number")?;
            Ok(Poll {
                number,
                person: PersonId(row.get("person")?),
                name: row.get("name")?,
                question: read_question(row)?,
                closed: row.get("closed")?,
                at: Timestamp(row.get("at")?),
                votes: votes.remove(&number).unwrap_or_default(),
            })
        })?
        .collect()
}

/// Strikes out the words that questions and choices say.
pub(crate) fn search(connection: &Connection, code: Code, search: &mut Search) -> Result<()> {
    let mut statement =
        connection.prepare_cached("SELECT question, choices FROM polls WHERE meeting = ?1")?;
    let mut rows = statement.query([code.compact()])?;
    while !search.is_empty()
        && let Some(row) = rows.next()?
    {
        search.strike(row.get_ref(0)?.as_str()?);
        search.strike(row.get_ref(1)?.as_str()?);
    }
    Ok(())
}

/// Where both voted the account's vote stands.
pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    for adopt in [
        "UPDATE polls SET person = ?2 WHERE person = ?1",
        "UPDATE OR IGNORE votes SET person = ?2 WHERE person = ?1",
    ] {
        connection.prepare_cached(adopt)?.execute((guest.0, account.0))?;
    }
    connection.prepare_cached("DELETE FROM votes WHERE person = ?1")?.execute([guest.0])?;
    Ok(())
}

fn read_question(row: &Row<'_>) -> Result<Question> {
    let choices: String = row.get("choices")?;
    Ok(Question {
        text: row.get("question")?,
        choices: choices.lines().map(str::to_owned).collect(),
        several: row.get("several")?,
        secret: row.get("secret")?,
    })
}

type Votes = BTreeMap<PersonId, Vote>;

fn votes_of(connection: &Connection, code: Code) -> Result<BTreeMap<u64, Votes>> {
    let mut statement = connection.prepare_cached("SELECT * FROM votes WHERE meeting = ?1")?;
    let mut rows = statement.query([code.compact()])?;
    let mut votes: BTreeMap<u64, Votes> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let places: String = row.get("choices")?;
        // Only what `places` wrote is there.
        let choices = places.split(' ').filter_map(|place| place.parse().ok()).collect();
        let vote = Vote { name: row.get("name")?, choices };
        votes.entry(row.get("poll")?).or_default().insert(PersonId(row.get("person")?), vote);
    }
    Ok(votes)
}

fn places(choices: &BTreeSet<usize>) -> String {
    choices.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use hearth_core::Record;

    use crate::testing::*;
    use crate::{Page, Store};

    use super::*;

    fn lunch() -> Poll {
        Poll {
            number: 1,
            person: ADA,
            name: "Ada".to_owned(),
            question: Question {
                text: "Where to?".to_owned(),
                choices: vec!["Café".to_owned(), "Canteen".to_owned()],
                several: true,
                secret: false,
            },
            closed: false,
            at: Timestamp(5),
            votes: BTreeMap::new(),
        }
    }

    fn voted(person: PersonId, choices: &[usize]) -> Record {
        let vote = Vote { name: "Name".to_owned(), choices: choices.iter().copied().collect() };
        Record::Voted { poll: 1, person, vote: (!choices.is_empty()).then_some(vote) }
    }

    fn polls(store: &Store, here: Code) -> Vec<Poll> {
        store.meeting(here).expect("it can be read").expect("it is there").polls
    }

    #[test]
    fn a_poll_goes_on_where_it_was_left_until_it_is_deleted() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        let asked = Record::PollOpened(Arc::new(lunch()));
        meet(&store, here, Some(ADA), [asked, voted(ADA, &[0, 1]), voted(BOB, &[0])]);
        keep(&store, here, [voted(BOB, &[1]), voted(CY, &[0]), voted(CY, &[])]);

        let [poll] = &polls(&store, here)[..] else { panic!("one was asked") };
        let chose: Vec<_> =
            poll.votes.iter().map(|(who, vote)| (*who, places(&vote.choices))).collect();
        assert_eq!(chose, [(ADA, "0 1".to_owned()), (BOB, "1".to_owned())]);
        assert_eq!(Poll { votes: BTreeMap::new(), ..poll.clone() }, lunch());

        keep(&store, here, [Record::PollClosed { poll: 1 }]);
        assert!(polls(&store, here)[0].closed);
        keep(&store, here, [Record::PollDeleted { poll: 1 }]);
        assert_eq!(polls(&store, here), []);
    }

    #[test]
    fn a_guest_who_signs_in_keeps_what_they_asked_and_chose() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        let asked = Record::PollOpened(Arc::new(lunch()));
        meet(&store, here, Some(CY), [asked, voted(ADA, &[0])]);
        store.adopt_guest(ADA, BOB).wait().expect("it can be kept");
        let [poll] = &polls(&store, here)[..] else { panic!("one was asked") };
        assert_eq!((poll.person, poll.votes.keys().copied().collect::<Vec<_>>()), (BOB, vec![BOB]));
    }

    #[test]
    fn a_meeting_is_found_by_what_was_asked() {
        let (_folder, store) = store();
        meet(&store, code("abc-def-234"), Some(ADA), [Record::PollOpened(Arc::new(lunch()))]);
        let finds = |words| {
            let page = Page { search: Search::new(words), ..Page::default() };
            store.history(ADA, &page, NOW).expect("it can be read").0.len()
        };
        assert_eq!([finds("cafe where"), finds("pizza")], [1, 0]);
    }
}

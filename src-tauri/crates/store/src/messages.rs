//! The table of messages.

use hearth_core::{
    Card, Code, Message, MessageState, ParticipantId, PersonId, Recipient, Timestamp,
};
use rusqlite::{Connection, Result, Row, named_params};

use crate::Search;

pub(crate) const TABLE: &str = "
    CREATE TABLE messages (
        id             INTEGER PRIMARY KEY,
        meeting        TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE,
        participant    INTEGER NOT NULL,
        person         BLOB NOT NULL,
        name           TEXT NOT NULL,
        to_participant INTEGER,
        to_person      BLOB,
        to_name        TEXT,
        text           TEXT NOT NULL,
        at             INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX messages_by_meeting ON messages (meeting);";

pub(crate) const NUMBER_AND_CARD: &str = "
    ALTER TABLE messages ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
    UPDATE messages SET number = id;
    ALTER TABLE messages ADD COLUMN card_kind TEXT;
    ALTER TABLE messages ADD COLUMN card TEXT;";

// 0 as written, 1 edited, 2 deleted.
pub(crate) const ANSWERS_AND_STATE: &str = "
    ALTER TABLE messages ADD COLUMN answers INTEGER;
    ALTER TABLE messages ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX messages_by_number ON messages (meeting, number);
    DROP INDEX messages_by_meeting;";

/// A line of chat, as the history shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastMessage {
    /// Its number in the meeting.
    pub number: u64,
    /// Who wrote it.
    pub from: String,
    /// Whom it was for, if not everyone.
    pub to: Option<String>,
    /// The words; none once it is deleted.
    pub text: String,
    /// The number of the line that this one answers.
    pub answers: Option<u64>,
    /// What became of it.
    pub state: MessageState,
    /// When it was written.
    pub at: Timestamp,
}

/// A line of chat in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomMessage {
    /// The line.
    pub message: Message,
    /// The username of who wrote it, unless they are a guest.
    pub username: Option<String>,
}

pub(crate) fn say(connection: &Connection, code: Code, message: &Message) -> Result<()> {
    let (to, card) = (message.to.as_ref(), message.card.as_ref());
    connection
        .prepare_cached(
            "INSERT INTO messages (meeting, participant, person, name,
                 to_participant, to_person, to_name, text, at, number, card_kind, card, answers, state)
             VALUES (:meeting, :participant, :person, :name,
                 :to_participant, :to_person, :to_name, :text, :at, :number, :card_kind, :card, :answers, :state)",
        )?
        .execute(named_params! {
            ":meeting": code.compact(),
            ":participant": message.from.number(),
            ":person": message.person.0,
            ":name": message.name,
            ":to_participant": to.map(|to| to.id.number()),
            ":to_person": to.map(|to| to.person.0),
            ":to_name": to.map(|to| &to.name),
            ":text": message.text,
            ":at": message.at.0,
            ":number": message.number,
            ":card_kind": card.map(|card| &*card.kind),
            ":card": card.map(|card| &*card.text),
            ":answers": message.answers,
            ":state": written(message.state),
        })?;
    Ok(())
}

/// Puts what a line says now in the place of what it said.
pub(crate) fn change(connection: &Connection, code: Code, message: &Message) -> Result<()> {
    let card = message.card.as_ref();
    connection
        .prepare_cached(
            "UPDATE messages
             SET text = :text, state = :state, card_kind = :card_kind, card = :card
             WHERE meeting = :meeting AND number = :number",
        )?
        .execute(named_params! {
            ":meeting": code.compact(),
            ":number": message.number,
            ":text": message.text,
            ":state": written(message.state),
            ":card_kind": card.map(|card| &*card.kind),
            ":card": card.map(|card| &*card.text),
        })?;
    Ok(())
}

/// The last lines of a meeting, whoever they were for, oldest first.
pub(crate) fn newest(connection: &Connection, code: Code, limit: usize) -> Result<Vec<Message>> {
    let mut statement = connection.prepare_cached(
        "SELECT * FROM messages WHERE meeting = ?1 ORDER BY number DESC LIMIT ?2",
    )?;
    let newest_first = statement.query_map((code.compact(), limit), read)?;
    let mut messages = newest_first.collect::<Result<Vec<_>>>()?;
    messages.reverse();
    Ok(messages)
}

/// The last lines of a room that `person` may read and that were not deleted,
/// oldest first.
pub(crate) fn newest_readable_by(
    connection: &Connection,
    code: Code,
    person: PersonId,
    limit: usize,
) -> Result<Vec<RoomMessage>> {
    let mut statement = connection.prepare_cached(
        "SELECT messages.*, username FROM messages LEFT JOIN accounts USING (person)
         WHERE meeting = ?1 AND (to_person IS NULL OR ?2 IN (person, to_person)) AND state != 2
         ORDER BY number DESC LIMIT ?3",
    )?;
    let newest_first = statement.query_map((code.compact(), person.0, limit), |row| {
        Ok(RoomMessage { message: read(row)?, username: row.get("username")? })
    })?;
    let mut messages = newest_first.collect::<Result<Vec<_>>>()?;
    messages.reverse();
    Ok(messages)
}

fn read(row: &Row<'_>) -> Result<Message> {
    let to = match row.get::<_, Option<_>>("to_participant")? {
        Some(number) => Some(Recipient {
            id: ParticipantId::mentioned(number),
            person: PersonId(row.get("to_person")?),
            name: row.get("to_name")?,
        }),
        None => None,
    };
    let card = match row.get::<_, Option<String>>("card_kind")? {
        Some(kind) => Some(Card { kind: kind.into(), text: row.get::<_, String>("card")?.into() }),
        None => None,
    };
    Ok(Message {
        number: row.get("number")?,
        from: ParticipantId::mentioned(row.get("participant")?),
        person: PersonId(row.get("person")?),
        name: row.get("name")?,
        to,
        text: row.get("text")?,
        card,
        answers: row.get("answers")?,
        state: read_state(row)?,
        at: Timestamp(row.get("at")?),
    })
}

fn written(state: MessageState) -> u8 {
    match state {
        MessageState::Written => 0,
        MessageState::Edited => 1,
        MessageState::Deleted => 2,
    }
}

fn read_state(row: &Row<'_>) -> Result<MessageState> {
    Ok(match row.get::<_, u8>("state")? {
        0 => MessageState::Written,
        1 => MessageState::Edited,
        _ => MessageState::Deleted,
    })
}

/// The lines that `person` may read: those for everyone, and their own.
pub(crate) fn readable_by(
    connection: &Connection,
    code: Code,
    person: PersonId,
) -> Result<Vec<PastMessage>> {
    connection
        .prepare_cached(
            "SELECT number, name, to_name, text, answers, state, at FROM messages
             WHERE meeting = ?1 AND (to_person IS NULL OR ?2 IN (person, to_person))
             ORDER BY number",
        )?
        .query_map((code.compact(), person.0), |row| {
            Ok(PastMessage {
                number: row.get("number")?,
                from: row.get("name")?,
                to: row.get("to_name")?,
                text: row.get("text")?,
                answers: row.get("answers")?,
                state: read_state(row)?,
                at: Timestamp(row.get("at")?),
            })
        })?
        .collect()
}

pub(crate) fn count_readable_by(
    connection: &Connection,
    code: Code,
    person: PersonId,
) -> Result<u64> {
    connection
        .prepare_cached(
            "SELECT count(*) FROM messages
             WHERE meeting = ?1 AND (to_person IS NULL OR ?2 IN (person, to_person))",
        )?
        .query_row((code.compact(), person.0), |row| row.get(0))
}

/// Strikes out of a search what is in the lines that `person` may read.
pub(crate) fn search(
    connection: &Connection,
    code: Code,
    person: PersonId,
    search: &mut Search,
) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT text FROM messages
         WHERE meeting = ?1 AND (to_person IS NULL OR ?2 IN (person, to_person))",
    )?;
    let mut rows = statement.query((code.compact(), person.0))?;
    while !search.is_empty()
        && let Some(row) = rows.next()?
    {
        search.strike(row.get_ref("text")?.as_str()?);
    }
    Ok(())
}

/// Whoever wrote or was written to was in, so this goes by attendance and has
/// to come before that is adopted.
pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE messages
             SET person = iif(person = ?1, ?2, person),
                 to_person = iif(to_person = ?1, ?2, to_person)
             WHERE ?1 IN (person, to_person)
                 AND meeting IN (SELECT meeting FROM attendance WHERE person = ?1)",
        )?
        .execute((guest.0, account.0))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use hearth_core::{Message, MessageState, Record};

    use crate::testing::*;

    #[test]
    fn only_the_newest_lines_are_given_to_a_meeting_that_goes_on() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        let lines = (0..=200).map(|line| said((1, ADA, "Ada"), &line.to_string(), line));
        meet(&store, here, None, lines);

        let chat = store.meeting(here).expect("it can be read").expect("it is there").chat;

        assert_eq!(chat.len(), 200);
        assert_eq!(chat[0].text, "1", "the oldest line is left out");
        assert_eq!(chat[199].text, "200", "the newest comes last");
    }

    #[test]
    fn a_private_line_is_read_by_those_two_and_counted_for_them() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        let (ada, bob, cy) = ((1, ADA, "Ada"), (2, BOB, "Bob"), (3, CY, "Cy"));
        let arrivals = [ada, bob, cy].map(|(number, person, name)| came(number, person, name, 5));
        meet(&store, here, None, arrivals);
        keep(&store, here, [said(ada, "to all", 6), whispered(ada, bob, "to Bob", 7)]);

        let heard = |person| {
            let past = store.past_meeting(here, person, NOW).expect("it can be read");
            let past = past.expect("everyone was in");
            assert_eq!(past.meeting.messages, past.chat.len() as u64, "the count fits the lines");
            past.chat.into_iter().map(|line| (line.text, line.to)).collect::<Vec<_>>()
        };

        let to_all = ("to all".to_owned(), None);
        let to_bob = ("to Bob".to_owned(), Some("Bob".to_owned()));
        assert_eq!(heard(ADA), [to_all.clone(), to_bob.clone()]);
        assert_eq!(heard(BOB), [to_all.clone(), to_bob]);
        assert_eq!(heard(CY), [to_all], "it was none of Cy's business");
    }

    #[test]
    fn what_is_edited_or_deleted_leaves_no_old_words_behind() {
        const OLD: [&str; 3] = ["a slip of the pen", "a slip of the tongue", "on a card"];
        let (folder, store) = store();
        let here = code("abc-def-234");
        let ada = (1, ADA, "Ada");
        let mut edited = message(ada, None, OLD[0], 10);
        let mut deleted = message(ada, None, OLD[1], 11);
        deleted.card = Some(hearth_core::Card { kind: "test".into(), text: OLD[2].into() });
        let answer = Message { answers: Some(10), ..message(ada, None, "an answer", 12) };
        let lines = [&edited, &deleted, &answer].map(|line| Record::Said(Arc::new(line.clone())));
        meet(&store, here, Some(ADA), [came(1, ADA, "Ada", 5)].into_iter().chain(lines));

        edited = Message { text: "better".to_owned(), state: MessageState::Edited, ..edited };
        deleted =
            Message { text: String::new(), card: None, state: MessageState::Deleted, ..deleted };
        let changes = [&edited, &deleted].map(|it| Record::MessageChanged(Arc::new(it.clone())));
        keep(&store, here, changes);

        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!(stored.chat, [edited, deleted, answer], "each in its place");
        let past = store.past_meeting(here, ADA, NOW).expect("it can be read").expect("hers");
        let shown: Vec<_> =
            past.chat.iter().map(|it| (it.number, &*it.text, it.state, it.answers)).collect();
        let expected = [
            (10, "better", MessageState::Edited, None),
            (11, "", MessageState::Deleted, None),
            (12, "an answer", MessageState::Written, Some(10)),
        ];
        assert_eq!(shown, expected);
        store.close();
        for file in std::fs::read_dir(folder.path()).expect("the folder is there") {
            let bytes = std::fs::read(file.expect("a file").path()).expect("it can be read");
            for old in OLD.map(str::as_bytes) {
                assert!(!bytes.windows(old.len()).any(|it| it == old), "it is on the disk");
            }
        }
    }
}

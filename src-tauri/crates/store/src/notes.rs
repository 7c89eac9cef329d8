//! The table of notes: the page that everyone in a meeting writes together.

use std::sync::Arc;

use hearth_core::{Code, Timestamp};
use rusqlite::{Connection, OptionalExtension, Result};

use crate::meetings;

// What they say can be told from the state, by who can read that.
pub(crate) const TABLE: &str = "
    ALTER TABLE meetings ADD COLUMN notes INTEGER NOT NULL DEFAULT 1;
    CREATE TABLE notes (
        meeting TEXT NOT NULL PRIMARY KEY REFERENCES meetings (code) ON DELETE CASCADE,
        state   BLOB NOT NULL,
        text    TEXT NOT NULL,
        at      INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;";

/// The notes of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notes {
    /// All of it, for who goes on writing.
    pub state: Arc<[u8]>,
    /// What they say, for who reads.
    pub text: String,
    /// When they were changed.
    pub at: Timestamp,
}

pub(crate) fn keep(connection: &Connection, code: Code, notes: &Notes) -> Result<()> {
    if !meetings::exists(connection, code)? {
        return Ok(());
    }
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO notes (meeting, state, text, at) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((code.compact(), &*notes.state, &notes.text, notes.at.0))?;
    Ok(())
}

pub(crate) fn state(connection: &Connection, code: Code) -> Result<Option<Vec<u8>>> {
    connection
        .prepare_cached("SELECT state FROM notes WHERE meeting = ?1")?
        .query_row([code.compact()], |row| row.get("state"))
        .optional()
}

/// What they say, if anything.
pub(crate) fn text(connection: &Connection, code: Code) -> Result<Option<String>> {
    connection
        .prepare_cached("SELECT text FROM notes WHERE meeting = ?1 AND text <> ''")?
        .query_row([code.compact()], |row| row.get("text"))
        .optional()
}

#[cfg(test)]
mod tests {
    use crate::testing::*;
    use crate::{Page, Search, Store};

    use super::*;

    fn write(store: &Store, code: Code, text: &str, at: u64) {
        let notes = Notes {
            state: text.as_bytes().iter().rev().copied().collect(),
            text: text.to_owned(),
            at: Timestamp(at),
        };
        store.keep_notes(code, notes).wait().expect("it can be kept");
    }

    fn shown(store: &Store, code: Code) -> Option<String> {
        store.past_meeting(code, ADA, NOW).expect("it can be read")?.notes
    }

    #[test]
    fn notes_are_in_the_history_as_they_were_left() {
        let (folder, store) = store();
        let here = code("abc-def-234");
        meet(&store, here, Some(ADA), [came(1, ADA, "Ada", 5)]);
        assert_eq!(shown(&store, here), None, "there are none");

        write(&store, here, "Cake", 6);
        write(&store, here, "Cake and tea", 7);
        store.close();

        let store = reopen(&folder);
        assert_eq!(shown(&store, here).as_deref(), Some("Cake and tea"));
        let state = store.notes(here).expect("it can be read");
        assert_eq!(state.as_deref(), Some(&b"aet dna ekaC"[..]));
        write(&store, here, "", 8);
        assert_eq!(shown(&store, here), None, "an empty page says nothing");
    }

    #[test]
    fn a_meeting_is_found_by_what_its_notes_say() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        meet(&store, here, Some(ADA), [came(1, ADA, "Ada", 5)]);
        meet(&store, code("xyz-def-234"), Some(ADA), [came(1, ADA, "Ada", 5)]);
        write(&store, here, "We decided: Café at noon", 6);

        let found = |person, words: &str| {
            let page = Page { search: Search::new(words), ..Page::default() };
            let (found, _) = store.history(person, &page, NOW).expect("it can be read");
            found.iter().map(|meeting| meeting.code).collect::<Vec<_>>()
        };

        assert_eq!(found(ADA, "cafe ada"), [here]);
        assert_eq!(found(BOB, "cafe"), [], "he was not there");
    }

    #[test]
    fn notes_go_where_their_meeting_goes() {
        let (_folder, store) = store();
        let [old, new] = ["abc-def-234", "xyz-def-234"].map(code);
        meet(&store, old, Some(ADA), [came(1, ADA, "Ada", 5)]);
        write(&store, old, "Cake", 6);

        assert!(store.change_code(old, new).wait().expect("it can be kept"));
        assert_eq!(shown(&store, new).as_deref(), Some("Cake"));

        store.delete_meeting(new, ADA).wait().expect("it can be asked");
        assert_eq!(store.notes(new).expect("it can be read"), None);
        write(&store, new, "after the end", 7);
        assert_eq!(store.notes(new).expect("it can be read"), None, "it belongs to no meeting");
    }

    #[test]
    fn notes_that_nobody_changed_for_long_are_forgotten() {
        let (_folder, store) = store();
        let [old, new] = ["abc-def-234", "xyz-def-234"].map(code);
        for (code, at) in [(old, 20), (new, 150)] {
            // Somebody is in, so the meeting itself stays.
            meet(&store, code, Some(ADA), [came(1, ADA, "Ada", 5)]);
            write(&store, code, "Cake", at);
        }
        store.forget_meetings(Some(Timestamp(100)), NOW).wait().expect("it can be asked");
        assert_eq!((shown(&store, old), shown(&store, new)), (None, Some("Cake".to_owned())));
    }
}

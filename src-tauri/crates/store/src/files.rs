//! The table of files that are kept with meetings. Their bytes are elsewhere, under
//! the name in `blob`.

use std::collections::HashSet;

use hearth_core::{Code, FileOffer, Keeping, ParticipantId, PersonId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Result, Row, named_params};

use crate::{history, meetings};

pub(crate) const TABLE: &str = "
    CREATE TABLE files (
        meeting     TEXT NOT NULL REFERENCES meetings (code) ON DELETE CASCADE,
        number      INTEGER NOT NULL,
        participant INTEGER NOT NULL,
        person      BLOB NOT NULL,
        by          TEXT NOT NULL,
        name        TEXT NOT NULL,
        size        INTEGER NOT NULL,
        kind        TEXT NOT NULL,
        sha256      BLOB NOT NULL,
        blob        TEXT NOT NULL UNIQUE,
        at          INTEGER NOT NULL,
        PRIMARY KEY (meeting, number)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE meetings ADD COLUMN files INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE meetings ADD COLUMN keep_files INTEGER NOT NULL DEFAULT 1;";

/// A file that is kept with a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// What is told of it.
    pub offer: FileOffer,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// The name under which its bytes are found.
    pub blob: String,
}

/// How many bytes are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptBytes {
    /// With one meeting.
    pub meeting: u64,
    /// With all of them.
    pub all: u64,
}

/// `false` if the meeting is no more.
pub(crate) fn keep(connection: &Connection, code: Code, file: &KeptFile) -> Result<bool> {
    if !meetings::exists(connection, code)? {
        return Ok(false);
    }
    let offer = &file.offer;
    connection
        .prepare_cached(
            "INSERT INTO files
                 (meeting, number, participant, person, by, name, size, kind, sha256, blob, at)
             VALUES (:meeting, :number, :participant, :person, :by, :name, :size, :kind,
                 :sha256, :blob, :at)",
        )?
        .execute(named_params! {
            ":meeting": code.compact(),
            ":number": offer.number,
            ":participant": offer.from.number(),
            ":person": offer.person.0,
            ":by": offer.by,
            ":name": offer.name,
            ":size": offer.size,
            ":kind": offer.kind,
            ":sha256": file.sha256,
            ":blob": file.blob,
            ":at": offer.at.0,
        })?;
    meetings::number_at(connection, code, offer.number)?;
    meetings::use_at(connection, code, offer.at)?;
    Ok(true)
}

pub(crate) fn withdraw(connection: &Connection, code: Code, number: u64) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM files WHERE meeting = ?1 AND number = ?2")?
        .execute((code.compact(), number))?;
    Ok(())
}

/// Those of a meeting, in the order in which they were offered.
pub(crate) fn of(connection: &Connection, code: Code) -> Result<Vec<KeptFile>> {
    connection
        .prepare_cached("SELECT * FROM files WHERE meeting = ?1 ORDER BY number")?
        .query_map([code.compact()], read)?
        .collect()
}

/// One of those that `person` may have, of whatever meeting.
pub(crate) fn find(
    connection: &Connection,
    code: Code,
    number: u64,
    person: PersonId,
) -> Result<Option<KeptFile>> {
    let seen = history::SEEN;
    connection
        .prepare_cached(&format!(
            "SELECT * FROM files WHERE meeting = ?2 AND number = ?3
             AND meeting IN (SELECT code FROM ({seen}))"
        ))?
        .query_row((person.0, code.compact(), number), read)
        .optional()
}

/// The names under which bytes are found.
pub(crate) fn blobs(connection: &Connection) -> Result<HashSet<String>> {
    connection.prepare_cached("SELECT blob FROM files")?.query_map((), |row| row.get(0))?.collect()
}

pub(crate) fn bytes(connection: &Connection, code: Code) -> Result<KeptBytes> {
    connection
        .prepare_cached(
            "SELECT coalesce(sum(size) FILTER (WHERE meeting = ?1), 0) AS of_meeting,
                 coalesce(sum(size), 0) AS of_all
             FROM files",
        )?
        .query_row([code.compact()], |row| {
            Ok(KeptBytes { meeting: row.get("of_meeting")?, all: row.get("of_all")? })
        })
}

pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    connection
        .prepare_cached("UPDATE files SET person = ?2 WHERE person = ?1")?
        .execute((guest.0, account.0))?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<KeptFile> {
    let offer = FileOffer {
        number: row.get("number")?,
        from: ParticipantId::mentioned(row.get("participant")?),
        person: PersonId(row.get("person")?),
        by: row.get("by")?,
        to: None,
        name: row.get("name")?,
        size: row.get("size")?,
        kind: row.get("kind")?,
        keeping: Keeping::Kept,
        mark: 0,
        at: Timestamp(row.get("at")?),
    };
    Ok(KeptFile { offer, sha256: row.get("sha256")?, blob: row.get("blob")? })
}

#[cfg(test)]
mod tests {
    use hearth_core::Record;

    use crate::testing::*;
    // Not that of the table.
    use crate::testing::keep;
    use crate::{Deletion, Store};

    use super::*;

    fn file(number: u64, size: u64, at: u64) -> KeptFile {
        let offer = FileOffer {
            number,
            from: ParticipantId::mentioned(1),
            person: ADA,
            by: "Ada".to_owned(),
            to: None,
            name: format!("{number}.txt"),
            size,
            kind: "text/plain".to_owned(),
            keeping: Keeping::Kept,
            mark: 0,
            at: Timestamp(at),
        };
        KeptFile { offer, sha256: [7; 32], blob: format!("{number}-{at}") }
    }

    fn put(store: &Store, code: Code, file: &KeptFile) -> bool {
        store.keep_file(code, file.clone()).wait().expect("it can be asked")
    }

    fn numbers(store: &Store, code: Code) -> Vec<u64> {
        let stored = store.meeting(code).expect("it can be read").expect("it is there");
        stored.files.iter().map(|offer| offer.number).collect()
    }

    #[test]
    fn a_kept_file_is_for_those_who_may_see_the_meeting() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        meet(&store, here, Some(ADA), [came(1, ADA, "Ada", 5), came(2, BOB, "Bob", 6)]);
        let first = file(7, 100, 10);

        assert!(put(&store, here, &first));

        let find = |person| store.kept_file(here, 7, person).expect("it can be read");
        assert_eq!((find(ADA), find(BOB)), (Some(first.clone()), Some(first.clone())));
        assert_eq!(find(CY), None, "Cy never was there");
        let past = store.past_meeting(here, BOB, NOW).expect("it can be read").expect("he was in");
        assert_eq!(past.files, [first]);
        assert_eq!(numbers(&store, here), [7], "it is offered when the meeting goes on");
        let stored = store.meeting(here).expect("it can be read").expect("it is there");
        assert_eq!(stored.last_message, 7, "no line gets its number");
        assert!(!put(&store, code("zzz-zzz-zzz"), &file(8, 1, 1)), "no such meeting");
    }

    #[test]
    fn what_is_gone_is_gone() {
        let (_folder, store) = store();
        let [here, there] = ["abc-def-234", "xyz-def-234"].map(code);
        for code in [here, there] {
            meet(&store, code, Some(ADA), [came(1, ADA, "Ada", 5)]);
        }
        for (code, number, at) in [(here, 7, 10), (here, 8, 200), (there, 9, 300)] {
            assert!(put(&store, code, &file(number, 100, at)));
        }
        let bytes = |code| store.kept_bytes(code).expect("it can be read");
        assert_eq!(bytes(here), KeptBytes { meeting: 200, all: 300 });

        store.forget_meetings(Some(Timestamp(100)), NOW).wait().expect("it can be asked");
        assert_eq!(numbers(&store, here), [8], "what is older than anyone wants it kept");
        keep(&store, here, [Record::FileWithdrawn(8)]);
        assert_eq!(numbers(&store, here), [], "what was withdrawn");
        store.change_code(there, code("new-new-new")).wait().expect("it can be asked");
        assert_eq!(numbers(&store, code("new-new-new")), [9], "it follows its meeting");
        let deleted = store.delete_meeting(code("new-new-new"), ADA).wait();
        assert_eq!(deleted.ok(), Some(Deletion::Deleted));
        assert_eq!(bytes(there), KeptBytes { meeting: 0, all: 0 }, "what a meeting had");
        assert_eq!(store.blobs().expect("it can be read"), HashSet::new());
    }
}

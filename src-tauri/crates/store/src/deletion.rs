//! Deleting a meeting, for everyone or for oneself.

use hearth_core::{Code, PersonId};
use rusqlite::{Connection, Result};

use crate::{attendance, hidings, meetings};

/// What became of a meeting that someone deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deletion {
    /// It is gone for everyone.
    Deleted,
    /// It is gone from their own history; others keep it.
    Hidden,
    /// There is no such meeting in their history.
    NotFound,
}

pub(crate) fn delete(connection: &Connection, code: Code, by: PersonId) -> Result<Deletion> {
    if !meetings::is_owner(connection, code, by)? {
        let was_seen =
            attendance::has_attended(connection, code, by)? && hidings::hide(connection, code, by)?;
        if !was_seen {
            return Ok(Deletion::NotFound);
        }
        if !hidings::hidden_from_all(connection, code)? {
            return Ok(Deletion::Hidden);
        }
    }
    meetings::delete(connection, code)?;
    Ok(Deletion::Deleted)
}

#[cfg(test)]
mod tests {

    use crate::Page;
    use crate::Store;
    use crate::testing::*;

    use super::*;

    fn delete(store: &Store, code: Code, by: PersonId) -> Deletion {
        store.delete_meeting(code, by).wait().expect("it can be asked")
    }

    fn sees(store: &Store, code: Code, person: PersonId) -> bool {
        let (history, _) = store.history(person, &Page::default(), NOW).expect("it can be read");
        let details = store.past_meeting(code, person, NOW).expect("it can be read");
        let listed = history.iter().any(|meeting| meeting.code == code);
        assert_eq!(listed, details.is_some(), "what is listed can be opened, and nothing else");
        listed
    }

    #[test]
    fn its_owner_deletes_a_meeting_for_everyone() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        let ada = (1, ADA, "Ada");
        let records = [came(1, ADA, "Ada", 5), came(2, BOB, "Bob", 6), said(ada, "bye", 7)];
        meet(&store, here, Some(ADA), records);
        keep(&store, here, [removed(CY)]);

        assert_eq!(delete(&store, here, ADA), Deletion::Deleted);

        assert!(!sees(&store, here, ADA));
        assert!(!sees(&store, here, BOB));
        assert_eq!(store.meeting(here).expect("it can be read"), None);
        assert_eq!(delete(&store, here, ADA), Deletion::NotFound, "it is gone already");

        meet(&store, here, Some(CY), []);
        let anew = store.meeting(here).expect("it can be read").expect("the code is free again");
        assert_eq!((anew.last_participant, anew.chat.len(), anew.removed.len()), (0, 0, 0));
    }

    #[test]
    fn someone_who_was_there_deletes_it_for_themselves() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        meet(&store, here, Some(ADA), [came(1, ADA, "Ada", 5), came(2, BOB, "Bob", 6)]);

        assert_eq!(delete(&store, here, BOB), Deletion::Hidden);

        assert!(!sees(&store, here, BOB));
        assert!(sees(&store, here, ADA), "the owner keeps it");
        assert_eq!(delete(&store, here, BOB), Deletion::NotFound, "he has none any more");
        assert_eq!(delete(&store, here, CY), Deletion::NotFound, "Cy never was there");

        keep(&store, here, [came(3, BOB, "Bob", 9)]);
        assert!(sees(&store, here, BOB), "he came back to it");
    }

    #[test]
    fn a_meeting_without_owner_is_gone_when_nobody_sees_it_any_more() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        meet(&store, here, None, [came(1, ADA, "Ada", 5), came(2, BOB, "Bob", 6)]);

        assert_eq!(delete(&store, here, ADA), Deletion::Hidden);
        assert_eq!(delete(&store, here, BOB), Deletion::Deleted);

        assert_eq!(store.meeting(here).expect("it can be read"), None);
    }

    #[test]
    fn what_still_happens_in_a_deleted_meeting_is_not_kept() {
        let (_folder, store) = store();
        let here = code("abc-def-234");
        meet(&store, here, Some(ADA), [came(1, ADA, "Ada", 5)]);
        delete(&store, here, ADA);

        keep(&store, here, [said((1, ADA, "Ada"), "anyone?", 6), went(1, 7)]);

        assert!(!sees(&store, here, ADA));
    }
}

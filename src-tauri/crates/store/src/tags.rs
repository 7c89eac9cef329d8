//! The tags of open meetings: no two of a server's own have the same.

use hearth_core::{Code, Tag, Timestamp};
use rusqlite::{Connection, Result};

use crate::meetings;

pub(crate) fn find(connection: &Connection, tag: Tag, at: Timestamp) -> Result<Option<Code>> {
    // What follows the tag in a code sorts before `~`.
    let mut with_tag = connection.prepare_cached(
        "SELECT * FROM meetings WHERE code BETWEEN ?1 AND ?1 || '~' AND ended_at IS NULL",
    )?;
    let mut rows = with_tag.query([tag.as_str()])?;
    while let Some(row) = rows.next()? {
        let meeting = meetings::read(connection, row)?;
        if meeting.code.tag() == Some(tag) && meetings::is_used(connection, &meeting, at)? {
            return Ok(Some(meeting.code));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use hearth_core::{Record, Timestamp};

    use crate::testing::*;

    #[test]
    fn a_tag_leads_to_its_meeting_as_long_as_that_is_open() {
        let (_folder, store) = store();
        let find = |tag: &str| {
            let tag = tag.parse().expect("a tag");
            store.code_with_tag(tag, NOW).expect("it can be read")
        };
        assert_eq!(find("abc"), None, "there is no meeting");
        for elsewhere in ["abc", "abc-def-2345", "abcde", "ABCDEFGHJ0"] {
            meet(&store, code(elsewhere), Some(ADA), []);
        }
        assert_eq!(find("abc"), None, "codes from elsewhere have no tags");

        let here = code("abc-def-234");
        meet(&store, here, Some(ADA), []);
        assert_eq!(find("abc"), Some(here));
        assert_eq!(find("abd"), None);

        keep(&store, here, [Record::Ended { at: Timestamp(7) }]);
        assert_eq!(find("abc"), None, "it is over");
    }
}

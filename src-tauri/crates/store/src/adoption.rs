//! A guest who signs in keeps what they did before.

use hearth_core::PersonId;
use rusqlite::{Connection, Result};

use crate::{
    attendance, bookmarks, files, hidings, meetings, messages, own_rooms, polls, removals,
};

pub(crate) fn adopt(connection: &Connection, guest: PersonId, account: PersonId) -> Result<()> {
    if guest == account {
        return Ok(());
    }
    meetings::adopt(connection, guest, account)?;
    files::adopt(connection, guest, account)?;
    messages::adopt(connection, guest, account)?;
    attendance::adopt(connection, guest, account)?;
    removals::adopt(connection, guest, account)?;
    polls::adopt(connection, guest, account)?;
    own_rooms::adopt(connection, guest, account)?;
    bookmarks::adopt(connection, guest, account)?;
    hidings::adopt(connection, guest, account)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::Deletion;
    use crate::Page;
    use crate::testing::*;

    use super::*;

    const GUEST: PersonId = PersonId([9; 16]);

    #[test]
    fn an_account_takes_over_all_that_a_guest_left() {
        let (_folder, store) = store();
        let (own, visited, hidden) =
            (code("aaa-aaa-aaa"), code("bbb-bbb-bbb"), code("ccc-ccc-ccc"));
        let (guest, bob) = ((1, GUEST, "Ada"), (2, BOB, "Bob"));
        meet(&store, own, Some(GUEST), [came(1, GUEST, "Ada", 5)]);
        meet(&store, visited, Some(BOB), [came(1, GUEST, "Ada", 6), came(2, BOB, "Bob", 7)]);
        keep(
            &store,
            visited,
            [whispered(guest, bob, "psst", 8), whispered(bob, guest, "what?", 9)],
        );
        meet(&store, hidden, Some(BOB), [came(1, GUEST, "Ada", 10)]);
        let deleted = store.delete_meeting(hidden, GUEST).wait().expect("it can be asked");
        assert_eq!(deleted, Deletion::Hidden);

        store.adopt_guest(GUEST, ADA).wait().expect("it can be kept");

        let codes = |person| {
            let (history, _) =
                store.history(person, &Page::default(), NOW).expect("it can be read");
            history.into_iter().map(|it| (it.code, it.owner, it.messages)).collect::<Vec<_>>()
        };
        assert_eq!(codes(ADA), [(visited, false, 2), (own, true, 0)], "what she hid stays hidden");
        assert_eq!(codes(GUEST), [], "nobody is the guest any more");
    }

    #[test]
    fn an_account_is_kept_out_where_the_guest_was_but_not_of_its_own() {
        let (_folder, store) = store();
        let (own, taken_over, other) =
            (code("aaa-aaa-aaa"), code("bbb-bbb-bbb"), code("ccc-ccc-ccc"));
        meet(&store, own, Some(ADA), [removed(GUEST)]);
        meet(&store, taken_over, Some(GUEST), [removed(ADA)]);
        meet(&store, other, Some(BOB), [removed(GUEST)]);

        store.adopt_guest(GUEST, ADA).wait().expect("it can be kept");

        let kept_out = |code| store.meeting(code).expect("it can be read").map(|it| it.removed);
        assert_eq!(kept_out(own), Some(BTreeMap::new()));
        assert_eq!(kept_out(taken_over), Some(BTreeMap::new()));
        assert_eq!(kept_out(other), Some(BTreeMap::from([(ADA, outcast())])));
    }

    #[test]
    fn adopting_oneself_changes_nothing() {
        let (_folder, store) = store();
        let here = code("aaa-aaa-aaa");
        meet(&store, here, Some(BOB), [came(1, ADA, "Ada", 5)]);
        store.delete_meeting(here, ADA).wait().expect("it can be asked");

        store.adopt_guest(ADA, ADA).wait().expect("it can be asked");

        let past = store.past_meeting(here, ADA, NOW).expect("it can be read");
        assert_eq!(past, None, "what she hid stays hidden");
    }
}

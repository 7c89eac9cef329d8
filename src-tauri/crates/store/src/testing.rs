//! A store in a folder of its own, and what happens in a meeting, in few words.

use std::sync::Arc;

use hearth_core::{
    Code, Lifetime, Message, MessageState, Outcast, ParticipantId, PersonId, Policy, Recipient,
    Record, Timestamp,
};
use tempfile::TempDir;

use crate::{NewAccount, NewMeeting, Store};

pub(crate) const ADA: PersonId = PersonId([1; 16]);
pub(crate) const BOB: PersonId = PersonId([2; 16]);
pub(crate) const CY: PersonId = PersonId([3; 16]);

/// Later than all that happens in a test.
pub(crate) const NOW: Timestamp = Timestamp(1_000_000);

/// What a meeting is called whose code someone else took.
pub(crate) const SPARE: &str = "sss-sss-sss";

pub(crate) fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = reopen(&folder);
    (folder, store)
}

pub(crate) fn reopen(folder: &TempDir) -> Store {
    Store::open(&folder.path().join("hearth.db")).expect("nobody else is there")
}

pub(crate) fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

/// Makes a meeting at time 1, and keeps what happens in it.
pub(crate) fn meet(
    store: &Store,
    code: Code,
    owner: Option<PersonId>,
    records: impl IntoIterator<Item = Record>,
) {
    let created_at = Timestamp(1);
    let meeting = NewMeeting {
        code,
        spelling: None,
        title: None,
        owner,
        policy: Policy::default(),
        lifetime: Lifetime::WEEK,
        plan: None,
        created_at,
    };
    let created = store.create_meeting(meeting, SPARE.parse().expect("a code")).wait();
    assert_eq!(created.ok(), Some(true), "the code is free");
    keep(store, code, records);
}

pub(crate) fn keep(store: &Store, code: Code, records: impl IntoIterator<Item = Record>) {
    for record in records {
        store.remember(code, record).wait().expect("it can be kept");
    }
}

pub(crate) fn came(participant: u64, person: PersonId, name: &str, at: u64) -> Record {
    let participant = ParticipantId::mentioned(participant);
    Record::Came { participant, person, name: name.to_owned(), at: Timestamp(at) }
}

pub(crate) fn went(participant: u64, at: u64) -> Record {
    Record::Went { participant: ParticipantId::mentioned(participant), at: Timestamp(at) }
}

/// Removes someone, as [`outcast`].
pub(crate) fn removed(person: PersonId) -> Record {
    Record::Removed { person, outcast: outcast() }
}

pub(crate) fn outcast() -> Outcast {
    Outcast { id: ParticipantId::mentioned(3), name: "Cy".to_owned() }
}

pub(crate) fn said(from: (u64, PersonId, &str), text: &str, at: u64) -> Record {
    Record::Said(Arc::new(message(from, None, text, at)))
}

pub(crate) fn whispered(
    from: (u64, PersonId, &str),
    to: (u64, PersonId, &str),
    text: &str,
    at: u64,
) -> Record {
    Record::Said(Arc::new(message(from, Some(to), text, at)))
}

pub(crate) fn message(
    (from, person, name): (u64, PersonId, &str),
    to: Option<(u64, PersonId, &str)>,
    text: &str,
    at: u64,
) -> Message {
    let recipient = |(id, person, name): (u64, PersonId, &str)| Recipient {
        id: ParticipantId::mentioned(id),
        person,
        name: name.to_owned(),
    };
    Message {
        number: at,
        from: ParticipantId::mentioned(from),
        person,
        name: name.to_owned(),
        to: to.map(recipient),
        text: text.to_owned(),
        card: None,
        answers: None,
        state: MessageState::Written,
        at: Timestamp(at),
    }
}

pub(crate) fn account(username: &str, person: PersonId) -> NewAccount {
    NewAccount {
        username: username.to_owned(),
        email: None,
        name: format!("{username} the Great"),
        password_hash: "$argon2id$…".to_owned(),
        person,
        created_at: Timestamp(1),
    }
}

//! What was acknowledged survives `kill -9`.
//!
//! The test starts itself once more as a child that writes as fast as it can
//! and prints the number of each line of chat once its receipt resolved. The
//! child is killed in the middle of it, wherever that may be.

use std::collections::HashSet;
use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use hearth_core::{
    Code, Lifetime, Message, MessageState, ParticipantId, PersonId, Policy, Record, Timestamp,
};
use hearth_store::{NewMeeting, PastMeetingDetails, Store};
use rusqlite::Connection;

const ROUNDS: usize = 10;
const DATABASE: &str = "HEARTH_STORE_TEST_DATABASE";
const ADA: PersonId = PersonId([1; 16]);
const AT_ONCE: usize = 16;

#[test]
fn a_write_that_was_acknowledged_survives_kill_9() {
    if let Some(database) = env::var_os(DATABASE) {
        write_until_killed(Path::new(&database));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("hearth.db");
    let mut acknowledged = Vec::new();

    for round in 1..=ROUNDS {
        acknowledged.extend(kill_after(7 * round, &database));

        let past = remembered(&database);
        let kept: HashSet<_> = past.chat.iter().map(|line| line.text.as_str()).collect();
        for number in &acknowledged {
            assert!(kept.contains(number.as_str()), "round {round}: {number} was acknowledged");
        }
        assert_eq!(past.attendance.len(), round, "she came in before she wrote");
        assert!(past.attendance.iter().all(|stay| stay.went_at.is_some()), "nobody is left in");
    }
}

/// Starts a child, kills it when it has acknowledged that many writes, and
/// returns all that it acknowledged.
fn kill_after(count: usize, database: &Path) -> Vec<String> {
    let mut child = start_child(database);
    let output = BufReader::new(child.stdout.take().expect("its output is piped"));
    let mut numbers = output
        .lines()
        .map(|line| line.expect("numbers are text"))
        .filter_map(|line| Some(line.strip_prefix("acknowledged ")?.to_owned()));
    let mut acknowledged: Vec<_> = numbers.by_ref().take(count).collect();
    assert_eq!(acknowledged.len(), count, "the child writes until it is killed");

    child.kill().expect("it runs");
    // Between our decision and its end it may have acknowledged more.
    acknowledged.extend(numbers);
    child.wait().expect("it is ours");
    acknowledged
}

fn start_child(database: &Path) -> Child {
    let test = env::current_exe().expect("this test is a program");
    Command::new(test)
        .args(["--exact", "a_write_that_was_acknowledged_survives_kill_9", "--nocapture"])
        .env(DATABASE, database)
        .stdout(Stdio::piped())
        .spawn()
        .expect("this test can be started twice")
}

fn remembered(database: &Path) -> PastMeetingDetails {
    let store = Store::open(database).expect("the database recovers");
    let past = store.past_meeting(code(), ADA, Timestamp(u64::MAX)).expect("it can be read");
    drop(store);

    let connection = Connection::open(database).expect("it is a database");
    let verdict: String = connection
        .pragma_query_value(None, "integrity_check", |row| row.get(0))
        .expect("it can be checked");
    assert_eq!(verdict, "ok");
    past.expect("the meeting was acknowledged")
}

fn write_until_killed(database: &Path) -> ! {
    let store = Store::open(database).expect("the earlier child is dead");
    let meeting = NewMeeting {
        code: code(),
        spelling: None,
        title: None,
        owner: Some(ADA),
        policy: Policy::default(),
        lifetime: Lifetime::Lasting,
        plan: None,
        created_at: Timestamp(1),
    };
    let spare = "sss-sss-sss".parse().expect("a code");
    store.create_meeting(meeting, spare).wait().expect("it can be kept");
    let stored = store.meeting(code()).expect("it can be read").expect("it is there");
    let participant = ParticipantId::mentioned(stored.last_participant + 1);
    let came = Record::Came { participant, person: ADA, name: "Ada".to_owned(), at: Timestamp(1) };
    store.remember(code(), came).wait().expect("it can be kept");

    // Numbers begin where no earlier child can have come to.
    for number in (participant.number() * 1_000_000..).step_by(AT_ONCE) {
        let receipts: Vec<_> = (number..)
            .take(AT_ONCE)
            .map(|number| (number, store.remember(code(), said(participant, number))))
            .collect();
        for (number, receipt) in receipts {
            receipt.wait().expect("it can be kept");
            println!("acknowledged {number}");
        }
    }
    unreachable!("the numbers do not end")
}

fn said(participant: ParticipantId, number: u64) -> Record {
    Record::Said(Arc::new(Message {
        number,
        from: participant,
        person: ADA,
        name: "Ada".to_owned(),
        to: None,
        text: number.to_string(),
        card: None,
        answers: None,
        state: MessageState::Written,
        at: Timestamp(number),
    }))
}

fn code() -> Code {
    "abc-def-234".parse().expect("a code")
}

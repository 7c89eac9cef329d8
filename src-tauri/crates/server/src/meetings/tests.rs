use std::time::Duration;

use hearth_core::{Command, Device, Event, Limits, Media, Policy, Refusal};
use hearth_store::Store;
use hearth_wire::Rejection;
use tempfile::TempDir;
use tokio_util::task::TaskTracker;

use super::*;
use crate::metrics::Metrics;

// More than any outbox holds.
const MANY: usize = 1000;

struct House {
    meetings: Meetings,
    _data: TempDir,
}

fn house(linger: Duration) -> House {
    let data = tempfile::tempdir().expect("a directory of our own");
    let store = Store::open(&data.path().join("hearth.db")).expect("a new store");
    let around = Surroundings {
        store,
        metrics: Metrics::new(),
        limits: Limits::default(),
        linger,
        tasks: TaskTracker::new(),
    };
    House { meetings: Meetings::new(10, around), _data: data }
}

async fn create(house: &House) -> Code {
    let meeting = house.meetings.create(None, None, Policy::default()).await;
    meeting.expect("the store works").code
}

async fn join(house: &House, code: Code, name: &str) -> (MeetingHandle, Seated) {
    let person = chance::person();
    let (meeting, seated) = house.meetings.enter(code, person).await.expect("the door is open");
    let on = Device { available: true, enabled: true };
    let media = Media { microphone: on, camera: on, screen: false };
    act(&meeting, &seated, Command::Join { name: name.to_owned(), media }).await;
    (meeting, seated)
}

async fn act(meeting: &MeetingHandle, seated: &Seated, command: Command) {
    let receipts = meeting.command(seated.id, command).await.expect("it runs").expect("allowed");
    for receipt in receipts {
        receipt.await.expect("it is on disk");
    }
}

fn say(text: &str) -> Command {
    Command::Say { to: None, text: text.to_owned() }
}

async fn hears(seated: &mut Seated, wanted: impl Fn(&Event) -> bool) {
    loop {
        match seated.told.recv().await.expect("the seat is still theirs") {
            Told::Event { event, .. } if wanted(&event) => return,
            Told::Event { .. } => {}
            other => panic!("heard {other:?} instead"),
        }
    }
}

#[tokio::test]
async fn a_reader_who_stalls_loses_the_connection_and_not_the_seat() {
    let house = house(Duration::from_secs(60));
    let code = create(&house).await;
    let (meeting, mut bob) = join(&house, code, "Bob").await;
    let (_, mut stalled) = join(&house, code, "Alice").await;

    for i in 0..MANY {
        let hand = Command::RaiseHand { raised: i % 2 == 0 };
        meeting.command(bob.id, hand).await.expect("it runs").expect("he may");
        hears(&mut bob, |event| matches!(event, Event::HandChanged { .. })).await;
        if stalled.told.is_closed() {
            break;
        }
    }
    hears(&mut bob, |event| matches!(event, Event::ConnectionLost { who } if *who == stalled.id))
        .await;

    while let Some(told) = stalled.told.recv().await {
        assert!(matches!(told, Told::Event { .. }), "she keeps what fitted, and then silence");
    }
    let resumed = house.meetings.resume(code, stalled.token, None).await;
    assert_eq!(resumed.expect("her seat is kept").1.id, stalled.id);
}

#[tokio::test]
async fn a_seat_that_is_resumed_leaves_its_old_connection() {
    let house = house(Duration::from_secs(60));
    let code = create(&house).await;
    let (meeting, mut old) = join(&house, code, "Alice").await;

    let (_, mut new) = house.meetings.resume(code, old.token, None).await.expect("it is hers");
    while !matches!(old.told.recv().await, Some(Told::Replaced)) {}
    meeting.disconnect(old.id, old.connection).await;

    act(&meeting, &new, say("still here")).await;
    hears(&mut new, |event| matches!(event, Event::Said(_))).await;
}

#[tokio::test]
async fn a_meeting_that_was_put_away_comes_back_as_it_was() {
    let house = house(Duration::ZERO);
    let code = create(&house).await;
    for round in 0..20 {
        let (meeting, mut seated) = join(&house, code, "Alice").await;
        let remembered = |event: &Event| match event {
            Event::Welcome { chat, .. } => chat.len() == round,
            _ => false,
        };
        hears(&mut seated, remembered).await;
        act(&meeting, &seated, say("again")).await;
        act(&meeting, &seated, Command::Leave).await;
    }
}

#[tokio::test]
async fn an_ended_meeting_lets_nobody_in() {
    let house = house(Duration::from_secs(60));
    let code = create(&house).await;
    let (meeting, seated) = join(&house, code, "Alice").await;
    meeting.command(seated.id, Command::End).await.expect("it runs").expect("she is host");

    let outcome = house.meetings.enter(code, chance::person()).await.map(|_| ());
    assert_eq!(outcome, Err(Rejection::ByMeeting(Refusal::Ended)));
}

#[tokio::test]
async fn only_so_many_meetings_run_at_once() {
    let house = house(Duration::from_secs(60));
    let mut seats = Vec::new();
    for _ in 0..10 {
        let code = create(&house).await;
        seats.push(join(&house, code, "Alice").await);
    }
    let code = create(&house).await;
    let outcome = house.meetings.enter(code, chance::person()).await.map(|_| ());
    assert_eq!(outcome, Err(Rejection::Unavailable), "an eleventh would not fit");
}

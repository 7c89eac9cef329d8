use std::time::Duration;

use hearth_core::{Command, Device, Event, Limits, Media, Refusal};
use hearth_store::Store;
use hearth_wire::Rejection;
use tempfile::TempDir;
use tokio_util::task::TaskTracker;

use super::*;
use crate::ear::{Heard, Hearing, Told};
use crate::metrics::Metrics;
use crate::openings::Openings;
use crate::vault::Vault;

// More than any outbox holds.
const MANY: usize = 1000;

struct House {
    meetings: Meetings,
    _data: TempDir,
}

fn house(linger: Duration) -> House {
    let data = tempfile::tempdir().expect("a directory of our own");
    let store = Store::open(&data.path().join("hearth.db")).expect("a new store");
    let vault = Vault::open(data.path().join("files"), store.clone()).expect("a new folder");
    let around = Surroundings {
        store,
        vault,
        metrics: Metrics::new(),
        limits: Limits::default(),
        linger,
        tasks: TaskTracker::new(),
        openings: Openings::default(),
    };
    House { meetings: Meetings::new(10, around), _data: data }
}

async fn create(house: &House) -> Code {
    let meeting = house.meetings.create(Wish::usual(None, Lifetime::WEEK)).await;
    meeting.expect("the store works").code
}

/// Someone on a seat, and what they hear there.
struct Guest {
    seated: Seated,
    hearing: Hearing,
}

fn visitor() -> Visitor {
    Visitor::new(chance::person(), chance::resume_token())
}

async fn join(house: &House, code: Code, name: &str) -> (MeetingHandle, Guest) {
    let (ear, hearing) = Ear::open();
    let entered = house.meetings.enter(code, code, visitor(), &ear).await;
    let (meeting, seated) = entered.expect("the door is open");
    let guest = Guest { seated, hearing };
    let on = Device { available: true, enabled: true };
    let media = Media { microphone: on, camera: on, screen: false };
    act(&meeting, &guest, Command::Join { name: name.to_owned(), card: None, media }).await;
    (meeting, guest)
}

async fn act(meeting: &MeetingHandle, guest: &Guest, command: Command) {
    let outcome = meeting.command(guest.seated.id, command).await.expect("it runs");
    outcome.expect("it is allowed").expect("it is on disk");
}

fn say(text: &str) -> Command {
    Command::Say { to: None, text: text.to_owned(), card: None, answers: None }
}

async fn hears(guest: &mut Guest, wanted: impl Fn(&Event) -> bool) {
    loop {
        let Ok(Heard::Meeting { told, .. }) = guest.hearing.next().await else {
            panic!("something else than a meeting")
        };
        match told {
            Told::Event { news, .. } if wanted(news.event()) => return,
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
    let (_, alice) = join(&house, code, "Alice").await;

    for i in 0..MANY {
        let hand = Command::RaiseHand { raised: i % 2 == 0 };
        act(&meeting, &bob, hand).await;
        hears(&mut bob, |event| matches!(event, Event::HandChanged { .. })).await;
        if alice.hearing.has_stalled() {
            break;
        }
    }
    assert!(alice.hearing.has_stalled(), "she is let go");
    let id = alice.seated.id;
    hears(&mut bob, |event| matches!(event, Event::ConnectionLost { who } if *who == id)).await;

    let (ear, _hearing) = Ear::open();
    let resumed = house.meetings.resume(code, code, alice.seated.token, None, &ear).await;
    assert_eq!(resumed.expect("her seat is kept").1.id, id);
}

#[tokio::test]
async fn a_seat_that_is_resumed_leaves_its_old_connection() {
    let house = house(Duration::from_secs(60));
    let code = create(&house).await;
    let (meeting, mut old) = join(&house, code, "Alice").await;

    let (ear, hearing) = Ear::open();
    let resumed = house.meetings.resume(code, code, old.seated.token, None, &ear).await;
    let (_, seated) = resumed.expect("it is hers");
    let mut new = Guest { seated, hearing };
    let replaced = |heard| matches!(heard, Ok(Heard::Meeting { told: Told::Replaced, .. }));
    while !replaced(old.hearing.next().await) {}
    meeting.disconnect(old.seated.id, old.seated.connection).await;

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
async fn a_room_that_was_put_away_is_woken_by_who_comes_to_read() {
    let house = house(Duration::ZERO);
    let wish = Wish::usual(None, Lifetime::Lasting);
    let code = house.meetings.create(wish).await.expect("the store works").code;
    let (ada, ben) = (chance::person(), chance::person());
    let come = async |person| {
        let (ear, hearing) = Ear::open();
        let visitor = Visitor::new(person, chance::resume_token());
        let entered = house.meetings.enter(code, code, visitor, &ear).await;
        let (meeting, seated) = entered.expect("the door is open");
        (meeting, Guest { seated, hearing })
    };
    let open_chat = |name: &str| Command::OpenChat { name: name.to_owned() };
    for person in [ada, ben] {
        let (meeting, guest) = come(person).await;
        let media = Media::default();
        act(&meeting, &guest, Command::Join { name: "Someone".to_owned(), card: None, media })
            .await;
        act(&meeting, &guest, Command::Leave).await;
    }

    for round in 0..5 {
        for (person, name) in [(ada, "Ada"), (ben, "Ben")] {
            let (meeting, mut guest) = come(person).await;
            act(&meeting, &guest, open_chat(name)).await;
            hears(&mut guest, |event| match event {
                Event::ChatOpened { chat, .. } => {
                    chat.len() == 2 * round + usize::from(name == "Ben")
                }
                _ => false,
            })
            .await;
            act(&meeting, &guest, say("again")).await;
            act(&meeting, &guest, Command::Leave).await;
        }
    }

    let (meeting, stranger) = come(chance::person()).await;
    let outcome = meeting.command(stranger.seated.id, open_chat("Cat")).await.expect("it runs");
    assert_eq!(outcome.map(|_| ()), Err(Refusal::NotJoined), "the code alone opens no chat");
}

#[tokio::test]
async fn an_ended_meeting_lets_nobody_in() {
    let house = house(Duration::from_secs(60));
    let code = create(&house).await;
    let (meeting, seated) = join(&house, code, "Alice").await;
    act(&meeting, &seated, Command::End).await;

    let outcome = house.meetings.enter(code, code, visitor(), &Ear::open().0).await.map(|_| ());
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
    let outcome = house.meetings.enter(code, code, visitor(), &Ear::open().0).await.map(|_| ());
    assert_eq!(outcome, Err(Rejection::Unavailable), "an eleventh would not fit");
}

#[tokio::test]
async fn a_meeting_is_announced_while_someone_is_in() {
    let house = house(Duration::from_secs(60));
    let code = create(&house).await;
    let openings = house.meetings.around.openings.clone();
    let tag = code.tag().expect("it is an own code");
    let (ear, _hearing) = Ear::open();
    house.meetings.enter(code, code, visitor(), &ear).await.expect("the door is open");
    assert_eq!(openings.find(tag), None, "who looks on is not in yet");

    let mut changes = openings.subscribe();
    let (meeting, alice) = join(&house, code, "Alice").await;
    changes.wait_for(|open| *open == [code]).await.expect("it is announced");
    act(&meeting, &alice, Command::Leave).await;
    changes.wait_for(Vec::is_empty).await.expect("nobody is in");
}

#[tokio::test]
async fn a_code_that_was_changed_lets_nobody_in_and_those_who_are_in_stay() {
    let house = house(Duration::from_secs(60));
    let old = create(&house).await;
    let (meeting, mut ada) = join(&house, old, "Ada").await;

    house.meetings.change_code(old).await.expect("it can be changed");

    let mut new = None;
    while new.is_none() {
        let Ok(Heard::Meeting { code, told, .. }) = ada.hearing.next().await else {
            panic!("she hears of it")
        };
        assert_eq!(code, old, "she calls it what she called it");
        if let Told::Event { news, .. } = told
            && let Event::CodeChanged { code } = **news.event()
        {
            new = Some(code);
        }
    }
    let new = new.expect("she heard it");
    let (ear, ..) = Ear::open();
    let outcome = house.meetings.enter(old, old, visitor(), &ear).await.map(|_| ());
    assert_eq!(outcome, Err(Rejection::NoSuchMeeting));
    act(&meeting, &ada, say("still here")).await;
    let (_, mut ben) = join(&house, new, "Ben").await;
    let remembers =
        |chat: &[Arc<hearth_core::Message>]| chat.iter().any(|it| it.text == "still here");
    hears(&mut ben, |event| matches!(event, Event::Welcome { chat, .. } if remembers(chat))).await;

    house.meetings.change_code(new).await.expect("it can be changed again");
    let token = ada.seated.token;
    let resumed = house.meetings.resume(old, old, token, None, &ear).await.map(|_| ());
    assert_eq!(resumed, Ok(()), "whoever lost the connection knows the old code alone");
    house.meetings.change_code(old).await.expect_err("it names no meeting any more");
}

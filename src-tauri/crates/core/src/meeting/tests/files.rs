//! Files: who may offer them to whom, and for how long they are offered.

use crate::{FileCommand, FileEvent, FileOffer, Keeping};

use super::*;

fn file(to: Option<ParticipantId>, name: &str, keep: bool) -> Command {
    let (name, kind) = (name.to_owned(), "text/plain".to_owned());
    Command::File(FileCommand::Offer { to, name, size: 9, kind, keep, mark: 7 })
}

fn withdraw(file: u64) -> Command {
    Command::File(FileCommand::Withdraw { file })
}

fn decline(file: u64) -> Command {
    Command::File(FileCommand::Decline { file })
}

fn withdrawn(file: u64) -> Event {
    Event::File(FileEvent::Withdrawn { file })
}

/// The file that was offered last among these events.
fn offered(events: &[Event]) -> Option<FileOffer> {
    events.iter().rev().find_map(|event| match event {
        Event::File(FileEvent::Offered(offer)) => Some(FileOffer::clone(offer)),
        _ => None,
    })
}

fn shown_to_newcomer(scene: &mut Scene) -> Vec<(u64, Keeping)> {
    let dan = scene.enter(DAN, "Dan");
    let events = scene.heard(dan);
    let welcomed = events.iter().find_map(|event| match event {
        Event::Welcome { files, .. } => Some(files.iter().map(|it| (it.number, it.keeping))),
        _ => None,
    });
    welcomed.expect("Dan is welcome").collect()
}

#[test]
fn a_file_is_offered_to_all_or_to_one() {
    let (mut scene, ada, ben, cat) = three();

    scene.act(ben, file(None, "../notes.txt", false));
    let offer = offered(&scene.heard(cat)).expect("it is for everyone");
    assert_eq!((offer.number, offer.from, offer.by.as_str()), (1, ben, "Ben"));
    assert_eq!((offer.name.as_str(), offer.size, offer.keeping), ("notes.txt", 9, Keeping::Not));
    assert_eq!(offered(&scene.heard(ben)).map(|it| it.mark), Some(7), "who offers knows it again");
    assert!(offered(&scene.heard(ada)).is_some());

    scene.act(ben, file(Some(ada), "secret.txt", false));
    assert_eq!(offered(&scene.heard(ada)).map(|it| it.number), Some(2));
    assert_eq!(offered(&scene.heard(cat)), None, "it is none of Cat's business");
    assert_eq!(scene.refusal(cat, decline(2)), Refusal::NoSuchFile, "nor that it is there");
    assert_eq!(shown_to_newcomer(&mut scene), [(1, Keeping::Not)]);

    scene.act(cat, say("thanks"));
    let numbers = scene.heard(ben).into_iter().find_map(|event| match event {
        Event::Said(message) => Some(message.number),
        _ => None,
    });
    assert_eq!(numbers, Some(3), "lines and files are numbered together");
}

#[test]
fn who_may_not_offer_is_refused() {
    let (mut scene, ada, ben, _) = three();
    let onlooker = scene.connect(DAN);
    assert_eq!(scene.refusal(onlooker, file(None, "a", false)), Refusal::NotJoined);
    assert_eq!(scene.refusal(ben, file(Some(ben), "a", false)), Refusal::InvalidTarget);
    assert_eq!(scene.refusal(ben, file(Some(onlooker), "a", false)), Refusal::NoSuchParticipant);
    assert_eq!(scene.refusal(ben, file(Some(ada), "a", true)), Refusal::InvalidTarget);
    assert_eq!(scene.refusal(ben, file(None, "..", false)), Refusal::InvalidFileName);
    let size = 2 * 1024 * 1024 * 1024 + 1;
    let (name, kind) = ("a".to_owned(), String::new());
    let large = FileCommand::Offer { to: None, name, size, kind, keep: false, mark: 0 };
    assert_eq!(scene.refusal(ben, Command::File(large)), Refusal::FileTooLarge);

    scene.act(ada, Command::SetPolicy(Policy { keep_files: false, ..Policy::default() }));
    assert_eq!(scene.refusal(ada, file(None, "a", true)), Refusal::ForbiddenByPolicy);
    scene.act(ada, Command::SetPolicy(Policy { files: false, ..Policy::default() }));
    assert_eq!(scene.refusal(ben, file(None, "a", false)), Refusal::ForbiddenByPolicy);
    scene.act(ada, file(None, "hosts may", false));
}

#[test]
fn so_many_files_and_no_more() {
    let limits = Limits { files: 3, files_each: 2, ..Limits::default() };
    let mut scene = Scene::with_limits(limits);
    let [ada, ben] = [(ADA, "Ada"), (BEN, "Ben")].map(|(who, name)| scene.enter(who, name));
    scene.act(ada, file(None, "a", false));
    scene.act(ada, file(None, "b", false));
    assert_eq!(scene.refusal(ada, file(None, "c", false)), Refusal::TooManyFiles);
    scene.act(ben, file(None, "c", false));
    assert_eq!(scene.refusal(ben, file(None, "d", false)), Refusal::TooManyFiles);
    scene.act(ada, withdraw(1));
    scene.act(ben, file(None, "d", false));
}

#[test]
fn an_offer_ends_with_its_offerer_or_by_hand() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, file(None, "a", false));
    scene.act(ben, file(Some(cat), "b", false));
    scene.act(cat, file(Some(ben), "c", false));
    scene.act(cat, file(None, "d", false));
    assert_eq!(scene.refusal(cat, withdraw(1)), Refusal::NotAllowed, "it is Ben's");
    scene.forget();

    scene.act(ben, Command::Leave);
    let heard = scene.heard(cat);
    assert_eq!(heard[1..], [withdrawn(1), withdrawn(2), withdrawn(3)], "his, and those for him");
    assert_eq!(scene.heard(ada)[1..], [withdrawn(1)]);

    scene.act(ada, withdraw(4));
    assert_eq!(scene.heard(cat), [withdrawn(4)], "a host may");
    assert_eq!(scene.refusal(cat, withdraw(4)), Refusal::NoSuchFile);
    assert_eq!(scene.records.len(), 1, "only that Ben went is remembered");
}

#[test]
fn a_lost_connection_withdraws_nothing_before_the_seat_is_given_up() {
    let (mut scene, _, ben, cat) = three();
    scene.act(ben, file(None, "a", false));
    scene.lose(ben);
    scene.forget();
    scene.pass(Duration::from_secs(29));
    assert_eq!(scene.heard(cat), []);
    scene.pass(SECOND);
    assert_eq!(scene.heard(cat)[1..], [withdrawn(1)]);
}

#[test]
fn who_declines_is_told_to_who_offered() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, file(None, "a", false));
    scene.act(ben, file(Some(cat), "b", false));
    scene.forget();

    scene.act(cat, decline(1));
    let declined = |file| Event::File(FileEvent::Declined { file, who: cat });
    assert_eq!((scene.heard(ben), scene.heard(ada)), (vec![declined(1)], vec![]));
    scene.act(cat, decline(2));
    assert_eq!(scene.heard(ben), [declined(2), withdrawn(2)], "it was for nobody else");
    assert_eq!(scene.refusal(ben, decline(1)), Refusal::InvalidTarget);
}

#[test]
fn what_is_kept_stays_until_it_is_withdrawn() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, file(None, "a", true));
    let effects = scene.meeting.keep_file(1).expect("it is offered");
    scene.forget();
    scene.carry_out(effects);
    assert_eq!(scene.heard(cat), [Event::File(FileEvent::Kept { file: 1 })]);

    scene.act(ben, Command::Leave);
    scene.act(ada, Command::SetPolicy(QUIET_FILES));
    assert_eq!(shown_to_newcomer(&mut scene), [(1, Keeping::Kept)]);
    assert_eq!(scene.refusal(cat, withdraw(1)), Refusal::NotAllowed);

    scene.forget();
    scene.act(ada, withdraw(1));
    assert_eq!(scene.records, [Record::FileWithdrawn(1)]);
    assert_eq!(scene.meeting.keep_file(1), None, "it came too late");
}

const QUIET_FILES: Policy = Policy {
    microphone: true,
    camera: true,
    screen: true,
    chat: true,
    files: false,
    keep_files: false,
    notes: true,
    lobby: false,
    locked: false,
};

#[test]
fn switching_files_off_takes_back_what_participants_offer() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ada, file(None, "a", false));
    scene.act(ben, file(None, "b", false));
    scene.forget();
    scene.act(ada, Command::SetPolicy(QUIET_FILES));
    assert_eq!(scene.heard(cat)[1..], [withdrawn(2)], "hosts are exempt");
}

//! Writing notes together.

use super::*;

#[test]
fn a_change_is_told_to_the_others_and_kept() {
    let (mut scene, ada, ben, cat) = three();

    scene.act(ben, edit_notes(b"change"));

    let edited = Event::NotesEdited { by: ben, update: (*b"change").into() };
    for who in [ada, cat] {
        assert_eq!(scene.heard(who), std::slice::from_ref(&edited));
    }
    assert_eq!(scene.heard(ben), [], "he knows what he wrote");
    assert_eq!(scene.notes, [(*b"change").into()]);
}

#[test]
fn whoever_was_away_for_a_moment_misses_no_change() {
    let (mut scene, ada, ben, _) = three();
    let heard_so_far = 4;
    scene.lose(ada);
    scene.act(ben, edit_notes(b"change"));
    scene.forget();

    scene.resume(ada, Some(heard_so_far)).expect("her seat is kept");

    let edited = Event::NotesEdited { by: ben, update: (*b"change").into() };
    assert_eq!(scene.heard(ada), [edited]);
}

#[test]
fn a_host_may_keep_participants_from_writing_but_not_from_reading() {
    let mut scene = Scene::with_policy(Policy { notes: false, ..Policy::default() });
    let (ada, ben) = (scene.enter(ADA, "Ada"), scene.enter(BEN, "Ben"));

    assert_eq!(scene.refusal(ben, edit_notes(b"change")), Refusal::ForbiddenByPolicy);
    assert_eq!(scene.meeting.check_may_read_notes(ben), Ok(()));
    scene.act(ada, edit_notes(b"change"));
    scene.act(ada, appoint(ben));
    scene.act(ben, edit_notes(b"change"));
}

#[test]
fn whoever_looks_on_or_waits_does_not_read_them() {
    let mut scene = Scene::with_policy(Policy { lobby: true, ..Policy::default() });
    scene.enter(OWNER, "Olga");
    let (waiting, onlooker) = (scene.enter(ADA, "Ada"), scene.connect(BEN));
    for who in [waiting, onlooker, ParticipantId::mentioned(99)] {
        assert_eq!(scene.meeting.check_may_read_notes(who), Err(Refusal::NotJoined));
    }
}

#[test]
fn one_change_has_a_bound() {
    let mut scene = Scene::with_limits(Limits { notes_update: 4, ..Limits::default() });
    let ada = scene.enter(ADA, "Ada");
    assert_eq!(scene.refusal(ada, edit_notes(b"fives")), Refusal::NotesUpdateTooLarge);
    scene.act(ada, edit_notes(b"four"));
}

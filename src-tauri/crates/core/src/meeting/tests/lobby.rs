//! Waiting to be let in.

use super::*;
use crate::{Departure, Waiter};

const LOBBY: Policy = Policy {
    microphone: true,
    camera: true,
    screen: true,
    chat: true,
    files: true,
    keep_files: true,
    notes: true,
    lobby: true,
    locked: false,
};

/// A meeting with a lobby, of an owner who is in.
fn lobby() -> (Scene, ParticipantId) {
    let mut scene = Scene::with_policy(LOBBY);
    let owner = scene.enter(OWNER, "Olga");
    (scene, owner)
}

fn knocked(who: ParticipantId, name: &str) -> Event {
    Event::Knocked(Waiter { id: who, name: name.to_owned(), installation: None })
}

fn entrusted(waiting: Vec<Waiter>) -> Event {
    Event::Entrusted { waiting, removed: Vec::new(), log: Vec::new() }
}

#[test]
fn the_owner_never_waits() {
    let (scene, owner) = lobby();
    assert_eq!(scene.role(owner), Role::Host);
}

#[test]
fn a_newcomer_waits_and_only_hosts_hear_of_it() {
    let (mut scene, owner) = lobby();
    let ada = scene.connect(ADA);
    scene.act(ada, join("Ada"));
    scene.act(owner, Command::Admit { who: ada });
    scene.forget();

    let ben = scene.connect(BEN);
    let [Event::Roster { must_ask: true, .. }] = scene.heard(ben)[..] else {
        panic!("an onlooker knows that they will have to ask");
    };
    scene.act(ben, join("Ben"));

    assert_eq!(scene.heard(ben), [Event::Waiting]);
    assert_eq!(scene.heard(owner), [knocked(ben, "Ben")]);
    assert_eq!(scene.heard(ada), []);
    assert_eq!(scene.records, [], "who waits has not come in");
    assert_eq!(scene.refusal(ben, join("Ben")), Refusal::AlreadyJoined, "once is enough");
}

#[test]
fn the_admitted_come_in_with_what_they_asked_for() {
    let (mut scene, owner) = lobby();
    let ada = scene.connect(ADA);
    scene.act(ada, join_with("Ada", SPEAKING));
    scene.forget();

    scene.act(owner, Command::Admit { who: ada });

    assert_eq!(welcome(&scene.heard(ada)).you, ada);
    assert_eq!(scene.media(ada), SPEAKING);
    let heard = scene.heard(owner);
    let [Event::KnockAnswered { who }, Event::Joined(participant)] = &heard[..] else {
        panic!("the knock is answered, then she is in; not {heard:?}");
    };
    assert_eq!((*who, participant.id), (ada, ada));
    assert_eq!(scene.refusal(owner, Command::Admit { who: ada }), Refusal::NoSuchParticipant);
}

#[test]
fn all_are_admitted_or_none() {
    let mut scene = Scene::open(
        Limits { members: 3, ..Limits::default() },
        Opening::new(Some(OWNER), LOBBY, Lifetime::WEEK),
    );
    let owner = scene.enter(OWNER, "Olga");
    let waiting =
        [(ADA, "Ada"), (BEN, "Ben"), (CAT, "Cat")].map(|(who, name)| scene.enter(who, name));
    assert_eq!(scene.refusal(owner, Command::AdmitAll), Refusal::Full);

    scene.act(waiting[0], Command::Leave);
    let onlooker = scene.connect(DAN);
    scene.forget();
    scene.act(owner, Command::AdmitAll);
    assert!(scene.is_in(waiting[1]) && scene.is_in(waiting[2]));
    assert_eq!(scene.heard(onlooker).len(), 1, "who looks on is told once");

    let late = scene.enter(DAN, "Dan");
    assert_eq!(scene.refusal(owner, Command::Admit { who: late }), Refusal::Full);
    scene.act(waiting[1], Command::Leave);
    scene.act(owner, Command::AdmitAll);
    scene.act(owner, Command::AdmitAll);
    assert!(scene.is_in(late), "and an empty lobby is no mistake");
}

#[test]
fn the_denied_are_told_and_may_knock_again() {
    let (mut scene, owner) = lobby();
    let ada = scene.enter(ADA, "Ada");
    scene.forget();

    scene.act(owner, Command::Deny { who: ada });

    assert_eq!(scene.heard(ada), [Event::Denied]);
    assert_eq!(scene.heard(owner), [Event::KnockAnswered { who: ada }]);
    assert_eq!(scene.closed, [ada]);
    assert_eq!(scene.refusal(owner, Command::Deny { who: ada }), Refusal::NoSuchParticipant);
    let again = scene.enter(ADA, "Ada");
    assert_eq!(scene.heard(owner), [knocked(again, "Ada")]);
}

#[test]
fn whoever_gives_up_waiting_is_waited_for_no_more() {
    let (mut scene, owner) = lobby();
    let ada = scene.enter(ADA, "Ada");
    scene.forget();

    scene.act(ada, Command::Leave);

    assert_eq!(scene.heard(owner), [Event::KnockAnswered { who: ada }]);
    assert_eq!(scene.closed, [ada]);
}

#[test]
fn participants_answer_no_knocks() {
    let (mut scene, owner) = lobby();
    let ada = scene.enter(ADA, "Ada");
    scene.act(owner, Command::Admit { who: ada });
    let ben = scene.enter(BEN, "Ben");

    for command in [Command::Admit { who: ben }, Command::AdmitAll, Command::Deny { who: ben }] {
        assert_eq!(scene.refusal(ada, command.clone()), Refusal::NotAllowed, "{command:?}");
        assert_eq!(scene.refusal(ben, command.clone()), Refusal::NotJoined, "{command:?}");
    }
}

#[test]
fn a_new_co_host_hears_who_waits_and_a_former_one_hears_no_more() {
    let (mut scene, owner) = lobby();
    let ada = scene.enter(ADA, "Ada");
    scene.act(owner, Command::Admit { who: ada });
    let ben = scene.enter(BEN, "Ben");
    scene.forget();

    scene.act(owner, appoint(ada));
    let waiting = vec![Waiter { id: ben, name: "Ben".to_owned(), installation: None }];
    let promoted = Event::RoleChanged { who: ada, role: Role::CoHost };
    assert_eq!(scene.heard(ada), [promoted.clone(), entrusted(waiting)]);

    scene.act(owner, Command::SetRole { who: ada, role: Role::Participant });
    scene.forget();
    scene.act(ben, Command::Leave);
    assert_eq!(scene.heard(ada), [], "the lobby is not hers any more");

    scene.act(owner, appoint(ada));
    assert_eq!(scene.heard(ada), [promoted, entrusted(Vec::new())], "the lobby is empty");
}

#[test]
fn a_participant_who_becomes_host_hears_who_waits() {
    let (mut scene, owner) = lobby();
    let ada = scene.enter(ADA, "Ada");
    scene.act(owner, Command::Admit { who: ada });
    let ben = scene.enter(BEN, "Ben");
    scene.forget();

    scene.act(owner, Command::Leave);

    let waiting = vec![Waiter { id: ben, name: "Ben".to_owned(), installation: None }];
    assert_eq!(
        scene.heard(ada),
        [
            Event::Left { who: owner, departure: Departure::Left },
            Event::RoleChanged { who: ada, role: Role::Host },
            entrusted(waiting),
        ]
    );
}

#[test]
fn an_owner_who_comes_late_is_shown_the_lobby() {
    let mut scene = Scene::with_policy(LOBBY);
    let ada = scene.enter(ADA, "Ada");
    assert!(!scene.is_in(ada), "nobody is there to let her in");

    let owner = scene.connect(OWNER);
    scene.forget();
    scene.act(owner, join("Olga"));

    assert_eq!(welcome(&scene.heard(owner)).waiting, ["Ada"]);
}

#[test]
fn waiting_people_keep_their_place_while_their_connection_is_lost() {
    let (mut scene, owner) = lobby();
    let ada = scene.enter(ADA, "Ada");
    scene.forget();

    scene.lose(ada);
    scene.pass(29 * SECOND);
    assert_eq!(scene.heard(owner), [], "hosts need not mind");
    assert_eq!(scene.resume(ada, Some(2)), Ok(()));
    assert_eq!(scene.heard(ada), [], "she missed nothing");

    scene.lose(ada);
    assert_eq!(scene.resume(ada, None), Ok(()));
    assert_eq!(scene.heard(ada), [Event::Waiting], "she is told where she is");

    scene.lose(ada);
    scene.pass(30 * SECOND);
    assert_eq!(scene.heard(owner), [Event::KnockAnswered { who: ada }]);
    assert_eq!(scene.resume(ada, None), Err(Refusal::UnknownToken));
}

#[test]
fn someone_admitted_while_away_is_in_when_they_come_back() {
    let (mut scene, owner) = lobby();
    let ada = scene.enter(ADA, "Ada");
    scene.lose(ada);
    scene.forget();

    scene.act(owner, Command::Admit { who: ada });
    let heard = scene.heard(owner);
    let [_, Event::Joined(participant)] = &heard[..] else { panic!("she is in: {heard:?}") };
    assert!(!participant.connected, "though not here yet");

    assert_eq!(scene.resume(ada, Some(2)), Ok(()));
    let heard = scene.heard(ada);
    assert!(welcome(&heard).connected, "to herself she is not lost");
    assert_eq!(scene.heard(owner), [Event::ConnectionResumed { who: ada, anew: false }]);
}

#[test]
fn the_lobby_holds_so_many() {
    let mut scene = Scene::open(
        Limits { waiting: 1, ..Limits::default() },
        Opening::new(Some(OWNER), LOBBY, Lifetime::WEEK),
    );
    scene.enter(ADA, "Ada");
    let ben = scene.connect(BEN);
    assert_eq!(scene.refusal(ben, join("Ben")), Refusal::LobbyFull);
}

#[test]
fn without_a_lobby_newcomers_come_in_and_the_waiting_still_need_an_answer() {
    let (mut scene, owner) = lobby();
    let ada = scene.enter(ADA, "Ada");
    let onlooker = scene.connect(BEN);
    scene.forget();

    scene.act(owner, Command::SetPolicy(Policy::default()));

    let [Event::Roster { must_ask: false, .. }] = scene.heard(onlooker)[..] else {
        panic!("who looks on hears that the door is open");
    };
    scene.act(onlooker, join("Ben"));
    assert!(scene.is_in(onlooker) && !scene.is_in(ada));
    scene.act(owner, Command::Admit { who: ada });
}

#[test]
fn in_a_locked_meeting_those_who_wait_may_still_be_let_in() {
    let (mut scene, owner) = lobby();
    let ada = scene.enter(ADA, "Ada");
    scene.act(owner, Command::SetPolicy(Policy { locked: true, ..LOBBY }));
    let ben = scene.connect(BEN);
    assert_eq!(scene.refusal(ben, join("Ben")), Refusal::Locked, "nobody new may wait");
    scene.act(owner, Command::Admit { who: ada });
}

#[test]
fn whoever_came_without_the_code_waits_though_there_is_no_lobby() {
    let mut scene = Scene::new();
    let owner = scene.enter(OWNER, "Olga");
    scene.forget();

    let ben = scene.connect_by_knocking(BEN);
    let roster =
        Event::Roster { participants: Vec::new(), must_ask: true, locked: false, may_read: false };
    assert_eq!(scene.heard(ben), [roster], "they have to ask, and do not see who is in");
    scene.act(ben, join("Ben"));

    assert_eq!(scene.heard(ben), [Event::Waiting]);
    let installation = Some("abcdefghijklmnop".into());
    let waiter = Waiter { id: ben, name: "Ben".to_owned(), installation: installation.clone() };
    assert_eq!(scene.heard(owner), [Event::Knocked(waiter)], "the host sees where from");

    scene.act(owner, Command::Admit { who: ben });
    let heard = scene.heard(ben);
    let welcome = welcome(&heard);
    assert_eq!(welcome.participants, [("Olga", Role::Host), ("Ben", Role::Participant)]);
    let heard = scene.heard(owner);
    let Some(Event::Joined(joined)) = heard.last() else { panic!("they are in, not {heard:?}") };
    assert_eq!(joined.installation, installation);
}

#[test]
fn whoever_came_without_the_code_waits_even_as_the_owner_or_the_first() {
    let nobodys = Opening::new(None, Policy::default(), Lifetime::WEEK);
    for (mut scene, person) in
        [(Scene::new(), OWNER), (Scene::open(Limits::default(), nobodys), BEN)]
    {
        let visitor = scene.connect_by_knocking(person);
        scene.act(visitor, join("Ben"));
        let heard = scene.heard(visitor);
        assert_eq!(heard.last(), Some(&Event::Waiting), "anyone could say who they are");
    }
}

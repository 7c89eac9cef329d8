//! What hosts and co-hosts did, for each other to know.

use super::*;

const POLICY: Policy = Policy {
    microphone: true,
    camera: true,
    screen: true,
    chat: true,
    files: true,
    keep_files: true,
    notes: true,
    lobby: false,
    locked: false,
};

/// What the log says since this was last asked, as the history hears it.
fn told(scene: &mut Scene) -> Vec<(String, HostAction, Option<String>, Option<String>)> {
    let logged = std::mem::take(&mut scene.logged);
    let kept = logged.into_iter().filter(|(to, _)| to.is_none());
    kept.map(|(_, it)| (it.by.clone(), it.action, it.whom.clone(), it.name.clone())).collect()
}

fn entry(
    action: HostAction,
    whom: Option<&str>,
) -> (String, HostAction, Option<String>, Option<String>) {
    ("Ada".to_owned(), action, whom.map(str::to_owned), None)
}

#[test]
fn everything_that_hosts_do_to_others_is_logged() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ben, Command::SetMedia(SHARING));
    scene.act(cat, Command::SetMedia(SPEAKING));
    scene.act(cat, Command::RaiseHand { raised: true });
    scene.act(cat, say("Hello"));
    scene.forget();

    let (on, off) = (HostAction::SwitchedOn, HostAction::SwitchedOff);
    let closed = Policy { chat: false, lobby: true, ..POLICY };
    let cases = [
        (Command::Mute { who: cat }, HostAction::Muted, Some("Cat")),
        (Command::AskToUnmute { who: cat }, HostAction::AskedToUnmute, Some("Cat")),
        (Command::LowerHand { who: cat }, HostAction::LoweredHand, Some("Cat")),
        (Command::StopScreen { who: ben }, HostAction::StoppedScreen, Some("Ben")),
        (Command::Spotlight { who: Some(ben) }, HostAction::Spotlit, Some("Ben")),
        (Command::Spotlight { who: None }, HostAction::Spotlit, None),
        (Command::DeleteMessage { message: 1 }, HostAction::DeletedMessage, Some("Cat")),
        (appoint(ben), HostAction::MadeCoHost, Some("Ben")),
        (
            Command::SetRole { who: ben, role: Role::Participant },
            HostAction::MadeParticipant,
            Some("Ben"),
        ),
        (Command::SetPolicy(Policy { locked: true, ..POLICY }), on(Setting::Locked), None),
        (Command::SetPolicy(POLICY), off(Setting::Locked), None),
        (Command::Remove { who: cat }, HostAction::Removed, Some("Cat")),
        (Command::LetBack { who: cat }, HostAction::LetBack, Some("Cat")),
        (Command::HandOver { to: ben }, HostAction::HandedOver, Some("Ben")),
    ];
    for (command, action, whom) in cases {
        scene.act(ada, command);
        assert_eq!(told(&mut scene), [entry(action, whom)]);
    }

    scene.lose(ben);
    scene.act(ada, Command::TakeOver);
    assert_eq!(told(&mut scene), [entry(HostAction::TookOver, Some("Ben"))]);
    scene.act(ada, Command::SetPolicy(closed));
    let both = [off(Setting::Chat), on(Setting::Lobby)].map(|action| entry(action, None));
    assert_eq!(told(&mut scene), both, "a change is as many entries as it has parts");
}

#[test]
fn the_lobby_is_logged_by_name() {
    let mut scene = Scene::with_policy(Policy { lobby: true, ..POLICY });
    let ada = scene.enter(OWNER, "Ada");
    let ben = scene.enter(BEN, "Ben");
    scene.act(ada, Command::Deny { who: ben });
    assert_eq!(told(&mut scene), [entry(HostAction::Denied, Some("Ben"))]);
    for (person, name) in [(BEN, "Ben"), (CAT, "Cat")] {
        scene.enter(person, name);
    }
    scene.act(ada, Command::AdmitAll);
    let admitted = ["Ben", "Cat"].map(|name| entry(HostAction::Admitted, Some(name)));
    assert_eq!(told(&mut scene), admitted);
}

#[test]
fn a_new_name_stands_beside_the_old_one() {
    let (mut scene, ada, ben, _) = three();
    scene.act(ada, Command::Rename { who: ben, name: " Benjamin ".to_owned() });
    let named = entry(HostAction::Renamed, Some("Ben"));
    assert_eq!(told(&mut scene), [(named.0, named.1, named.2, Some("Benjamin".to_owned()))]);
}

#[test]
fn what_changed_nothing_and_what_one_does_to_oneself_is_not_logged() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ada, Command::SetMedia(EVERYTHING));
    scene.act(ada, Command::RaiseHand { raised: true });
    scene.act(ada, say("Hello"));
    let commands = [
        Command::Mute { who: cat },
        Command::Mute { who: ada },
        Command::StopScreen { who: ada },
        Command::LowerHand { who: ada },
        Command::Rename { who: ada, name: "Ada L".to_owned() },
        Command::DeleteMessage { message: 1 },
        Command::SetPolicy(POLICY),
        Command::Spotlight { who: None },
    ];
    for command in commands {
        scene.act(ada, command);
    }
    scene.refusal(ben, Command::Mute { who: cat });
    assert_eq!(told(&mut scene), []);
}

#[test]
fn hosts_hear_the_log_and_participants_do_not() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ada, appoint(ben));
    scene.forget();

    scene.act(ben, Command::AskToUnmute { who: cat });

    let heard: Vec<_> = scene.logged.iter().filter_map(|(to, _)| *to).collect();
    assert_eq!(heard, [ada, ben]);
}

#[test]
fn whoever_becomes_host_hears_what_was_logged_and_who_is_kept_out() {
    let (mut scene, ada, ben, cat) = three();
    scene.act(ada, Command::Remove { who: cat });
    scene.forget();

    scene.act(ada, appoint(ben));

    let outcast = Outcast { id: cat, name: "Cat".to_owned() };
    let entrusted =
        Event::Entrusted { waiting: Vec::new(), removed: vec![outcast], log: Vec::new() };
    assert_eq!(scene.heard(ben).pop(), Some(entrusted));
    let his = scene.logged.iter().filter(|(to, _)| *to == Some(ben));
    let actions: Vec<_> = his.map(|(_, it)| it.action).collect();
    assert_eq!(actions, [HostAction::Removed, HostAction::MadeCoHost]);
}

#[test]
fn the_log_goes_on_where_it_stood_and_has_an_end() {
    let kept = |number| LogEntry {
        number,
        at: Timestamp(1),
        by: "Olga".to_owned(),
        action: HostAction::Muted,
        whom: Some("Ben".to_owned()),
        name: None,
    };
    let opening = Opening::new(Some(OWNER), POLICY, Lifetime::WEEK);
    let opening = Opening { log: vec![kept(4), kept(5)], ..opening };
    let mut scene = Scene::open(Limits { log: 2, ..Limits::default() }, opening);
    let olga = scene.enter(OWNER, "Olga");

    scene.act(olga, Command::SetPolicy(Policy { lobby: true, ..POLICY }));

    let numbers: Vec<_> = scene.meeting.log_entries().iter().map(|it| it.number).collect();
    assert_eq!(numbers, [5, 6]);
}

use super::stranger::{Stranger, identity};
use super::*;

#[tokio::test]
async fn a_code_leads_to_the_meeting_on_another_computer() {
    let (here, there) = (Place::open("Ada's").await, Place::open("Ben's").await);
    let code = there.meeting().await;
    let tag = code[..3].parse().expect("a tag");
    for tags in [vec![tag], Vec::new()] {
        here.hears(vec![there.neighbour(&tags)]);
        let found = here.resolve(&code.to_uppercase()).await.body;
        let path = format!("/hosts/{}/m/{code}", there.id());
        assert_eq!(found["path"], path, "announced or not; {found}");
    }
    let found = here.resolve(&code).await.body;
    let tried = found["tried"].as_array().expect("a list");
    let places: Vec<_> = tried.iter().map(|it| it["place"].as_str().expect("text")).collect();
    assert_eq!(places, ["here", "network"]);

    for (place, other) in [(&here, &there), (&there, &here)] {
        let known = place.hosts().await;
        assert_eq!(known.len(), 1);
        assert_eq!((&known[0]["id"], &known[0]["trust"]), (&json!(other.id()), &json!("proved")));
    }
    let own = there.resolve(&code).await.body;
    assert_eq!(own["path"], format!("/m/{code}"), "it is there itself");
}

#[tokio::test]
async fn a_code_is_sought_at_servers_that_are_configured_or_remembered() {
    let there = Place::open("Ben's").await;
    let [first, second] = [there.meeting().await, there.meeting().await];
    let data = tempfile::tempdir().expect("a directory of our own");
    let here = Place::open_in(data, "Ada's", &[there.server.local.to_string()]).await;

    let found = here.resolve(&first).await.body;
    assert_eq!(found["path"], format!("/hosts/{}/m/{first}", there.id()), "{found}");
    let found = here.resolve(&second).await.body;
    let place = found["tried"].as_array().and_then(|tried| tried.last()).expect("the last");
    assert_ne!(place["place"], "here", "{found}");
    assert_eq!(found["path"], format!("/hosts/{}/m/{second}", there.id()));
}

#[tokio::test]
async fn a_wrong_code_fails_on_both_sides_and_says_where_it_was_sought() {
    let (here, there) = (Place::open("Ada's").await, Place::open("Ben's").await);
    let code = there.meeting().await;
    here.hears(vec![there.neighbour(&[])]);
    let tail = if code.ends_with('a') { "b" } else { "a" };
    let wrong = format!("{}{tail}", &code[..code.len() - 1]);

    let found = here.resolve(&wrong).await.body;

    assert_eq!(found["path"], Value::Null);
    let outcomes: Vec<_> = found["tried"].as_array().expect("a list").iter().collect();
    assert_eq!(outcomes[1]["name"], "Ben");
    assert_eq!(outcomes[1]["outcome"], "It has no meeting with this code.");
    for place in [&here, &there] {
        assert_eq!(place.hosts().await, Vec::<Value>::new(), "nobody is known because of it");
    }
    let elsewhere = here.resolve("Room_7").await.body;
    assert_eq!(elsewhere["tried"].as_array().map(Vec::len), Some(1), "such codes are not sought");
}

#[tokio::test]
async fn an_impostor_that_repeats_an_announcement_is_not_told_anything() {
    let [here, there, impostor] =
        [Place::open("Ada's").await, Place::open("Ben's").await, Place::open("Eve's").await];
    let code = there.meeting().await;
    let mut repeated = there.neighbour(&[code[..3].parse().expect("a tag")]);
    repeated.addresses = vec![impostor.server.local];
    here.hears(vec![repeated]);

    let found = here.resolve(&code).await.body;

    assert_eq!(found["path"], Value::Null);
    let outcome = &found["tried"][1]["outcome"];
    assert_eq!(outcome, "Another computer answers in its place. Nothing was sent.");
    assert_eq!(here.hosts().await, Vec::<Value>::new());

    let both = vec![impostor.server.local, there.server.local];
    here.hears(vec![Neighbour { addresses: both, ..there.neighbour(&[]) }]);
    let found = here.resolve(&code).await.body;
    assert_eq!(found["path"], format!("/hosts/{}/m/{code}", there.id()), "it is in nobody's way");
}

#[tokio::test]
async fn guesses_from_one_address_are_stopped_and_the_real_code_is_not() {
    let there = Place::open("Ben's").await;
    let code = there.meeting().await;
    let mut stranger = Stranger::call(&there, &identity()).await;
    assert_eq!(stranger.guess(&code).await.0, 403, "it did not say hello");
    assert_eq!(stranger.hello().await, 200);
    for _ in 0..7 {
        assert_eq!(stranger.guess(&code).await.0, 200, "whoever knows it is not counted");
    }
    let wrong = format!("{}aaaaaa", &code[..3]);
    for _ in 0..5 {
        let (status, body) = stranger.guess(&wrong).await;
        assert_eq!((status, &body["code"]), (403, &json!("not_proved")));
    }
    assert_eq!(stranger.guess(&code).await.0, 429, "even if this one is right");
}

#[tokio::test]
async fn no_meeting_and_a_wrong_code_look_the_same() {
    let there = Place::open("Ben's").await;
    let mut stranger = Stranger::call(&there, &identity()).await;
    stranger.hello().await;
    let (status, body) = stranger.guess("abc-def-ghj").await;
    assert_eq!((status, &body["code"]), (403, &json!("not_proved")));
}

// Other systems have one address on the loopback interface.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn guesses_from_everywhere_change_the_code_and_those_inside_are_told() {
    let there = Place::open("Ben's").await;
    let (code, _, mut host) = there.open_meeting().await;
    let wrong = format!("{}aaaaaa", &code[..3]);
    for number in 0..20 {
        let from = Ipv4Addr::new(127, 0, 0, 10 + number);
        let mut stranger = Stranger::call_from(&there, &identity(), from).await;
        stranger.hello().await;
        assert_eq!(stranger.guess(&wrong).await.0, 403);
    }

    let changed = host.hears("codeChanged").await;
    let new = changed["code"].as_str().expect("text");
    assert_ne!(new, code);
    assert_eq!(there.get(&format!("/api/meetings/{code}")).await.status, 404);
    let found = there.get(&format!("/api/meetings/{new}")).await.body;
    assert_eq!((&found["title"], &found["participants"]), (&json!("Secret"), &json!(1)));
    let from = Ipv4Addr::new(127, 0, 0, 99);
    let mut stranger = Stranger::call_from(&there, &identity(), from).await;
    stranger.hello().await;
    assert_eq!(stranger.guess(&code).await.0, 403, "what was guessed at is worth nothing");
    assert_eq!(stranger.guess(new).await.0, 200);
}

#[tokio::test]
async fn looking_codes_up_is_guessing_too() {
    let there = Place::open("Ben's").await;
    let code = there.meeting().await;
    let mut stranger = Stranger::call(&there, &identity()).await;
    for _ in 0..7 {
        assert_eq!(stranger.look_up(&code).await, 200, "whoever knows it is not counted");
    }
    let wrong = format!("{}aaaaaa", &code[..3]);
    for _ in 0..5 {
        assert_eq!(stranger.look_up(&wrong).await, 404);
    }
    assert_eq!(stranger.look_up(&code).await, 429, "even if this one is right");
    stranger.hello().await;
    assert_eq!(stranger.guess(&code).await.0, 429, "in this way or that");
    assert_eq!(there.get(&format!("/api/meetings/{wrong}")).await.status, 404);
    assert_eq!(
        there.get(&format!("/api/meetings/{code}")).await.status,
        200,
        "here nobody guesses"
    );
}

use super::stranger::{Stranger, identity};
use super::websocket::Socket;
use super::*;

#[tokio::test]
async fn someone_without_a_code_waits_and_both_screens_show_the_same_symbols() {
    let (here, there) = (Place::open("Ada's").await, Place::open("Ben's").await);
    there.shows_itself().await;
    let (code, tag, mut host) = there.open_meeting().await;
    here.hears(vec![there.neighbour(&[tag])]);

    let knock = json!({ "tag": tag.to_string() });
    let path = format!("/api/hosts/{}/knock", there.id());
    let knocked = here.post(&path, knock).await;
    assert_eq!(knocked.status, 200, "{}", knocked.body);
    let path = knocked.body["path"].as_str().expect("text").to_owned();
    let beyond = format!("/hosts/{}", there.id());
    let door = path.strip_prefix(&format!("{beyond}/m/")).expect("a path there").to_owned();
    assert!(door.starts_with("door-") && !path.contains(&code[4..]), "{path}");

    let (ours, theirs) = (here.hosts().await, there.hosts().await);
    assert_eq!(ours[0]["trust"], "notCompared");
    assert_eq!(ours[0]["symbols"].as_array().map(Vec::len), Some(4));
    assert_eq!(ours[0]["symbols"], theirs[0]["symbols"]);
    assert_eq!((&ours[0]["name"], &theirs[0]["name"]), (&json!("Ben's"), &json!("Ada's")));

    let info = here.get(&format!("{beyond}/api/meetings/{door}")).await.body;
    assert_eq!((&info["code"], &info["title"]), (&json!(door), &Value::Null));

    let mut visitor = Socket::open(&here, &beyond, ADA).await;
    visitor.enter(&door, "Ada").await;
    visitor.hears("waiting").await;
    let knocked = host.hears("knocked").await;
    assert_eq!(knocked["who"]["installation"], here.id(), "the host sees where from");
    let admit = json!({ "type": "admit", "who": knocked["who"]["id"] });
    assert_eq!(host.request(admit).await["ok"], true);
    visitor.hears("welcome").await;

    let mut another = Socket::open(&here, &beyond, BEN).await;
    let answer = another.request(json!({ "type": "enter", "code": door })).await;
    assert_eq!(answer["ok"], false, "the door was for one");
}

#[tokio::test]
async fn whoever_compares_says_what_came_of_it() {
    let (here, there) = (Place::open("Ada's").await, Place::open("Ben's").await);
    there.shows_itself().await;
    let (_, tag, _host) = there.open_meeting().await;
    here.hears(vec![there.neighbour(&[tag])]);
    let knock = json!({ "tag": tag.to_string() });
    let path = |rest: &str| format!("/api/hosts/{}/{rest}", there.id());
    assert_eq!(here.post(&path("knock"), knock.clone()).await.status, 200);
    let symbols = here.hosts().await[0]["symbols"].clone();

    assert_eq!(here.post(&path("comparison"), json!({ "same": true })).await.status, 204);
    assert_eq!(here.hosts().await[0]["trust"], "compared");
    assert_eq!(here.post(&path("knock"), knock.clone()).await.status, 200);
    let known = here.hosts().await;
    assert_eq!((&known[0]["trust"], &known[0]["symbols"]), (&json!("compared"), &symbols));

    let other = format!("/api/hosts/{}/comparison", here.id());
    assert_eq!(there.post(&other, json!({ "same": false })).await.status, 204);
    assert_eq!(there.hosts().await, Vec::<Value>::new());
    let refused = here.post(&path("knock"), knock).await;
    assert_eq!((refused.status, &refused.body["code"]), (403, &json!("refused")));
}

#[tokio::test]
async fn symbols_that_one_side_forgot_are_made_again() {
    let (here, there) = (Place::open("Ada's").await, Place::open("Ben's").await);
    there.shows_itself().await;
    let (_, tag, _host) = there.open_meeting().await;
    here.hears(vec![there.neighbour(&[tag])]);
    let knock = json!({ "tag": tag.to_string() });
    let path = format!("/api/hosts/{}/knock", there.id());
    for (place, other) in [(&here, &there), (&there, &here)] {
        assert_eq!(here.post(&path, knock.clone()).await.status, 200);
        let entry = format!("/api/hosts/{}", other.id());
        let forgotten = place.ask(Method::DELETE, &entry, ADA, Value::Null).await;
        assert_eq!(forgotten.status, 204);
        assert_eq!(here.post(&path, knock.clone()).await.status, 200);
        assert_eq!(here.hosts().await[0]["symbols"], there.hosts().await[0]["symbols"]);
    }
}

#[tokio::test]
async fn nobody_knocks_where_only_a_code_lets_people_in() {
    let (here, there) = (Place::open("Ada's").await, Place::open("Ben's").await);
    let (_, tag, _host) = there.open_meeting().await;
    here.hears(vec![there.neighbour(&[tag])]);
    let path = format!("/api/hosts/{}/knock", there.id());
    let refused = here.post(&path, json!({ "tag": tag.to_string() })).await;
    assert_eq!((refused.status, &refused.body["code"]), (403, &json!("no_door")));
    let nobody = "/api/hosts/aaaaaaaaaaaaaaaa/knock";
    let unknown = here.post(nobody, json!({ "tag": tag.to_string() })).await;
    assert_eq!((unknown.status, &unknown.body["code"]), (404, &json!("no_such_host")));
}

#[tokio::test]
async fn whoever_breaks_the_commitment_is_refused_and_not_known() {
    let there = Place::open("Ben's").await;
    there.shows_itself().await;
    let (_, tag, _host) = there.open_meeting().await;
    let mut stranger = Stranger::call(&there, &identity()).await;
    stranger.hello().await;
    assert_eq!(stranger.cheat().await, 400);
    assert_eq!(there.hosts().await, Vec::<Value>::new());
    let (status, body) = stranger.post("/link/knock", json!({ "tag": tag.to_string() })).await;
    assert_eq!((status, &body["code"]), (403, &json!("compare_first")));
}

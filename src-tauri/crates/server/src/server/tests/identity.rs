use std::fs;

use super::stranger::{Stranger, identity};
use super::*;

#[tokio::test]
async fn a_changed_identity_is_a_stop_until_it_is_forgotten() {
    let (here, before) = (Place::open("Ada's").await, Place::open("Ben's").await);
    let code = before.meeting().await;
    here.hears(vec![before.neighbour(&[])]);
    assert_eq!(here.resolve(&code).await.body["path"], format!("/hosts/{}/m/{code}", before.id()));

    let data = tempfile::tempdir().expect("a directory of our own");
    fs::create_dir(data.path().join("identity")).expect("it can be made");
    let name = data.path().join("identity/installation.txt");
    fs::write(name, before.id()).expect("it can be written");
    before.server.stop().await;
    let after = Place::open_in(data, "Ben's", &[]).await;
    here.hears(vec![after.neighbour(&[])]);

    let beyond = format!("/hosts/{}/api/server", after.id());
    for _ in 0..2 {
        let stopped = here.get(&beyond).await;
        assert_eq!((stopped.status, &stopped.body["code"]), (403, &json!("identity_changed")));
        assert_eq!(here.hosts().await[0]["trust"], "changed");
        // Nor is it asked for codes, whoever it says it is.
        here.hears(vec![after.neighbour(&[]), before_neighbour(&after)]);
    }
    let code = after.meeting().await;
    let found = here.resolve(&code).await.body;
    assert_eq!(found["path"], Value::Null, "{found}");

    let entry = format!("/api/hosts/{}", after.id());
    assert_eq!(here.ask(Method::DELETE, &entry, ADA, Value::Null).await.status, 204);
    let found = here.resolve(&code).await.body;
    assert_eq!(found["path"], format!("/hosts/{}/m/{code}", after.id()), "as if new: {found}");
    assert_eq!(here.get(&beyond).await.status, 200);
}

/// Another record of the same id.
fn before_neighbour(place: &Place) -> Neighbour {
    Neighbour { fingerprint: hearth_link::Fingerprint([9; 32]), ..place.neighbour(&[]) }
}

#[tokio::test]
async fn nobody_calls_under_the_id_of_one_that_is_known() {
    let (here, there) = (Place::open("Ada's").await, Place::open("Ben's").await);
    let code = there.meeting().await;
    here.hears(vec![there.neighbour(&[])]);
    here.resolve(&code).await;

    let mut stranger = Stranger::call(&there, &identity()).await;
    assert_eq!(stranger.hello_as(&here.id()).await, 403);
    assert_eq!(there.hosts().await[0]["trust"], "proved", "and does not harm who is");
    assert_eq!(stranger.hello_as("nonsense").await, 400);
}

#[tokio::test]
async fn installations_get_what_is_for_them_and_browsers_what_is_for_those() {
    let there = Place::open("Ben's").await;
    assert_eq!(there.post("/link/hello", json!({})).await.status, 404, "a browser has no key");
    let mut stranger = Stranger::call(&there, &identity()).await;
    for path in ["/", "/metrics", "/hosts/aaaaaaaaaaaaaaaa/api/server", "/twalky/"] {
        assert_eq!(stranger.post(path, json!({})).await.0, 404, "{path} is for browsers");
    }
    let (status, body) = stranger.post("/api/resolve", json!({ "code": "abc-def-ghj" })).await;
    assert_eq!((status, &body["code"]), (403, &json!("only_local")), "though from this machine");
}

#[tokio::test]
async fn whatever_makes_no_sense_is_refused_and_does_no_harm() {
    let there = Place::open("Ben's").await;
    let long = "a".repeat(5000);
    let bodies = [
        json!(null),
        json!([]),
        json!({ "version": 2, "id": "aaaaaaaaaaaaaaaa" }),
        json!({ "version": 1, "id": long, "name": "\u{202e}" }),
        json!({ "tag": "abc", "element": "41" }),
        json!({ "tag": "abc", "element": "zz".repeat(33) }),
        json!({ "tag": "abc", "element": "ff".repeat(33) }),
        json!({ "tag": long, "element": "41".repeat(33) }),
        json!({ "commitment": "00" }),
        json!({ "confirmation": "00".repeat(32), "nonce": "00".repeat(32) }),
    ];
    for path in ["hello", "prove", "prove/a", "prove/%00", "compare", "compare/a", "knock", "ring?"]
    {
        let mut stranger = Stranger::call(&there, &identity()).await;
        stranger.hello().await;
        for body in &bodies {
            let (status, answer) = stranger.post(&format!("/link/{path}"), body.clone()).await;
            assert!((400..500).contains(&status), "{path} {body}: {status} {answer}");
        }
    }
    assert_eq!(there.hosts().await, Vec::<Value>::new());
    assert_eq!(there.get("/health").await.status, 200);
}

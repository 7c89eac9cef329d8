use super::websocket::Socket;
use super::*;

/// Ada's place and Ben's, of which Ada knows a code.
async fn acquainted() -> (Place, Place, String) {
    let (here, there) = (Place::open("Ada's").await, Place::open("Ben's").await);
    let code = there.meeting().await;
    here.hears(vec![there.neighbour(&[])]);
    let found = here.resolve(&code).await.body;
    assert_eq!(found["path"], format!("/hosts/{}/m/{code}", there.id()));
    (here, there, code)
}

#[tokio::test]
async fn one_is_in_a_meeting_on_another_computer_through_ones_own() {
    let (here, there, code) = acquainted().await;
    let mut host = Socket::open(&there, "", BEN).await;
    host.enter(&code, "Ben").await;
    host.hears("welcome").await;

    let beyond = format!("/hosts/{}", there.id());
    let mut guest = Socket::open(&here, &beyond, ADA).await;
    guest.enter(&code, "Ada").await;
    guest.hears("welcome").await;
    let joined = host.hears("joined").await;
    assert_eq!(joined["participant"]["name"], "Ada");
    assert_eq!(joined["participant"]["installation"], here.id());

    let say = json!({ "type": "say", "to": null, "text": "Hello!" });
    assert_eq!(guest.request(say).await["ok"], true);
    assert_eq!(host.hears("said").await["message"]["text"], "Hello!");
    let watch = json!({ "type": "standBy", "name": "Ada" });
    assert_eq!(guest.request(watch).await["ok"], false, "she is a guest there");
}

#[tokio::test]
async fn what_comes_back_cannot_act_as_a_page_of_ones_own() {
    let (here, there, code) = acquainted().await;
    let beyond = format!("/hosts/{}", there.id());
    let found = here.get(&format!("{beyond}/api/meetings/{code}")).await;
    assert_eq!((found.status, &found.body["title"]), (200, &json!("Secret")));
    assert_eq!(found.headers["content-security-policy"], "sandbox; default-src 'none'");
    assert_eq!(found.headers["x-content-type-options"], "nosniff");

    let handshake = here.get(&format!("{beyond}/socket.io/?EIO=4&transport=polling")).await;
    assert_eq!(handshake.status, 200, "polling goes through too");
    let missing = here.get(&format!("{beyond}/api/meetings/zzz-zzz-zzz")).await;
    assert_eq!((missing.status, &missing.body["code"]), (404, &json!("no_such_meeting")));
    let theirs = here.get(&format!("{beyond}/api/hosts")).await;
    assert_eq!((theirs.status, &theirs.body["code"]), (403, &json!("only_local")));
}

#[tokio::test]
async fn nothing_is_passed_on_to_one_that_is_not_known_or_does_not_answer() {
    let (here, there, _) = acquainted().await;
    let unknown = here.get("/hosts/aaaaaaaaaaaaaaaa/api/server").await;
    assert_eq!((unknown.status, &unknown.body["code"]), (404, &json!("no_such_host")));
    let nonsense = here.get("/hosts/nonsense/api/server").await;
    assert_eq!(nonsense.status, 404);
    let link = here.post(&format!("/hosts/{}/link/hello", there.id()), json!({})).await;
    assert!(link.status >= 400, "nothing else is passed on");

    let beyond = format!("/hosts/{}/api/server", there.id());
    assert_eq!(here.get(&beyond).await.status, 200);
    there.server.stop().await;
    let gone = here.get(&beyond).await;
    assert_eq!((gone.status, &gone.body["code"]), (502, &json!("unreachable")));
}

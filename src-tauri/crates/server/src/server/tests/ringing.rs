use super::websocket::Socket;
use super::*;

/// Two installations, of which the second need not see the first, and who
/// stands by there.
struct Street {
    here: Place,
    there: Place,
    ada: Socket,
    ben: Socket,
}

impl Street {
    async fn open() -> Street {
        let (here, there) = (Place::open("Ada's").await, Place::open("Ben's").await);
        for place in [&here, &there] {
            place.shows_itself().await;
        }
        let ada = standing_by(&here, ADA, "Ada").await;
        let ben = standing_by(&there, BEN, "Ben").await;
        here.hears(vec![Neighbour { rings: true, ..there.neighbour(&[]) }]);
        Street { here, there, ada, ben }
    }

    /// Ada rings Ben to come into a meeting of hers, whose code this returns.
    async fn ring(&mut self) -> String {
        let call = self.here.meeting().await;
        let ring = json!({ "type": "ring", "call": call, "to": self.there.id(), "kind": "video" });
        // The trunk to a neighbour is laid when it is seen.
        loop {
            let answer = self.ada.request(ring.clone()).await;
            if answer["ok"] == true {
                return call;
            }
            assert_eq!(answer["error"]["code"], "not_online", "{answer}");
            tokio::task::yield_now().await;
        }
    }

    async fn missed(&self) -> Vec<Value> {
        let missed = self.there.get("/api/missed").await.body;
        missed.as_array().expect("a list").clone()
    }

    /// What Ben missed, once it is kept.
    async fn has_missed(&self) -> Vec<Value> {
        loop {
            let missed = self.missed().await;
            if !missed.is_empty() {
                return missed;
            }
        }
    }
}

async fn standing_by(place: &Place, token: &str, name: &str) -> Socket {
    let mut socket = Socket::open(place, "", token).await;
    let answer = socket.request(json!({ "type": "standBy", "name": name })).await;
    assert_eq!(answer["ok"], true, "{answer}");
    socket
}

fn answer(call: &str, accept: bool) -> Value {
    json!({ "type": "answerRing", "call": call, "accept": accept })
}

#[tokio::test]
async fn someone_who_is_rung_comes_into_the_meeting_of_who_rang() {
    let mut street = Street::open().await;
    let call = street.ring().await;
    let ringing = street.ben.hears("ringing").await;
    let path = format!("/hosts/{}/m/{call}", street.here.id());
    let from = json!({ "id": street.here.id(), "name": "Ada" });
    assert_eq!((&ringing["from"], &ringing["kind"]), (&from, &json!("video")));
    assert_eq!((&ringing["call"], &ringing["path"]), (&json!(call), &json!(path)));
    assert_eq!(street.ada.hears("ringStarted").await["call"], call);

    assert_eq!(street.ben.request(answer(&call, true)).await["ok"], true);
    for socket in [&mut street.ada, &mut street.ben] {
        assert_eq!(socket.hears("ringAccepted").await["call"], call);
    }
    let beyond = format!("/hosts/{}", street.here.id());
    let mut visitor = Socket::open(&street.there, &beyond, BEN).await;
    visitor.enter(&call, "Ben").await;
    visitor.hears("welcome").await;

    let (ours, theirs) = (street.here.hosts().await, street.there.hosts().await);
    assert_eq!(ours[0]["trust"], "notCompared", "nobody has compared anything");
    assert_eq!(ours[0]["symbols"], theirs[0]["symbols"]);
    assert_eq!(street.missed().await, Vec::<Value>::new(), "it was answered");
}

#[tokio::test]
async fn a_ring_is_declined_and_not_missed() {
    let mut street = Street::open().await;
    let call = street.ring().await;
    street.ben.hears("ringing").await;
    assert_eq!(street.ben.request(answer(&call, false)).await["ok"], true);
    let ended = street.ada.hears("ringEnded").await;
    assert_eq!((&ended["call"], &ended["reason"]), (&json!(call), &json!("declined")));
    assert_eq!(street.missed().await, Vec::<Value>::new(), "he has noticed");
    let again = street.ring().await;
    assert_eq!(street.ben.hears("ringing").await["call"], again, "both are free again");
}

#[tokio::test]
async fn who_gives_up_ringing_is_missed_until_that_is_forgotten() {
    let mut street = Street::open().await;
    let call = street.ring().await;
    street.ben.hears("ringing").await;
    assert_eq!(street.ada.request(json!({ "type": "endRing", "call": call })).await["ok"], true);
    let ended = street.ben.hears("ringEnded").await;
    assert_eq!((&ended["call"], &ended["reason"]), (&json!(call), &json!("cancelled")));

    let missed = street.has_missed().await;
    assert_eq!(missed.len(), 1);
    let (call, from) = (&missed[0], street.here.id());
    assert_eq!((&call["installation"], &call["name"]), (&json!(from), &json!("Ada")));
    assert_eq!(call["kind"], "video");
    let forgotten = street.there.ask(Method::DELETE, "/api/missed", BEN, Value::Null).await;
    assert_eq!(forgotten.status, 204);
    assert_eq!(street.missed().await, Vec::<Value>::new());
}

#[tokio::test]
async fn whoever_is_in_a_call_is_busy_and_learns_who_rang() {
    let mut street = Street::open().await;
    let first = street.ring().await;
    street.ben.hears("ringing").await;
    assert_eq!(street.ben.request(answer(&first, true)).await["ok"], true);
    street.ada.hears("ringAccepted").await;

    let other = Place::open("Cy's").await;
    other.shows_itself().await;
    let cy = standing_by(&other, ADA, "Cy").await;
    other.hears(vec![Neighbour { rings: true, ..street.there.neighbour(&[]) }]);
    let mut street = Street { here: other, ada: cy, ..street };
    street.ring().await;
    assert_eq!(street.ada.hears("ringEnded").await["reason"], "busy");
    assert_eq!(street.has_missed().await[0]["name"], "Cy", "he may call back");
}

#[tokio::test]
async fn nobody_is_rung_who_hides_or_does_not_stand_by() {
    let mut street = Street::open().await;
    let setting = Network { visibility: Visibility::Code, show_name: true, servers: Vec::new() };
    street.there.server.link.neighbourhood.set(setting).await.expect("it can be kept");
    street.ring().await;
    assert_eq!(street.ada.hears("ringEnded").await["reason"], "unreachable");

    street.there.shows_itself().await;
    street.ben.close().await;
    street.ring().await;
    assert_eq!(street.ada.hears("ringEnded").await["reason"], "unreachable");
    assert_eq!(street.missed().await, Vec::<Value>::new(), "nobody was there to miss it");
}

#[tokio::test]
async fn a_ring_ends_with_the_installation_it_came_from() {
    let mut street = Street::open().await;
    let call = street.ring().await;
    street.ben.hears("ringing").await;
    street.ada.close().await;
    let ended = street.ben.hears("ringEnded").await;
    assert_eq!((&ended["call"], &ended["reason"]), (&json!(call), &json!("cancelled")));
    assert_eq!(street.has_missed().await[0]["name"], "Ada");
}

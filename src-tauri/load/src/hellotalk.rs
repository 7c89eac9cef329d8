//! Two people in a call, as HelloTalk's clients are.

use anyhow::{Result, ensure};
use futures_util::future::try_join_all;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::client::Client;
use crate::target::Target;

// What browsers send, about: one description and a few candidates.
const SDP: usize = 2048;
const ICE: usize = 200;
const ICE_PER_SDP: usize = 4;

/// One of the two.
#[derive(Debug)]
pub(crate) struct Speaker {
    client: Client,
    /// Said again and again, in this order.
    lines: Vec<Utf8Bytes>,
    /// What the other says, in this order.
    expected: Vec<Expected>,
    said: usize,
    heard: usize,
}

#[derive(Debug)]
struct Expected {
    event: &'static str,
    length: usize,
}

impl Speaker {
    /// Says the next line.
    pub(crate) async fn say(&mut self) -> Result<()> {
        let line = &self.lines[self.said % self.lines.len()];
        self.said += 1;
        self.client.send(line).await
    }

    /// Hears the other's next line.
    pub(crate) async fn hear(&mut self) -> Result<()> {
        let event = self.client.event().await?;
        let expected = &self.expected[self.heard % self.expected.len()];
        self.heard += 1;
        let whole = event.is(expected.event) && event.body().len() >= expected.length;
        ensure!(whole, "instead of {} came {}", expected.event, event.body());
        Ok(())
    }
}

/// Brings that many pairs into a call.
pub(crate) async fn pairs(target: &Target, count: usize) -> Result<Vec<[Speaker; 2]>> {
    let mut clients = target.clients(2 * count).await?.into_iter();
    let pairs = (0..count).map(|number| {
        let both = [clients.next(), clients.next()].map(|it| it.expect("two for each pair"));
        call(target, number, both)
    });
    try_join_all(pairs).await
}

async fn call(target: &Target, number: usize, clients: [Client; 2]) -> Result<[Speaker; 2]> {
    let [mut caller, mut callee] = clients;
    let [from, to] = ["caller", "callee"].map(|role| format!("{role}-{number}"));
    for (client, id) in [(&mut caller, &from), (&mut callee, &to)] {
        client.send(&target.frame(&json!(["user:join", { "userId": id }]))).await?;
        client.event_named("user:joined").await?;
    }
    let ring = json!(["call:initiate", { "to": to, "callType": "video" }]);
    caller.send(&target.frame(&ring)).await?;
    let call = callee.event_named("call:incoming").await?.argument()?;
    let accept = json!(["call:accept", { "callId": call["callId"], "from": from }]);
    callee.send(&target.frame(&accept)).await?;
    for client in [&mut caller, &mut callee] {
        client.event_named("call:accepted").await?;
    }
    let offer = json!({ "type": "offer", "sdp": filler(SDP) });
    let answer = json!({ "type": "answer", "sdp": filler(SDP) });
    let offer = json!({ "offer": offer, "from": from, "to": to, "callType": "video" });
    let answer = json!({ "answer": answer, "from": to, "to": from });
    Ok([
        speaker(target, caller, [&from, &to], ("call:offer", offer), "call:answer"),
        speaker(target, callee, [&to, &from], ("call:answer", answer), "call:offer"),
    ])
}

fn speaker(
    target: &Target,
    client: Client,
    [from, to]: [&str; 2],
    (event, description): (&str, Value),
    answer: &'static str,
) -> Speaker {
    let candidate = json!({ "candidate": filler(ICE), "sdpMid": "0", "sdpMLineIndex": 0 });
    let ice = json!({ "candidate": candidate, "from": from, "to": to });
    let ice = target.frame(&json!(["ice:candidate", ice]));
    let mut lines = vec![target.frame(&json!([event, description]))];
    lines.resize(1 + ICE_PER_SDP, ice);
    let mut expected = vec![Expected { event: answer, length: SDP }];
    expected.extend((0..ICE_PER_SDP).map(|_| Expected { event: "ice:candidate", length: ICE }));
    Speaker { client, lines, expected, said: 0, heard: 0 }
}

/// Text as SDP and ICE are: words, figures and ends of lines.
fn filler(length: usize) -> String {
    "a=rtpmap:111 opus/48000/2\r\n".chars().cycle().take(length).collect()
}

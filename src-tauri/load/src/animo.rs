//! A member of a meeting, as Animo's clients are.

use anyhow::Result;
use futures_util::future::try_join_all;
use serde_json::json;
use tokio_tungstenite::tungstenite::Utf8Bytes;

use crate::client::{Client, Event};
use crate::target::Target;

/// Someone in a room.
#[derive(Debug)]
pub(crate) struct Member {
    client: Client,
    /// Said again and again, in this order.
    lines: Vec<Line>,
    said: usize,
}

/// Something that the others hear.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// The event that the others hear.
    pub(crate) event: &'static str,
    /// Whether the speaker hears it too.
    pub(crate) echoes: bool,
    frame: Utf8Bytes,
}

impl Member {
    /// The line that is said next.
    pub(crate) fn next_line(&mut self) -> Line {
        let line = self.lines[self.said % self.lines.len()].clone();
        self.said += 1;
        line
    }

    /// Says it.
    pub(crate) async fn say(&mut self, line: &Line) -> Result<()> {
        self.client.send(&line.frame).await
    }

    /// Hears what anyone says.
    pub(crate) async fn hear(&mut self) -> Result<Event> {
        loop {
            let event = self.client.event().await?;
            if !is_second_spelling(&event) {
                return Ok(event);
            }
        }
    }

    async fn join(&mut self, target: &Target, room: &str, name: &str, size: usize) -> Result<()> {
        let join = json!({
            "roomID": room, "username": name, "name": name,
            "audioEnabled": true, "audioAvailable": true,
            "videoEnabled": true, "videoAvailable": true,
        });
        self.client.send(&target.frame(&json!(["join-call", join]))).await?;
        loop {
            let joined = self.client.event_named("user-joined").await?.argument()?;
            if joined["clients"].as_array().is_some_and(|clients| clients.len() == size) {
                return Ok(());
            }
        }
    }

    /// Speaks once, so that the server knows the spelling this client uses,
    /// and waits until all have.
    async fn greet(&mut self, size: usize) -> Result<()> {
        self.client.send(&self.lines[0].frame).await?;
        let mut heard = 0;
        while heard < size {
            if !is_second_spelling(&self.client.event_named("chat-message").await?) {
                heard += 1;
            }
        }
        Ok(())
    }
}

/// Fills a room.
pub(crate) async fn room(target: &Target, room: &str, clients: Vec<Client>) -> Result<Vec<Member>> {
    let size = clients.len();
    let enter = clients.into_iter().enumerate().map(async |(number, client)| {
        let name = format!("member-{number}");
        let mut member = Member { client, lines: lines(target, room, &name), said: 0 };
        member.join(target, room, &name, size).await?;
        member.greet(size).await?;
        anyhow::Ok(member)
    });
    try_join_all(enter).await
}

fn lines(target: &Target, room: &str, name: &str) -> Vec<Line> {
    let chat = json!(["chat-message", name, "Can everyone see my screen?", "10:15"]);
    let chat = Line { event: "chat-message", echoes: true, frame: target.frame(&chat) };
    let toggle = |on| {
        let media = json!({
            "roomId": room,
            "peerVideoEnabled": on, "peerVideoAvailable": true,
            "peerAudioEnabled": on, "peerAudioAvailable": true,
        });
        let frame = target.frame(&json!(["toggle-media", media]));
        Line { event: "user-media-update", echoes: false, frame }
    };
    vec![chat.clone(), toggle(false), chat, toggle(true)]
}

/// Whoever has not spoken yet may hear each message in both its spellings.
fn is_second_spelling(event: &Event) -> bool {
    event.body().starts_with(r#"["chat-message",{"#)
}

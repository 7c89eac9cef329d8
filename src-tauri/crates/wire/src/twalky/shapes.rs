//! The JSON of Twalky's events.

use hearth_core::{Device, Media};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::object::present;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Room {
    pub(super) session_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Prepare {
    pub(super) session_id: String,
    pub(super) user_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Join {
    pub(super) session_id: String,
    pub(super) user_id: String,
    #[serde(default)]
    pub(super) name: String,
    pub(super) photo: Option<Box<RawValue>>,
    #[serde(default)]
    mic_on: bool,
    #[serde(default)]
    video_on: bool,
}

impl Join {
    pub(super) fn media(&self) -> Media {
        let device = |enabled| Device { available: true, enabled };
        Media { microphone: device(self.mic_on), camera: device(self.video_on), screen: false }
    }
}

/// One's own doing: a toggle, an emoji, a line of chat.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Deed {
    pub(super) session_id: String,
    pub(super) user_id: String,
    pub(super) emoji: Option<String>,
    pub(super) message: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Signalling<'a> {
    pub(super) session_id: String,
    pub(super) sender: String,
    pub(super) receiver: String,
    #[serde(borrow)]
    pub(super) offer: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) answer: Option<&'a RawValue>,
    #[serde(default, deserialize_with = "present", borrow)]
    pub(super) candidate: Option<&'a RawValue>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Participant<'a> {
    pub(super) user_id: String,
    pub(super) socket_id: String,
    pub(super) name: &'a str,
    pub(super) photo: Option<&'a RawValue>,
    pub(super) mic_on: bool,
    pub(super) video_on: bool,
}

#[derive(Serialize)]
pub(super) struct NewParticipant<'a> {
    pub(super) participant: Participant<'a>,
}

/// The key is singular, the value an array.
#[derive(Serialize)]
pub(super) struct SessionInfo<'a> {
    pub(super) participant: Vec<Participant<'a>>,
}

#[derive(Serialize)]
pub(super) struct EmojiUpdate<'a> {
    pub(super) name: &'a str,
    pub(super) emoji: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ReceiveChat<'a> {
    pub(super) user_id: String,
    pub(super) name: &'a str,
    pub(super) message: &'a str,
}

#[derive(Serialize)]
pub(super) struct Failure<'a> {
    pub(super) message: &'a str,
}

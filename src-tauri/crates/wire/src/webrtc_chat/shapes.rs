//! The JSON of WebRTC chat's events.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::object::present;

/// What names a room. Who is meant the socket knows.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct InRoom {
    pub(super) room_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SendMessage {
    pub(super) room_id: String,
    pub(super) content: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Signalling<'a> {
    pub(super) room_id: Option<String>,
    pub(super) target_user_id: String,
    #[serde(borrow)]
    pub(super) offer: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) answer: Option<&'a RawValue>,
    #[serde(default, deserialize_with = "present", borrow)]
    pub(super) candidate: Option<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct InitiateCall {
    pub(super) room_id: String,
    pub(super) call_type: Option<Box<RawValue>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ToUser {
    pub(super) target_user_id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UserOf<'a> {
    pub(super) user_id: String,
    pub(super) username: &'a str,
}

#[derive(Serialize)]
pub(super) struct RoomParticipants {
    pub(super) participants: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct NewMessage<'a> {
    pub(super) id: &'a str,
    #[serde(rename = "_id")]
    pub(super) object_id: &'a str,
    pub(super) sender: String,
    pub(super) sender_name: &'a str,
    pub(super) content: &'a str,
    pub(super) timestamp: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct IncomingCall<'a> {
    pub(super) from_user_id: String,
    pub(super) username: &'a str,
    pub(super) call_type: &'a RawValue,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct From {
    pub(super) from_user_id: String,
}

//! The JSON of MeetUp's events.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::object::present;

#[derive(Deserialize)]
pub(super) struct StartCall {
    pub(super) id: String,
    pub(super) initiator: Box<RawValue>,
    pub(super) participants: Vec<Box<RawValue>>,
    #[serde(rename = "isVideo")]
    pub(super) is_video: Option<Box<RawValue>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct JoinCall {
    pub(super) call_id: String,
    pub(super) user: Box<RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LeaveCall {
    pub(super) call_id: String,
    pub(super) user_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Signalling<'a> {
    pub(super) call_id: String,
    pub(super) target_user_id: String,
    #[serde(borrow)]
    pub(super) offer: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) answer: Option<&'a RawValue>,
    #[serde(default, deserialize_with = "present", borrow)]
    pub(super) candidate: Option<&'a RawValue>,
}

/// What of a user object is looked into.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct User {
    pub(super) id: String,
    #[serde(default)]
    pub(super) username: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Listed {
    pub(super) id: String,
    pub(super) username: String,
    pub(super) joined_at: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CallId<'a> {
    pub(super) call_id: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invitation<'a> {
    pub(super) call_id: &'a str,
    pub(super) initiator: &'a RawValue,
    pub(super) is_video: &'a RawValue,
}

/// Who is in a call, and of whom it is told.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Participants<'a> {
    pub(super) call_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) user: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) user_id: Option<String>,
    pub(super) participants: Vec<Box<RawValue>>,
}

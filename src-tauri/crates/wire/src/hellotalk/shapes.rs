//! The JSON of HelloTalk's events.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::object::present;

/// Also what asks for someone's status.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Join {
    pub(super) user_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Initiate {
    pub(super) to: String,
    pub(super) call_type: Option<Box<RawValue>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AnswerCall {
    pub(super) call_id: String,
    pub(super) from: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct End {
    pub(super) call_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Signalling<'a> {
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    #[serde(borrow)]
    pub(super) offer: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) answer: Option<&'a RawValue>,
    #[serde(default, deserialize_with = "present", borrow)]
    pub(super) candidate: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) call_type: Option<&'a RawValue>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Joined<'a> {
    pub(super) user_id: &'a str,
    pub(super) socket_id: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Initiated<'a> {
    pub(super) call_id: &'a str,
    pub(super) to: &'a str,
}

/// Who accepted, rejected or ended a call.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct By<'a> {
    pub(super) call_id: &'a str,
    pub(super) by: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UserStatus<'a> {
    pub(super) user_id: &'a str,
    pub(super) is_online: bool,
    pub(super) is_in_call: bool,
}

#[derive(Serialize)]
pub(super) struct Failure<'a> {
    pub(super) message: &'a str,
}

//! Calls that pages hold, as the other pages at the same computer see and steer
//! them. Nothing of this reaches the meeting.

use std::sync::Arc;

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::Value;
use serde_json::value::RawValue;
use ts_rs::TS;

use super::parts::Media;

/// What is to be seen of a call from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CallCard {
    /// The path of its page.
    pub path: String,
    /// The meeting's title, if it has one.
    pub title: Option<String>,
    /// How far it is.
    pub state: CallState,
    /// When it came in, in milliseconds since 1970 UTC.
    pub since: Option<u64>,
    /// What it sends.
    pub media: Media,
    /// How many are in it.
    pub people: u32,
    /// How many wait to be admitted by whoever holds it.
    pub waiting: u32,
    /// Whether its page is in front of somebody's eyes.
    pub seen: bool,
}

/// How far a call is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CallState {
    /// On the way to the meeting.
    Connecting,
    /// At the door, looking on.
    Door,
    /// In the lobby.
    Waiting,
    /// In the meeting.
    In,
    /// In the meeting, with the connection lost.
    Reconnecting,
}

/// What the page that holds a call is asked to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Deed {
    /// Mirror everything anew.
    Show {},
    /// Switch the microphone.
    SetMicrophone {
        /// On, or off.
        on: bool,
    },
    /// Switch the camera.
    SetCamera {
        /// On, or off.
        on: bool,
    },
    /// Leave the meeting.
    Leave {},
    /// Ask this of the meeting, as if it were done on that page.
    Request {
        /// What would be the argument of `request`.
        #[ts(type = "unknown")]
        request: Value,
    },
}

/// What a page asks about calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallRequest {
    /// It holds one, or what is to be seen of it has changed.
    Hold(CallCard),
    /// It holds none any more.
    Release,
    /// Pass this object on to the other pages.
    Mirror(Arc<str>),
    /// Pass this on to the page that holds the call.
    Steer {
        /// The asker's own number for it.
        ask: u64,
        /// What to do.
        deed: Deed,
    },
    /// Pass the answer back.
    Answer {
        /// The page that asked.
        to: u64,
        /// Its number for it.
        ask: u64,
        /// What it came to, as an acknowledgement would tell it.
        reply: Arc<str>,
    },
}

/// What a page is told about calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallNotice {
    /// Another page holds a call, of which this is to be seen.
    Held(CallCard),
    /// No other page holds a call any more.
    Released,
    /// What the page that holds the call heard.
    Mirrored(Arc<str>),
    /// A page asks for something to be done.
    Steered {
        /// Which page.
        from: u64,
        /// Its number for it.
        ask: u64,
        /// What to do.
        deed: Deed,
    },
    /// What a deed came to.
    Answered {
        /// The asker's number for it.
        ask: u64,
        /// What it came to.
        reply: Arc<str>,
    },
}

/// Something for the other pages, as the one that holds the call heard it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct Mirror {
    #[serde(rename = "type")]
    #[ts(skip)]
    _kind: IgnoredAny,
    #[ts(type = "unknown")]
    #[serde(deserialize_with = "object")]
    pub(super) event: Box<RawValue>,
}

/// What a deed came to.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerSteer {
    #[serde(rename = "type")]
    #[ts(skip)]
    _kind: IgnoredAny,
    pub(super) to: u64,
    pub(super) ask: u64,
    #[ts(type = "unknown")]
    #[serde(deserialize_with = "object")]
    pub(super) reply: Box<RawValue>,
}

fn object<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<RawValue>, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    if !raw.get().starts_with('{') {
        return Err(de::Error::custom("what is passed on is an object"));
    }
    Ok(raw)
}

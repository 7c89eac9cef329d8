//! The JSON of Animo Meet's events.

use std::collections::BTreeMap;

use hearth_core::{Device, Media};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Join {
    #[serde(rename = "roomID")]
    pub(super) room: String,
    pub(super) username: String,
    pub(super) name: Option<String>,
    #[serde(default)]
    audio_enabled: bool,
    #[serde(default)]
    audio_available: bool,
    #[serde(default)]
    video_enabled: bool,
    #[serde(default)]
    video_available: bool,
}

impl Join {
    pub(super) fn media(&self) -> Media {
        Media {
            microphone: Device { available: self.audio_available, enabled: self.audio_enabled },
            camera: Device { available: self.video_available, enabled: self.video_enabled },
            screen: false,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Toggle {
    pub(super) room_id: String,
    #[serde(flatten)]
    pub(super) flags: Flags,
}

/// What someone sends.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Flags {
    peer_video_enabled: bool,
    peer_video_available: bool,
    peer_audio_enabled: bool,
    peer_audio_available: bool,
}

impl Flags {
    pub(super) fn of(Media { microphone, camera, .. }: Media) -> Flags {
        Flags {
            peer_video_enabled: camera.enabled,
            peer_video_available: camera.available,
            peer_audio_enabled: microphone.enabled,
            peer_audio_available: microphone.available,
        }
    }

    /// Whether the screen is shared these clients do not say.
    pub(super) fn media(self, screen: bool) -> Media {
        Media {
            microphone: Device {
                available: self.peer_audio_available,
                enabled: self.peer_audio_enabled,
            },
            camera: Device {
                available: self.peer_video_available,
                enabled: self.peer_video_enabled,
            },
            screen,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Chat {
    pub(super) sender: String,
    pub(super) data: String,
    pub(super) time: Option<Box<RawValue>>,
    pub(super) socket_id_sender: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UserJoined<'a> {
    pub(super) id: String,
    pub(super) clients: Vec<String>,
    pub(super) username: &'a str,
    pub(super) name: &'a str,
    pub(super) usernames_map: BTreeMap<String, &'a str>,
    pub(super) names_map: BTreeMap<String, &'a str>,
    #[serde(flatten)]
    pub(super) flags: Flags,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MediaUpdate {
    pub(super) user_id: String,
    #[serde(flatten)]
    pub(super) flags: Flags,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ChatMessage<'a> {
    pub(super) sender: &'a str,
    pub(super) data: &'a str,
    pub(super) time: &'a RawValue,
    pub(super) socket_id_sender: &'a str,
}

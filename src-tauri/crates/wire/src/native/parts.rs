//! The serializable twins of the core's types.

use hearth_core as core;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What someone may do in a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Role {
    Host,
    CoHost,
    Participant,
}

/// A microphone or a camera.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Device {
    /// Whether there is one that may be used.
    pub available: bool,
    /// Whether it is on.
    pub enabled: bool,
}

/// What a participant is sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Media {
    /// The microphone.
    pub microphone: Device,
    /// The camera.
    pub camera: Device,
    /// Whether the screen is shared.
    pub screen: bool,
}

/// What a meeting allows its participants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Policy {
    /// Participants may switch their microphone on.
    pub microphone: bool,
    /// Participants may switch their camera on.
    pub camera: bool,
    /// Participants may share their screen.
    pub screen: bool,
    /// Participants may write in the chat.
    pub chat: bool,
    /// Participants may offer files.
    pub files: bool,
    /// The meeting may keep files for those who come later.
    pub keep_files: bool,
    /// Participants may write in the notes.
    pub notes: bool,
    /// Newcomers wait until a host or co-host admits them.
    pub lobby: bool,
    /// Nobody new may come in.
    pub locked: bool,
}

/// What one participant may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rights {
    microphone: bool,
    camera: bool,
    screen: bool,
    chat: bool,
    notes: bool,
}

/// Someone in the meeting. Times are milliseconds since 1970 UTC.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Participant {
    id: u64,
    name: String,
    role: Role,
    /// What they may use, if that is not as the policy says.
    rights: Option<Rights>,
    media: Media,
    hand: Option<u64>,
    connected: bool,
    joined_at: u64,
    /// The id of the other installation they came from, if they did.
    installation: Option<String>,
}

/// Someone at the door, or in the meeting as seen from there.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Named {
    id: u64,
    name: String,
    /// The id of the other installation they came from, if they did.
    installation: Option<String>,
}

/// A line of chat. A private one has the recipient in `to`; one that was deleted
/// has no words.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Message {
    id: u64,
    from: Author,
    to: Option<Author>,
    text: String,
    /// The line that it answers, by id.
    answers: Option<u64>,
    state: MessageState,
    /// Whether who is told wrote it, in this window or another.
    mine: bool,
    at: u64,
}

/// What became of a line of chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum MessageState {
    /// It is as it was written.
    Written,
    /// Its writer changed the words.
    Edited,
    /// Its words are gone.
    Deleted,
}

/// Someone who may have left.
#[derive(Debug, Serialize, TS)]
pub(crate) struct Author {
    pub(super) id: u64,
    pub(super) name: String,
}

/// How someone left.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Departure {
    Left,
    Lost,
    Removed,
}

impl From<core::Role> for Role {
    fn from(role: core::Role) -> Role {
        match role {
            core::Role::Host => Role::Host,
            core::Role::CoHost => Role::CoHost,
            core::Role::Participant => Role::Participant,
        }
    }
}

impl From<Role> for core::Role {
    fn from(role: Role) -> core::Role {
        match role {
            Role::Host => core::Role::Host,
            Role::CoHost => core::Role::CoHost,
            Role::Participant => core::Role::Participant,
        }
    }
}

impl From<core::Device> for Device {
    fn from(core::Device { available, enabled }: core::Device) -> Device {
        Device { available, enabled }
    }
}

impl From<Device> for core::Device {
    fn from(Device { available, enabled }: Device) -> core::Device {
        core::Device { available, enabled }
    }
}

impl From<core::Media> for Media {
    fn from(core::Media { microphone, camera, screen }: core::Media) -> Media {
        Media { microphone: microphone.into(), camera: camera.into(), screen }
    }
}

impl From<Media> for core::Media {
    fn from(Media { microphone, camera, screen }: Media) -> core::Media {
        core::Media { microphone: microphone.into(), camera: camera.into(), screen }
    }
}

impl From<core::Policy> for Policy {
    fn from(policy: core::Policy) -> Policy {
        let core::Policy {
            microphone,
            camera,
            screen,
            chat,
            files,
            keep_files,
            notes,
            lobby,
            locked,
        } = policy;
        Policy { microphone, camera, screen, chat, files, keep_files, notes, lobby, locked }
    }
}

impl From<Policy> for core::Policy {
    fn from(policy: Policy) -> core::Policy {
        let Policy { microphone, camera, screen, chat, files, keep_files, notes, lobby, locked } =
            policy;
        core::Policy { microphone, camera, screen, chat, files, keep_files, notes, lobby, locked }
    }
}

impl From<core::Rights> for Rights {
    fn from(core::Rights { microphone, camera, screen, chat, notes }: core::Rights) -> Rights {
        Rights { microphone, camera, screen, chat, notes }
    }
}

impl From<Rights> for core::Rights {
    fn from(Rights { microphone, camera, screen, chat, notes }: Rights) -> core::Rights {
        core::Rights { microphone, camera, screen, chat, notes }
    }
}

impl From<&core::Participant> for Participant {
    fn from(participant: &core::Participant) -> Participant {
        Participant {
            id: participant.id.number(),
            name: participant.name.clone(),
            role: participant.role.into(),
            rights: participant.rights.map(Into::into),
            media: participant.media.into(),
            hand: participant.hand.map(|since| since.0),
            connected: participant.connected,
            joined_at: participant.joined_at.0,
            installation: participant.installation.as_deref().map(str::to_owned),
        }
    }
}

impl From<&core::Participant> for Named {
    fn from(participant: &core::Participant) -> Named {
        let installation = participant.installation.as_deref().map(str::to_owned);
        Named { id: participant.id.number(), name: participant.name.clone(), installation }
    }
}

impl From<&core::Waiter> for Named {
    fn from(waiter: &core::Waiter) -> Named {
        let installation = waiter.installation.as_deref().map(str::to_owned);
        Named { id: waiter.id.number(), name: waiter.name.clone(), installation }
    }
}

impl From<&core::Outcast> for Author {
    fn from(outcast: &core::Outcast) -> Author {
        Author { id: outcast.id.number(), name: outcast.name.clone() }
    }
}

impl From<core::MessageState> for MessageState {
    fn from(state: core::MessageState) -> MessageState {
        match state {
            core::MessageState::Written => MessageState::Written,
            core::MessageState::Edited => MessageState::Edited,
            core::MessageState::Deleted => MessageState::Deleted,
        }
    }
}

impl Message {
    /// As it is told to `reader`.
    pub(crate) fn told_to(reader: core::PersonId, message: &core::Message) -> Message {
        Message {
            id: message.number,
            from: Author { id: message.from.number(), name: message.name.clone() },
            to: message.to.as_ref().map(|to| Author { id: to.id.number(), name: to.name.clone() }),
            text: message.text.clone(),
            answers: message.answers,
            state: message.state.into(),
            mine: message.person == reader,
            at: message.at.0,
        }
    }
}

impl From<core::Departure> for Departure {
    fn from(departure: core::Departure) -> Departure {
        match departure {
            core::Departure::Left => Departure::Left,
            core::Departure::Lost => Departure::Lost,
            core::Departure::Removed => Departure::Removed,
        }
    }
}

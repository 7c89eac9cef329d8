//! What hosts and co-hosts did.

use hearth_core as core;
use serde::Serialize;
use ts_rs::TS;

/// Something that a host or co-host did to others or to the meeting. Names are
/// those of then.
#[derive(Debug, Serialize, TS)]
pub(super) struct LogEntry {
    id: u64,
    at: u64,
    by: String,
    action: HostAction,
    /// What was switched.
    setting: Option<Setting>,
    /// To whom they did it.
    whom: Option<String>,
    /// How they renamed them.
    name: Option<String>,
}

#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(super) enum HostAction {
    Admitted,
    Denied,
    Removed,
    LetBack,
    Muted,
    MutedAll,
    SetRights,
    AskedToUnmute,
    Renamed,
    MadeCoHost,
    MadeParticipant,
    HandedOver,
    TookOver,
    Spotlit,
    StoppedScreen,
    LoweredHand,
    DeletedMessage,
    SwitchedOn,
    SwitchedOff,
}

/// By the names of `Policy`.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(super) enum Setting {
    Microphone,
    Camera,
    Screen,
    Chat,
    Files,
    KeepFiles,
    Notes,
    Lobby,
    Locked,
}

impl From<&core::LogEntry> for LogEntry {
    fn from(entry: &core::LogEntry) -> LogEntry {
        let core::LogEntry { number, at, by, action, whom, name } = entry;
        let (action, setting) = spelt(*action);
        LogEntry {
            id: *number,
            at: at.0,
            by: by.clone(),
            action,
            setting,
            whom: whom.clone(),
            name: name.clone(),
        }
    }
}

fn spelt(action: core::HostAction) -> (HostAction, Option<Setting>) {
    let action = match action {
        core::HostAction::Admitted => HostAction::Admitted,
        core::HostAction::Denied => HostAction::Denied,
        core::HostAction::Removed => HostAction::Removed,
        core::HostAction::LetBack => HostAction::LetBack,
        core::HostAction::Muted => HostAction::Muted,
        core::HostAction::MutedAll => HostAction::MutedAll,
        core::HostAction::SetRights => HostAction::SetRights,
        core::HostAction::AskedToUnmute => HostAction::AskedToUnmute,
        core::HostAction::Renamed => HostAction::Renamed,
        core::HostAction::MadeCoHost => HostAction::MadeCoHost,
        core::HostAction::MadeParticipant => HostAction::MadeParticipant,
        core::HostAction::HandedOver => HostAction::HandedOver,
        core::HostAction::TookOver => HostAction::TookOver,
        core::HostAction::Spotlit => HostAction::Spotlit,
        core::HostAction::StoppedScreen => HostAction::StoppedScreen,
        core::HostAction::LoweredHand => HostAction::LoweredHand,
        core::HostAction::DeletedMessage => HostAction::DeletedMessage,
        core::HostAction::SwitchedOn(setting) => {
            return (HostAction::SwitchedOn, Some(setting.into()));
        }
        core::HostAction::SwitchedOff(setting) => {
            return (HostAction::SwitchedOff, Some(setting.into()));
        }
    };
    (action, None)
}

impl From<core::Setting> for Setting {
    fn from(setting: core::Setting) -> Setting {
        match setting {
            core::Setting::Microphone => Setting::Microphone,
            core::Setting::Camera => Setting::Camera,
            core::Setting::Screen => Setting::Screen,
            core::Setting::Chat => Setting::Chat,
            core::Setting::Files => Setting::Files,
            core::Setting::KeepFiles => Setting::KeepFiles,
            core::Setting::Notes => Setting::Notes,
            core::Setting::Lobby => Setting::Lobby,
            core::Setting::Locked => Setting::Locked,
        }
    }
}

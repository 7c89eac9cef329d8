//! What hosts and co-hosts did, for each other to know.

use crate::{ParticipantId, Timestamp};

/// Something that a host or co-host did to others or to the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// Its number in the meeting; they only grow.
    pub number: u64,
    /// When.
    pub at: Timestamp,
    /// The name of who did it, then.
    pub by: String,
    /// What they did.
    pub action: HostAction,
    /// The name of whom they did it to, then.
    pub whom: Option<String>,
    /// The name that they gave, to whom they renamed.
    pub name: Option<String>,
}

/// What a host or co-host can do to others or to the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HostAction {
    /// Let in from the lobby.
    Admitted,
    /// Turned away.
    Denied,
    /// Put out.
    Removed,
    /// Made it possible to come again.
    LetBack,
    /// Switched a microphone off.
    Muted,
    /// Switched everyone's microphone off.
    MutedAll,
    /// Changed what someone may use.
    SetRights,
    /// Asked to switch a microphone on.
    AskedToUnmute,
    /// Gave another name.
    Renamed,
    /// Gave the co-host's role.
    MadeCoHost,
    /// Took the co-host's role.
    MadeParticipant,
    /// Gave the host's role.
    HandedOver,
    /// Took the host's role.
    TookOver,
    /// Showed someone large to everyone, or nobody any more.
    Spotlit,
    /// Ended the sharing of a screen.
    StoppedScreen,
    /// Lowered a hand.
    LoweredHand,
    /// Deleted a line of chat.
    DeletedMessage,
    /// Switched a setting of the meeting on.
    SwitchedOn(Setting),
    /// Switched a setting of the meeting off.
    SwitchedOff(Setting),
}

impl HostAction {
    /// All but those that switch a setting.
    pub const DEEDS: [HostAction; 17] = [
        HostAction::Admitted,
        HostAction::Denied,
        HostAction::Removed,
        HostAction::LetBack,
        HostAction::Muted,
        HostAction::MutedAll,
        HostAction::SetRights,
        HostAction::AskedToUnmute,
        HostAction::Renamed,
        HostAction::MadeCoHost,
        HostAction::MadeParticipant,
        HostAction::HandedOver,
        HostAction::TookOver,
        HostAction::Spotlit,
        HostAction::StoppedScreen,
        HostAction::LoweredHand,
        HostAction::DeletedMessage,
    ];
}

/// One setting of a [`Policy`](crate::Policy).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Setting {
    /// Participants may switch their microphone on.
    Microphone,
    /// Participants may switch their camera on.
    Camera,
    /// Participants may share their screen.
    Screen,
    /// Participants may write in the chat.
    Chat,
    /// Participants may offer files.
    Files,
    /// The meeting may keep files.
    KeepFiles,
    /// Participants may write in the notes.
    Notes,
    /// Newcomers wait.
    Lobby,
    /// Nobody new may come in.
    Locked,
}

impl Setting {
    /// Each once.
    pub const ALL: [Setting; 9] = [
        Setting::Microphone,
        Setting::Camera,
        Setting::Screen,
        Setting::Chat,
        Setting::Files,
        Setting::KeepFiles,
        Setting::Notes,
        Setting::Lobby,
        Setting::Locked,
    ];
}

/// Someone whom the code no longer lets in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcast {
    /// Their id in the meeting, then.
    pub id: ParticipantId,
    /// Their name, then.
    pub name: String,
}

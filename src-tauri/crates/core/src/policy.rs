//! What a meeting allows its participants.

/// The meeting's settings. The first four bind participants; hosts and
/// co-hosts are exempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Policy {
    /// Participants may switch their microphone on.
    pub microphone: bool,
    /// Participants may switch their camera on.
    pub camera: bool,
    /// Participants may share their screen.
    pub screen: bool,
    /// Participants may write in the chat.
    pub chat: bool,
    /// Newcomers wait until a host or co-host admits them.
    pub lobby: bool,
    /// Nobody new may come in, nor wait.
    pub locked: bool,
}

impl Default for Policy {
    /// Everything allowed, the door open.
    fn default() -> Policy {
        Policy {
            microphone: true,
            camera: true,
            screen: true,
            chat: true,
            lobby: false,
            locked: false,
        }
    }
}

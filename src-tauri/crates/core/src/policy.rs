//! What a meeting allows its participants.

use crate::{Device, Media};

/// The meeting's settings. The first five bind participants; hosts and
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
    /// Participants may offer files.
    pub files: bool,
    /// The meeting may keep files for those who come later; this binds hosts, too.
    pub keep_files: bool,
    /// Participants may write in the notes.
    pub notes: bool,
    /// Newcomers wait until a host or co-host admits them.
    pub lobby: bool,
    /// Nobody new may come in, nor wait.
    pub locked: bool,
}

/// What one participant may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rights {
    /// Switch their microphone on.
    pub microphone: bool,
    /// Switch their camera on.
    pub camera: bool,
    /// Share their screen.
    pub screen: bool,
    /// Write in the chat.
    pub chat: bool,
    /// Write in the notes.
    pub notes: bool,
}

impl Rights {
    /// Those of hosts and co-hosts.
    pub const ALL: Rights =
        Rights { microphone: true, camera: true, screen: true, chat: true, notes: true };

    /// What of `media` may be sent.
    pub(crate) fn restrain(self, media: Media) -> Media {
        let device = |device: Device, may| Device { enabled: device.enabled && may, ..device };
        Media {
            microphone: device(media.microphone, self.microphone),
            camera: device(media.camera, self.camera),
            screen: media.screen && self.screen,
        }
    }
}

impl Policy {
    /// What participants may use who have no rights of their own.
    pub fn rights(self) -> Rights {
        let Policy { microphone, camera, screen, chat, notes, .. } = self;
        Rights { microphone, camera, screen, chat, notes }
    }
}

impl Default for Policy {
    /// Everything allowed, the door open.
    fn default() -> Policy {
        Policy {
            microphone: true,
            camera: true,
            screen: true,
            chat: true,
            files: true,
            keep_files: true,
            notes: true,
            lobby: false,
            locked: false,
        }
    }
}

//! What may be asked of a meeting.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::{
    Card, FileCommand, Media, ParticipantId, Policy, Question, Rights, Role, Signal, Source,
};

/// What a connected client may ask of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Asks to be let in under a name. Whoever shares their seat with other
    /// clients of theirs, and is in, renews what the others know of them.
    Join {
        /// The name the others will see.
        name: String,
        /// What others of this kind of client will know.
        card: Option<Card>,
        /// What the newcomer is going to send.
        media: Media,
    },
    /// Opens the chat of a room that lasts, to which one belongs, without coming in.
    OpenChat {
        /// The name the others will see.
        name: String,
    },
    /// Leaves for good.
    Leave,
    /// Lets someone in from the lobby.
    Admit {
        /// Who waits.
        who: ParticipantId,
    },
    /// Lets everyone in from the lobby.
    AdmitAll,
    /// Turns someone in the lobby away.
    Deny {
        /// Who waits.
        who: ParticipantId,
    },
    /// Changes what the meeting allows.
    SetPolicy(Policy),
    /// Makes someone a co-host, or a participant again.
    SetRole {
        /// Whom.
        who: ParticipantId,
        /// [`Role::CoHost`] or [`Role::Participant`].
        role: Role,
    },
    /// Makes someone else the host; the giver becomes a co-host.
    HandOver {
        /// The next host.
        to: ParticipantId,
    },
    /// Becomes the host: the meeting's owner at any time, a co-host while the
    /// host's connection is lost.
    TakeOver,
    /// Reports what one is sending.
    SetMedia(Media),
    /// Switches one's microphone or camera on if it is off, and off if it is on.
    Toggle(Source),
    /// Raises or lowers one's hand.
    RaiseHand {
        /// Up or down.
        raised: bool,
    },
    /// Lowers someone else's hand.
    LowerHand {
        /// Whose.
        who: ParticipantId,
    },
    /// Shows everyone an emoji.
    React {
        /// The emoji.
        emoji: String,
    },
    /// Says something to everyone, or to one.
    Say {
        /// The one, if not everyone.
        to: Option<ParticipantId>,
        /// The words.
        text: String,
        /// What others of this kind of client will know beside them.
        card: Option<Card>,
        /// The number of the line that this one answers.
        answers: Option<u64>,
    },
    /// Gives something one said other words.
    EditMessage {
        /// Its number.
        message: u64,
        /// The words.
        text: String,
    },
    /// Takes the words of something that one said; a host, of what anyone said.
    DeleteMessage {
        /// Its number.
        message: u64,
    },
    /// Tells that one writes, to be said again while it lasts, or no more does.
    SetTyping {
        /// For whom, if not for everyone.
        to: Option<ParticipantId>,
        /// Whether one writes.
        typing: bool,
    },
    /// Asks everyone something.
    OpenPoll(Question),
    /// Answers a poll; nothing chosen takes the answer back.
    Vote {
        /// The poll's number.
        poll: u64,
        /// The places of what is chosen, from 0.
        choices: BTreeSet<usize>,
    },
    /// Ends the voting: who asked, and hosts.
    ClosePoll {
        /// The poll's number.
        poll: u64,
    },
    /// Deletes a poll with its votes: who asked, and hosts.
    DeletePoll {
        /// The poll's number.
        poll: u64,
    },
    /// Something about files.
    File(FileCommand),
    /// Changes the notes that all write together.
    EditNotes {
        /// The change, which whoever holds the notes can read.
        update: Arc<[u8]>,
    },
    /// Passes a WebRTC message to another participant.
    Signal {
        /// Who should receive it.
        to: ParticipantId,
        /// The message.
        signal: Signal,
    },
    /// Switches someone's microphone off. They may switch it on again, unless
    /// the policy forbids it.
    Mute {
        /// Whose.
        who: ParticipantId,
    },
    /// Switches the microphones of all off whom one may mute, but one's own.
    MuteAll,
    /// Lets someone use other things than the policy says, until they leave.
    SetRights {
        /// Whom.
        who: ParticipantId,
        /// What they may use; as the policy says without.
        rights: Option<Rights>,
    },
    /// Asks someone to switch their microphone on, which nobody else can do.
    AskToUnmute {
        /// Whom.
        who: ParticipantId,
    },
    /// Gives someone, or oneself, another name.
    Rename {
        /// Whom.
        who: ParticipantId,
        /// The name the others will see.
        name: String,
    },
    /// Shows someone large to everyone, until they leave; nobody without one.
    Spotlight {
        /// Whom.
        who: Option<ParticipantId>,
    },
    /// Ends someone's screen sharing.
    StopScreen {
        /// Whose.
        who: ParticipantId,
    },
    /// Puts someone out; the code no longer lets them in.
    Remove {
        /// Whom.
        who: ParticipantId,
    },
    /// Makes the code let someone in again who was put out.
    LetBack {
        /// Whom.
        who: ParticipantId,
    },
    /// Ends the meeting for everyone.
    End,
}

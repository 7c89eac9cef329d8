//! What a meeting tells.

use std::sync::Arc;

use crate::{
    Card, Code, FileEvent, FileOffer, LogEntry, Media, Outcast, Participant, ParticipantId,
    PersonId, Policy, Poll, Rights, Role, Signal, Timestamp,
};

/// What a meeting tells one connected client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// You have not joined yet; this is who is in. Told again when it changes.
    Roster {
        /// Everyone in the meeting, in order of arrival.
        participants: Vec<Participant>,
        /// Whether you would have to wait in the lobby.
        must_ask: bool,
        /// Whether nobody new may come in.
        locked: bool,
        /// Whether you may open the chat without coming in.
        may_read: bool,
    },
    /// You opened the chat without coming in. This is how it is.
    ChatOpened {
        /// Whether the meeting is yours, so that you may write whatever the policy
        /// says, and delete what others wrote.
        owner: bool,
        /// What the meeting allows.
        policy: Policy,
        /// What was said lately, as far as it was for you.
        chat: Vec<Arc<Message>>,
    },
    /// You are in the lobby.
    Waiting,
    /// You are in. Whatever you knew of this meeting, this is how it is.
    Welcome {
        /// Your own id.
        you: ParticipantId,
        /// Whether the meeting is yours, so that you may take it over.
        owner: bool,
        /// Everyone, you included, in order of arrival.
        participants: Vec<Participant>,
        /// Who waits in the lobby. This and the next two are empty unless you are
        /// host or co-host.
        waiting: Vec<Waiter>,
        /// Whom the code no longer lets in.
        removed: Vec<Outcast>,
        /// What hosts and co-hosts did lately.
        log: Vec<Arc<LogEntry>>,
        /// What the meeting allows.
        policy: Policy,
        /// Who is shown large to everyone.
        spotlight: Option<ParticipantId>,
        /// What was said lately, as far as it was for you.
        chat: Vec<Arc<Message>>,
        /// What was asked.
        polls: Vec<Arc<Poll>>,
        /// Which files are offered, as far as to you.
        files: Vec<Arc<FileOffer>>,
    },
    /// Someone came in, and will offer.
    Joined(Participant),
    /// Someone came in again, maybe under another name, and kept their place.
    Renewed(Participant),
    /// Someone left for good.
    Left {
        /// Who.
        who: ParticipantId,
        /// How.
        departure: Departure,
    },
    /// Someone's connection is lost; their seat is kept.
    ConnectionLost {
        /// Who.
        who: ParticipantId,
    },
    /// Someone is connected again.
    ConnectionResumed {
        /// Who.
        who: ParticipantId,
        /// They forgot everything, their peer connections too, and will offer
        /// again as a newcomer does.
        anew: bool,
    },
    /// Someone waits in the lobby.
    Knocked(Waiter),
    /// Someone no longer waits in the lobby.
    KnockAnswered {
        /// Who.
        who: ParticipantId,
    },
    /// The meeting's settings changed.
    PolicyChanged {
        /// The new settings.
        policy: Policy,
        /// Who changed them.
        by: ParticipantId,
    },
    /// The meeting has another code; the old one lets nobody in.
    CodeChanged {
        /// The new code.
        code: Code,
    },
    /// Someone may do other things than before.
    RoleChanged {
        /// Who.
        who: ParticipantId,
        /// Their new role.
        role: Role,
    },
    /// The meeting is yours to look after now. Told if there is anything to know.
    Entrusted {
        /// Everyone who waits.
        waiting: Vec<Waiter>,
        /// Whom the code no longer lets in.
        removed: Vec<Outcast>,
        /// What hosts and co-hosts did lately.
        log: Vec<Arc<LogEntry>>,
    },
    /// The code no longer lets someone in.
    KeptOut(Outcast),
    /// The code lets someone in again.
    LetBack {
        /// Who.
        who: ParticipantId,
    },
    /// A host or co-host did something.
    Logged(Arc<LogEntry>),
    /// Someone may use other things than before.
    RightsChanged {
        /// Who.
        who: ParticipantId,
        /// What they may use; as the policy says without.
        rights: Option<Rights>,
        /// Who changed it.
        by: ParticipantId,
    },
    /// Someone sends other media than before.
    MediaChanged {
        /// Who.
        who: ParticipantId,
        /// What they send now.
        media: Media,
        /// Who did it, if it was not themselves.
        by: Option<ParticipantId>,
    },
    /// A host asks you to switch your microphone on.
    AskedToUnmute {
        /// Who asks.
        by: ParticipantId,
    },
    /// Someone has another name.
    NameChanged {
        /// Who.
        who: ParticipantId,
        /// Their new name.
        name: String,
        /// Who gave it to them, if it was not themselves.
        by: Option<ParticipantId>,
    },
    /// Someone else, or nobody any more, is shown large to everyone. Whoever
    /// leaves is not.
    SpotlightChanged {
        /// Who, if anyone.
        who: Option<ParticipantId>,
    },
    /// Someone raised or lowered their hand.
    HandChanged {
        /// Who.
        who: ParticipantId,
        /// Since when it is up.
        hand: Option<Timestamp>,
    },
    /// Someone showed an emoji.
    Reacted {
        /// Who.
        who: ParticipantId,
        /// The emoji.
        emoji: String,
    },
    /// Someone said something.
    Said(Arc<Message>),
    /// What someone said has other words now, or none any more.
    MessageChanged(Arc<Message>),
    /// Someone began to write, or writes no more.
    TypingChanged {
        /// Who.
        who: ParticipantId,
        /// For whom, if not for everyone.
        to: Option<ParticipantId>,
        /// Whether they write.
        typing: bool,
    },
    /// Something was asked, someone voted, or the voting ended.
    PollChanged(Arc<Poll>),
    /// A poll is gone.
    PollDeleted {
        /// Its number.
        poll: u64,
    },
    /// Something happened to a file.
    File(FileEvent),
    /// Someone changed the notes.
    NotesEdited {
        /// Who.
        by: ParticipantId,
        /// The change.
        update: Arc<[u8]>,
    },
    /// A WebRTC message for you.
    Signalled {
        /// Who sent it.
        from: ParticipantId,
        /// The message.
        signal: Signal,
    },
    /// You were not let in.
    Denied,
    /// You were put out.
    Removed,
    /// The meeting is over.
    Ended,
}

/// How someone left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// They left.
    Left,
    /// Their connection was lost for too long.
    Lost,
    /// A host put them out.
    Removed,
}

/// Someone in the lobby.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiter {
    /// Their id in this meeting.
    pub id: ParticipantId,
    /// The name they gave.
    pub name: String,
    /// The other installation they came from, if they did.
    pub installation: Option<Arc<str>>,
}

/// A line of chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its number in the meeting; they only grow.
    pub number: u64,
    /// Who wrote it.
    pub from: ParticipantId,
    /// The person behind the writer.
    pub person: PersonId,
    /// The name under which they wrote it.
    pub name: String,
    /// Whom it was for, if not everyone.
    pub to: Option<Recipient>,
    /// The words; none once it is deleted.
    pub text: String,
    /// What the writer's client noted beside them.
    pub card: Option<Card>,
    /// The number of the line that this one answers.
    pub answers: Option<u64>,
    /// What became of it.
    pub state: MessageState,
    /// When it was written.
    pub at: Timestamp,
}

/// What became of a line of chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageState {
    /// It is as it was written.
    Written,
    /// Its writer changed the words.
    Edited,
    /// Its words are gone; its place is kept.
    Deleted,
}

impl Message {
    /// Whether this person may read it.
    pub fn is_for(&self, person: PersonId) -> bool {
        self.to.as_ref().is_none_or(|to| to.person == person || self.person == person)
    }

    /// Whether its words are gone.
    pub fn is_deleted(&self) -> bool {
        self.state == MessageState::Deleted
    }
}

/// Whom a private message was for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Their id in this meeting.
    pub id: ParticipantId,
    /// The person behind it.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

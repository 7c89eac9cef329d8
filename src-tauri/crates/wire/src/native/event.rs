//! What the server tells.

use hearth_core::{self as core, Card, Code, Event, PersonId};
use serde::Serialize;
use serde_json::value::RawValue;
use ts_rs::TS;

use crate::Notice;
use crate::object::verbatim;
use crate::poll::Poll;
use crate::rest::network::RingKind;
use crate::signal::envelope;

use super::calls::{CallCard, CallNotice, Deed};
use super::files::FileOffer;
use super::log::LogEntry;
use super::notes;
use super::parts::{Author, Departure, Media, Message, Named, Participant, Policy, Rights, Role};
use super::ring::{Caller, Errand, Neighbour, RingEnd};

/// The second argument of the server's `event` event; the first is its
/// sequence number.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(super) enum NativeEvent {
    Roster {
        participants: Vec<Named>,
        must_ask: bool,
        locked: bool,
        /// Whether you may open the chat without coming in.
        may_read: bool,
    },
    /// You opened it.
    ChatOpened {
        owner: bool,
        policy: Policy,
        chat: Vec<Message>,
    },
    Waiting,
    Welcome {
        you: u64,
        owner: bool,
        participants: Vec<Participant>,
        /// This and the next two are empty unless you are host or co-host.
        waiting: Vec<Named>,
        removed: Vec<Author>,
        log: Vec<LogEntry>,
        policy: Policy,
        spotlight: Option<u64>,
        chat: Vec<Message>,
        polls: Vec<Poll>,
        files: Vec<FileOffer>,
    },
    Joined {
        participant: Participant,
    },
    /// They came in again, and start from nothing.
    Renewed {
        participant: Participant,
    },
    Left {
        who: u64,
        departure: Departure,
    },
    ConnectionLost {
        who: u64,
    },
    /// With `anew`, they lost their peer connections and will offer again.
    ConnectionResumed {
        who: u64,
        anew: bool,
    },
    Knocked {
        who: Named,
    },
    KnockAnswered {
        who: u64,
    },
    /// You look after the meeting now.
    Entrusted {
        waiting: Vec<Named>,
        removed: Vec<Author>,
        log: Vec<LogEntry>,
    },
    /// The code no longer lets them in.
    KeptOut {
        who: Author,
    },
    LetBack {
        who: u64,
    },
    Logged {
        entry: LogEntry,
    },
    PolicyChanged {
        policy: Policy,
        by: u64,
    },
    /// The old code lets nobody in any more.
    CodeChanged {
        code: String,
    },
    RoleChanged {
        who: u64,
        role: Role,
    },
    /// Without `rights`, as the policy says.
    RightsChanged {
        who: u64,
        rights: Option<Rights>,
        by: u64,
    },
    /// Without `by`, they did it themselves.
    MediaChanged {
        who: u64,
        media: Media,
        by: Option<u64>,
    },
    AskedToUnmute {
        by: u64,
    },
    /// Without `by`, they did it themselves.
    NameChanged {
        who: u64,
        name: String,
        by: Option<u64>,
    },
    /// Whoever leaves is not in the spotlight any more.
    SpotlightChanged {
        who: Option<u64>,
    },
    HandChanged {
        who: u64,
        hand: Option<u64>,
    },
    Reacted {
        who: u64,
        emoji: String,
    },
    Said {
        message: Message,
    },
    /// It has other words, or none any more.
    MessageChanged {
        message: Message,
    },
    /// They began to write, to everyone or to one, or write no more.
    TypingChanged {
        who: u64,
        to: Option<u64>,
        typing: bool,
    },
    /// It is new, someone voted, or the voting ended.
    PollChanged {
        poll: Poll,
    },
    PollDeleted {
        poll: u64,
    },
    /// Someone offers a file.
    FileOffered {
        offer: FileOffer,
    },
    /// It stays with the meeting, whoever leaves.
    FileKept {
        file: u64,
    },
    FileWithdrawn {
        file: u64,
    },
    /// They do not want it, or no more of it.
    FileDeclined {
        file: u64,
        who: u64,
    },
    /// What they changed in the notes, in base64.
    NotesEdited {
        by: u64,
        update: String,
    },
    Signalled {
        from: u64,
        #[ts(type = "unknown")]
        payload: Box<RawValue>,
    },
    Denied,
    Removed,
    Ended,
    /// The seat was resumed elsewhere. Its sequence number is 0.
    Replaced,
    /// The server is about to stop, and may come back. Its sequence number is 0.
    Stopping,
    /// Everyone on the network, for who stands by. The sequence number of this
    /// and of all that follow is 0.
    Nearby {
        neighbours: Vec<Neighbour>,
    },
    /// Someone rings; the meeting is at `path`.
    Ringing {
        call: String,
        from: Caller,
        kind: RingKind,
        path: String,
    },
    /// The one who is rung hears it.
    RingStarted {
        call: String,
    },
    RingAccepted {
        call: String,
    },
    RingEnded {
        call: String,
        reason: RingEnd,
    },
    /// Another page at this computer holds a call.
    CallHeld {
        card: CallCard,
    },
    CallReleased,
    /// What the page that holds the call heard.
    Mirrored {
        #[ts(type = "unknown")]
        event: Box<RawValue>,
    },
    /// To the page that holds the call; the tray is page 0, and waits for no answer.
    Steered {
        from: u64,
        ask: u64,
        deed: Deed,
    },
    SteerAnswered {
        ask: u64,
        #[ts(type = "unknown")]
        reply: Box<RawValue>,
    },
}

impl NativeEvent {
    /// What someone hears who is rung; nothing if it makes no sense here.
    pub(super) fn ringing(call: Code, card: &Card, note: &str) -> Option<NativeEvent> {
        let (from, Errand { kind, path, .. }) = Errand::told(card, note)?;
        Some(NativeEvent::Ringing { call: call.to_string(), from, kind, path: path? })
    }

    pub(super) fn ring_ended(call: Code, reason: RingEnd) -> NativeEvent {
        NativeEvent::RingEnded { call: call.to_string(), reason }
    }
}

impl From<Notice> for NativeEvent {
    fn from(notice: Notice) -> NativeEvent {
        match notice {
            Notice::Replaced => NativeEvent::Replaced,
            Notice::Stopping => NativeEvent::Stopping,
            Notice::Nearby(neighbours) => NativeEvent::Nearby { neighbours },
            Notice::Calls(notice) => notice.into(),
        }
    }
}

impl From<CallNotice> for NativeEvent {
    fn from(notice: CallNotice) -> NativeEvent {
        match notice {
            CallNotice::Held(card) => NativeEvent::CallHeld { card },
            CallNotice::Released => NativeEvent::CallReleased,
            CallNotice::Mirrored(event) => NativeEvent::Mirrored { event: verbatim(&event) },
            CallNotice::Steered { from, ask, deed } => NativeEvent::Steered { from, ask, deed },
            CallNotice::Answered { ask, reply } => {
                NativeEvent::SteerAnswered { ask, reply: verbatim(&reply) }
            }
        }
    }
}

impl NativeEvent {
    /// What happened, as it is told to `reader`.
    pub(super) fn told_to(reader: PersonId, event: &Event) -> NativeEvent {
        let spelled = |message: &core::Message| Message::told_to(reader, message);
        match event {
            Event::Roster { participants, must_ask, locked, may_read } => NativeEvent::Roster {
                participants: participants.iter().map(Named::from).collect(),
                must_ask: *must_ask,
                locked: *locked,
                may_read: *may_read,
            },
            Event::ChatOpened { owner, policy, chat } => NativeEvent::ChatOpened {
                owner: *owner,
                policy: (*policy).into(),
                chat: chat.iter().map(|message| spelled(message)).collect(),
            },
            Event::Waiting => NativeEvent::Waiting,
            Event::Welcome {
                you,
                owner,
                participants,
                waiting,
                removed,
                log,
                policy,
                spotlight,
                chat,
                polls,
                files,
            } => NativeEvent::Welcome {
                you: you.number(),
                owner: *owner,
                participants: participants.iter().map(Participant::from).collect(),
                waiting: waiting.iter().map(Named::from).collect(),
                removed: removed.iter().map(Author::from).collect(),
                log: log.iter().map(|entry| (&**entry).into()).collect(),
                policy: (*policy).into(),
                spotlight: spotlight.map(|who| who.number()),
                chat: chat.iter().map(|message| spelled(message)).collect(),
                polls: polls.iter().map(|poll| Poll::told_to(reader, poll)).collect(),
                files: files.iter().map(|offer| FileOffer::told_to(reader, offer)).collect(),
            },
            Event::Joined(participant) => NativeEvent::Joined { participant: participant.into() },
            Event::Renewed(participant) => NativeEvent::Renewed { participant: participant.into() },
            Event::Left { who, departure } => {
                NativeEvent::Left { who: who.number(), departure: (*departure).into() }
            }
            Event::ConnectionLost { who } => NativeEvent::ConnectionLost { who: who.number() },
            Event::ConnectionResumed { who, anew } => {
                NativeEvent::ConnectionResumed { who: who.number(), anew: *anew }
            }
            Event::Knocked(waiter) => NativeEvent::Knocked { who: waiter.into() },
            Event::KnockAnswered { who } => NativeEvent::KnockAnswered { who: who.number() },
            Event::Entrusted { waiting, removed, log } => NativeEvent::Entrusted {
                waiting: waiting.iter().map(Named::from).collect(),
                removed: removed.iter().map(Author::from).collect(),
                log: log.iter().map(|entry| (&**entry).into()).collect(),
            },
            Event::KeptOut(outcast) => NativeEvent::KeptOut { who: outcast.into() },
            Event::LetBack { who } => NativeEvent::LetBack { who: who.number() },
            Event::Logged(entry) => NativeEvent::Logged { entry: (&**entry).into() },
            Event::PolicyChanged { policy, by } => {
                NativeEvent::PolicyChanged { policy: (*policy).into(), by: by.number() }
            }
            Event::CodeChanged { code } => NativeEvent::CodeChanged { code: code.to_string() },
            Event::RoleChanged { who, role } => {
                NativeEvent::RoleChanged { who: who.number(), role: (*role).into() }
            }
            Event::RightsChanged { who, rights, by } => NativeEvent::RightsChanged {
                who: who.number(),
                rights: rights.map(Into::into),
                by: by.number(),
            },
            Event::MediaChanged { who, media, by } => NativeEvent::MediaChanged {
                who: who.number(),
                media: (*media).into(),
                by: by.map(|by| by.number()),
            },
            Event::AskedToUnmute { by } => NativeEvent::AskedToUnmute { by: by.number() },
            Event::NameChanged { who, name, by } => NativeEvent::NameChanged {
                who: who.number(),
                name: name.clone(),
                by: by.map(|by| by.number()),
            },
            Event::SpotlightChanged { who } => {
                NativeEvent::SpotlightChanged { who: who.map(|who| who.number()) }
            }
            Event::HandChanged { who, hand } => {
                NativeEvent::HandChanged { who: who.number(), hand: hand.map(|since| since.0) }
            }
            Event::Reacted { who, emoji } => {
                NativeEvent::Reacted { who: who.number(), emoji: emoji.clone() }
            }
            Event::Said(message) => NativeEvent::Said { message: spelled(message) },
            Event::MessageChanged(message) => {
                NativeEvent::MessageChanged { message: spelled(message) }
            }
            Event::TypingChanged { who, to, typing } => NativeEvent::TypingChanged {
                who: who.number(),
                to: to.map(|to| to.number()),
                typing: *typing,
            },
            Event::PollChanged(poll) => {
                NativeEvent::PollChanged { poll: Poll::told_to(reader, poll) }
            }
            Event::PollDeleted { poll } => NativeEvent::PollDeleted { poll: *poll },
            Event::File(event) => NativeEvent::about_file(reader, event),
            Event::NotesEdited { by, update } => {
                NativeEvent::NotesEdited { by: by.number(), update: notes::spell(update) }
            }
            Event::Signalled { from, signal } => {
                // Whatever makes no sense as a signal says nothing.
                let payload = envelope(signal).unwrap_or("null".into());
                NativeEvent::Signalled { from: from.number(), payload: verbatim(&payload) }
            }
            Event::Denied => NativeEvent::Denied,
            Event::Removed => NativeEvent::Removed,
            Event::Ended => NativeEvent::Ended,
        }
    }
}

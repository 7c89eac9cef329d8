//! How a request is answered.

use hearth_core::{LineRefusal, Refusal};
use serde::Serialize;
use ts_rs::TS;

use crate::{Answer, Rejection, hex};

use super::notes;

/// The one argument of the acknowledgement.
#[derive(Debug, Serialize, TS)]
#[serde(untagged)]
pub(super) enum NativeReply {
    Ok {
        #[ts(type = "true")]
        ok: bool,
        /// Present after `enter` and `resume`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        seat: Option<Seat>,
        /// Present after `openNotes`: all of them, as an update of Yjs in base64.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        notes: Option<String>,
    },
    Refused {
        #[ts(type = "false")]
        ok: bool,
        error: NativeError,
    },
}

/// A client's place in a meeting, and what gets it back there.
#[derive(Debug, Serialize, TS)]
pub(super) struct Seat {
    you: u64,
    token: String,
}

/// Why a request was turned down: a stable code, and a sentence for people.
#[derive(Debug, Serialize, TS)]
pub(super) struct NativeError {
    code: ErrorCode,
    message: String,
}

/// The stable codes of refusals.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(super) enum ErrorCode {
    NoSuchMeeting,
    NotEntered,
    AlreadyEntered,
    TooManyMeetings,
    IdTaken,
    BadRequest,
    TooManyRequests,
    Unavailable,
    OnlyLocal,
    NoCall,
    NotStandingBy,
    InCall,
    NotOnline,
    NotAvailable,
    NoSuchCall,
    NotJoined,
    AlreadyJoined,
    NoSuchParticipant,
    NotAllowed,
    ForbiddenByPolicy,
    Locked,
    Removed,
    Ended,
    Full,
    LobbyFull,
    TooManyObservers,
    TooManyRemoved,
    InvalidName,
    InvalidMessage,
    NoSuchMessage,
    NotYours,
    PrivateConversation,
    FileTooLarge,
    InvalidFileName,
    InvalidPoll,
    InvalidVote,
    NoSuchFile,
    NoSuchPoll,
    PollClosed,
    TooManyFiles,
    TooManyPolls,
    TooManyVotes,
    InvalidReaction,
    SignalTooLarge,
    CardTooLarge,
    InvalidNotes,
    NotesUpdateTooLarge,
    NotesFull,
    MustAsk,
    InvalidTarget,
    UnknownToken,
}

impl From<&Answer> for NativeReply {
    fn from(answer: &Answer) -> NativeReply {
        match answer {
            Answer::Done | Answer::Status(_) => {
                NativeReply::Ok { ok: true, seat: None, notes: None }
            }
            Answer::Notes(state) => {
                NativeReply::Ok { ok: true, seat: None, notes: Some(notes::spell(state)) }
            }
            Answer::Seated { you, token } => {
                let seat = Seat { you: you.number(), token: hex(&token.0) };
                NativeReply::Ok { ok: true, seat: Some(seat), notes: None }
            }
            Answer::Refused(rejection) => {
                let error =
                    NativeError { code: (*rejection).into(), message: rejection.to_string() };
                NativeReply::Refused { ok: false, error }
            }
        }
    }
}

impl From<Rejection> for ErrorCode {
    fn from(rejection: Rejection) -> ErrorCode {
        match rejection {
            Rejection::NoSuchMeeting => ErrorCode::NoSuchMeeting,
            Rejection::NotEntered => ErrorCode::NotEntered,
            // Native clients draw no codes.
            Rejection::CodeTaken => ErrorCode::BadRequest,
            Rejection::OnlyLocal => ErrorCode::OnlyLocal,
            Rejection::NoCall => ErrorCode::NoCall,
            Rejection::AlreadyEntered => ErrorCode::AlreadyEntered,
            Rejection::TooManyMeetings => ErrorCode::TooManyMeetings,
            Rejection::IdTaken => ErrorCode::IdTaken,
            Rejection::BadRequest => ErrorCode::BadRequest,
            Rejection::TooManyRequests => ErrorCode::TooManyRequests,
            Rejection::Unavailable => ErrorCode::Unavailable,
            Rejection::BySwitchboard(refusal) => match refusal {
                LineRefusal::NotConnected => ErrorCode::NotStandingBy,
                LineRefusal::InCall => ErrorCode::InCall,
                LineRefusal::NotOnline => ErrorCode::NotOnline,
                LineRefusal::NotAvailable => ErrorCode::NotAvailable,
                LineRefusal::NoSuchCall => ErrorCode::NoSuchCall,
                LineRefusal::Full | LineRefusal::TooManyLines | LineRefusal::TooManyCalls => {
                    ErrorCode::Unavailable
                }
                LineRefusal::NotInYourCall
                | LineRefusal::CodeTaken
                | LineRefusal::TooManyPeople
                | LineRefusal::CardTooLarge
                | LineRefusal::NoteTooLarge
                | LineRefusal::SignalTooLarge => ErrorCode::BadRequest,
            },
            Rejection::ByMeeting(refusal) => match refusal {
                Refusal::NotJoined => ErrorCode::NotJoined,
                Refusal::AlreadyJoined => ErrorCode::AlreadyJoined,
                Refusal::NoSuchParticipant => ErrorCode::NoSuchParticipant,
                Refusal::NotAllowed => ErrorCode::NotAllowed,
                Refusal::ForbiddenByPolicy => ErrorCode::ForbiddenByPolicy,
                Refusal::Locked => ErrorCode::Locked,
                Refusal::Removed => ErrorCode::Removed,
                Refusal::Ended => ErrorCode::Ended,
                Refusal::Full => ErrorCode::Full,
                Refusal::LobbyFull => ErrorCode::LobbyFull,
                Refusal::TooManyObservers => ErrorCode::TooManyObservers,
                Refusal::TooManyRemoved => ErrorCode::TooManyRemoved,
                Refusal::InvalidName => ErrorCode::InvalidName,
                Refusal::InvalidMessage => ErrorCode::InvalidMessage,
                Refusal::NoSuchMessage => ErrorCode::NoSuchMessage,
                Refusal::NotYours => ErrorCode::NotYours,
                Refusal::PrivateConversation => ErrorCode::PrivateConversation,
                Refusal::InvalidPoll => ErrorCode::InvalidPoll,
                Refusal::InvalidVote => ErrorCode::InvalidVote,
                Refusal::NoSuchPoll => ErrorCode::NoSuchPoll,
                Refusal::PollClosed => ErrorCode::PollClosed,
                Refusal::TooManyPolls => ErrorCode::TooManyPolls,
                Refusal::TooManyVotes => ErrorCode::TooManyVotes,
                Refusal::TooManyFiles => ErrorCode::TooManyFiles,
                Refusal::FileTooLarge => ErrorCode::FileTooLarge,
                Refusal::InvalidFileName => ErrorCode::InvalidFileName,
                Refusal::NoSuchFile => ErrorCode::NoSuchFile,
                Refusal::InvalidReaction => ErrorCode::InvalidReaction,
                Refusal::SignalTooLarge => ErrorCode::SignalTooLarge,
                Refusal::CardTooLarge => ErrorCode::CardTooLarge,
                Refusal::InvalidNotes => ErrorCode::InvalidNotes,
                Refusal::NotesUpdateTooLarge => ErrorCode::NotesUpdateTooLarge,
                Refusal::NotesFull => ErrorCode::NotesFull,
                Refusal::MustAsk => ErrorCode::MustAsk,
                Refusal::InvalidTarget => ErrorCode::InvalidTarget,
                Refusal::UnknownToken => ErrorCode::UnknownToken,
            },
        }
    }
}

//! Why a command was turned down.

use std::fmt;

/// Why a command was turned down. Nothing has changed when one is returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The sender has not joined.
    NotJoined,
    /// The sender has joined, or waits already.
    AlreadyJoined,
    /// The named participant is not here.
    NoSuchParticipant,
    /// The sender's role does not allow it.
    NotAllowed,
    /// The meeting's settings do not allow it.
    ForbiddenByPolicy,
    /// The meeting is locked.
    Locked,
    /// The sender was put out of this meeting before.
    Removed,
    /// The meeting is over.
    Ended,
    /// The meeting has as many participants as it may have.
    Full,
    /// Too many people wait in the lobby.
    LobbyFull,
    /// Too many people look on.
    TooManyObservers,
    /// The list of people kept out is full.
    TooManyRemoved,
    /// The name shows nothing, is too long, or holds control characters.
    InvalidName,
    /// The message is empty or too long.
    InvalidMessage,
    /// No line of chat that can still be changed or answered has this number.
    NoSuchMessage,
    /// The line of chat is someone else's.
    NotYours,
    /// What was said between two would be answered to others.
    PrivateConversation,
    /// The question or a choice shows nothing or is too long, or there are not two
    /// to ten different choices.
    InvalidPoll,
    /// What was chosen is not offered, or more than one where one is asked for.
    InvalidVote,
    /// No poll has this number.
    NoSuchPoll,
    /// Nobody can vote in this poll any more.
    PollClosed,
    /// The meeting has as many polls as it may have.
    TooManyPolls,
    /// As many people voted as may.
    TooManyVotes,
    /// As many files are offered as may be.
    TooManyFiles,
    /// The file has more bytes than it may have.
    FileTooLarge,
    /// The file has no name that can be shown.
    InvalidFileName,
    /// No file of this number is offered.
    NoSuchFile,
    /// The reaction is not an emoji.
    InvalidReaction,
    /// The signal is too large.
    SignalTooLarge,
    /// The card is too large.
    CardTooLarge,
    /// The change of the notes is no such thing, or is of other notes.
    InvalidNotes,
    /// The change of the notes is too large.
    NotesUpdateTooLarge,
    /// The notes would be too large.
    NotesFull,
    /// The sender would have to wait in the lobby, and cannot.
    MustAsk,
    /// The command makes no sense for its target.
    InvalidTarget,
    /// No seat is kept under this token.
    UnknownToken,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::NotJoined => "Join the meeting first.",
            Refusal::AlreadyJoined => "You have joined already.",
            Refusal::NoSuchParticipant => "This person is not here any more.",
            Refusal::NotAllowed => "Only a host can do this. Ask the host.",
            Refusal::ForbiddenByPolicy => "The host has switched this off. Ask the host.",
            Refusal::Locked => "The meeting is locked. Ask someone inside to unlock it.",
            Refusal::Removed => "The host removed you from this meeting.",
            Refusal::Ended => "This meeting is over. Start a new one.",
            Refusal::Full => "The meeting is full. Try again when someone has left.",
            Refusal::LobbyFull => "Too many people are waiting. Try again in a moment.",
            Refusal::TooManyObservers => "Too many people are at the door. Try again in a moment.",
            Refusal::TooManyRemoved => "Too many people were removed. Lock the meeting instead.",
            Refusal::InvalidName => "Choose a name of 1 to 64 characters.",
            Refusal::InvalidMessage => "Write a message of 1 to 4000 characters.",
            Refusal::NoSuchMessage => {
                "This message is gone, or too far back to be changed or answered."
            }
            Refusal::NotYours => "Only its writer can change this message.",
            Refusal::PrivateConversation => "Answer a private message to the same person.",
            Refusal::InvalidPoll => {
                "Ask with 2 to 10 different choices, each of 1 to 200 characters."
            }
            Refusal::InvalidVote => "Choose what is offered.",
            Refusal::NoSuchPoll => "This poll is gone.",
            Refusal::PollClosed => "This poll is closed.",
            Refusal::TooManyPolls => "There are too many polls. Delete one first.",
            Refusal::TooManyVotes => "Too many people have voted.",
            Refusal::TooManyFiles => "Too many files are offered. Take one back first.",
            Refusal::FileTooLarge => "A file may have 2 GB at most.",
            Refusal::InvalidFileName => "Give the file a name that can be seen.",
            Refusal::NoSuchFile => "This file is not offered any more.",
            Refusal::InvalidReaction => "A reaction is a single emoji.",
            Refusal::SignalTooLarge => "The signal is too large.",
            Refusal::MustAsk => "The host lets people in one by one. Open the meeting in Hearth.",
            Refusal::CardTooLarge => {
                "What is told about you is too large. Choose a smaller picture."
            }
            Refusal::InvalidNotes => "This change does not fit the notes. Open them again.",
            Refusal::NotesUpdateTooLarge => {
                "This is too much at once. Put it into the notes in smaller parts."
            }
            Refusal::NotesFull => "The notes are full. Put what is long into a file instead.",
            Refusal::InvalidTarget => "This cannot be done to this person.",
            Refusal::UnknownToken => "Your place was given up. Join again.",
        })
    }
}

impl std::error::Error for Refusal {}

//! Why a switchboard turned something down.

use std::fmt;

/// Why an arrival or a command was turned down. Nothing has changed when one is
/// returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineRefusal {
    /// The sender's line is none any more.
    NotConnected,
    /// The sender is in a call, or rings, or is rung.
    InCall,
    /// Nobody of those who are named is online.
    NotOnline,
    /// The named person is busy, or the sender.
    NotAvailable,
    /// The sender has no such call, or it is not theirs to answer.
    NoSuchCall,
    /// The named person is in no call with the sender.
    NotInYourCall,
    /// Another call has this code.
    CodeTaken,
    /// The switchboard has as many lines as it may have.
    Full,
    /// The person has as many lines as they may have.
    TooManyLines,
    /// There are as many calls as there may be, or the sender is in as many.
    TooManyCalls,
    /// More people than a call may have.
    TooManyPeople,
    /// The card is too large.
    CardTooLarge,
    /// The note is too large.
    NoteTooLarge,
    /// The signal is too large.
    SignalTooLarge,
}

impl fmt::Display for LineRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LineRefusal::NotConnected => "You are connected elsewhere. Go on there.",
            LineRefusal::InCall => "You are in a call. End it first.",
            LineRefusal::NotOnline => "Nobody is there to ring. Try again later.",
            LineRefusal::NotAvailable => "This person cannot be rung now. Try again later.",
            LineRefusal::NoSuchCall => "This call is over. Start a new one.",
            LineRefusal::NotInYourCall => "This person is in no call with you. Ring them first.",
            LineRefusal::CodeTaken => "There is such a call already. Choose another code.",
            LineRefusal::Full => "Too many people are online. Try again later.",
            LineRefusal::TooManyLines => "You are connected too often. Close another window.",
            LineRefusal::TooManyCalls => "There are too many calls. Try again when one is over.",
            LineRefusal::TooManyPeople => "These are too many people for a call. Ring fewer.",
            LineRefusal::CardTooLarge => {
                "What is told about you is too large. Choose a smaller picture."
            }
            LineRefusal::NoteTooLarge => "What is told about the call is too large.",
            LineRefusal::SignalTooLarge => "The signal is too large.",
        })
    }
}

impl std::error::Error for LineRefusal {}

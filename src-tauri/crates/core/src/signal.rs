//! What two clients say to each other to find a way for sound and picture.

use std::sync::Arc;

/// A WebRTC message for one other client. It is carried as it came; only its
/// form is known, so that it can be spelled for another kind of client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// What the text holds.
    pub form: Form,
    /// JSON, as the sender wrote it.
    pub text: Arc<str>,
}

/// What the text of a [`Signal`] holds, in the terms of W3C WebRTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// An `RTCSessionDescriptionInit` whose type is `offer`.
    Offer,
    /// An `RTCSessionDescriptionInit` whose type is `answer`.
    Answer,
    /// An `RTCIceCandidateInit`, or null after the last one.
    Candidate,
    /// An object with a `description` or a `candidate`, and what its sender
    /// adds to it.
    Envelope,
    /// A string that holds the JSON of an object with an `sdp` or an `ice`.
    Quoted,
}

//! What whoever uses the engine brings along.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::Context;

use serde_json::value::RawValue;

use crate::socket::{Ack, Socket};

/// Decides who may connect: one host for each session, made from its first
/// request.
pub trait Host: Send + 'static {
    /// A client asks to be let into a namespace. An error is the message of
    /// its `connect_error`. Nothing else of this client is read meanwhile.
    fn connect(&mut self, visit: Visit) -> Connecting;
}

/// What a client says when it connects.
#[derive(Debug)]
pub struct Visit {
    /// Where it wants to: `/`, or a name that begins with one.
    pub namespace: Box<str>,
    /// What it proves itself with: any JSON.
    pub auth: Option<Box<RawValue>>,
}

/// The decision about a visit, under way.
pub type Connecting = Pin<Box<dyn Future<Output = Result<Welcome, String>> + Send>>;

/// What is done as soon as the client has been told that it is connected.
pub type Welcome = Box<dyn FnOnce(Socket) -> Box<dyn Listener> + Send>;

/// Hears one client in one namespace, in order, on the task that carries the
/// client's session. None of these may block.
pub trait Listener: Send + 'static {
    /// The client said something. Nothing else of it is read until this is done;
    /// `None` if it is done already.
    fn event(&mut self, event: Event) -> Option<Hearing<'_>>;

    /// All that has come in of the client so far was heard. What it said brings
    /// about for others can be done now, all at once.
    fn rest(&mut self) {}

    /// Goes on with what happens elsewhere and the client is to be told. Polled
    /// whenever the session is, which the waker in `cx` brings about.
    fn poll(&mut self, cx: &mut Context<'_>);

    /// The client is gone, and nothing more will be heard. If it is because the
    /// engine closes, it can be told a last word.
    fn gone(&mut self, parting: Parting);
}

/// What a client said, being heard.
pub type Hearing<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// Something a client said. What it sent along in binary is left out; where
/// it would have been, the arguments have a placeholder.
#[derive(Debug)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// Its arguments, as they were on the wire.
    pub args: Vec<Box<str>>,
    /// What it is to be answered with, if the client waits for that.
    pub ack: Option<Ack>,
}

/// Why a client is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parting {
    /// It said goodbye.
    Left,
    /// It was disconnected.
    Dismissed,
    /// Its connection broke, or it was silent for too long.
    Lost,
    /// It sent something that the protocol has no place for.
    Malformed,
    /// It did not read what it was sent.
    Stalled,
    /// It is in no namespace.
    Aimless,
    /// The engine was closed.
    Stopping,
}

impl fmt::Display for Parting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Parting::Left => "it left",
            Parting::Dismissed => "it was disconnected",
            Parting::Lost => "its connection broke",
            Parting::Malformed => "it broke the protocol",
            Parting::Stalled => "it did not read",
            Parting::Aimless => "it was in no namespace",
            Parting::Stopping => "the engine was closed",
        })
    }
}

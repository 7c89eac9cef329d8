//! Socket.IO, protocol 5, on Engine.IO, protocol 4: the server's side. It knows
//! nothing of what is talked about.
//!
//! ```text
//!   http ──► polling ───┐                        ┌──► Host: who may connect
//!     │         │ upgrade├──► session ──► conversation
//!     └────► websocket ─┘        ▲               └──► Listener: what is said
//!                                │ outbox
//!                            Socket ◄── whoever has something to say
//! ```
//!
//! One task per session reads, writes and keeps the heartbeat; it ends up
//! owning the websocket, and leaves it with the outbox while it sleeps: whoever has
//! something to say then writes it there and then. Nobody ever waits for a client:
//! what it does not take at once goes to a bounded outbox. The id that the
//! transport is held by and the ids that others may see have nothing in common.

mod config;
mod conversation;
mod engine;
mod frame;
mod framing;
mod host;
mod http;
mod id;
mod outbox;
mod packet;
mod polling;
mod pulse;
mod session;
mod socket;
mod websocket;

pub use config::Config;
pub use engine::Engine;
pub use frame::Frame;
pub use host::{Connecting, Event, Hearing, Host, Listener, Parting, Visit, Welcome};
pub use socket::{Ack, Socket, Unsent};

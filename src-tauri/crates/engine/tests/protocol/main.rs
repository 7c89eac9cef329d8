//! What the protocols promise, tried from outside: the cases of the official
//! test suites of Engine.IO 4 and Socket.IO 5, and some that mean harm.

mod support;

mod acknowledgements;
mod closing;
mod connecting;
mod handshake;
mod heartbeat;
mod hostile;
mod messages;
mod outside;
mod polling;
mod upgrade;
mod websocket;

//! What goes out, spelt once for all who hear it.

use std::fmt::Write;

use bytes::Bytes;

/// A packet as it is on the wire. Cheap to clone, so that what many hear in one
/// namespace is spelt once.
#[derive(Debug, Clone)]
pub struct Frame(Bytes);

impl Frame {
    /// Spells an event for those in a namespace.
    pub fn event(namespace: &str, name: &str, args: &[Box<str>]) -> Frame {
        let sum: usize = args.iter().map(|arg| arg.len() + 1).sum();
        let mut text = start(Kind::Event, namespace, sum + name.len() + 4);
        text.push('[');
        text.push_str(&quoted(name));
        for arg in args {
            text.push(',');
            text.push_str(arg);
        }
        text.push(']');
        Frame(text.into())
    }

    /// Spells the answer to the event that a client numbered.
    pub(crate) fn ack(namespace: &str, number: u64, args: &[Box<str>]) -> Frame {
        let sum: usize = args.iter().map(|arg| arg.len() + 1).sum();
        let mut text = start(Kind::Ack, namespace, sum + 22);
        write!(text, "{number}[").expect("a string takes it");
        for (i, arg) in args.iter().enumerate() {
            if i > 0 {
                text.push(',');
            }
            text.push_str(arg);
        }
        text.push(']');
        Frame(text.into())
    }

    /// Says that a client is in a namespace, and by which id others know it.
    pub(crate) fn connected(namespace: &str, id: &str) -> Frame {
        let mut text = start(Kind::Connect, namespace, id.len() + 10);
        write!(text, r#"{{"sid":"{id}"}}"#).expect("a string takes it");
        Frame(text.into())
    }

    /// Says why a client is not let into a namespace.
    pub(crate) fn refused(namespace: &str, message: &str) -> Frame {
        let message = quoted(message);
        let mut text = start(Kind::ConnectError, namespace, message.len() + 12);
        write!(text, r#"{{"message":{message}}}"#).expect("a string takes it");
        Frame(text.into())
    }

    /// Says that a client is not in a namespace any more.
    pub(crate) fn dismissed(namespace: &str) -> Frame {
        Frame(start(Kind::Disconnect, namespace, 0).into())
    }

    /// An Engine.IO packet that never changes.
    pub(crate) const fn fixed(text: &'static str) -> Frame {
        Frame(Bytes::from_static(text.as_bytes()))
    }

    /// The first packet of a session.
    pub(crate) fn open(handshake: &str) -> Frame {
        Frame(format!("0{handshake}").into())
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Connect,
    Disconnect,
    Event,
    Ack,
    ConnectError,
}

fn start(kind: Kind, namespace: &str, more: usize) -> String {
    let mut text = String::with_capacity(namespace.len() + 3 + more);
    text.push_str(match kind {
        Kind::Connect => "40",
        Kind::Disconnect => "41",
        Kind::Event => "42",
        Kind::Ack => "43",
        Kind::ConnectError => "44",
    });
    if namespace != "/" {
        text.push_str(namespace);
        text.push(',');
    }
    text
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("every string is JSON")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_are_spelt_as_the_protocol_wants() {
        let args = ["1", r#"{"a":[true]}"#].map(Box::from);
        let spelt = [
            (Frame::event("/", "say \"hi\"", &args), r#"42["say \"hi\"",1,{"a":[true]}]"#),
            (Frame::event("/custom", "x", &[]), r#"42/custom,["x"]"#),
            (Frame::ack("/", 456, &args), r#"43456[1,{"a":[true]}]"#),
            (Frame::ack("/custom", 0, &[]), "43/custom,0[]"),
            (Frame::connected("/", "abc"), r#"40{"sid":"abc"}"#),
            (Frame::refused("/random", "No \"way\""), r#"44/random,{"message":"No \"way\""}"#),
            (Frame::dismissed("/"), "41"),
            (Frame::dismissed("/custom"), "41/custom,"),
        ];
        for (frame, text) in spelt {
            assert_eq!(frame.as_bytes(), text.as_bytes(), "as in the examples of the protocol");
        }
    }
}

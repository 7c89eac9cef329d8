//! What goes out, spelt once for all who hear it.

use std::borrow::Cow;

use bytes::Bytes;

use crate::framing::{self, Opcode};

/// A packet as it is on the wire. Cheap to clone, so that what many hear in one
/// namespace is spelt once.
#[derive(Debug, Clone)]
pub struct Frame {
    // As a websocket's frame, of which the packet is the payload.
    framed: Bytes,
    head: usize,
}

impl Frame {
    /// Spells an event for those in a namespace.
    pub fn event(namespace: &str, name: &str, args: &[Box<str>]) -> Frame {
        let name = escaped(name);
        let args = args.iter().flat_map(|arg| [",", arg]);
        Frame::of(start("42", namespace).chain(["[\"", &name, "\""]).chain(args).chain(["]"]))
    }

    /// Spells the answer to the event that a client numbered.
    pub(crate) fn ack(namespace: &str, number: u64, args: &[Box<str>]) -> Frame {
        let number = number.to_string();
        let args = args.iter().enumerate();
        let args = args.flat_map(|(i, arg)| [if i > 0 { "," } else { "" }, arg]);
        Frame::of(start("43", namespace).chain([&number, "["]).chain(args).chain(["]"]))
    }

    /// Says that a client is in a namespace, and by which id others know it.
    pub(crate) fn connected(namespace: &str, id: &str) -> Frame {
        Frame::of(start("40", namespace).chain([r#"{"sid":""#, id, r#""}"#]))
    }

    /// Says why a client is not let into a namespace.
    pub(crate) fn refused(namespace: &str, message: &str) -> Frame {
        let message = escaped(message);
        Frame::of(start("44", namespace).chain([r#"{"message":""#, &message, r#""}"#]))
    }

    /// Says that a client is not in a namespace any more.
    pub(crate) fn dismissed(namespace: &str) -> Frame {
        Frame::of(start("41", namespace))
    }

    /// A ping of Engine.IO.
    pub(crate) const fn ping() -> Frame {
        Frame { framed: Bytes::from_static(b"\x81\x012"), head: 2 }
    }

    /// The first packet of a session.
    pub(crate) fn open(handshake: &str) -> Frame {
        Frame::of(["0", handshake].into_iter())
    }

    /// The packet by itself.
    pub(crate) fn packet(&self) -> &[u8] {
        &self.framed[self.head..]
    }

    /// The packet in the frame of a websocket.
    pub(crate) fn framed(&self) -> &[u8] {
        &self.framed
    }

    fn of<'a>(parts: impl Iterator<Item = &'a str> + Clone) -> Frame {
        let length = parts.clone().map(str::len).sum();
        let mut space = [0; framing::LONGEST_HEAD];
        let mut left = &mut space[..];
        framing::write_head(&mut left, Opcode::Text, length);
        let head = framing::LONGEST_HEAD - left.len();
        // Exactly as much as it takes: then it becomes shared without another allocation.
        let mut framed = Vec::with_capacity(head + length);
        framed.extend_from_slice(&space[..head]);
        for part in parts {
            framed.extend_from_slice(part.as_bytes());
        }
        Frame { framed: framed.into(), head }
    }
}

/// The kind of a packet, and where it goes.
fn start<'a>(kind: &'a str, namespace: &'a str) -> impl Iterator<Item = &'a str> + Clone {
    let (namespace, comma) = if namespace == "/" { ("", "") } else { (namespace, ",") };
    [kind, namespace, comma].into_iter()
}

/// What is between the quotes of a string of JSON.
fn escaped(text: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let quoted = serde_json::to_string(text).expect("every string is JSON");
    Cow::Owned(quoted[1..quoted.len() - 1].to_owned())
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
            assert_eq!(frame.packet(), text.as_bytes(), "as in the examples of the protocol");
        }
    }
}

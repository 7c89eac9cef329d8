//! The frames of a websocket, RFC 6455: bytes in, messages out, and no I/O.
//! Nothing is kept of what is read or written: an idle websocket costs nothing.

use bytes::{Buf, BufMut, BytesMut};

const LAST: u8 = 0x80;
const RESERVED: u8 = 0x70;
const MASKED: u8 = 0x80;
/// Bytes at most before the payload of what the server sends.
pub(crate) const LONGEST_HEAD: usize = 10;
// The longest payload of a control frame.
const CONTROL: usize = 125;

/// What a client's frames add up to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Incoming {
    Text(String),
    Binary,
    Ping(Vec<u8>),
    Pong,
    Close,
}

/// These are no frames, or too much of them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Broken;

/// Puts messages together.
#[derive(Debug)]
pub(crate) struct Reader {
    most: usize,
    bytes: BytesMut,
    // What came of a message that comes in several frames.
    unfinished: Option<(Kind, Vec<u8>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Binary,
}

impl Reader {
    /// Reads messages of at most so many bytes.
    pub(crate) fn new(most: usize) -> Reader {
        Reader { most, bytes: BytesMut::new(), unfinished: None }
    }

    /// Takes what came in, and returns the next message if all of it is there. What
    /// came with it is kept.
    pub(crate) fn read(&mut self, bytes: &[u8]) -> Result<Option<Incoming>, Broken> {
        if self.bytes.is_empty() {
            let mut rest = bytes;
            let message = self.first(&mut rest)?;
            self.bytes.extend_from_slice(rest);
            return Ok(message);
        }
        self.bytes.extend_from_slice(bytes);
        self.next()
    }

    /// The next message, if all of it is there.
    pub(crate) fn next(&mut self) -> Result<Option<Incoming>, Broken> {
        let mut bytes = std::mem::take(&mut self.bytes);
        let mut rest = &bytes[..];
        let message = self.first(&mut rest)?;
        if !rest.is_empty() {
            bytes.advance(bytes.len() - rest.len());
            self.bytes = bytes;
        }
        Ok(message)
    }

    fn first(&mut self, bytes: &mut &[u8]) -> Result<Option<Incoming>, Broken> {
        while let Some((first, payload)) = self.frame(bytes)? {
            let last = first & LAST != 0;
            match first & !LAST {
                0x0 => {
                    let (kind, mut message) = self.unfinished.take().ok_or(Broken)?;
                    if message.len() + payload.len() > self.most {
                        return Err(Broken);
                    }
                    message.extend_from_slice(&payload);
                    if last {
                        return message_of(kind, message).map(Some);
                    }
                    self.unfinished = Some((kind, message));
                }
                opcode @ (0x1 | 0x2) if self.unfinished.is_none() => {
                    let kind = if opcode == 0x1 { Kind::Text } else { Kind::Binary };
                    if last {
                        return message_of(kind, payload).map(Some);
                    }
                    self.unfinished = Some((kind, payload));
                }
                0x8 if last => return Ok(Some(Incoming::Close)),
                0x9 if last => return Ok(Some(Incoming::Ping(payload))),
                0xa if last => return Ok(Some(Incoming::Pong)),
                _ => return Err(Broken),
            }
        }
        Ok(None)
    }

    /// Takes the first frame, if all of it is there: its first byte, and what
    /// is in it.
    fn frame(&self, bytes: &mut &[u8]) -> Result<Option<(u8, Vec<u8>)>, Broken> {
        let &[first, second, ref rest @ ..] = *bytes else { return Ok(None) };
        // Nothing was agreed on that would need the reserved bits, and every
        // client has to mask.
        if first & RESERVED != 0 || second & MASKED == 0 {
            return Err(Broken);
        }
        let (length, rest) = match second & !MASKED {
            126 => match rest.split_first_chunk() {
                Some((length, rest)) => (u64::from(u16::from_be_bytes(*length)), rest),
                None => return Ok(None),
            },
            127 => match rest.split_first_chunk() {
                Some((length, rest)) => (u64::from_be_bytes(*length), rest),
                None => return Ok(None),
            },
            length => (u64::from(length), rest),
        };
        let is_control = first & 0x8 != 0;
        let most = if is_control { CONTROL } else { self.most };
        let length = usize::try_from(length).map_err(|_| Broken)?;
        if length > most {
            return Err(Broken);
        }
        let Some((&mask, rest)) = rest.split_first_chunk() else { return Ok(None) };
        let Some((payload, rest)) = rest.split_at_checked(length) else { return Ok(None) };
        let mut payload = payload.to_vec();
        unmask(&mut payload, mask);
        *bytes = rest;
        Ok(Some((first, payload)))
    }
}

fn message_of(kind: Kind, message: Vec<u8>) -> Result<Incoming, Broken> {
    match kind {
        Kind::Text => String::from_utf8(message).map(Incoming::Text).map_err(|_| Broken),
        Kind::Binary => Ok(Incoming::Binary),
    }
}

/// Eight bytes at a time, as the larger part of all work is done here.
fn unmask(payload: &mut [u8], [a, b, c, d]: [u8; 4]) {
    let mask = [a, b, c, d, a, b, c, d];
    let (eights, rest) = payload.as_chunks_mut();
    for eight in eights {
        *eight = (u64::from_ne_bytes(*eight) ^ u64::from_ne_bytes(mask)).to_ne_bytes();
    }
    for (byte, mask) in rest.iter_mut().zip(mask) {
        *byte ^= mask;
    }
}

/// What the server sends.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Opcode {
    Text = 0x1,
    Close = 0x8,
    Pong = 0xa,
}

/// Writes a message as one frame.
pub(crate) fn write(out: &mut BytesMut, opcode: Opcode, payload: &[u8]) {
    out.reserve(LONGEST_HEAD + payload.len());
    write_head(out, opcode, payload.len());
    out.put_slice(payload);
}

/// Writes what goes before a message of so many bytes.
pub(crate) fn write_head(out: &mut impl BufMut, opcode: Opcode, length: usize) {
    out.put_u8(LAST | opcode as u8);
    match length {
        0..=125 => out.put_u8(length as u8),
        126..=0xffff => {
            out.put_u8(126);
            out.put_u16(length as u16);
        }
        _ => {
            out.put_u8(127);
            out.put_u64(length as u64);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MOST: usize = 70_000;

    /// A frame as a client writes it.
    fn frame(first: u8, payload: &[u8], mask: [u8; 4]) -> Vec<u8> {
        let mut bytes = BytesMut::new();
        write(&mut bytes, Opcode::Text, payload);
        let head = bytes.len() - payload.len();
        bytes[0] = first;
        bytes[1] |= MASKED;
        let (head, payload) = bytes.split_at(head);
        let mut payload = payload.to_vec();
        unmask(&mut payload, mask);
        [head, &mask, &payload].concat()
    }

    fn read(bytes: &[u8]) -> Result<Vec<Incoming>, Broken> {
        let mut reader = Reader::new(MOST);
        let mut messages = Vec::new();
        let mut next = reader.read(bytes)?;
        while let Some(message) = next {
            messages.push(message);
            next = reader.next()?;
        }
        Ok(messages)
    }

    #[test]
    fn the_examples_of_the_standard_are_read() {
        let hello = [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58];
        assert_eq!(read(&hello), Ok(vec![Incoming::Text("Hello".to_owned())]), "section 5.7");
        let mut out = BytesMut::new();
        write(&mut out, Opcode::Text, b"Hello");
        assert_eq!(&out[..], [0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f], "section 5.7");
    }

    #[test]
    fn a_message_may_come_in_pieces_with_others_between() {
        let pieces = [
            frame(0x01, b"a\xc3", [1, 2, 3, 4]),
            frame(0x89, b"?", [5, 6, 7, 8]),
            frame(0x00, b"\xa9", [0; 4]),
            frame(0x80, b"z", [9; 4]),
            frame(0x88, b"", [9; 4]),
        ];
        let expected =
            vec![Incoming::Ping(b"?".to_vec()), Incoming::Text("aéz".to_owned()), Incoming::Close];
        assert_eq!(read(&pieces.concat()), Ok(expected), "the text is one");
    }

    #[test]
    fn what_the_standard_forbids_is_broken() {
        let mask = [1, 2, 3, 4];
        let wrong = [
            ("not masked", vec![0x81, 0x01, 0x61]),
            ("a reserved bit", frame(0xc1, b"a", mask)),
            ("a reserved opcode", frame(0x83, b"a", mask)),
            ("a ping in pieces", frame(0x09, b"a", mask)),
            ("a ping too long", frame(0x89, &[0; 126], mask)),
            ("no UTF-8", frame(0x81, b"\xff", mask)),
            ("a piece of nothing", frame(0x80, b"a", mask)),
            ("a text in a text", [frame(0x01, b"a", mask), frame(0x81, b"b", mask)].concat()),
            ("too long", frame(0x81, &[b'a'; MOST + 1], mask)),
            (
                "too long in the end",
                [frame(0x01, &[b'a'; MOST], mask), frame(0, b"a", mask)].concat(),
            ),
            ("longer than memory", [&[0x82, 0xff][..], &[0xff; 8]].concat()),
        ];
        for (what, bytes) in wrong {
            assert_eq!(read(&bytes), Err(Broken), "{what}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_wrong_to_be_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
        }

        #[test]
        fn messages_are_read_however_the_network_cuts_them(
            texts in prop::collection::vec(("\\PC{0,40}", 0..3_usize, any::<[u8; 4]>()), 1..8),
            cut in 1..50_usize,
        ) {
            // Some of each length that is written in another way.
            let texts: Vec<_> = texts
                .into_iter()
                .map(|(text, size, mask)| (text + &"x".repeat([0, 200, 66_000][size]), mask))
                .collect();
            let bytes: Vec<u8> =
                texts.iter().flat_map(|(text, mask)| frame(0x81, text.as_bytes(), *mask)).collect();
            let mut reader = Reader::new(MOST);
            let mut read = Vec::new();
            for piece in bytes.chunks(cut * 97) {
                let mut next = reader.read(piece).expect("they are frames");
                while let Some(message) = next {
                    read.push(message);
                    next = reader.next().expect("they are frames");
                }
            }
            let expected: Vec<_> = texts.into_iter().map(|(text, _)| Incoming::Text(text)).collect();
            prop_assert_eq!(read, expected);
        }
    }
}

//! What a client says, taken apart no further than needed.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde_json::value::RawValue;

// More than anyone passes by hand; each costs more memory here than on the wire.
const ARGUMENTS: usize = 64;
// As many as the reference takes.
const ATTACHMENTS: usize = 10;
// Names that would be taken for the library's own.
const RESERVED: [&str; 6] =
    ["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"];

/// A Socket.IO packet from a client.
#[derive(Debug)]
pub(crate) struct Packet<'a> {
    pub(crate) namespace: &'a str,
    pub(crate) content: Content,
}

#[derive(Debug)]
pub(crate) enum Content {
    Connect(Option<Box<RawValue>>),
    Disconnect,
    Event { words: Words, ack: Option<u64>, attachments: usize },
    // This server asks for none, so what is in it does not matter.
    Ack { attachments: usize },
}

/// An event's name and its arguments.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) name: String,
    pub(crate) args: Vec<Box<str>>,
}

/// What a client sent is not Socket.IO.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

impl Packet<'_> {
    /// Reads `<type>[<attachments>-][<namespace>,][<ack>][<JSON>]`.
    pub(crate) fn read(text: &str) -> Result<Packet<'_>, Malformed> {
        let kind = *text.as_bytes().first().ok_or(Malformed)?;
        let rest = text.get(1..).ok_or(Malformed)?;
        let (attachments, rest) = match kind {
            b'5' | b'6' => {
                let (count, rest) = rest.split_once('-').ok_or(Malformed)?;
                (number(count)?, rest)
            }
            _ => (0, rest),
        };
        if attachments > ATTACHMENTS as u64 {
            return Err(Malformed);
        }
        let attachments = attachments as usize;
        let (namespace, rest) = if rest.starts_with('/') {
            rest.split_once(',').unwrap_or((rest, ""))
        } else {
            ("/", rest)
        };
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (ack, data) = rest.split_at(digits);
        let ack = if ack.is_empty() { None } else { Some(number(ack)?) };
        let content = match kind {
            b'0' if data.is_empty() => Content::Connect(None),
            b'0' => Content::Connect(Some(json(data)?)),
            b'1' if data.is_empty() => Content::Disconnect,
            b'2' | b'5' => Content::Event { words: json(data)?, ack, attachments },
            b'3' | b'6' => {
                let answer: &RawValue = json(data)?;
                if !answer.get().starts_with('[') {
                    return Err(Malformed);
                }
                Content::Ack { attachments }
            }
            _ => return Err(Malformed),
        };
        Ok(Packet { namespace, content })
    }
}

fn number(digits: &str) -> Result<u64, Malformed> {
    if digits.bytes().all(|digit| digit.is_ascii_digit()) {
        digits.parse().map_err(|_| Malformed)
    } else {
        Err(Malformed)
    }
}

fn json<'a, T: Deserialize<'a>>(data: &'a str) -> Result<T, Malformed> {
    serde_json::from_str(data).map_err(|_| Malformed)
}

impl<'de> Deserialize<'de> for Words {
    /// Reads `["name", argument, …]`.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Words, D::Error> {
        deserializer.deserialize_seq(WordsVisitor)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name and its arguments")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut words: A) -> Result<Words, A::Error> {
        let name: &RawValue = words.next_element()?.ok_or_else(|| A::Error::custom("no name"))?;
        let name = match name.get().as_bytes().first() {
            Some(b'"') => serde_json::from_str(name.get()).map_err(A::Error::custom)?,
            // The reference takes these as well.
            Some(b'-' | b'0'..=b'9') => name.get().to_owned(),
            _ => return Err(A::Error::custom("the name is no name")),
        };
        if RESERVED.contains(&name.as_str()) {
            return Err(A::Error::custom("the name is reserved"));
        }
        let mut args = Vec::new();
        while let Some(arg) = words.next_element::<Box<RawValue>>()? {
            if args.len() == ARGUMENTS {
                return Err(A::Error::custom("too many arguments"));
            }
            args.push(arg.into());
        }
        Ok(Words { name, args })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::frame::Frame;

    #[derive(Debug, PartialEq)]
    struct Event {
        namespace: String,
        name: String,
        args: Vec<String>,
        ack: Option<u64>,
        attachments: usize,
    }

    fn event(text: &str) -> Option<Event> {
        let Packet { namespace, content } = Packet::read(text).ok()?;
        let Content::Event { words: Words { name, args }, ack, attachments } = content else {
            return None;
        };
        let args = args.iter().map(|arg| arg.to_string()).collect();
        Some(Event { namespace: namespace.to_owned(), name, args, ack, attachments })
    }

    fn plain(namespace: &str, name: &str, args: &[&str]) -> Event {
        let args = args.iter().map(|&arg| arg.to_owned()).collect();
        let (namespace, name) = (namespace.to_owned(), name.to_owned());
        Event { namespace, name, args, ack: None, attachments: 0 }
    }

    #[test]
    fn events_are_taken_apart() {
        let cases = [
            (r#"2["a",1,"2",{"3":[true]}]"#, plain("/", "a", &["1", "\"2\"", r#"{"3":[true]}"#])),
            (r#"2/custom,["a"]"#, plain("/custom", "a", &[])),
            (r#"2[ "a" , 1e400 ]"#, plain("/", "a", &["1e400"])),
            (r#"2[7,null]"#, plain("/", "7", &["null"])),
            (r#"2["\u00e9"]"#, plain("/", "é", &[])),
            (r#"2456["a"]"#, Event { ack: Some(456), ..plain("/", "a", &[]) }),
            (
                r#"52-/x,7["a",{"_placeholder":true,"num":0}]"#,
                Event {
                    ack: Some(7),
                    attachments: 2,
                    ..plain("/x", "a", &[r#"{"_placeholder":true,"num":0}"#])
                },
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(event(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_not_socket_io_is_malformed() {
        let wrong = [
            "",
            "abc",
            "7",
            "9[]",
            "é",
            "2",
            "2[]",
            "2{}",
            "2[null]",
            "2[[]]",
            "2[\"a\"",
            "2[\"a\"]x",
            "2abc[\"a\",1]",
            "2[\"disconnect\"]",
            "2[\"connect\"]",
            "299999999999999999999[\"a\"]",
            "2/x[\"a\"]",
            "0{",
            "1{}",
            "3",
            "3{}",
            "4{\"message\":\"no\"}",
            "5[\"a\"]",
            "5-[",
            "5x-[\"a\"]",
            "5-1-[\"a\"]",
            "511-[\"a\"]",
            "54294967296-[\"a\"]",
            "6[]",
            "2[\"\\ud800\"]",
        ];
        for text in wrong {
            assert!(Packet::read(text).is_err(), "{text:?} is not in the protocol");
        }
        let deep = format!("2[\"a\",{}{}]", "[".repeat(20_000), "]".repeat(20_000));
        assert!(Packet::read(&deep).is_ok(), "what is inside an argument is the reader's business");
        let many = format!("2[\"a\"{}]", ",1".repeat(ARGUMENTS + 1));
        assert!(Packet::read(&many).is_err(), "so many arguments are nobody's");
    }

    proptest! {
        #[test]
        fn no_text_is_too_wrong_to_be_read(text in "[0-9]{0,2}[-/,a-z]{0,3}[0-9]{0,2}\\PC*") {
            let _ = Packet::read(&text);
        }

        #[test]
        fn what_is_written_is_read_as_it_was(
            namespace in "/[a-z]{0,5}",
            name in any::<String>(),
            numbers in prop::collection::vec(any::<i64>(), 0..5),
            words in prop::collection::vec(any::<String>(), 0..5),
        ) {
            prop_assume!(!RESERVED.contains(&name.as_str()));
            let words = words.iter().map(|word| serde_json::to_string(word).expect("a string"));
            let args: Vec<String> = numbers.iter().map(i64::to_string).chain(words).collect();
            let boxed: Vec<_> = args.iter().map(|arg| arg.as_str().into()).collect();
            let frame = Frame::event(&namespace, &name, &boxed);
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let expected = plain(&namespace, &name, &args);
            let text = str::from_utf8(frame.packet()).expect("a packet is text");
            prop_assert_eq!(event(&text[1..]), Some(expected));
        }
    }
}

//! The code by which people find a meeting.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use crate::text;

/// Lower-case letters and digits without `i`, `l`, `o`, `0` and `1`, which look alike.
const ALPHABET: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH: usize = 9;
const GROUP: usize = 3;

// As long as a code can be that was made elsewhere.
const LONGEST: usize = 64;

/// A meeting's code: nine characters, shown as `xxx-xxx-xxx`, or whatever else a
/// client of another system called it, up to 64 bytes.
///
/// It is both the name of a meeting and the secret that opens it, so Hearth's
/// own are drawn from a secure generator and never guessed at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code {
    // Zeros follow the text.
    text: [u8; LONGEST],
    length: u8,
}

/// The first group of a code of Hearth's own. It tells meetings on a network apart
/// and opens none: the secret is in the groups after it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag([u8; GROUP]);

/// The text is not a meeting code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidCode;

/// The text is not the first group of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidTag;

impl Code {
    /// Makes a code of random bytes, or `None` when too many of them fell
    /// outside the range in which every character is equally likely.
    pub fn from_random(bytes: [u8; 32]) -> Option<Code> {
        let fair = (u8::MAX as usize + 1) / ALPHABET.len() * ALPHABET.len();
        let mut characters = bytes
            .iter()
            .filter(|byte| usize::from(**byte) < fair)
            .map(|byte| ALPHABET[usize::from(*byte) % ALPHABET.len()]);
        let mut code = [0; LENGTH];
        for place in &mut code {
            *place = characters.next()?;
        }
        Some(Code::of(&code))
    }

    /// The characters without the hyphens that make them readable.
    pub fn compact(&self) -> &str {
        str::from_utf8(&self.text[..usize::from(self.length)]).expect("a code is made of text")
    }

    /// The first group, if this is a code of Hearth's own.
    pub fn tag(&self) -> Option<Tag> {
        self.is_own().then(|| Tag(self.text[..GROUP].try_into().expect("a code is longer")))
    }

    fn of(bytes: &[u8]) -> Code {
        let mut text = [0; LONGEST];
        text[..bytes.len()].copy_from_slice(bytes);
        Code { text, length: bytes.len() as u8 }
    }

    fn is_own(&self) -> bool {
        let text = self.compact();
        text.len() == LENGTH && text.bytes().all(|character| ALPHABET.contains(&character))
    }
}

impl FromStr for Code {
    type Err = InvalidCode;

    /// Reads one of Hearth's codes in any case, with or without hyphens and
    /// spaces; anything else that can be seen and is not too long as it is.
    fn from_str(text: &str) -> Result<Code, InvalidCode> {
        let plain: Vec<_> = text
            .bytes()
            .filter(|byte| !matches!(byte, b'-' | b' '))
            .map(|byte| byte.to_ascii_lowercase())
            .take(LENGTH + 1)
            .collect();
        if plain.len() == LENGTH && plain.iter().all(|byte| ALPHABET.contains(byte)) {
            return Ok(Code::of(&plain));
        }
        let is_seen = |c: char| !c.is_whitespace() && !text::is_hidden(c);
        let fits = (1..=LONGEST).contains(&text.len()) && text.chars().all(is_seen);
        if fits { Ok(Code::of(text.as_bytes())) } else { Err(InvalidCode) }
    }
}

impl Hash for Code {
    /// Without the zeros: codes are looked up for everything that is told.
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text[..usize::from(self.length)].hash(state);
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({self})")
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.compact();
        if !self.is_own() {
            return f.write_str(text);
        }
        let (first, rest) = text.split_at(GROUP);
        let (second, third) = rest.split_at(GROUP);
        write!(f, "{first}-{second}-{third}")
    }
}

impl Tag {
    /// Its three characters.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).expect("a tag is made of ASCII")
    }
}

impl FromStr for Tag {
    type Err = InvalidTag;

    fn from_str(text: &str) -> Result<Tag, InvalidTag> {
        let characters: [u8; GROUP] = text.as_bytes().try_into().map_err(|_| InvalidTag)?;
        let known = characters.iter().all(|character| ALPHABET.contains(character));
        if known { Ok(Tag(characters)) } else { Err(InvalidTag) }
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tag({self})")
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for InvalidTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a meeting's tag is the first three characters of its code")
    }
}

impl std::error::Error for InvalidTag {}

impl fmt::Display for InvalidCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a meeting code has at most 64 characters, like abc-def-ghj")
    }
}

impl std::error::Error for InvalidCode {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_in_any_case_with_or_without_hyphens() {
        let code: Code = "abc-def-234".parse().expect("a code as it is shown");
        for spelling in ["abcdef234", "ABC-DEF-234", "abc def 234", "aBcDeF-234"] {
            assert_eq!(spelling.parse(), Ok(code), "{spelling} means the same meeting");
        }
        assert_eq!(code.to_string(), "abc-def-234");
        assert_eq!(code.compact(), "abcdef234");
    }

    #[test]
    fn a_code_from_elsewhere_is_read_as_it_is() {
        let uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";
        for text in ["abc", "abc-def-2345", "abc-def-0il", "abc-def-2é", "Room_7", uuid] {
            let code: Code = text.parse().expect("a code from elsewhere");
            assert_eq!((code.compact(), code.to_string()), (text, text.to_owned()));
        }
        let spellings = ["Room7", "room7"].map(|text| text.parse::<Code>());
        assert_ne!(spellings[0], spellings[1], "elsewhere the case may matter");
    }

    #[test]
    fn what_is_not_a_code_is_refused() {
        let long = "x".repeat(LONGEST + 1);
        for text in ["", " ", "- -", "two words", "a\u{202e}b", "a\0b", &long] {
            assert_eq!(text.parse::<Code>(), Err(InvalidCode), "{text:?} is no code");
        }
    }

    #[test]
    fn the_first_group_of_an_own_code_is_its_tag() {
        let tag = |text: &str| text.parse::<Code>().expect("a code").tag();
        assert_eq!(tag("ABC-def-234").map(|tag| tag.to_string()).as_deref(), Some("abc"));
        assert_eq!(tag("Room_7"), None, "whoever called it that may have no other secret");
        assert_eq!("abc".parse(), tag("abc-def-234").ok_or(InvalidTag));
        for text in ["", "ab", "abcd", "ABC", "ab1", "a\u{e9}"] {
            assert_eq!(text.parse::<Tag>(), Err(InvalidTag), "{text:?} is no tag");
        }
    }

    #[test]
    fn every_character_is_equally_likely() {
        let mut seen = [0_u32; 256];
        for byte in 0..=u8::MAX {
            if let Some(code) = Code::from_random([byte; 32]) {
                seen[usize::from(code.text[0])] += 1;
            }
        }
        for character in ALPHABET {
            assert_eq!(seen[usize::from(*character)], 8, "as often as every other");
        }
        assert_eq!(Code::from_random([u8::MAX; 32]), None, "no fair byte, no code");
    }
}

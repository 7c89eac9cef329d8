//! The code by which people find a meeting.

use std::fmt;
use std::str::FromStr;

/// Lower-case letters and digits without `i`, `l`, `o`, `0` and `1`, which look alike.
const ALPHABET: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH: usize = 9;
const GROUP: usize = 3;

/// A meeting's code: nine characters, shown as `xxx-xxx-xxx`.
///
/// It is both the name of a meeting and the secret that opens it, so it is
/// drawn from a secure generator and never guessed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code([u8; LENGTH]);

/// The text is not a meeting code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidCode;

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
        Some(Code(code))
    }

    /// The nine characters without hyphens.
    pub fn compact(&self) -> String {
        self.0.iter().copied().map(char::from).collect()
    }
}

impl FromStr for Code {
    type Err = InvalidCode;

    /// Reads a code in any case, with or without hyphens and spaces.
    fn from_str(text: &str) -> Result<Code, InvalidCode> {
        let mut code = [0; LENGTH];
        let mut places = code.iter_mut();
        for character in text.bytes().filter(|byte| !matches!(byte, b'-' | b' ')) {
            let character = character.to_ascii_lowercase();
            if !ALPHABET.contains(&character) {
                return Err(InvalidCode);
            }
            *places.next().ok_or(InvalidCode)? = character;
        }
        if places.next().is_some() { Err(InvalidCode) } else { Ok(Code(code)) }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, character) in self.0.iter().enumerate() {
            if i > 0 && i % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*character))?;
        }
        Ok(())
    }
}

impl fmt::Display for InvalidCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a meeting code has nine letters and digits, like abc-def-ghj")
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
    fn what_is_not_a_code_is_refused() {
        for text in ["", "abc", "abc-def-2345", "abc-def-0il", "abc-def-2é", "abc_def_234"] {
            assert_eq!(text.parse::<Code>(), Err(InvalidCode), "{text:?} is no code");
        }
    }

    #[test]
    fn every_character_is_equally_likely() {
        let mut seen = [0_u32; 256];
        for byte in 0..=u8::MAX {
            if let Some(code) = Code::from_random([byte; 32]) {
                seen[usize::from(code.0[0])] += 1;
            }
        }
        for character in ALPHABET {
            assert_eq!(seen[usize::from(*character)], 8, "as often as every other");
        }
        assert_eq!(Code::from_random([u8::MAX; 32]), None, "no fair byte, no code");
    }
}

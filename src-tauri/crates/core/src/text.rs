//! What people may type.

use crate::{Limits, Refusal};

// A flag of a region, or a family of four, is one emoji of many code points.
const REACTION_BYTES: usize = 64;

/// A person's name as it will be shown, without surrounding or repeated white
/// space.
///
/// # Errors
///
/// [`Refusal::InvalidName`] when it is empty, too long, or holds control
/// characters.
pub fn display_name(text: &str) -> Result<String, Refusal> {
    name(text, Limits::default().name)
}

/// A name without surrounding or repeated white space.
pub(crate) fn name(text: &str, longest: usize) -> Result<String, Refusal> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = (1..=longest).contains(&name.chars().count());
    if fits && !name.chars().any(is_invisible) { Ok(name) } else { Err(Refusal::InvalidName) }
}

/// A message without surrounding white space.
pub(crate) fn message(text: &str, longest: usize) -> Result<String, Refusal> {
    let text = text.trim();
    let fits = (1..=longest).contains(&text.chars().count());
    if fits { Ok(text.to_owned()) } else { Err(Refusal::InvalidMessage) }
}

/// One emoji. Whether it is a pretty one is for the client to know.
pub(crate) fn reaction(text: &str) -> Result<String, Refusal> {
    let fits = (1..=REACTION_BYTES).contains(&text.len());
    if fits && !text.chars().any(|c| c.is_alphanumeric() || c.is_control() || c.is_whitespace()) {
        Ok(text.to_owned())
    } else {
        Err(Refusal::InvalidReaction)
    }
}

/// Control characters, and those that turn the direction of the text around
/// them, with which one name can be made to look like another.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_tidied_and_bounded() {
        assert_eq!(name("  Ada \t Lovelace ", 64), Ok("Ada Lovelace".to_owned()));
        assert_eq!(name("  ", 64), Err(Refusal::InvalidName), "an empty name names nobody");
        assert_eq!(name("ééé", 3), Ok("ééé".to_owned()), "characters count, not bytes");
        assert_eq!(name("abcd", 3), Err(Refusal::InvalidName));
        assert_eq!(name("evil\u{202e}gpj", 64), Err(Refusal::InvalidName), "no reversed names");
    }

    #[test]
    fn a_reaction_is_an_emoji() {
        assert_eq!(reaction("👍"), Ok("👍".to_owned()));
        assert_eq!(reaction("👨‍👩‍👧‍👦"), Ok("👨‍👩‍👧‍👦".to_owned()));
        for text in ["", "hi", " ", "\n"] {
            assert_eq!(reaction(text), Err(Refusal::InvalidReaction), "{text:?} is none");
        }
    }
}

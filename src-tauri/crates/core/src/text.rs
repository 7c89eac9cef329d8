//! What people may type.

use crate::{Limits, Refusal};

// As many as any file system takes, of characters of any kind.
const FILE_NAME_BYTES: usize = 200;
const MEDIA_TYPE: usize = 100;
// Devices of Windows, whatever follows after a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

// A flag of a region, or a family of four, is one emoji of many code points.
const REACTION_BYTES: usize = 64;

/// A person's name as it will be shown, without surrounding or repeated white
/// space.
///
/// # Errors
///
/// [`Refusal::InvalidName`] when there is nothing to see, when it is too long, or
/// when it holds control characters.
pub fn display_name(text: &str) -> Result<String, Refusal> {
    name(text, Limits::default().name)
}

/// A name without surrounding or repeated white space.
pub(crate) fn name(text: &str, longest: usize) -> Result<String, Refusal> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = (1..=longest).contains(&name.chars().count());
    let is_seen = name.chars().any(|c| !c.is_whitespace() && !shapes_others(c));
    if fits && is_seen && !name.chars().any(is_hidden) {
        Ok(name)
    } else {
        Err(Refusal::InvalidName)
    }
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
    let is_word = |c: char| c.is_alphanumeric() || c.is_whitespace() || is_hidden(c);
    if fits && !text.chars().all(shapes_others) && !text.chars().any(is_word) {
        Ok(text.to_owned())
    } else {
        Err(Refusal::InvalidReaction)
    }
}

/// The name of a file, good in any folder of any system: without the way there,
/// and without characters that systems keep for themselves. One that is too long
/// keeps its ending.
pub(crate) fn file_name(text: &str) -> Result<String, Refusal> {
    let last = text.rsplit(['/', '\\']).next().unwrap_or_default();
    let tame = |c: char| if is_hidden(c) || "<>:\"|?*".contains(c) { '_' } else { c };
    let tamed: String = last.chars().map(tame).collect();
    let tamed = tamed.trim_matches(|c: char| c == '.' || c.is_whitespace());
    if !tamed.chars().any(|c| c != '_' && !c.is_whitespace() && !shapes_others(c)) {
        return Err(Refusal::InvalidFileName);
    }
    let stem = tamed.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let is_device = DEVICES.contains(&stem.trim_end_matches(|c: char| c.is_ascii_digit()));
    let name = if is_device { format!("_{tamed}") } else { tamed.to_owned() };
    if name.len() <= FILE_NAME_BYTES {
        return Ok(name);
    }
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 20 => (stem, format!(".{ending}")),
        _ => (&*name, String::new()),
    };
    let room = stem.floor_char_boundary(FILE_NAME_BYTES - ending.len());
    Ok(format!("{}{ending}", stem[..room].trim_end()))
}

/// A media type, or nothing where it could be none.
pub(crate) fn media_type(text: &str) -> String {
    let fits = text.len() <= MEDIA_TYPE && text.split('/').count() == 2;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/!#$&^_.+-".contains(c);
    if fits && text.chars().all(is_plain) { text.to_ascii_lowercase() } else { String::new() }
}

/// Joiners, variation selectors and tags. Persian and Sinhala names, families
/// and flags are written with them, but alone they show nothing.
fn shapes_others(c: char) -> bool {
    matches!(c,
        '\u{200c}' | '\u{200d}'
        | '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'
        | '\u{e0020}'..='\u{e007f}')
}

/// Characters that nobody sees: those that control, that turn the direction of
/// the text around them, or that are blank without being spaces. With them one
/// name can be made to look like another, or like none.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e001f}')
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
    }

    #[test]
    fn a_name_can_be_seen_and_reads_one_way() {
        for fine in ["علی\u{200c}رضا", "ශ්\u{200d}රී", "Ada ✌\u{fe0f}", "Ada 👨\u{200d}👩\u{200d}👧"]
        {
            assert_eq!(name(fine, 64), Ok(fine.to_owned()), "{fine:?} needs its joiners");
        }
        for bad in ["evil\u{202e}gpj", "Ada\u{200b}", "Ada\u{ad}", "Ada\u{61c}", "Ada\u{0}"] {
            assert_eq!(name(bad, 64), Err(Refusal::InvalidName), "{bad:?} hides something");
        }
        for empty in ["\u{200d}", "\u{fe0f} \u{200c}", "\u{3164}", "\u{2800}", "\u{a0}\u{3000}"] {
            assert_eq!(name(empty, 64), Err(Refusal::InvalidName), "{empty:?} shows nothing");
        }
    }

    #[test]
    fn a_file_name_leads_nowhere_and_suits_any_system() {
        let cases = [
            ("report.pdf", "report.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\ada\\photo.jpg", "photo.jpg"),
            ("..", ""),
            (".", ""),
            ("", ""),
            ("a/", ""),
            (".profile", "profile"),
            ("what?.txt", "what_.txt"),
            ("evil\u{202e}gpj.exe", "evil_gpj.exe"),
            ("\u{0}", ""),
            ("CON", "_CON"),
            ("com1.txt", "_com1.txt"),
            ("console.txt", "console.txt"),
            (" Übung № 7 .txt. ", "Übung № 7 .txt"),
        ];
        for (given, expected) in cases {
            let expected = match expected {
                "" => Err(Refusal::InvalidFileName),
                name => Ok(name.to_owned()),
            };
            assert_eq!(file_name(given), expected, "{given:?}");
        }
        let long = file_name(&format!("{}.tar.gz", "ö".repeat(300))).expect("it is shortened");
        assert!(long.len() <= FILE_NAME_BYTES && long.ends_with("ö.gz"), "{long}");
    }

    #[test]
    fn what_is_no_media_type_is_none() {
        assert_eq!(media_type("Image/SVG+xml"), "image/svg+xml");
        for none in ["", "text", "a/b/c", "text/html; charset=x", "a/\n"] {
            assert_eq!(media_type(none), "", "{none:?}");
        }
    }

    #[test]
    fn a_reaction_is_an_emoji() {
        assert_eq!(reaction("👍"), Ok("👍".to_owned()));
        assert_eq!(reaction("👨‍👩‍👧‍👦"), Ok("👨‍👩‍👧‍👦".to_owned()));
        for text in ["", "hi", " ", "\n", "\u{200d}", "👍\u{202e}"] {
            assert_eq!(reaction(text), Err(Refusal::InvalidReaction), "{text:?} is none");
        }
    }
}

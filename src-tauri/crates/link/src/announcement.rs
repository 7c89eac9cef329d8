//! What an installation says of itself to everyone on the network: a TXT record.
//!
//! Anyone can hear it and anyone can say it, so nothing secret is in it and
//! nothing in it is believed.
//!
//! ```text
//!   v=1  id=abcdefghijklmnop  fp=base64url  n=Ada  m=abcghj  r=1  s=4711
//! ```

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hearth_core::{Tag, display_name};

use crate::{Fingerprint, InstallationId};

/// As many meetings as fit into one string of the record.
pub const MOST_TAGS: usize = 60;

const VERSION: &str = "1";
const LONGEST_NAME: usize = 63;
const TAG: usize = 3;

/// What an installation says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// What it is called.
    pub id: InstallationId,
    /// By what it is known again.
    pub fingerprint: Fingerprint,
    /// The name of who is there, if that may be known.
    pub name: Option<String>,
    /// Its open meetings.
    pub tags: Vec<Tag>,
    /// Whether someone is there to be rung.
    pub rings: bool,
}

impl Announcement {
    /// The strings of the record, by their keys.
    pub(crate) fn record(&self) -> Vec<(&'static str, String)> {
        let mut record = vec![
            ("v", VERSION.to_owned()),
            ("id", self.id.to_string()),
            ("fp", BASE64_URL_SAFE_NO_PAD.encode(self.fingerprint.0)),
        ];
        record.extend(self.name.as_deref().map(|name| ("n", shortened(name).to_owned())));
        if !self.tags.is_empty() {
            record.push(("m", self.tags.iter().take(MOST_TAGS).map(Tag::as_str).collect()));
        }
        if self.rings {
            record.push(("r", "1".to_owned()));
        }
        record
    }

    /// Reads a record; `None` if it is of another version or says not even who it is.
    pub(crate) fn read<'a>(string: impl Fn(&str) -> Option<&'a [u8]>) -> Option<Announcement> {
        let text = |key| str::from_utf8(string(key)?).ok();
        if text("v")? != VERSION {
            return None;
        }
        let fingerprint = BASE64_URL_SAFE_NO_PAD.decode(text("fp")?).ok()?;
        let name = text("n").filter(|name| name.len() <= LONGEST_NAME);
        let tags = text("m").unwrap_or_default().as_bytes().chunks(TAG);
        let tag = |group| str::from_utf8(group).ok()?.parse().ok();
        Some(Announcement {
            id: text("id")?.parse().ok()?,
            fingerprint: Fingerprint(fingerprint.try_into().ok()?),
            name: name.and_then(|name| display_name(name).ok()),
            tags: tags.take(MOST_TAGS).filter_map(tag).collect(),
            rings: text("r") == Some("1"),
        })
    }
}

/// As much of a name as a record holds.
fn shortened(name: &str) -> &str {
    name[..name.floor_char_boundary(LONGEST_NAME)].trim_end()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::collection::{hash_map, vec};
    use proptest::prelude::*;

    use super::*;

    fn read(record: &HashMap<String, Vec<u8>>) -> Option<Announcement> {
        Announcement::read(|key| record.get(key).map(Vec::as_slice))
    }

    fn recorded(announcement: &Announcement) -> HashMap<String, Vec<u8>> {
        let record = announcement.record();
        record.into_iter().map(|(key, value)| (key.to_owned(), value.into_bytes())).collect()
    }

    fn announcement() -> impl Strategy<Value = Announcement> {
        let name = proptest::option::of("[A-Za-zé]{1,31}");
        let tags = vec("[a-hjkmnp-z2-9]{3}", 0..=MOST_TAGS);
        (any::<[u8; 16]>(), any::<[u8; 32]>(), name, tags, any::<bool>()).prop_map(
            |(id, fingerprint, name, tags, rings)| Announcement {
                id: InstallationId::from_random(id),
                fingerprint: Fingerprint(fingerprint),
                name,
                tags: tags.iter().map(|tag| tag.parse().expect("a tag")).collect(),
                rings,
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_said_is_understood(said in announcement()) {
            let record = recorded(&said);
            for (key, value) in &record {
                prop_assert!(key.len() + 1 + value.len() <= 255, "a string of TXT has a length byte");
            }
            prop_assert_eq!(read(&record), Some(said));
        }

        #[test]
        fn whatever_is_said_is_read_or_passed_over(
            said in announcement(),
            garbage in hash_map("v|id|fp|n|m|r|x", vec(any::<u8>(), 0..300), 0..4),
        ) {
            let mut record = recorded(&said);
            record.extend(garbage);
            if let Some(heard) = read(&record) {
                prop_assert!(heard.tags.len() <= MOST_TAGS);
                prop_assert!(heard.name.is_none_or(|name| display_name(&name) == Ok(name)));
            }
        }
    }

    fn ada() -> Announcement {
        Announcement {
            id: InstallationId::from_random([7; 16]),
            fingerprint: Fingerprint([9; 32]),
            name: Some("Ada".to_owned()),
            tags: vec!["abc".parse().expect("a tag")],
            rings: true,
        }
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let name = |name: &str| {
            let said = Announcement { name: Some(name.to_owned()), ..ada() };
            read(&recorded(&said)).expect("it is read").name
        };
        assert_eq!(name(&"é".repeat(64)), Some("é".repeat(31)));
        assert_eq!(name(&format!("{} b", "a".repeat(62))), Some("a".repeat(62)));
    }

    #[test]
    fn a_later_version_is_not_guessed_at() {
        let mut record = recorded(&ada());
        record.insert("v".to_owned(), b"2".to_vec());
        assert_eq!(read(&record), None);
    }

    #[test]
    fn more_meetings_than_fit_are_not_told() {
        let tags = vec!["abc".parse().expect("a tag"); MOST_TAGS + 1];
        let heard = read(&recorded(&Announcement { tags, ..ada() })).expect("it is read");
        assert_eq!(heard.tags.len(), MOST_TAGS);
    }
}

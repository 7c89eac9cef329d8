//! Names that nobody can guess.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

const BYTES: usize = 15;
const LENGTH: usize = 20;

/// 120 random bits in 20 characters that need no escaping anywhere.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Id([u8; LENGTH]);

impl Id {
    pub(crate) fn random() -> Id {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).expect("every system this runs on has a generator");
        let mut text = [0; LENGTH];
        BASE64_URL_SAFE_NO_PAD
            .encode_slice(bytes, &mut text)
            .expect("15 bytes are 20 characters of base64");
        Id(text)
    }

    /// Reads what a client claims to be one.
    pub(crate) fn read(text: &str) -> Option<Id> {
        text.is_ascii().then(|| text.as_bytes().try_into().ok().map(Id)).flatten()
    }

    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(&self.0).expect("an id is ASCII")
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Id(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_was_written() {
        let id = Id::random();
        assert_eq!(Id::read(id.as_str()), Some(id), "its text is all of it");
        assert_ne!(Id::random(), id, "each is drawn anew");
        for wrong in ["", "short", "ééééééééééé", &"x".repeat(21)] {
            assert_eq!(Id::read(wrong), None, "{wrong:?} is no id");
        }
    }
}

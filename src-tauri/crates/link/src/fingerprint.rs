//! What an installation is called, and by what it is known again.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// The SHA-256 of an installation's public key, as it stands in a certificate
/// (SubjectPublicKeyInfo, DER).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(pub [u8; 32]);

/// Names an installation: 16 characters of `a` to `z` and `2` to `7`, drawn once.
///
/// Anyone can claim any name; it is the [`Fingerprint`] that cannot be claimed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InstallationId([u8; LENGTH]);

/// The text is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint has 64 hexadecimal digits")]
pub struct InvalidFingerprint;

/// The text is not an installation's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an installation's id has 16 characters, a to z and 2 to 7")]
pub struct InvalidInstallationId;

const LENGTH: usize = 16;
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

impl Fingerprint {
    /// The fingerprint of a public key.
    pub fn of_key(subject_public_key_info: &[u8]) -> Fingerprint {
        Fingerprint(Sha256::digest(subject_public_key_info).into())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = InvalidFingerprint;

    /// Reads digits in any case.
    fn from_str(text: &str) -> Result<Fingerprint, InvalidFingerprint> {
        let digit = |byte: u8| char::from(byte).to_digit(16).ok_or(InvalidFingerprint);
        let digits: Vec<_> = text.bytes().map(digit).collect::<Result<_, _>>()?;
        let bytes: Vec<_> = digits
            .chunks(2)
            .map(|pair| pair.iter().fold(0, |byte, it| byte << 4 | *it as u8))
            .collect();
        let all = if digits.len() == 64 { bytes.try_into() } else { Err(bytes) };
        all.map(Fingerprint).map_err(|_| InvalidFingerprint)
    }
}

impl InstallationId {
    /// Makes an id of random bytes.
    pub fn from_random(bytes: [u8; LENGTH]) -> InstallationId {
        // 256 is a multiple of 32, so every character is equally likely.
        InstallationId(bytes.map(|byte| ALPHABET[usize::from(byte) % ALPHABET.len()]))
    }

    /// Its characters.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).expect("an id is made of ASCII")
    }
}

impl fmt::Display for InstallationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for InstallationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InstallationId({self})")
    }
}

impl FromStr for InstallationId {
    type Err = InvalidInstallationId;

    fn from_str(text: &str) -> Result<InstallationId, InvalidInstallationId> {
        let characters = text.as_bytes().try_into().map_err(|_| InvalidInstallationId)?;
        let id = InstallationId(characters);
        let known = id.0.iter().all(|character| ALPHABET.contains(character));
        if known { Ok(id) } else { Err(InvalidInstallationId) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_shown_can_be_read(bytes: [u8; 32], random: [u8; 16]) {
            let fingerprint = Fingerprint(bytes);
            prop_assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
            prop_assert_eq!(fingerprint.to_string().to_uppercase().parse(), Ok(fingerprint));
            let id = InstallationId::from_random(random);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,80}") {
            if let Ok(fingerprint) = text.parse::<Fingerprint>() {
                prop_assert_eq!(fingerprint.to_string(), text.to_lowercase());
            }
            if let Ok(id) = text.parse::<InstallationId>() {
                prop_assert_eq!(id.as_str(), text);
            }
        }
    }

    #[test]
    fn what_is_nearly_one_is_refused() {
        let digits = "0f".repeat(32);
        for wrong in [&digits[1..], &format!("{digits}0"), &format!("{}g0", &digits[2..]), ""] {
            assert_eq!(wrong.parse::<Fingerprint>(), Err(InvalidFingerprint), "{wrong}");
        }
        for wrong in
            ["", "abcdefghijklmno", "abcdefghijklmnopq", "ABCDEFGHIJKLMNOP", "abcdefghijklmno1"]
        {
            assert_eq!(wrong.parse::<InstallationId>(), Err(InvalidInstallationId), "{wrong}");
        }
    }
}

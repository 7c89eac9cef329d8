//! Where chance comes in: the system's generator.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hearth_core::{Code, PersonId, ResumeToken};
use hearth_wire::hex;

/// Bytes that nobody can guess.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("every system Hearth runs on has a generator");
    bytes
}

/// A meeting code that nobody can guess.
pub(crate) fn code() -> Code {
    loop {
        if let Some(code) = Code::from_random(bytes()) {
            return code;
        }
    }
}

/// What stands in for a meeting's code, and nobody can guess either.
pub(crate) fn door() -> Code {
    let name = format!("door-{}", BASE64_URL_SAFE_NO_PAD.encode(bytes::<16>()));
    name.parse().expect("a code may be called anything")
}

/// A secret of 256 bits, in 43 characters.
pub(crate) fn secret() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// As many bytes, in twice as many hexadecimal digits.
pub(crate) fn digits<const N: usize>() -> String {
    hex(&bytes::<N>())
}

pub(crate) fn person() -> PersonId {
    PersonId(bytes())
}

pub(crate) fn resume_token() -> ResumeToken {
    ResumeToken(bytes())
}

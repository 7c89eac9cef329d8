//! Ids of 24 hexadecimal digits, as clients of document databases know them.

use hearth_core::{Code, PersonId};

use crate::hex;

/// The id of a person.
pub fn object_id(PersonId(bytes): PersonId) -> String {
    hex(&bytes[..12])
}

/// The id of a message: by the room it was said in, and its number there.
pub fn message_id(room: Code, number: u64) -> String {
    let room = room.compact();
    let room = room.get(..16).unwrap_or(room);
    format!("{room:0<16}{number:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_24_digits() {
        assert_eq!(object_id(PersonId([0xab; 16])), "ab".repeat(12));
        let room: Code = "0123456789abcdef01234567".parse().expect("a code");
        assert_eq!(message_id(room, 7), "0123456789abcdef00000007");
    }
}

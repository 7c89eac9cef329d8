//! Ids as WebRTC chat's clients know them: 24 hexadecimal digits, of which a
//! room's are its code.

use hearth_core::{Code, PersonId};

use crate::text::hex;

/// What a person is called: by the first 12 bytes of their id.
pub fn object_id(person: PersonId) -> String {
    hex(&person.0[..12])
}

/// What a message is called: by its room first, then by its number there. A
/// meeting whose code is shorter than a room's is filled up with zeros.
pub fn message_object_id(room: Code, number: u64) -> String {
    let room: String = room.compact().chars().take(16).collect();
    format!("{room:0<16}{:08x}", number & 0xffff_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_has_24_digits() {
        let person = PersonId([0xab; 16]);
        assert_eq!(object_id(person), "ab".repeat(12));

        let room: Code = "0123456789abcdef01234567".parse().expect("a code from elsewhere");
        assert_eq!(message_object_id(room, 258), "0123456789abcdef00000102");
        let meeting: Code = "abc-def-234".parse().expect("a code");
        assert_eq!(message_object_id(meeting, 1), "abcdef234000000000000001");
        assert_eq!(message_object_id(room, 1 << 32 | 7), "0123456789abcdef00000007");
    }
}

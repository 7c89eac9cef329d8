//! Who someone is that only says so.

use hearth_core::PersonId;
use sha2::{Digest, Sha256};

use crate::DialectName;

/// The person who goes by this id among the clients of a dialect. Nobody with an
/// account is this person, nor anybody of another dialect.
pub fn claimed(dialect: DialectName, id: &str) -> PersonId {
    let hash = Sha256::new_with_prefix("hearth claim ")
        .chain_update(dialect.as_str())
        .chain_update([0])
        .chain_update(id)
        .finalize();
    PersonId(hash[..16].try_into().expect("a hash has more than 16 bytes"))
}

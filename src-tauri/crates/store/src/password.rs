//! Passwords, kept so that whoever reads the database cannot sign in.

use argon2::password_hash::Result;
use argon2::password_hash::phc::{Output, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Block, Params, Version};

// What OWASP recommends for Argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

// glibc keeps freed memory for later, but gives back at once what was more than
// 32 MiB. Only as much of it as is used takes up room.
const GIVEN_BACK_BYTES: usize = 33 * 1024 * 1024;

/// Hashes a password for safe keeping, which on purpose takes a while and 19 MiB
/// of memory. The salt is drawn at random for each password.
pub fn hash(password: &str, salt: [u8; 16]) -> String {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the parameters are in range");
    let hash = argon2id(password, &salt, &params);
    hash.expect("the salt is long enough, and no password is 4 GiB long").to_string()
}

/// Whether `hash` was made of this password. Takes as long as making it.
pub fn verify(password: &str, hash: &str) -> bool {
    is_hash_of(password, hash).unwrap_or(false)
}

/// The parameters are taken from the hash, so that older hashes stay valid.
fn is_hash_of(password: &str, hash: &str) -> Result<bool> {
    let hash = PasswordHash::new(hash)?;
    let Some(salt) = &hash.salt else { return Ok(false) };
    // Outputs are compared in a time that does not tell how much is right.
    Ok(argon2id(password, salt, &Params::try_from(&hash)?)? == hash)
}

fn argon2id(password: &str, salt: &[u8], params: &Params) -> Result<PasswordHash> {
    let mut memory = Vec::with_capacity(GIVEN_BACK_BYTES / Block::SIZE);
    memory.resize(params.block_count(), Block::new());
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let mut output = [0; Params::DEFAULT_OUTPUT_LEN];
    argon2.hash_password_into_with_memory(password.as_bytes(), salt, &mut output, memory)?;
    Ok(PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params: params.try_into()?,
        salt: Some(Salt::new(salt)?),
        hash: Some(Output::new(&output)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_opens_its_own_hash_and_no_other() {
        let kept = hash("correct horse", [7; 16]);

        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept} says how it was made");
        assert!(verify("correct horse", &kept));
        assert!(!verify("Correct horse", &kept));
        assert!(!verify("correct horse", "correct horse"), "what is no hash opens to nothing");
        assert_ne!(kept, hash("correct horse", [8; 16]), "another salt, another hash");
    }

    #[test]
    fn a_hash_made_elsewhere_or_with_other_parameters_is_understood() {
        let elsewhere = "$argon2id$v=19$m=8,t=1,p=1$c29tZSByYW5kb20gc2FsdA\
             $+fHymM0c9gFW+ob8ge+WzSavP9F6+ZvLDblzTLZ2WT0";

        assert!(verify("correct horse", elsewhere));
        assert!(!verify("battery staple", elsewhere));
    }
}

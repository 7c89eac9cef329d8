//! Who is asking.
//!
//! A guest holds a secret of their own making, `g.` and 43 characters; the
//! person is its hash, so that nothing about guests is stored until they do
//! something. Someone who signed in holds a token of ours, `s.` and 43
//! characters, of which we keep the hash. Clients of older systems hold tokens as
//! those gave them out, and none of these is good in place of another.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hearth_core::{PersonId, Timestamp};
use hearth_store::{Account, SessionKind, Store, StoreError, TokenHash};
use sha2::{Digest, Sha256};

use crate::blocking::blocking;
use crate::{chance, clock};

const DAY: u64 = 24 * 60 * 60 * 1000;
/// A session ends when it is not used for so long.
pub(crate) const SESSION: u64 = 90 * DAY;

/// Who is asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) person: PersonId,
    pub(crate) account: Option<Account>,
    pub(crate) proof: Proof,
}

/// How they proved it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proof {
    /// By a guest's own secret.
    Guest,
    /// By a token of ours.
    Session(TokenHash),
    /// By a token that was signed here.
    Signed,
    /// Not at all: they only say so.
    Claimed,
}

impl Identity {
    /// Someone who only says who they are.
    pub(crate) fn claimed(person: PersonId) -> Identity {
        Identity { person, account: None, proof: Proof::Claimed }
    }
}

/// Why nobody could be recognised.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unrecognised {
    /// The token is not one, or not valid any more.
    #[error("You are signed out. Sign in again.")]
    Token,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Recognises the holder of a token.
pub(crate) async fn recognise(store: &Store, token: &str) -> Result<Identity, Unrecognised> {
    match token.split_once('.') {
        Some(("g", secret)) => guest(secret),
        Some(("s", _)) => session(store, SessionKind::Native, token).await,
        _ => Err(Unrecognised::Token),
    }
}

/// Recognises the holder of an Animo client's token.
pub(crate) async fn recognise_animo(store: &Store, token: &str) -> Result<Identity, Unrecognised> {
    session(store, SessionKind::Animo, token).await
}

/// A fresh token for a session.
pub(crate) fn session_token() -> String {
    format!("s.{}", chance::secret())
}

fn guest(secret: &str) -> Result<Identity, Unrecognised> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(secret).map_err(|_| Unrecognised::Token)?;
    if bytes.len() != 32 {
        return Err(Unrecognised::Token);
    }
    let hash = Sha256::new_with_prefix("hearth guest").chain_update(bytes).finalize();
    let person = hash[..16].try_into().expect("a hash has more than 16 bytes");
    Ok(Identity { person: PersonId(person), account: None, proof: Proof::Guest })
}

async fn session(store: &Store, kind: SessionKind, token: &str) -> Result<Identity, Unrecognised> {
    let hash = TokenHash::of(token);
    let reader = store.clone();
    let session = blocking(move || reader.session(kind, hash)).await?.ok_or(Unrecognised::Token)?;
    let now = clock::wall();
    let Timestamp(unused_for) = Timestamp(now.0.saturating_sub(session.used_at.0));
    if unused_for > SESSION {
        return Err(Unrecognised::Token);
    }
    if unused_for > DAY {
        store.touch_session(hash, now).await?;
    }
    Ok(Identity { person: session.person, account: session.account, proof: Proof::Session(hash) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guest_is_the_hash_of_a_long_secret() {
        let secret = BASE64_URL_SAFE_NO_PAD.encode([7; 32]);
        let (one, again) = (guest(&secret).unwrap(), guest(&secret).unwrap());
        assert_eq!(one.person, again.person, "the same secret is the same person");
        let short = BASE64_URL_SAFE_NO_PAD.encode([7; 8]);
        for wrong in ["", "x", &short, "with space", &format!("{secret}A")] {
            assert!(guest(wrong).is_err(), "{wrong:?} could be guessed, or is not base64");
        }
    }
}

//! The tokens of WebRTC chat: signed here, valid for a week, and kept nowhere.

use hearth_core::{PersonId, Timestamp};
use hearth_store::{Store, StoreError};
use hearth_wire::{object_id, unhex};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};

use crate::blocking::blocking;
use crate::identity::{Identity, Proof, Unrecognised};
use crate::{chance, clock};

const SETTING: &str = "jwt-key";
const WEEK_S: u64 = 7 * 24 * 60 * 60;

/// Signs tokens, and tells which it has signed. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Key {
    signing: EncodingKey,
    checking: DecodingKey,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Claims {
    user_id: String,
    iat: u64,
    exp: u64,
}

impl Key {
    /// The key of this installation, drawn when it is first asked for.
    pub(crate) async fn of(store: &Store) -> Result<Key, StoreError> {
        let key = store.setting(SETTING, chance::bytes::<32>().to_vec()).await?;
        Ok(Key {
            signing: EncodingKey::from_secret(&key),
            checking: DecodingKey::from_secret(&key),
        })
    }

    /// A fresh token for someone with an account.
    pub(crate) fn sign(&self, person: PersonId) -> String {
        self.sign_at(person, clock::wall())
    }

    fn sign_at(&self, person: PersonId, at: Timestamp) -> String {
        let iat = at.0 / 1000;
        let claims = Claims { user_id: object_id(person), iat, exp: iat + WEEK_S };
        encode(&Header::new(Algorithm::HS256), &claims, &self.signing)
            .expect("a secret signs whatever is JSON")
    }

    /// Recognises the holder of a token.
    pub(crate) async fn recognise(
        &self,
        store: &Store,
        token: &str,
    ) -> Result<Identity, Unrecognised> {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.leeway = 0;
        let token = decode::<Claims>(token, &self.checking, &validation);
        let claims = token.map_err(|_| Unrecognised::Token)?.claims;
        let start = unhex(&claims.user_id).ok_or(Unrecognised::Token)?;
        let reader = store.clone();
        let found = blocking(move || reader.account_by_start(start)).await?;
        let (person, account) = found.ok_or(Unrecognised::Token)?;
        Ok(Identity { person, account: Some(account), proof: Proof::Signed })
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD;
    use hearth_store::NewAccount;
    use tempfile::TempDir;

    use super::*;

    const ADA: PersonId = PersonId([7; 16]);

    async fn house() -> (TempDir, Store, Key) {
        let data = tempfile::tempdir().expect("a directory of our own");
        let store = Store::open(&data.path().join("hearth.db")).expect("a new store");
        let ada = NewAccount {
            username: "ada".to_owned(),
            email: None,
            name: "Ada".to_owned(),
            password_hash: String::new(),
            person: ADA,
            created_at: Timestamp(1),
        };
        store.create_account(ada).await.expect("the store works");
        let key = Key::of(&store).await.expect("the store works");
        (data, store, key)
    }

    #[tokio::test]
    async fn whoever_was_signed_for_is_recognised_by_the_kept_key() {
        let (_data, store, key) = house().await;
        let token = key.sign(ADA);

        let same = Key::of(&store).await.expect("the store works");

        let ada = same.recognise(&store, &token).await.expect("it is as good as new");
        assert_eq!((ada.person, ada.proof), (ADA, Proof::Signed), "it says who she is");
        assert_eq!(ada.account.expect("she has one").username, "ada", "her account comes along");
    }

    #[tokio::test]
    async fn what_was_not_signed_here_or_is_old_is_not_recognised() {
        let (_data, store, key) = house().await;
        let Timestamp(now) = clock::wall();
        let old = key.sign_at(ADA, Timestamp(now - (WEEK_S + 1) * 1000));
        let elsewhere = Key {
            signing: EncodingKey::from_secret(b"another"),
            checking: DecodingKey::from_secret(b"another"),
        };
        let token = key.sign(ADA);
        let [_, claims, _] = token.split('.').collect::<Vec<_>>()[..] else {
            panic!("a token has three parts")
        };
        let unsigned = BASE64_URL_SAFE_NO_PAD.encode(r#"{"alg":"none","typ":"JWT"}"#);
        let cases = [
            (old, "its week has passed"),
            (elsewhere.sign(ADA), "another key has signed it"),
            (key.sign(PersonId([8; 16])), "nobody has this account"),
            (format!("{unsigned}.{claims}."), "nobody has signed it"),
            (format!("{token}A"), "its signature was changed"),
            ("x".to_owned(), "it is no token"),
        ];
        for (token, reason) in cases {
            let recognised = key.recognise(&store, &token).await;
            assert!(matches!(recognised, Err(Unrecognised::Token)), "{reason}");
        }
    }
}

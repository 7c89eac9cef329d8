//! The table of sessions: whose browser is recognised by which token.

use hearth_core::{PersonId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Result};
use sha2::{Digest, Sha256};

use crate::Account;

pub(crate) const TABLE: &str = "
    CREATE TABLE sessions (
        token   BLOB NOT NULL PRIMARY KEY,
        person  BLOB NOT NULL,
        used_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sessions_by_person ON sessions (person, used_at);";

pub(crate) const KIND: &str = "
    ALTER TABLE sessions ADD COLUMN kind TEXT NOT NULL DEFAULT 'native';";

/// Whose clients hold a session's token. It is good for nothing elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SessionKind {
    /// Hearth's own.
    Native,
    /// Those of Animo Meet.
    Animo,
}

impl SessionKind {
    fn as_str(self) -> &'static str {
        match self {
            SessionKind::Native => "native",
            SessionKind::Animo => "animo",
        }
    }

    fn most_per_person(self) -> usize {
        match self {
            SessionKind::Native => 20,
            SessionKind::Animo => 1,
        }
    }
}

/// What is kept of a session's token: enough to recognise it, not enough to
/// use it. A token is drawn at random and long, so it needs no slow hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash([u8; 32]);

impl TokenHash {
    /// The SHA-256 of a token.
    pub fn of(token: &str) -> TokenHash {
        TokenHash(Sha256::digest(token).into())
    }
}

/// A browser that is recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub person: PersonId,
    /// Their account, unless they are a guest.
    pub account: Option<Account>,
    /// When it was last used, as far as was noted.
    pub used_at: Timestamp,
}

/// Makes room first, so that the new session stays whatever the clock did.
pub(crate) fn open(
    connection: &Connection,
    kind: SessionKind,
    token: TokenHash,
    person: PersonId,
    at: Timestamp,
) -> Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM sessions WHERE token IN (
                 SELECT token FROM sessions WHERE person = ?1 AND kind = ?2
                 ORDER BY used_at DESC LIMIT -1 OFFSET ?3)",
        )?
        .execute((person.0, kind.as_str(), kind.most_per_person() - 1))?;
    connection
        .prepare_cached(
            "INSERT INTO sessions (token, kind, person, used_at) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((token.0, kind.as_str(), person.0, at.0))?;
    Ok(())
}

pub(crate) fn close(connection: &Connection, token: TokenHash) -> Result<()> {
    connection.prepare_cached("DELETE FROM sessions WHERE token = ?1")?.execute([token.0])?;
    Ok(())
}

pub(crate) fn touch(connection: &Connection, token: TokenHash, at: Timestamp) -> Result<()> {
    connection
        .prepare_cached("UPDATE sessions SET used_at = ?2 WHERE token = ?1")?
        .execute((token.0, at.0))?;
    Ok(())
}

pub(crate) fn forget(connection: &Connection, unused_since: Timestamp) -> Result<u64> {
    let forgotten = connection
        .prepare_cached("DELETE FROM sessions WHERE used_at < ?1")?
        .execute([unused_since.0])?;
    Ok(forgotten as u64)
}

pub(crate) fn find(
    connection: &Connection,
    kind: SessionKind,
    token: TokenHash,
) -> Result<Option<Session>> {
    connection
        .prepare_cached(
            "SELECT sessions.person, used_at, username, name
             FROM sessions LEFT JOIN accounts USING (person)
             WHERE token = ?1 AND kind = ?2",
        )?
        .query_row((token.0, kind.as_str()), |row| {
            let has_account = row.get_ref("username")? != rusqlite::types::ValueRef::Null;
            Ok(Session {
                person: PersonId(row.get("person")?),
                account: has_account.then(|| Account::read(row)).transpose()?,
                used_at: Timestamp(row.get("used_at")?),
            })
        })
        .optional()
}

#[cfg(test)]
mod tests {
    use crate::testing::*;

    use super::SessionKind::{Animo, Native};
    use super::*;

    #[test]
    fn a_token_is_kept_as_its_hash() {
        let TokenHash(bytes) = TokenHash::of("abc");
        assert_eq!(bytes[..4], [0xba, 0x78, 0x16, 0xbf], "the first test vector of SHA-256");
    }

    #[test]
    fn a_session_says_whose_it_is_until_it_is_closed() {
        let (_folder, store) = store();
        let token = TokenHash::of("a");
        store.open_session(Native, token, ADA, Timestamp(5)).wait().expect("it can be kept");
        let session = || store.session(Native, token).expect("it can be read");

        assert_eq!(session(), Some(Session { person: ADA, account: None, used_at: Timestamp(5) }));

        store.create_account(account("ada", ADA)).wait().expect("it can be kept");
        store.touch_session(token, Timestamp(9)).wait().expect("it can be kept");
        let later = session().expect("it is open");
        assert_eq!(later.used_at, Timestamp(9));
        assert_eq!(later.account.map(|it| it.username).as_deref(), Some("ada"), "no guest now");

        store.close_session(token).wait().expect("it can be kept");
        assert_eq!(session(), None);
    }

    #[test]
    fn of_many_sessions_those_used_last_are_kept() {
        let (_folder, store) = store();
        let token = |number: u64| TokenHash::of(&number.to_string());
        let open =
            |number, at| store.open_session(Native, token(number), ADA, Timestamp(at)).wait();
        let is_open =
            |number| store.session(Native, token(number)).expect("it can be read").is_some();
        for number in 1..=20 {
            open(number, 100 + number).expect("it can be kept");
        }
        store.touch_session(token(1), Timestamp(200)).wait().expect("it can be kept");
        store
            .open_session(Native, TokenHash::of("b"), BOB, Timestamp(1))
            .wait()
            .expect("it can be kept");

        open(21, 50).expect("it can be kept");

        assert!(is_open(21), "the new one counts, even when the clock was set back");
        assert!(is_open(1), "it was used since");
        assert!(!is_open(2), "it was not");
        assert_eq!((3..=20).filter(|number| is_open(*number)).count(), 18, "there is room");
        let other = store.session(Native, TokenHash::of("b")).expect("it can be read");
        assert!(other.is_some(), "other people's sessions are their own");
    }

    #[test]
    fn sessions_long_unused_are_forgotten() {
        let (_folder, store) = store();
        for (token, at) in [("old", 10), ("new", 20)] {
            let token = TokenHash::of(token);
            store.open_session(Native, token, ADA, Timestamp(at)).wait().expect("it can be kept");
        }

        let forgotten = store.forget_sessions(Timestamp(20)).wait().expect("it can be kept");

        assert_eq!(forgotten, 1);
        assert!(store.session(Native, TokenHash::of("new")).expect("it can be read").is_some());
    }

    #[test]
    fn a_session_is_of_one_kind_and_of_animos_there_is_one() {
        let (_folder, store) = store();
        let open = |kind, token, at| {
            let token = TokenHash::of(token);
            store.open_session(kind, token, ADA, Timestamp(at)).wait().expect("it can be kept");
        };
        let is_open = |kind, token| {
            store.session(kind, TokenHash::of(token)).expect("it can be read").is_some()
        };
        open(Native, "native", 1);
        open(Animo, "older", 3);
        open(Animo, "newer", 2);

        assert!(is_open(Native, "native"), "sessions of another kind leave it alone");
        assert!(is_open(Animo, "newer"), "the newest counts, whatever the clock did");
        assert!(!is_open(Animo, "older"), "there is room for one");
        assert!(!is_open(Animo, "native"), "a token is good for its own kind");
        assert!(!is_open(Native, "newer"), "and for no other");
    }
}

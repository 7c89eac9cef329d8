//! The table of accounts.

use hearth_core::{PersonId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Result, Row};

// Case is ignored for the letters of ASCII.
pub(crate) const TABLE: &str = "
    CREATE TABLE accounts (
        person        BLOB NOT NULL PRIMARY KEY,
        username      TEXT NOT NULL UNIQUE COLLATE NOCASE,
        name          TEXT NOT NULL,
        password_hash TEXT NOT NULL,
        created_at    INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;";

/// An account that is about to be made.
#[derive(Clone)]
pub struct NewAccount {
    /// By which one signs in.
    pub username: String,
    /// The name that others see.
    pub name: String,
    /// See [`password::hash`](crate::password::hash).
    pub password_hash: String,
    /// Whose it is.
    pub person: PersonId,
    /// When it is made.
    pub created_at: Timestamp,
}

/// An account, as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// By which one signs in, spelled as it was chosen.
    pub username: String,
    /// The name that others see.
    pub name: String,
}

/// What it takes to sign someone in.
#[derive(Clone)]
pub struct Credentials {
    /// Whose account it is.
    pub person: PersonId,
    /// The name that others see.
    pub name: String,
    /// By which one signs in, spelled as it was chosen.
    pub username: String,
    /// See [`password::verify`](crate::password::verify).
    pub password_hash: String,
}

impl Account {
    pub(crate) fn read(row: &Row<'_>) -> Result<Account> {
        Ok(Account { username: row.get("username")?, name: row.get("name")? })
    }
}

pub(crate) fn create(connection: &Connection, account: &NewAccount) -> Result<bool> {
    let created = connection
        .prepare_cached(
            "INSERT INTO accounts (person, username, name, password_hash, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO NOTHING",
        )?
        .execute((
            account.person.0,
            &account.username,
            &account.name,
            &account.password_hash,
            account.created_at.0,
        ))?;
    Ok(created == 1)
}

pub(crate) fn find(connection: &Connection, person: PersonId) -> Result<Option<Account>> {
    connection
        .prepare_cached("SELECT * FROM accounts WHERE person = ?1")?
        .query_row([person.0], Account::read)
        .optional()
}

pub(crate) fn credentials(connection: &Connection, username: &str) -> Result<Option<Credentials>> {
    connection
        .prepare_cached("SELECT * FROM accounts WHERE username = ?1")?
        .query_row([username], |row| {
            Ok(Credentials {
                person: PersonId(row.get("person")?),
                name: row.get("name")?,
                username: row.get("username")?,
                password_hash: row.get("password_hash")?,
            })
        })
        .optional()
}

#[cfg(test)]
mod tests {
    use crate::testing::*;

    use super::*;

    #[test]
    fn an_account_is_found_by_its_username_in_any_case() {
        let (_folder, store) = store();
        assert!(store.create_account(account("Ada", ADA)).wait().expect("it can be kept"));

        let found = store.credentials("aDA").expect("it can be read").expect("she is known");

        assert_eq!((found.person, found.username.as_str()), (ADA, "Ada"), "spelled as she chose");
        assert_eq!(found.password_hash, "$argon2id$…");
        let shown = Account { username: "Ada".to_owned(), name: "Ada the Great".to_owned() };
        assert_eq!(store.account(ADA).expect("it can be read"), Some(shown));
        assert!(store.credentials("Bob").expect("it can be read").is_none());
        assert_eq!(store.account(BOB).expect("it can be read"), None);
    }

    #[test]
    fn a_username_and_a_person_have_one_account() {
        let (_folder, store) = store();
        store.create_account(account("ada", ADA)).wait().expect("it can be kept");

        let created = |new| store.create_account(new).wait().expect("it can be asked");

        assert!(!created(account("ADA", BOB)), "the username is taken");
        assert!(!created(account("countess", ADA)), "the person has an account");
        assert!(created(account("bob", BOB)));
    }
}

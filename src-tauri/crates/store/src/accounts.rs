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

pub(crate) const EMAIL: &str = "
    ALTER TABLE accounts ADD COLUMN email TEXT COLLATE NOCASE;
    CREATE UNIQUE INDEX accounts_by_email ON accounts (email);";

/// An account that is about to be made.
#[derive(Clone)]
pub struct NewAccount {
    /// By which one signs in.
    pub username: String,
    /// By which one signs in too, where one gave it.
    pub email: Option<String>,
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
    /// By which one signs in too, where one gave it.
    pub email: Option<String>,
    /// See [`password::verify`](crate::password::verify).
    pub password_hash: String,
}

impl Account {
    pub(crate) fn read(row: &Row<'_>) -> Result<Account> {
        Ok(Account { username: row.get("username")?, name: row.get("name")? })
    }
}

impl Credentials {
    fn read(row: &Row<'_>) -> Result<Credentials> {
        Ok(Credentials {
            person: PersonId(row.get("person")?),
            name: row.get("name")?,
            username: row.get("username")?,
            email: row.get("email")?,
            password_hash: row.get("password_hash")?,
        })
    }
}

pub(crate) fn create(connection: &Connection, account: &NewAccount) -> Result<bool> {
    let created = connection
        .prepare_cached(
            "INSERT INTO accounts (person, username, email, name, password_hash, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT DO NOTHING",
        )?
        .execute((
            account.person.0,
            &account.username,
            &account.email,
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

/// The account of the person whose id starts so.
pub(crate) fn find_by_start(
    connection: &Connection,
    start: [u8; 12],
) -> Result<Option<(PersonId, Account)>> {
    let [mut first, mut last] = [[0; 16], [u8::MAX; 16]];
    first[..12].copy_from_slice(&start);
    last[..12].copy_from_slice(&start);
    connection
        .prepare_cached("SELECT * FROM accounts WHERE person BETWEEN ?1 AND ?2")?
        .query_row([first, last], |row| Ok((PersonId(row.get("person")?), Account::read(row)?)))
        .optional()
}

pub(crate) fn credentials(connection: &Connection, username: &str) -> Result<Option<Credentials>> {
    connection
        .prepare_cached("SELECT * FROM accounts WHERE username = ?1")?
        .query_row([username], Credentials::read)
        .optional()
}

pub(crate) fn credentials_by_email(
    connection: &Connection,
    email: &str,
) -> Result<Option<Credentials>> {
    connection
        .prepare_cached("SELECT * FROM accounts WHERE email = ?1")?
        .query_row([email], Credentials::read)
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

    #[test]
    fn an_account_is_found_by_its_email_in_any_case_and_by_the_start_of_its_person() {
        let (_folder, store) = store();
        let with_email = |username, person, email: &str| {
            let account = NewAccount { email: Some(email.to_owned()), ..account(username, person) };
            store.create_account(account).wait().expect("it can be asked")
        };
        assert!(with_email("ada", ADA, "Ada@Example.org"));
        assert!(!with_email("bob", BOB, "ada@example.ORG"), "the address is taken");
        for (username, person) in [("bob", BOB), ("cy", CY)] {
            let created = store.create_account(account(username, person)).wait();
            assert_eq!(created.ok(), Some(true), "an address is not needed");
        }

        let found = |email| store.credentials_by_email(email).expect("it can be read");
        let ada = found("ada@example.org").expect("it is hers");
        assert_eq!((ada.person, ada.email.as_deref()), (ADA, Some("Ada@Example.org")));
        assert!(found("bob@example.org").is_none());

        let starting = |start| store.account_by_start(start).expect("it can be read");
        assert_eq!(starting([1; 12]).map(|(person, _)| person), Some(ADA));
        assert_eq!(starting([9; 12]), None);
    }
}

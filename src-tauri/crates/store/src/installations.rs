//! The tables of other installations: those that this one has met, and the keys
//! that it has nothing to do with any more.

use hearth_core::Timestamp;
use rusqlite::{Connection, OptionalExtension, Result, Row, named_params};

pub(crate) const TABLES: &str = "
    CREATE TABLE installations (
        id          TEXT NOT NULL PRIMARY KEY,
        fingerprint BLOB NOT NULL UNIQUE,
        name        TEXT,
        trust       INTEGER NOT NULL,
        symbols     BLOB,
        address     TEXT,
        seen_at     INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE refused_installations (
        fingerprint BLOB NOT NULL PRIMARY KEY,
        refused_at  INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;";

// Strangers can make themselves known, so there is an end to it.
const MOST: usize = 500;

/// An installation that this one has met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installation {
    /// What it is called.
    pub id: String,
    /// By what it is known again.
    pub fingerprint: [u8; 32],
    /// The name it gave itself.
    pub name: Option<String>,
    /// How sure it is who it is.
    pub trust: Trust,
    /// The symbols that its screen shows, too.
    pub symbols: Option<[u8; 3]>,
    /// Where it answered last, if it ever did.
    pub address: Option<String>,
    /// When it was last met.
    pub seen_at: Timestamp,
}

/// How sure it is who an installation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// Nobody has compared the symbols.
    NotCompared,
    /// It proved to know a code.
    Proved,
    /// Someone has compared the symbols.
    Compared,
    /// It came with another key than it had.
    Changed,
}

impl Installation {
    /// Whether anything speaks for it being the one it says it is: someone here
    /// called it, it proved a code, or its symbols were compared. Otherwise it
    /// only said so.
    pub fn is_vouched_for(&self) -> bool {
        self.trust != Trust::NotCompared || self.address.is_some()
    }
}

impl Trust {
    const ALL: [Trust; 4] = [Trust::NotCompared, Trust::Proved, Trust::Compared, Trust::Changed];
}

/// Keeps what is newly known of an installation, beside what was known; `false`
/// if it is not the one that was met before, or is refused.
pub(crate) fn meet(connection: &Connection, met: &Installation) -> Result<bool> {
    if is_refused(connection, met.fingerprint)? {
        return Ok(false);
    }
    let old = find(connection, &met.id)?.filter(|old| old.fingerprint != met.fingerprint);
    if old.is_some_and(|old| !old.is_vouched_for()) {
        forget(connection, &met.id)?;
    }
    make_room(connection, &met.id)?;
    let kept = connection
        .prepare_cached(
            "INSERT INTO installations (id, fingerprint, name, trust, symbols, address, seen_at)
             VALUES (:id, :fingerprint, :name, :trust, :symbols, :address, :seen_at)
             ON CONFLICT (id) DO UPDATE SET
                 name = coalesce(excluded.name, name),
                 trust = max(excluded.trust, trust),
                 symbols = coalesce(excluded.symbols, symbols),
                 address = coalesce(excluded.address, address),
                 seen_at = max(excluded.seen_at, seen_at)
             WHERE fingerprint = excluded.fingerprint AND trust <> :changed
             ON CONFLICT (fingerprint) DO NOTHING",
        )?
        .execute(named_params! {
            ":id": met.id,
            ":fingerprint": met.fingerprint,
            ":name": met.name,
            ":trust": met.trust as i64,
            ":symbols": met.symbols,
            ":address": met.address,
            ":seen_at": met.seen_at.0,
            ":changed": Trust::Changed as i64,
        })?;
    Ok(kept == 1)
}

/// Forgets who was not seen for the longest time, first of those whom nobody
/// vouches for.
fn make_room(connection: &Connection, id: &str) -> Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM installations WHERE id IN (
                 SELECT id FROM installations WHERE id <> ?1
                 ORDER BY trust <> ?2 DESC, seen_at DESC LIMIT -1 OFFSET ?3)",
        )?
        .execute((id, Trust::NotCompared as i64, MOST - 1))?;
    Ok(())
}

pub(crate) fn set_trust(connection: &Connection, id: &str, trust: Trust) -> Result<bool> {
    let changed = connection
        .prepare_cached("UPDATE installations SET trust = ?2 WHERE id = ?1 AND trust <> ?3")?
        .execute((id, trust as i64, Trust::Changed as i64))?;
    Ok(changed == 1)
}

pub(crate) fn forget(connection: &Connection, id: &str) -> Result<bool> {
    let forgotten =
        connection.prepare_cached("DELETE FROM installations WHERE id = ?1")?.execute([id])?;
    Ok(forgotten == 1)
}

pub(crate) fn refuse(connection: &Connection, id: &str, at: Timestamp) -> Result<bool> {
    let Some(refused) = find(connection, id)? else { return Ok(false) };
    connection
        .prepare_cached(
            "DELETE FROM refused_installations WHERE fingerprint IN (
                 SELECT fingerprint FROM refused_installations
                 ORDER BY refused_at DESC LIMIT -1 OFFSET ?1)",
        )?
        .execute([MOST - 1])?;
    connection
        .prepare_cached("INSERT OR REPLACE INTO refused_installations VALUES (?1, ?2)")?
        .execute((refused.fingerprint, at.0))?;
    forget(connection, id)
}

pub(crate) fn is_refused(connection: &Connection, fingerprint: [u8; 32]) -> Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM refused_installations WHERE fingerprint = ?1")?
        .exists([fingerprint])
}

pub(crate) fn find(connection: &Connection, id: &str) -> Result<Option<Installation>> {
    connection
        .prepare_cached("SELECT * FROM installations WHERE id = ?1")?
        .query_row([id], read)
        .optional()
}

pub(crate) fn find_by_key(
    connection: &Connection,
    fingerprint: [u8; 32],
) -> Result<Option<Installation>> {
    connection
        .prepare_cached("SELECT * FROM installations WHERE fingerprint = ?1")?
        .query_row([fingerprint], read)
        .optional()
}

pub(crate) fn all(connection: &Connection) -> Result<Vec<Installation>> {
    connection
        .prepare_cached("SELECT * FROM installations ORDER BY seen_at DESC, id")?
        .query_map((), read)?
        .collect()
}

fn read(row: &Row<'_>) -> Result<Installation> {
    let trust: usize = row.get("trust")?;
    Ok(Installation {
        id: row.get("id")?,
        fingerprint: row.get("fingerprint")?,
        name: row.get("name")?,
        // What a later version knew is not trusted by this one.
        trust: Trust::ALL.get(trust).copied().unwrap_or(Trust::Changed),
        symbols: row.get("symbols")?,
        address: row.get("address")?,
        seen_at: Timestamp(row.get("seen_at")?),
    })
}

#[cfg(test)]
mod tests {
    use crate::Store;
    use crate::testing::*;

    use super::*;

    fn ada() -> Installation {
        Installation {
            id: "ada".to_owned(),
            fingerprint: [1; 32],
            name: Some("Ada".to_owned()),
            trust: Trust::NotCompared,
            symbols: Some([1, 2, 3]),
            address: None,
            seen_at: Timestamp(5),
        }
    }

    fn meet(store: &Store, met: Installation) -> bool {
        store.meet_installation(met).wait().expect("it can be kept")
    }

    fn known(store: &Store, id: &str) -> Option<Installation> {
        store.installation(id).expect("it can be read")
    }

    #[test]
    fn what_is_known_of_an_installation_grows() {
        let (folder, store) = store();
        assert!(meet(&store, ada()));
        let later = Installation {
            name: None,
            trust: Trust::Proved,
            symbols: None,
            address: Some("192.0.2.1:7466".to_owned()),
            seen_at: Timestamp(7),
            ..ada()
        };
        assert!(meet(&store, later.clone()));
        assert!(meet(&store, Installation { seen_at: Timestamp(6), ..ada() }));
        drop(store);

        let store = reopen(&folder);
        let expected = Installation { name: ada().name, symbols: ada().symbols, ..later };
        assert_eq!(known(&store, "ada"), Some(expected.clone()), "nothing is taken back");
        assert_eq!(store.installation_by_key([1; 32]).expect("it can be read"), Some(expected));
        assert_eq!(known(&store, "ben"), None);
    }

    #[test]
    fn an_id_belongs_to_one_key_and_a_key_to_one_id() {
        let (_folder, store) = store();
        let ada = || Installation { address: Some("192.0.2.1:7466".to_owned()), ..ada() };
        assert!(meet(&store, ada()));
        let impostor = Installation { fingerprint: [2; 32], trust: Trust::Proved, ..ada() };
        assert!(!meet(&store, impostor), "the id is known with another key");
        assert!(!meet(&store, Installation { id: "ben".to_owned(), ..ada() }), "so is the key");
        assert_eq!(store.installations().expect("they can be read"), [ada()]);
    }

    #[test]
    fn whoever_only_said_so_is_in_nobodys_way() {
        let (_folder, store) = store();
        assert!(!ada().is_vouched_for());
        let squatter = Installation { fingerprint: [2; 32], ..ada() };
        assert!(meet(&store, squatter) && meet(&store, ada()), "either could be the one");
        assert_eq!(store.installations().expect("they can be read"), [ada()]);
    }

    #[test]
    fn one_that_changed_stays_so_until_it_is_forgotten() {
        let (_folder, store) = store();
        meet(&store, ada());
        let set = |trust| store.trust_installation("ada", trust).wait().expect("it can be kept");
        assert!(set(Trust::Changed));
        assert!(!set(Trust::Compared), "comparing does not help");
        assert!(!meet(&store, ada()), "nor does coming again");
        assert_eq!(known(&store, "ada").map(|it| it.trust), Some(Trust::Changed));

        assert!(store.forget_installation("ada").wait().expect("it can be forgotten"));
        assert!(meet(&store, Installation { fingerprint: [2; 32], ..ada() }), "as if new");
    }

    #[test]
    fn a_refused_key_is_not_met_again_under_any_name() {
        let (_folder, store) = store();
        meet(&store, ada());
        let refuse = |id| store.refuse_installation(id, NOW).wait().expect("it can be kept");
        assert!(refuse("ada"));
        assert!(!refuse("ada"), "it is not known any more");
        assert!(!meet(&store, Installation { id: "ben".to_owned(), ..ada() }));
        assert!(store.is_refused_installation([1; 32]).expect("it can be read"));
        assert!(meet(&store, Installation { fingerprint: [2; 32], ..ada() }), "the real one may");
    }

    #[test]
    fn strangers_do_not_push_out_those_who_are_trusted() {
        let (_folder, store) = store();
        assert!(meet(
            &store,
            Installation { trust: Trust::Compared, seen_at: Timestamp(1), ..ada() }
        ));
        for number in 0..MOST + 5 {
            let mut fingerprint = [0; 32];
            fingerprint[..8].copy_from_slice(&number.to_be_bytes());
            let id = format!("stranger-{number}");
            let seen_at = Timestamp(10 + number as u64);
            assert!(meet(&store, Installation { id, fingerprint, seen_at, ..ada() }));
        }
        assert_eq!(store.installations().expect("they can be read").len(), MOST);
        assert!(known(&store, "ada").is_some(), "though it was not seen for long");
        assert_eq!(known(&store, "stranger-0"), None);
    }
}

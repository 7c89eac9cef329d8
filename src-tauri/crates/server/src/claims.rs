//! Ids that clients only claim.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use hearth_core::PersonId;
use hearth_wire::{DialectName, claimed};

/// Who goes by which id now. While someone does, nobody at another address can.
/// Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Claims(Arc<Mutex<HashMap<PersonId, Holder>>>);

#[derive(Debug)]
struct Holder {
    address: IpAddr,
    connections: usize,
}

/// An id that is held until this is dropped.
#[derive(Debug)]
pub(crate) struct Claim {
    claims: Claims,
    pub(crate) person: PersonId,
}

impl Claims {
    /// Claims an id of a dialect, unless it is in use at another address.
    pub(crate) fn claim(&self, dialect: DialectName, id: &str, address: IpAddr) -> Option<Claim> {
        let person = claimed(dialect, id);
        let mut holders = self.0.lock().expect("nobody panics while claiming");
        let holder = holders.entry(person).or_insert(Holder { address, connections: 0 });
        if holder.address != address {
            return None;
        }
        holder.connections += 1;
        Some(Claim { claims: self.clone(), person })
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let mut holders = self.claims.0.lock().expect("nobody panics while claiming");
        if let Some(holder) = holders.get_mut(&self.person) {
            holder.connections -= 1;
            if holder.connections == 0 {
                holders.remove(&self.person);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1));
    const THERE: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 2));

    #[test]
    fn an_id_in_use_is_free_at_its_own_address_alone() {
        let claims = Claims::default();
        let first = claims.claim(DialectName::Twalky, "ada", HERE).expect("nobody has it");
        let second = claims.claim(DialectName::Twalky, "ada", HERE).expect("it is the same place");
        assert_eq!(first.person, second.person);
        assert!(claims.claim(DialectName::Twalky, "ada", THERE).is_none());
        let other = claims.claim(DialectName::Animo, "ada", THERE).expect("another dialect's");
        assert_ne!(first.person, other.person);

        drop(first);
        assert!(claims.claim(DialectName::Twalky, "ada", THERE).is_none(), "one is left");
        drop(second);
        assert!(claims.claim(DialectName::Twalky, "ada", THERE).is_some());
    }
}

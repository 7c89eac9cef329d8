//! How often something may happen: token buckets.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Lets something happen `burst` times at once, and once every `interval` after.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Allowance {
    left: f64,
    burst: f64,
    interval: Duration,
    since: Instant,
}

impl Allowance {
    pub(crate) fn new(burst: u32, interval: Duration, now: Instant) -> Allowance {
        let burst = f64::from(burst);
        Allowance { left: burst, burst, interval, since: now }
    }

    /// Takes one, if there is one left.
    pub(crate) fn take(&mut self, now: Instant) -> bool {
        self.refill(now);
        let allowed = self.left >= 1.0;
        if allowed {
            self.left -= 1.0;
        }
        allowed
    }

    fn give_back(&mut self) {
        self.left = (self.left + 1.0).min(self.burst);
    }

    fn is_full(&mut self, now: Instant) -> bool {
        self.refill(now);
        self.left >= self.burst
    }

    fn refill(&mut self, now: Instant) {
        let passed = now.saturating_duration_since(self.since);
        self.left = (self.left + passed.div_duration_f64(self.interval)).min(self.burst);
        self.since = now;
    }
}

/// Where someone asks from: one computer has as many IPv6 addresses of its
/// network as it likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Origin(IpAddr);

impl From<IpAddr> for Origin {
    fn from(address: IpAddr) -> Origin {
        Origin(match address.to_canonical() {
            IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !0 << 64).into(),
            address => address,
        })
    }
}

/// An allowance for each of many, such as origins.
#[derive(Debug)]
pub(crate) struct Allowances<K> {
    each: Mutex<HashMap<K, Allowance>>,
    burst: u32,
    interval: Duration,
}

// Those whose allowance is full again are forgotten when so many are known. If
// all of them are still being counted, the newcomer is refused: then somebody
// is trying many keys.
const KNOWN: usize = 10_000;

impl<K: Hash + Eq> Allowances<K> {
    pub(crate) fn new(burst: u32, interval: Duration) -> Allowances<K> {
        Allowances { each: Mutex::default(), burst, interval }
    }

    /// Takes one of `key`'s, if there is one left.
    pub(crate) fn take(&self, key: impl Into<K>, now: Instant) -> bool {
        self.with(key.into(), now, |allowance| allowance.take(now))
    }

    /// Gives `key` one back that should not have been taken.
    pub(crate) fn give_back(&self, key: impl Into<K>, now: Instant) {
        self.with(key.into(), now, |allowance| {
            allowance.give_back();
            true
        });
    }

    fn with(&self, key: K, now: Instant, ask: impl FnOnce(&mut Allowance) -> bool) -> bool {
        let mut each = self.each.lock().expect("nobody panics while counting");
        if each.len() >= KNOWN && !each.contains_key(&key) {
            each.retain(|_, allowance| !allowance.is_full(now));
            if each.len() >= KNOWN {
                return false;
            }
        }
        let (burst, interval) = (self.burst, self.interval);
        ask(each.entry(key).or_insert_with(|| Allowance::new(burst, interval, now)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_burst_is_allowed_and_then_one_every_interval() {
        let start = crate::clock::instant();
        let mut allowance = Allowance::new(3, Duration::from_secs(2), start);
        assert_eq!([(); 4].map(|()| allowance.take(start)), [true, true, true, false]);
        assert!(!allowance.take(start + Duration::from_secs(1)), "not yet");
        assert!(allowance.take(start + Duration::from_secs(2)), "one has come back");
        assert!(!allowance.take(start + Duration::from_secs(2)), "only one");
    }

    #[test]
    fn a_network_of_ipv6_counts_as_one_address() {
        let origin = |text: &str| Origin::from(text.parse::<IpAddr>().expect("an address"));
        assert_eq!(origin("2001:db8:1:2:3:4:5:6"), origin("2001:db8:1:2::1"));
        assert_ne!(origin("2001:db8:1:2::1"), origin("2001:db8:1:3::1"));
        assert_eq!(origin("::ffff:192.0.2.1"), origin("192.0.2.1"));
    }

    #[tokio::test(start_paused = true)]
    async fn everyone_has_their_own_and_the_table_is_bounded() {
        let start = crate::clock::instant();
        let allowances: Allowances<usize> = Allowances::new(1, Duration::from_secs(10));
        assert!(allowances.take(0_usize, start));
        assert!(!allowances.take(0_usize, start), "spent");
        for key in 1..KNOWN {
            assert!(allowances.take(key, start), "another key has its own");
        }
        assert!(!allowances.take(KNOWN, start), "the table is full of counted keys");
        let later = start + Duration::from_secs(10);
        assert!(allowances.take(KNOWN, later), "those who recovered made room");
        assert!(allowances.take(0_usize, later));
        allowances.give_back(0_usize, later);
        assert!(allowances.take(0_usize, later), "what was given back can be taken");
        assert!(!allowances.take(0_usize, later), "once");
    }
}

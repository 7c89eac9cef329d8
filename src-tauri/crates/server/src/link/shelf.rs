//! Things that are kept for a while, and not too many of them.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

/// Keeps so many things, each for so long.
#[derive(Debug)]
pub(crate) struct Shelf<K, V> {
    kept: Mutex<HashMap<K, (V, Instant)>>,
    most: usize,
    life: Duration,
}

/// There is no room.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Full;

impl<K: Hash + Eq, V> Shelf<K, V> {
    pub(crate) fn new(most: usize, life: Duration) -> Shelf<K, V> {
        Shelf { kept: Mutex::default(), most, life }
    }

    /// Puts something there, in place of what was there before.
    pub(crate) fn put(&self, key: K, value: V, now: Instant) -> Result<(), Full> {
        let mut kept = self.kept();
        if kept.len() >= self.most && !kept.contains_key(&key) {
            kept.retain(|_, (_, until)| *until > now);
            if kept.len() >= self.most {
                return Err(Full);
            }
        }
        kept.insert(key, (value, now + self.life));
        Ok(())
    }

    /// Takes something away, if it is still there and to be had.
    pub(crate) fn take_if(&self, key: &K, now: Instant, may: impl FnOnce(&V) -> bool) -> Option<V> {
        let mut kept = self.kept();
        let (value, until) = kept.get(key)?;
        if *until <= now || !may(value) {
            return None;
        }
        kept.remove(key).map(|(value, _)| value)
    }

    /// A copy of what is there.
    pub(crate) fn see(&self, key: &K, now: Instant) -> Option<V>
    where
        V: Clone,
    {
        self.kept().get(key).filter(|(_, until)| *until > now).map(|(value, _)| value.clone())
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<K, (V, Instant)>> {
        self.kept.lock().expect("nobody panics while looking up")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock;

    #[test]
    fn a_thing_is_kept_for_a_while_and_taken_once() {
        let (shelf, now) = (Shelf::new(2, Duration::from_secs(10)), clock::instant());
        assert_eq!(shelf.put("a", 1, now), Ok(()));
        assert_eq!(shelf.see(&"a", now), Some(1));
        assert_eq!(shelf.take_if(&"a", now, |_| false), None, "it is another's");
        assert_eq!(shelf.take_if(&"a", now, |_| true), Some(1));
        assert_eq!(shelf.take_if(&"a", now, |_| true), None, "it is gone");

        assert_eq!((shelf.put("b", 2, now), shelf.put("c", 3, now)), (Ok(()), Ok(())));
        assert_eq!(shelf.put("d", 4, now), Err(Full));
        assert_eq!(shelf.put("c", 5, now), Ok(()), "what is there may be replaced");
        let later = now + Duration::from_secs(10);
        assert_eq!(shelf.see(&"b", later), None, "its time has passed");
        assert_eq!(shelf.put("d", 4, later), Ok(()), "and left room");
    }
}

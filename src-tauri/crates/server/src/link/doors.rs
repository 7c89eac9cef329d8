//! Ways into a meeting for visitors who have no code: each lets one of them in,
//! from one installation, for a while.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use hearth_core::{Code, PersonId};
use hearth_link::Fingerprint;

use crate::chance;

const OPEN: Duration = Duration::from_secs(10 * 60);
// Whoever is in gets back to their seat by it.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);
const MOST: usize = 1000;

/// Knows all doors. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Doors(Arc<Mutex<HashMap<Code, Door>>>);

#[derive(Debug)]
struct Door {
    meeting: Code,
    caller: Fingerprint,
    visitor: Option<PersonId>,
    made: Instant,
}

impl Doors {
    /// Makes a door to a meeting; `None` when there are too many.
    pub(crate) fn make(&self, meeting: Code, caller: Fingerprint, now: Instant) -> Option<Code> {
        let mut doors = self.0.lock().expect("nobody panics while looking up");
        if doors.len() >= MOST {
            doors.retain(|_, door| now < door.made + door.life());
            if doors.len() >= MOST {
                return None;
            }
        }
        let name = chance::door();
        doors.insert(name, Door { meeting, caller, visitor: None, made: now });
        Some(name)
    }

    /// The meeting behind a door, for the one visitor that it lets in.
    pub(crate) fn enter(
        &self,
        name: Code,
        caller: Fingerprint,
        visitor: PersonId,
        now: Instant,
    ) -> Option<Code> {
        let mut doors = self.0.lock().expect("nobody panics while looking up");
        let door = doors.get_mut(&name).filter(|door| door.caller == caller)?;
        if now >= door.made + OPEN || *door.visitor.get_or_insert(visitor) != visitor {
            return None;
        }
        Some(door.meeting)
    }

    /// The meeting behind a door, for whoever came through it or may.
    pub(crate) fn behind(&self, name: Code, caller: Fingerprint) -> Option<Code> {
        let doors = self.0.lock().expect("nobody panics while looking up");
        doors.get(&name).filter(|door| door.caller == caller).map(|door| door.meeting)
    }
}

impl Door {
    fn life(&self) -> Duration {
        if self.visitor.is_some() { KEPT } else { OPEN }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock;

    const ADA: Fingerprint = Fingerprint([1; 32]);
    const EVE: Fingerprint = Fingerprint([2; 32]);
    const PERSON: PersonId = PersonId([1; 16]);

    fn meeting() -> Code {
        "abc-def-ghj".parse().expect("a code")
    }

    #[test]
    fn a_door_lets_in_one_visitor_from_one_installation() {
        let (doors, now) = (Doors::default(), clock::instant());
        let door = doors.make(meeting(), ADA, now).expect("there is room");
        assert_eq!(doors.enter(door, EVE, PERSON, now), None, "it was made for another");
        assert_eq!(doors.enter(door, ADA, PERSON, now), Some(meeting()));
        assert_eq!(doors.enter(door, ADA, PERSON, now), Some(meeting()), "they may look again");
        assert_eq!(doors.enter(door, ADA, PersonId([2; 16]), now), None, "someone else may not");
        assert_eq!(doors.behind(door, ADA), Some(meeting()));
        assert_eq!(doors.behind(door, EVE), None);
    }

    #[test]
    fn a_door_closes_after_ten_minutes() {
        let (doors, now) = (Doors::default(), clock::instant());
        let door = doors.make(meeting(), ADA, now).expect("there is room");
        assert_eq!(doors.enter(door, ADA, PERSON, now + OPEN), None);
        for _ in 1..MOST {
            doors.make(meeting(), ADA, now).expect("there is room");
        }
        assert_eq!(doors.make(meeting(), ADA, now), None, "there are enough");
        doors.make(meeting(), ADA, now + OPEN).expect("closed ones made room");
    }
}

//! Proving to each other that both know a code, without saying it.
//!
//! ```text
//!   seeker                            keeper
//!     │ ── tag, element ───────────────► │
//!     │ ◄─────────────────────── element │
//!     │ ── confirmation ───────────────► │ checks it: a wrong one ends here
//!     │ ◄────────────────── confirmation │
//! ```
//!
//! SPAKE2 over the whole code. Who both are and the version of the protocol go
//! into the key, so whoever sits between two installations, and has a key of
//! their own for each, ends with two different keys and proves nothing. A side
//! that does not know the code learns whether one guess was right, and no more.

use hearth_core::Code;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use spake2::{Ed25519Group, Identity, Password, Spake2};

use crate::{Fingerprint, PROTOCOL};

/// Who proves and to whom, as each has shown itself in the handshake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parties {
    /// Who looks for a meeting and calls.
    pub seeker: Fingerprint,
    /// Who keeps the meeting and answers.
    pub keeper: Fingerprint,
}

/// What each says first.
pub type Element = Vec<u8>;

/// What each shows to have come to the same key.
pub type Confirmation = [u8; 32];

/// The other side does not know the code, or is not who it seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the code was not proved")]
pub struct NotProved;

/// Who looks for a meeting, before the keeper answered.
#[derive(Debug)]
pub struct Seeker {
    spake: Spake2<Ed25519Group>,
    element: Element,
}

/// Who looks for a meeting and has shown to know its code.
#[derive(Debug)]
pub struct Confirmed(Key);

/// Who keeps the meeting, before the seeker has shown anything.
#[derive(Debug)]
pub struct Keeper(Key);

impl Seeker {
    /// Begins, with what is to be said to the keeper.
    pub fn begin(code: &Code, parties: Parties) -> (Seeker, Element) {
        let (seeker, keeper) = parties.identities();
        let (spake, element) = Spake2::start_a(&password(code), &seeker, &keeper);
        (Seeker { spake, element: element.clone() }, element)
    }

    /// Takes the keeper's element, and shows to have come to the same key.
    pub fn confirm(self, theirs: &[u8]) -> Result<(Confirmed, Confirmation), NotProved> {
        let secret = self.spake.finish(theirs).map_err(|_| NotProved)?;
        let key = Key::new(&secret, &self.element, theirs);
        let confirmation = key.confirmation(SEEKER).finalize().into_bytes().into();
        Ok((Confirmed(key), confirmation))
    }
}

impl Confirmed {
    /// Whether the keeper came to the same key too.
    pub fn check(self, confirmation: &[u8]) -> Result<(), NotProved> {
        self.0.check(KEEPER, confirmation)
    }
}

impl Keeper {
    /// Answers a seeker's element.
    pub fn answer(
        code: &Code,
        parties: Parties,
        theirs: &[u8],
    ) -> Result<(Keeper, Element), NotProved> {
        let (seeker, keeper) = parties.identities();
        let (spake, element) = Spake2::<Ed25519Group>::start_b(&password(code), &seeker, &keeper);
        let secret = spake.finish(theirs).map_err(|_| NotProved)?;
        Ok((Keeper(Key::new(&secret, theirs, &element)), element))
    }

    /// Whether the seeker came to the same key; only then the keeper shows that
    /// it did.
    pub fn check(self, confirmation: &[u8]) -> Result<Confirmation, NotProved> {
        self.0.check(SEEKER, confirmation)?;
        Ok(self.0.confirmation(KEEPER).finalize().into_bytes().into())
    }
}

const SEEKER: &[u8] = b"hearth seeker";
const KEEPER: &[u8] = b"hearth keeper";

impl Parties {
    fn identities(&self) -> (Identity, Identity) {
        let identity = |role: &[u8], fingerprint: Fingerprint| {
            Identity::new(&[role, &[PROTOCOL], &fingerprint.0].concat())
        };
        (identity(SEEKER, self.seeker), identity(KEEPER, self.keeper))
    }
}

fn password(code: &Code) -> Password {
    Password::new(code.compact())
}

/// The key that both come to, with what was said on the way.
struct Key {
    mac: Hmac<Sha256>,
    said: Vec<u8>,
}

impl Key {
    fn new(secret: &[u8], seekers: &[u8], keepers: &[u8]) -> Key {
        let mac = Hmac::new_from_slice(secret).expect("a key of any length will do");
        Key { mac, said: [seekers, keepers].concat() }
    }

    fn confirmation(&self, role: &[u8]) -> Hmac<Sha256> {
        self.mac.clone().chain_update(role).chain_update([PROTOCOL]).chain_update(&self.said)
    }

    fn check(&self, role: &[u8], confirmation: &[u8]) -> Result<(), NotProved> {
        // Takes as long for one wrong confirmation as for any other.
        self.confirmation(role).verify_slice(confirmation).map_err(|_| NotProved)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(..)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ADA: Fingerprint = Fingerprint([1; 32]);
    const BEN: Fingerprint = Fingerprint([2; 32]);
    const EVE: Fingerprint = Fingerprint([3; 32]);
    const PARTIES: Parties = Parties { seeker: ADA, keeper: BEN };

    /// Whether the seeker and the keeper came to trust each other.
    fn run(seekers: (&Code, Parties), keepers: (&Code, Parties)) -> (bool, bool) {
        let (seeker, element) = Seeker::begin(seekers.0, seekers.1);
        let (keeper, answer) = Keeper::answer(keepers.0, keepers.1, &element).expect("an element");
        let (seeker, confirmation) = seeker.confirm(&answer).expect("an element");
        match keeper.check(&confirmation) {
            Ok(confirmation) => (seeker.check(&confirmation).is_ok(), true),
            // Then the keeper says nothing, and nothing the seeker could hear will do.
            Err(NotProved) => (seeker.check(&confirmation).is_ok(), false),
        }
    }

    fn code(text: &str) -> Code {
        text.parse().expect("a code")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn whoever_knows_the_code_proves_it(text in "[a-hj-km-np-z2-9]{9}") {
            prop_assert_eq!(run((&code(&text), PARTIES), (&code(&text), PARTIES)), (true, true));
        }

        #[test]
        fn a_wrong_code_fails_on_both_sides(
            right in "[a-hj-km-np-z2-9]{9}", wrong in "[a-hj-km-np-z2-9]{9}"
        ) {
            prop_assume!(right != wrong);
            prop_assert_eq!(run((&code(&wrong), PARTIES), (&code(&right), PARTIES)), (false, false));
        }

        #[test]
        fn garbage_proves_nothing(garbage in prop::collection::vec(any::<u8>(), 0..70)) {
            let right = code("abc-def-ghj");
            let (seeker, element) = Seeker::begin(&right, PARTIES);
            if let Ok((keeper, _)) = Keeper::answer(&right, PARTIES, &garbage) {
                prop_assert_eq!(keeper.check(&garbage), Err(NotProved));
            }
            let (keeper, _) = Keeper::answer(&right, PARTIES, &element).expect("an element");
            prop_assert_eq!(keeper.check(&garbage), Err(NotProved));
            if let Ok((confirmed, _)) = seeker.confirm(&garbage) {
                prop_assert_eq!(confirmed.check(&garbage), Err(NotProved));
            }
        }
    }

    #[test]
    fn one_character_makes_it_wrong_wherever_it_stands() {
        let right = code("abc-def-ghj");
        for wrong in ["bbc-def-ghj", "abc-dek-ghj", "abc-def-ghk"] {
            assert_eq!(run((&code(wrong), PARTIES), (&right, PARTIES)), (false, false), "{wrong}");
        }
    }

    #[test]
    fn whoever_sits_between_proves_nothing_though_both_know_the_code() {
        let right = code("abc-def-ghj");
        let towards_eve = Parties { seeker: ADA, keeper: EVE };
        let from_eve = Parties { seeker: EVE, keeper: BEN };
        assert_eq!(run((&right, towards_eve), (&right, from_eve)), (false, false));
    }

    #[test]
    fn replaying_a_recorded_exchange_proves_nothing() {
        let right = code("abc-def-ghj");
        let (seeker, element) = Seeker::begin(&right, PARTIES);
        let (keeper, answer) = Keeper::answer(&right, PARTIES, &element).expect("an element");
        let (seeker, recorded) = seeker.confirm(&answer).expect("an element");
        let confirmed = keeper.check(&recorded).expect("they know the code");
        seeker.check(&confirmed).expect("and so does the keeper");

        let (keeper, _) = Keeper::answer(&right, PARTIES, &element).expect("an element");
        assert_eq!(keeper.check(&recorded), Err(NotProved), "to the keeper");
        let (seeker, _) = Seeker::begin(&right, PARTIES);
        let (seeker, _) = seeker.confirm(&answer).expect("an element");
        assert_eq!(seeker.check(&confirmed), Err(NotProved), "to a seeker");
    }

    #[test]
    fn what_a_side_says_itself_cannot_be_turned_against_it() {
        let right = code("abc-def-ghj");
        let (seeker, element) = Seeker::begin(&right, PARTIES);
        seeker.confirm(&element).expect_err("its own element is not a keeper's");
        let (seeker, element) = Seeker::begin(&right, PARTIES);
        let (_, answer) = Keeper::answer(&right, PARTIES, &element).expect("an element");
        let (seeker, confirmation) = seeker.confirm(&answer).expect("an element");
        assert_eq!(seeker.check(&confirmation), Err(NotProved), "nor its own confirmation");
    }
}

//! Four symbols that two people compare, to know that nobody sits between their
//! computers.
//!
//! ```text
//!   caller                              answerer
//!     │ ── commitment to its nonce ──────► │
//!     │ ◄───────────────────────── a nonce │
//!     │ ── the nonce committed to ───────► │ checks the commitment
//! ```
//!
//! The symbols are 24 bits of a hash of both keys and both nonces. Were they made
//! of the keys alone, someone in between could try keys until the symbols on both
//! sides are the same: 24 bits take seconds. As it is, each nonce is chosen before
//! the other is known, so they have one chance in 16 million, and not again
//! without being seen.

use sha2::{Digest, Sha256};

use crate::{Fingerprint, PROTOCOL};

/// Who compares, as each has shown itself in the handshake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Who called.
    pub caller: Fingerprint,
    /// Who answered.
    pub answerer: Fingerprint,
}

/// What each adds by chance.
pub type Nonce = [u8; 32];

/// What the caller binds itself to.
pub type Commitment = [u8; 32];

/// The nonce is not the one that was committed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the commitment was broken")]
pub struct CommitmentBroken;

/// The caller, before the answerer's nonce is known.
#[derive(Debug)]
pub struct Caller {
    pair: Pair,
    nonce: Nonce,
}

/// The answerer, before the caller's nonce is known.
#[derive(Debug)]
pub struct Answerer {
    pair: Pair,
    commitment: Commitment,
    nonce: Nonce,
}

/// Four symbols: six bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Symbols(pub [u8; 3]);

/// A picture, and what to call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Symbol {
    /// An emoji.
    pub picture: &'static str,
    /// What it shows.
    pub name: &'static str,
}

impl Caller {
    /// Begins with a nonce that nobody can guess.
    pub fn begin(pair: Pair, nonce: Nonce) -> (Caller, Commitment) {
        (Caller { pair, nonce }, commitment(pair, nonce))
    }

    /// Takes the answerer's nonce, and gives away its own.
    pub fn reveal(self, answerers: Nonce) -> (Symbols, Nonce) {
        (Symbols::of(self.pair, self.nonce, answerers), self.nonce)
    }
}

impl Answerer {
    /// Takes a commitment, and gives away a nonce that nobody can guess.
    pub fn begin(pair: Pair, commitment: Commitment, nonce: Nonce) -> (Answerer, Nonce) {
        (Answerer { pair, commitment, nonce }, nonce)
    }

    /// Takes the caller's nonce, if it is the one committed to.
    pub fn check(self, callers: Nonce) -> Result<Symbols, CommitmentBroken> {
        if commitment(self.pair, callers) != self.commitment {
            return Err(CommitmentBroken);
        }
        Ok(Symbols::of(self.pair, callers, self.nonce))
    }
}

impl Symbols {
    /// What people see.
    pub fn pictures(&self) -> [Symbol; 4] {
        let [first, second, third] = self.0.map(usize::from);
        [first >> 2, first << 4 | second >> 4, second << 2 | third >> 6, third]
            .map(|place| TABLE[place % TABLE.len()])
    }

    fn of(pair: Pair, callers: Nonce, answerers: Nonce) -> Symbols {
        let hash = pair.hash(b"hearth symbols").chain_update(callers).chain_update(answerers);
        let [first, second, third, ..] = <[u8; 32]>::from(hash.finalize());
        Symbols([first, second, third])
    }
}

impl Pair {
    fn hash(&self, label: &[u8]) -> Sha256 {
        Sha256::new_with_prefix(label)
            .chain_update([PROTOCOL])
            .chain_update(self.caller.0)
            .chain_update(self.answerer.0)
    }
}

fn commitment(pair: Pair, nonce: Nonce) -> Commitment {
    pair.hash(b"hearth commitment").chain_update(nonce).finalize().into()
}

const fn symbol(picture: &'static str, name: &'static str) -> Symbol {
    Symbol { picture, name }
}

// Things that look unlike each other and have a short name. The order is part of
// the protocol.
const TABLE: [Symbol; 64] = [
    symbol("🍎", "apple"),
    symbol("🍌", "banana"),
    symbol("🍒", "cherries"),
    symbol("🍇", "grapes"),
    symbol("🍋", "lemon"),
    symbol("🥕", "carrot"),
    symbol("🌽", "corn"),
    symbol("🍄", "mushroom"),
    symbol("🧀", "cheese"),
    symbol("🍞", "bread"),
    symbol("🎂", "cake"),
    symbol("🍦", "ice cream"),
    symbol("🐶", "dog"),
    symbol("🐱", "cat"),
    symbol("🐴", "horse"),
    symbol("🐮", "cow"),
    symbol("🐷", "pig"),
    symbol("🐘", "elephant"),
    symbol("🐪", "camel"),
    symbol("🐰", "rabbit"),
    symbol("🐼", "panda"),
    symbol("🦁", "lion"),
    symbol("🐸", "frog"),
    symbol("🐢", "turtle"),
    symbol("🐍", "snake"),
    symbol("🐟", "fish"),
    symbol("🐙", "octopus"),
    symbol("🐝", "bee"),
    symbol("🦋", "butterfly"),
    symbol("🐌", "snail"),
    symbol("🦉", "owl"),
    symbol("🐧", "penguin"),
    symbol("🌵", "cactus"),
    symbol("🌲", "tree"),
    symbol("🌻", "sunflower"),
    symbol("🍀", "clover"),
    symbol("🌙", "moon"),
    symbol("⭐", "star"),
    symbol("🌈", "rainbow"),
    symbol("🔥", "fire"),
    symbol("⛄", "snowman"),
    symbol("🌂", "umbrella"),
    symbol("🏠", "house"),
    symbol("⛵", "sailboat"),
    symbol("🚗", "car"),
    symbol("🚲", "bicycle"),
    symbol("🚂", "train"),
    symbol("🚀", "rocket"),
    symbol("🎈", "balloon"),
    symbol("🎁", "present"),
    symbol("🔑", "key"),
    symbol("🔔", "bell"),
    symbol("🔨", "hammer"),
    symbol("📖", "book"),
    symbol("⚓", "anchor"),
    symbol("👑", "crown"),
    symbol("👓", "glasses"),
    symbol("🎸", "guitar"),
    symbol("🎺", "trumpet"),
    symbol("🥁", "drum"),
    symbol("⚽", "ball"),
    symbol("🎩", "hat"),
    symbol("💡", "light bulb"),
    symbol("🧦", "socks"),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    const ADA: Fingerprint = Fingerprint([1; 32]);
    const BEN: Fingerprint = Fingerprint([2; 32]);
    const EVE: Fingerprint = Fingerprint([3; 32]);
    const PAIR: Pair = Pair { caller: ADA, answerer: BEN };

    proptest! {
        #[test]
        fn both_sides_show_the_same(callers: Nonce, answerers: Nonce) {
            let (caller, commitment) = Caller::begin(PAIR, callers);
            let (answerer, nonce) = Answerer::begin(PAIR, commitment, answerers);
            let (symbols, revealed) = caller.reveal(nonce);
            prop_assert_eq!(answerer.check(revealed), Ok(symbols));
        }

        #[test]
        fn with_someone_in_between_they_differ(nonces: [Nonce; 4]) {
            let [adas, eves, hers, bens] = nonces;
            let towards_eve = Pair { caller: ADA, answerer: EVE };
            let from_eve = Pair { caller: EVE, answerer: BEN };
            let (ada, _) = Caller::begin(towards_eve, adas);
            let (_, commitment) = Caller::begin(from_eve, hers);
            let (ben, _) = Answerer::begin(from_eve, commitment, bens);
            let (on_adas_screen, _) = ada.reveal(eves);
            let on_bens_screen = ben.check(hers).expect("she kept to her commitment");
            prop_assert_ne!(on_adas_screen, on_bens_screen, "one chance in 16 million");
        }

        #[test]
        fn a_broken_commitment_is_refused(nonces: [Nonce; 3]) {
            let [promised, other, bens] = nonces;
            prop_assume!(promised != other);
            let (_, commitment) = Caller::begin(PAIR, promised);
            let (ben, _) = Answerer::begin(PAIR, commitment, bens);
            prop_assert_eq!(ben.check(other), Err(CommitmentBroken));
        }

        #[test]
        fn every_bit_is_shown(bits: [u8; 3], bit in 0..24_usize) {
            let mut other = bits;
            other[bit / 8] ^= 1 << (bit % 8);
            prop_assert_ne!(Symbols(bits).pictures(), Symbols(other).pictures());
        }
    }

    #[test]
    fn a_commitment_made_to_one_is_none_to_another() {
        let elsewhere = Pair { caller: ADA, answerer: EVE };
        let (_, commitment) = Caller::begin(elsewhere, [7; 32]);
        let (ben, _) = Answerer::begin(PAIR, commitment, [8; 32]);
        assert_eq!(ben.check([7; 32]), Err(CommitmentBroken));
    }

    #[test]
    fn no_two_symbols_are_alike() {
        let pictures: HashSet<_> = TABLE.iter().map(|it| it.picture).collect();
        let names: HashSet<_> = TABLE.iter().map(|it| it.name).collect();
        assert_eq!((pictures.len(), names.len()), (TABLE.len(), TABLE.len()));
        let shown = Symbols([0, 0, 1]).pictures().map(|it| it.name);
        assert_eq!(shown, ["apple", "apple", "apple", "banana"]);
    }
}

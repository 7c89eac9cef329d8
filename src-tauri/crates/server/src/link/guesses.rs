//! How often codes were guessed at. A guess counts when it begins, since many may
//! begin at once, and not any more when it was right.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use hearth_core::Code;

use crate::allowance::Allowances;

const PER_ADDRESS: u32 = 5;
const INTERVAL: Duration = Duration::from_secs(12);
const PER_MEETING: usize = 20;
const MEETINGS: usize = 10_000;

/// Counts the guesses at the codes of this installation's meetings.
#[derive(Debug)]
pub(crate) struct Guesses {
    addresses: Allowances<IpAddr>,
    meetings: Mutex<HashMap<Code, usize>>,
}

/// Why nobody may guess now.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TooMany {
    /// One address guesses too fast.
    FromAddress,
    /// A meeting was guessed at so often that it should have another code.
    AtMeeting,
}

impl Guesses {
    pub(crate) fn new() -> Guesses {
        let addresses = Allowances::new(PER_ADDRESS, INTERVAL);
        Guesses { addresses, meetings: Mutex::default() }
    }

    /// Counts a guess that begins, at a meeting if there is one.
    pub(crate) fn begin(
        &self,
        code: Option<Code>,
        from: IpAddr,
        now: Instant,
    ) -> Result<(), TooMany> {
        if !self.addresses.take(network_of(from), now) {
            return Err(TooMany::FromAddress);
        }
        let Some(code) = code else { return Ok(()) };
        let mut meetings = self.meetings.lock().expect("nobody panics while counting");
        if meetings.len() >= MEETINGS && !meetings.contains_key(&code) {
            return Err(TooMany::FromAddress);
        }
        let begun = meetings.entry(code).or_default();
        if *begun >= PER_MEETING {
            return Err(TooMany::AtMeeting);
        }
        *begun += 1;
        Ok(())
    }

    /// Whoever knew the code was not guessing.
    pub(crate) fn right(&self, code: Code, from: IpAddr, now: Instant) {
        self.addresses.give_back(network_of(from), now);
        let mut meetings = self.meetings.lock().expect("nobody panics while counting");
        if let Some(begun) = meetings.get_mut(&code) {
            *begun -= 1;
            if *begun == 0 {
                meetings.remove(&code);
            }
        }
    }

    /// Whether a meeting was guessed at so often that it should have another code.
    pub(crate) fn is_spent(&self, code: Code) -> bool {
        let meetings = self.meetings.lock().expect("nobody panics while counting");
        meetings.get(&code).is_some_and(|begun| *begun >= PER_MEETING)
    }

    /// Forgets a code that is no more.
    pub(crate) fn forget(&self, code: Code) {
        self.meetings.lock().expect("nobody panics while counting").remove(&code);
    }
}

/// One computer has as many IPv6 addresses of its network as it likes.
fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !0 << 64).into(),
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock;

    fn code() -> Code {
        "abc-def-ghj".parse().expect("a code")
    }

    fn address(number: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, number])
    }

    #[test]
    fn one_address_guesses_five_times_a_minute() {
        let (guesses, now) = (Guesses::new(), clock::now().instant);
        let guess = |code, now| guesses.begin(code, address(1), now);
        for _ in 0..5 {
            assert_eq!(guess(None, now), Ok(()), "though there is no such meeting");
        }
        assert_eq!(guess(Some(code()), now), Err(TooMany::FromAddress));
        guesses.right(code(), address(1), now);
        assert_eq!(guess(Some(code()), now), Ok(()), "who was right was not guessing");
        assert_eq!(guess(Some(code()), now + INTERVAL), Ok(()), "and time heals");
        assert_eq!(guesses.begin(None, address(2), now), Ok(()), "others have their own");
    }

    #[test]
    fn twenty_guesses_from_anywhere_are_the_end_of_a_code() {
        let (guesses, now) = (Guesses::new(), clock::now().instant);
        for number in 0..20 {
            assert!(!guesses.is_spent(code()));
            assert_eq!(guesses.begin(Some(code()), address(number), now), Ok(()));
        }
        assert!(guesses.is_spent(code()));
        assert_eq!(guesses.begin(Some(code()), address(99), now), Err(TooMany::AtMeeting));
        guesses.forget(code());
        assert_eq!(guesses.begin(Some(code()), address(98), now), Ok(()), "it has another");
    }

    #[test]
    fn a_network_of_ipv6_counts_as_one_address() {
        let network = |text: &str| network_of(text.parse().expect("an address"));
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), network("2001:db8:1:2::1"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), address(1));
    }
}

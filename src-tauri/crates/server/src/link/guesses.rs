//! How often codes were guessed at. A guess counts when it begins, since many may
//! begin at once, and not any more when it was right.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use hearth_core::{Code, Tag};
use hearth_wire::Rejection;
use tracing::{info, warn};

use crate::allowance::{Allowances, Origin};
use crate::clock;

use super::Link;

const PER_ADDRESS: u32 = 5;
const INTERVAL: Duration = Duration::from_secs(12);
const PER_MEETING: usize = 20;
const MEETINGS: usize = 10_000;

/// Counts the guesses at the codes of this installation's meetings.
#[derive(Debug)]
pub(crate) struct Guesses {
    addresses: Allowances<Origin>,
    meetings: Mutex<HashMap<Code, usize>>,
}

/// A guess, until it is known whether it was right.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Guess {
    /// The meeting that it is at, if there is one with the tag.
    pub(crate) meeting: Option<Code>,
    from: IpAddr,
}

/// Why nobody may guess now.
#[derive(Debug, PartialEq, Eq)]
enum TooMany {
    /// One address guesses too fast.
    FromAddress,
    /// A meeting was guessed at so often that it should have another code.
    AtMeeting,
}

impl Link {
    /// Looks for a meeting by its code, for whoever is not at this machine: one
    /// that is not there counts as a guess at the one with the same tag.
    pub(crate) async fn look<T>(
        &self,
        code: Code,
        from: Option<IpAddr>,
        looking: impl Future<Output = Result<T, Rejection>>,
    ) -> Result<T, Rejection> {
        let Some((tag, from)) = code.tag().zip(from) else { return looking.await };
        let guess = self.begin_guess(tag, from).await?;
        let found = looking.await;
        match found {
            Err(Rejection::NoSuchMeeting) => self.was_wrong(guess).await,
            _ => self.was_right(guess),
        }
        found
    }

    /// Whether this code lets people into a meeting.
    pub(crate) async fn is_there(
        &self,
        code: Code,
        from: Option<IpAddr>,
    ) -> Result<bool, Rejection> {
        let looking = async {
            // One that is over was not guessed.
            self.meetings.stored(code).await?.ok_or(Rejection::NoSuchMeeting)?;
            self.meetings.is_there(code).await
        };
        match self.look(code, from, looking).await {
            Err(Rejection::NoSuchMeeting) => Ok(false),
            found => found,
        }
    }

    /// Counts a guess that begins.
    pub(crate) async fn begin_guess(&self, tag: Tag, from: IpAddr) -> Result<Guess, Rejection> {
        let meeting = self.meetings.with_tag(tag).await?;
        let begun = self.guesses.begin(meeting, from, clock::instant());
        if let (Err(TooMany::AtMeeting), Some(code)) = (&begun, meeting) {
            self.change_code(code).await;
        }
        begun.map_err(|_| Rejection::TooManyRequests)?;
        Ok(Guess { meeting, from })
    }

    /// Whoever knew the code was not guessing.
    pub(crate) fn was_right(&self, guess: Guess) {
        self.guesses.forgive(guess.meeting, guess.from, clock::instant());
    }

    /// It stays counted; and if there were too many, the code is changed.
    pub(crate) async fn was_wrong(&self, guess: Guess) {
        if let Some(code) = guess.meeting
            && self.guesses.is_spent(code)
        {
            self.change_code(code).await;
        }
    }

    /// Someone tries to find out a code: it is worth nothing from now on.
    async fn change_code(&self, code: Code) {
        match self.meetings.change_code(code).await {
            Ok(()) => info!("A meeting was guessed at too often, and has another code"),
            // Somebody else's guess has done it, or the meeting is over.
            Err(Rejection::NoSuchMeeting | Rejection::ByMeeting(_)) => {}
            // Then nobody may guess at it, not even right.
            Err(why) => return warn!("A code that was guessed at was not changed: {why}"),
        }
        self.guesses.forget(code);
    }
}

impl Guesses {
    pub(crate) fn new() -> Guesses {
        let addresses = Allowances::new(PER_ADDRESS, INTERVAL);
        Guesses { addresses, meetings: Mutex::default() }
    }

    fn begin(&self, code: Option<Code>, from: IpAddr, now: Instant) -> Result<(), TooMany> {
        if !self.addresses.take(from, now) {
            return Err(TooMany::FromAddress);
        }
        let Some(code) = code else { return Ok(()) };
        let mut meetings = self.meetings.lock().expect("nobody panics while counting");
        if meetings.len() >= MEETINGS && !meetings.contains_key(&code) {
            meetings.retain(|_, begun| *begun > PER_MEETING / 2);
            if meetings.len() >= MEETINGS {
                return Err(TooMany::FromAddress);
            }
        }
        let begun = meetings.entry(code).or_default();
        if *begun >= PER_MEETING {
            return Err(TooMany::AtMeeting);
        }
        *begun += 1;
        Ok(())
    }

    fn forgive(&self, code: Option<Code>, from: IpAddr, now: Instant) {
        self.addresses.give_back(from, now);
        let Some(code) = code else { return };
        let mut meetings = self.meetings.lock().expect("nobody panics while counting");
        if let Some(begun) = meetings.get_mut(&code) {
            *begun -= 1;
            if *begun == 0 {
                meetings.remove(&code);
            }
        }
    }

    fn is_spent(&self, code: Code) -> bool {
        let meetings = self.meetings.lock().expect("nobody panics while counting");
        meetings.get(&code).is_some_and(|begun| *begun >= PER_MEETING)
    }

    fn forget(&self, code: Code) {
        self.meetings.lock().expect("nobody panics while counting").remove(&code);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> Code {
        "abc-def-ghj".parse().expect("a code")
    }

    fn address(number: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, number])
    }

    #[test]
    fn one_address_guesses_five_times_a_minute() {
        let (guesses, now) = (Guesses::new(), clock::instant());
        let guess = |code, now| guesses.begin(code, address(1), now);
        for _ in 0..5 {
            assert_eq!(guess(None, now), Ok(()), "though there is no such meeting");
        }
        assert_eq!(guess(Some(code()), now), Err(TooMany::FromAddress));
        guesses.forgive(Some(code()), address(1), now);
        assert_eq!(guess(Some(code()), now), Ok(()), "who was right was not guessing");
        assert_eq!(guess(Some(code()), now + INTERVAL), Ok(()), "and time heals");
        assert_eq!(guesses.begin(None, address(2), now), Ok(()), "others have their own");
    }

    #[test]
    fn twenty_guesses_from_anywhere_are_the_end_of_a_code() {
        let (guesses, now) = (Guesses::new(), clock::instant());
        for number in 0..20 {
            assert!(!guesses.is_spent(code()));
            assert_eq!(guesses.begin(Some(code()), address(number), now), Ok(()));
        }
        assert!(guesses.is_spent(code()));
        assert_eq!(guesses.begin(Some(code()), address(99), now), Err(TooMany::AtMeeting));
        guesses.forget(code());
        assert_eq!(guesses.begin(Some(code()), address(98), now), Ok(()), "it has another");
    }
}

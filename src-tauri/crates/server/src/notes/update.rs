//! Reading a change of the notes as it is on the wire, byte by byte.
//!
//! ```text
//!   change  = 0 or 1 (writers) [writer] deleted
//!   writer  = pieces  client  clock  {piece}
//!   piece   = info  [origin: client clock]  [right origin: client clock]
//!             [1 "notes"]  (text: length and UTF-8 | deleted: length)
//!   deleted = clients {client  ranges {clock length}}
//! ```
//!
//! That is version 1 of the update format of Yjs, and all of it that a client
//! needs who writes text; every number is a varint of seven bits to the byte. A
//! change may only mention what is there already, so that nothing has to be kept
//! back until the rest comes.

use std::borrow::Cow;

use yrs::StateVector;
use yrs::block::ClientID;

use super::TEXT;

const HAS_ORIGIN: u8 = 0x80;
const HAS_RIGHT_ORIGIN: u8 = 0x40;
const DELETED: u8 = 1;
const STRING: u8 = 4;
const IN_ROOT: u64 = 1;

// The library counts in 32 bits with a sign, and adds.
const LAST_CLOCK: u64 = 1 << 30;

/// What there is to know of a change before it is made.
pub(super) struct News<'a> {
    /// What of it is news.
    pub(super) update: Cow<'a, [u8]>,
    /// Into how many pieces what is written falls.
    pub(super) pieces: u64,
}

/// A change that is being read.
pub(super) struct Reading<'a> {
    rest: &'a [u8],
    known: &'a StateVector,
    /// Who writes, and how far they are.
    writer: Option<(u64, u64)>,
}

impl<'a> Reading<'a> {
    /// What of a change is news to who knows this much; nothing if the change
    /// cannot be read, or does not follow what is known.
    pub(super) fn of(update: &'a [u8], known: &'a StateVector) -> Option<News<'a>> {
        let mut reading = Reading { rest: update, known, writer: None };
        let (pieces, is_known) = match reading.number()? {
            0 => (0, false),
            1 => reading.pieces()?,
            // Whoever forwards what others wrote tells nobody anything new.
            _ => return None,
        };
        let deleted = reading.rest;
        reading.deletions()?;
        if !reading.rest.is_empty() {
            return None;
        }
        if is_known {
            // Sent again by who did not hear the answer.
            return Some(News { update: Cow::Owned([&[0], deleted].concat()), pieces: 0 });
        }
        Some(News { update: Cow::Borrowed(update), pieces })
    }

    /// Into how many pieces the notes fall that are in this state.
    pub(super) fn count(state: &'a [u8]) -> Option<u64> {
        let known = StateVector::default();
        let mut reading = Reading { rest: state, known: &known, writer: None };
        let mut all = 0;
        for _ in 0..reading.number()? {
            let pieces = reading.number()?;
            let (_, _) = (reading.client()?, reading.number()?);
            for _ in 0..pieces {
                reading.piece(|_, _| true)?;
            }
            all += pieces;
        }
        Some(all)
    }

    /// Reads what is written: how many pieces, and whether all of them are known.
    fn pieces(&mut self) -> Option<(u64, bool)> {
        let count = self.number()?;
        let writer = self.client()?;
        let first = self.number()?;
        let known = clock_of(self.known, None, writer);
        let mut clock = first;
        for _ in 0..count {
            let (known, so_far) = (self.known, Some((writer, clock)));
            clock += self.piece(|client, clock| clock < clock_of(known, so_far, client))?;
            if clock > LAST_CLOCK {
                return None;
            }
        }
        self.writer = Some((writer, clock.max(known)));
        let is_known = clock <= known;
        (count > 0 && (is_known || first == known)).then_some((count, is_known))
    }

    /// Reads a piece beside others that may be mentioned, and how long it is.
    fn piece(&mut self, may_be_mentioned: impl Fn(u64, u64) -> bool) -> Option<u64> {
        let info = self.byte()?;
        let origins = info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN);
        for _ in 0..origins.count_ones() {
            let (client, clock) = (self.client()?, self.number()?);
            if !may_be_mentioned(client, clock) {
                return None;
            }
        }
        if origins == 0 && (self.number()? != IN_ROOT || self.string()? != TEXT) {
            return None;
        }
        let length = match info ^ origins {
            DELETED => self.number()?,
            STRING => u64::try_from(self.string()?.encode_utf16().count()).ok()?,
            _ => return None,
        };
        (length > 0).then_some(length)
    }

    fn deletions(&mut self) -> Option<()> {
        for _ in 0..self.number()? {
            let client = self.client()?;
            let end = clock_of(self.known, self.writer, client);
            let mut after = 0;
            for _ in 0..self.number()? {
                let (clock, length) = (self.number()?, self.number()?);
                if clock < after || length == 0 || clock + length > end {
                    return None;
                }
                after = clock + length;
            }
        }
        Some(())
    }

    fn client(&mut self) -> Option<u64> {
        self.number()
    }

    fn string(&mut self) -> Option<&'a str> {
        let length = usize::try_from(self.number()?).ok()?;
        let (string, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        std::str::from_utf8(string).ok()
    }

    /// No number in a change has more than 32 bits.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return u32::try_from(number).ok().map(u64::from);
            }
        }
        None
    }

    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }
}

/// How much of what a client wrote may be mentioned.
fn clock_of(known: &StateVector, writer: Option<(u64, u64)>, client: u64) -> u64 {
    match writer {
        Some((writer, clock)) if writer == client => clock,
        _ => known.get(&ClientID::new(client)).into(),
    }
}

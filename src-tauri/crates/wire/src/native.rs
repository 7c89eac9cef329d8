//! Hearth's own dialect, spoken by its UI.
//!
//! The client emits `request` with one object whose `type` says what it asks,
//! and is answered by the acknowledgement. The server emits `event` with a
//! sequence number and one object whose `type` says what happened.
//! `docs/protocol.md` is the whole of it.

mod calls;
mod event;
mod files;
mod log;
mod notes;
pub(crate) mod parts;
mod reply;
mod request;
mod ring;

use std::borrow::Cow;
use std::path::Path;

use hearth_core::{Code, Event, LineEvent, PersonId, Seating};
use ts_rs::TS;

use crate::object::json;
use crate::{Answer, DecodeError, Dialect, Manner, Notice, Packet, Reply, Request, rest};
use event::NativeEvent;
use reply::NativeReply;
use request::NativeRequest;

pub use calls::{CallCard, CallNotice, CallRequest, CallState, Deed};
pub use parts::{Device, Media};
pub use ring::{Caller, Errand, Neighbour, RingEnd, neighbour_person};

pub(crate) struct Native {
    me: PersonId,
    /// The ring that this window answered last.
    answered: Option<Code>,
}

impl Native {
    pub(crate) fn new(me: PersonId) -> Native {
        Native { me, answered: None }
    }

    /// Whether another window of the same person has answered a ring.
    fn is_elsewhere(&self, call: Code, by: PersonId) -> bool {
        by == self.me && self.answered != Some(call)
    }
}

impl Dialect for Native {
    fn manner(&self) -> Manner {
        Manner { seating: Seating::Kept, may_wait: true, several: false }
    }

    fn decode(&mut self, packet: Packet) -> Result<Vec<Request>, DecodeError> {
        if packet.name != "request" {
            return Err(packet.unknown());
        }
        let request = request::read(packet.argument(0)).map_err(|source| packet.bad(source))?;
        if let NativeRequest::AnswerRing { call, .. } = request {
            self.answered = Some(call);
        }
        Ok(request.into())
    }

    fn answer(&mut self, answer: &Answer) -> Reply {
        Reply { acknowledgement: Some(json(&NativeReply::from(answer))), packets: Vec::new() }
    }

    fn encode(&mut self, _code: Code, sequence: u64, event: &Event) -> Vec<Packet> {
        vec![packet(sequence, &NativeEvent::told_to(self.me, event))]
    }

    fn encode_line(&mut self, event: &LineEvent) -> Vec<Packet> {
        let event = match event {
            LineEvent::Ringing { call, card, note, .. } => NativeEvent::ringing(*call, card, note),
            LineEvent::RingStarted { call, .. } => {
                Some(NativeEvent::RingStarted { call: call.to_string() })
            }
            LineEvent::Accepted { call, by } if self.is_elsewhere(*call, *by) => {
                Some(NativeEvent::ring_ended(*call, RingEnd::Elsewhere))
            }
            LineEvent::Accepted { call, .. } => {
                Some(NativeEvent::RingAccepted { call: call.to_string() })
            }
            LineEvent::Rejected { call, by } if self.is_elsewhere(*call, *by) => {
                Some(NativeEvent::ring_ended(*call, RingEnd::Elsewhere))
            }
            LineEvent::Rejected { call, .. } => {
                Some(NativeEvent::ring_ended(*call, RingEnd::Declined))
            }
            LineEvent::Ended { call, reason, .. } => {
                Some(NativeEvent::ring_ended(*call, (*reason).into()))
            }
            // Who is online is told with the neighbours.
            LineEvent::Present { .. }
            | LineEvent::Came(_)
            | LineEvent::Went { .. }
            | LineEvent::Replaced
            | LineEvent::Signalled { .. } => None,
        };
        event.map(|event| packet(0, &event)).into_iter().collect()
    }

    fn notice(&mut self, notice: Notice) -> Vec<Packet> {
        vec![packet(0, &notice.into())]
    }
}

fn packet(sequence: u64, event: &NativeEvent) -> Packet {
    Packet { name: Cow::Borrowed("event"), args: vec![json(&sequence), json(event)] }
}

/// Writes the TypeScript twins of all native types into `directory`.
pub fn export_types(directory: &Path) -> Result<(), ts_rs::ExportError> {
    let config = ts_rs::Config::new().with_out_dir(directory).with_large_int("number");
    NativeRequest::export_all(&config)?;
    NativeEvent::export_all(&config)?;
    NativeReply::export_all(&config)?;
    rest::export_types(&config)
}

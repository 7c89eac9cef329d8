//! Hearth's own dialect, spoken by its UI.
//!
//! The client emits `request` with one object whose `type` says what it asks,
//! and is answered by the acknowledgement. The server emits `event` with a
//! sequence number and one object whose `type` says what happened.
//! `docs/protocol.md` is the whole of it.

mod event;
pub(crate) mod parts;
mod reply;
mod request;

use std::borrow::Cow;
use std::path::Path;

use hearth_core::{Code, Event, Seating};
use ts_rs::TS;

use crate::object::json;
use crate::{Answer, DecodeError, Dialect, Manner, Notice, Packet, Reply, Request, rest};
use event::NativeEvent;
use reply::NativeReply;
use request::NativeRequest;

pub(crate) struct Native;

impl Dialect for Native {
    fn manner(&self) -> Manner {
        Manner { seating: Seating::Kept, may_wait: true, several: false }
    }

    fn decode(&mut self, packet: Packet) -> Result<Vec<Request>, DecodeError> {
        if packet.name != "request" {
            return Err(packet.unknown());
        }
        let request = request::read(packet.argument(0));
        request.map(|request| vec![request]).map_err(|source| packet.bad(source))
    }

    fn answer(&mut self, answer: &Answer) -> Reply {
        Reply { acknowledgement: Some(json(&NativeReply::from(answer))), packets: Vec::new() }
    }

    fn encode(&mut self, _code: Code, sequence: u64, event: &Event) -> Vec<Packet> {
        vec![packet(sequence, &event.into())]
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

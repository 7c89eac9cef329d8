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

use hearth_core::Event;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use ts_rs::TS;

use crate::{Answer, DecodeError, Dialect, Notice, Packet, Request, rest};
use event::NativeEvent;
use reply::NativeReply;
use request::NativeRequest;

pub(crate) struct Native;

impl Dialect for Native {
    fn decode(&mut self, packet: Packet) -> Result<Option<Request>, DecodeError> {
        if packet.name != "request" {
            return Err(DecodeError::UnknownEvent(packet.name.into_owned()));
        }
        let body = packet.args.first().map_or("null", |body| body.get());
        request::read(body)
            .map(Some)
            .map_err(|source| DecodeError::BadArguments { event: "request".to_owned(), source })
    }

    fn encode(&mut self, sequence: u64, event: &Event) -> Vec<Packet> {
        vec![packet(sequence, &event.into())]
    }

    fn notice(&mut self, notice: Notice) -> Vec<Packet> {
        vec![packet(0, &notice.into())]
    }

    fn answer(&mut self, answer: &Answer) -> Option<Box<RawValue>> {
        Some(raw(&NativeReply::from(answer)))
    }
}

fn packet(sequence: u64, event: &NativeEvent) -> Packet {
    Packet { name: Cow::Borrowed("event"), args: vec![raw(&sequence), raw(event)] }
}

fn raw<T: Serialize>(value: &T) -> Box<RawValue> {
    to_raw_value(value).expect("our own types have no maps with keys that are not strings")
}

/// Writes the TypeScript twins of all native types into `directory`.
pub fn export_types(directory: &Path) -> Result<(), ts_rs::ExportError> {
    let config = ts_rs::Config::new().with_out_dir(directory).with_large_int("number");
    NativeRequest::export_all(&config)?;
    NativeEvent::export_all(&config)?;
    NativeReply::export_all(&config)?;
    rest::export_types(&config)
}

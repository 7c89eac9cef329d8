//! Calls that nobody here answered.

use hearth_core::{Card, Timestamp};
use hearth_store::{MissedCall, Store};
use hearth_wire::rest::network::RingKind;
use hearth_wire::{Caller, Errand};
use tracing::warn;

/// Keeps a call that a neighbour rang for; those that went out were not missed
/// here.
pub(crate) fn keep(store: &Store, caller: Caller, kind: RingKind, at: Timestamp) {
    let Caller { id: Some(installation), name } = caller else { return };
    let with_video = kind == RingKind::Video;
    let kept = store.keep_missed_call(MissedCall { installation, name, with_video, at });
    tokio::spawn(async move {
        if let Err(error) = kept.await {
            warn!("A missed call was not kept: {error}");
        }
    });
}

/// Keeps a call by what the one who was rung was told.
pub(crate) fn keep_told(store: &Store, card: &Card, note: &str, at: Timestamp) {
    if let Some((caller, errand)) = Errand::told(card, note) {
        keep(store, caller, errand.kind, at);
    }
}

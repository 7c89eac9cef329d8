//! Asking others whether they reach this installation.

use hearth_link::Neighbour;
use hearth_link::tls::Pin;
use hearth_wire::link::{CallBack, CalledBack};

use super::Link;
use super::dial::dial;

impl Link {
    /// Whether a neighbour reaches this computer at a port; `None` if it cannot be
    /// asked.
    pub(crate) async fn is_reached_from(&self, neighbour: &Neighbour, port: u16) -> Option<bool> {
        let pin = Pin::Exactly(neighbour.fingerprint);
        let mut opened = dial(&self.identity, &neighbour.addresses, pin).await.ok()?;
        let answer = opened.ask("/link/call-back", &CallBack { port }).await;
        answer.ok().map(|CalledBack { reached }| reached)
    }
}

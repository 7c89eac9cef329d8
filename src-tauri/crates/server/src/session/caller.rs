//! Who is at the other end of a conversation.

use std::net::IpAddr;
use std::sync::Arc;

use hearth_link::Fingerprint;
use hearth_wire::Client;

use crate::identity::Identity;

/// Who is at the other end.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) identity: Identity,
    pub(crate) address: IpAddr,
    /// Whether they are at this very computer, in its own UI.
    pub(crate) is_own: bool,
    /// The other installation that they came through, if they did.
    pub(crate) through: Option<Through>,
    /// The id by which the client knows its own socket.
    pub(crate) socket: String,
}

/// The installation that someone came through.
#[derive(Debug, Clone)]
pub(crate) struct Through {
    pub(crate) fingerprint: Fingerprint,
    /// What it is called, if it is known.
    pub(crate) id: Option<Arc<str>>,
}

impl Caller {
    /// The address, unless they are on this very machine.
    pub(super) fn elsewhere(&self) -> Option<IpAddr> {
        let is_here = self.through.is_none() && self.address.to_canonical().is_loopback();
        (!is_here).then_some(self.address)
    }

    pub(super) fn client(&self) -> Client {
        let account = self.identity.account.as_ref();
        Client {
            socket: self.socket.clone(),
            person: self.identity.person,
            username: account.map(|account| account.username.clone()),
        }
    }
}

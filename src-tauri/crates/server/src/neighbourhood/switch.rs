//! Who on the network sees this installation, for the menu of a tray.

use hearth_wire::rest::network::{Network, Visibility};
use tokio::sync::watch;

use super::Neighbourhood;

/// Tells and sets who sees this installation. Cheap to clone.
#[derive(Debug, Clone)]
pub struct NetworkSwitch(Neighbourhood);

/// Wakes whenever the setting changes.
#[derive(Debug)]
pub struct Changes(watch::Receiver<Network>);

impl NetworkSwitch {
    pub(crate) fn new(neighbourhood: Neighbourhood) -> NetworkSwitch {
        NetworkSwitch(neighbourhood)
    }

    /// Who sees it now.
    pub fn visibility(&self) -> Visibility {
        self.0.setting().visibility
    }

    /// Changes of the setting from now on.
    pub fn changes(&self) -> Changes {
        Changes(self.0.settings())
    }

    /// Sets who sees it, from now on and after a restart.
    pub async fn set_visibility(&self, visibility: Visibility) -> anyhow::Result<()> {
        Ok(self.0.set(Network { visibility, ..self.0.setting() }).await?)
    }
}

impl Changes {
    /// Waits for the next change; `false` if there will be none.
    pub async fn changed(&mut self) -> bool {
        self.0.changed().await.is_ok()
    }
}

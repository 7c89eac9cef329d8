//! People who are connected and do nothing.

use std::time::Duration;

use anyhow::{Result, bail};
use serde_json::{Map, Value};

use crate::client::Client;
use crate::crew::Crew;
use crate::target::Target;

/// What each takes of the server's memory, when that many are there.
pub(crate) async fn run(target: &Target, counts: &[usize], length: Duration) -> Result<Value> {
    let mut figures = Map::new();
    let mut crew = Crew::default();
    let before = target.process.memory()?;
    let mut present = 0;
    for &count in counts {
        // At once they answer pings, so that all stay while more come.
        while present < count {
            let more = (count - present).min(1000);
            for client in target.clients(more).await? {
                crew.hire(stay(client));
            }
            present += more;
        }
        crew.work(length).await?;
        let after = target.process.memory()?;
        let each = after.saturating_sub(before) as f64 / present as f64;
        figures.insert(format!("bytes_at_{count}"), each.into());
    }
    Ok(figures.into())
}

async fn stay(mut client: Client) -> Result<()> {
    let event = client.event().await?;
    bail!("nobody asked for {}", event.body())
}

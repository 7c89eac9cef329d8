//! People who come and go.

use std::rc::Rc;
use std::time::Duration;

use anyhow::Result;
use serde_json::Value;

use crate::client::Client;
use crate::crew::{Crew, Tally};
use crate::target::Target;

/// So many at once, each coming again as soon as it has gone.
pub(crate) async fn run(target: &Target, at_once: usize, length: Duration) -> Result<Value> {
    let mut crew = Crew::default();
    for _ in 0..at_once {
        crew.hire(come_and_go(target.clone(), crew.tally()));
    }
    crew.warm_up().await?;
    crew.measure(target.process, length).await?.figures()
}

async fn come_and_go(target: Target, tally: Rc<Tally>) -> Result<()> {
    while !tally.stopped() {
        tally.ask(1);
        Client::connect(&target).await?.close().await?;
        tally.done()?;
    }
    Ok(())
}

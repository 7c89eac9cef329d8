//! Pairs in a call, who exchange SDP and ICE.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tokio::time::{Instant, Interval, interval_at};

use crate::crew::{Crew, Tally};
use crate::hellotalk::{self, Speaker};
use crate::target::Target;

/// As fast as the server can: whoever hears something answers.
pub(crate) async fn saturate(
    target: &Target,
    pairs: usize,
    window: usize,
    length: Duration,
) -> Result<Value> {
    let mut crew = Crew::default();
    for speaker in hellotalk::pairs(target, pairs).await?.into_iter().flatten() {
        crew.hire(answer(speaker, window, crew.tally()));
    }
    crew.warm_up().await?;
    crew.measure(target.process, length).await?.figures()
}

async fn answer(mut speaker: Speaker, window: usize, tally: Rc<Tally>) -> Result<()> {
    for _ in 0..window {
        tally.ask(1);
        speaker.say().await?;
    }
    loop {
        speaker.hear().await?;
        tally.done()?;
        if !tally.stopped() {
            tally.ask(1);
            speaker.say().await?;
        }
    }
}

/// So many signals a second, whether or not the server keeps up.
pub(crate) async fn pace(
    target: &Target,
    pairs: usize,
    rate: f64,
    length: Duration,
) -> Result<Value> {
    let pairs = hellotalk::pairs(target, pairs).await?;
    let step = Duration::from_secs_f64(1.0 / rate);
    let speakers = u32::try_from(2 * pairs.len()).context("so many cannot connect")?;
    // Nobody begins before everybody is there.
    let begin = Instant::now() + Duration::from_millis(100);
    let starts = (0..speakers).map(|turn| begin + step * turn);
    let mut turns = starts.map(|start| interval_at(start, step * speakers));

    let mut crew = Crew::default();
    let delays = Delays::default();
    for pair in pairs {
        let [there, back] = [Way::default(), Way::default()];
        for (speaker, [mine, theirs]) in pair.into_iter().zip([[&there, &back], [&back, &there]]) {
            let turn = turns.next().expect("a turn for each speaker");
            let ways = [mine, theirs].map(Rc::clone);
            crew.hire(speak(speaker, turn, ways, delays.clone(), crew.tally()));
        }
    }
    crew.warm_up().await?;
    delays.take();
    let measured = crew.measure(target.process, length).await?;
    let mut figures = measured.figures()?;
    let mut delays = delays.take();
    delays.sort_unstable();
    for (name, percent) in [("p50_ms", 50), ("p99_ms", 99)] {
        let delay = delays.get(delays.len() * percent / 100).context("nothing was relayed")?;
        figures[name] = json!(delay.as_secs_f64() * 1e3);
    }
    Ok(figures)
}

/// When each signal that is on its way was sent.
type Way = Rc<RefCell<VecDeque<Instant>>>;
/// How long each signal took.
type Delays = Rc<RefCell<Vec<Duration>>>;

async fn speak(
    mut speaker: Speaker,
    mut turn: Interval,
    [mine, theirs]: [Way; 2],
    delays: Delays,
    tally: Rc<Tally>,
) -> Result<()> {
    loop {
        tokio::select! {
            heard = speaker.hear() => {
                heard?;
                let sent = theirs.borrow_mut().pop_front().context("this was never sent")?;
                delays.borrow_mut().push(sent.elapsed());
                tally.done()?;
            }
            _ = turn.tick(), if !tally.stopped() => {
                tally.ask(1);
                mine.borrow_mut().push_back(Instant::now());
                speaker.say().await?;
            }
        }
    }
}

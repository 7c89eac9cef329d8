//! What was measured, as a table.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use super::Scenario::{self, Connects, Delay, Fanout, Idle, Relay};
use super::servers::Server::{self, Eiows, Hearth, Ws};

/// The figures of every run.
#[derive(Default)]
pub(super) struct Figures(BTreeMap<(Server, Scenario, String), Vec<f64>>);

impl Figures {
    /// Adds those of one run.
    pub(super) fn note(
        &mut self,
        server: Server,
        scenario: Scenario,
        measured: BTreeMap<String, f64>,
    ) {
        for (name, value) in measured {
            self.0.entry((server, scenario, name)).or_default().push(value);
        }
    }

    /// The one in the middle.
    pub(super) fn median(&self, server: Server, scenario: Scenario, name: &str) -> Option<f64> {
        let mut values = self.0.get(&(server, scenario, name.to_owned()))?.clone();
        values.sort_by(f64::total_cmp);
        Some(values[values.len() / 2])
    }
}

/// A line of the table: what it shows, and what Hearth is to reach.
struct Row {
    title: &'static str,
    scenario: Scenario,
    figure: &'static str,
    better: Better,
    /// How many times better than which server Hearth is to be.
    goals: &'static [(Server, f64)],
}

#[derive(Clone, Copy)]
enum Better {
    More,
    Less,
}

const ROWS: [Row; 10] = [
    Row {
        title: "signals relayed a second, at saturation",
        scenario: Relay,
        figure: "per_second",
        better: Better::More,
        goals: &[],
    },
    Row {
        title: "processor time for each, µs",
        scenario: Relay,
        figure: "server_us",
        better: Better::Less,
        goals: &[(Ws, 4.0), (Eiows, 2.0)],
    },
    Row {
        title: "delay at half of what `ws` carries, p50, ms",
        scenario: Delay,
        figure: "p50_ms",
        better: Better::Less,
        goals: &[],
    },
    Row {
        title: "the same, p99, ms",
        scenario: Delay,
        figure: "p99_ms",
        better: Better::Less,
        goals: &[(Ws, 1.0), (Eiows, 1.0)],
    },
    Row {
        title: "deliveries a second in rooms of 50, at saturation",
        scenario: Fanout,
        figure: "per_second",
        better: Better::More,
        goals: &[],
    },
    Row {
        title: "processor time for each, µs",
        scenario: Fanout,
        figure: "server_us",
        better: Better::Less,
        goals: &[(Ws, 2.0)],
    },
    Row {
        title: "memory of each of 2,000 idle connections, bytes",
        scenario: Idle,
        figure: "bytes_at_2000",
        better: Better::Less,
        goals: &[(Ws, 1.0)],
    },
    Row {
        title: "memory of each of 10,000 idle connections, bytes",
        scenario: Idle,
        figure: "bytes_at_10000",
        better: Better::Less,
        goals: &[(Ws, 1.0)],
    },
    Row {
        title: "connects a second",
        scenario: Connects,
        figure: "per_second",
        better: Better::More,
        goals: &[(Ws, 3.0)],
    },
    Row {
        title: "processor time for each, µs",
        scenario: Connects,
        figure: "server_us",
        better: Better::Less,
        goals: &[],
    },
];

impl Display for Figures {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let servers = [Hearth, Ws, Eiows].map(Server::name).join(" | ");
        writeln!(f, "| what | {servers} | × ws | × eiows | goal | met |")?;
        writeln!(f, "| --- |{}", " --- |".repeat(7))?;
        for row in &ROWS {
            let [hearth, ws, eiows] = [Hearth, Ws, Eiows].map(|server| show(row.of(self, server)));
            let [than_ws, than_eiows] = [Ws, Eiows].map(|server| show(row.ratio(self, server)));
            let (title, goal, met) = (row.title, row.goal(), row.met(self));
            let compared = format!("{than_ws} | {than_eiows} | {goal} | {met}");
            writeln!(f, "| {title} | {hearth} | {ws} | {eiows} | {compared} |")?;
        }
        Ok(())
    }
}

impl Row {
    fn of(&self, figures: &Figures, server: Server) -> Option<f64> {
        figures.median(server, self.scenario, self.figure)
    }

    /// How many times better Hearth is.
    fn ratio(&self, figures: &Figures, than: Server) -> Option<f64> {
        let (hearth, other) = (self.of(figures, Hearth)?, self.of(figures, than)?);
        Some(match self.better {
            Better::More => hearth / other,
            Better::Less => other / hearth,
        })
    }

    fn goal(&self) -> String {
        let goals = self.goals.iter().map(|&(server, times)| match server {
            Eiows => format!("{times}× eiows"),
            _ => format!("{times}× ws"),
        });
        goals.collect::<Vec<_>>().join(", ")
    }

    fn met(&self, figures: &Figures) -> &'static str {
        let reached = |&(than, times)| self.ratio(figures, than).map(|ratio| ratio >= times);
        match self.goals.iter().map(reached).collect::<Option<Vec<_>>>() {
            Some(reached) if reached.is_empty() => "",
            Some(reached) if reached.iter().all(|&reached| reached) => "yes",
            Some(_) => "no",
            None => "unknown",
        }
    }
}

/// Three figures or so, which is more than is certain.
fn show(value: Option<f64>) -> String {
    match value {
        Some(value) if value >= 100.0 => format!("{value:.0}"),
        Some(value) if value >= 10.0 => format!("{value:.1}"),
        Some(value) => format!("{value:.2}"),
        None => "–".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_met_when_hearth_is_so_many_times_better() {
        let relay = [(Hearth, [9.0, 10.0, 99.0]), (Ws, [50.0; 3]), (Eiows, [20.0; 3])];
        let line = line(&relay, "server_us");
        let shown = "| 10.0 | 50.0 | 20.0 | 5.00 | 2.00 | 4× ws, 2× eiows | yes |";
        assert!(line.ends_with(shown), "medians, ratios, goal and verdict, not {line}");
    }

    #[test]
    fn more_a_second_is_better() {
        let line = line(&[(Hearth, [300.0; 3]), (Ws, [100.0; 3])], "per_second");
        assert!(line.ends_with("| 300 | 100 | – | 3.00 | – |  |  |"), "three times, not {line}");
    }

    #[test]
    fn without_figures_there_is_no_verdict() {
        let line = line(&[(Ws, [50.0; 3])], "server_us");
        assert!(line.ends_with("| unknown |"), "a failure is no miss, and no hit: {line}");
    }

    fn line(relay: &[(Server, [f64; 3])], figure: &str) -> String {
        let mut figures = Figures::default();
        for &(server, values) in relay {
            for value in values {
                figures.note(server, Relay, BTreeMap::from([(figure.to_owned(), value)]));
            }
        }
        let row = ROWS.iter().position(|it| it.scenario == Relay && it.figure == figure);
        let row = row.expect("the table shows it");
        let table = figures.to_string();
        table.lines().nth(2 + row).expect("a line for each row, below the head").to_owned()
    }
}

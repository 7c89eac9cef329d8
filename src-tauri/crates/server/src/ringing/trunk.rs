//! The line that a neighbour has on our switchboard.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use hearth_core::{Arrival, Code, EndReason, LineCommand, LineEvent, LineId, LineRefusal};
use hearth_link::InstallationId;
use hearth_wire::link::RingAnswer;
use hearth_wire::{Caller, DialectName, Errand, neighbour_person};
use tokio::sync::{mpsc, oneshot};
use tokio::task::{AbortHandle, JoinSet};
use tracing::debug;

use crate::ear::{Ear, Heard, Hearing};
use crate::exchange::Exchange;
use crate::neighbourhood::Neighbours;
use crate::{clock, missed};

use super::{Incoming, Inner};

/// What a trunk is asked for by the neighbour.
pub(super) enum Message {
    /// To ring here.
    Ring(Incoming, oneshot::Sender<RingAnswer>),
    /// To ring no more.
    Withdraw(Code),
}

/// One neighbour's line, and what is going on there.
pub(super) struct Trunk {
    around: Arc<Inner>,
    id: InstallationId,
    line: LineId,
    hearing: Hearing,
    neighbours: Neighbours,
    /// Those who ring here, and wait for an answer.
    answers: HashMap<Code, oneshot::Sender<RingAnswer>>,
    /// Who is being rung there.
    rings: JoinSet<(Code, LineCommand)>,
    ringing: HashMap<Code, AbortHandle>,
    talking: HashSet<Code>,
}

impl Trunk {
    pub(super) fn lay(
        around: Arc<Inner>,
        id: InstallationId,
        name: &str,
    ) -> Result<Trunk, LineRefusal> {
        let (ear, hearing) = Ear::open();
        let card = Caller { id: Some(id.to_string()), name: name.to_owned() }.card();
        let person = neighbour_person(id.as_str());
        let exchange = around.exchanges.of(DialectName::Native);
        let line = exchange.arrive(person, card, Arrival::Beside, ear)?;
        let neighbours = around.neighbourhood.subscribe();
        Ok(Trunk {
            around,
            id,
            line,
            hearing,
            neighbours,
            answers: HashMap::new(),
            rings: JoinSet::new(),
            ringing: HashMap::new(),
            talking: HashSet::new(),
        })
    }

    pub(super) async fn run(mut self, mut messages: mpsc::Receiver<Message>) {
        while self.is_wanted() || !messages.is_empty() {
            tokio::select! {
                heard = self.hearing.next() => match heard {
                    Ok(Heard::Line { event, .. }) => self.hear(&event),
                    Ok(_) => {}
                    Err(_) => break,
                },
                message = messages.recv() => match message {
                    Some(Message::Ring(incoming, reply)) => self.ring_here(incoming, reply),
                    // Whatever was answered is not withdrawn.
                    Some(Message::Withdraw(call)) => if self.answers.remove(&call).is_some() {
                        self.act(LineCommand::End { call });
                    },
                    None => break,
                },
                Some(rung) = self.rings.join_next() => if let Ok((call, outcome)) = rung {
                    self.ringing.remove(&call);
                    self.act(outcome);
                },
                changed = self.neighbours.changed() => if changed.is_err() { break },
            }
        }
        self.exchange().disconnect(self.line);
    }

    /// Whether the neighbour can be rung, or is in a call.
    fn is_wanted(&self) -> bool {
        let is_idle = self.answers.is_empty() && self.ringing.is_empty() && self.talking.is_empty();
        !is_idle || self.neighbours.borrow().iter().any(|it| it.id == self.id && it.rings)
    }

    fn hear(&mut self, event: &LineEvent) {
        match event {
            LineEvent::Ringing { call, card, note, .. } => {
                let Some((Caller { name, .. }, Errand { kind, .. })) = Errand::told(card, note)
                else {
                    return;
                };
                let (link, id, call) = (self.around.link.clone(), self.id, *call);
                let ring = async move {
                    let command = match link.ring(id, (call, name, kind)).await {
                        Ok(RingAnswer::Accepted) => LineCommand::Accept { call, caller: None },
                        Ok(RingAnswer::Declined) => LineCommand::Reject { call, caller: None },
                        Ok(RingAnswer::Busy) => LineCommand::Fail { call, reason: EndReason::Busy },
                        Ok(RingAnswer::NoAnswer) => {
                            LineCommand::Fail { call, reason: EndReason::NoAnswer }
                        }
                        Err(failure) => {
                            debug!("{id} could not be rung: {failure}");
                            LineCommand::Fail { call, reason: EndReason::Unreachable }
                        }
                    };
                    (call, command)
                };
                self.ringing.insert(call, self.rings.spawn(ring));
            }
            LineEvent::Accepted { call, .. } => {
                self.talking.insert(*call);
                self.answer(*call, RingAnswer::Accepted);
            }
            LineEvent::Rejected { call, .. } => self.answer(*call, RingAnswer::Declined),
            LineEvent::Ended { call, reason, .. } => {
                self.talking.remove(call);
                // Whoever rings there hears that the connection is gone.
                if let Some(ring) = self.ringing.remove(call) {
                    ring.abort();
                }
                let is_declined = *reason == EndReason::HungUp;
                let answer = if is_declined { RingAnswer::Declined } else { RingAnswer::NoAnswer };
                self.answer(*call, answer);
            }
            _ => {}
        }
    }

    /// Rings the one here who stands by.
    fn ring_here(&mut self, incoming: Incoming, reply: oneshot::Sender<RingAnswer>) {
        let Incoming { call, name, kind } = incoming;
        let Some(to) = self.around.neighbourhood.who_stands_by() else { return };
        let path = Some(format!("/hosts/{}/m/{call}", self.id));
        let note = Errand { kind, path, name: Some(name.clone()) }.note().into();
        match self.exchange().handle(self.line, LineCommand::Ring { call, to, note }) {
            Ok(_told) => {
                self.answers.insert(call, reply);
            }
            Err(LineRefusal::InCall | LineRefusal::NotAvailable) => {
                let caller = Caller { id: Some(self.id.to_string()), name };
                missed::keep(&self.around.store, caller, kind, clock::wall());
                // If nobody waits any more, nobody minds.
                let _ = reply.send(RingAnswer::Busy);
            }
            Err(refusal) => debug!("{} does not ring here: {refusal}", self.id),
        }
    }

    fn answer(&mut self, call: Code, answer: RingAnswer) {
        if let Some(reply) = self.answers.remove(&call) {
            let _ = reply.send(answer);
        }
    }

    /// Does what was decided there. The ring may be over here.
    fn act(&self, command: LineCommand) {
        if let Err(refusal) = self.exchange().handle(self.line, command) {
            debug!("{} has come too late: {refusal}", self.id);
        }
    }

    fn exchange(&self) -> &Exchange {
        self.around.exchanges.of(DialectName::Native)
    }
}

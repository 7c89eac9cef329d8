//! What one client knows of one meeting.

use hearth_core::{Departure, Device, Event, Media, Participant, ParticipantId};
use serde::de::DeserializeOwned;

/// What clients count as sending that do not say what they send.
pub(crate) const UNTOLD: Media = {
    let on = Device { available: true, enabled: true };
    Media { microphone: on, camera: on, screen: false }
};

/// The id of someone whose client is of another kind.
pub(crate) fn foreign(who: ParticipantId) -> String {
    format!("hearth-{}", who.number())
}

/// What clients of one kind tell each other about their users.
pub(crate) trait OwnCard: DeserializeOwned {
    /// The name of the kind.
    const KIND: &'static str;
}

/// Who is in a meeting, as one client has heard it.
#[derive(Debug)]
pub(crate) struct Roster<C> {
    // In order of arrival.
    known: Vec<Known<C>>,
    you: Option<ParticipantId>,
}

/// A participant as one client knows them.
#[derive(Debug)]
pub(crate) struct Known<C> {
    pub(crate) participant: Participant,
    /// What their client says of them, if it is of the same kind.
    pub(crate) card: Option<C>,
    /// Whether they were in before this client.
    pub(crate) was_first: bool,
}

impl<C> Default for Roster<C> {
    fn default() -> Roster<C> {
        Roster { known: Vec::new(), you: None }
    }
}

impl<C: OwnCard> Known<C> {
    fn new(participant: &Participant, was_first: bool) -> Known<C> {
        let own = participant.card.as_ref().filter(|card| card.kind == C::KIND);
        let card = own.and_then(|card| serde_json::from_str(&card.text).ok());
        Known { participant: participant.clone(), card, was_first }
    }

    pub(crate) fn id(&self) -> ParticipantId {
        self.participant.id
    }
}

impl<C: OwnCard> Roster<C> {
    /// This client, once it is in.
    pub(crate) fn you(&self) -> Option<&Known<C>> {
        self.get(self.you?)
    }

    pub(crate) fn is_you(&self, who: ParticipantId) -> bool {
        self.you == Some(who)
    }

    pub(crate) fn get(&self, who: ParticipantId) -> Option<&Known<C>> {
        self.known.iter().find(|known| known.id() == who)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Known<C>> {
        self.known.iter()
    }

    /// Everyone but this client.
    pub(crate) fn others(&self) -> impl Iterator<Item = &Known<C>> {
        self.known.iter().filter(|known| !self.is_you(known.id()))
    }

    /// Notes what an event tells, and returns who is gone by it.
    pub(crate) fn hear(&mut self, event: &Event) -> Option<Known<C>> {
        match event {
            Event::Roster { participants, .. } => self.fill(participants),
            Event::Welcome { you, participants, .. } => {
                self.you = Some(*you);
                self.fill(participants);
            }
            Event::Joined(participant) => self.known.push(Known::new(participant, false)),
            Event::Renewed(participant) => {
                if let Some(known) = self.get_mut(participant.id) {
                    *known = Known::new(participant, known.was_first);
                }
            }
            Event::MediaChanged { who, media, .. } => {
                if let Some(known) = self.get_mut(*who) {
                    known.participant.media = *media;
                }
            }
            Event::NameChanged { who, name, .. } => {
                if let Some(known) = self.get_mut(*who) {
                    known.participant.name.clone_from(name);
                }
            }
            Event::Left { who, .. } => {
                let place = self.known.iter().position(|known| known.id() == *who)?;
                return Some(self.known.remove(place));
            }
            _ => {}
        }
        None
    }

    /// Someone who starts anew goes and comes, to clients that know of nothing
    /// else.
    pub(crate) fn retold(&self, event: &Event) -> Option<[Event; 2]> {
        let Event::ConnectionResumed { who, anew: true } = event else { return None };
        let participant = self.get(*who)?.participant.clone();
        let left = Event::Left { who: *who, departure: Departure::Lost };
        Some([left, Event::Joined(participant)])
    }

    fn fill(&mut self, participants: &[Participant]) {
        self.known = participants.iter().map(|it| Known::new(it, true)).collect();
    }

    fn get_mut(&mut self, who: ParticipantId) -> Option<&mut Known<C>> {
        self.known.iter_mut().find(|known| known.id() == who)
    }
}

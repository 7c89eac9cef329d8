//! Who is online, as far as those who come and go can tell.

use std::collections::{BTreeMap, BTreeSet};

use hearth_core::{Announce, Arrival, Card, LineEvent, LineId, Online, PersonId, Timestamp};

/// The lines there are, and what they hear of each other.
#[derive(Debug)]
pub(crate) struct Lines {
    announce: Announce,
    open: BTreeMap<LineId, Line>,
    gone: Vec<LineId>,
    /// Who is online, in order of arrival.
    online: Vec<Online>,
}

#[derive(Debug)]
struct Line {
    person: PersonId,
    /// The last list it was told.
    list: Option<Vec<Online>>,
    /// Whom it knows of by their coming and going.
    known: Option<BTreeSet<PersonId>>,
}

impl Lines {
    pub(crate) fn new(announce: Announce) -> Lines {
        Lines { announce, open: BTreeMap::new(), gone: Vec::new(), online: Vec::new() }
    }

    pub(crate) fn open(&mut self, line: LineId, person: PersonId, card: Card, since: Timestamp) {
        let is_new = self.open.keys().chain(&self.gone).all(|known| *known < line);
        assert!(is_new, "lines only grow");
        self.open.insert(line, Line { person, list: None, known: None });
        match self.online.iter_mut().find(|it| it.person == person) {
            Some(known) => known.card = card,
            None => self.online.push(Online { person, card, since }),
        }
    }

    /// Whether that was someone's last line.
    pub(crate) fn close(&mut self, line: LineId) -> Option<PersonId> {
        let person = self.open.remove(&line)?.person;
        self.gone.push(line);
        let is_last = self.of(person).next().is_none();
        if is_last {
            self.online.retain(|it| it.person != person);
        }
        is_last.then_some(person)
    }

    /// Checks that this line may hear this, and returns who hears it.
    pub(crate) fn hear(&mut self, to: LineId, event: &LineEvent) -> PersonId {
        let line = self.open.get_mut(&to).expect("only open lines hear anything");
        match event {
            LineEvent::Replaced => {
                let person = line.person;
                self.open.remove(&to);
                self.gone.push(to);
                assert!(self.of(person).next().is_some(), "something replaced it");
                return person;
            }
            LineEvent::Present { people } => line.list = Some(people.clone()),
            LineEvent::Came(online) => {
                assert_ne!(online.person, line.person, "nobody hears of their own coming");
                assert!(line.lists(online.person), "first the list, then who came");
                let known = line.known.as_mut().expect("a list was told on arrival");
                assert!(known.insert(online.person), "nobody comes twice");
            }
            LineEvent::Went { person, .. } => {
                assert!(!line.lists(*person), "first the list, then who went");
                let known = line.known.as_mut().expect("a list was told on arrival");
                assert!(known.remove(person), "only who came can go");
            }
            _ => {}
        }
        if let (None, Some(list)) = (&line.known, &line.list) {
            line.known = Some(list.iter().map(|it| it.person).collect());
        }
        line.person
    }

    /// Nothing but what just arrived is left of someone.
    pub(crate) fn check_arrived(&self, line: LineId, person: PersonId, arrival: Arrival) {
        let mut theirs = self.of(person);
        match arrival {
            Arrival::Beside => assert!(theirs.any(|it| it == line), "it is one more"),
            Arrival::Instead => assert!(theirs.eq([line]), "all others were replaced"),
        }
    }

    /// What is true of everyone's knowledge, whatever happened.
    pub(crate) fn check(&self) {
        for line in self.open.values() {
            match self.announce {
                Announce::ToAll => {
                    assert_eq!(line.list.as_ref(), Some(&self.online), "all know who is online");
                    let known = line.known.as_ref().expect("a list was told on arrival");
                    assert!(known.iter().all(|who| line.lists(*who)), "who went is told");
                    assert_eq!(known.len(), self.online.len(), "and who came");
                }
                Announce::Nobody => assert_eq!(line.list, None, "nobody is announced"),
            }
        }
    }

    pub(crate) fn of(&self, person: PersonId) -> impl Iterator<Item = LineId> {
        let theirs = self.open.iter().filter(move |(_, line)| line.person == person);
        theirs.map(|(id, _)| *id)
    }

    pub(crate) fn person(&self, line: LineId) -> Option<PersonId> {
        self.open.get(&line).map(|it| it.person)
    }

    pub(crate) fn online(&self) -> impl Iterator<Item = PersonId> {
        self.online.iter().map(|it| it.person)
    }

    pub(crate) fn count(&self) -> usize {
        self.open.len()
    }

    /// Mostly an open line; now and then one that is gone.
    pub(crate) fn pick(&self, choice: usize) -> Option<LineId> {
        self.open.keys().chain(self.gone.iter().rev()).nth(choice).copied()
    }
}

impl Line {
    fn lists(&self, person: PersonId) -> bool {
        self.list.as_ref().is_some_and(|list| list.iter().any(|it| it.person == person))
    }
}

//! A meeting and everyone around it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use hearth_core::{
    Command, Effect, Event, FileCommand, Form, Lifetime, Limits, Meeting, Now, Opening,
    ParticipantId, PersonId, Record, Refusal, ResumeToken, Role, Seating, Signal, Timestamp,
    Visitor,
};

use crate::client::{Client, Link, Place};
use crate::deeds::{Ask, Change, Deed};

const GRACE: Duration = Duration::from_secs(30);
const TYPING: Duration = Duration::from_secs(6);
const EXPIRY: Duration = Duration::from_secs(7 * 24 * 60 * 60);

// So small that every bound is met.
const LIMITS: Limits = Limits {
    members: 4,
    waiting: 2,
    observers: 3,
    name: 8,
    message: 12,
    signal: 16,
    card: 4,
    notes_update: 8,
    chat: 4,
    log: 5,
    files: 4,
    files_each: 2,
    file: 1,
    removed: 2,
    polls: 2,
    question: 12,
    choices: 3,
    votes: 3,
    replay_events: 6,
    replay_bytes: 48,
    typing: TYPING,
    grace: GRACE,
};

#[derive(Debug)]
pub(crate) struct World {
    meeting: Meeting,
    now: Now,
    clients: Vec<Client>,
    removed: BTreeSet<PersonId>,
    lasts: bool,
    // The number of the last line, and who said they write, and when.
    last_line: u64,
    last_entry: u64,
    typing: BTreeMap<ParticipantId, Instant>,
}

impl World {
    #[expect(clippy::disallowed_methods, reason = "std has no other first moment")]
    pub(crate) fn open(opening: Opening) -> World {
        let now = Now { instant: Instant::now(), wall: Timestamp(0) };
        let lasts = opening.lifetime == Lifetime::Lasting;
        let meeting = Meeting::open(now, LIMITS, opening);
        World {
            meeting,
            now,
            clients: Vec::new(),
            removed: BTreeSet::new(),
            lasts,
            last_line: 0,
            last_entry: 0,
            typing: BTreeMap::new(),
        }
    }

    pub(crate) fn happen(&mut self, deed: Deed) {
        match deed {
            Deed::Connect { person, seating, may_host, belongs } => {
                let token = ResumeToken((self.clients.len() as u128).to_be_bytes());
                let person = PersonId([person; 16]);
                self.connect(Visitor { seating, may_host, belongs, ..Visitor::new(person, token) });
            }
            Deed::Join { who, name, media } => {
                let from = self.pick(who, &[Place::Observing, Place::Waiting, Place::In]);
                self.act(from, Command::Join { name, card: None, media });
            }
            Deed::Act { who, command } => {
                let (from, command) = (self.pick_member(who), self.aim(command));
                self.act(from, command);
            }
            Deed::Lose { who, unheard } => self.lose(self.pick_member(who), unheard),
            Deed::Resume { who, forgot } => self.resume(self.pick_member(who), forgot),
            Deed::Pass(time) => self.pass(time),
        }
    }

    fn connect(&mut self, visitor: Visitor) {
        let before = self.snapshot();
        let person = visitor.person;
        match self.meeting.connect(visitor.clone()) {
            Ok((id, effects)) => {
                assert!(!self.removed.contains(&person), "the removed are kept out");
                match self.clients.iter_mut().find(|it| it.shares_with(&visitor)) {
                    Some(shared) => {
                        assert_eq!(id, shared.id, "sharers have one seat");
                        shared.windows += 1;
                    }
                    None => {
                        assert!(self.clients.iter().all(|it| it.id < id), "ids only grow");
                        self.clients.push(Client::new(id, visitor));
                    }
                }
                self.carry_out(effects);
            }
            Err(refusal) => {
                self.check_unchanged(&before, refusal);
                let room = self.count(Place::Observing) < LIMITS.observers;
                let may = room && !self.removed.contains(&person) && !self.meeting.is_over();
                assert!(!may, "{refusal:?} without reason");
            }
        }
    }

    fn act(&mut self, from: ParticipantId, command: Command) {
        let before = self.snapshot();
        let typing = match command {
            Command::SetTyping { typing, .. } => Some(typing),
            Command::Say { .. } => Some(false),
            _ => None,
        };
        match self.meeting.handle(self.now, from, command) {
            Ok(effects) => {
                assert!(self.client(from).is_some_and(|it| it.link != Link::Gone), "a ghost acts");
                self.check_signals(&effects);
                self.carry_out(effects);
                match typing {
                    Some(true) => drop(self.typing.insert(from, self.now.instant + TYPING)),
                    Some(false) => drop(self.typing.remove(&from)),
                    None => {}
                }
            }
            Err(refusal) => self.check_unchanged(&before, refusal),
        }
    }

    fn lose(&mut self, who: ParticipantId, unheard: usize) {
        let effects = self.meeting.disconnect(self.now, who);
        match self.client(who) {
            Some(client) if client.is_connected() && client.windows > 1 => {
                client.windows -= 1;
                assert_eq!(effects, [], "the others are still there");
            }
            Some(client) if client.is_connected() => match (client.place, client.seating) {
                (Place::Observing, _) => client.link = Link::Gone,
                (_, Seating::Kept) => {
                    client.link = Link::Lost;
                    client.unhear(unheard);
                }
                (_, Seating::Shared | Seating::Brief) => {
                    self.carry_out(effects);
                    let link = self.client(who).map(|it| it.link);
                    assert_eq!(link, Some(Link::Gone), "no seat is kept for them");
                    return;
                }
            },
            _ => assert_eq!(effects, [], "nothing was there to lose"),
        }
        self.carry_out(effects);
    }

    fn resume(&mut self, who: ParticipantId, forgot: bool) {
        let before = self.snapshot();
        let Some(client) = self.client(who) else { return };
        let (token, link, place) = (client.token, client.link, client.place);
        let after = (!forgot).then_some(client.last);
        match self.meeting.resume(token, after) {
            Ok((id, effects)) => {
                assert_eq!(id, who, "a token opens one seat");
                assert_ne!(link, Link::Gone, "a ghost comes back");
                self.client(who).expect("just seen").link = Link::Resuming;
                self.carry_out(effects);
            }
            Err(refusal) => {
                self.check_unchanged(&before, refusal);
                assert_eq!(refusal, Refusal::UnknownToken);
                // Nobody tells someone who is away that they were denied.
                let denied = link == Link::Lost && place == Place::Waiting;
                assert!(link == Link::Gone || denied, "a seat was not kept");
                self.client(who).expect("just seen").link = Link::Gone;
            }
        }
    }

    fn pass(&mut self, time: Duration) {
        self.now.instant += time;
        self.now.wall.0 += u64::try_from(time.as_millis()).expect("not that long");
        let effects = self.meeting.wake(self.now);
        self.carry_out(effects);
        let due = self.meeting.next_wake();
        assert!(due.is_none_or(|at| at > self.now.instant), "nothing due is left undone");
        assert_eq!(self.meeting.wake(self.now), [], "waking twice is waking once");
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut parting = BTreeSet::new();
        for effect in effects {
            match effect {
                Effect::Tell { to, sequence, event } => {
                    let client = self.client(to).expect("only clients are told");
                    assert!(client.is_connected(), "told to {:?}: {event:?}", client.link);
                    assert!(!parting.contains(&to), "after the last word: {event:?}");
                    client.hear(sequence, &event);
                    match *event {
                        Event::Waiting => client.place = Place::Waiting,
                        Event::Denied | Event::Removed | Event::Ended => {
                            parting.insert(to);
                        }
                        _ => {}
                    }
                }
                Effect::Close { who } => {
                    let client = self.client(who).expect("only clients are closed");
                    assert!(client.is_connected(), "closed without a connection");
                    client.link = Link::Gone;
                    parting.remove(&who);
                }
                Effect::Remember(record) => self.remember(record),
                Effect::KeepNotes { update } => assert!(update.len() <= LIMITS.notes_update),
            }
        }
        assert_eq!(parting, BTreeSet::new(), "who is told to go is let go");
        for client in self.clients.iter().filter(|it| it.is_connected()) {
            assert!(!self.removed.contains(&client.person), "no window of the removed stays");
        }
    }

    fn remember(&mut self, record: Record) {
        match record {
            Record::Came { participant, person, .. } => {
                let client = self.client(participant).expect("a client came in");
                assert_eq!(client.person, person);
                assert_ne!(client.place, Place::In, "nobody comes twice");
                client.place = Place::In;
            }
            Record::Went { participant, .. } => {
                let client = self.client(participant).expect("a client went");
                assert_eq!(client.place, Place::In, "only who came can go");
                client.place = Place::Observing;
                if client.link == Link::Lost {
                    client.link = Link::Gone;
                }
            }
            Record::Removed { person, .. } => {
                assert!(self.removed.insert(person), "nobody is removed twice");
            }
            Record::Ended { .. } => {
                for lost in self.clients.iter_mut().filter(|it| it.link == Link::Lost) {
                    lost.link = Link::Gone;
                }
            }
            Record::Said(message) => {
                assert!(message.number > self.last_line, "no number is used twice");
                self.last_line = message.number;
            }
            Record::MessageChanged(message) => {
                assert!(message.number <= self.last_line, "only what was said can change");
            }
            Record::LetBack(outcast) => {
                let person =
                    self.client(outcast).map(|it| it.person).expect("a client was removed");
                assert!(self.removed.remove(&person), "only who is kept out is let back");
            }
            Record::Logged(entry) => {
                assert_eq!(entry.number, self.last_entry + 1, "no number is left out");
                self.last_entry = entry.number;
            }
            Record::Looked { message, .. } => {
                assert!(self.lasts, "in other meetings nobody looks in from outside");
                assert!(message > 0, "there was something to see");
            }
            Record::PollOpened(_)
            | Record::Voted { .. }
            | Record::PollClosed { .. }
            | Record::PollDeleted { .. }
            | Record::PolicyChanged(_) => {}
            Record::FileWithdrawn(_) => panic!("nobody keeps files here"),
        }
    }

    /// Whoever resumes may also hear what someone signalled before they left.
    fn check_signals(&mut self, effects: &[Effect]) {
        for effect in effects {
            let Effect::Tell { to, event, .. } = effect else { continue };
            let Event::Signalled { from, .. } = **event else { continue };
            for who in [from, *to] {
                let place = self.client(who).map(|it| it.place);
                assert_eq!(place, Some(Place::In), "signals are between members");
            }
        }
    }

    /// What is true after whatever happened.
    pub(crate) fn check(&self) {
        assert_eq!(self.meeting.member_count(), self.count(Place::In));
        assert!(self.count(Place::In) <= LIMITS.members, "too many are in");
        assert!(self.count(Place::Observing) <= LIMITS.observers, "too many look on");
        assert!(self.connected(Place::Waiting).count() <= LIMITS.waiting, "too many wait");
        assert!(self.removed.len() <= LIMITS.removed, "too many are kept out");

        let mut lost = self.clients.iter().filter(|it| it.link == Link::Lost);
        let due = self.meeting.next_wake();
        let awaited = lost.clone().any(|it| it.place == Place::In);
        if self.count(Place::In) == 0 || awaited {
            let may_rest = self.meeting.is_over() || (self.lasts && !awaited);
            assert!(due.is_some() || may_rest, "something will be due");
        } else if lost.next().is_none() {
            let in_it = |who: &ParticipantId| {
                self.clients.iter().any(|it| it.id == *who && it.is_at(Place::In))
            };
            let typing = self.typing.iter().filter(|(who, _)| in_it(who)).map(|(_, until)| *until);
            let typing = typing.filter(|until| *until > self.now.instant).min();
            assert_eq!(
                due, typing,
                "while all is well, nothing is but that somebody stops writing"
            );
        }

        let members: Vec<_> = self.clients.iter().filter(|it| it.is_at(Place::In)).collect();
        let hosts = usize::from(members.iter().any(|it| it.may_host));
        let views = self.connected(Place::In).map(|it| it.view.as_ref().expect("welcomed"));
        let views: Vec<_> = views.collect();
        for view in &views {
            assert_eq!(view.hosts(), hosts, "exactly one host while anyone is in who may be");
            for claimed in members.iter().filter(|it| !it.may_host) {
                assert_eq!(view.role(claimed.id), Role::Participant, "they only claim a name");
            }
            assert_eq!(view.participants, views[0].participants, "all see the same people");
            assert_eq!(view.policy, views[0].policy, "and the same settings");
            assert_eq!(view.polls, views[0].polls, "and the same votes");
            assert!(view.is_restrained(), "the settings bind participants");
        }
    }

    /// Whoever applied all they heard knows what a newcomer would be told.
    pub(crate) fn compare_views_with_welcomes(&mut self) {
        let members: Vec<_> = self.connected(Place::In).map(|it| it.id).collect();
        for who in members {
            let heard = self.client(who).and_then(|it| it.view.clone()).expect("welcomed");
            self.resume(who, true);
            let told = self.client(who).and_then(|it| it.view.clone()).expect("welcomed again");
            assert_eq!(heard.participants, told.participants);
            assert_eq!(heard.waiting, told.waiting);
            assert_eq!(heard.policy, told.policy);
            assert!(heard.public_chat().ends_with(&told.public_chat()), "the latest, in order");
            assert!(told.chat.len() <= LIMITS.chat, "and not too many");
        }
    }

    /// Everyone goes, and the meeting's time runs out.
    pub(crate) fn wind_down(&mut self) {
        let everyone: Vec<_> = self.clients.iter().map(|it| it.id).collect();
        for who in everyone {
            while self.client(who).is_some_and(|it| it.is_connected()) {
                self.lose(who, 0);
            }
        }
        self.pass(GRACE);
        self.check();
        assert_eq!(self.count(Place::In), 0, "who came has gone");
        assert_eq!(self.meeting.unused_since().is_none(), self.meeting.is_over());
        if self.lasts {
            assert!(self.meeting.is_over() || self.meeting.next_wake().is_none(), "it rests");
            return;
        }
        self.pass(EXPIRY);
        assert!(self.meeting.is_over());
        assert_eq!(self.meeting.next_wake(), None, "and nothing will ever be due");
    }

    fn check_unchanged(&self, before: &str, refusal: Refusal) {
        assert_eq!(self.snapshot(), before, "refused means unchanged: {refusal:?}");
    }

    fn snapshot(&self) -> String {
        format!("{:?}", self.meeting)
    }

    fn count(&self, place: Place) -> usize {
        self.clients.iter().filter(|it| it.is_at(place)).count()
    }

    fn connected(&self, place: Place) -> impl Iterator<Item = &Client> {
        self.clients.iter().filter(move |it| it.is_connected() && it.place == place)
    }

    fn client(&mut self, id: ParticipantId) -> Option<&mut Client> {
        self.clients.iter_mut().find(|it| it.id == id)
    }

    /// Mostly someone who is in; now and then one that is gone, or never was.
    fn pick_member(&self, choice: usize) -> ParticipantId {
        self.pick(choice, &[Place::In, Place::Waiting, Place::Observing])
    }

    fn pick(&self, choice: usize, places: &[Place]) -> ParticipantId {
        let at = |place| self.clients.iter().filter(move |it| it.is_at(place));
        let here = places.iter().copied().flat_map(at);
        let gone = self.clients.iter().filter(|it| it.link == Link::Gone);
        let chosen = here.chain(gone.rev()).nth(choice);
        chosen.map_or(ParticipantId::mentioned(99), |it| it.id)
    }

    fn aim(&self, ask: Ask) -> Command {
        let at = |who| self.pick_member(who);
        match ask {
            Ask::Alone(command) => command,
            Ask::To(who, command) => command(at(who)),
            Ask::SetRole(who, role) => Command::SetRole { who: at(who), role },
            Ask::Say(to, text, answers) => {
                let answers = answers.map(|back| self.last_line.saturating_sub(back));
                Command::Say { to: to.map(at), text, card: None, answers }
            }
            Ask::ToLine(back, change) => {
                let message = self.last_line.saturating_sub(back);
                match change {
                    Change::Edit(text) => Command::EditMessage { message, text },
                    Change::Delete => Command::DeleteMessage { message },
                }
            }
            Ask::Offer(to, mark) => Command::File(FileCommand::Offer {
                to: to.map(at),
                name: "notes.txt".to_owned(),
                size: 1,
                kind: String::new(),
                keep: false,
                mark,
            }),
            Ask::ToFile(back, decline) => {
                let file = self.last_line.saturating_sub(back) + 1;
                Command::File(if decline {
                    FileCommand::Decline { file }
                } else {
                    FileCommand::Withdraw { file }
                })
            }
            Ask::Type(to, typing) => Command::SetTyping { to: to.map(at), typing },
            Ask::Signal(to, text) => Command::Signal {
                to: at(to),
                signal: Signal { form: Form::Envelope, text: text.into() },
            },
        }
    }
}

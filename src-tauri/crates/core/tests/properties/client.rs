//! A client that believes what it hears.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hearth_core::{
    Event, FileEvent, FileOffer, Message, Outcast, Participant, ParticipantId, PersonId, Policy,
    Poll, ResumeToken, Role, Seating, Visitor, Waiter,
};

/// How many events a client can be made to have missed.
const UNDO: usize = 4;

/// One window of one person, or several that share a seat, and what it knows of
/// the meeting.
#[derive(Debug)]
pub(crate) struct Client {
    pub(crate) id: ParticipantId,
    pub(crate) person: PersonId,
    pub(crate) token: ResumeToken,
    pub(crate) seating: Seating,
    pub(crate) may_host: bool,
    /// How many there are while they are connected.
    pub(crate) windows: usize,
    pub(crate) link: Link,
    pub(crate) place: Place,
    /// Whether it has the chat open and is not in.
    pub(crate) reads: bool,
    /// What it knows, once it was welcomed.
    pub(crate) view: Option<View>,
    /// The number of the last event it heard.
    pub(crate) last: u64,
    past: Vec<(u64, Option<View>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    Connected,
    // And has heard nothing since.
    Resuming,
    Lost,
    Gone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Observing,
    Waiting,
    In,
}

/// The meeting, as far as one can tell from what one heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct View {
    pub(crate) participants: BTreeMap<ParticipantId, Participant>,
    pub(crate) waiting: BTreeMap<ParticipantId, Waiter>,
    pub(crate) removed: BTreeSet<ParticipantId>,
    pub(crate) policy: Policy,
    pub(crate) polls: BTreeMap<u64, Arc<Poll>>,
    pub(crate) chat: Vec<Arc<Message>>,
    pub(crate) typing: BTreeSet<ParticipantId>,
    pub(crate) files: Vec<Arc<FileOffer>>,
}

impl Client {
    pub(crate) fn new(id: ParticipantId, visitor: Visitor) -> Client {
        Client {
            id,
            person: visitor.person,
            token: visitor.token,
            seating: visitor.seating,
            may_host: visitor.may_host,
            windows: 1,
            link: Link::Connected,
            place: Place::Observing,
            reads: false,
            view: None,
            last: 0,
            past: Vec::new(),
        }
    }

    pub(crate) fn is_connected(&self) -> bool {
        matches!(self.link, Link::Connected | Link::Resuming)
    }

    /// Whether it sits where another window of this visitor's would.
    pub(crate) fn shares_with(&self, visitor: &Visitor) -> bool {
        let both = [self.seating, visitor.seating] == [Seating::Shared; 2];
        both && self.person == visitor.person && self.link != Link::Gone
    }

    pub(crate) fn is_at(&self, place: Place) -> bool {
        self.link != Link::Gone && self.place == place
    }

    /// Forgets the last events, as if they had got lost on the way.
    pub(crate) fn unhear(&mut self, events: usize) {
        for _ in 0..events {
            let Some((last, view)) = self.past.pop() else { return };
            (self.last, self.view) = (last, view);
        }
    }

    pub(crate) fn hear(&mut self, sequence: u64, event: &Event) {
        let tells_all = matches!(
            event,
            Event::Roster { .. }
                | Event::ChatOpened { .. }
                | Event::Waiting
                | Event::Welcome { .. }
        );
        let follows = sequence == self.last + 1;
        let anew = self.link == Link::Resuming && tells_all && sequence > self.last;
        assert!(follows || anew, "{sequence} does not follow {}: {event:?}", self.last);
        self.link = Link::Connected;
        self.past.push((self.last, self.view.clone()));
        if self.past.len() > UNDO {
            self.past.remove(0);
        }
        self.last = sequence;
        self.learn(event);
    }

    fn learn(&mut self, event: &Event) {
        if let Event::Welcome {
            you,
            participants,
            waiting,
            removed,
            policy,
            chat,
            polls,
            files,
            ..
        } = event
        {
            assert_eq!(*you, self.id, "a welcome is for one");
            assert!(chat.iter().all(|message| self.may_read(message)), "overheard: {chat:?}");
            let view = View::new(participants, waiting, removed, *policy, (chat, files));
            let polls = polls.iter().map(|poll| (poll.number, Arc::clone(poll))).collect();
            self.view = Some(View { polls, ..view });
            return;
        }
        if let Event::Said(message) | Event::MessageChanged(message) = event {
            assert!(self.may_read(message), "overheard: {message:?}");
        }
        match event {
            Event::ChatOpened { chat, .. } => {
                assert!(chat.iter().all(|message| self.may_read(message)), "overheard: {chat:?}");
                self.reads = true;
            }
            Event::Roster { may_read: false, .. } | Event::Waiting => self.reads = false,
            _ => {}
        }
        let (me, reads) = (self.id, self.reads);
        let Some(view) = &mut self.view else {
            let for_outsiders = matches!(
                event,
                Event::Roster { .. }
                    | Event::Waiting
                    | Event::Denied
                    | Event::Removed
                    | Event::Ended
            );
            let for_readers = matches!(
                event,
                Event::ChatOpened { .. }
                    | Event::Said(_)
                    | Event::MessageChanged(_)
                    | Event::PolicyChanged { .. }
            );
            assert!(for_outsiders || (reads && for_readers), "told before the welcome: {event:?}");
            return;
        };
        match event {
            Event::Joined(participant) => {
                let known = view.participants.insert(participant.id, participant.clone());
                assert_eq!(known, None, "nobody comes in twice");
            }
            Event::Renewed(participant) => {
                *view.of(participant.id) = participant.clone();
            }
            Event::Left { who, .. } => {
                assert_ne!(*who, me, "who left hears no more");
                view.participants.remove(who).expect("only who is in can leave");
                view.typing.remove(who);
            }
            Event::ConnectionLost { who } => {
                let was = std::mem::replace(&mut view.of(*who).connected, false);
                assert!(was, "nobody is lost twice");
            }
            Event::ConnectionResumed { who, .. } => view.of(*who).connected = true,
            Event::RoleChanged { who, role } => {
                view.of(*who).role = *role;
                if *who == me && *role == Role::Participant {
                    view.waiting.clear();
                    view.removed.clear();
                }
            }
            Event::RightsChanged { who, rights, .. } => view.of(*who).rights = *rights,
            Event::MediaChanged { who, media, by } => {
                assert_ne!(by.as_ref(), Some(who), "oneself is nobody else");
                view.of(*who).media = *media;
            }
            Event::HandChanged { who, hand } => view.of(*who).hand = *hand,
            Event::NameChanged { who, name, by } => {
                assert_ne!(by.as_ref(), Some(who), "oneself is nobody else");
                view.of(*who).name.clone_from(name);
            }
            Event::AskedToUnmute { by } => {
                assert_ne!(*by, me, "nobody asks themselves");
                assert!(!view.of(me).media.microphone.enabled, "it was on already");
            }
            Event::SpotlightChanged { who } => {
                if let Some(who) = who {
                    view.of(*who);
                }
            }
            Event::CodeChanged { .. } => {}
            Event::PolicyChanged { policy, .. } => view.policy = *policy,
            Event::Knocked(waiter) => {
                assert_ne!(view.of(me).role, Role::Participant, "only hosts hear of knocks");
                view.waiting.insert(waiter.id, waiter.clone());
            }
            Event::KnockAnswered { who } => {
                view.waiting.remove(who).expect("only who waits is answered");
            }
            Event::Entrusted { waiting, removed, .. } => {
                assert_ne!(view.of(me).role, Role::Participant, "only hosts are told");
                view.waiting = by_id(waiting);
                view.removed = removed.iter().map(|it| it.id).collect();
            }
            Event::KeptOut(outcast) => {
                assert!(view.removed.insert(outcast.id), "nobody is removed twice");
            }
            Event::LetBack { who } => {
                assert!(view.removed.remove(who), "only who is kept out is let back");
            }
            Event::Logged(entry) => {
                assert_ne!(view.of(me).role, Role::Participant, "only hosts hear the log");
                assert!(entry.whom.as_ref().is_none_or(|it| !it.is_empty()), "names are named");
            }
            Event::PollChanged(poll) => {
                view.polls.insert(poll.number, Arc::clone(poll));
            }
            Event::PollDeleted { poll } => {
                view.polls.remove(poll).expect("only what was asked is deleted");
            }
            Event::Said(message) => {
                assert!(!view.typing.contains(&message.from), "who has said it writes it no more");
                let last = view.chat.last().map_or(0, |line| line.number);
                assert!(message.number > last, "numbers grow");
                let answered = message.answers.and_then(|number| view.line(number));
                assert!(answered.is_none_or(|line| !line.is_deleted()), "it was still there");
                view.chat.push(Arc::clone(message));
            }
            Event::MessageChanged(message) => {
                assert_eq!(message.is_deleted(), message.text.is_empty(), "no words are left");
                // What was said to another window of theirs they need not know.
                if let Some(line) = view.chat.iter_mut().find(|it| it.number == message.number) {
                    assert!(!line.is_deleted(), "what is deleted does not change");
                    assert_eq!((line.at, line.person), (message.at, message.person));
                    *line = Arc::clone(message);
                }
            }
            Event::NotesEdited { by, .. } => {
                assert_ne!(*by, me, "one knows what one wrote");
                view.of(*by);
            }
            Event::TypingChanged { who, to, typing } => {
                assert_ne!(*who, me, "one knows what one does");
                assert!(to.is_none_or(|to| to == me), "written to someone else");
                view.of(*who);
                if *typing {
                    assert!(view.typing.insert(*who), "told once");
                } else {
                    // Whoever came since was not told that they began.
                    view.typing.remove(who);
                }
            }
            Event::File(FileEvent::Offered(offer)) => {
                assert!(offer.is_for(me), "overheard: {offer:?}");
                view.of(offer.from);
                let last = view.files.last().map_or(0, |known| known.number);
                assert!(offer.number > last, "numbers grow");
                view.files.push(Arc::clone(offer));
            }
            Event::File(FileEvent::Withdrawn { file }) => {
                let known = view.files.iter().position(|offer| offer.number == *file);
                view.files.remove(known.expect("only what was offered is withdrawn"));
            }
            Event::File(FileEvent::Declined { file, who }) => {
                let known = view.files.iter().find(|offer| offer.number == *file);
                assert_eq!(known.map(|offer| offer.from), Some(me), "told to who offered");
                assert_ne!(*who, me);
            }
            Event::File(FileEvent::Kept { .. }) => panic!("nobody keeps files here"),
            Event::Signalled { from, .. } => {
                assert_ne!(*from, me, "nobody signals to themselves");
                view.of(*from);
            }
            Event::Reacted { who, .. } => {
                view.of(*who);
            }
            Event::Removed | Event::Ended => {}
            Event::Welcome { .. }
            | Event::Roster { .. }
            | Event::ChatOpened { .. }
            | Event::Waiting
            | Event::Denied => {
                panic!("not for someone who is in: {event:?}")
            }
        }
    }

    fn may_read(&self, message: &Message) -> bool {
        let for_me = message.to.as_ref().is_none_or(|to| to.person == self.person);
        for_me || message.person == self.person
    }
}

impl View {
    fn new(
        participants: &[Participant],
        waiting: &[Waiter],
        removed: &[Outcast],
        policy: Policy,
        (chat, files): (&[Arc<Message>], &[Arc<FileOffer>]),
    ) -> View {
        let participants = participants.iter().map(|it| (it.id, it.clone())).collect();
        View {
            participants,
            waiting: by_id(waiting),
            removed: removed.iter().map(|it| it.id).collect(),
            policy,
            polls: BTreeMap::new(),
            chat: chat.to_vec(),
            typing: BTreeSet::new(),
            files: files.to_vec(),
        }
    }

    fn of(&mut self, who: ParticipantId) -> &mut Participant {
        self.participants.get_mut(&who).expect("one hears only of people who are in")
    }

    fn line(&self, number: u64) -> Option<&Arc<Message>> {
        self.chat.iter().find(|line| line.number == number)
    }

    pub(crate) fn hosts(&self) -> usize {
        self.participants.values().filter(|it| it.role == Role::Host).count()
    }

    pub(crate) fn role(&self, who: ParticipantId) -> Role {
        self.participants[&who].role
    }

    /// Whether participants send no more than they may.
    pub(crate) fn is_restrained(&self) -> bool {
        let mut participants = self.participants.values().filter(|it| it.role == Role::Participant);
        participants.all(|Participant { rights, media, .. }| {
            let may = rights.unwrap_or(self.policy.rights());
            (may.microphone || !media.microphone.enabled)
                && (may.camera || !media.camera.enabled)
                && (may.screen || !media.screen)
        })
    }

    /// What was said to everyone. Of private messages a second window of the
    /// same person knows others than the first.
    pub(crate) fn public_chat(&self) -> Vec<&Arc<Message>> {
        self.chat.iter().filter(|it| it.to.is_none()).collect()
    }
}

fn by_id(waiting: &[Waiter]) -> BTreeMap<ParticipantId, Waiter> {
    waiting.iter().map(|it| (it.id, it.clone())).collect()
}

//! Questions that a meeting answers by vote.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::{Event, Now, ParticipantId, Poll, Question, Record, Refusal, Role, Vote, text};

use super::Meeting;

impl Meeting {
    /// Whoever may write may ask.
    pub(super) fn open_poll(
        &mut self,
        now: Now,
        from: ParticipantId,
        question: Question,
    ) -> Result<(), Refusal> {
        self.check_may_write(from)?;
        let question = self.tidied(question)?;
        if self.polls.len() >= self.limits.polls {
            return Err(Refusal::TooManyPolls);
        }
        let poll = Arc::new(Poll {
            number: self.next_poll,
            person: self.seats[&from].person,
            name: self.member(from)?.name.clone(),
            question,
            closed: false,
            at: now.wall,
            votes: BTreeMap::new(),
        });
        self.next_poll += 1;
        self.polls.insert(poll.number, Arc::clone(&poll));
        self.remember(Record::PollOpened(Arc::clone(&poll)));
        self.tell_members(Event::PollChanged(poll));
        Ok(())
    }

    fn tidied(&self, question: Question) -> Result<Question, Refusal> {
        let Question { text, choices, several, secret } = question;
        let line = |line: &str| text::name(line, self.limits.question);
        let text = line(&text).map_err(|_| Refusal::InvalidPoll)?;
        let choices = choices.iter().map(|choice| line(choice)).collect::<Result<Vec<_>, _>>();
        let choices = choices.map_err(|_| Refusal::InvalidPoll)?;
        let different = choices.iter().collect::<BTreeSet<_>>().len();
        if !(2..=self.limits.choices).contains(&different) || different != choices.len() {
            return Err(Refusal::InvalidPoll);
        }
        Ok(Question { text, choices, several, secret })
    }

    /// Says what one chooses; nothing takes the vote back.
    pub(super) fn vote(
        &mut self,
        from: ParticipantId,
        number: u64,
        choices: BTreeSet<usize>,
    ) -> Result<(), Refusal> {
        let name = self.member(from)?.name.clone();
        let person = self.seats[&from].person;
        let poll = self.polls.get(&number).ok_or(Refusal::NoSuchPoll)?;
        if poll.closed {
            return Err(Refusal::PollClosed);
        }
        let Question { choices: offered, several, .. } = &poll.question;
        let is_one = *several || choices.len() <= 1;
        if !is_one || choices.iter().any(|choice| *choice >= offered.len()) {
            return Err(Refusal::InvalidVote);
        }
        let vote = (!choices.is_empty()).then_some(Vote { name, choices });
        let before = poll.votes.get(&person);
        if before.map(|vote| &vote.choices) == vote.as_ref().map(|vote| &vote.choices) {
            return Ok(());
        }
        if before.is_none() && poll.votes.len() >= self.limits.votes {
            return Err(Refusal::TooManyVotes);
        }
        self.remember(Record::Voted { poll: number, person, vote: vote.clone() });
        self.change_poll(number, |poll| match vote {
            Some(vote) => {
                poll.votes.insert(person, vote);
            }
            None => {
                poll.votes.remove(&person);
            }
        });
        Ok(())
    }

    pub(super) fn close_poll(&mut self, from: ParticipantId, number: u64) -> Result<(), Refusal> {
        if self.poll_of(from, number)?.closed {
            return Ok(());
        }
        self.remember(Record::PollClosed { poll: number });
        self.change_poll(number, |poll| poll.closed = true);
        Ok(())
    }

    pub(super) fn delete_poll(&mut self, from: ParticipantId, number: u64) -> Result<(), Refusal> {
        self.poll_of(from, number)?;
        self.polls.remove(&number);
        self.remember(Record::PollDeleted { poll: number });
        self.tell_members(Event::PollDeleted { poll: number });
        Ok(())
    }

    pub(super) fn all_polls(&self) -> Vec<Arc<Poll>> {
        self.polls.values().cloned().collect()
    }

    /// One's own, or as a host anyone's.
    fn poll_of(&self, from: ParticipantId, number: u64) -> Result<&Poll, Refusal> {
        let role = self.member(from)?.role;
        let poll = self.polls.get(&number).ok_or(Refusal::NoSuchPoll)?;
        let may = role != Role::Participant || poll.person == self.seats[&from].person;
        if may { Ok(poll) } else { Err(Refusal::NotAllowed) }
    }

    fn change_poll(&mut self, number: u64, change: impl FnOnce(&mut Poll)) {
        let Some(poll) = self.polls.get_mut(&number) else { return };
        change(Arc::make_mut(poll));
        let poll = Arc::clone(poll);
        self.tell_members(Event::PollChanged(poll));
    }
}

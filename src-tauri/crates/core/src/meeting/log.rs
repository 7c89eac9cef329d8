//! What hosts and co-hosts did, for each other to know.

use std::sync::Arc;

use crate::{
    Command, Event, HostAction, LogEntry, Now, Outcast, ParticipantId, Policy, Record, Role,
    Setting,
};

use super::Meeting;
use super::seat::Place;

/// What an entry will say beside who and when.
#[derive(Debug)]
pub(super) struct Draft {
    by: String,
    action: HostAction,
    whom: Option<String>,
    name: Option<String>,
}

impl Meeting {
    /// What there will be to log when this command has changed something. Names are
    /// those of before.
    pub(super) fn draft(&self, from: ParticipantId, command: &Command) -> Vec<Draft> {
        let name = match command {
            Command::Rename { name, .. } => Some(name.trim().to_owned()),
            _ => None,
        };
        let by = |(action, whom)| {
            let by = self.name_of(from).unwrap_or_default();
            Draft { by, action, whom, name: name.clone() }
        };
        self.deeds(from, command).into_iter().map(by).collect()
    }

    /// What a command does to others or to the meeting, and to whom.
    fn deeds(&self, from: ParticipantId, command: &Command) -> Vec<(HostAction, Option<String>)> {
        let one = |action, who| vec![(action, self.name_of(who))];
        let other = |action, who| if who == from { Vec::new() } else { one(action, who) };
        match command {
            Command::Admit { who } => one(HostAction::Admitted, *who),
            Command::AdmitAll => {
                self.waiting().flat_map(|who| one(HostAction::Admitted, who)).collect()
            }
            Command::Deny { who } => one(HostAction::Denied, *who),
            Command::Remove { who } => one(HostAction::Removed, *who),
            Command::LetBack { who } => {
                let outcast = self.removed.values().find(|it| it.id == *who);
                vec![(HostAction::LetBack, outcast.map(|it| it.name.clone()))]
            }
            Command::Mute { who } => other(HostAction::Muted, *who),
            Command::MuteAll => vec![(HostAction::MutedAll, None)],
            Command::SetRights { who, .. } => one(HostAction::SetRights, *who),
            Command::AskToUnmute { who } => one(HostAction::AskedToUnmute, *who),
            Command::Rename { who, .. } => other(HostAction::Renamed, *who),
            Command::SetRole { who, role: Role::CoHost } => one(HostAction::MadeCoHost, *who),
            Command::SetRole { who, .. } => one(HostAction::MadeParticipant, *who),
            Command::HandOver { to } => one(HostAction::HandedOver, *to),
            Command::TakeOver => {
                self.host().map_or_else(Vec::new, |host| one(HostAction::TookOver, host))
            }
            Command::Spotlight { who } => {
                vec![(HostAction::Spotlit, who.and_then(|who| self.name_of(who)))]
            }
            Command::StopScreen { who } => other(HostAction::StoppedScreen, *who),
            Command::LowerHand { who } => other(HostAction::LoweredHand, *who),
            Command::DeleteMessage { message } => {
                let author = self.other_author(from, *message);
                author.map(|name| (HostAction::DeletedMessage, Some(name))).into_iter().collect()
            }
            Command::SetPolicy(policy) => {
                self.policy.switched(*policy).into_iter().map(|action| (action, None)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Who wrote a line, if it was somebody else.
    fn other_author(&self, from: ParticipantId, number: u64) -> Option<String> {
        let person = self.seats.get(&from)?.person;
        let line = self.chat.iter().find(|line| line.number == number)?;
        (line.person != person).then(|| line.name.clone())
    }

    pub(super) fn log(&mut self, now: Now, drafts: Vec<Draft>) {
        for Draft { by, action, whom, name } in drafts {
            let entry = Arc::new(LogEntry {
                number: self.next_entry,
                at: now.wall,
                by,
                action,
                whom,
                name,
            });
            self.next_entry += 1;
            self.log.push_back(Arc::clone(&entry));
            if self.log.len() > self.limits.log {
                self.log.pop_front();
            }
            self.remember(Record::Logged(Arc::clone(&entry)));
            self.tell_hosts(Event::Logged(entry));
        }
    }

    pub(super) fn log_entries(&self) -> Vec<Arc<LogEntry>> {
        self.log.iter().cloned().collect()
    }

    /// In order of their removal, each once.
    pub(super) fn outcasts(&self) -> Vec<Outcast> {
        let mut outcasts: Vec<_> = self.removed.values().cloned().collect();
        outcasts.sort_by_key(|it| it.id);
        outcasts.dedup_by_key(|it| it.id);
        outcasts
    }

    /// The name of someone who is in, waits, or reads along.
    pub(super) fn name_of(&self, who: ParticipantId) -> Option<String> {
        match &self.seats.get(&who)?.place {
            Place::In(member) => Some(member.name.clone()),
            Place::Waiting { name, .. } | Place::Reading { name } => Some(name.clone()),
            Place::Observing => None,
        }
    }
}

impl Policy {
    /// How someone comes from these settings to the others.
    fn switched(self, to: Policy) -> Vec<HostAction> {
        let pairs = self.settings().into_iter().zip(to.settings());
        let changed = pairs.filter(|((_, before), (_, after))| before != after);
        changed
            .map(|(_, (setting, on))| match on {
                true => HostAction::SwitchedOn(setting),
                false => HostAction::SwitchedOff(setting),
            })
            .collect()
    }

    fn settings(self) -> [(Setting, bool); 9] {
        let Policy { microphone, camera, screen, chat, files, keep_files, notes, lobby, locked } =
            self;
        [
            (Setting::Microphone, microphone),
            (Setting::Camera, camera),
            (Setting::Screen, screen),
            (Setting::Chat, chat),
            (Setting::Files, files),
            (Setting::KeepFiles, keep_files),
            (Setting::Notes, notes),
            (Setting::Lobby, lobby),
            (Setting::Locked, locked),
        ]
    }
}

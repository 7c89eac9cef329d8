//! What a meeting wants remembered, table by table.

use hearth_core::{Code, Record};
use rusqlite::{Connection, Result};

use crate::{
    attendance, bookmarks, files, hidings, log, meetings, messages, policy, polls, removals,
};

pub(crate) fn keep(connection: &Connection, code: Code, record: &Record) -> Result<()> {
    if !meetings::exists(connection, code)? {
        // Its owner deleted it while it was on.
        return Ok(());
    }
    match record {
        Record::Came { participant, person, name, at } => {
            attendance::come(connection, code, *participant, *person, name, *at)?;
            // Whoever comes back to a meeting they had deleted sees it again.
            hidings::show(connection, code, *person)?;
            meetings::use_at(connection, code, *at)
        }
        Record::Went { participant, at } => {
            attendance::go(connection, code, *participant, *at)?;
            meetings::use_at(connection, code, *at)
        }
        Record::Said(message) => {
            messages::say(connection, code, message)?;
            meetings::number_at(connection, code, message.number)?;
            meetings::use_at(connection, code, message.at)
        }
        Record::Looked { person, message } => bookmarks::put(connection, code, *person, *message),
        Record::MessageChanged(message) => messages::change(connection, code, message),
        Record::PollOpened(poll) => polls::open(connection, code, poll),
        Record::Voted { poll, person, vote } => {
            polls::vote(connection, code, *poll, *person, vote.as_ref())
        }
        Record::PollClosed { poll } => polls::close(connection, code, *poll),
        Record::PollDeleted { poll } => polls::delete(connection, code, *poll),
        Record::FileWithdrawn(number) => files::withdraw(connection, code, *number),
        Record::PolicyChanged(policy) => policy::change(connection, code, *policy),
        Record::Removed { person, outcast } => removals::remove(connection, code, *person, outcast),
        Record::LetBack(who) => removals::let_back(connection, code, *who),
        Record::Logged(entry) => log::write(connection, code, entry),
        Record::Ended { at } => meetings::end(connection, code, *at),
    }
}

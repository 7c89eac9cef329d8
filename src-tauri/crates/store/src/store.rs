//! The store, as its users see it.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use hearth_core::{Code, PersonId, Record, Tag, Timestamp};

use crate::lock::Lock;
use crate::readers::Readers;
use crate::writer::Writer;
use crate::{
    Account, Credentials, Deletion, Installation, Kept, KeptBytes, KeptFile, LastingRoom,
    MissedCall, NewAccount, NewMeeting, NewRoom, Notes, Page, PastMeeting, PastMeetingDetails,
    Plan, Receipt, Room, RoomMessage, Session, SessionKind, StoreError, StoredMeeting, TokenHash,
    Trust, accounts, adoption, attendance, connection, deletion, files, history, installations,
    lasting, meetings, migrations, missed_calls, notes, own_rooms, plan, record, retention, rooms,
    sessions, settings, tags,
};

/// Remembers. Cheap to clone; closed with its last clone.
///
/// Writes are queued and answered by a [`Receipt`], or fail at once when too
/// many wait. Reads block the thread they are called on.
#[derive(Debug, Clone)]
pub struct Store(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    writer: Writer,
    readers: Readers,
}

impl Store {
    /// Opens the database in this file, which is made if it is not there and
    /// brought up to date if it is older than this program.
    ///
    /// Whoever was in a meeting at a crash left it at its last known moment.
    pub fn open(path: &Path) -> Result<Store, StoreError> {
        let lock = Lock::acquire(path)?;
        let mut connection = connection::writer(path)?;
        migrations::migrate(&mut connection)?;
        attendance::end_all(&connection)?;
        let writer = Writer::start(connection, lock)?;
        Ok(Store(Arc::new(Inner { writer, readers: Readers::new(path) })))
    }

    /// Writes what is queued and stops. Blocks until that is done; later
    /// writes fail with [`StoreError::Closed`].
    pub fn close(&self) {
        self.0.close();
    }

    /// Keeps a new meeting; `false` if its code is that of an open one. One that
    /// is over and had this code goes on in the history under the `spare` one.
    pub fn create_meeting(&self, meeting: NewMeeting, spare: Code) -> Receipt<bool> {
        self.0.writer.write(move |connection| meetings::create(connection, &meeting, spare))
    }

    /// Keeps what happened in a meeting. Nothing is kept of a meeting that is
    /// unknown or was deleted meanwhile.
    pub fn remember(&self, code: Code, record: Record) -> Receipt<()> {
        self.0.writer.write(move |connection| record::keep(connection, code, &record))
    }

    /// Keeps the notes of a meeting as they are now. Nothing is kept of a meeting
    /// that is unknown or was deleted meanwhile.
    pub fn keep_notes(&self, code: Code, notes: Notes) -> Receipt<()> {
        self.0.writer.write(move |connection| notes::keep(connection, code, &notes))
    }

    /// Deletes a meeting for everyone if `by` owns it, else for `by` alone.
    pub fn delete_meeting(&self, code: Code, by: PersonId) -> Receipt<Deletion> {
        self.0.writer.write(move |connection| deletion::delete(connection, code, by))
    }

    /// Keeps what is known of a file that is kept with a meeting; `false` if there
    /// is no such meeting any more.
    pub fn keep_file(&self, code: Code, file: KeptFile) -> Receipt<bool> {
        self.0.writer.write(move |connection| files::keep(connection, code, &file))
    }

    /// A file that is kept with a meeting, if `person` may have it.
    pub fn kept_file(
        &self,
        code: Code,
        number: u64,
        person: PersonId,
    ) -> Result<Option<KeptFile>, StoreError> {
        self.0.readers.read(|connection| files::find(connection, code, number, person))
    }

    /// The names under which the bytes of all files that are kept are found.
    pub fn blobs(&self) -> Result<HashSet<String>, StoreError> {
        self.0.readers.read(files::blobs)
    }

    /// How many bytes of files are kept with a meeting, and with all of them.
    pub fn kept_bytes(&self, code: Code) -> Result<KeptBytes, StoreError> {
        self.0.readers.read(|connection| files::bytes(connection, code))
    }

    /// Keeps a new account; `false` if its username or person has one already.
    pub fn create_account(&self, account: NewAccount) -> Receipt<bool> {
        self.0.writer.write(move |connection| accounts::create(connection, &account))
    }

    /// Keeps a new room and its meeting; `false` if there is a room of this name.
    pub fn create_room(&self, room: NewRoom) -> Receipt<bool> {
        self.0.writer.write(move |connection| rooms::create(connection, &room))
    }

    /// What is set under `key`; this `value`, from now on, if nothing is.
    pub fn setting(&self, key: &'static str, value: Vec<u8>) -> Receipt<Vec<u8>> {
        self.0.writer.write(move |connection| settings::get_or_set(connection, key, &value))
    }

    /// Sets this `value` under `key`, whatever was there.
    pub fn set_setting(&self, key: &'static str, value: Vec<u8>) -> Receipt<()> {
        self.0.writer.write(move |connection| settings::set(connection, key, &value))
    }

    /// What is set under `key`, if anything is.
    pub fn kept_setting(&self, key: &'static str) -> Result<Option<Vec<u8>>, StoreError> {
        self.0.readers.read(|connection| settings::get(connection, key))
    }

    /// Keeps what is newly known of another installation; `false` if it is not
    /// the one that was met before, has changed, or is refused.
    pub fn meet_installation(&self, met: Installation) -> Receipt<bool> {
        self.0.writer.write(move |connection| installations::meet(connection, &met))
    }

    /// Notes how sure it is who an installation is; `false` if none is known by
    /// this id, or it has changed.
    pub fn trust_installation(&self, id: &str, trust: Trust) -> Receipt<bool> {
        let id = id.to_owned();
        self.0.writer.write(move |connection| installations::set_trust(connection, &id, trust))
    }

    /// Forgets an installation; `false` if none is known by this id.
    pub fn forget_installation(&self, id: &str) -> Receipt<bool> {
        let id = id.to_owned();
        self.0.writer.write(move |connection| installations::forget(connection, &id))
    }

    /// Forgets an installation, and meets none with its key again; `false` if
    /// none is known by this id.
    pub fn refuse_installation(&self, id: &str, at: Timestamp) -> Receipt<bool> {
        let id = id.to_owned();
        self.0.writer.write(move |connection| installations::refuse(connection, &id, at))
    }

    /// Keeps that a call was missed; of all of them the newest hundred.
    pub fn keep_missed_call(&self, missed: MissedCall) -> Receipt<()> {
        self.0.writer.write(move |connection| missed_calls::keep(connection, &missed))
    }

    /// Forgets the calls that were missed.
    pub fn forget_missed_calls(&self) -> Receipt<()> {
        self.0.writer.write(missed_calls::forget_all)
    }

    /// The calls that were missed with their numbers, newest first.
    pub fn missed_calls(&self) -> Result<Vec<(u64, MissedCall)>, StoreError> {
        self.0.readers.read(missed_calls::all)
    }

    /// Keeps a new session. Of each person's native sessions the twenty used
    /// last are kept, of others the new one alone.
    pub fn open_session(
        &self,
        kind: SessionKind,
        token: TokenHash,
        person: PersonId,
        at: Timestamp,
    ) -> Receipt<()> {
        self.0.writer.write(move |connection| sessions::open(connection, kind, token, person, at))
    }

    /// Forgets a session, if there is such a one.
    pub fn close_session(&self, token: TokenHash) -> Receipt<()> {
        self.0.writer.write(move |connection| sessions::close(connection, token))
    }

    /// Notes that a session is in use.
    pub fn touch_session(&self, token: TokenHash, at: Timestamp) -> Receipt<()> {
        self.0.writer.write(move |connection| sessions::touch(connection, token, at))
    }

    /// Forgets the sessions not used since then, and tells how many.
    pub fn forget_sessions(&self, unused_since: Timestamp) -> Receipt<u64> {
        self.0.writer.write(move |connection| sessions::forget(connection, unused_since))
    }

    /// Forgets the history from before then, but for meetings that are kept for
    /// longer or shorter, and tells how many meetings that were. One that may
    /// still be come into stays.
    pub fn forget_meetings(&self, before: Option<Timestamp>, now: Timestamp) -> Receipt<u64> {
        self.0.writer.write(move |connection| retention::forget(connection, before, now))
    }

    /// Keeps a meeting for so long; `false` if `owner` has no such meeting.
    pub fn keep_meeting_for(&self, code: Code, owner: PersonId, kept: Kept) -> Receipt<bool> {
        self.0.writer.write(move |connection| retention::set(connection, code, owner, kept))
    }

    /// Gives a meeting a title, and plans it for a time or for none; `false` if
    /// `owner` has no such meeting, or it was ended.
    pub fn plan_meeting(
        &self,
        code: Code,
        owner: PersonId,
        title: Option<String>,
        plan: Option<Plan>,
    ) -> Receipt<bool> {
        self.0
            .writer
            .write(move |connection| plan::set(connection, code, owner, title.as_deref(), plan))
    }

    /// Keeps a meeting as a person's own room, unless they have one that is not
    /// over; the code of the room they have then, or `None` if the meeting's
    /// code is taken.
    pub fn make_own_room(&self, meeting: NewMeeting) -> Receipt<Option<Code>> {
        self.0.writer.write(move |connection| own_rooms::make(connection, &meeting))
    }

    /// Makes all that is known of a guest a part of an account.
    pub fn adopt_guest(&self, guest: PersonId, account: PersonId) -> Receipt<()> {
        self.0.writer.write(move |connection| adoption::adopt(connection, guest, account))
    }

    /// Gives a meeting another code; `false` if there is none, or one has it.
    pub fn change_code(&self, from: Code, to: Code) -> Receipt<bool> {
        self.0.writer.write(move |connection| {
            let may = meetings::exists(connection, from)? && !meetings::exists(connection, to)?;
            if may {
                meetings::change_code(connection, from, to)?;
            }
            Ok(may)
        })
    }

    /// Resolves when everything that was asked to be kept before is on the disk.
    pub fn settle(&self) -> Receipt<()> {
        self.0.writer.write(|_| Ok(()))
    }

    /// What a meeting needs to go on where it was left.
    pub fn meeting(&self, code: Code) -> Result<Option<StoredMeeting>, StoreError> {
        self.0.readers.read(|connection| meetings::find(connection, code))
    }

    /// The state of a meeting's notes, if there are any.
    pub fn notes(&self, code: Code) -> Result<Option<Vec<u8>>, StoreError> {
        self.0.readers.read(|connection| notes::state(connection, code))
    }

    /// The code of the open meeting with this tag.
    pub fn code_with_tag(&self, tag: Tag, at: Timestamp) -> Result<Option<Code>, StoreError> {
        self.0.readers.read(|connection| tags::find(connection, tag, at))
    }

    /// The installation that is known by this id.
    pub fn installation(&self, id: &str) -> Result<Option<Installation>, StoreError> {
        self.0.readers.read(|connection| installations::find(connection, id))
    }

    /// The installation that holds this key.
    pub fn installation_by_key(
        &self,
        fingerprint: [u8; 32],
    ) -> Result<Option<Installation>, StoreError> {
        self.0.readers.read(|connection| installations::find_by_key(connection, fingerprint))
    }

    /// Every installation that was met, the one met last first.
    pub fn installations(&self) -> Result<Vec<Installation>, StoreError> {
        self.0.readers.read(installations::all)
    }

    /// Whether the holder of this key was refused.
    pub fn is_refused_installation(&self, fingerprint: [u8; 32]) -> Result<bool, StoreError> {
        self.0.readers.read(|connection| installations::is_refused(connection, fingerprint))
    }

    /// The meetings that `person` owns or attended and did not delete, newest
    /// first, as far as they are asked for; and whether more follow.
    ///
    /// Those that started in the same millisecond are not parted, so that no
    /// meeting falls between two pages; there may be a few more than `limit`.
    pub fn history(
        &self,
        person: PersonId,
        page: &Page,
        now: Timestamp,
    ) -> Result<(Vec<PastMeeting>, bool), StoreError> {
        self.0.readers.read(|connection| history::page(connection, person, page, now))
    }

    /// The meetings that `person` owns or attended and that are planned for now
    /// or later, soonest first.
    pub fn planned_meetings(
        &self,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Vec<PastMeeting>, StoreError> {
        self.0.readers.read(|connection| plan::upcoming(connection, person, now))
    }

    /// The code of the room that is this person's own, if they have one.
    pub fn own_room(&self, person: PersonId) -> Result<Option<Code>, StoreError> {
        self.0.readers.read(|connection| own_rooms::find(connection, person))
    }

    /// The rooms that last which `person` owns or attended, the one used last first,
    /// and how much of their chat is news to them.
    pub fn lasting_rooms(
        &self,
        person: PersonId,
        limit: usize,
    ) -> Result<Vec<LastingRoom>, StoreError> {
        self.0.readers.read(|connection| lasting::of(connection, person, limit))
    }

    /// Whether `person` was ever in this meeting.
    pub fn has_attended(&self, code: Code, person: PersonId) -> Result<bool, StoreError> {
        self.0.readers.read(|connection| attendance::has_attended(connection, code, person))
    }

    /// All that `person` may know of one of the meetings in their history.
    pub fn past_meeting(
        &self,
        code: Code,
        person: PersonId,
        now: Timestamp,
    ) -> Result<Option<PastMeetingDetails>, StoreError> {
        self.0.readers.read(|connection| history::details(connection, code, person, now))
    }

    /// The codes of the meetings that `person` owns or attended and did not
    /// delete, newest first, as whoever made each meeting wrote it.
    pub fn spellings(&self, person: PersonId) -> Result<Vec<String>, StoreError> {
        self.0.readers.read(|connection| history::spellings(connection, person))
    }

    /// The rooms, newest first.
    pub fn rooms(&self) -> Result<Vec<Room>, StoreError> {
        self.0.readers.read(rooms::all)
    }

    /// The newest `limit` lines of a room that `person` may read, oldest first;
    /// `None` if this is no room.
    pub fn room_messages(
        &self,
        code: Code,
        person: PersonId,
        limit: usize,
    ) -> Result<Option<Vec<RoomMessage>>, StoreError> {
        self.0.readers.read(|connection| rooms::messages(connection, code, person, limit))
    }

    /// Whose session this is.
    pub fn session(
        &self,
        kind: SessionKind,
        token: TokenHash,
    ) -> Result<Option<Session>, StoreError> {
        self.0.readers.read(|connection| sessions::find(connection, kind, token))
    }

    /// What it takes to check a password; the case of `username` is ignored.
    pub fn credentials(&self, username: &str) -> Result<Option<Credentials>, StoreError> {
        self.0.readers.read(|connection| accounts::credentials(connection, username))
    }

    /// The same; the case of `email` is ignored.
    pub fn credentials_by_email(&self, email: &str) -> Result<Option<Credentials>, StoreError> {
        self.0.readers.read(|connection| accounts::credentials_by_email(connection, email))
    }

    /// The person with an account whose id starts so.
    pub fn account_by_start(
        &self,
        start: [u8; 12],
    ) -> Result<Option<(PersonId, Account)>, StoreError> {
        self.0.readers.read(|connection| accounts::find_by_start(connection, start))
    }

    /// The account of a person who has one.
    pub fn account(&self, person: PersonId) -> Result<Option<Account>, StoreError> {
        self.0.readers.read(|connection| accounts::find(connection, person))
    }
}

impl Inner {
    fn close(&self) {
        // The last connection to close tidies up, and that is to be the writer.
        self.readers.close_idle();
        self.writer.close();
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.close();
    }
}

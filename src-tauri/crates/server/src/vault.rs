//! Where the bytes of files are that meetings keep: each in a file of its own,
//! under a name that says nothing.
//!
//! ```text
//!   files/coming/<name>   what comes, piece by piece
//!   files/<name>          what is whole, and in the store
//! ```
//!
//! What the store does not know is swept out: after a crash, and after whatever
//! takes files out of the store.

mod upload;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use hearth_core::{Code, FileOffer};
use hearth_store::{Store, StoreError};
use hearth_wire::rest::FileQuota;
use tracing::warn;

use crate::blocking::blocking;
use crate::{chance, clock};

pub(crate) use upload::Upload;

const SETTING: &str = "files";
const GIB: u64 = 1024 * 1024 * 1024;
const QUOTA: FileQuota = FileQuota { meeting: 4 * GIB, all: 20 * GIB };
// Files that come at once, to all meetings.
const MOST_COMING: usize = 32;
// Of whoever does not go on for so long, what came is thrown away.
const IDLE: Duration = Duration::from_secs(5 * 60);

/// Keeps the bytes. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Vault(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    folder: PathBuf,
    store: Store,
    // Held for single look-ups, never across an await.
    coming: Mutex<HashMap<(Code, u64), Coming>>,
}

#[derive(Debug, Clone)]
struct Coming {
    blob: String,
    size: u64,
    since: Instant,
    upload: Arc<tokio::sync::Mutex<Upload>>,
}

/// Why a file is not kept.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotKept {
    /// The meeting has as many bytes as it may have.
    #[error("The files of this meeting take as much room as the host gives them.")]
    MeetingFull,
    /// This server has.
    #[error("The host has no room for more files.")]
    ServerFull,
    /// Too many files come at once.
    #[error("Too many files are being kept at once. Try again in a moment.")]
    Busy,
    /// The disk failed, or is full.
    #[error("The host could not write the file. Its disk may be full.")]
    Disk(#[from] io::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Vault {
    /// Opens it, and throws away what nobody knows any more.
    pub(crate) fn open(folder: PathBuf, store: Store) -> anyhow::Result<Vault> {
        fs::create_dir_all(folder.join("coming"))?;
        let vault = Vault(Arc::new(Inner { folder, store, coming: Mutex::default() }));
        vault.0.sweep()?;
        Ok(vault)
    }

    /// How many bytes may be kept.
    pub(crate) async fn quota(&self) -> Result<FileQuota, StoreError> {
        let store = self.0.store.clone();
        let kept = blocking(move || store.kept_setting(SETTING)).await?;
        Ok(kept.and_then(|kept| serde_json::from_slice(&kept).ok()).unwrap_or(QUOTA))
    }

    /// Keeps so many from now on. What is there stays.
    pub(crate) async fn set_quota(&self, quota: FileQuota) -> Result<(), StoreError> {
        let kept = serde_json::to_vec(&quota).expect("a setting has a spelling");
        self.0.store.set_setting(SETTING, kept).await?;
        Ok(())
    }

    /// What came of a file so far; room is made for all of it.
    pub(crate) async fn receive(
        &self,
        code: Code,
        offer: &FileOffer,
    ) -> Result<Arc<tokio::sync::Mutex<Upload>>, NotKept> {
        let key = (code, offer.number);
        if let Some(upload) = self.0.touch(key) {
            return Ok(upload);
        }
        let quota = self.quota().await?;
        let store = self.0.store.clone();
        let kept = blocking(move || store.kept_bytes(code)).await?;
        let mut coming = self.0.coming.lock().expect("nobody panics while looking up");
        if let Some(begun) = coming.get(&key) {
            return Ok(Arc::clone(&begun.upload));
        }
        if coming.len() >= MOST_COMING {
            return Err(NotKept::Busy);
        }
        let promised = |of: Option<Code>| {
            let those = coming.iter().filter(|((it, _), _)| of.is_none_or(|of| *it == of));
            those.map(|(_, coming)| coming.size).sum::<u64>()
        };
        if kept.meeting + promised(Some(code)) + offer.size > quota.meeting {
            return Err(NotKept::MeetingFull);
        }
        if kept.all + promised(None) + offer.size > quota.all {
            return Err(NotKept::ServerFull);
        }
        let blob = chance::digits::<16>();
        let upload = Upload::begin(self.0.folder.join("coming").join(&blob), offer.size)?;
        let upload = Arc::new(tokio::sync::Mutex::new(upload));
        let since = clock::instant();
        let begun = Coming { blob, size: offer.size, since, upload: Arc::clone(&upload) };
        coming.insert(key, begun);
        Ok(upload)
    }

    /// Puts what is whole in its place, and returns its name there. It is safe from
    /// being swept out until [`Vault::let_go`].
    pub(crate) async fn place(&self, code: Code, number: u64) -> io::Result<Option<String>> {
        let Some(coming) = self.0.find((code, number)) else { return Ok(None) };
        let (from, to) = (self.0.folder.join("coming").join(&coming.blob), self.path(&coming.blob));
        blocking(move || {
            fs::File::open(&from)?.sync_all()?;
            fs::rename(from, to)
        })
        .await?;
        Ok(Some(coming.blob))
    }

    /// Nothing more of this file comes. What is not in the store is thrown away.
    pub(crate) async fn let_go(&self, code: Code, number: u64) {
        if self.0.find((code, number)).is_none() {
            return;
        }
        self.0.coming.lock().expect("nobody panics while looking up").remove(&(code, number));
        self.sweep().await;
    }

    /// Lets go of whatever nobody goes on with.
    pub(crate) async fn let_go_of_idle(&self) {
        let now = clock::instant();
        let is_idle = |coming: &Coming| now.duration_since(coming.since) > IDLE;
        let any = {
            let mut coming = self.0.coming.lock().expect("nobody panics while looking up");
            let before = coming.len();
            coming.retain(|_, coming| !is_idle(coming));
            coming.len() < before
        };
        if any {
            self.sweep().await;
        }
    }

    /// Throws away the bytes of all files that are not kept any more.
    pub(crate) async fn sweep(&self) {
        let inner = Arc::clone(&self.0);
        if let Err(error) = blocking(move || inner.sweep()).await {
            warn!("Files that nobody keeps were not thrown away: {error:#}");
        }
    }

    /// Where the bytes of a file are.
    pub(crate) fn path(&self, blob: &str) -> PathBuf {
        self.0.folder.join(blob)
    }
}

impl Inner {
    fn find(&self, key: (Code, u64)) -> Option<Coming> {
        self.coming.lock().expect("nobody panics while looking up").get(&key).cloned()
    }

    fn touch(&self, key: (Code, u64)) -> Option<Arc<tokio::sync::Mutex<Upload>>> {
        let mut coming = self.coming.lock().expect("nobody panics while looking up");
        let found = coming.get_mut(&key)?;
        found.since = clock::instant();
        Some(Arc::clone(&found.upload))
    }

    /// What comes is looked at before the store, in which it is before it comes no
    /// more: so nothing is thrown away on its way from one to the other.
    fn sweep(&self) -> anyhow::Result<()> {
        let coming = self.folder.join("coming");
        let mut found = Vec::new();
        for folder in [&self.folder, &coming] {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                if entry.file_type()?.is_file() {
                    found.push(entry);
                }
            }
        }
        let on_the_way: Vec<String> = {
            let coming = self.coming.lock().expect("nobody panics while looking up");
            coming.values().map(|coming| coming.blob.clone()).collect()
        };
        let known = self.store.blobs()?;
        for entry in found {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !on_the_way.contains(&name) && !known.contains(&name) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

//! For how long the history is kept.

use hearth_core::Timestamp;
use hearth_store::{Store, StoreError};
use hearth_wire::rest::Retention;

use crate::blocking::blocking;
use crate::clock;

const SETTING: &str = "retention";
const FOR_EVER: Retention = Retention { days: None };
const DAY: u64 = 24 * 60 * 60 * 1000;

/// What was set.
pub(crate) async fn kept(store: &Store) -> Result<Retention, StoreError> {
    let reader = store.clone();
    let kept = blocking(move || reader.kept_setting(SETTING)).await?;
    Ok(kept.and_then(|kept| serde_json::from_slice(&kept).ok()).unwrap_or(FOR_EVER))
}

/// Keeps the history for so long from now on, and deletes what is older.
pub(crate) async fn set(store: &Store, retention: Retention) -> Result<(), StoreError> {
    let kept = serde_json::to_vec(&retention).expect("a setting has a spelling");
    store.set_setting(SETTING, kept).await?;
    apply(store, retention).await
}

/// Deletes what is older than what was set, for all or for one meeting.
pub(crate) async fn heed(store: &Store) -> Result<(), StoreError> {
    apply(store, kept(store).await?).await
}

async fn apply(store: &Store, Retention { days }: Retention) -> Result<(), StoreError> {
    let now = clock::wall();
    let before = days.map(|days| Timestamp(now.0.saturating_sub(u64::from(days) * DAY)));
    store.forget_meetings(before, now).await?;
    Ok(())
}

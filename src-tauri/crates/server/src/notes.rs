//! The page of notes that everyone in a meeting writes together: a Yjs document
//! with one text in it.
//!
//! A change is read here before the document hears of it. The library that holds
//! the document was made for peers who trust each other; what a stranger may send
//! is to be nothing but letters that come in and letters that go out.

mod update;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use hearth_core::Refusal;
use yrs::updates::decoder::Decode;
use yrs::{Doc, GetString, ReadTxn, StateVector, TextRef, Transact, Update};

use update::Reading;

// What a reader of the state needs to know to find the text in it.
const TEXT: &str = "notes";
// Of the state, in which each letter takes a byte or more and each place where
// somebody began to write some ten.
const MOST_BYTES: usize = 256 * 1024;
// To find its place, each piece may have to pass every other, here and in the
// browser of whoever opens the notes. Nobody who just writes makes them; it is
// about those who would like everyone to wait.
const MOST_PIECES: u64 = 10_000;
const MOST_STEPS: u64 = 1_000_000;

/// The notes of one meeting.
pub(crate) struct Notes {
    doc: Doc,
    text: TextRef,
    state: Arc<[u8]>,
    pieces: u64,
}

/// What was kept as the state of notes is none.
#[derive(Debug, thiserror::Error)]
#[error("the notes that were kept cannot be read")]
pub(crate) struct Unreadable;

impl Notes {
    /// The notes in this state, which was one of them before; or empty ones.
    pub(crate) fn open(state: Option<Vec<u8>>) -> Result<Notes, Unreadable> {
        let state = state.map_or_else(|| Update::EMPTY_V1.into(), Arc::from);
        let (doc, text) = document(&state)?;
        let pieces = Reading::count(&state).ok_or(Unreadable)?;
        Ok(Notes { doc, text, state, pieces })
    }

    /// All of it, in the form of a change of empty notes.
    pub(crate) fn state(&self) -> Arc<[u8]> {
        Arc::clone(&self.state)
    }

    /// What they say.
    pub(crate) fn text(&self) -> String {
        self.text.get_string(&self.doc.transact())
    }

    /// Changes the notes; or says why not, and they are as they were.
    pub(crate) fn edit(&mut self, update: &[u8]) -> Result<(), Refusal> {
        let known = self.doc.transact().state_vector();
        let news = Reading::of(update, &known).ok_or(Refusal::InvalidNotes)?;
        let pieces = self.pieces + news.pieces;
        if news.pieces > 0 && pieces > MOST_PIECES {
            return Err(Refusal::NotesFull);
        }
        if news.pieces * pieces > MOST_STEPS {
            return Err(Refusal::NotesUpdateTooLarge);
        }
        let changed = self.apply(&news.update);
        if changed.is_err() {
            let (doc, text) = document(&self.state).expect("it was read before");
            (self.doc, self.text) = (doc, text);
        }
        changed
    }

    fn apply(&mut self, news: &[u8]) -> Result<(), Refusal> {
        let update = Update::decode_v1(news).map_err(|_| Refusal::InvalidNotes)?;
        let mut transaction = self.doc.transact_mut();
        transaction.apply_update(update).map_err(|_| Refusal::InvalidNotes)?;
        // What a transaction deletes is forgotten when it ends.
        drop(transaction);
        let state = self.doc.transact().encode_state_as_update_v1(&StateVector::default());
        if state.len() > MOST_BYTES {
            return Err(Refusal::NotesFull);
        }
        self.pieces = Reading::count(&state).ok_or(Refusal::InvalidNotes)?;
        self.state = state.into();
        Ok(())
    }
}

fn document(state: &[u8]) -> Result<(Doc, TextRef), Unreadable> {
    let doc = Doc::new();
    let text = doc.get_or_insert_text(TEXT);
    let update = Update::decode_v1(state).map_err(|_| Unreadable)?;
    doc.transact_mut().apply_update(update).map_err(|_| Unreadable)?;
    Ok((doc, text))
}

//! What the notes take in, and what they turn down.

use yrs::block::ClientID;
use yrs::{Any, Map, OffsetKind, Options, Text, WriteTxn, XmlFragment, XmlTextPrelim};

use super::*;

/// Someone who writes, and what they have not sent yet.
struct Writer {
    doc: Doc,
    text: TextRef,
    sent: StateVector,
}

impl Writer {
    fn new(id: u64) -> Writer {
        // As browsers count.
        let offset_kind = OffsetKind::Utf16;
        let client_id = ClientID::new(id);
        let doc = Doc::with_options(Options { client_id, offset_kind, ..Options::default() });
        let text = doc.get_or_insert_text(TEXT);
        Writer { doc, text, sent: StateVector::default() }
    }

    /// Takes out so many letters at a place, and puts others there.
    fn splice(&mut self, at: u32, out: u32, letters: &str) -> Vec<u8> {
        let mut transaction = self.doc.transact_mut();
        if out > 0 {
            self.text.remove_range(&mut transaction, at, out);
        }
        self.text.insert(&mut transaction, at, letters);
        drop(transaction);
        let update = self.doc.transact().encode_state_as_update_v1(&self.sent);
        self.sent = self.doc.transact().state_vector();
        update
    }

    fn hear(&mut self, update: &[u8]) {
        let update = Update::decode_v1(update).expect("it was accepted");
        self.doc.transact_mut().apply_update(update).expect("it was accepted");
        self.sent = self.doc.transact().state_vector();
    }

    fn text(&self) -> String {
        self.text.get_string(&self.doc.transact())
    }
}

fn empty() -> Notes {
    Notes::open(None).expect("there is nothing to read")
}

/// A generator of bytes that are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).expect("a byte")
    }
}

#[test]
fn two_write_at_once_and_end_with_the_same() {
    let mut notes = empty();
    let (mut ada, mut ben) = (Writer::new(1), Writer::new(2));
    let agenda = ada.splice(0, 0, "Agenda\n");
    notes.edit(&agenda).expect("it fits");
    ben.hear(&agenda);
    let (hers, his) = (ada.splice(7, 0, "1. Cake 🍰"), ben.splice(0, 6, "Plan"));

    notes.edit(&his).expect("it fits");
    notes.edit(&hers).expect("it fits");

    ada.hear(&his);
    ben.hear(&hers);
    assert_eq!(notes.text(), "Plan\n1. Cake 🍰");
    assert_eq!([ada.text(), ben.text()], [notes.text(), notes.text()]);
    let again = Notes::open(Some(notes.state().to_vec())).expect("it is a state");
    assert_eq!(again.text(), notes.text());
    assert!(!notes.state().windows(6).any(|it| it == b"Agenda"), "what is deleted is gone");
}

#[test]
fn what_is_sent_again_changes_nothing() {
    let mut notes = empty();
    let mut ada = Writer::new(1);
    let updates = [ada.splice(0, 0, "one "), ada.splice(4, 0, "two "), ada.splice(0, 4, "")];
    for update in &updates {
        notes.edit(update).expect("it fits");
    }
    let before = notes.state();
    for update in &updates {
        notes.edit(update).expect("it is known");
    }
    assert_eq!((notes.text().as_str(), notes.state()), ("two ", before));
}

#[test]
fn what_builds_on_what_nobody_sent_is_refused() {
    let mut notes = empty();
    let mut ada = Writer::new(1);
    ada.splice(0, 0, "never sent");
    let update = ada.splice(3, 2, "sent");
    assert_eq!(notes.edit(&update), Err(Refusal::InvalidNotes));
    assert_eq!(notes.text(), "");
}

#[test]
fn whoever_writes_something_else_than_text_is_refused() {
    let refused = |make: &dyn Fn(&Doc)| {
        let doc = Doc::with_client_id(1);
        make(&doc);
        let update = doc.transact().encode_state_as_update_v1(&StateVector::default());
        assert_eq!(empty().edit(&update), Err(Refusal::InvalidNotes), "{update:?}");
    };
    refused(&|doc| {
        let text = doc.get_or_insert_text("elsewhere");
        text.insert(&mut doc.transact_mut(), 0, "hidden");
    });
    refused(&|doc| {
        let map = doc.get_or_insert_map(TEXT);
        map.insert(&mut doc.transact_mut(), "key", 1);
    });
    refused(&|doc| {
        let text = doc.get_or_insert_text(TEXT);
        text.insert_embed(&mut doc.transact_mut(), 0, Any::from("picture"));
    });
    refused(&|doc| {
        let bold = [("bold".into(), Any::Bool(true))].into();
        let text = doc.get_or_insert_text(TEXT);
        text.insert_with_attributes(&mut doc.transact_mut(), 0, "bold", bold);
    });
    refused(&|doc| {
        let mut transaction = doc.transact_mut();
        let fragment = transaction.get_or_insert_xml_fragment(TEXT);
        fragment.insert(&mut transaction, 0, XmlTextPrelim::new("tree"));
    });
}

#[test]
fn notes_have_a_bound_and_a_refusal_leaves_them_as_they_were() {
    let mut notes = empty();
    let mut ada = Writer::new(1);
    let page = "x".repeat(60 * 1024);
    for _ in 0..4 {
        notes.edit(&ada.splice(0, 0, &page)).expect("there is room");
    }
    let before = notes.state();

    assert_eq!(notes.edit(&ada.splice(0, 0, &page)), Err(Refusal::NotesFull));

    assert_eq!((notes.text(), notes.state()), (page.repeat(4), before));
    let mut ben = Writer::new(2);
    ben.hear(&notes.state());
    notes.edit(&ben.splice(0, 60 * 1024, "shorter")).expect("it makes room");
    assert!(notes.text().starts_with("shorterx"));
}

#[test]
fn noise_is_refused_and_changes_nothing() {
    let mut notes = empty();
    let mut ada = Writer::new(1);
    notes.edit(&ada.splice(0, 0, "Hello")).expect("it fits");
    let before = notes.state();
    let mut dice = Dice(1);
    for _ in 0..20_000 {
        let noise: Vec<_> = (0..dice.below(64)).map(|_| dice.byte()).collect();
        assert_ne!(notes.edit(&noise), Err(Refusal::NotesFull));
        assert_eq!(notes.state(), before, "no noise is a change: {noise:?}");
    }
}

#[test]
fn a_change_that_was_tampered_with_is_refused_or_is_another_change() {
    let mut dice = Dice(2);
    let mut writers = [Writer::new(1), Writer::new(2), Writer::new(300)];
    let mut notes = empty();
    let (mut taken, mut refused) = (0, 0);
    for round in 0..4000 {
        let who = dice.below(writers.len());
        let length = u32::try_from(writers[who].text().encode_utf16().count()).expect("short");
        let at = u32::try_from(dice.below(length as usize + 1)).expect("short");
        let out = (length - at).min(u32::try_from(dice.below(5)).expect("short"));
        let letters = ["a", "bc", "déf", "🍰", ""][dice.below(5)];
        let update = writers[who].splice(at, out, letters);
        let mut tampered = update.clone();
        for _ in 0..=dice.below(3) {
            let place = dice.below(tampered.len());
            match dice.below(4) {
                0 => tampered[place] = dice.byte(),
                1 => tampered[place] ^= 1 << dice.below(8),
                2 => tampered.insert(place, dice.byte()),
                _ => drop(tampered.remove(place)),
            }
            if tampered.is_empty() {
                break;
            }
        }
        match notes.edit(&tampered) {
            Ok(()) => taken += 1,
            Err(_) => refused += 1,
        }
        notes = Notes::open(Some(notes.state().to_vec())).expect("what is kept can be read");
        // From here on all know what is known here, and nothing else.
        for (id, writer) in [1, 2, 300].into_iter().zip(&mut writers) {
            *writer = Writer::new(id + 1000 * round);
            writer.hear(&notes.state());
        }
    }
    assert!(taken > 20 && refused > 1000, "{taken} were taken, {refused} refused");
}

/// Letters of one writer, each of which wants to be the first of all.
fn all_first(client: u8, clock: u16, count: u16) -> Vec<u8> {
    let number = |number: u16| -> [u8; 3] {
        let low = |shift: u32| u8::try_from((number >> shift) & 0x7f).expect("seven bits");
        [low(0) | 0x80, low(7) | 0x80, low(14)]
    };
    let piece = [&[4, 1, 5][..], TEXT.as_bytes(), &[1, b'x']].concat();
    let head = [&[1][..], &number(count), &[client], &number(clock)].concat();
    [head, piece.repeat(count.into()), vec![0]].concat()
}

#[test]
fn nobody_keeps_everyone_waiting_for_their_letters_to_find_a_place() {
    let mut notes = empty();
    assert_eq!(notes.edit(&all_first(1, 0, 5000)), Err(Refusal::NotesUpdateTooLarge));
    for client in [1, 2] {
        for clock in (0..5000).step_by(100) {
            notes.edit(&all_first(client, clock, 100)).expect("they are few at once");
        }
    }
    let again = Notes::open(Some(notes.state().to_vec())).expect("it is a state");
    assert_eq!(again.text(), notes.text());
    assert_eq!(notes.edit(&all_first(3, 0, 1)), Err(Refusal::NotesFull));
}

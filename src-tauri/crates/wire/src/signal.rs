//! Signals, from the form in which one client writes them to that of another.
//!
//! Between clients of one kind nothing is looked into. Only where the forms
//! differ is a signal taken apart, as far as it takes.

use std::borrow::Cow;

use hearth_core::{Form, Signal};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::object::present;

/// A signal without what clients wrap around it: its form, which is one of
/// offer, answer and candidate, and its JSON. `None` if it is none of these.
fn bare(signal: &Signal) -> Option<(Form, Cow<'_, str>)> {
    match signal.form {
        form @ (Form::Offer | Form::Answer | Form::Candidate) => {
            Some((form, Cow::Borrowed(&*signal.text)))
        }
        Form::Envelope => {
            let Envelope { description, candidate } = serde_json::from_str(&signal.text).ok()?;
            either(description, candidate).map(|(form, json)| (form, Cow::Borrowed(json)))
        }
        Form::Quoted => {
            let inside: String = serde_json::from_str(&signal.text).ok()?;
            let Quoted { sdp, ice } = serde_json::from_str(&inside).ok()?;
            either(sdp, ice).map(|(form, json)| (form, Cow::Owned(json.to_owned())))
        }
    }
}

/// A signal as an object with a `description` or a `candidate`.
pub(crate) fn envelope(signal: &Signal) -> Option<Cow<'_, str>> {
    if signal.form == Form::Envelope {
        return Some(Cow::Borrowed(&*signal.text));
    }
    let (form, json) = bare(signal)?;
    let key = if form == Form::Candidate { "candidate" } else { "description" };
    Some(Cow::Owned(format!(r#"{{"{key}":{json}}}"#)))
}

/// A signal as a string that holds the JSON of an object with an `sdp` or an
/// `ice`.
fn quoted(signal: &Signal) -> Option<Cow<'_, str>> {
    if signal.form == Form::Quoted {
        return Some(Cow::Borrowed(&*signal.text));
    }
    let (form, json) = bare(signal)?;
    let key = if form == Form::Candidate { "ice" } else { "sdp" };
    let inside = format!(r#"{{"{key}":{json}}}"#);
    Some(Cow::Owned(serde_json::to_string(&inside).expect("a string is JSON")))
}

/// A bare signal for an older client. Such clients have no word for the end of
/// the candidates, unless one of their own kind says it.
pub(crate) fn bare_for(signal: &Signal, is_own_kind: bool) -> Option<(Form, Cow<'_, str>)> {
    bare(signal).filter(|(form, json)| is_own_kind || !is_end(*form, json))
}

/// The same, as a string that holds JSON.
pub(crate) fn quoted_for(signal: &Signal, is_own_kind: bool) -> Option<Cow<'_, str>> {
    let is_end = || bare(signal).is_some_and(|(form, json)| is_end(form, &json));
    if !is_own_kind && is_end() { None } else { quoted(signal) }
}

/// The one of three that is about signals of this form.
pub(crate) fn pick<T>(form: Form, offer: T, answer: T, candidate: T) -> T {
    match form {
        Form::Offer => offer,
        Form::Answer => answer,
        Form::Candidate | Form::Envelope | Form::Quoted => candidate,
    }
}

/// Whether this says no more than that no candidates follow.
fn is_end(form: Form, json: &str) -> bool {
    form == Form::Candidate && json == "null"
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow, default)]
    description: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    candidate: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Quoted<'a> {
    #[serde(borrow, default)]
    sdp: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    ice: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Description<'a> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'a, str>,
}

fn either<'a>(
    description: Option<&'a RawValue>,
    candidate: Option<&'a RawValue>,
) -> Option<(Form, &'a str)> {
    let Some(description) = description else {
        return candidate.map(|candidate| (Form::Candidate, candidate.get()));
    };
    let Description { kind } = serde_json::from_str(description.get()).ok()?;
    let form = match &*kind {
        "offer" => Form::Offer,
        "answer" => Form::Answer,
        _ => return None,
    };
    Some((form, description.get()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFER: &str = r#"{"type":"offer","sdp":"v=0\r\n\"x\""}"#;

    fn signal(form: Form, text: &str) -> Signal {
        Signal { form, text: text.into() }
    }

    #[test]
    fn what_is_in_the_same_form_already_is_not_looked_into() {
        for form in [Form::Offer, Form::Answer, Form::Candidate] {
            let same = signal(form, "not even JSON");
            assert_eq!(bare(&same), Some((form, "not even JSON".into())));
        }
        let same = signal(Form::Envelope, "not even JSON");
        assert_eq!(envelope(&same).as_deref(), Some("not even JSON"));
        let same = signal(Form::Quoted, "not even JSON");
        assert_eq!(quoted(&same).as_deref(), Some("not even JSON"));
    }

    #[test]
    fn an_offer_survives_the_way_through_every_form() {
        let offer = signal(Form::Offer, OFFER);
        let in_envelope = signal(Form::Envelope, &envelope(&offer).expect("it fits"));
        assert_eq!(bare(&in_envelope), Some((Form::Offer, OFFER.into())));
        let in_quotes = signal(Form::Quoted, &quoted(&in_envelope).expect("it fits"));
        assert_eq!(bare(&in_quotes), Some((Form::Offer, OFFER.into())));
        assert_eq!(envelope(&in_quotes), envelope(&offer));
    }

    #[test]
    fn the_candidate_after_the_last_is_null() {
        let last = signal(Form::Envelope, r#"{"candidate":null,"instance":"1"}"#);
        assert_eq!(bare(&last), Some((Form::Candidate, "null".into())));
        assert_eq!(quoted(&last).as_deref(), Some(r#""{\"ice\":null}""#));
    }

    #[test]
    fn what_is_no_signal_is_nothing_to_other_clients() {
        let odd = ["7", "{}", r#"{"description":7}"#, r#"{"description":{"type":"rollback"}}"#];
        for text in odd {
            assert_eq!(bare(&signal(Form::Envelope, text)), None, "{text}");
        }
        for text in ["7", r#""7""#, r#""{}""#, r#""{\"sdp\":null}""#] {
            assert_eq!(bare(&signal(Form::Quoted, text)), None, "{text}");
        }
    }
}

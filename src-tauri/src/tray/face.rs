//! What the tray is to show, decided without a tray.

use hearth_server::{CallCard, CallState, Visibility};

use crate::words::Words;

/// Everything of the tray that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Face {
    pub(crate) icon: Icon,
    /// What is going on.
    pub(crate) now: String,
    /// What a click does to the microphone.
    pub(crate) mute: &'static str,
    pub(crate) can_mute: bool,
    pub(crate) can_leave: bool,
    pub(crate) visibility: Visibility,
}

/// The drawing: a hearth that is cold, or burns, or burns in silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Cold,
    Burning,
    Muted,
}

impl Face {
    /// The face for a call, or for none.
    pub(crate) fn of(call: Option<&CallCard>, visibility: Visibility, words: &Words) -> Face {
        let is_in = call.is_some_and(|it| is_in(it.state));
        let is_heard = call.is_some_and(|it| it.media.microphone.enabled);
        Face {
            icon: match (is_in, is_heard) {
                (false, _) => Icon::Cold,
                (true, true) => Icon::Burning,
                (true, false) => Icon::Muted,
            },
            now: call.map_or_else(|| words.no_call.to_owned(), |call| describe(call, words)),
            mute: if call.is_some() && !is_heard { words.unmute } else { words.mute },
            can_mute: call.is_some_and(|it| it.media.microphone.available),
            can_leave: call.is_some(),
            visibility,
        }
    }
}

fn is_in(state: CallState) -> bool {
    matches!(state, CallState::In | CallState::Reconnecting)
}

fn describe(call: &CallCard, words: &Words) -> String {
    let title = call.title.as_deref().unwrap_or(words.meeting);
    let template = match call.state {
        CallState::Connecting => words.connecting,
        CallState::Door => words.green_room,
        CallState::Waiting => words.lobby,
        CallState::Reconnecting => words.reconnecting,
        CallState::In if call.people > 1 => words.people,
        CallState::In => words.alone,
    };
    // The title last: it is anyone's, and may look like a place to fill in.
    let people = template.replace("{people}", &call.people.to_string());
    let text = match call.waiting {
        0 => people,
        waiting => {
            let knocking = words.knocking.replace("{waiting}", &waiting.to_string());
            knocking.replace("{call}", &people)
        }
    };
    text.replacen("{title}", title, 1)
}

#[cfg(test)]
pub(crate) mod tests {
    use hearth_server::{Device, Media};

    use super::*;
    use crate::words::Language;

    /// A call that one is in with another.
    pub(crate) fn call() -> CallCard {
        let on = Device { available: true, enabled: true };
        CallCard {
            path: "/m/abc-def-ghj".into(),
            title: Some("Stand-up".into()),
            state: CallState::In,
            since: Some(1_795_262_400_000),
            media: Media { microphone: on, camera: on, screen: false },
            people: 2,
            waiting: 0,
            seen: true,
        }
    }

    fn face(call: &CallCard) -> Face {
        Face::of(Some(call), Visibility::Code, Language::En.words())
    }

    #[test]
    fn without_a_call_the_hearth_is_cold_and_nothing_can_be_done() {
        let face = Face::of(None, Visibility::Nobody, Language::De.words());
        assert_eq!((face.icon, face.now.as_str()), (Icon::Cold, "Kein Anruf"));
        assert_eq!((face.can_mute, face.can_leave), (false, false));
        assert_eq!(face.visibility, Visibility::Nobody);
    }

    #[test]
    fn in_a_call_it_burns_and_shows_who_is_there() {
        let face = face(&call());
        assert_eq!((face.icon, face.now.as_str()), (Icon::Burning, "Stand-up – 2 people"));
        assert_eq!((face.mute, face.can_mute, face.can_leave), ("Mute", true, true));
    }

    #[test]
    fn who_is_muted_can_unmute() {
        let mut call = call();
        call.media.microphone.enabled = false;
        let face = face(&call);
        assert_eq!((face.icon, face.mute, face.can_mute), (Icon::Muted, "Unmute", true));
    }

    #[test]
    fn who_has_no_microphone_can_neither_mute_nor_unmute() {
        let mut call = call();
        call.media.microphone = Device { available: false, enabled: false };
        assert!(!face(&call).can_mute);
    }

    #[test]
    fn before_one_is_in_the_hearth_is_cold_but_one_can_leave() {
        for (state, now) in [
            (CallState::Connecting, "Meeting – connecting"),
            (CallState::Door, "Meeting – in the green room"),
            (CallState::Waiting, "Meeting – waiting in the lobby"),
        ] {
            let face = face(&CallCard { state, title: None, ..call() });
            assert_eq!((face.icon, face.now.as_str(), face.can_leave), (Icon::Cold, now, true));
        }
    }

    #[test]
    fn those_who_knock_are_told_of_and_a_title_is_never_filled_in() {
        let now = face(&CallCard { waiting: 3, title: Some("{people}".into()), ..call() }).now;
        assert_eq!(now, "{people} – 2 people, 3 waiting");
        assert_eq!(face(&CallCard { people: 1, ..call() }).now, "Stand-up – nobody else yet");
    }
}

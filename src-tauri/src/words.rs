//! What the shell itself says, in English and German.

use std::env;

use serde::{Deserialize, Serialize};

/// A language that Hearth speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    En,
    De,
}

/// Every sentence, in one language. `{…}` is filled in.
pub(crate) struct Words {
    pub(crate) no_call: &'static str,
    pub(crate) meeting: &'static str,
    pub(crate) connecting: &'static str,
    pub(crate) green_room: &'static str,
    pub(crate) lobby: &'static str,
    pub(crate) alone: &'static str,
    pub(crate) people: &'static str,
    pub(crate) knocking: &'static str,
    pub(crate) reconnecting: &'static str,
    pub(crate) mute: &'static str,
    pub(crate) unmute: &'static str,
    pub(crate) leave: &'static str,
    pub(crate) visibility: &'static str,
    pub(crate) everyone: &'static str,
    pub(crate) code_only: &'static str,
    pub(crate) nobody: &'static str,
    pub(crate) show: &'static str,
    pub(crate) quit: &'static str,
    pub(crate) hidden_title: &'static str,
    pub(crate) hidden_hosting: &'static str,
    pub(crate) hidden_in_call: &'static str,
    pub(crate) bad_link_title: &'static str,
    pub(crate) bad_link: &'static str,
    pub(crate) no_browser: &'static str,
    pub(crate) not_for_browser: &'static str,
    pub(crate) no_such_keys: &'static str,
    pub(crate) keys_taken: &'static str,
    pub(crate) no_keys_here: &'static str,
    pub(crate) no_start_at_login: &'static str,
    pub(crate) not_kept: &'static str,
    pub(crate) not_visible: &'static str,
}

impl Language {
    /// The language of this user's system, as far as its environment tells.
    pub(crate) fn of_system() -> Language {
        let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
        Language::of_locale(locale.as_deref().unwrap_or_default())
    }

    /// What is said in it.
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Language::En => &ENGLISH,
            Language::De => &GERMAN,
        }
    }

    fn of_locale(locale: &str) -> Language {
        match locale.split(['_', '-', '.', '@']).next() {
            Some("de") => Language::De,
            _ => Language::En,
        }
    }
}

const ENGLISH: Words = Words {
    no_call: "No call",
    meeting: "Meeting",
    connecting: "{title} – connecting",
    green_room: "{title} – in the green room",
    lobby: "{title} – waiting in the lobby",
    alone: "{title} – nobody else yet",
    people: "{title} – {people} people",
    knocking: "{call}, {waiting} waiting",
    reconnecting: "{title} – reconnecting",
    mute: "Mute",
    unmute: "Unmute",
    leave: "Leave",
    visibility: "Visible on the network to",
    everyone: "Everyone",
    code_only: "People with a code",
    nobody: "Nobody",
    show: "Show Hearth",
    quit: "Quit",
    hidden_title: "Hearth is still running",
    hidden_hosting: "Your computer is hosting a meeting, so Hearth goes on without its window. To see it again, \
                     choose Show Hearth in the tray, or start Hearth.",
    hidden_in_call: "You are in a call, so Hearth goes on without its window. To see it again, choose Show Hearth \
                     in the tray, or start Hearth.",
    bad_link_title: "This link opens no meeting",
    bad_link: "It is not a link to a Hearth meeting, or a part of it is missing. Ask for the link again.",
    no_browser: "Hearth found no browser to open this in. Copy the link, and open it in a browser yourself.",
    not_for_browser: "Hearth opens nothing but pages of the web in the browser.",
    no_such_keys: "“{keys}” is not a shortcut. Use Ctrl, Alt, Shift or Super together with a key, or a function key.",
    keys_taken: "“{keys}” is taken by another program. Choose other keys.",
    no_keys_here: "This desktop gives no app a shortcut that works everywhere. In the desktop's own settings you can \
                   assign keys to this command: {command}",
    no_start_at_login: "Starting at login could not be changed: {why}",
    not_kept: "The settings could not be kept: {why}",
    not_visible: "Who may see Hearth on the network could not be changed.",
};

const GERMAN: Words = Words {
    no_call: "Kein Anruf",
    meeting: "Besprechung",
    connecting: "{title} – wird verbunden",
    green_room: "{title} – im Vorraum",
    lobby: "{title} – wartet auf Einlass",
    alone: "{title} – noch niemand sonst",
    people: "{title} – {people} Personen",
    knocking: "{call}, {waiting} warten auf Einlass",
    reconnecting: "{title} – wird neu verbunden",
    mute: "Stummschalten",
    unmute: "Stummschaltung aufheben",
    leave: "Verlassen",
    visibility: "Im Netzwerk sichtbar für",
    everyone: "Alle",
    code_only: "Personen mit einem Code",
    nobody: "Niemanden",
    show: "Hearth anzeigen",
    quit: "Beenden",
    hidden_title: "Hearth läuft weiter",
    hidden_hosting: "Auf diesem Computer findet eine Besprechung statt, deshalb läuft Hearth ohne Fenster weiter. \
                     Das Fenster kommt mit „Hearth anzeigen“ im Infobereich zurück, oder wenn Sie Hearth starten.",
    hidden_in_call: "Sie sind in einem Anruf, deshalb läuft Hearth ohne Fenster weiter. Das Fenster kommt mit \
                     „Hearth anzeigen“ im Infobereich zurück, oder wenn Sie Hearth starten.",
    bad_link_title: "Dieser Link öffnet keine Besprechung",
    bad_link: "Er führt zu keiner Besprechung in Hearth, oder ein Teil fehlt. Bitten Sie noch einmal um den Link.",
    no_browser: "Hearth hat keinen Browser gefunden. Kopieren Sie den Link, und öffnen Sie ihn selbst in einem Browser.",
    not_for_browser: "Hearth öffnet im Browser nur Webseiten.",
    no_such_keys: "„{keys}“ ist keine Tastenkombination. Nehmen Sie Strg, Alt, Umschalt oder Super mit einer Taste, \
                   oder eine Funktionstaste.",
    keys_taken: "„{keys}“ gehört schon einem anderen Programm. Wählen Sie andere Tasten.",
    no_keys_here: "Dieser Desktop gibt keiner App Tasten, die überall wirken. In seinen Einstellungen können Sie Tasten \
                   für diesen Befehl festlegen: {command}",
    no_start_at_login: "Der Start bei der Anmeldung ließ sich nicht ändern: {why}",
    not_kept: "Die Einstellungen ließen sich nicht speichern: {why}",
    not_visible: "Die Sichtbarkeit im Netzwerk ließ sich nicht ändern.",
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Every sentence of a language. A new one does not compile until it is here.
    fn all(words: &Words) -> [&'static str; 31] {
        let Words {
            no_call,
            meeting,
            connecting,
            green_room,
            lobby,
            alone,
            people,
            knocking,
            reconnecting,
            mute,
            unmute,
            leave,
            visibility,
            everyone,
            code_only,
            nobody,
            show,
            quit,
            hidden_title,
            hidden_hosting,
            hidden_in_call,
            bad_link_title,
            bad_link,
            no_browser,
            not_for_browser,
            no_such_keys,
            keys_taken,
            no_keys_here,
            no_start_at_login,
            not_kept,
            not_visible,
        } = *words;
        [
            no_call,
            meeting,
            connecting,
            green_room,
            lobby,
            alone,
            people,
            knocking,
            reconnecting,
            mute,
            unmute,
            leave,
            visibility,
            everyone,
            code_only,
            nobody,
            show,
            quit,
            hidden_title,
            hidden_hosting,
            hidden_in_call,
            bad_link_title,
            bad_link,
            no_browser,
            not_for_browser,
            no_such_keys,
            keys_taken,
            no_keys_here,
            no_start_at_login,
            not_kept,
            not_visible,
        ]
    }

    /// What is to be filled in, in the order of the alphabet.
    fn places(sentence: &str) -> Vec<&str> {
        let mut places: Vec<_> =
            sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).collect();
        places.sort_unstable();
        places.into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn every_sentence_is_said_in_both_languages_with_the_same_places_to_fill() {
        for (english, german) in all(&ENGLISH).into_iter().zip(all(&GERMAN)) {
            assert!(
                !english.trim().is_empty() && !german.trim().is_empty(),
                "{english} | {german}"
            );
            assert_ne!(english, german, "nobody has translated it");
            assert_eq!(places(english), places(german), "{english} | {german}");
        }
    }

    #[test]
    fn the_language_is_that_of_the_system_and_english_where_it_is_another() {
        for german in ["de", "de_DE.UTF-8", "de_AT@euro", "de-CH"] {
            assert_eq!(Language::of_locale(german), Language::De, "{german}");
        }
        for other in ["", "C", "C.UTF-8", "en_GB.UTF-8", "fr_FR", "den"] {
            assert_eq!(Language::of_locale(other), Language::En, "{other}");
        }
    }
}

//! What the shell itself says, in every language that Hearth speaks.

mod arabic;
mod english;
mod french;
mod german;
mod spanish;

use std::env;

use serde::{Deserialize, Serialize};

/// A language that Hearth speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    En,
    De,
    Fr,
    Es,
    Ar,
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
            Language::En => &english::WORDS,
            Language::De => &german::WORDS,
            Language::Fr => &french::WORDS,
            Language::Es => &spanish::WORDS,
            Language::Ar => &arabic::WORDS,
        }
    }

    fn of_locale(locale: &str) -> Language {
        match locale.split(['_', '-', '.', '@']).next() {
            Some("de") => Language::De,
            Some("fr") => Language::Fr,
            Some("es") => Language::Es,
            Some("ar") => Language::Ar,
            _ => Language::En,
        }
    }
}

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
    fn every_sentence_is_said_in_every_language_with_the_same_places_to_fill() {
        for language in [Language::De, Language::Fr, Language::Es, Language::Ar] {
            for (english, other) in all(Language::En.words()).into_iter().zip(all(language.words()))
            {
                assert!(!english.trim().is_empty() && !other.trim().is_empty(), "{english}");
                assert_ne!(english, other, "nobody has translated it");
                assert_eq!(places(english), places(other), "{english} | {other}");
            }
        }
    }

    #[test]
    fn the_language_is_that_of_the_system_and_english_where_it_is_another() {
        for german in ["de", "de_DE.UTF-8", "de_AT@euro", "de-CH"] {
            assert_eq!(Language::of_locale(german), Language::De, "{german}");
        }
        assert_eq!(Language::of_locale("fr_CA.UTF-8"), Language::Fr);
        assert_eq!(Language::of_locale("es_419"), Language::Es);
        assert_eq!(Language::of_locale("ar_EG.UTF-8"), Language::Ar);
        for other in ["", "C", "C.UTF-8", "en_GB.UTF-8", "it_IT", "den", "fra"] {
            assert_eq!(Language::of_locale(other), Language::En, "{other}");
        }
    }
}

//! Finding words however they are written: "Jose" finds "José".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that are looked for, all of them, each as a part of any word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search(Vec<String>);

impl Search {
    /// Looks for the words in this text; for nothing if there are none.
    pub fn new(text: &str) -> Search {
        Search(fold(text).split_whitespace().map(str::to_owned).collect())
    }

    /// Whether it looks for nothing, and so finds everything.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Strikes out the words that are in this text.
    pub(crate) fn strike(&mut self, text: &str) {
        if !self.is_empty() {
            let text = fold(text);
            self.0.retain(|word| !text.contains(word.as_str()));
        }
    }
}

/// Without marks and capitals.
fn fold(text: &str) -> String {
    text.nfkd().filter(|it| !is_combining_mark(*it)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(search: &str, texts: &[&str]) -> bool {
        let mut search = Search::new(search);
        for text in texts {
            search.strike(text);
        }
        search.is_empty()
    }

    #[test]
    fn words_are_found_whatever_their_marks_and_capitals() {
        let cases = [
            ("jose", "José", true),
            ("JOSÉ", "jose", true),
            ("straße", "Die Straße", true),
            ("ﬁn", "fin", true),
            ("ada", "Adele", false),
            ("", "anything", true),
        ];
        for (search, text, found) in cases {
            assert_eq!(finds(search, &[text]), found, "{search} in {text}");
        }
    }

    #[test]
    fn all_words_must_be_found_wherever() {
        assert!(finds("budget ada", &["Ada", "the budget of May"]));
        assert!(!finds("budget ada", &["Ada", "of May"]));
    }
}

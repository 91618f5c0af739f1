//! What a gazetteer knows of languages: their tags, and the spellings that are tied to them.

use super::Gazetteer;
#[cfg(feature = "read")]
use super::Tied;

impl Gazetteer {
    /// The tags of the languages with spellings of their own, each with its number at its place, from 1.
    pub(in crate::actors) fn languages(&self) -> Vec<String> {
        self.words.get("languages").iter().map(|(tag, _)| tag.clone()).collect()
    }

    /// Forgets the spellings that are tied to languages.
    #[cfg(feature = "read")]
    pub(in crate::actors) fn untie(&mut self) {
        self.words.list("languages").clear();
        self.words.list("tied").clear();
    }

    /// Adds the language with this tag; returns its number.
    #[cfg(feature = "read")]
    pub(in crate::actors) fn add_language(&mut self, tag: &str) -> u8 {
        let languages = self.words.list("languages");
        languages.push((tag.to_owned(), 0));
        languages.len() as u8
    }

    /// Adds a spelling that is tied to a language.
    #[cfg(feature = "read")]
    pub(in crate::actors) fn tie(&mut self, text: String, tied: Tied) {
        self.words.list("tied").push((text, tied.number()));
    }
}

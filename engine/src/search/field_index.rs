//! A field index: the postings of one kind of text of every article (title and body, or the outlet, or the URL), and of the
//! compounds in it.

use super::gathered::Gathered;
use super::postings::{Position, Postings};
use crate::actors::Zone;
use crate::text::Tokens;

/// The words of one field.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldIndex {
    pub(super) words: Postings,
    /// The compounds that a hyphen writes in two words, and in three, by the word that they are without it; a position is
    /// that of the first of their words. Longer ones are phrases (`state-of-the-art`).
    pub(super) compounds: [Postings; 2],
}

/// Makes a field index, article by article.
#[derive(Debug, Default)]
pub(super) struct FieldGathered {
    words: Gathered,
    compounds: [Gathered; 2],
}

impl FieldGathered {
    /// Adds the texts of the article with the index `article`, which `keep` those of their words that it wants; returns
    /// the number of all words.
    pub(super) fn add<'t>(
        &mut self,
        article: u32,
        texts: impl Iterator<Item = (Zone, &'t str)>,
        keep: &dyn Fn(&str) -> bool,
    ) -> u32 {
        let mut count = 0;
        for (zone, text) in texts {
            let zone = match zone {
                Zone::Title => 0,
                Zone::Block(index) => index + 1,
            };
            let tokens = Tokens::of(text);
            self.join(article, zone, text, &tokens, keep);
            for (word, token) in (0..).zip(tokens.iter()).filter(|(_, token)| keep(token.folded)) {
                self.words.add(token.folded, article, Position { zone, word });
            }
            count += tokens.len() as u32;
        }
        count
    }

    /// Adds the compounds of `text`.
    fn join(&mut self, article: u32, zone: u32, text: &str, tokens: &Tokens, keep: &dyn Fn(&str) -> bool) {
        let mut begun = 0;
        for at in 1..tokens.len() {
            if !tokens.hyphenated(text, at - 1) {
                begun = at;
            }
            for (words, compounds) in (2..).zip(&mut self.compounds) {
                let Some(first) = (at + 1).checked_sub(words).filter(|first| *first >= begun) else {
                    continue;
                };
                let word: String = (first..=at).filter_map(|i| tokens.get(i)).map(|t| t.folded).collect();
                if keep(&word) {
                    compounds.add(&word, article, Position { zone, word: first as u32 });
                }
            }
        }
    }

    /// The index of what was added.
    pub(super) fn finish(self) -> FieldIndex {
        FieldIndex { words: self.words.finish(), compounds: self.compounds.map(Gathered::finish) }
    }
}

impl FieldIndex {
    /// The compounds that are `word` without their hyphens: how many words each has, its postings, and its number there.
    pub(super) fn compounds<'i>(&'i self, word: &str) -> impl Iterator<Item = (u32, &'i Postings, u32)> {
        let find =
            |(words, postings): (u32, &'i Postings)| Some((words, postings, postings.dictionary.find(word)?));
        (2..).zip(&self.compounds).filter_map(find)
    }
}

//! Suggestions: words of the corpus that complete what is typed, and corrections of misspelled queries.

use super::dictionary::within;
use super::index::Index;
use super::partition::Word;
use super::tree::{Node, Pattern, TextField};
use crate::order;
use std::cmp::Reverse;

/// Words of a query that are corrected at most: each is compared with every word of the corpus.
const MOST_CORRECTED: u32 = 5;
/// Characters of the shortest beginning that is completed with an edit, and of the longest word that is corrected by
/// one edit alone: shorter ones are near too many words.
const SHORTEST_NEAR: usize = 4;

impl Index {
    /// At most `most` words that begin with `folded`, most frequent first, each with the number of articles that hold
    /// it; where there is none, words whose beginning is one edit away.
    pub fn completions(&self, folded: &str, most: usize) -> Vec<(&str, usize)> {
        let index = self.fields.of(TextField::Text);
        let frequent = |words: &mut Vec<Word<'_>>| {
            order::by_key(words, |word| Reverse(word.known().occurrences));
            words.truncate(most);
        };
        // Which are the most frequent is not known before all are there.
        if !index.ask_for(&Pattern::Glob(format!("{folded}*")), false) {
            return Vec::new();
        }
        let mut words = index.beginning(folded);
        frequent(&mut words);
        let length = folded.chars().count();
        let near_ones = Pattern::Edits(folded.to_owned(), 1);
        if words.is_empty() && length >= SHORTEST_NEAR && index.ask_for(&near_ones, false) {
            let near = |word: &str| {
                let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
                ends.skip(length - 1).take(3).any(|end| within(folded, &word[..end], 1))
            };
            words = index.fitting(near);
            frequent(&mut words);
        }
        words.into_iter().map(|word| (word.text(), word.known().held_by as usize)).collect()
    }

    /// `node` with each word that no text has replaced by the most frequent of its nearest spellings; `None` where no
    /// word is replaced.
    pub fn corrected(&self, node: &Node) -> Option<Node> {
        self.correct(node, &mut { MOST_CORRECTED })
    }

    fn correct(&self, node: &Node, left: &mut u32) -> Option<Node> {
        match node {
            Node::Phrase(field, words) => some_changed(words, |word| self.respelled(*field, word, left))
                .map(|words| Node::Phrase(*field, words)),
            Node::Compound(field, words) => some_changed(words, |word| {
                self.respelled(*field, &Pattern::Word(word.clone()), left).map(|word| word.to_string())
            })
            .map(|words| Node::Compound(*field, words)),
            Node::And(nodes) => some_changed(nodes, |node| self.correct(node, left)).map(Node::And),
            Node::Or(nodes) => some_changed(nodes, |node| self.correct(node, left)).map(Node::Or),
            _ => None,
        }
    }

    fn respelled(&self, field: TextField, pattern: &Pattern, left: &mut u32) -> Option<Pattern> {
        let index = self.fields.of(field);
        let Pattern::Word(word) = pattern else { return None };
        if !index.ask_for(&Pattern::Word(word.clone()), false) {
            return None;
        }
        if index.find(word).is_some() || index.compounds(word).next().is_some() || *left == 0 {
            return None;
        }
        *left -= 1;
        // Which is the nearest is not known before all words are.
        if !index.ask_for(&Pattern::Edits(word.clone(), 1), false) {
            return None;
        }
        // A word of few letters is two edits away from most others.
        let most = if word.chars().count() > SHORTEST_NEAR { 2 } else { 1 };
        let near = |edits| {
            let words = index.matching(&Pattern::Edits(word.clone(), edits));
            words.into_iter().max_by_key(|word| word.known().occurrences)
        };
        let word = (1..=most).find_map(near)?;
        Some(Pattern::Word(word.text().to_owned()))
    }
}

/// `items` with `change` applied to each; `None` where it changes none.
fn some_changed<T: Clone>(items: &[T], change: impl FnMut(&T) -> Option<T>) -> Option<Vec<T>> {
    let changed: Vec<Option<T>> = items.iter().map(change).collect();
    changed.iter().any(Option::is_some).then(|| {
        changed.into_iter().zip(items).map(|(new, old)| new.unwrap_or_else(|| old.clone())).collect()
    })
}

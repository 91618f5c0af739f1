//! Query expansion: the words of the corpus that each term of a query stands for.

use super::index::Index;
use super::partition::Word;
use super::tree::{Node, Pattern, TextField};
use crate::order;

/// A term of a query with the words of the corpus that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion<'i> {
    /// The term, as a query writes it.
    pub term: String,
    /// Each word with its number of occurrences, most frequent first.
    pub words: Vec<(&'i str, usize)>,
}

impl Index {
    /// The expansion of every term of `tree`, in order.
    pub fn expansions<'i>(&'i self, tree: &Node) -> Vec<Expansion<'i>> {
        let expand = |field: TextField, pattern: &Pattern| {
            let index = self.fields.of(field);
            let known = |word: Word<'i>| (word.text(), word.known().occurrences as usize);
            let mut words: Vec<_> = index.matching(pattern).into_iter().map(known).collect();
            if let Pattern::Word(word) = pattern
                && words.is_empty()
            {
                let each = index.compounds(word).map(|(_, word)| known(word));
                words.extend(each.reduce(|(word, some), (_, more)| (word, some + more)));
            }
            order::by_key(&mut words, |(_, times)| std::cmp::Reverse(*times));
            Expansion { term: Node::Phrase(field, vec![pattern.clone()]).to_string(), words }
        };
        match tree {
            Node::Phrase(field, patterns) => patterns.iter().map(|p| expand(*field, p)).collect(),
            Node::Near(field, words, _) | Node::Compound(field, words) => {
                words.iter().map(|word| expand(*field, &Pattern::Word(word.clone()))).collect()
            }
            Node::And(nodes) | Node::Or(nodes) => nodes.iter().flat_map(|n| self.expansions(n)).collect(),
            Node::Not(node) => self.expansions(node),
            Node::Published(..) | Node::Undated | Node::Actor(_) | Node::Form(_) => Vec::new(),
        }
    }
}

//! Query expansion: the words of the corpus that each term of a query stands for.

use super::index::Index;
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
    pub fn expansions(&self, tree: &Node) -> Vec<Expansion<'_>> {
        let expand = |field: TextField, pattern: &Pattern| {
            let index = self.fields.of(field);
            let terms = index.words.dictionary.matching(pattern);
            let known = |t| (index.words.dictionary.word(t), index.words.term(t).occurrences as usize);
            let words = terms.iter().map(known);
            let mut words: Vec<_> = words.collect();
            if let Pattern::Word(word) = pattern
                && words.is_empty()
            {
                let each = index.compounds(word).map(|(_, postings, term)| {
                    (postings.dictionary.word(term), postings.term(term).occurrences as usize)
                });
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

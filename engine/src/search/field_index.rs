//! A field index: the postings of one kind of text of every article (title and body, or the outlet, or the URL), and of the
//! compounds in it.

use super::dictionary::{Dictionary, Terms};
use super::gathered::Gathered;
use super::partition::{KINDS, Partition, Word};
use super::postings::Position;
use super::tree::Pattern;
use crate::actors::Zone;
use crate::corpus::on_demand::OnDemand;
use crate::text::Tokens;
use std::ops::Range;

/// The words of one field: its partitions, in the order of their words.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldIndex {
    pub(super) partitions: Vec<Partition>,
}

/// Makes a field index, article by article.
#[derive(Debug, Default)]
pub(super) struct FieldGathered {
    /// Words, and compounds of two and of three of them.
    kinds: [Gathered; KINDS],
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
                self.kinds[0].add(token.folded, article, Position { zone, word });
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
            for (words, compounds) in (2..).zip(&mut self.kinds[1..]) {
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

    /// The index of what was added, in one partition.
    pub(super) fn finish(self) -> FieldIndex {
        let [words, two, three] = self.kinds.map(Gathered::finish);
        let partition = Partition {
            first: String::new(),
            postings: OnDemand::from([words.0, two.0, three.0]),
            positions: OnDemand::from([words.1, two.1, three.1]),
        };
        FieldIndex { partitions: vec![partition] }
    }
}

impl FieldIndex {
    /// Asks for the partitions in which `pattern` may match words, and for their `positions`; says whether all are there.
    pub(super) fn ask_for(&self, pattern: &Pattern, positions: bool) -> bool {
        let partitions = self.partitions.get(self.among(pattern)).unwrap_or_default();
        let is_there = |partition: &Partition| {
            let (postings, positions) =
                (partition.postings.get().is_some(), !positions || partition.positions.get().is_some());
            postings && positions
        };
        // Each is asked for, whichever is lacking.
        partitions.iter().filter(|partition| !is_there(partition)).count() == 0
    }

    /// The partitions in which `pattern` may match words.
    fn among(&self, pattern: &Pattern) -> Range<usize> {
        match pattern {
            Pattern::Word(word) => self.beginning_in(word, true),
            Pattern::Glob(glob) => {
                self.beginning_in(&glob[..glob.find(['*', '?']).unwrap_or(glob.len())], false)
            }
            Pattern::Edits(..) => 0..self.partitions.len(),
        }
    }

    /// The words that `pattern` matches, in order.
    pub(super) fn matching(&self, pattern: &Pattern) -> Vec<Word<'_>> {
        self.words(self.among(pattern), |dictionary| dictionary.matching(pattern))
    }

    /// The word `word`.
    pub(super) fn find(&self, word: &str) -> Option<Word<'_>> {
        self.of_kind(0, word)
    }

    /// The words that begin with `with`, in order.
    pub(super) fn beginning(&self, with: &str) -> Vec<Word<'_>> {
        self.words(self.beginning_in(with, false), |dictionary| Terms::Range(dictionary.beginning(with)))
    }

    /// The words that `fit`, in order.
    pub(super) fn fitting(&self, fit: impl Fn(&str) -> bool) -> Vec<Word<'_>> {
        let fitting = |dictionary: &Dictionary| {
            Terms::List((0..dictionary.len()).filter(|term| fit(dictionary.word(*term))).collect())
        };
        self.words(0..self.partitions.len(), fitting)
    }

    /// The compounds that are `word` without their hyphens, each with how many words it has.
    pub(super) fn compounds<'i>(&'i self, word: &str) -> impl Iterator<Item = (u32, Word<'i>)> {
        (1..KINDS).filter_map(move |kind| Some((kind as u32 + 1, self.of_kind(kind, word)?)))
    }

    fn of_kind(&self, kind: usize, word: &str) -> Option<Word<'_>> {
        let partition = self.partitions.get(self.beginning_in(word, true))?.first()?;
        partition.words(kind, |dictionary| Terms::List(dictionary.find(word).into_iter().collect())).next()
    }

    fn words(&self, among: Range<usize>, terms: impl Fn(&Dictionary) -> Terms) -> Vec<Word<'_>> {
        let among = self.partitions.get(among).unwrap_or_default();
        among.iter().flat_map(|partition| partition.words(0, &terms)).collect()
    }

    /// The partitions in which words may begin with `with`; the one in which it is, where it is `alone`.
    fn beginning_in(&self, with: &str, alone: bool) -> Range<usize> {
        let start = self.partitions.partition_point(|partition| partition.first.as_str() <= with);
        let start = start.saturating_sub(1);
        let mut after = self.partitions[start.min(self.partitions.len())..].iter().skip(1);
        let more = if alone { 0 } else { after.by_ref().take_while(|p| p.first.starts_with(with)).count() };
        start..(start + 1 + more).min(self.partitions.len())
    }
}

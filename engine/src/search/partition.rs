//! A partition of an index: the words between two words, with their postings. A whole index has one; where a corpus is in
//! many files, each partition is in two, which are there once they are asked for.

use super::dictionary::{Dictionary, Terms};
use super::postings::{Cursor, Postings, Term};
use crate::corpus::on_demand::OnDemand;

/// Words as they stand, and the compounds that a hyphen writes in two words, and in three, by the word that they are without
/// it; a position of a compound is that of the first of its words. Longer ones are phrases (`state-of-the-art`).
pub(super) const KINDS: usize = 3;

/// The words between two words.
#[derive(Clone, Debug, Default)]
pub(super) struct Partition {
    /// The least word that may be in it.
    pub(super) first: String,
    /// The postings of each kind.
    pub(super) postings: OnDemand<[Postings; KINDS]>,
    /// The positions of each kind.
    pub(super) positions: OnDemand<[Vec<u8>; KINDS]>,
}

/// A word of an index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'i> {
    partition: &'i Partition,
    postings: &'i Postings,
    kind: usize,
    number: u32,
}

impl<'i> Word<'i> {
    /// Its text, folded.
    pub(super) fn text(self) -> &'i str {
        self.postings.dictionary.word(self.number)
    }

    /// What is known of it.
    pub(super) fn known(self) -> Term {
        self.postings.term(self.number)
    }

    /// The articles that hold it.
    pub(super) fn articles(self) -> Cursor<'i> {
        self.postings.cursor(&[], self.number)
    }

    /// The articles that hold it, with its positions.
    pub(super) fn positions(self) -> Cursor<'i> {
        let positions = self.partition.positions.get();
        self.postings.cursor(positions.map_or(&[], |all| &all[self.kind]), self.number)
    }
}

impl Partition {
    /// The same words in partitions whose postings and positions are at most so many bytes, but for a single word's.
    #[cfg(feature = "read")]
    pub(super) fn cut(&self, most: [usize; 2]) -> Vec<Partition> {
        let Some((all, positions)) = self.postings.get().zip(self.positions.get()) else { return Vec::new() };
        let words = &all[0];
        // The first word of each partition; compounds go with the words that they would stand among.
        let mut first_words = vec![self.first.as_str()];
        let (mut taken, mut before) = ([0; 2], [0; 2]);
        for (number, term) in (0..).zip(&words.terms) {
            let word = words.dictionary.word(number);
            let ends = [term.ends[0] as usize, term.ends[1] as usize];
            let own = [ends[0] - before[0] + word.len(), ends[1] - before[1]];
            if number > 0 && (0..2).any(|at| taken[at] + own[at] > most[at]) {
                first_words.push(word);
                taken = [0; 2];
            }
            taken = [taken[0] + own[0], taken[1] + own[1]];
            before = ends;
        }
        let mut ends = first_words.iter().skip(1).map(|word| Some(*word)).chain([None]);
        let mut starts = [0; KINDS];
        let mut cut = |first: &&str| {
            let end = ends.next().flatten();
            let mut postings: [Postings; KINDS] = Default::default();
            let mut own: [Vec<u8>; KINDS] = Default::default();
            for kind in 0..KINDS {
                let dictionary = &all[kind].dictionary;
                let until = end.map_or(dictionary.len(), |end| dictionary.first_from(end));
                (postings[kind], own[kind]) = all[kind].cut(&positions[kind], starts[kind]..until);
                starts[kind] = until;
            }
            let (postings, positions) = (OnDemand::from(postings), OnDemand::from(own));
            Partition { first: (*first).to_owned(), postings, positions }
        };
        first_words.iter().map(&mut cut).collect()
    }

    /// Those of its words of `kind` that `terms` picks out of their dictionary.
    pub(super) fn words(
        &self,
        kind: usize,
        terms: impl FnOnce(&Dictionary) -> Terms,
    ) -> impl Iterator<Item = Word<'_>> {
        let postings = self.postings.get().map(|all| &all[kind]);
        let terms = postings.map(|postings| terms(&postings.dictionary));
        let numbers = terms.into_iter().flat_map(Terms::into_iter);
        let word = move |number| Some(Word { partition: self, postings: postings?, kind, number });
        numbers.filter_map(word)
    }
}

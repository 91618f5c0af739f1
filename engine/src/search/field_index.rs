//! A field index: one kind of text of every article (title and body, or the outlet, or the URL) as numbers. Flat
//! arrays, no object a word: the word at each position, and the positions of each word.

use super::dictionary::{Dictionary, Terms};
use crate::actors::Zone;
use crate::corpus::{Article, Corpus};
use crate::order;
use crate::text::Tokens;
use crate::text::hash::WordMap;
use std::ops::Range;

/// The words of one field by position: its tokens in reading order, with a border before each zone.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldIndex {
    pub(super) dictionary: Dictionary,
    /// The number of the word at each position; [`BORDER`] before each zone.
    stream: Vec<u32>,
    /// The index of the article at each position.
    owners: Vec<u32>,
    /// The positions of each word, ascending, word by word.
    positions: Vec<u32>,
    /// The index in `positions` at which those of each word begin, and last the one at which all end.
    bounds: Vec<u32>,
    /// The first position of each article, and last the end of the stream.
    articles: Vec<u32>,
    /// The first position of each article's body; the article's end where it has none.
    bodies: Vec<u32>,
    /// The zones in order, each with the position of its border.
    zones: Vec<(u32, Zone)>,
    /// The first and the last position of the compounds that a hyphen writes in [`PARTS`] words at most, ascending, by
    /// the word that they are without it.
    compounds: Numbers<Vec<(u32, u32)>>,
}

/// What belongs to each word.
type Numbers<T> = WordMap<String, T>;

/// Words of a compound at most, as in `vis-à-vis`; longer ones are phrases (`state-of-the-art`).
const PARTS: usize = 3;

/// The number at a border between zones: no word.
const BORDER: u32 = u32::MAX;

impl FieldIndex {
    /// The index of the texts that `texts` gives for each article of `corpus`.
    pub(super) fn new<'c, T>(corpus: &'c Corpus, texts: impl Fn(&'c Article) -> T) -> FieldIndex
    where
        T: Iterator<Item = (Zone, &'c str)>,
    {
        let mut index = FieldIndex::default();
        // Numbers by first appearance; by order only once all words are known.
        let mut numbers = Numbers::<u32>::default();
        let mut counts: Vec<u32> = Vec::new();
        for (id, article) in corpus.ids() {
            index.articles.push(index.end());
            let mut body = None;
            for (zone, text) in texts(article) {
                if zone != Zone::Title {
                    body.get_or_insert(index.end());
                }
                index.zones.push((index.end(), zone));
                index.stream.push(BORDER);
                let tokens = Tokens::of(text);
                index.join(text, &tokens);
                for token in tokens.iter() {
                    let number = match numbers.get(token.folded) {
                        Some(number) => *number,
                        None => {
                            numbers.insert(token.folded.to_owned(), counts.len() as u32);
                            counts.push(0);
                            counts.len() as u32 - 1
                        }
                    };
                    counts[number as usize] += 1;
                    index.stream.push(number);
                }
            }
            index.bodies.push(body.unwrap_or(index.end()));
            index.owners.resize(index.stream.len(), id.0);
        }
        index.articles.push(index.end());
        index.order(numbers, &counts);
        index
    }

    /// Adds the compounds of `text`, whose tokens take the positions from the end on.
    fn join(&mut self, text: &str, tokens: &Tokens) {
        let mut begun = 0;
        for at in 1..tokens.len() {
            if !tokens.hyphenated(text, at - 1) {
                begun = at;
            }
            for from in (begun.max((at + 1).saturating_sub(PARTS))..at).rev() {
                let word: String = (from..=at).filter_map(|i| tokens.get(i)).map(|t| t.folded).collect();
                let positions = (self.end() + from as u32, self.end() + at as u32);
                self.compounds.entry(word).or_default().push(positions);
            }
        }
    }

    /// The first and the last position of each compound that is `word` without its hyphens, with the word.
    pub(super) fn compounds(&self, word: &str) -> Option<(&str, &[(u32, u32)])> {
        self.compounds.get_key_value(word).map(|(word, runs)| (word.as_str(), runs.as_slice()))
    }

    fn end(&self) -> u32 {
        self.stream.len() as u32
    }

    /// Renumbers the words in their order, and lists the positions of each.
    fn order(&mut self, numbers: Numbers<u32>, counts: &[u32]) {
        let mut words: Vec<(String, u32)> = numbers.into_iter().collect();
        order::by(&mut words, |(one, _), (other, _)| one.cmp(other));
        self.dictionary = Dictionary::new(words.iter().map(|(word, _)| word.as_str()));
        let mut ranks = vec![0; words.len()];
        let mut free = Vec::with_capacity(words.len());
        let mut end = 0;
        self.bounds.push(0);
        for (rank, (_, number)) in words.into_iter().enumerate() {
            ranks[number as usize] = rank as u32;
            free.push(end);
            end += counts[number as usize];
            self.bounds.push(end);
        }
        self.positions = vec![0; end as usize];
        for (position, word) in self.stream.iter_mut().enumerate() {
            if *word != BORDER {
                *word = ranks[*word as usize];
                let slot = &mut free[*word as usize];
                self.positions[*slot as usize] = position as u32;
                *slot += 1;
            }
        }
    }

    /// The number of the word at `position`; [`BORDER`] at a border, or beyond the end.
    pub(super) fn at(&self, position: u32) -> u32 {
        self.stream.get(position as usize).copied().unwrap_or(BORDER)
    }

    /// The index of the article at `position`.
    pub(super) fn owner(&self, position: u32) -> u32 {
        self.owners[position as usize]
    }

    pub(super) fn is_title(&self, position: u32) -> bool {
        position < self.bodies[self.owner(position) as usize]
    }

    /// The number of occurrences of `terms`.
    pub(super) fn occurrences(&self, terms: &Terms) -> usize {
        match terms {
            Terms::Range(range) => self.of_range(range).len(),
            Terms::List(list) => list.iter().map(|t| self.frequency(*t)).sum(),
        }
    }

    /// The number of occurrences of the word `term`.
    pub(super) fn frequency(&self, term: u32) -> usize {
        self.of_range(&(term..term + 1)).len()
    }

    /// The number of articles that hold the word `term`.
    pub(super) fn owners_of(&self, term: u32) -> usize {
        self.of_range(&(term..term + 1)).chunk_by(|a, b| self.owner(*a) == self.owner(*b)).count()
    }

    /// The positions of `terms`, and whether they are ascending.
    pub(super) fn positions<'c>(&'c self, terms: &'c Terms) -> (Box<dyn Iterator<Item = u32> + 'c>, bool) {
        /// Words that take up more than one in this many positions are found sooner by reading all of them in order.
        const SHARE: usize = 16;
        match terms {
            _ if terms.len() > 1 && self.occurrences(terms) > self.stream.len() / SHARE => {
                let mut wanted = vec![false; self.dictionary.len() as usize];
                terms.iter().for_each(|t| wanted[t as usize] = true);
                let is_wanted = move |word: &u32| wanted.get(*word as usize).copied().unwrap_or_default();
                (
                    Box::new(
                        (0u32..).zip(&self.stream).filter(move |(_, word)| is_wanted(word)).map(|(at, _)| at),
                    ),
                    true,
                )
            }
            Terms::Range(range) => (Box::new(self.of_range(range).iter().copied()), range.len() < 2),
            Terms::List(list) => {
                let positions = list.iter().flat_map(|t| self.of_range(&(*t..*t + 1)));
                (Box::new(positions.copied()), list.len() < 2)
            }
        }
    }

    fn of_range(&self, range: &Range<u32>) -> &[u32] {
        let bound = |at: u32| self.bounds.get(at as usize).copied().unwrap_or_default() as usize;
        self.positions.get(bound(range.start)..bound(range.end)).unwrap_or_default()
    }

    /// The positions of the article at the index `article`, borders among them.
    pub(super) fn article(&self, article: u32) -> Range<u32> {
        self.articles[article as usize]..self.articles[article as usize + 1]
    }

    /// The zone that holds `position`, and the positions of its words.
    pub(super) fn zone(&self, position: u32) -> (Zone, Range<u32>) {
        let next = self.zones.partition_point(|(border, _)| *border <= position);
        let (border, zone) = self.zones[next - 1];
        let end = self.zones.get(next).map_or(self.end(), |(border, _)| *border);
        (zone, border + 1..end)
    }

    /// The number of words in each article.
    pub(super) fn lengths(&self) -> impl Iterator<Item = u32> + '_ {
        self.articles.windows(2).map(|pair| {
            let zones =
                self.zones.partition_point(|z| z.0 < pair[1]) - self.zones.partition_point(|z| z.0 < pair[0]);
            pair[1] - pair[0] - zones as u32
        })
    }
}

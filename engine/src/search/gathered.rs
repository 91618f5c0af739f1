//! Makes [`Postings`] of words as they are read, article by article.

use super::dictionary::Dictionary;
use super::postings::{Position, Postings, Skip, Term, push};
use crate::order;
use crate::text::hash::WordMap;

/// A word can be read from behind so many of its articles.
const SKIPPED: u32 = 64;

/// The words that were read so far.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The index in `words` of each.
    numbers: WordMap<String, u32>,
    words: Vec<Growing>,
}

/// The postings of a word so far, but for the counts of its last article.
#[derive(Debug, Default)]
struct Growing {
    articles: Vec<u8>,
    positions: Vec<u8>,
    skips: Vec<Skip>,
    term: Term,
    /// One more than the index of the article before the last.
    from: u32,
    /// The index of the last article, and how often the word stands in its headline and in its body.
    article: u32,
    title: u32,
    body: u32,
    /// The last position.
    last: Position,
}

impl Gathered {
    /// Adds `word`, folded, at `position` of the article with the index `article`. Articles and positions ascend.
    pub(super) fn add(&mut self, word: &str, article: u32, position: Position) {
        let number = match self.numbers.get(word) {
            Some(number) => *number,
            None => {
                let number = self.words.len() as u32;
                self.numbers.insert(word.to_owned(), number);
                self.words.push(Growing { article, ..Growing::default() });
                number
            }
        };
        self.words[number as usize].add(article, position);
    }

    /// The postings of all words, and their positions.
    pub(super) fn finish(self) -> (Postings, Vec<u8>) {
        let Gathered { numbers, words } = self;
        let mut order: Vec<(String, u32)> = numbers.into_iter().collect();
        order::by(&mut order, |(one, _), (other, _)| one.cmp(other));
        let mut postings = Postings {
            dictionary: Dictionary::new(order.iter().map(|(word, _)| word.as_str())),
            terms: Vec::with_capacity(words.len()),
            articles: Vec::with_capacity(words.iter().map(|word| word.articles.len() + 4).sum()),
            skips: Vec::new(),
        };
        let mut positions = Vec::with_capacity(words.iter().map(|word| word.positions.len()).sum());
        let mut words: Vec<Option<Growing>> = words.into_iter().map(Some).collect();
        for (_, number) in order {
            let Some(mut word) = words[number as usize].take() else { continue };
            word.close();
            postings.articles.extend(word.articles);
            positions.extend(word.positions);
            postings.skips.extend(word.skips);
            let ends = [postings.articles.len(), positions.len(), postings.skips.len()];
            postings.terms.push(Term { ends: ends.map(|end| end as u32), ..word.term });
        }
        (postings, positions)
    }
}

impl Growing {
    fn add(&mut self, article: u32, position: Position) {
        if article != self.article {
            self.close();
            self.article = article;
        }
        if position.zone == self.last.zone {
            push(&mut self.positions, (position.word - self.last.word) << 1);
        } else {
            push(&mut self.positions, (position.zone - self.last.zone) << 1 | 1);
            push(&mut self.positions, position.word);
        }
        self.last = position;
        match position.is_title() {
            true => self.title += 1,
            false => self.body += 1,
        }
    }

    /// Writes the last article.
    fn close(&mut self) {
        let gap = self.article - self.from;
        match (self.title, self.body) {
            (0, 1) => push(&mut self.articles, gap << 1),
            (title, body) => {
                push(&mut self.articles, gap << 1 | 1);
                push(&mut self.articles, body << 1 | u32::from(title > 0));
                if title > 0 {
                    push(&mut self.articles, title);
                }
            }
        }
        self.term.held_by += 1;
        self.term.occurrences += self.title + self.body;
        self.from = self.article + 1;
        if self.term.held_by.is_multiple_of(SKIPPED) {
            let (articles, positions) = (self.articles.len() as u32, self.positions.len() as u32);
            self.skips.push(Skip { from: self.from, articles, positions });
        }
        (self.title, self.body, self.last) = (0, 0, Position::default());
    }
}

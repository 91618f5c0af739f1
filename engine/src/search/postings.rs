//! Postings: for each word of a field, the articles that hold it, how often, and where. Two strings of bytes a word: the
//! articles stand apart from the positions, which only phrases, near words and hits read.
//!
//! Numbers are LEB128. An article is `gap << 1`, where the gap counts the articles since the one before, and the word stands
//! once in its body; else `gap << 1 | 1`, then `body << 1`, or `body << 1 | 1` and how often it stands in the headline. A
//! position is `words << 1`, the words since the one before in the same zone; or `zones << 1 | 1`, the zones since, and the
//! index of the word in its zone. Both begin anew with each article.

use super::dictionary::{Dictionary, Terms};
use std::ops::Range;

/// The words of a field with their postings.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    pub(super) dictionary: Dictionary,
    /// What is known of each word of the dictionary.
    pub(super) terms: Vec<Term>,
    /// The articles of all words, word by word.
    pub(super) articles: Vec<u8>,
    /// The positions of all words, word by word.
    pub(super) positions: Vec<u8>,
    /// Places in both from which frequent words can be read, word by word.
    pub(super) skips: Vec<Skip>,
}

/// What is known of a word, and where its postings end; they begin where those of the word before end.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Term {
    /// The number of articles that hold it.
    pub(super) held_by: u32,
    /// The number of its occurrences.
    pub(super) occurrences: u32,
    /// The ends in [`Postings::articles`], [`Postings::positions`] and [`Postings::skips`].
    pub(super) ends: [u32; 3],
}

/// A place from which the postings of a word can be read: it stands before an article's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Skip {
    /// One more than the index of the article before.
    pub(super) from: u32,
    /// The bytes of the word's articles before.
    pub(super) articles: u32,
    /// The bytes of the word's positions before.
    pub(super) positions: u32,
}

/// An article that holds a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    /// Its index.
    pub(super) article: u32,
    /// How often the word stands in its headline.
    pub(super) title: u32,
    /// How often the word stands in its body.
    pub(super) body: u32,
}

/// A position in an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    /// 0 for the headline, 1 for the first block.
    pub(super) zone: u32,
    /// The index of the word in its zone.
    pub(super) word: u32,
}

impl Position {
    /// The position so many words after this one.
    pub(super) fn plus(self, words: u32) -> Position {
        Position { word: self.word + words, ..self }
    }

    /// Whether it is in the headline.
    pub(super) fn is_title(self) -> bool {
        self.zone == 0
    }
}

impl Postings {
    /// The number of occurrences of `terms`.
    pub(super) fn occurrences(&self, terms: &Terms) -> usize {
        terms.iter().map(|term| self.term(term).occurrences as usize).sum()
    }

    /// What is known of the word `term`.
    pub(super) fn term(&self, term: u32) -> Term {
        self.terms.get(term as usize).copied().unwrap_or_default()
    }

    /// Reads the postings of the word `term`.
    pub(super) fn cursor(&self, term: u32) -> Cursor<'_> {
        let before = term.checked_sub(1).map_or([0; 3], |before| self.term(before).ends);
        let ends = self.term(term).ends;
        let range = |at: usize| -> Range<usize> { before[at] as usize..ends[at] as usize };
        Cursor {
            articles: Bytes { bytes: self.articles.get(range(0)).unwrap_or_default(), at: 0 },
            positions: Bytes { bytes: self.positions.get(range(1)).unwrap_or_default(), at: 0 },
            skips: self.skips.get(range(2)).unwrap_or_default(),
            from: 0,
            now: None,
            unread: 0,
        }
    }
}

/// Reads the postings of a word, article by article.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'p> {
    articles: Bytes<'p>,
    positions: Bytes<'p>,
    skips: &'p [Skip],
    /// The least index that the next article can have.
    from: u32,
    now: Option<Posting>,
    /// The positions up to the last of the current article that are not read yet.
    unread: u32,
}

impl Cursor<'_> {
    /// The first article from the index `article` on, the current one among them.
    pub(super) fn seek(&mut self, article: u32) -> Option<Posting> {
        if let Some(now) = self.now.filter(|now| now.article >= article) {
            return Some(now);
        }
        let reached = self.skips.partition_point(|skip| skip.from <= article);
        if let Some(skip) = reached.checked_sub(1).map(|at| self.skips[at])
            && skip.articles as usize > self.articles.at
        {
            self.articles.at = skip.articles as usize;
            self.positions.at = skip.positions as usize;
            (self.from, self.unread) = (skip.from, 0);
        }
        self.find(|posting| posting.article >= article)
    }

    /// Puts the positions of the current article into `into`, in order; none where it was asked before.
    pub(super) fn read(&mut self, into: &mut Vec<Position>) {
        into.clear();
        let here = self.now.map_or(0, |now| now.title + now.body).min(self.unread);
        let mut last = Position::default();
        for at in 0..self.unread {
            // What is before the current article is passed over.
            if at == self.unread - here {
                last = Position::default();
            }
            let code = self.positions.number();
            last = match code & 1 {
                0 => Position { word: last.word.wrapping_add(code >> 1), ..last },
                _ => Position { zone: last.zone.wrapping_add(code >> 1), word: self.positions.number() },
            };
            if at >= self.unread - here {
                into.push(last);
            }
        }
        self.unread = 0;
    }
}

impl Iterator for Cursor<'_> {
    type Item = Posting;

    fn next(&mut self) -> Option<Posting> {
        self.now = (!self.articles.is_read()).then(|| {
            let code = self.articles.number();
            let article = self.from.saturating_add(code >> 1);
            let (mut title, mut body) = (0, 1);
            if code & 1 == 1 {
                let counts = self.articles.number();
                body = counts >> 1;
                title = if counts & 1 == 1 { self.articles.number() } else { 0 };
            }
            Posting { article, title, body }
        });
        let now = self.now?;
        self.from = now.article.saturating_add(1);
        self.unread = self.unread.saturating_add(now.title.saturating_add(now.body));
        self.now
    }
}

/// Bytes that are read from their beginning.
#[derive(Clone, Copy, Debug)]
struct Bytes<'p> {
    bytes: &'p [u8],
    at: usize,
}

impl Bytes<'_> {
    fn is_read(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// The next number; 0 at the end.
    fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += 1;
            number |= u32::from(byte & 0x7f).unbounded_shl(shift);
            if byte & 0x80 == 0 {
                break;
            }
            shift += 7;
        }
        number
    }
}

/// Adds `number` to `bytes`.
pub(super) fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

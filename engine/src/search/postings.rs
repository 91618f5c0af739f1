//! Postings: for each word of a field, the articles that hold it, how often, and where. Two strings of bytes a word: the
//! articles stand apart from the positions, which only phrases, near words and hits read.
//!
//! Numbers are LEB128. An article is `gap << 1`, where the gap counts the articles since the one before, and the word stands
//! once in its body; else `gap << 1 | 1`, then `body << 1`, or `body << 1 | 1` and how often it stands in the headline. A
//! position is `words << 1`, the words since the one before in the same zone; or `zones << 1 | 1`, the zones since, and the
//! index of the word in its zone. Both begin anew with each article.

use super::dictionary::Dictionary;
use std::ops::Range;

/// Words with the articles that hold them; their positions are bytes beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Postings {
    pub(super) dictionary: Dictionary,
    /// What is known of each word of the dictionary.
    pub(super) terms: Vec<Term>,
    /// The articles of all words, word by word.
    pub(super) articles: Vec<u8>,
    /// Places in articles and positions from which frequent words can be read, word by word.
    pub(super) skips: Vec<Skip>,
}

/// What is known of a word, and where its postings end; they begin where those of the word before end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Term {
    /// The number of articles that hold it.
    pub(super) held_by: u32,
    /// The number of its occurrences.
    pub(super) occurrences: u32,
    /// The ends in [`Postings::articles`], in the positions, and in [`Postings::skips`].
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
        Position { word: self.word.saturating_add(words), ..self }
    }

    /// Whether it is in the headline.
    pub(super) fn is_title(self) -> bool {
        self.zone == 0
    }
}

/// Postings as they are written: the words, the numbers of their terms, their articles, the numbers of their skips. Plain
/// lists, because the page pays for each reader of a type.
pub(super) type Stored = (Vec<String>, Vec<u32>, Vec<u8>, Vec<u32>);

impl From<Stored> for Postings {
    fn from((words, terms, articles, skips): Stored) -> Postings {
        let (terms, _) = terms.as_chunks();
        let term = |[held_by, occurrences, a, b, c]: &[u32; 5]| Term {
            held_by: *held_by,
            occurrences: *occurrences,
            ends: [*a, *b, *c],
        };
        let (skips, _) = skips.as_chunks();
        let skip = |[from, articles, positions]: &[u32; 3]| Skip {
            from: *from,
            articles: *articles,
            positions: *positions,
        };
        Postings {
            dictionary: Dictionary::new(words.iter().map(String::as_str)),
            terms: terms.iter().map(term).collect(),
            articles,
            skips: skips.iter().map(skip).collect(),
        }
    }
}

#[cfg(feature = "read")]
impl From<Postings> for Stored {
    fn from(Postings { dictionary, terms, articles, skips }: Postings) -> Stored {
        let words = (0..dictionary.len()).map(|term| dictionary.word(term).to_owned()).collect();
        let term = |Term { held_by, occurrences, ends: [a, b, c] }| [held_by, occurrences, a, b, c];
        let skip = |Skip { from, articles, positions }| [from, articles, positions];
        (
            words,
            terms.into_iter().flat_map(term).collect(),
            articles,
            skips.into_iter().flat_map(skip).collect(),
        )
    }
}

impl Postings {
    /// What is known of the word `term`.
    pub(super) fn term(&self, term: u32) -> Term {
        self.terms.get(term as usize).copied().unwrap_or_default()
    }

    /// Where those of the words `terms` stand: in the articles, in the positions, in the skips.
    fn ranges(&self, terms: Range<u32>) -> [Range<usize>; 3] {
        let ends = |term: Option<u32>| term.map_or([0; 3], |term| self.term(term).ends);
        let (before, last) = (ends(terms.start.checked_sub(1)), ends(terms.end.checked_sub(1)));
        [0, 1, 2].map(|at| before[at] as usize..last[at] as usize)
    }

    /// Reads the postings of the word `term`; `positions` are those of all words, or none where they are not read.
    pub(super) fn cursor<'p>(&'p self, positions: &'p [u8], term: u32) -> Cursor<'p> {
        let [articles, here, skips] = self.ranges(term..term + 1);
        Cursor {
            articles: Bytes { bytes: self.articles.get(articles).unwrap_or_default(), at: 0 },
            positions: Bytes { bytes: positions.get(here).unwrap_or_default(), at: 0 },
            skips: self.skips.get(skips).unwrap_or_default(),
            from: 0,
            now: None,
            unread: 0,
        }
    }

    /// The words `terms` alone, with their positions of `positions`.
    #[cfg(feature = "read")]
    pub(super) fn cut(&self, positions: &[u8], terms: Range<u32>) -> (Postings, Vec<u8>) {
        let [articles, here, skips] = self.ranges(terms.clone());
        let starts = [articles.start, here.start, skips.start].map(|start| start as u32);
        let placed = |term: u32| {
            let Term { held_by, occurrences, mut ends } = self.term(term);
            ends.iter_mut().zip(starts).for_each(|(end, start)| *end -= start);
            Term { held_by, occurrences, ends }
        };
        let postings = Postings {
            dictionary: Dictionary::new(terms.clone().map(|term| self.dictionary.word(term))),
            terms: terms.map(placed).collect(),
            articles: self.articles[articles].to_vec(),
            skips: self.skips[skips].to_vec(),
        };
        (postings, positions[here].to_vec())
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
        let here = self.now.map_or(0, |now| now.title.saturating_add(now.body)).min(self.unread);
        let mut last = Position::default();
        for at in 0..self.unread {
            // What is before the current article is passed over.
            if at == self.unread - here {
                last = Position::default();
            }
            if self.positions.is_read() {
                break;
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

//! The index: where each word stands, and the evaluation of queries over it.

use super::{Node, Query};
use crate::actors::{Zone, zones};
use crate::corpus::{ArticleId, Corpus};
use crate::text::{Span, Tokens};
use std::collections::{BTreeMap, BTreeSet};

/// A positional index over the titles and bodies of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// By folded word, in order, so that a prefix is a range.
    words: BTreeMap<String, Vec<Posting>>,
    /// Tokens in each article.
    lengths: Vec<u32>,
}

/// One occurrence of a word.
#[derive(Clone, Copy, Debug)]
struct Posting {
    article: ArticleId,
    zone: Zone,
    /// Which token of its zone.
    token: u32,
    at: Span,
}

/// A span that a query matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The zone of the article.
    pub zone: Zone,
    /// Where, in bytes of the zone's text.
    pub at: Span,
}

/// The articles that a query picks out, each with its hits in reading order and its score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// By article.
    pub articles: BTreeMap<ArticleId, Match>,
}

/// How one article answers a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Match {
    /// What matched, in reading order; no two overlap. Empty where the query asks for no word.
    pub hits: Vec<Hit>,
    /// BM25 over title and body; higher is better, 0 where the query asks for no word.
    pub score: f32,
}

/// BM25's saturation of repeated words, the usual value (Robertson and Zaragoza 2009).
const K1: f32 = 1.2;
/// BM25's share of length normalisation, the usual value (same source).
const B: f32 = 0.75;
/// A word in the headline counts as this many in the body.
const TITLE_WEIGHT: f32 = 3.0;

impl Index {
    /// Indexes `corpus`.
    pub fn new(corpus: &Corpus) -> Index {
        let mut index = Index::default();
        for (article, content) in corpus.ids() {
            let mut length = 0;
            for (zone, text) in zones(content) {
                let tokens = Tokens::of(text);
                length += tokens.len() as u32;
                for (token, word) in tokens.iter().enumerate() {
                    let posting = Posting { article, zone, token: token as u32, at: word.span };
                    match index.words.get_mut(word.folded) {
                        Some(postings) => postings.push(posting),
                        None => {
                            index.words.insert(word.folded.to_owned(), vec![posting]);
                        }
                    }
                }
            }
            index.lengths.push(length);
        }
        index
    }

    /// Answers `query`: exactly the articles that a reading of all texts would give.
    pub fn search(&self, query: &Query) -> Results {
        let everything = || (0..self.lengths.len() as u32).map(ArticleId);
        let articles = match &query.tree {
            Some(tree) => self.evaluate(tree),
            None => everything().map(|id| (id, Match::default())).collect(),
        };
        let mut results = Results { articles };
        for found in results.articles.values_mut() {
            tidy(&mut found.hits);
        }
        results
    }

    fn evaluate(&self, node: &Node) -> BTreeMap<ArticleId, Match> {
        match node {
            Node::Word(word) => self.leaf(self.words.get(word).into_iter().flatten().map(|p| (*p, p.at))),
            Node::Prefix(prefix) => {
                let range =
                    self.words.range(prefix.clone()..).take_while(|(word, _)| word.starts_with(prefix));
                self.leaf(range.flat_map(|(_, postings)| postings).map(|p| (*p, p.at)))
            }
            Node::Phrase(words) => self.leaf(self.phrase(words).into_iter()),
            Node::And(nodes) => {
                let (not, must): (Vec<_>, Vec<_>) = nodes.iter().partition(|n| matches!(n, Node::Not(_)));
                let mut parts = must.into_iter().chain(not).map(|n| self.evaluate(n));
                let first = parts.next().unwrap_or_default();
                parts.fold(first, |all, mut part| {
                    let both =
                        all.into_iter().filter_map(|(id, found)| Some((id, found.and(part.remove(&id)?))));
                    both.collect()
                })
            }
            Node::Or(nodes) => {
                let mut all: BTreeMap<ArticleId, Match> = BTreeMap::new();
                for (id, found) in nodes.iter().flat_map(|n| self.evaluate(n)) {
                    let joined = all.remove(&id).unwrap_or_default().and(found);
                    all.insert(id, joined);
                }
                all
            }
            Node::Not(node) => {
                let without: BTreeSet<ArticleId> = self.evaluate(node).into_keys().collect();
                let all = (0..self.lengths.len() as u32).map(ArticleId);
                all.filter(|id| !without.contains(id)).map(|id| (id, Match::default())).collect()
            }
        }
    }

    /// Groups occurrences by article and scores them as one term.
    fn leaf(&self, found: impl Iterator<Item = (Posting, Span)>) -> BTreeMap<ArticleId, Match> {
        let mut articles: BTreeMap<ArticleId, Match> = BTreeMap::new();
        for (posting, at) in found {
            articles.entry(posting.article).or_default().hits.push(Hit { zone: posting.zone, at });
        }
        let total = self.lengths.len() as f32;
        let average = self.lengths.iter().sum::<u32>() as f32 / total.max(1.0);
        let rarity = (1.0 + (total - articles.len() as f32 + 0.5) / (articles.len() as f32 + 0.5)).ln();
        for (id, found) in &mut articles {
            let weight = |hit: &Hit| if hit.zone == Zone::Title { TITLE_WEIGHT } else { 1.0 };
            let frequency: f32 = found.hits.iter().map(weight).sum();
            let length = self.lengths[id.0 as usize] as f32 / average.max(1.0);
            found.score = rarity * frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * length));
        }
        articles
    }

    fn phrase(&self, words: &[String]) -> Vec<(Posting, Span)> {
        let lists: Option<Vec<_>> = words.iter().map(|w| self.words.get(w)).collect();
        let Some(([first, rest @ ..], true)) = lists.as_deref().map(|l| (l, !l.is_empty())) else {
            return Vec::new();
        };
        let key = |p: &Posting| (p.article, p.zone, p.token);
        let ends = |start: &Posting| {
            let mut end = start.at.end;
            for (offset, list) in rest.iter().enumerate() {
                let next = (start.article, start.zone, start.token + offset as u32 + 1);
                let at = list.binary_search_by_key(&next, key).ok()?;
                end = list[at].at.end;
            }
            Some((*start, Span { start: start.at.start, end }))
        };
        first.iter().filter_map(ends).collect()
    }
}

impl Match {
    fn and(mut self, other: Match) -> Match {
        self.hits.extend(other.hits);
        Match { hits: self.hits, score: self.score + other.score }
    }
}

/// Puts hits in reading order and joins those that overlap, as two phrases that share a word do: nothing is
/// highlighted or counted twice.
fn tidy(hits: &mut Vec<Hit>) {
    hits.sort_by_key(|h| (h.zone, h.at.start));
    hits.dedup_by(|next, last| {
        let joined = next.zone == last.zone && next.at.start < last.at.end;
        if joined {
            last.at.end = last.at.end.max(next.at.end);
        }
        joined
    });
}

#[cfg(test)]
mod tests {
    use super::{Index, Query};
    use crate::corpus::{SourceFile, config::Config, parse};

    #[test]
    fn hits_that_overlap_are_one() {
        let bytes = b" date 2024-01-05 A spy satellite launch failed, and no spy was caught.".to_vec();
        let corpus = parse(vec![SourceFile { name: "a.txt".into(), bytes }], &Config::default()).corpus;
        for (query, expected) in [
            ("\"spy satellite\" \"satellite launch\"", vec!["spy satellite launch"]),
            ("spy \"spy satellite\"", vec!["spy satellite", "spy"]),
            ("satellite launch", vec!["satellite", "launch"]),
            ("spy sp*", vec!["spy", "spy"]),
            ("", vec![]),
        ] {
            let results = Index::new(&corpus).search(&Query::parse(query));
            let found = results.articles.values().flat_map(|m| &m.hits);
            let words: Vec<_> = found.map(|h| h.at.of(h.zone.of(&corpus.articles[0]))).collect();
            assert_eq!(words, expected, "{query}");
        }
    }
}

//! The index: the words of a corpus as numbers, and the articles that a plan picks out, with their scores.

use super::field_index::FieldIndex;
use super::field_indexes::FieldIndexes;
use super::plan::{Plan, Step};
use super::runs;
use super::{Query, TextField};
use crate::actors::{Mentions, Zone, zones};
use crate::corpus::{Article, ArticleId, Corpus, Day};

/// A positional index over a corpus. It is made from the texts where it is used, so that a pack carries the texts
/// alone: their words and positions once more would be a second download.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) fields: FieldIndexes,
    days: Vec<Option<Day>>,
    /// What each article's length adds to a word's frequency in BM25: `K1 * (1 - B + B * length / average)`.
    norms: Vec<f32>,
}

/// An article that a query picks out, with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoredArticle {
    /// The article's id.
    pub article: ArticleId,
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
        let one = |text| std::iter::once((Zone::Block(0), text));
        let text = FieldIndex::new(corpus, zones);
        let total: u32 = text.lengths().sum();
        let average = (total as f32 / corpus.articles.len().max(1) as f32).max(1.0);
        Index {
            norms: text.lengths().map(|length| K1 * (1.0 - B + B * length as f32 / average)).collect(),
            fields: FieldIndexes {
                text,
                outlet: FieldIndex::new(corpus, |article| one(article.outlet_name())),
                url: FieldIndex::new(corpus, |article| {
                    one(article.url.as_ref().map_or("", |url| url.value.as_str()))
                }),
            },
            days: corpus.articles.iter().map(Article::day).collect(),
        }
    }

    /// Looks up the words of `query` in this index, and its names in `mentions`.
    pub fn plan(&self, query: Query, mentions: &Mentions) -> Plan {
        Plan::new(query, &self.fields, mentions)
    }

    pub(super) fn day(&self, article: u32) -> Option<Day> {
        self.days.get(article as usize).copied().flatten()
    }

    /// The articles that `plan` picks out, in corpus order: exactly those that a reading of all texts would give.
    pub fn search(&self, plan: &Plan, mentions: &Mentions) -> Vec<ScoredArticle> {
        match &plan.step {
            Some(step) => self.evaluate(step, mentions),
            None => self.articles(|_, _| true),
        }
    }

    /// The articles whose index and day `fit` accepts, with the score 0.
    fn articles(&self, fit: impl Fn(u32, Option<Day>) -> bool) -> Vec<ScoredArticle> {
        let days = self.days.iter().enumerate().filter(|(id, day)| fit(*id as u32, **day));
        days.map(|(id, _)| ScoredArticle { article: ArticleId(id as u32), score: 0.0 }).collect()
    }

    fn evaluate(&self, step: &Step, mentions: &Mentions) -> Vec<ScoredArticle> {
        match step {
            Step::Phrase(field, words) => {
                let index = self.fields.of(*field);
                let anchor = runs::rarest(index, words.iter());
                let (positions, in_order) = index.positions(&words[anchor]);
                match words.len() {
                    1 => self.score(*field, positions, in_order),
                    _ => self.score(*field, runs::phrases(index, words, anchor, positions), in_order),
                }
            }
            Step::Runs(field, runs) => self.score(*field, runs.iter().map(|(first, _)| *first), true),
            Step::Near(field, words, within) => {
                let index = self.fields.of(*field);
                let anchor = &words[runs::rarest(index, words.iter().map(|(terms, _)| terms))].0;
                let mut zones: Vec<_> = index.positions(anchor).0.map(|at| index.zone(at).1).collect();
                zones.dedup();
                let near = zones.into_iter().flat_map(|zone| runs::near(index, words, *within, zone));
                self.score(*field, near, true)
            }
            Step::Published(from, to) => self.articles(|_, day| is_between(day, *from, *to)),
            Step::Undated => self.articles(|_, day| day.is_none()),
            Step::Mention(..) => {
                let mut named = vec![false; self.days.len()];
                for mention in mentions.list.iter().filter(|m| step.names(m)) {
                    named.get_mut(mention.article.0 as usize).into_iter().for_each(|n| *n = true);
                }
                self.articles(|id, _| named[id as usize])
            }
            Step::And(steps) => {
                let (not, must): (Vec<_>, Vec<_>) = steps.iter().partition(|s| matches!(s, Step::Not(_)));
                let mut must = must.into_iter();
                let first = must.next().map(|s| self.evaluate(s, mentions));
                let found = first.unwrap_or_else(|| self.articles(|_, _| true));
                // Nothing is both in an empty list and in another.
                let narrowed = |all: Vec<ScoredArticle>, s| match all.is_empty() {
                    true => all,
                    false => both(&all, &self.evaluate(s, mentions)),
                };
                let found = must.fold(found, narrowed);
                not.into_iter().fold(found, |all, step| both(&all, &self.evaluate(step, mentions)))
            }
            Step::Or(steps) => {
                let parts = steps.iter().map(|s| self.evaluate(s, mentions));
                parts.reduce(|all, part| either(&all, &part)).unwrap_or_default()
            }
            Step::Not(step) => {
                let mut without = self.evaluate(step, mentions).into_iter().peekable();
                self.articles(|_, _| true)
                    .into_iter()
                    .filter(|found| without.next_if(|w| w.article == found.article).is_none())
                    .collect()
            }
        }
    }

    /// Groups occurrences by article and scores them as one term; `in_order` says whether `positions` ascend.
    fn score(
        &self,
        field: TextField,
        positions: impl Iterator<Item = u32>,
        in_order: bool,
    ) -> Vec<ScoredArticle> {
        let index = self.fields.of(field);
        let weighed = positions.filter_map(|at| {
            let title = index.is_title(at);
            let here = match field {
                TextField::Title => title,
                TextField::Body => !title,
                TextField::Text | TextField::Outlet | TextField::Url => true,
            };
            here.then(|| (ArticleId(index.owner(at)), if title { TITLE_WEIGHT } else { 1.0 }))
        });
        let mut all: Vec<ScoredArticle> = Vec::new();
        if in_order {
            for (article, weight) in weighed {
                match all.last_mut().filter(|last| last.article == article) {
                    Some(last) => last.score += weight,
                    None => all.push(ScoredArticle { article, score: weight }),
                }
            }
        } else {
            let mut weights = vec![0.0; self.days.len()];
            weighed.for_each(|(article, weight)| weights[article.0 as usize] += weight);
            let found = weights.into_iter().enumerate().filter(|(_, weight)| *weight > 0.0);
            all.extend(found.map(|(id, score)| ScoredArticle { article: ArticleId(id as u32), score }));
        }
        let (total, with) = (self.days.len() as f32, all.len() as f32);
        let rarity = match field {
            TextField::Outlet | TextField::Url => 0.0,
            _ => (1.0 + (total - with + 0.5) / (with + 0.5)).ln(),
        };
        for found in &mut all {
            let frequency = found.score;
            found.score =
                rarity * frequency * (K1 + 1.0) / (frequency + self.norms[found.article.0 as usize]);
        }
        all
    }
}

/// Whether `day` is on or after `from`, and on or before `to`.
pub(super) fn is_between(day: Option<Day>, from: Option<Day>, to: Option<Day>) -> bool {
    day.is_some_and(|day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to))
}

/// The articles in both lists, with the sum of their scores; lists are in corpus order.
fn both(a: &[ScoredArticle], b: &[ScoredArticle]) -> Vec<ScoredArticle> {
    let mut rest = b.iter().peekable();
    let mut all = Vec::with_capacity(a.len().min(b.len()));
    for one in a {
        while rest.next_if(|other| other.article < one.article).is_some() {}
        if let Some(other) = rest.next_if(|other| other.article == one.article) {
            all.push(ScoredArticle { article: one.article, score: one.score + other.score });
        }
    }
    all
}

/// The articles in either list, with the sum of their scores; lists are in corpus order.
fn either(a: &[ScoredArticle], b: &[ScoredArticle]) -> Vec<ScoredArticle> {
    let mut rest = b.iter().copied().peekable();
    let mut all = Vec::with_capacity(a.len() + b.len());
    for one in a {
        while let Some(other) = rest.next_if(|other| other.article < one.article) {
            all.push(other);
        }
        let other = rest.next_if(|other| other.article == one.article);
        all.push(ScoredArticle {
            article: one.article,
            score: one.score + other.map_or(0.0, |other| other.score),
        });
    }
    all.extend(rest);
    all
}

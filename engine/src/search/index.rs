//! The index: the words of a corpus as postings, and the articles that a plan picks out, with their scores.

use super::TextField;
use super::dictionary::Terms;
use super::field_index::FieldGathered;
use super::field_indexes::FieldIndexes;
use super::plan::{Plan, Step};
use super::postings::{Position, Postings};
use super::runs::{self, Take};
use crate::actors::{Mentions, Zone, zones};
use crate::corpus::{Article, ArticleId, Corpus, Day};

/// A positional index over articles. It is made from the texts where it is used, so that a pack carries the texts
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
        Index::of(&corpus.articles, &|_| true)
    }

    /// Indexes those words of `articles` that `keep` wants.
    pub(super) fn of(articles: &[Article], keep: &dyn Fn(&str) -> bool) -> Index {
        let one = |text| std::iter::once((Zone::Block(0), text));
        let [mut text, mut outlet, mut url] = [(); 3].map(|()| FieldGathered::default());
        let mut lengths = Vec::with_capacity(articles.len());
        for (id, article) in (0..).zip(articles) {
            lengths.push(text.add(id, zones(article), keep));
            outlet.add(id, one(article.outlet_name()), keep);
            url.add(id, one(article.url.as_ref().map_or("", |url| url.value.as_str())), keep);
        }
        let total: u32 = lengths.iter().sum();
        let average = (total as f32 / articles.len().max(1) as f32).max(1.0);
        Index {
            norms: lengths.iter().map(|length| K1 * (1.0 - B + B * *length as f32 / average)).collect(),
            fields: FieldIndexes { text: text.finish(), outlet: outlet.finish(), url: url.finish() },
            days: articles.iter().map(Article::day).collect(),
        }
    }

    /// The index of one article without its words.
    pub(super) fn without_words(article: &Article) -> Index {
        Index { days: vec![article.day()], ..Index::default() }
    }

    /// The number of articles.
    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    /// The indexes of the articles whose day `fit` accepts.
    pub(super) fn dated(&self, fit: impl Fn(Option<Day>) -> bool) -> Vec<u32> {
        (0..).zip(&self.days).filter(|(_, day)| fit(**day)).map(|(id, _)| id).collect()
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
            Step::Phrase(field, patterns) => match &patterns[..] {
                [pattern] => {
                    let words = &self.fields.of(*field).words;
                    let terms = words.dictionary.matching(pattern);
                    self.score(*field, self.weigh_words(*field, words, &terms))
                }
                _ => self.score(*field, self.weigh_runs(*field, step)),
            },
            Step::Joined(field, word) => {
                let mut compounds =
                    self.fields.of(*field).compounds(word).map(|(_, postings, term)| {
                        self.weigh_words(*field, postings, &Terms::List(vec![term]))
                    });
                let first = compounds.next().unwrap_or_default();
                self.score(*field, compounds.fold(first, |all, more| either(&all, &more)))
            }
            Step::Near(field, ..) => self.score(*field, self.weigh_runs(*field, step)),
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

    /// Calls `take` with the first position of each run of words that `step` asks for, article by article, and with how
    /// many words stand after it in the run. An article may come more than once, and out of order.
    pub(super) fn runs(&self, step: &Step, mut take: impl FnMut(u32, &[Position], u32)) {
        let (Step::Phrase(field, _) | Step::Joined(field, _) | Step::Near(field, ..)) = step else { return };
        let words = &self.fields.of(*field).words;
        let mut of_term = |postings: &Postings, term, more| {
            let (mut cursor, mut positions) = (postings.cursor(term), Vec::new());
            while let Some(posting) = cursor.next() {
                cursor.read(&mut positions);
                take(posting.article, &positions, more);
            }
        };
        match step {
            Step::Phrase(_, patterns) => match &patterns[..] {
                [pattern] => {
                    words.dictionary.matching(pattern).iter().for_each(|term| of_term(words, term, 0))
                }
                _ => {
                    let terms: Vec<Terms> = patterns.iter().map(|p| words.dictionary.matching(p)).collect();
                    let more = (terms.len() as u32).saturating_sub(1);
                    runs::phrases(words, &terms, &mut |article, found| take(article, found, more));
                }
            },
            Step::Joined(field, word) => {
                let compounds = self.fields.of(*field).compounds(word);
                compounds.for_each(|(parts, postings, term)| of_term(postings, term, parts - 1));
            }
            Step::Near(_, wanted, within) => {
                let mut terms: Vec<(u32, usize)> = Vec::new();
                for word in wanted {
                    let Some(term) = words.dictionary.find(word) else { return };
                    match terms.iter_mut().find(|(known, _)| *known == term) {
                        Some((_, count)) => *count += 1,
                        None => terms.push((term, 1)),
                    }
                }
                let take: &mut Take<'_> = &mut |article, found| take(article, found, 0);
                runs::near(words, &terms, *within, take);
            }
            _ => {}
        }
    }

    /// Each article that holds runs of `step`, in corpus order, with how often in place of a score.
    fn weigh_runs(&self, field: TextField, step: &Step) -> Vec<ScoredArticle> {
        let mut all = Vec::new();
        self.runs(step, |article, found, _| {
            let title = found.iter().filter(|position| position.is_title()).count();
            all.extend(weighed(field, article, title as u32, (found.len() - title) as u32));
        });
        all
    }

    /// Each article that holds one of `terms`, in corpus order, with how often in place of a score.
    fn weigh_words(&self, field: TextField, words: &Postings, terms: &Terms) -> Vec<ScoredArticle> {
        let mut terms = terms.iter();
        let (first, second) = (terms.next(), terms.next());
        let of_term = |term| words.cursor(term).filter_map(|p| weighed(field, p.article, p.title, p.body));
        let (Some(first), Some(second)) = (first, second) else {
            return first.into_iter().flat_map(of_term).collect();
        };
        let mut weights = vec![0.0; self.days.len()];
        for term in [first, second].into_iter().chain(terms) {
            of_term(term).for_each(|found| weights[found.article.0 as usize] += found.score);
        }
        let found = weights.into_iter().enumerate().filter(|(_, weight)| *weight > 0.0);
        found.map(|(id, score)| ScoredArticle { article: ArticleId(id as u32), score }).collect()
    }

    /// Scores the articles that hold one term, which are given with how often they do.
    fn score(&self, field: TextField, mut all: Vec<ScoredArticle>) -> Vec<ScoredArticle> {
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

/// An article that holds a term so often in its title and its body, with its weight in place of a score; `None` where it
/// stands in neither that `field` names.
fn weighed(field: TextField, article: u32, title: u32, body: u32) -> Option<ScoredArticle> {
    let (title, body) = match field {
        TextField::Title => (title, 0),
        TextField::Body => (0, body),
        TextField::Text | TextField::Outlet | TextField::Url => (title, body),
    };
    let score = title as f32 * TITLE_WEIGHT + body as f32;
    (score > 0.0).then_some(ScoredArticle { article: ArticleId(article), score })
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

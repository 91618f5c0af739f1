//! The index: the words of a corpus as postings, and the articles that a plan picks out, with their scores.

use super::TextField;
use super::field_index::FieldGathered;
use super::field_indexes::FieldIndexes;
use super::partition::Word;
use super::plan::{Plan, Step};
use super::postings::{Position, Posting};
use super::runs::{self, Take};
use super::tree::Pattern;
use crate::actors::{Mentions, Zone, zones};
use crate::corpus::{Article, ArticleId, Corpus, Day};

/// A positional index over articles. It is made from the texts where it is used, so that a pack carries the texts
/// alone: their words and positions once more would be a second download.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) fields: FieldIndexes,
    days: Vec<Option<Day>>,
    /// The number of words of each article.
    pub(super) lengths: Vec<u32>,
    /// Their mean.
    average: f32,
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
        let fields = FieldIndexes { text: text.finish(), outlet: outlet.finish(), url: url.finish() };
        Index::with(fields, articles.iter().map(Article::day).collect(), lengths)
    }

    /// The index of articles of these `days` and `lengths`.
    pub(super) fn with(fields: FieldIndexes, days: Vec<Option<Day>>, lengths: Vec<u32>) -> Index {
        let total: u64 = lengths.iter().map(|length| u64::from(*length)).sum();
        let average = (total as f32 / lengths.len().max(1) as f32).max(1.0);
        Index { fields, days, lengths, average }
    }

    /// The number of words of the article `id`, with its headline.
    pub fn length(&self, id: ArticleId) -> u32 {
        self.lengths.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// Asks for all that an answer to `step` reads, so that the files that are lacking are noted at once, and for the
    /// positions of single words, too, where it is to have `positions`; says whether all is there.
    pub(super) fn ask_for(&self, step: &Step, positions: bool) -> bool {
        // Each is asked for, whichever is lacking.
        let all = |there: &mut dyn Iterator<Item = bool>| there.filter(|is_there| !is_there).count() == 0;
        match step {
            Step::Phrase(field, patterns) => {
                let (index, positions) = (self.fields.of(*field), positions || patterns.len() > 1);
                all(&mut patterns.iter().map(|pattern| index.ask_for(pattern, positions)))
            }
            Step::Near(field, words, _) => {
                let index = self.fields.of(*field);
                all(&mut words.iter().map(|word| index.ask_for(&Pattern::Word(word.clone()), true)))
            }
            // A compound stands where its word would.
            Step::Joined(..) | Step::Published(..) | Step::Undated | Step::Mention(..) => true,
            Step::And(steps) | Step::Or(steps) => {
                all(&mut steps.iter().map(|step| self.ask_for(step, positions)))
            }
            Step::Not(step) => self.ask_for(step, positions),
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
            Some(step) => {
                self.ask_for(step, false);
                self.evaluate(step, mentions)
            }
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
                    let words = self.fields.of(*field).matching(pattern);
                    self.score(*field, self.weigh_words(*field, &words))
                }
                _ => self.score(*field, self.weigh_runs(*field, step)),
            },
            Step::Joined(field, word) => {
                let compounds = self.fields.of(*field).compounds(word);
                let words: Vec<Word<'_>> = compounds.map(|(_, word)| word).collect();
                self.score(*field, self.weigh_words(*field, &words))
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
        let index = self.fields.of(*field);
        let mut of_word = |word: Word<'_>, more| {
            let (mut cursor, mut positions) = (word.positions(), Vec::new());
            while let Some(posting) = cursor.next() {
                cursor.read(&mut positions);
                take(posting.article, &positions, more);
            }
        };
        match step {
            Step::Phrase(_, patterns) => match &patterns[..] {
                [pattern] => index.matching(pattern).into_iter().for_each(|word| of_word(word, 0)),
                _ => {
                    let words: Vec<_> = patterns.iter().map(|pattern| index.matching(pattern)).collect();
                    let more = (words.len() as u32).saturating_sub(1);
                    runs::phrases(&words, self.len(), &mut |article, found| take(article, found, more));
                }
            },
            Step::Joined(_, word) => {
                index.compounds(word).for_each(|(words, compound)| of_word(compound, words - 1));
            }
            Step::Near(_, wanted, within) => {
                let mut words: Vec<(Word<'_>, usize)> = Vec::new();
                for text in wanted {
                    let Some(word) = index.find(text) else { return };
                    match words.iter_mut().find(|(known, _)| known.text() == text) {
                        Some((_, count)) => *count += 1,
                        None => words.push((word, 1)),
                    }
                }
                let take: &mut Take<'_> = &mut |article, found| take(article, found, 0);
                runs::near(&words, *within, take);
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

    /// Each article that holds one of `words`, in corpus order, with how often in place of a score.
    fn weigh_words(&self, field: TextField, words: &[Word<'_>]) -> Vec<ScoredArticle> {
        let weigh = |posting: Posting| weighed(field, posting.article, posting.title, posting.body);
        if let [word] = words {
            return word.articles().filter_map(weigh).collect();
        }
        let mut weights = vec![0.0; if words.is_empty() { 0 } else { self.len() }];
        for word in words {
            word.articles().filter_map(weigh).for_each(|found| {
                let weight = weights.get_mut(found.article.0 as usize);
                weight.into_iter().for_each(|weight| *weight += found.score);
            });
        }
        let found = weights.into_iter().enumerate().filter(|(_, weight)| *weight > 0.0);
        found.map(|(id, score)| ScoredArticle { article: ArticleId(id as u32), score }).collect()
    }

    /// Scores the articles that hold one term, which are given with how often they do.
    fn score(&self, field: TextField, mut all: Vec<ScoredArticle>) -> Vec<ScoredArticle> {
        // No index of this corpus names another article; what comes in files is not trusted.
        all.retain(|found| (found.article.0 as usize) < self.len());
        let (total, with) = (self.days.len() as f32, all.len() as f32);
        let rarity = match field {
            TextField::Outlet | TextField::Url => 0.0,
            _ => (1.0 + (total - with + 0.5) / (with + 0.5)).ln(),
        };
        for found in &mut all {
            let frequency = found.score;
            // What the article's length adds to a word's frequency in BM25.
            let norm = K1 * (1.0 - B + B * self.length(found.article) as f32 / self.average);
            found.score = rarity * frequency * (K1 + 1.0) / (frequency + norm);
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

//! Hits: the spans that a plan matched. The articles that are shown are read again, which takes microseconds; how many hits
//! all have is counted in the index.

use super::TextField;
use super::index::{Index, is_between};
use super::partition::Word;
use super::plan::{Plan, Step};
use super::postings::Position;
use super::tree::Pattern;
use crate::actors::{Mention, Zone};
use crate::corpus::{Article, ArticleId};
use crate::order;
use crate::text::{Span, Tokens};

/// A span that a query matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The zone of the article.
    pub zone: Zone,
    /// Its span, in bytes of the zone's text.
    pub at: Span,
}

/// The articles that a step picks out, in corpus order, and what it matched in them.
#[derive(Default)]
struct Marks {
    articles: Vec<u32>,
    /// What was matched, by the index of its article.
    list: Vec<(u32, Mark)>,
}

/// What a step matched.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    /// The words from the first position to the last.
    Words(Position, Position),
    /// The mention at this index.
    Mention(usize),
}

impl Plan {
    /// The spans that it matched in `article`, whose mentions are `mentions`, in reading order; no two overlap. Empty where
    /// it asks for neither words nor mentions, or does not pick the article out.
    pub fn hits(&self, article: &Article, mentions: &[Mention]) -> Vec<Hit> {
        let Some(step) = &self.step else { return Vec::new() };
        let index = match step.asks_for_words() {
            true => Index::of(std::slice::from_ref(article), &|word| step.may_want(word)),
            false => Index::without_words(article),
        };
        let here = |mention: &Mention| Mention { article: ArticleId(0), ..mention.clone() };
        let own: Vec<Mention> = mentions.iter().map(here).collect();
        let marks = index.mark(step, &own).list;
        let mentioned = marks.iter().filter_map(|(_, mark)| match mark {
            Mark::Mention(at) => mentions.get(*at).map(|m| Hit { zone: m.zone, at: m.at }),
            Mark::Words(..) => None,
        });
        let mut hits: Vec<Hit> = mentioned.collect();
        hits.extend(spans(article, marks));
        tidy(&mut hits);
        hits
    }
}

impl Index {
    /// The number of hits of `plan` in the articles `wanted`, which it picks out, and of which all mentions are `mentions`.
    /// Which of these overlap with words is told by `words_of`, which gives the zone, the first word and the number of words
    /// of the mention at an index; or else by the text of its article, whose hits `hits` counts. 0 where a file is lacking.
    pub fn count(
        &self,
        plan: &Plan,
        mentions: &[Mention],
        wanted: impl Iterator<Item = ArticleId>,
        words_of: impl Fn(usize) -> Option<[u32; 3]>,
        hits: impl Fn(ArticleId) -> usize,
    ) -> usize {
        let Some(step) = &plan.step else { return 0 };
        let mut is_wanted = vec![false; self.len()];
        for id in wanted {
            is_wanted.get_mut(id.0 as usize).into_iter().for_each(|wanted| *wanted = true);
        }
        let is_wanted = |article: u32| is_wanted.get(article as usize).copied().unwrap_or_default();
        if let Some(apart) = self.apart(step) {
            let here = apart.iter().flat_map(|(field, word)| {
                let held = word.articles().filter(|posting| is_wanted(posting.article));
                held.map(|posting| match field {
                    TextField::Title => posting.title,
                    TextField::Body => posting.body,
                    _ => posting.title + posting.body,
                })
            });
            return here.sum::<u32>() as usize;
        }
        if !self.ask_for(step, true) {
            return 0;
        }
        let mut list = self.mark(step, mentions).list;
        list.retain(|(article, _)| is_wanted(*article));
        for (_, mark) in &mut list {
            if let Mark::Mention(at) = mark
                && let Some([zone, word, words]) = words_of(*at)
            {
                let first = Position { zone, word };
                *mark = Mark::Words(first, first.plus(words.saturating_sub(1)));
            }
        }
        order::by_key(&mut list, |it| *it);
        let in_article = |marks: &[(u32, Mark)]| {
            let (mut count, mut end) = (0, None);
            for (article, mark) in marks {
                let Mark::Words(first, last) = *mark else { return hits(ArticleId(*article)) };
                count += usize::from(end.is_none_or(|end| first > end));
                end = end.max(Some(last));
            }
            count
        };
        list.chunk_by(|a, b| a.0 == b.0).map(in_article).sum()
    }

    /// The words that `step` asks for, where their hits in what it picks out are all their occurrences, and no two overlap:
    /// different words, none of which is written with a hyphen, all of them wanted or any.
    fn apart<'i>(&'i self, step: &Step) -> Option<Vec<(TextField, Word<'i>)>> {
        let word = |step: &Step| -> Option<Vec<(TextField, Word<'i>)>> {
            let Step::Or(steps) = step else { return None };
            let [Step::Phrase(field, patterns), Step::Joined(..)] = &steps[..] else { return None };
            let [Pattern::Word(word)] = &patterns[..] else { return None };
            let index = self.fields.of(*field);
            let is_text = !matches!(field, TextField::Outlet | TextField::Url);
            let is_plain = is_text && index.compounds(word).next().is_none();
            is_plain.then(|| index.find(word).into_iter().map(|word| (*field, word)).collect())
        };
        let words = match step {
            Step::And(steps) => steps.iter().map(word).collect::<Option<Vec<_>>>()?.concat(),
            Step::Or(steps) if word(step).is_none() => {
                steps.iter().map(word).collect::<Option<Vec<_>>>()?.concat()
            }
            _ => word(step)?,
        };
        let mut texts: Vec<&str> = words.iter().map(|(_, word)| word.text()).collect();
        order::by_key(&mut texts, |text| *text);
        texts.windows(2).all(|pair| pair[0] != pair[1]).then_some(words)
    }

    /// What `step` picks out of the articles, whose mentions are `mentions`, and what it matches there.
    fn mark(&self, step: &Step, mentions: &[Mention]) -> Marks {
        let mut marks = Marks::default();
        match step {
            Step::Phrase(field, _) | Step::Joined(field, _) | Step::Near(field, ..) => {
                self.runs(step, |article, found, more| {
                    for first in found.iter().copied() {
                        match field {
                            TextField::Title if !first.is_title() => continue,
                            TextField::Body if first.is_title() => continue,
                            TextField::Outlet | TextField::Url => {}
                            TextField::Text | TextField::Title | TextField::Body => {
                                marks.list.push((article, Mark::Words(first, first.plus(more))));
                            }
                        }
                        marks.articles.push(article);
                    }
                });
            }
            Step::Mention(..) => {
                for (at, mention) in mentions.iter().enumerate().filter(|(_, m)| step.names(m)) {
                    marks.list.push((mention.article.0, Mark::Mention(at)));
                    marks.articles.push(mention.article.0);
                }
            }
            Step::Published(from, to) => marks.articles = self.dated(|day| is_between(day, *from, *to)),
            Step::Undated => marks.articles = self.dated(|day| day.is_none()),
            Step::And(steps) => {
                let mut parts = steps.iter().map(|step| self.mark(step, mentions));
                marks = parts.next().unwrap_or_default();
                for part in parts {
                    marks.articles.retain(|article| part.articles.binary_search(article).is_ok());
                    marks.list.extend(part.list);
                }
                marks.list.retain(|(article, _)| marks.articles.binary_search(article).is_ok());
            }
            Step::Or(steps) => {
                for part in steps.iter().map(|step| self.mark(step, mentions)) {
                    marks.articles.extend(part.articles);
                    marks.list.extend(part.list);
                }
            }
            Step::Not(step) => {
                let without = self.mark(step, mentions).articles;
                marks.articles = self.dated(|_| true);
                marks.articles.retain(|article| without.binary_search(article).is_err());
            }
        }
        order::by_key(&mut marks.articles, |article| *article);
        marks.articles.dedup();
        marks
    }
}

/// The spans of the words among `marks` in `article`; the text of each zone with some is cut into tokens again.
fn spans(article: &Article, marks: Vec<(u32, Mark)>) -> Vec<Hit> {
    let mut words: Vec<(Position, Position)> = Vec::new();
    words.extend(marks.into_iter().filter_map(|(_, mark)| match mark {
        Mark::Words(first, last) => Some((first, last)),
        Mark::Mention(_) => None,
    }));
    order::by_key(&mut words, |it| *it);
    let mut hits = Vec::with_capacity(words.len());
    for here in words.chunk_by(|a, b| a.0.zone == b.0.zone) {
        let zone = match here[0].0.zone {
            0 => Zone::Title,
            block => Zone::Block(block - 1),
        };
        let tokens = Tokens::of(zone.of(article));
        hits.extend(here.iter().filter_map(|(first, last)| {
            let token = |at: &Position| tokens.get(at.word as usize);
            let at = Span { start: token(first)?.span.start, end: token(last)?.span.end };
            Some(Hit { zone, at })
        }));
    }
    hits
}

/// The spans of those of `hits` that stand in `zone`, in bytes of its text.
pub fn hits_in(hits: &[Hit], zone: Zone) -> Vec<Span> {
    hits.iter().filter(|h| h.zone == zone).map(|h| h.at).collect()
}

/// Puts hits in reading order and joins those that overlap, as two phrases that share a word do: nothing is
/// highlighted or counted twice.
fn tidy(hits: &mut Vec<Hit>) {
    order::by_key(hits, |h| (h.zone, h.at.start));
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
    use super::{Index, Plan};
    use crate::actors::Mentions;
    use crate::parse::{SourceFile, config::Config, parse};
    use crate::search::Query;

    #[test]
    fn hits_that_overlap_are_one() {
        let bytes = b" date 2024-01-05 A spy satellite launch failed, and no spy was caught.".to_vec();
        let corpus = parse(vec![SourceFile { name: "a.txt".into(), bytes }], &Config::default()).corpus;
        let index = Index::new(&corpus);
        for (query, expected) in [
            ("\"spy satellite\" \"satellite launch\"", vec!["spy satellite launch"]),
            ("spy \"spy satellite\"", vec!["spy satellite", "spy"]),
            ("satellite launch", vec!["satellite", "launch"]),
            ("spy sp*", vec!["spy", "spy"]),
            ("\"spy launch\"~2", vec!["spy", "launch"]),
            ("\"spy spy\"~7", vec!["spy", "spy"]),
            ("\"spy launch\"~1 OR caugth~2", vec!["caught"]),
            ("", vec![]),
        ] {
            let plan = Plan::new(Query::parse(query), &Mentions::default());
            let hits = plan.hits(&corpus.articles[0], &[]);
            let count = index.count(&plan, &[], corpus.ids().map(|(id, _)| id), |_| None, |_| 0);
            assert_eq!(count, hits.len(), "{query}");
            let words: Vec<_> = hits.iter().map(|h| h.at.of(h.zone.of(&corpus.articles[0]))).collect();
            assert_eq!(words, expected, "{query}");
        }
    }
}

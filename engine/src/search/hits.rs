//! Hits: the spans in one article that a plan matched. The article is matched once more, which takes microseconds and
//! is asked only of the articles that are shown.

use super::index::{Index, is_between};
use super::plan::{Plan, Step};
use super::{TextField, runs};
use crate::actors::{Mention, Zone};
use crate::corpus::{Article, ArticleId, Corpus};
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

/// What a plan matched in an article: runs of words by first and last position, and mentions.
#[derive(Default)]
struct Marks {
    words: Vec<(u32, u32)>,
    mentions: Vec<Hit>,
}

impl Index {
    /// The spans that `plan` matched in the article `id`, whose mentions are `mentions`, in reading order; no two
    /// overlap. Empty where the plan asks for neither words nor mentions, or does not pick the article out.
    pub fn hits(&self, plan: &Plan, corpus: &Corpus, mentions: &[Mention], id: ArticleId) -> Vec<Hit> {
        let Some((article, step)) = corpus.article(id).zip(plan.step.as_ref()) else { return Vec::new() };
        let mut marks = Marks::default();
        if !self.mark(step, mentions, id.0, &mut marks) {
            return Vec::new();
        }
        let mut hits = marks.mentions;
        hits.extend(self.spans(article, marks.words));
        tidy(&mut hits);
        hits
    }

    /// The number of hits in the article `id`: as many as [`Index::hits`] gives, but no text is read where the plan
    /// matched words alone.
    pub fn count(&self, plan: &Plan, corpus: &Corpus, mentions: &[Mention], id: ArticleId) -> usize {
        let Some(step) = &plan.step else { return 0 };
        let mut marks = Marks::default();
        if !self.mark(step, mentions, id.0, &mut marks) {
            return 0;
        }
        if !marks.mentions.is_empty() {
            return self.hits(plan, corpus, mentions, id).len();
        }
        order::by_key(&mut marks.words, |it| *it);
        let (mut count, mut end) = (0, None);
        for (first, last) in marks.words {
            count += usize::from(end.is_none_or(|end| first > end));
            end = end.max(Some(last));
        }
        count
    }

    /// Adds what `step` matches in the article to `marks`; returns whether it picks the article out. Where it does not,
    /// nothing is added.
    fn mark(&self, step: &Step, mentions: &[Mention], article: u32, marks: &mut Marks) -> bool {
        let before = (marks.words.len(), marks.mentions.len());
        let matches = match step {
            Step::Phrase(field, terms) => {
                let index = self.fields.of(*field);
                let starts = runs::phrases(index, terms, 0, index.article(article));
                self.add(*field, starts, terms.len() as u32 - 1, marks)
            }
            Step::Runs(field, runs) => {
                let here = self.fields.of(*field).article(article);
                let from = runs.partition_point(|(first, _)| *first < here.start);
                let runs = runs[from..].iter().take_while(|(first, _)| *first < here.end);
                let added =
                    runs.map(|(first, last)| self.add(*field, std::iter::once(*first), last - first, marks));
                added.fold(false, |any, one| any | one)
            }
            Step::Near(field, terms, within) => {
                let index = self.fields.of(*field);
                let mut zone = index.article(article);
                let mut any = false;
                while !zone.is_empty() {
                    let (_, positions) = index.zone(zone.start);
                    zone.start = positions.end;
                    let near = runs::near(index, terms, *within, positions);
                    any |= self.add(*field, near.into_iter(), 0, marks);
                }
                any
            }
            Step::Mention(..) => {
                let named = mentions.iter().filter(|m| step.names(m));
                marks.mentions.extend(named.map(|m| Hit { zone: m.zone, at: m.at }));
                marks.mentions.len() > before.1
            }
            Step::Published(from, to) => is_between(self.day(article), *from, *to),
            Step::Undated => self.day(article).is_none(),
            Step::And(steps) => steps.iter().all(|s| self.mark(s, mentions, article, marks)),
            Step::Or(steps) => {
                // Every branch is asked, as each may have hits.
                steps.iter().filter(|s| self.mark(s, mentions, article, marks)).count() > 0
            }
            Step::Not(step) => !self.mark(step, mentions, article, &mut Marks::default()),
        };
        if !matches {
            marks.words.truncate(before.0);
            marks.mentions.truncate(before.1);
        }
        matches
    }

    /// Adds the runs of words that begin at `starts` and have `more` words after the first; returns whether `field`
    /// holds one. Those in the outlet and the URL are not marked.
    fn add(&self, field: TextField, starts: impl Iterator<Item = u32>, more: u32, marks: &mut Marks) -> bool {
        let index = self.fields.of(field);
        let mut any = false;
        for start in starts {
            match field {
                TextField::Title if !index.is_title(start) => {}
                TextField::Body if index.is_title(start) => {}
                TextField::Outlet | TextField::Url => any = true,
                TextField::Text | TextField::Title | TextField::Body => {
                    any = true;
                    marks.words.push((start, start + more));
                }
            }
        }
        any
    }

    /// The hits of the runs of positions `words`; the text of each zone with hits is cut into tokens again.
    fn spans(&self, article: &Article, mut words: Vec<(u32, u32)>) -> Vec<Hit> {
        order::by_key(&mut words, |it| *it);
        let mut hits = Vec::with_capacity(words.len());
        let mut rest = &words[..];
        while let Some((first, _)) = rest.first() {
            let (zone, positions) = self.fields.of(TextField::Text).zone(*first);
            let (here, after) = rest.split_at(rest.partition_point(|(start, _)| *start < positions.end));
            let tokens = Tokens::of(zone.of(article));
            let token = |at: u32| tokens.get((at - positions.start) as usize);
            hits.extend(here.iter().filter_map(|(first, last)| {
                let at = Span { start: token(*first)?.span.start, end: token(*last)?.span.end };
                Some(Hit { zone, at })
            }));
            rest = after;
        }
        hits
    }
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
    use super::Index;
    use crate::actors::Mentions;
    use crate::corpus::ArticleId;
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
            let plan = index.plan(Query::parse(query), &Mentions::default());
            let hits = index.hits(&plan, &corpus, &[], ArticleId(0));
            let words: Vec<_> = hits.iter().map(|h| h.at.of(h.zone.of(&corpus.articles[0]))).collect();
            assert_eq!(words, expected, "{query}");
        }
    }
}

//! A corpus made ready to answer views. One selection feeds the list, the chart, the rows, the highlights,
//! the facets and the API, so that all of them count the same spans.

use super::View;
use crate::actors::{ActorId, Mention, Mentions, Zone};
use crate::charts::{Period, Unit, period_of, periods, unit};
use crate::corpus::{Article, ArticleId, Corpus};
use crate::search::{Hit, Index, Query};
use crate::text::{Problem, Span};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A corpus, its mentions and its index.
#[derive(Clone, Debug, Default)]
pub struct Explorer {
    /// The articles.
    pub corpus: Corpus,
    /// Who is mentioned in them, and where.
    pub mentions: Mentions,
    index: Index,
    /// For each article, its mentions: a range of `mentions.list`.
    by_article: Vec<Range<usize>>,
}

/// What a view picks out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The articles, in the order in which they are listed: best first where words are searched, else
    /// newest first, undated ones last.
    pub articles: Vec<Chosen>,
    /// The mentions of known actors in those articles, in reading order: places in `Mentions::list`.
    pub mentions: Vec<usize>,
    /// Every actor of the corpus with its counts in the selection, most mentioned first. As filters on
    /// actors narrow, an actor's articles are what choosing it gives.
    pub actors: Vec<ActorCount>,
    /// Every source of the corpus with the articles it would give: counted without the filter on sources.
    pub sources: Vec<SourceCount>,
    /// For each actor that is ruled out, the articles that it alone keeps out.
    pub kept_out: Vec<(ActorId, u32)>,
    /// Every period of the corpus, from first to last, counted without the filter on dates.
    pub periods: Vec<PeriodCount>,
    /// Undated articles, counted without the filter on dates, which none of them passes.
    pub undated: u32,
    /// What was not understood in the query, with spans in its text.
    pub query_problems: Vec<Problem>,
    /// Filters that name nothing in this corpus and were left out, in a sentence each.
    pub problems: Vec<String>,
}

/// An article of a selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The article.
    pub id: ArticleId,
    /// Its BM25 score; 0 where no word is searched.
    pub score: f32,
    /// What the query matched in it, in reading order.
    pub hits: Vec<Hit>,
}

/// An actor's counts in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorCount {
    /// The actor.
    pub actor: ActorId,
    /// Articles that mention it.
    pub articles: u32,
    /// Its mentions in them.
    pub mentions: u32,
}

/// How many articles a source has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceCount {
    /// Its name; empty for articles that name none.
    pub name: String,
    /// Articles.
    pub articles: u32,
}

/// How many articles a period has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodCount {
    /// The period.
    pub period: Period,
    /// Articles.
    pub articles: u32,
}

/// Which filter a facet leaves out when it counts.
#[derive(Clone, Copy, PartialEq)]
enum Except {
    Nothing,
    Dates,
    Sources,
    NotActors,
}

/// A view's filters, looked up in the corpus.
struct Filters<'v> {
    view: &'v View,
    actors: Vec<ActorId>,
    not_actors: Vec<ActorId>,
    sources: Vec<&'v str>,
    not_sources: Vec<&'v str>,
}

impl Explorer {
    /// Makes `corpus` ready.
    pub fn new(corpus: Corpus, mut mentions: Mentions) -> Explorer {
        mentions.list.sort_by_key(|m| (m.article, m.zone, m.at));
        let index = Index::new(&corpus);
        let mut at = 0;
        let by_article = corpus
            .ids()
            .map(|(id, _)| {
                let start = at;
                at += mentions.list[at..].iter().take_while(|m| m.article == id).count();
                start..at
            })
            .collect();
        Explorer { corpus, mentions, index, by_article }
    }

    /// What the filters of `view` pick out; what it opens over the list changes nothing. Never fails: a
    /// filter that names nothing is left out and named.
    pub fn select(&self, view: &View) -> Selection {
        let mut selection = Selection::default();
        let filters = self.filters(view, &mut selection.problems);
        let query = Query::parse(&view.query);
        let results = self.index.search(&query);
        selection.query_problems = query.problems;
        // For each source, its articles in the corpus, which keep the order, and those that are counted.
        let mut sources: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for article in &self.corpus.articles {
            sources.entry(article.source_name()).or_default().0 += 1;
        }
        let days = self.corpus.days();
        let cut = |(first, last)| periods(unit(&Unit::NAMED, first, last), first, last);
        let periods = days.map(cut).unwrap_or_default();
        let mut in_period = vec![0; periods.len()];
        let mut kept_out: BTreeMap<ActorId, u32> = filters.not_actors.iter().map(|id| (*id, 0)).collect();
        for (id, found) in results.articles {
            let Some(article) = self.corpus.article(id) else { continue };
            if self.passes(id, article, &filters, Except::Sources) {
                sources.entry(article.source_name()).or_default().1 += 1;
            }
            if self.passes(id, article, &filters, Except::Dates) {
                match article.day() {
                    Some(day) => {
                        let count = period_of(&periods, day).and_then(|at| in_period.get_mut(at));
                        count.into_iter().for_each(|count| *count += 1);
                    }
                    None => selection.undated += 1,
                }
            }
            if self.passes(id, article, &filters, Except::NotActors)
                && let [only] = self.ruled_out(id, &filters)[..]
            {
                kept_out.entry(only).and_modify(|count| *count += 1);
            }
            if self.passes(id, article, &filters, Except::Nothing) {
                selection.articles.push(Chosen { id, score: found.score, hits: found.hits });
            }
        }
        selection.kept_out = kept_out.into_iter().collect();
        selection.mentions = selection.articles.iter().flat_map(|c| self.counted(c.id, view)).collect();
        selection.actors = self.actor_counts(&selection.mentions);
        selection.articles.sort_by(|a, b| {
            let newest = |c: &Chosen| (Reverse(self.corpus.article(c.id).and_then(Article::day)), c.id);
            b.score.total_cmp(&a.score).then_with(|| newest(a).cmp(&newest(b)))
        });
        let mut sources: Vec<_> = sources.into_iter().collect();
        sources.sort_by_key(|(name, (all, _))| (name.is_empty(), Reverse(*all)));
        let source = |(name, (_, articles)): (&str, _)| SourceCount { name: name.to_owned(), articles };
        selection.sources = sources.into_iter().map(source).collect();
        let counted = periods.into_iter().zip(in_period);
        selection.periods = counted.map(|(period, articles)| PeriodCount { period, articles }).collect();
        selection
    }

    fn filters<'v>(&self, view: &'v View, problems: &mut Vec<String>) -> Filters<'v> {
        let mut actors = |ids: &[String]| {
            let named = |id: &String| {
                let actor = self.mentions.named(id);
                if actor.is_none() {
                    let nobody = format!("no actor `{id}` is mentioned in this corpus");
                    problems.push(format!("{nobody}; the filter is left out"));
                }
                actor
            };
            ids.iter().filter_map(named).collect()
        };
        let (asked, ruled_out) = (actors(&view.actors), actors(&view.not_actors));
        let mut sources = |names: &'v [String]| {
            let there = |name: &&str| {
                let there = self.corpus.articles.iter().any(|a| a.source_name() == *name);
                if !there {
                    problems.push(format!("no article comes from `{name}`; the filter is left out"));
                }
                there
            };
            names.iter().map(String::as_str).filter(there).collect()
        };
        let (from, not_from) = (sources(&view.sources), sources(&view.not_sources));
        Filters { view, actors: asked, not_actors: ruled_out, sources: from, not_sources: not_from }
    }

    fn passes(&self, id: ArticleId, article: &Article, filters: &Filters<'_>, except: Except) -> bool {
        let View { from, to, .. } = filters.view;
        let day = article.day();
        let dated = except == Except::Dates
            || (from.is_none() && to.is_none())
            || day.is_some_and(|d| from.is_none_or(|f| f <= d) && to.is_none_or(|t| d <= t));
        let source = article.source_name();
        let sourced = except == Except::Sources
            || (filters.sources.is_empty() || filters.sources.contains(&source))
                && !filters.not_sources.contains(&source);
        dated
            && sourced
            && filters.actors.iter().all(|actor| self.names(id, *actor, filters.view))
            && (except == Except::NotActors || self.ruled_out(id, filters).is_empty())
    }

    /// The actors that are ruled out and that the article `id` mentions.
    fn ruled_out(&self, id: ArticleId, filters: &Filters<'_>) -> Vec<ActorId> {
        let ids = filters.not_actors.iter().copied();
        ids.filter(|actor| self.names(id, *actor, filters.view)).collect()
    }

    /// Whether the article `id` mentions `actor`, as `view` counts.
    fn names(&self, id: ArticleId, actor: ActorId, view: &View) -> bool {
        self.of(id).iter().any(|m| m.actor == Some(actor) && view.counts(m))
    }

    fn of(&self, id: ArticleId) -> &[Mention] {
        let range = self.by_article.get(id.0 as usize).cloned().unwrap_or_default();
        self.mentions.list.get(range).unwrap_or_default()
    }

    /// Mentions of the article `id` that count for somebody in `view`: places in `Mentions::list`.
    fn counted(&self, id: ArticleId, view: &View) -> impl Iterator<Item = usize> {
        let range = self.by_article.get(id.0 as usize).cloned().unwrap_or_default();
        range.filter(|i| {
            let mention = &self.mentions.list[*i];
            mention.actor.is_some() && view.counts(mention)
        })
    }

    fn actor_counts(&self, chosen: &[usize]) -> Vec<ActorCount> {
        let mut counts: Vec<(BTreeSet<ArticleId>, u32)> =
            vec![Default::default(); self.mentions.actors.len()];
        for mention in chosen.iter().map(|i| &self.mentions.list[*i]) {
            if let Some((articles, mentions)) = mention.actor.and_then(|a| counts.get_mut(a.0 as usize)) {
                articles.insert(mention.article);
                *mentions += 1;
            }
        }
        let count = |(i, (articles, mentions)): (usize, (BTreeSet<ArticleId>, u32))| ActorCount {
            actor: ActorId(i as u32),
            articles: articles.len() as u32,
            mentions,
        };
        let mut counts: Vec<_> = counts.into_iter().enumerate().map(count).collect();
        counts.sort_by_key(|c| (Reverse(c.mentions), Reverse(c.articles)));
        counts
    }

    /// The mentions of the article `id` in `zone`, in reading order, those of nobody among them.
    pub fn mentions_in(&self, id: ArticleId, zone: Zone) -> impl Iterator<Item = &Mention> {
        self.of(id).iter().filter(move |m| m.zone == zone)
    }

    /// The hits of the query of `view` in the article `id`, whether or not the filters pick it out.
    pub fn hits(&self, view: &View, id: ArticleId) -> Vec<Hit> {
        let mut results = self.index.search(&Query::parse(&view.query));
        results.articles.remove(&id).map(|found| found.hits).unwrap_or_default()
    }
}

impl Chosen {
    /// The hits in `zone`, in bytes of its text.
    pub fn hits_in(&self, zone: Zone) -> Vec<Span> {
        self.hits.iter().filter(|h| h.zone == zone).map(|h| h.at).collect()
    }
}

//! A corpus made ready to answer views. One selection feeds the list, the chart, the rows, the highlights,
//! the facets and the API, so that all of them count the same spans.

use super::measure::{Places, Rule};
use super::{Chosen, Sort, View};
use crate::actors::{ActorId, Mention, Mentions, Zone};
use crate::charts::{Period, Unit, period_of, periods, unit};
use crate::corpus::{Article, ArticleId, Corpus, Day};
use crate::order;
use crate::search::{Expansion, Hit, Index, Plan, Query};
use crate::text::Problem;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// A corpus, its mentions and its index.
#[derive(Clone, Debug, Default)]
pub struct Explorer {
    /// The articles; explorers of other mentions share them.
    pub corpus: Arc<Corpus>,
    /// Who is mentioned in them, and where.
    pub mentions: Mentions,
    /// How many edits of a reader they are found with.
    pub edits: usize,
    pub(super) index: Arc<Index>,
    pub(super) facts: Vec<Facts>,
    /// The articles, newest first, undated ones last.
    pub(super) newest: Vec<ArticleId>,
    /// Every source with its name, most articles first, the nameless last.
    pub(super) sources: Vec<String>,
    periods: Vec<Period>,
    /// Every actor with its counts in the whole corpus, most mentioned first.
    pub actors: Vec<ActorCount>,
    pub(super) places: Places,
}

/// What filters and facets ask of an article, looked up once.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) day: Option<Day>,
    /// Its place in `periods`; `None` where it is undated.
    period: Option<usize>,
    /// Its place in `sources`.
    pub(super) source: usize,
    /// Its place in `newest`.
    pub(super) newest: u32,
    /// Its mentions: a range of `mentions.list`.
    mentions: Range<usize>,
}

/// What a view picks out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The articles, in the order in which they are listed.
    pub articles: Vec<Chosen>,
    /// Those of them that do not count, as they tell the story of another: in the order of the corpus, and none
    /// where each telling counts.
    pub again: Vec<ArticleId>,
    /// The mentions of known actors that count in those articles, in reading order: places in `Mentions::list`.
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
    /// The query as it was looked up; [`Explorer::hits`] answers with it.
    plan: Plan,
}

/// An actor's counts in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorCount {
    /// The actor.
    pub actor: ActorId,
    /// Articles that mention it.
    pub articles: u32,
    /// Those of them that count: all, or each story once.
    pub counted: u32,
    /// Its mentions in those that count.
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

/// A view's filters, looked up in the corpus.
struct Filters<'v> {
    view: &'v View,
    rule: Rule,
    actors: Vec<ActorId>,
    not_actors: Vec<ActorId>,
    sources: Vec<usize>,
    not_sources: Vec<usize>,
}

impl Explorer {
    /// Makes `corpus` ready.
    pub fn new(corpus: Corpus, mentions: Mentions) -> Explorer {
        let cut = |(first, last)| periods(unit(&Unit::NAMED, first, last), first, last);
        let periods = corpus.days().map(cut).unwrap_or_default();
        let mut newest: Vec<ArticleId> = corpus.ids().map(|(id, _)| id).collect();
        order::by_key(&mut newest, |id| Reverse(corpus.article(*id).and_then(Article::day)));
        let mut named: BTreeMap<&str, u32> = BTreeMap::new();
        corpus.articles.iter().for_each(|a| *named.entry(a.source_name()).or_default() += 1);
        let mut sources: Vec<&str> = named.keys().copied().collect();
        order::by_key(&mut sources, |name| (name.is_empty(), Reverse(named[name])));
        let places: HashMap<&str, usize> = sources.iter().enumerate().map(|(i, name)| (*name, i)).collect();
        let facts = corpus.ids().map(|(_, article)| {
            let day = article.day();
            let period = day.and_then(|day| period_of(&periods, day));
            Facts { day, period, source: places[article.source_name()], newest: 0, mentions: 0..0 }
        });
        let mut facts: Vec<Facts> = facts.collect();
        for (place, id) in newest.iter().enumerate() {
            facts[id.0 as usize].newest = place as u32;
        }
        let sources = sources.into_iter().map(str::to_owned).collect();
        let index = Arc::new(Index::new(&corpus));
        let corpus = Arc::new(corpus);
        let (none, actors, places) = (Mentions::default(), Vec::new(), Places::default());
        let explorer = Explorer {
            corpus,
            mentions: none,
            edits: 0,
            index,
            facts,
            newest,
            sources,
            periods,
            actors,
            places,
        };
        explorer.reread(mentions)
    }

    /// The same articles with other mentions.
    pub fn reread(&self, mut mentions: Mentions) -> Explorer {
        order::by_key(&mut mentions.list, |m| (m.article, m.zone, m.at));
        let Explorer { corpus, index, facts, newest, sources, periods, .. } = self;
        let (corpus, index) = (Arc::clone(corpus), Arc::clone(index));
        let (mut facts, periods) = (facts.clone(), periods.clone());
        let mut at = 0;
        for (id, facts) in facts.iter_mut().enumerate() {
            let start = at;
            at += mentions.list[at..].iter().take_while(|m| m.article.0 as usize == id).count();
            facts.mentions = start..at;
        }
        let (newest, sources) = (newest.clone(), sources.clone());
        let (actors, places) = (Vec::new(), Places::default());
        let mut explorer =
            Explorer { corpus, mentions, edits: 0, index, facts, newest, sources, periods, actors, places };
        let all: Vec<ArticleId> = explorer.corpus.ids().map(|(id, _)| id).collect();
        let mut whole = Selection::default();
        explorer.count(&mut whole, &all, &Rule::default());
        explorer.actors = whole.actors;
        explorer
    }

    /// What the filters of `view` pick out; what it opens over the list changes nothing. Never fails: a
    /// filter that names nothing is left out and named.
    pub fn select(&self, view: &View) -> Selection {
        let mut selection = Selection::default();
        let filters = self.filters(view);
        selection.plan = self.index.plan(Query::parse(&view.query), &self.mentions);
        let mut in_source = vec![0; self.sources.len()];
        let mut in_period = vec![0; self.periods.len()];
        let mut kept_out: Vec<(ActorId, u32)> = filters.not_actors.iter().map(|id| (*id, 0)).collect();
        order::by_key(&mut kept_out, |(id, _)| *id);
        kept_out.dedup();
        let mut order: Vec<u64> = Vec::new();
        let mut picked: Vec<ArticleId> = Vec::new();
        for found in self.index.search(&selection.plan, &self.mentions) {
            let facts = &self.facts[found.article.0 as usize];
            let mentioned = |actor: &&ActorId| self.names(found.article, **actor, &filters.rule);
            if !filters.actors.iter().all(|actor| mentioned(&actor)) {
                continue;
            }
            let mut ruled_out = filters.not_actors.iter().filter(mentioned);
            let (first, second) = (ruled_out.next(), ruled_out.next());
            let (dated, sourced) = (filters.dated(facts), filters.sourced(facts));
            if let (Some(only), None) = (first, second)
                && dated
                && sourced
            {
                kept_out.iter_mut().filter(|(id, _)| id == only).for_each(|(_, count)| *count += 1);
            }
            if first.is_some() {
                continue;
            }
            if dated {
                in_source[facts.source] += 1;
            }
            if sourced {
                match facts.period {
                    Some(period) => in_period[period] += 1,
                    None => selection.undated += 1,
                }
            }
            if dated && sourced {
                picked.push(found.article);
                order.push(self.rank(found));
            }
        }
        selection.kept_out = kept_out;
        if view.once {
            selection.again = self.told_before(&picked);
        }
        self.count(&mut selection, &picked, &filters.rule);
        selection.articles = self.in_order(order, view.sort);
        let sources = self.sources.iter().zip(in_source);
        selection.sources =
            sources.map(|(name, articles)| SourceCount { name: name.clone(), articles }).collect();
        let counted = self.periods.iter().zip(in_period);
        selection.periods =
            counted.map(|(period, articles)| PeriodCount { period: *period, articles }).collect();
        selection
    }

    /// What `query` finds in the whole corpus, in the order of `sort`: a selection that nothing is counted in.
    pub fn ranked(&self, query: &str, sort: Sort) -> Selection {
        let plan = self.index.plan(Query::parse(query), &self.mentions);
        let found = self.index.search(&plan, &self.mentions);
        let order = found.into_iter().map(|found| self.rank(found)).collect();
        Selection { articles: self.in_order(order, sort), plan, ..Selection::default() }
    }

    /// What the filters of `view` name in this corpus; [`Explorer::strangers`] names the rest.
    fn filters<'v>(&self, view: &'v View) -> Filters<'v> {
        let actors = |ids: &[String]| ids.iter().filter_map(|id| self.mentions.named(id)).collect();
        let sources = |names: &[String]| names.iter().filter_map(|name| self.source(name)).collect();
        Filters {
            view,
            rule: view.rule(),
            actors: actors(&view.actors),
            not_actors: actors(&view.not_actors),
            sources: sources(&view.sources),
            not_sources: sources(&view.not_sources),
        }
    }

    pub(super) fn source(&self, name: &str) -> Option<usize> {
        self.sources.iter().position(|known| known == name)
    }

    /// Whether the article `id` mentions `actor`, as `rule` counts.
    fn names(&self, id: ArticleId, actor: ActorId, rule: &Rule) -> bool {
        let list = &self.mentions.list;
        self.range(id).any(|i| list[i].actor == Some(actor) && self.counts(rule, i))
    }

    /// The mentions of the article `id`, as places in the list.
    pub(super) fn range(&self, id: ArticleId) -> Range<usize> {
        self.facts.get(id.0 as usize).map_or(0..0, |facts| facts.mentions.clone())
    }

    fn of(&self, id: ArticleId) -> &[Mention] {
        self.mentions.list.get(self.range(id)).unwrap_or_default()
    }

    /// The mentions of the article `id` in `zone`, in reading order, those of nobody among them.
    pub fn mentions_in(&self, id: ArticleId, zone: Zone) -> impl Iterator<Item = &Mention> {
        self.of(id).iter().filter(move |m| m.zone == zone)
    }

    /// The words of the corpus that each term of `query` stands for.
    pub fn expansions(&self, query: &Query) -> Vec<Expansion<'_>> {
        query.tree.as_ref().map(|tree| self.index.expansions(tree)).unwrap_or_default()
    }

    /// What the query of `selection` matches in the article `id`, in reading order, whether or not its filters pick
    /// the article out.
    pub fn hits(&self, selection: &Selection, id: ArticleId) -> Vec<Hit> {
        self.index.hits(&selection.plan, &self.corpus, self.of(id), id)
    }

    /// How many hits the query of `selection` has in its articles.
    pub fn hit_count(&self, selection: &Selection) -> usize {
        let count =
            |chosen: &Chosen| self.index.count(&selection.plan, &self.corpus, self.of(chosen.id), chosen.id);
        selection.articles.iter().map(count).sum()
    }
}

impl Selection {
    /// The articles that count.
    pub fn counted(&self) -> impl Iterator<Item = ArticleId> {
        let counts = |id: &ArticleId| self.again.binary_search(id).is_err();
        self.articles.iter().map(|chosen| chosen.id).filter(counts)
    }

    /// What was not understood in the query, with spans in its text.
    pub fn query_problems(&self) -> &[Problem] {
        &self.plan.problems
    }
}

impl Filters<'_> {
    fn dated(&self, facts: &Facts) -> bool {
        let View { from, to, .. } = self.view;
        (from.is_none() && to.is_none())
            || facts.day.is_some_and(|d| from.is_none_or(|f| f <= d) && to.is_none_or(|t| d <= t))
    }

    fn sourced(&self, facts: &Facts) -> bool {
        (self.sources.is_empty() || self.sources.contains(&facts.source))
            && !self.not_sources.contains(&facts.source)
    }
}

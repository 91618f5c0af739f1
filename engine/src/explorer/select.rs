//! Selecting: the filters of a view, applied to a corpus.

use super::library::Facts;
use super::{Explorer, OutletCount, PeriodCount, Selection};
use crate::actors::ActorId;
use crate::corpus::ArticleId;
use crate::order;
use crate::search::{Plan, Query};
use crate::view::{CountingRule, Sort, View};

/// The filters of a view, resolved to ids and indexes of the corpus.
struct Filters<'v> {
    /// The view, for its filter on dates.
    view: &'v View,
    /// The counting rule of the view.
    rule: CountingRule,
    /// The actors that an article must all mention.
    actors: Vec<ActorId>,
    /// The actors none of which an article may mention.
    not_actors: Vec<ActorId>,
    /// The outlets one of which an article must come from, as indexes of `Explorer::outlets`; any where empty.
    outlets: Vec<usize>,
    /// The outlets that an article must not come from, as indexes of `Explorer::outlets`.
    not_outlets: Vec<usize>,
}

impl Explorer {
    /// The articles, mentions and counts that the filters of `view` pick out; what it opens over the list changes
    /// nothing. Never fails: a filter that names nothing of the corpus is left out, and [`Explorer::unknown_names`]
    /// names it.
    pub fn select(&self, view: &View) -> Selection {
        self.select_query(view, Query::parse(&view.query))
    }

    /// What [`Explorer::select`] gives while the reader types the query of `view`: its last word is a beginning.
    pub fn select_as_typed(&self, view: &View) -> Selection {
        self.select_query(view, Query::as_typed(&view.query))
    }

    /// The query that finds, once it is finished, what `selection` found while the reader typed that of `view`: the same,
    /// the same with a `*` at its end, or else the same again, because nothing says it.
    pub fn lasting_query(&self, view: &View, selection: &Selection) -> String {
        let found = |selection: &Selection| {
            let mut ids: Vec<ArticleId> = selection.articles.iter().map(|ranked| ranked.id).collect();
            order::by_key(&mut ids, |id| *id);
            (ids, self.hit_count(selection))
        };
        let wanted = found(selection);
        let finds =
            |query: &str| found(&self.select(&View { query: query.to_owned(), ..view.filters() })) == wanted;
        let begun = format!("{}*", view.query);
        if !finds(&view.query) && finds(&begun) { begun } else { view.query.clone() }
    }

    fn select_query(&self, view: &View, query: Query) -> Selection {
        let mut selection = Selection::default();
        let filters = self.filters(view);
        if !filters.rule.everywhere() {
            // What the counting and the chart will ask for, so that it comes with the rest.
            self.places.mentions.get();
            self.places.words.get();
        }
        selection.plan = Plan::new(query, &self.mentions);
        let mut in_outlet = vec![0; self.outlets.len()];
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
            let (dated, from_outlet) = (filters.dated(facts), filters.is_of_outlet(facts));
            if let (Some(only), None) = (first, second)
                && dated
                && from_outlet
            {
                kept_out.iter_mut().filter(|(id, _)| id == only).for_each(|(_, count)| *count += 1);
            }
            if first.is_some() {
                continue;
            }
            if dated {
                in_outlet[facts.outlet] += 1;
            }
            if from_outlet {
                match facts.period {
                    Some(period) => in_period[period] += 1,
                    None => selection.undated += 1,
                }
            }
            if dated && from_outlet {
                picked.push(found.article);
                order.push(self.rank(found));
            }
        }
        selection.kept_out = kept_out;
        if view.each_story_once {
            selection.repeats = self.repeats(&picked);
        }
        self.count(&mut selection, &picked, &filters.rule);
        selection.articles = self.in_order(order, view.sort);
        let outlets = self.outlets.iter().zip(in_outlet);
        selection.outlets =
            outlets.map(|(name, articles)| OutletCount { name: name.clone(), articles }).collect();
        let counted = self.periods.iter().zip(in_period);
        selection.periods =
            counted.map(|(period, articles)| PeriodCount { period: *period, articles }).collect();
        selection
    }

    /// The articles that `query` finds in the whole corpus, in the order of `sort`, as a selection without counts.
    pub fn ranked(&self, query: &str, sort: Sort) -> Selection {
        let plan = Plan::new(Query::parse(query), &self.mentions);
        let found = self.index.search(&plan, &self.mentions);
        let order = found.into_iter().map(|found| self.rank(found)).collect();
        Selection { articles: self.in_order(order, sort), plan, ..Selection::default() }
    }

    /// Whether the article `id` has a mention of `actor` that counts under `rule`.
    fn names(&self, id: ArticleId, actor: ActorId, rule: &CountingRule) -> bool {
        let list = &self.mentions.list;
        self.range(id).any(|i| list[i].actor == Some(actor) && self.counts(rule, i))
    }

    /// The filters of `view` that name something of this corpus; [`Explorer::unknown_names`] names the rest.
    fn filters<'v>(&self, view: &'v View) -> Filters<'v> {
        let actors = |ids: &[String]| ids.iter().filter_map(|id| self.mentions.named(id)).collect();
        let outlets = |names: &[String]| names.iter().filter_map(|name| self.outlet(name)).collect();
        Filters {
            view,
            rule: view.rule(),
            actors: actors(&view.actors),
            not_actors: actors(&view.not_actors),
            outlets: outlets(&view.outlets),
            not_outlets: outlets(&view.not_outlets),
        }
    }
}

impl Filters<'_> {
    /// Whether an article passes the filter on dates.
    fn dated(&self, facts: &Facts) -> bool {
        let View { from, to, .. } = self.view;
        (from.is_none() && to.is_none())
            || facts.day.is_some_and(|d| from.is_none_or(|f| f <= d) && to.is_none_or(|t| d <= t))
    }

    /// Whether an article passes the filters on outlets.
    fn is_of_outlet(&self, facts: &Facts) -> bool {
        (self.outlets.is_empty() || self.outlets.contains(&facts.outlet))
            && !self.not_outlets.contains(&facts.outlet)
    }
}

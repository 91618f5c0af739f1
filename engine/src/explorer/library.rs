//! A corpus prepared to answer views: its mentions, its index, and tables of what filters and facets look up.

use super::{ActorCount, Selection};
use crate::actors::{Mention, Mentions, Zone};
use crate::charts::{Period, Unit, period_of, periods, unit};
use crate::corpus::on_demand::OnDemand;
use crate::corpus::{Article, ArticleId, Corpus, Day};
use crate::order;
use crate::search::{Expansion, Hit, Index, Query};
use crate::view::CountingRule;
use crate::view::rule::PLACES;
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A corpus prepared to answer views, with its mentions and its index.
#[derive(Clone, Debug, Default)]
pub struct Explorer {
    /// The corpus; explorers of the same articles with other mentions share it.
    pub corpus: Arc<Corpus>,
    /// The actors and their mentions, which are in reading order.
    pub mentions: Mentions,
    /// The number of edits of a reader that the mentions were found with.
    pub edits: usize,
    /// The search index of the texts.
    pub(super) index: Arc<Index>,
    /// The facts of each article, in corpus order.
    pub(super) facts: Vec<Facts>,
    /// The articles, newest first, undated ones last.
    pub(super) newest: Vec<ArticleId>,
    /// The names of all outlets, most articles first; the empty name, for articles without an outlet, is last.
    pub(super) outlets: Vec<String>,
    /// The periods of the corpus, from first to last: the columns of the date filter.
    pub(super) periods: Vec<Period>,
    /// Every actor with its counts in the whole corpus, most mentioned first.
    pub actors: Vec<ActorCount>,
    /// The places of mentions and words, read on first use.
    pub(super) places: PlaceCache,
}

/// Places of mentions, numbers of words and spellings, which are read out of the texts on first use: when a zone is
/// switched off, a rate by words is asked for, or an actor is looked for. Of a corpus in files they stand in files.
#[derive(Clone, Debug, Default)]
pub(super) struct PlaceCache {
    /// The place of each mention of `Mentions::list`, as an index of [`Where::ALL`].
    pub(super) mentions: OnDemand<Vec<u8>>,
    /// The number of words of each article in each place.
    pub(super) words: OnDemand<Vec<[u32; PLACES]>>,
    /// The words that mentions are written with.
    pub(super) surfaces: OnDemand<Surfaces>,
    /// For each actor, the different ones of these that name it, in reading order.
    pub(super) of_actors: OnceLock<Vec<Vec<u32>>>,
    /// The zone, the first word and the number of words of each mention; `None` where the texts tell them.
    pub(super) tokens: Option<OnDemand<Vec<[u32; 3]>>>,
}

/// The words that mentions are written with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Surfaces {
    /// Each once, in reading order.
    pub(super) texts: Vec<String>,
    /// For each mention of `Mentions::list` an index of `texts`.
    pub(super) of: Vec<u32>,
}

/// The facts of an article that filters and facets look up.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    /// The day of publication; `None` where it is undated.
    pub(super) day: Option<Day>,
    /// The index of its period in `periods`; `None` where it is undated.
    pub(super) period: Option<usize>,
    /// The index of its outlet in `outlets`.
    pub(super) outlet: usize,
    /// The index of the article in `newest`.
    pub(super) newest: u32,
    /// Its mentions, as a range of `Mentions::list`.
    mentions: Range<usize>,
}

/// The articles of `corpus`, newest first, undated ones last.
pub(crate) fn newest_first(corpus: &Corpus) -> Vec<ArticleId> {
    let mut newest: Vec<ArticleId> = corpus.ids().map(|(id, _)| id).collect();
    order::by_key(&mut newest, |id| Reverse(corpus.article(*id).and_then(Article::day)));
    newest
}

impl Explorer {
    /// The articles, newest first, undated ones last.
    pub fn newest(&self) -> &[ArticleId] {
        &self.newest
    }

    /// The index of the article `id` among them.
    pub(crate) fn place_among_newest(&self, id: ArticleId) -> Option<usize> {
        self.facts.get(id.0 as usize).map(|facts| facts.newest as usize)
    }

    /// Prepares `corpus` with `mentions` and builds its index.
    pub fn new(corpus: Corpus, mentions: Mentions) -> Explorer {
        let index = Index::new(&corpus);
        Explorer::with(corpus, mentions, index, PlaceCache::default())
    }

    /// Prepares `corpus` with `mentions`, its index, and what of its texts is there beforehand.
    pub(super) fn with(corpus: Corpus, mentions: Mentions, index: Index, places: PlaceCache) -> Explorer {
        let cut = |(first, last)| periods(unit(&Unit::NAMED, first, last), first, last);
        let periods = corpus.days().map(cut).unwrap_or_default();
        let newest = newest_first(&corpus);
        let mut named: BTreeMap<&str, u32> = BTreeMap::new();
        corpus.articles.iter().for_each(|a| *named.entry(a.outlet_name()).or_default() += 1);
        let mut outlets: Vec<&str> = named.keys().copied().collect();
        order::by_key(&mut outlets, |name| (name.is_empty(), Reverse(named[name])));
        let at: HashMap<&str, usize> = outlets.iter().enumerate().map(|(i, name)| (*name, i)).collect();
        let facts = corpus.ids().map(|(_, article)| {
            let day = article.day();
            let period = day.and_then(|day| period_of(&periods, day));
            Facts { day, period, outlet: at[article.outlet_name()], newest: 0, mentions: 0..0 }
        });
        let mut facts: Vec<Facts> = facts.collect();
        for (place, id) in newest.iter().enumerate() {
            facts[id.0 as usize].newest = place as u32;
        }
        let outlets = outlets.into_iter().map(str::to_owned).collect();
        let (none, actors, corpus) = (Mentions::default(), Vec::new(), Arc::new(corpus));
        let explorer = Explorer {
            corpus,
            mentions: none,
            edits: 0,
            index: Arc::new(index),
            facts,
            newest,
            outlets,
            periods,
            actors,
            places: PlaceCache::default(),
        };
        explorer.reread_with(mentions, places)
    }

    /// The same articles and index with other mentions.
    pub fn reread(&self, mentions: Mentions) -> Explorer {
        self.reread_with(mentions, PlaceCache::default())
    }

    fn reread_with(&self, mut mentions: Mentions, places: PlaceCache) -> Explorer {
        order::by_key(&mut mentions.list, |m| (m.article, m.zone, m.at));
        let Explorer { corpus, index, facts, newest, outlets, periods, .. } = self;
        let (corpus, index) = (Arc::clone(corpus), Arc::clone(index));
        let (mut facts, periods) = (facts.clone(), periods.clone());
        let mut at = 0;
        for (id, facts) in facts.iter_mut().enumerate() {
            let start = at;
            at += mentions.list[at..].iter().take_while(|m| m.article.0 as usize == id).count();
            facts.mentions = start..at;
        }
        let (newest, outlets, actors) = (newest.clone(), outlets.clone(), Vec::new());
        let mut explorer =
            Explorer { corpus, mentions, edits: 0, index, facts, newest, outlets, periods, actors, places };
        let all: Vec<ArticleId> = explorer.corpus.ids().map(|(id, _)| id).collect();
        let mut whole = Selection::default();
        explorer.count(&mut whole, &all, &CountingRule::default());
        explorer.actors = whole.actors;
        explorer
    }

    /// The index of the outlet `name` in `outlets`.
    pub(super) fn outlet(&self, name: &str) -> Option<usize> {
        self.outlets.iter().position(|known| known == name)
    }

    /// The mentions of the article `id`, as a range of `Mentions::list`.
    pub(super) fn range(&self, id: ArticleId) -> Range<usize> {
        self.facts.get(id.0 as usize).map_or(0..0, |facts| facts.mentions.clone())
    }

    /// The mentions of the article `id`, in reading order.
    fn of(&self, id: ArticleId) -> &[Mention] {
        self.mentions.list.get(self.range(id)).unwrap_or_default()
    }

    /// The mentions in `zone` of the article `id`, in reading order, with those that name no known actor.
    pub fn mentions_in(&self, id: ArticleId, zone: Zone) -> impl Iterator<Item = &Mention> {
        self.of(id).iter().filter(move |m| m.zone == zone)
    }

    /// The words of the corpus that each term of `query` matches.
    pub fn expansions(&self, query: &Query) -> Vec<Expansion<'_>> {
        query.tree.as_ref().map(|tree| self.index.expansions(tree)).unwrap_or_default()
    }

    /// The hits of the query of `selection` in the article `id`, in reading order, whether or not its filters pick the
    /// article out.
    pub fn hits(&self, selection: &Selection, id: ArticleId) -> Vec<Hit> {
        let hits = |article| selection.plan.hits(article, self.of(id));
        self.corpus.article(id).map(hits).unwrap_or_default()
    }

    /// The number of hits of the query of `selection` in its articles; 0 where a file is lacking.
    pub fn hit_count(&self, selection: &Selection) -> usize {
        let wanted = selection.articles.iter().map(|ranked| ranked.id);
        let hits = |id| self.hits(selection, id).len();
        let is_lacking = Cell::new(false);
        let tokens = self.places.tokens.as_ref();
        let words_of = |at: usize| {
            let all = tokens?.get();
            is_lacking.set(is_lacking.get() || all.is_none());
            Some(all.and_then(|all| all.get(at)).copied().unwrap_or_default())
        };
        let count = self.index.count(&selection.plan, &self.mentions.list, wanted, words_of, hits);
        if is_lacking.get() { 0 } else { count }
    }
}

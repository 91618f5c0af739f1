//! A corpus made ready to answer views. One selection feeds the list, the chart, the rows, the highlights,
//! the facets and the API, so that all of them count the same spans.

use super::{ActorCount, Ranked, Selection};
use crate::actors::{Mention, Mentions, Zone};
use crate::charts::{Period, Unit, period_of, periods, unit};
use crate::corpus::{Article, ArticleId, Corpus, Day};
use crate::order;
use crate::search::{Expansion, Hit, Index, Query};
use crate::view::rule::PLACES;
use crate::view::{CountingRule, Where};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

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
    pub(super) outlets: Vec<String>,
    pub(super) periods: Vec<Period>,
    /// Every actor with its counts in the whole corpus, most mentioned first.
    pub actors: Vec<ActorCount>,
    pub(super) places: PlaceCache,
}

/// What no view needs before a zone is switched off or words are asked for: it is read out of the texts then.
#[derive(Clone, Debug, Default)]
pub(super) struct PlaceCache {
    /// For each of `Mentions::list`.
    pub(super) mentions: OnceLock<Vec<Where>>,
    /// For each article, its words.
    pub(super) all_words: OnceLock<Vec<u32>>,
    /// For each article, words by place.
    pub(super) words: OnceLock<Vec<[u32; PLACES]>>,
}

/// What filters and facets ask of an article, looked up once.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) day: Option<Day>,
    /// Its place in `periods`; `None` where it is undated.
    pub(super) period: Option<usize>,
    /// Its place in `outlets`.
    pub(super) outlet: usize,
    /// Its place in `newest`.
    pub(super) newest: u32,
    /// Its mentions: a range of `mentions.list`.
    mentions: Range<usize>,
}

impl Explorer {
    /// Makes `corpus` ready.
    pub fn new(corpus: Corpus, mentions: Mentions) -> Explorer {
        let cut = |(first, last)| periods(unit(&Unit::NAMED, first, last), first, last);
        let periods = corpus.days().map(cut).unwrap_or_default();
        let mut newest: Vec<ArticleId> = corpus.ids().map(|(id, _)| id).collect();
        order::by_key(&mut newest, |id| Reverse(corpus.article(*id).and_then(Article::day)));
        let mut named: BTreeMap<&str, u32> = BTreeMap::new();
        corpus.articles.iter().for_each(|a| *named.entry(a.outlet_name()).or_default() += 1);
        let mut outlets: Vec<&str> = named.keys().copied().collect();
        order::by_key(&mut outlets, |name| (name.is_empty(), Reverse(named[name])));
        let places: HashMap<&str, usize> = outlets.iter().enumerate().map(|(i, name)| (*name, i)).collect();
        let facts = corpus.ids().map(|(_, article)| {
            let day = article.day();
            let period = day.and_then(|day| period_of(&periods, day));
            Facts { day, period, outlet: places[article.outlet_name()], newest: 0, mentions: 0..0 }
        });
        let mut facts: Vec<Facts> = facts.collect();
        for (place, id) in newest.iter().enumerate() {
            facts[id.0 as usize].newest = place as u32;
        }
        let outlets = outlets.into_iter().map(str::to_owned).collect();
        let index = Arc::new(Index::new(&corpus));
        let corpus = Arc::new(corpus);
        let (none, actors, places) = (Mentions::default(), Vec::new(), PlaceCache::default());
        let explorer = Explorer {
            corpus,
            mentions: none,
            edits: 0,
            index,
            facts,
            newest,
            outlets,
            periods,
            actors,
            places,
        };
        explorer.reread(mentions)
    }

    /// The same articles with other mentions.
    pub fn reread(&self, mut mentions: Mentions) -> Explorer {
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
        let (newest, outlets) = (newest.clone(), outlets.clone());
        let (actors, places) = (Vec::new(), PlaceCache::default());
        let mut explorer =
            Explorer { corpus, mentions, edits: 0, index, facts, newest, outlets, periods, actors, places };
        let all: Vec<ArticleId> = explorer.corpus.ids().map(|(id, _)| id).collect();
        let mut whole = Selection::default();
        explorer.count(&mut whole, &all, &CountingRule::default());
        explorer.actors = whole.actors;
        explorer
    }

    pub(super) fn outlet(&self, name: &str) -> Option<usize> {
        self.outlets.iter().position(|known| known == name)
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
            |chosen: &Ranked| self.index.count(&selection.plan, &self.corpus, self.of(chosen.id), chosen.id);
        selection.articles.iter().map(count).sum()
    }
}

//! The JSON of `mentions` and `search`, of the command and of the page's API alike, and of the API's `facets`; that of
//! `inspect` is in `inspection.rs`.

use crate::actors::{Mention, Mentions, Zone};
use crate::corpus::{Corpus, Day};
use crate::explorer::{Explorer, Selection};
use crate::search::snippet;
use crate::text::{Problem, Span};
use crate::view::View;
use serde::Serialize;

/// The unit of offsets in snippets and queries: bytes of UTF-8 for programs, UTF-16 code units for JavaScript, whose
/// strings are made of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// Bytes of UTF-8.
    Bytes,
    /// UTF-16 code units.
    Utf16,
}

impl Units {
    /// The offset of `byte`, a byte of `text`, in this unit.
    fn at(self, text: &str, byte: u32) -> u32 {
        match self {
            Units::Bytes => byte,
            Units::Utf16 => text.get(..byte as usize).map_or(byte, |head| head.encode_utf16().count() as u32),
        }
    }
}

/// A line of `mentions --json`, and an item of the API's `mentions(actor)`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the field names are the contract; docs/json.md describes each")]
pub struct MentionRow<'a> {
    pub article: &'a str,
    pub file: &'a str,
    pub zone: &'static str,
    pub block: Option<u32>,
    pub at: u32,
    pub surface: &'a str,
    /// Null for a surname that nobody in the article bears.
    pub actor: Option<&'a str>,
    pub kind: Option<&'static str>,
    pub form: &'static str,
    pub sure: bool,
    /// `start` and `end` are bytes of the file.
    pub start: Option<u32>,
    pub end: Option<u32>,
}

/// The row of `mention`; `None` where its article is not in `corpus`.
pub fn mention_row<'a>(
    corpus: &'a Corpus,
    mentions: &'a Mentions,
    mention: &Mention,
) -> Option<MentionRow<'a>> {
    let article = corpus.article(mention.article)?;
    let actor = mention.actor.and_then(|id| mentions.actor(id));
    let in_file = mention.zone.in_file(article, mention.at);
    let (zone, block) = match mention.zone {
        Zone::Title => ("title", None),
        Zone::Block(index) => ("body", Some(index)),
    };
    Some(MentionRow {
        article: &article.name,
        file: corpus.files.get(article.file.0 as usize).map_or("", String::as_str),
        zone,
        block,
        at: mention.at.start,
        surface: mention.at.of(mention.zone.of(article)),
        actor: actor.map(|a| a.id.as_str()),
        kind: actor.map(|a| a.kind.name()),
        form: mention.form.name(),
        sure: mention.sure,
        start: in_file.map(|s| s.start),
        end: in_file.map(|s| s.end),
    })
}

/// The output of `search --json` and of the API's `search(text)`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct SearchReport<'a> {
    pub query: &'a str,
    pub problems: Vec<QueryProblem>,
    pub total: usize,
    pub hits: Vec<SearchHit<'a>>,
}

/// A problem of a query, with its span in the text of the query, in [`Units`].
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct QueryProblem {
    pub start: u32,
    pub end: u32,
    pub message: String,
}

/// An article that a query found; `spans` are offsets in `snippet`, in [`Units`].
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct SearchHit<'a> {
    pub article: &'a str,
    pub title: &'a str,
    pub score: f32,
    pub snippet: String,
    pub spans: Vec<[u32; 2]>,
}

/// The report on `query`, where `selection` is what [`Explorer::ranked`] gave for it.
pub fn search<'a>(
    explorer: &'a Explorer,
    query: &'a str,
    selection: &Selection,
    units: Units,
) -> SearchReport<'a> {
    let hits = selection.articles.iter().filter_map(|ranked| {
        let article = explorer.corpus.article(ranked.id)?;
        let shown = snippet(article, &explorer.hits(selection, ranked.id));
        let place = |s: &Span| [units.at(&shown.text, s.start), units.at(&shown.text, s.end)];
        let spans = shown.spans.iter().map(place).collect();
        let title = article.title.text.as_str();
        Some(SearchHit { article: &article.name, title, score: ranked.score, snippet: shown.text, spans })
    });
    SearchReport {
        query,
        total: selection.articles.len(),
        hits: hits.collect(),
        problems: query_problems(query, selection, units),
    }
}

/// The problems of `query`, which gave `selection`.
pub(super) fn query_problems(query: &str, selection: &Selection, units: Units) -> Vec<QueryProblem> {
    let problem = |p: &Problem| QueryProblem {
        start: units.at(query, p.span.start),
        end: units.at(query, p.span.end),
        message: p.message.clone(),
    };
    selection.query_problems().iter().map(problem).collect()
}

/// The output of the API's `facets(text, from, to)`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct FacetReport<'a> {
    pub total: usize,
    pub mentions: usize,
    pub actors: Vec<ActorFacet<'a>>,
    pub sources: Vec<OutletFacet>,
    pub periods: Vec<PeriodFacet>,
    pub undated: u32,
    pub problems: Vec<String>,
}

/// An actor with its counts.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct ActorFacet<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub kind: &'static str,
    pub articles: u32,
    pub mentions: u32,
}

/// An outlet with its number of articles; `name` is null for articles without one.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct OutletFacet {
    pub name: Option<String>,
    pub articles: u32,
}

/// A day, month, year or decade with its number of articles.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "as above")]
pub struct PeriodFacet {
    pub from: Day,
    pub to: Day,
    pub articles: u32,
}

/// The counts of every facet for `query` from the day `from` to the day `to`. A text that is no day is left out and
/// reported as a problem.
pub fn facets<'a>(
    explorer: &'a Explorer,
    query: &str,
    from: Option<&str>,
    to: Option<&str>,
) -> FacetReport<'a> {
    let mut problems = Vec::new();
    let mut day = |text: Option<&str>| {
        let text = text.filter(|t| !t.is_empty())?;
        let day = Day::parse(text);
        if day.is_none() {
            problems.push(format!("expected a day as 2024-06-28, but found `{text}`; it is left out"));
        }
        day
    };
    let view = View { query: query.to_owned(), from: day(from), to: day(to), ..View::default() };
    let selection = explorer.select(&view);
    let actors = selection.actors.iter().filter_map(|count| {
        let actor = explorer.mentions.actor(count.actor)?;
        Some(ActorFacet {
            id: &actor.id,
            name: &actor.name,
            kind: actor.kind.name(),
            articles: count.articles,
            mentions: count.mentions,
        })
    });
    FacetReport {
        total: selection.articles.len(),
        mentions: selection.mentions.len(),
        actors: actors.collect(),
        sources: selection
            .outlets
            .iter()
            .map(|s| OutletFacet { name: (!s.name.is_empty()).then(|| s.name.clone()), articles: s.articles })
            .collect(),
        periods: selection
            .periods
            .iter()
            .map(|p| PeriodFacet { from: p.period.from, to: p.period.to, articles: p.articles })
            .collect(),
        undated: selection.undated,
        problems,
    }
}

//! The answers to many queries, a row each.

use super::json::{QueryProblem, Units, query_problems};
use crate::corpus::{Article, Day};
use crate::explorer::Explorer;
use crate::many;
use crate::view::{Sort, View, to_fragment};
use serde::Serialize;

/// A line of `search --queries FILE --json`.
#[derive(Debug, Serialize)]
#[allow(missing_docs, reason = "the field names are the contract; docs/json.md describes each")]
pub struct AnswerRow<'q> {
    pub query: &'q str,
    pub articles: usize,
    pub hits: usize,
    /// `YYYY-MM-DD`, or null where no article has a day; `last` too.
    pub first: Option<String>,
    pub last: Option<String>,
    pub problems: Vec<QueryProblem>,
    /// What stands behind the address of a page of the corpus.
    pub link: String,
}

/// The rows of `queries`, in their order.
pub fn answers<'q>(explorer: &Explorer, queries: &'q [String]) -> Vec<AnswerRow<'q>> {
    many::map(queries.iter().collect(), |query| {
        let found = explorer.ranked(query, Sort::Relevance);
        let days =
            || found.articles.iter().filter_map(|it| explorer.corpus.article(it.id)).filter_map(Article::day);
        let written = |day: Option<Day>| day.map(|day| day.to_string());
        let view = View { query: query.clone(), ..View::default() };
        AnswerRow {
            query,
            articles: found.articles.len(),
            hits: explorer.hit_count(&found),
            first: written(days().min()),
            last: written(days().max()),
            problems: query_problems(query, &found, Units::Bytes),
            link: format!("#{}", to_fragment(&view)),
        }
    })
}

//! A corpus and its articles in words.

use super::dates::{day, span};
use super::numbers::count;
use crate::corpus::{Article, Corpus};

/// The day on which an article was published: `28 June 2024`, or `undated`.
pub fn published(article: &Article) -> String {
    article.day().map_or_else(|| "undated".to_owned(), day)
}

/// The name of an outlet; `source unknown` where it is empty.
pub fn outlet(name: &str) -> &str {
    if name.is_empty() { "source unknown" } else { name }
}

/// The day, the outlet and the place line of an article, without those that are missing: `28 June 2024 · Artifex.News ·
/// Seoul`.
pub fn meta_line(article: &Article) -> String {
    let others = [&article.outlet, &article.dateline].into_iter().flatten().map(|field| field.value.clone());
    std::iter::once(published(article)).chain(others).collect::<Vec<_>>().join(" · ")
}

/// The number of articles of a corpus, and its first and last day: `14 articles, 14 September 2023 to 28 June 2024`.
pub fn corpus_line(corpus: &Corpus) -> String {
    let articles = count(corpus.articles.len(), "article");
    match corpus.days() {
        Some((from, to)) => format!("{articles}, {}", span(from, to)),
        None => articles,
    }
}

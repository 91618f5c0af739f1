//! The shapes of source files, told apart by what they contain, never by their names.
//!
//! [`feed`]: a flattened feed with several items. [`scrape`]: texts that open with `date 2024-01-05`.
//! Everything else is a page: one text with furniture around it.

mod channel;
mod feed;
mod item;
mod scrape;

use super::body::{self, Draft};
use crate::text::{Problem, Span};

/// What a file's text gives: articles, what was set aside outside them, problems.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) articles: Vec<Draft>,
    pub(super) outside: Vec<(Span, &'static str)>,
    pub(super) problems: Vec<Problem>,
}

/// Reads `text` in the shape it has.
pub(super) fn read(text: &str) -> Outcome {
    let mut outcome = Outcome::default();
    let mut start = 0;
    if text.starts_with('\u{FEFF}') {
        start = '\u{FEFF}'.len_utf8();
        outcome.outside.push((Span::new(0, start), "byte-order-mark"));
    }
    let whole = Span::new(start, text.len());
    if whole.of(text).trim().is_empty() {
        let message = "expected an article, found an empty file; leave it out of the folder";
        outcome.problems.push(Problem::new(whole, message));
    } else if !(feed::read(text, whole, &mut outcome) || scrape::read(text, whole, &mut outcome)) {
        let mut draft = Draft::default();
        body::read(text, whole, true, &mut draft);
        if draft.is_empty() {
            let message = "expected an article, found only page furniture; leave the file out of the folder, or add the text";
            outcome.problems.push(Problem::new(whole.trimmed(text), message));
            outcome.outside.extend(draft.ledger());
        } else {
            outcome.articles.push(draft);
        }
    }
    outcome
}

//! The shapes of plain texts: [`feed`] a flattened feed with several items, whose parts are `channel` and `item`;
//! [`scrape`] texts that open with `date 2024-01-05`; [`database`] exports of press databases; [`transcript`] broadcasts.
//! Every other text is a page that was saved as text: one article with furniture around it.

mod channel;
pub(crate) mod database;
mod feed;
mod item;
mod scrape;
pub(crate) mod transcript;

use super::body;
use super::draft::Draft;
use super::outcome::{FileContext, Outcome};
use crate::text::{Problem, Span};

/// Reads the plain text at `whole` in the shape that it has.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) {
    let readers = [feed::read, scrape::read, database::read];
    if readers.iter().any(|read| read(text, whole, context, outcome)) {
        return;
    }
    let mut draft = Draft::new(context.settings);
    let mut whole = whole;
    if let Some(headline) = context.headline.map(str::trim) {
        let rest = whole.trimmed(text);
        if rest.of(text).strip_prefix(headline).is_some_and(|after| after.starts_with(['\n', '\r'])) {
            let said = Span::new(rest.range().start, rest.range().start + headline.len());
            draft.set_aside(said, "repeated-headline");
            whole = Span::new(said.range().end, whole.range().end);
        }
    }
    body::read(text, whole, context.headline.is_none(), &mut draft);
    if draft.is_empty() {
        let message = "expected an article, found only page furniture; leave the file out of the folder, or add the text";
        outcome.problems.push(Problem::new(whole.trimmed(text), message));
        outcome.outside.extend(draft.ledger());
    } else {
        outcome.articles.push(draft);
    }
}

//! Exports of press databases in markup: their lines are read as those of a text.

use super::html::text::fragment;
use crate::parse::bytes::Passage;
use crate::parse::outcome::{FileContext, Outcome};
use crate::parse::shapes::database;
use crate::text::Span;

/// Reads the lines in `passage` if they are those of a database, and returns whether they are.
pub(crate) fn read(passage: &Passage, context: &FileContext<'_>, outcome: &mut Outcome) -> bool {
    let mut inner =
        Outcome { articles: Vec::new(), outside: Vec::new(), problems: Vec::new(), markup: outcome.markup };
    let is_one = database::read(&passage.text, passage.whole(), context, &mut inner);
    let placed = |span: Span| passage.origin.span(span);
    for mut draft in inner.articles {
        draft.place(&passage.origin);
        outcome.articles.push(draft);
    }
    outcome.outside.extend(inner.outside.into_iter().map(|(span, rule)| (placed(span), rule)));
    for mut problem in inner.problems {
        problem.span = placed(problem.span);
        outcome.problems.push(problem);
    }
    is_one
}

/// Reads the page at `whole` if it is an export, and returns whether it is.
pub(crate) fn read_page(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) -> bool {
    /// Words that stand in every export and hardly in a page; to look for them is cheap.
    const SIGNS: &[&str] = &["ProQuest", "Document ", "DOCUMENTS", "End of Document"];
    let page = whole.of(text);
    if !SIGNS.iter().any(|sign| page.contains(sign)) {
        return false;
    }
    let extract = fragment(&Passage::of(text, whole));
    let said = outcome.problems.len();
    let is_one = read(&extract.passage, context, outcome);
    if !is_one {
        // A page with several articles is told by its elements.
        outcome.problems.truncate(said);
    } else {
        outcome.markup = "markup";
        outcome.outside.extend(extract.outside);
    }
    is_one
}

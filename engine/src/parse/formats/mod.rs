//! The formats of source files, told apart by their content ([`detect`]).
//!
//! Structured: [`html`] pages, [`xml`] feeds, [`json`], [`csv`], [`markdown`], [`docx`], and what press databases give:
//! [`exported`], [`factiva`]. Each finds fields and lines; [`names`] says which [`slot`] a field fills, [`field`] what their
//! values say, [`record`] makes articles of them, and [`extract`] maps them to the bytes that they came from. Every other
//! text is plain, and has one of the [`shapes`](super::shapes).

mod csv;
mod detect;
mod docx;
mod exported;
mod extract;
mod factiva;
mod field;
mod html;
mod json;
mod markdown;
mod names;
mod record;
mod slot;
mod xml;

use super::bytes::Passage;
use super::outcome::{FileContext, Outcome};
use super::shapes;
use crate::text::{Problem, Span};
use detect::{Format, format};
use html::text::references;
use html::{europresse, page};

/// Reads `text`, the decoded text of a file, in the format that it has.
pub(crate) fn read(text: &str, context: &FileContext<'_>) -> Outcome {
    let mut outcome =
        Outcome { articles: Vec::new(), outside: Vec::new(), problems: Vec::new(), markup: "unclaimed" };
    let mut start = 0;
    if text.starts_with('\u{FEFF}') {
        start = '\u{FEFF}'.len_utf8();
        outcome.outside.push((Span::new(0, start), "byte-order-mark"));
    }
    let whole = Span::new(start, text.len());
    if whole.of(text).trim().is_empty() {
        let message = "expected an article, found an empty file; leave it out of the folder";
        outcome.problems.push(Problem::new(whole, message));
        return outcome;
    }
    let from = |at: usize| Span::new(start + at, text.len());
    match format(context.name, whole.of(text)) {
        Some(Format::Docx) => docx::read(text, whole, context, &mut outcome),
        Some(Format::Feed(_) | Format::Html) if exported::read_page(text, whole, context, &mut outcome) => {}
        Some(Format::Feed(_) | Format::Html) if europresse::read(text, whole, context, &mut outcome) => {}
        Some(Format::Feed(_) | Format::Html) if factiva::read(text, whole, context, &mut outcome) => {}
        Some(Format::Feed(at)) if xml::read(text, from(at), context, &mut outcome) => {}
        Some(Format::Feed(_) | Format::Html) => page::read(text, whole, context, &mut outcome),
        Some(Format::Json) => json::read(text, whole, context, &mut outcome),
        Some(Format::Table(dialect)) => csv::read(text, whole, dialect, context, &mut outcome),
        Some(Format::Markdown) => markdown::read(text, whole, context, &mut outcome),
        None => plain(text, whole, context, &mut outcome),
    }
    outcome
}

/// Reads plain text. Character references that were left in it are the signs that they mean.
fn plain(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) {
    let read = references(Passage::of(text, whole));
    if read.text.len() == whole.len() {
        return shapes::read(text, whole, context, outcome);
    }
    let mut found = Outcome { articles: Vec::new(), outside: Vec::new(), problems: Vec::new(), ..*outcome };
    shapes::read(&read.text, read.whole(), context, &mut found);
    for mut draft in found.articles {
        draft.place(&read.origin);
        for (span, _) in &mut draft.outside {
            *span = read.origin.span(*span);
        }
        outcome.articles.push(draft);
    }
    outcome.outside.extend(found.outside.into_iter().map(|(span, rule)| (read.origin.span(span), rule)));
    let placed = |problem: Problem| Problem { span: read.origin.span(problem.span), ..problem };
    outcome.problems.extend(found.problems.into_iter().map(placed));
    outcome.markup = found.markup;
}

//! The formats of source files, told apart by their content ([`detect`]).
//!
//! Structured: [`html`] pages, [`xml`] feeds, [`json`], [`csv`], [`markdown`], [`docx`], and what press
//! databases give: [`exported`], [`factiva`]. Each finds fields and lines; [`record`]
//! makes articles of them, and [`extract`] maps them to the bytes that they came from. Every other text is plain, and
//! has one of the [`shapes`](super::shapes).

mod csv;
mod detect;
mod docx;
mod exported;
mod extract;
mod factiva;
mod html;
mod json;
mod markdown;
mod record;
mod xml;

use super::outcome::{FileContext, Outcome};
use super::shapes;
use crate::text::{Problem, Span};
use detect::{Format, format};
use html::page;

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
    match format(context.name, whole.of(text)) {
        Some(Format::Docx) => docx::read(text, whole, context, &mut outcome),
        Some(Format::Feed | Format::Html) if exported::read_page(text, whole, context, &mut outcome) => {}
        Some(Format::Feed | Format::Html) if html::europresse::read(text, whole, context, &mut outcome) => {}
        Some(Format::Feed | Format::Html) if factiva::read(text, whole, context, &mut outcome) => {}
        Some(Format::Feed) if xml::read(text, whole, context, &mut outcome) => {}
        Some(Format::Feed | Format::Html) => page::read(text, whole, context, &mut outcome),
        Some(Format::Json) => json::read(text, whole, context, &mut outcome),
        Some(Format::JsonLines) => json::read_lines(text, whole, context, &mut outcome),
        Some(Format::Table(separator)) => csv::read(text, whole, separator, context, &mut outcome),
        Some(Format::Markdown) => markdown::read(text, whole, context, &mut outcome),
        None => shapes::read(text, whole, context, &mut outcome),
    }
    outcome
}

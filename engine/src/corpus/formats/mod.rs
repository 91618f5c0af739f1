//! The formats of source files, told apart by what they contain.
//!
//! Structured: [`html`] pages, [`xml`] feeds, [`json`], [`table`] CSV, [`markdown`]. Each finds fields and lines,
//! [`record`] makes the article of them, and [`reading`] leads it back to the bytes.
//! Plain text: [`feed`] a flattened feed with several items, [`scrape`] texts that open with `date 2024-01-05`.
//! Everything else is a page that was saved as text: one article with furniture around it.

mod channel;
mod feed;
mod html;
mod item;
mod json;
mod markdown;
mod reading;
mod record;
mod scrape;
mod table;
mod xml;

use super::body::{self, Draft};
use super::config::Settings;
use crate::text::{Problem, Span};
use regex::Regex;
use serde::de::IgnoredAny;
use std::sync::LazyLock;

/// What a file's text gives: articles, what was set aside outside them, problems.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) articles: Vec<Draft>,
    pub(super) outside: Vec<(Span, &'static str)>,
    pub(super) problems: Vec<Problem>,
    /// The rule for what nothing claims: the format's own marks, or text that stands outside everything.
    pub(super) markup: &'static str,
}

/// What is known of a file beside its text.
#[derive(Debug)]
pub(super) struct Context<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// What an editor says of it.
    pub(super) settings: &'a Settings,
}

/// The structured formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Feed,
    Html,
    Json,
    JsonLines,
    Table(u8),
    Markdown,
}

/// Reads `text` in the format it has.
pub(super) fn read(text: &str, context: &Context<'_>) -> Outcome {
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
        Some(Format::Feed) if xml::read(text, whole, context, &mut outcome) => {}
        Some(Format::Feed | Format::Html) => html::read(text, whole, context, &mut outcome),
        Some(Format::Json) => json::read(text, whole, context, &mut outcome),
        Some(Format::JsonLines) => json::read_lines(text, whole, context, &mut outcome),
        Some(Format::Table(separator)) => table::read(text, whole, separator, context, &mut outcome),
        Some(Format::Markdown) => markdown::read(text, whole, context, &mut outcome),
        None => plain(text, whole, context, &mut outcome),
    }
    outcome
}

fn plain(text: &str, whole: Span, context: &Context<'_>, outcome: &mut Outcome) {
    if feed::read(text, whole, context, outcome) || scrape::read(text, whole, context, outcome) {
        return;
    }
    let mut draft = Draft::new(context.settings);
    body::read(text, whole, true, &mut draft);
    if draft.is_empty() {
        let message = "expected an article, found only page furniture; leave the file out of the folder, or add the text";
        outcome.problems.push(Problem::new(whole.trimmed(text), message));
        outcome.outside.extend(draft.ledger());
    } else {
        outcome.articles.push(draft);
    }
}

/// The structured format that `text` opens like. Prose may open with a mark, too: only what nobody writes in
/// prose counts.
fn format(name: &str, text: &str) -> Option<Format> {
    static OPENINGS: LazyLock<[(Regex, Format); 3]> = LazyLock::new(|| {
        [
            (r"(?i)^<(?:\?xml|rss\b|feed\b|rdf\b|channel\b|item\b|entry\b)", Format::Feed),
            (r"(?i)^<(?:!doctype|html|head|body)\b", Format::Html),
            (r#"^(?:\[\s*)?\{\s*(?:"[^"\n]*"\s*:|\}\s*[,\]]?\s*$)"#, Format::Json),
        ]
        .map(|(pattern, format)| (Regex::new(pattern).expect("a pattern of this file"), format))
    });
    let head = text.trim_start();
    let opening = OPENINGS.iter().find(|(pattern, _)| pattern.is_match(head)).map(|(_, format)| *format);
    // One whole object in the first line, and more lines: then each line is one.
    let first = head.split(['\n', '\r']).next().unwrap_or_default();
    let lines = opening == Some(Format::Json)
        && head.len() > first.len()
        && !head[first.len()..].trim().is_empty()
        && first.starts_with('{')
        && serde_json::from_str::<IgnoredAny>(first).is_ok();
    opening
        .map(|format| if lines { Format::JsonLines } else { format })
        .or_else(|| (head.starts_with('<') && html::is_markup(head)).then_some(Format::Html))
        .or_else(|| table::separator(head).map(Format::Table))
        .or_else(|| markdown::is_one(name, text).then_some(Format::Markdown))
}

#[cfg(test)]
mod tests {
    use super::{Format, format};

    #[test]
    fn structured_formats_are_no_prose() {
        for (text, found) in [
            ("<!DOCTYPE html><p>Text", Some(Format::Html)),
            ("\n<p>Text.</p>", Some(Format::Html)),
            ("<!-- a note --><p>Text", Some(Format::Html)),
            ("<?xml version=\"1.0\"?><rss>", Some(Format::Feed)),
            ("<feed xmlns=\"x\">", Some(Format::Feed)),
            ("[\n  {\n \"title\": \"A\"", Some(Format::Json)),
            ("{ \"title\" : \"A\" }", Some(Format::Json)),
            ("{\"title\":\"A\"}\n{\"title\":\"B\"}\n", Some(Format::JsonLines)),
            ("{\"title\":\"A\"}\n# a note\n{\"title\":\"B\"}\n", Some(Format::JsonLines)),
            ("{\"title\":\"A\"}\n", Some(Format::Json)),
            ("sep=;\ntitle;date\nA;2024-01-05", Some(Format::Table(b';'))),
            ("title,url,date\nA,https://e.org,2024-01-05", Some(Format::Table(b','))),
            ("---\ntitle: A\n---\nText.", Some(Format::Markdown)),
            ("# A heading\n\nText.", Some(Format::Markdown)),
            ("“We go on,” she said.", None),
            ("\"We go on,\" she said.", None),
            ("[\"We go on,\" she said.]", None),
            ("{Photo by Ada Lind} The quay was swept.", None),
            ("<3 was all that the letter said.", None),
            ("< A sign that points to the left.", None),
            ("Title, date and place are all that is known.", None),
            ("---\nA line between two others.\n---\nText.", None),
            ("# 5 was the number of the boat.", None),
        ] {
            assert_eq!(format("a.txt", text), found, "{text:?}");
        }
        assert_eq!(format("a.md", "A text."), Some(Format::Markdown));
    }
}

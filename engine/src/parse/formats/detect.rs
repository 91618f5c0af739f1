//! Detecting the format of a file from its text, never from its name alone.

use super::html::text::is_markup;
use super::{csv, docx, markdown};
use regex::Regex;
use serde::de::IgnoredAny;
use std::sync::LazyLock;

/// A structured format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Feed,
    Html,
    Json,
    JsonLines,
    /// A table with this separator.
    Table(u8),
    Markdown,
    Docx,
}

/// The structured format that `text` begins like; `None` for plain text. Prose may begin with a mark, too, so only what
/// nobody writes in prose counts.
pub(crate) fn format(name: &str, text: &str) -> Option<Format> {
    static OPENINGS: LazyLock<Vec<(Regex, Format)>> = LazyLock::new(|| {
        [
            (r"(?i)^<(?:\?xml|ppsarticle|rss\b|feed\b|rdf\b|channel\b|item\b|entry\b)", Format::Feed),
            (r"(?i)^<(?:!doctype|html|head|body)\b", Format::Html),
            (r#"^(?:\[\s*)?\{\s*(?:"[^"\n]*"\s*:|\}\s*[,\]]?\s*$)"#, Format::Json),
        ]
        .into_iter()
        .map(|(pattern, format)| (Regex::new(pattern).expect("a pattern of this file"), format))
        .collect()
    });
    let head = text.trim_start();
    if docx::is_one(head) {
        return Some(Format::Docx);
    }
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
        .or_else(|| (head.starts_with('<') && is_markup(head)).then_some(Format::Html))
        .or_else(|| csv::separator(head).map(Format::Table))
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

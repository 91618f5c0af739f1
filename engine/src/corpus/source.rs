//! A source file: bytes as they were collected, and the text in them.

use crate::text::{Problem, Span};
use regex::Regex;
use std::sync::LazyLock;

/// One raw file as it was collected. Reading it from disk is the caller's; the engine touches no disk.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name, relative to the folder that was read, with `/` between folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// The text of the file. Offsets in it are offsets in the file: nothing is rewritten.
    ///
    /// # Errors
    /// The rule that sets the whole file aside, and the problem that says why.
    pub(super) fn text(&self) -> Result<&str, (&'static str, Problem)> {
        let whole = Span::new(0, self.bytes.len());
        let utf16 = self.bytes.starts_with(&[0xFF, 0xFE]) || self.bytes.starts_with(&[0xFE, 0xFF]);
        if utf16 {
            let message = "expected UTF-8 text, found a UTF-16 byte order mark; save the file as UTF-8";
            return Err(("not-utf-8", Problem::new(Span::new(0, 2), message)));
        }
        if let Some(at) = self.bytes.iter().position(|b| *b == 0) {
            let message = format!(
                "expected text, found a binary file (a zero byte at offset {at}); leave it out of the folder"
            );
            return Err(("binary-file", Problem::new(Span::new(at, at + 1), message)));
        }
        let text = std::str::from_utf8(&self.bytes).map_err(|error| {
            let at = error.valid_up_to();
            let byte = self.bytes.get(at).copied().unwrap_or_default();
            let message = format!(
                "expected UTF-8 text, found byte 0x{byte:02X} at offset {at} that is not; save the file as UTF-8"
            );
            ("not-utf-8", Problem::new(Span::new(at, (at + 1).min(self.bytes.len())), message))
        })?;
        if let Some(kind) = markup(text) {
            let message = format!(
                "expected plain text, found {kind}, which is not read yet; save the articles as plain text"
            );
            return Err(("unread-format", Problem::new(whole, message)));
        }
        Ok(text)
    }
}

/// How structured formats open, and what they are called.
static OPENINGS: LazyLock<[(Regex, &str); 5]> = LazyLock::new(|| {
    [
        (r"(?i)^<(?:\?xml|rss|feed|rdf)", "XML"),
        (r"^<[A-Za-z!?]", "an HTML page"),
        (r"^\{\\rtf", "a document in RTF"),
        (r#"^\{\s*"[^"\n]*"\s*:[^\n]*\}\s*\n\s*\{"#, "NDJSON"),
        (r#"^(?:\[\s*)?\{\s*(?:"[^"\n]*"\s*:|\}\s*[,\]]?\s*$)"#, "JSON"),
    ]
    .map(|(pattern, name)| (Regex::new(pattern).expect("a pattern of this file"), name))
});

/// Columns of which a table of articles has two or more.
const COLUMNS: [&str; 7] = ["title", "headline", "date", "published", "url", "body", "text"];

/// The name of a structured format that `text` opens like. Prose may open with a mark, too: only what nobody
/// writes in prose counts.
fn markup(text: &str) -> Option<&'static str> {
    let head = text.trim_start_matches('\u{FEFF}').trim_start();
    let opening = OPENINGS.iter().find(|(pattern, _)| pattern.is_match(head)).map(|(_, name)| *name);
    let line = head.split(['\n', '\r']).next().unwrap_or_default();
    let columns = |separator: char| {
        let cells = line.split(separator).map(|cell| cell.trim().trim_matches('"').to_lowercase());
        cells.filter(|cell| COLUMNS.contains(&cell.as_str())).count()
    };
    opening.or_else(|| [',', '\t', ';'].into_iter().any(|s| columns(s) > 1).then_some("a table in CSV"))
}

#[cfg(test)]
mod tests {
    use super::markup;

    #[test]
    fn structured_formats_are_no_prose() {
        for (text, name) in [
            ("<!DOCTYPE html><p>Text", Some("an HTML page")),
            ("\n<p>Text.</p>", Some("an HTML page")),
            ("<!-- a note --><p>Text", Some("an HTML page")),
            ("<?xml version=\"1.0\"?><rss>", Some("XML")),
            ("<feed xmlns=\"x\">", Some("XML")),
            ("{\\rtf1\\ansi Text}", Some("a document in RTF")),
            ("[\n  {\n \"title\": \"A\"", Some("JSON")),
            ("{ \"title\" : \"A\" }", Some("JSON")),
            ("\u{FEFF}{\"title\":\"A\"}\n{\"title\":\"B\"}\n", Some("NDJSON")),
            ("title,url,date\nA,https://e.org,2024-01-05", Some("a table in CSV")),
            ("\n\"ID\";\"Headline\";\"Body\"\n1;A;B", Some("a table in CSV")),
            ("id\tDate\tText\n", Some("a table in CSV")),
            ("“We go on,” she said.", None),
            ("\"We go on,\" she said.", None),
            ("[\"We go on,\" she said.]", None),
            ("{Photo by Ada Lind} The quay was swept.", None),
            ("<3 was all that the letter said.", None),
            ("< A sign that points to the left.", None),
            ("Title, date and place are all that is known.", None),
        ] {
            assert_eq!(markup(text), name, "{text:?}");
        }
    }
}

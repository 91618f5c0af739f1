//! Detecting the format of a file from its text, never from its name alone.

use super::html::text::is_markup;
use super::{csv, docx, json, markdown};
use crate::parse::pattern::{Pattern, pattern};
use regex::Regex;
use std::sync::LazyLock;

/// A structured format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// A feed, which begins at this offset.
    Feed(usize),
    Html,
    Json,
    Table(csv::Dialect),
    Markdown,
    Docx,
}

/// The number of bytes in which a feed may begin behind something else: a server's warnings, a tool's note.
const JUNK: usize = 4096;

/// The number of bytes that tell a format.
const OPENING: usize = 1 << 16;

/// The offset of the first element of `text`, behind the marks that may stand before it: declarations, comments, a type
/// of document.
fn root(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').len();
        let rest = &text[at..];
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|end| end + 3)
        } else if rest.starts_with("<?") {
            rest.find('>').map(|end| end + 1)
        } else if rest.get(..9).is_some_and(|head| head.eq_ignore_ascii_case("<!doctype")) {
            // Entities may be declared in brackets.
            let end = rest.find('>').unwrap_or(0);
            match rest[..end].contains('[') {
                true => rest.find("]").and_then(|from| Some(from + rest[from..].find('>')? + 1)),
                false => (end > 0).then_some(end + 1),
            }
        } else {
            None
        };
        match end {
            Some(end) => at += end,
            None => return at,
        }
    }
}

/// Where the feed in `text` begins; `None` if there is none.
fn feed(text: &str) -> Option<usize> {
    static ROOT: Pattern =
        pattern!(r"(?i)^<(?:[a-z][\w.-]*:)?(?:rss|feed|rdf|channel|item|entry)(?:[\s>/]|$)");
    static BEHIND: Pattern =
        pattern!(r"(?i)<\?xml\s[^<>]*\?>|<rss\s[^<>]*>|<(?:[a-z]+:)?(?:feed|RDF)\s[^<>]*xmlns[^<>]*>");
    let is_feed = |at: usize| ROOT.is_match(&text[at + root(&text[at..])..]);
    if is_feed(0) {
        return Some(0);
    }
    // A text that speaks of feeds does not end with one.
    let tail = &text[text.floor_char_boundary(text.len().saturating_sub(JUNK))..];
    let closed = || ["</rss>", ":feed>", "</feed>", "RDF>"].iter().any(|end| tail.contains(end));
    let head = &text[..text.floor_char_boundary(JUNK)];
    BEHIND.find_iter(head).map(|found| found.start()).find(|at| is_feed(*at)).filter(|_| closed())
}

/// The structured format that `text` begins like; `None` for plain text. Prose may begin with a mark, too, so only what
/// nobody writes in prose counts.
pub(crate) fn format(name: &str, text: &str) -> Option<Format> {
    static OPENINGS: LazyLock<Vec<(Regex, Format)>> = LazyLock::new(|| {
        let call = r"(?:(?://|#)[^\n]*\n\s*|/\*(?s:.*?)\*/\s*|\)\]\}',?\s*|(?:while|for)\s*\([^)\n]*\);?\s*|(?:export\s+default\s|(?:var|let|const)\s+[\w$]+\s*=|[\w$.]+\s*=|[\w$.]+\s*\()\s*)*";
        let key = r#"(?:"[^"\n]*"\s*:|u?'[^'\n]*'\s*:|\}\s*[,\]]?\s*$)"#;
        [
            (r"(?i)^<(?:\?xml|ppsarticle)".to_owned(), Format::Feed(0)),
            (r"(?i)^<(?:!doctype|html|head|body)\b".to_owned(), Format::Html),
            (format!(r"^{call}(?:[\[(]\s*)?\{{\s*{key}"), Format::Json),
            // JavaScript has keys without marks.
            (r#"^(?:[^\n{]*[=(]\s*)?\[\s*\{\s*[A-Za-z_]\w*\s*:\s*["']"#.to_owned(), Format::Json),
        ]
        .into_iter()
        .map(|(pattern, format)| (Regex::new(&pattern).expect("a pattern of this file"), format))
        .collect()
    });
    let head = text.trim_start();
    if docx::is_one(head) {
        return Some(Format::Docx);
    }
    let head = &head[..head.floor_char_boundary(OPENING)];
    let opening = || OPENINGS.iter().find(|(pattern, _)| pattern.is_match(head)).map(|(_, format)| *format);
    feed(text)
        .map(Format::Feed)
        .or_else(opening)
        .or_else(|| json::begins_rows(head).then_some(Format::Json))
        .or_else(|| (head.starts_with('<') && is_markup(head)).then_some(Format::Html))
        .or_else(|| csv::dialect(text).map(Format::Table))
        .or_else(|| markdown::is_one(name, text).then_some(Format::Markdown))
}

#[cfg(test)]
mod tests {
    use super::{Format, format};

    #[test]
    fn structured_formats_are_no_prose() {
        let table = |text| crate::parse::formats::csv::dialect(text).map(Format::Table);
        for (text, found) in [
            ("<!DOCTYPE html><p>Text", Some(Format::Html)),
            ("\n<p>Text.</p>", Some(Format::Html)),
            ("<!-- a note --><p>Text", Some(Format::Html)),
            ("<?xml version=\"1.0\"?><rss>", Some(Format::Feed(0))),
            ("<feed xmlns=\"x\">", Some(Format::Feed(0))),
            (
                "<!-- a --><?b c?>\n<!DOCTYPE rss [<!ENTITY d \"e\">]>\n<rss version=\"2.0\">",
                Some(Format::Feed(0)),
            ),
            ("<a:feed xmlns:a=\"x\">", Some(Format::Feed(0))),
            (
                "Warning: no cache.\n<rss version=\"2.0\"><channel/></rss>\n<!-- saved -->",
                Some(Format::Feed(19)),
            ),
            ("A feed begins with <rss version=\"2.0\"> and ends where it ends.", None),
            ("<!-- a note --><rss-box>Text</rss-box>", Some(Format::Html)),
            ("// a note\n[{\"title\": \"A\"}]", Some(Format::Json)),
            ("callback([{\"title\": \"A\"}]);", Some(Format::Json)),
            (")]}',\n{\"title\": \"A\"}", Some(Format::Json)),
            ("var news = [{title: \"A\"}];", Some(Format::Json)),
            ("[{'title': 'A'}]", Some(Format::Json)),
            ("[[\"title\", \"date\"], [\"A\", \"2024-01-05\"]]", Some(Format::Json)),
            ("[\"title\", \"date\"]\n[\"A\", \"2024-01-05\"]", Some(Format::Json)),
            ("[\n  {\n \"title\": \"A\"", Some(Format::Json)),
            ("{ \"title\" : \"A\" }", Some(Format::Json)),
            ("{\"title\":\"A\"}\n{\"title\":\"B\"}\n", Some(Format::Json)),
            ("{\"title\":\"A\"}\n# a note\n{\"title\":\"B\"}\n", Some(Format::Json)),
            ("{\"title\":\"A\"}\n", Some(Format::Json)),
            ("sep=;\ntitle;date\nA;2024-01-05", table("sep=;\ntitle;date\nA;2024-01-05")),
            (
                "title,url,date\nA,https://e.org,2024-01-05",
                table("title,url,date\nA,https://e.org,2024-01-05"),
            ),
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

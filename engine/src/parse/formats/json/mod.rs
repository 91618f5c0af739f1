//! JSON, NDJSON and JSON Feed, also where they are damaged, joined, in a call or as Python writes them. [`scan`] finds
//! the values, [`articles`] the articles among them; text with escapes keeps the map back to its bytes.

mod articles;
mod scan;

use crate::parse::bytes::Passage;
use crate::parse::pattern::{Pattern, pattern};
use crate::text::Span;

pub(crate) use articles::{begins_rows, read};

/// The keys of a value that stands for its object: `{"name": "Example Times"}`, `{"rendered": "<p>…"}`. Converters of
/// XML and databases have signs of their own.
const NAMES: &[&str] = &[
    "name", "rendered", "main", "original", "title", "text", "value", "@value", "@id", "#text", "__cdata",
    "_text", "$t", "_", "$date", "$numberLong",
];

/// The marks between two pieces of a string; inside a string of JSON no mark stands bare.
static JOINT: Pattern = pattern!(r#"(?:'[ \t]*\r?\n[ \t]*')|(?:"[ \t]*\r?\n[ \t]*")"#);

/// A JSON value: its raw text, and the offset of that in bytes of the source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Json<'a> {
    raw: &'a str,
    at: usize,
}

impl<'a> Json<'a> {
    /// The value at `span` of `source`, without checking it.
    pub(crate) fn new(source: &'a str, span: Span) -> Json<'a> {
        let span = span.trimmed(source);
        Json { raw: span.of(source), at: span.range().start }
    }

    fn inner(&self, range: std::ops::Range<usize>) -> Json<'a> {
        let raw = self.raw.get(range.clone()).unwrap_or_default();
        let raw = raw.trim_end();
        Json { raw, at: self.at + range.start }
    }

    /// The span in bytes of the source.
    fn span(&self) -> Span {
        Span::new(self.at, self.at + self.raw.len())
    }

    fn is_object(&self) -> bool {
        self.raw.starts_with('{')
    }

    fn is_list(&self) -> bool {
        self.raw.starts_with(['[', '('])
    }

    /// The fields of an object, in order; `None` for any other value.
    pub(crate) fn object(&self) -> Option<Vec<(String, Json<'a>)>> {
        let named = |(key, value): (std::ops::Range<usize>, _)| {
            let key = self.inner(key);
            let name = key.string().map_or_else(|| key.raw.to_owned(), |key| key.text);
            (name, self.inner(value))
        };
        self.is_object().then(|| scan::fields(self.raw).into_iter().map(named).collect())
    }

    /// The items of a list; `None` for any other value.
    pub(crate) fn array(&self) -> Option<Vec<Json<'a>>> {
        self.is_list().then(|| scan::items(self.raw).into_iter().map(|item| self.inner(item)).collect())
    }

    /// The text of a string, or of a number, which may be a time; `None` for any other value.
    pub(crate) fn string(&self) -> Option<Passage> {
        if self.is_object() || self.is_list() {
            return None;
        }
        let mut passage = Passage::default();
        if self.raw.starts_with(|c: char| c.is_ascii_digit()) {
            passage.same(self.raw, self.at);
            return Some(passage);
        }
        let found = self.raw.char_indices().find(|(_, c)| matches!(c, '"' | '\''));
        let Some((open, mark)) = found.filter(|(open, _)| *open <= 1) else { return self.called() };
        let inner = &self.raw[open + 1..];
        let inner = inner.strip_suffix(mark).unwrap_or(inner);
        let base = self.at + open + 1;
        let mut at = 0;
        while at < inner.len() {
            let rest = &inner[at..];
            let plain = rest.find('\\').unwrap_or(rest.len());
            // Python writes a long string as several, one a line.
            let mut from = 0;
            for joint in JOINT.find_iter(&rest[..plain]) {
                passage.same(&rest[from..joint.start()], base + at + from);
                from = joint.end();
            }
            passage.same(&rest[from..plain], base + at + from);
            at += plain;
            if plain < rest.len() {
                let (length, c) = escape(&rest[plain..]);
                // A control character is nothing.
                if let Some(c) = c.filter(|c| !c.is_ascii_control() || c.is_whitespace()) {
                    passage.respelled(c.encode_utf8(&mut [0; 4]), Span::new(base + at, base + at + length));
                }
                at += length;
            }
        }
        Some(passage)
    }

    /// The value of a call, as other languages write times: `ISODate("2024-01-05")`, `datetime.date(2024, 1, 5)`.
    fn called(&self) -> Option<Passage> {
        let (_, inner) = self.raw.split_once('(')?;
        let mut passage = Passage::default();
        if let Some(inner) = inner.trim_start().strip_prefix(['"', '\'']) {
            let end = inner.find(['"', '\''])?;
            passage.same(&inner[..end], self.at + self.raw.len() - inner.len());
            return Some(passage);
        }
        let numbers =
            inner.split(',').map_while(|part| part.trim().trim_end_matches(')').parse::<u16>().ok());
        let (date, time): (Vec<_>, Vec<_>) = (numbers.clone().take(3).collect(), numbers.skip(3).collect());
        let [year, month, day] = date[..] else { return None };
        let time = match time[..] {
            [hour, minute, ..] if time.len() > 1 => format!("T{hour:02}:{minute:02}"),
            _ => String::new(),
        };
        passage.respelled(&format!("{year:04}-{month:02}-{day:02}{time}"), self.span());
        Some(passage)
    }

    /// The texts in the value, or in the field that names its object, down to `depth` levels.
    pub(crate) fn named(&self, depth: usize) -> Vec<Passage> {
        if let Some(text) = self.string() {
            return vec![text];
        }
        if depth == 0 {
            return Vec::new();
        }
        if let Some(items) = self.array() {
            return items.iter().flat_map(|item| item.named(depth - 1)).collect();
        }
        let fields = self.object().unwrap_or_default();
        let name = NAMES.iter().find_map(|name| fields.iter().find(|(key, _)| key == name));
        name.map_or_else(Vec::new, |(_, value)| value.named(depth - 1))
    }
}

/// Decodes the escape that `text` begins with: its length in bytes, and the character; none for a line that goes on.
fn escape(text: &str) -> (usize, Option<char>) {
    let unit = |at: usize| -> Option<u32> {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(digits, 16).ok()
    };
    let of = |code: u32| Some(char::from_u32(code).unwrap_or('\u{FFFD}'));
    let simple = text[1..].chars().next();
    match simple {
        Some('n') => (2, Some('\n')),
        Some('t') => (2, Some('\t')),
        Some('r') => (2, Some('\r')),
        Some('b') => (2, Some('\u{8}')),
        Some('f') => (2, Some('\u{C}')),
        Some('u') => match (unit(0), unit(6)) {
            (Some(high @ 0xD800..0xDC00), Some(low @ 0xDC00..0xE000)) => {
                (12, of(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)))
            }
            (Some(code), _) => (6, of(code)),
            (None, _) => (2, of(0xFFFD)),
        },
        // JavaScript and Python know this one, too.
        Some('x') => match text.get(2..4).and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(code) => (4, of(code)),
            None => (2, Some('x')),
        },
        Some('\n') => (2, None),
        Some(c) => (1 + c.len_utf8(), Some(c)),
        None => (1, of(0xFFFD)),
    }
}

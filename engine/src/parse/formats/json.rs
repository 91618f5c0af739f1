//! JSON, NDJSON and JSON Feed. serde_json parses the syntax; text with escapes keeps the map back to its bytes.

use super::record::{Channel, Record, Slot, is_known};
use crate::parse::bytes::Passage;
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::{Problem, Span};
use serde::de::{DeserializeSeed, Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The keys of lists of articles.
const LISTS: &[&str] = &[
    "items", "articles", "results", "data", "posts", "docs", "documents", "entries", "stories", "news",
    "response", "hits",
];

/// The keys of a value that stands for its object: `{"name": "Example Times"}`, `{"rendered": "<p>…"}`.
const NAMES: &[&str] = &["name", "rendered", "title", "text", "value", "@value", "@id"];

/// The keys of an object that holds the fields of the article around it.
const WRAPPERS: &[&str] = &["_source", "fields", "attributes", "node", "document"];

/// The maximum depth of a list of articles: `{"response": {"results": […]}}`.
const DEEPEST: usize = 3;

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

    fn inner(&self, value: &'a RawValue) -> Json<'a> {
        let raw = value.get();
        // The value is a piece of this one's text, so that its place is how far in it begins.
        let at = (raw.as_ptr() as usize).wrapping_sub(self.raw.as_ptr() as usize);
        Json { raw, at: self.at + at.min(self.raw.len()) }
    }

    /// The span in bytes of the source.
    fn span(&self) -> Span {
        Span::new(self.at, self.at + self.raw.len())
    }

    /// The fields of an object, in order; `None` for any other value, or if it is malformed.
    pub(crate) fn object(&self) -> Option<Vec<(String, Json<'a>)>> {
        if !self.raw.starts_with('{') {
            return None;
        }
        let mut fields = Vec::new();
        let mut reader = serde_json::Deserializer::from_str(self.raw);
        reader.deserialize_map(Fields(&mut fields)).ok()?;
        Some(fields.into_iter().map(|(key, value)| (key, self.inner(value))).collect())
    }

    /// The items of a list; `None` for any other value, or if it is malformed.
    pub(crate) fn array(&self) -> Option<Vec<Json<'a>>> {
        let (items, error) = self.items()?;
        error.is_none().then_some(items)
    }

    /// The items of a list up to the first error, and that error; `None` for any other value.
    fn items(&self) -> Option<(Vec<Json<'a>>, Option<serde_json::Error>)> {
        if !self.raw.starts_with('[') {
            return None;
        }
        let mut items = Vec::new();
        let mut reader = serde_json::Deserializer::from_str(self.raw);
        let error = Items(&mut items).deserialize(&mut reader).err();
        Some((items.into_iter().map(|item| self.inner(item)).collect(), error))
    }

    /// The text of a string, or of a number, which may be a time; `None` for any other value.
    pub(crate) fn string(&self) -> Option<Passage> {
        let mut passage = Passage::default();
        if self.raw.starts_with(|c: char| c.is_ascii_digit()) {
            passage.same(self.raw, self.at);
            return Some(passage);
        }
        let inner = self.raw.strip_prefix('"')?.strip_suffix('"')?;
        if !inner.contains('\\') {
            passage.same(inner, self.at + 1);
            return Some(passage);
        }
        let mut at = 0;
        while at < inner.len() {
            let rest = &inner[at..];
            let plain = rest.find('\\').unwrap_or(rest.len());
            passage.same(&rest[..plain], self.at + 1 + at);
            at += plain;
            let rest = &inner[at..];
            if rest.is_empty() {
                break;
            }
            let (length, c) = escape(rest);
            let from = Span::new(self.at + 1 + at, self.at + 1 + at + length);
            passage.respelled(c.encode_utf8(&mut [0; 4]), from);
            at += length;
        }
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

/// Decodes the escape that `text` begins with: its length in bytes, and the character.
fn escape(text: &str) -> (usize, char) {
    let unit = |at: usize| -> Option<u32> {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(digits, 16).ok()
    };
    let simple = text[1..].chars().next();
    match simple {
        Some('n') => (2, '\n'),
        Some('t') => (2, '\t'),
        Some('r') => (2, '\r'),
        Some('b') => (2, '\u{8}'),
        Some('f') => (2, '\u{C}'),
        Some('u') => match (unit(0), unit(6)) {
            (Some(high @ 0xD800..0xDC00), Some(low @ 0xDC00..0xE000)) => {
                let c = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                (12, char::from_u32(c).unwrap_or('\u{FFFD}'))
            }
            (Some(code), _) => (6, char::from_u32(code).unwrap_or('\u{FFFD}')),
            (None, _) => (2, '\u{FFFD}'),
        },
        Some(c) => (1 + c.len_utf8(), c),
        None => (1, '\u{FFFD}'),
    }
}

struct Fields<'a, 'b>(&'b mut Vec<(String, &'a RawValue)>);

impl<'a> Visitor<'a> for Fields<'a, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(entry) = map.next_entry()? {
            self.0.push(entry);
        }
        Ok(())
    }
}

struct Items<'a, 'b>(&'b mut Vec<&'a RawValue>);

impl<'a> DeserializeSeed<'a> for Items<'a, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'a>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'a> Visitor<'a> for Items<'a, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<S: SeqAccess<'a>>(self, mut seq: S) -> Result<(), S::Error> {
        while let Some(item) = seq.next_element()? {
            self.0.push(item);
        }
        Ok(())
    }
}

/// Reads the JSON document at `whole`.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) {
    outcome.markup = "markup";
    let mut reader = Reader { text, context, outcome };
    reader.document(Json::new(text, whole), 0, &Channel::default());
}

/// Reads NDJSON: one document for each line of `whole`.
pub(crate) fn read_lines(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) {
    outcome.markup = "markup";
    let mut reader = Reader { text, context, outcome };
    let mut at = whole.range().start;
    for line in whole.of(text).split_inclusive(['\n', '\r']) {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        if !span.is_empty() {
            reader.document(Json::new(text, span), 0, &Channel::default());
        }
    }
}

struct Reader<'a, 'b> {
    text: &'a str,
    context: &'b FileContext<'b>,
    outcome: &'b mut Outcome,
}

impl<'a> Reader<'a, '_> {
    /// Reads a value that is an article or contains some; `channel` has the fields of the feed around it.
    fn document(&mut self, json: Json<'a>, depth: usize, channel: &Channel) {
        if let Some((items, error)) = json.items() {
            for item in &items {
                self.document(*item, depth + 1, channel);
            }
            if let Some(error) = error {
                // What is left begins where the last whole item ends.
                let start = items.last().map_or(json.span().start + 1, |item| item.span().end);
                let rest = Span { start, end: json.span().end };
                let open = rest.of(self.text).trim_start_matches([',', ' ', '\n', '\r', '\t']);
                if open.starts_with('{') {
                    let rest = Span::new(rest.range().end - open.len(), rest.range().end);
                    self.document(Json::new(self.text, rest), depth + 1, channel);
                } else {
                    self.unread(rest, &error);
                }
            }
            return;
        }
        let mut fields = Vec::new();
        let mut reader = serde_json::Deserializer::from_str(json.raw);
        let result = if json.raw.starts_with('{') {
            reader.deserialize_map(Fields(&mut fields)).and_then(|()| reader.end())
        } else {
            // Not an object: find out whether it is JSON at all.
            serde_json::from_str::<&RawValue>(json.raw).map(|_| ())
        };
        let fields: Vec<_> = fields.into_iter().map(|(key, value)| (key, json.inner(value))).collect();
        if let Err(error) = result {
            // What is left begins where the last whole field ends.
            let read = fields.last().map(|(_, value)| value.span().end);
            self.unread(Span { start: read.unwrap_or(json.span().start), end: json.span().end }, &error);
            if read.is_none() {
                return;
            }
        }
        let list = LISTS.iter().filter(|_| depth < DEEPEST).find_map(|name| {
            let listed =
                |value: &Json<'a>| value.items().is_some_and(|(items, _)| items.iter().any(is_object));
            fields.iter().find(|(key, value)| key == name && (listed(value) || holds_list(value)))
        });
        let record = record(&fields);
        match list {
            Some((_, value)) => {
                // The title of a feed is the name of the outlet.
                self.document(*value, depth + 1, &record.channel(channel));
            }
            None if record.has_no_body() && record.first(Slot::Title).is_none() => {
                let message = "expected an article with a title or a text, found neither; the keys that are read are title, date, url, source, body and others of that kind";
                self.outcome.problems.push(Problem::new(json.span(), message));
                self.outcome.outside.push((json.span(), "unread-record"));
            }
            None => {
                let draft = record.draft(channel, self.context, &mut self.outcome.problems);
                self.outcome.articles.push(draft);
            }
        }
    }

    /// Sets `span` aside with the problem of a parse error.
    fn unread(&mut self, span: Span, error: &serde_json::Error) {
        let span = span.trimmed(self.text);
        if span.is_empty() {
            return;
        }
        let said = error.to_string();
        let said = said.split(" at line").next().unwrap_or_default();
        let message = format!("expected JSON, found otherwise: {said}; what stands here is set aside");
        self.outcome.problems.push(Problem::new(span, message));
        self.outcome.outside.push((span, "unread-record"));
    }
}

fn is_object(json: &Json<'_>) -> bool {
    json.raw.starts_with('{')
}

fn holds_list(json: &Json<'_>) -> bool {
    json.object().is_some_and(|fields| {
        fields.iter().any(|(key, value)| LISTS.contains(&key.as_str()) && value.raw.starts_with('['))
    })
}

/// The known fields of an object and of the wrappers in it.
fn record(fields: &[(String, Json<'_>)]) -> Record {
    let mut record = Record::default();
    let inner = fields.iter().filter(|(key, _)| WRAPPERS.contains(&key.as_str()));
    let inner: Vec<_> = inner.filter_map(|(_, value)| value.object()).flatten().collect();
    for (key, value) in fields.iter().chain(&inner).filter(|(key, _)| is_known(key)) {
        for text in value.named(DEEPEST) {
            record.push_named(key, text);
        }
    }
    record
}

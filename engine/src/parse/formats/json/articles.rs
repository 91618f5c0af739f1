//! The articles among the values of JSON: in a list, in the wrappers of an interface or a database, one after another,
//! as rows or as columns.

use super::{Json, scan};
use crate::parse::bytes::Passage;
use crate::parse::bytes::garbled;
use crate::parse::formats::names::{self, is_known};
use crate::parse::formats::record::{Channel, Record, Slot};
use crate::parse::outcome::{FileContext, Outcome};
use crate::parse::pattern::{Pattern, pattern};
use crate::text::{Problem, Span};
use serde::de::IgnoredAny;

/// The keys of lists of articles.
const LISTS: &[&str] = &[
    "items", "articles", "results", "data", "posts", "docs", "documents", "entries", "stories", "news",
    "response", "hits", "rss", "channel", "feed", "item", "entry", "records", "rows", "value",
];

/// The keys of an object that holds the fields of the article around it.
const WRAPPERS: &[&str] = &["_source", "fields", "attributes", "node", "document", "thread"];

/// The keys of the names of columns, and of the rows beside them.
const COLUMNS: &[&str] = &["columns", "header", "headers", "fields", "names"];

/// The maximum depth of a list of articles: `{"response": {"results": […]}}`.
const DEEPEST: usize = 3;

/// The maximum depth of a text in a field: `{"author": [{"name": "Ada Lind"}]}`.
const FIELD: usize = 3;

/// The least number of known names in a header.
const KNOWN: usize = 2;

/// Reads the JSON at `whole`: a document, or several of them.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) {
    outcome.markup = "markup";
    let all = whole.of(text);
    let (mut found, mut at) = (Vec::new(), 0);
    let sound = serde_json::from_str::<IgnoredAny>(all).is_ok();
    let mut reader = Reader { text, context, outcome, unchecked: sound };
    loop {
        at = scan::blank(all, at);
        if at >= all.len() {
            break;
        }
        let start = whole.range().start + at;
        let here = |length: usize| Span::new(start, start + length);
        if all[at..].starts_with(['{', '[']) {
            let end = scan::value(all, at);
            found.push(Json::new(text, here(end - at)));
            at = end;
        } else {
            let next = all[at..].find(['{', '[', '\n']).filter(|next| *next > 0);
            let length = next.unwrap_or(all.len() - at);
            reader.between(here(length));
            at += length;
        }
    }
    reader.documents(&found, 0, &Channel::default());
}

struct Reader<'a, 'b> {
    text: &'a str,
    context: &'b FileContext<'b>,
    outcome: &'b mut Outcome,
    /// Whether no record is checked: all are sound, or the file is in the spelling of another language.
    unchecked: bool,
}

impl<'a> Reader<'a, '_> {
    /// Sets aside what stands between two documents: a call around them, or what is none.
    fn between(&mut self, span: Span) {
        static CALL: Pattern = pattern!(
            r"^(?:(?:[\w$.]+\s*(?:=\s*)?|export\s+default\s*|(?:var|let|const)\s+[\w$]+\s*=\s*)?\(*|\)\]\}',?|(?:while|for)\s*\([^)]*\);?|[)\]};\s]*)$"
        );
        let span = span.trimmed(self.text);
        if !CALL.is_match(span.of(self.text)) {
            self.unread(span, "expected a value of JSON, found otherwise");
        }
    }

    /// Reads values that stand one after another.
    fn documents(&mut self, all: &[Json<'a>], depth: usize, channel: &Channel) {
        let header = all.first().map(header).unwrap_or_default();
        if !header.is_empty() && all.iter().all(Json::is_list) {
            self.outcome.outside.extend(all.first().map(|row| (row.span(), "table-header")));
            return self.rows(&header, &all[1..], channel);
        }
        for (i, json) in all.iter().enumerate() {
            self.document(*json, depth, channel, all.len() - i - 1);
        }
    }

    /// Reads a value that is an article or contains some; `channel` has the fields of the feed around it, and `more` is
    /// the number of values that follow it.
    fn document(&mut self, json: Json<'a>, depth: usize, channel: &Channel, more: usize) {
        if let Some(items) = json.array() {
            if depth > DEEPEST_LISTS {
                return self.unread(json.span(), "expected articles in a list, found lists in each other");
            }
            self.documents(&items, depth + 1, channel);
            if !json.raw.ends_with([']', ')']) {
                let end = Span::new(json.span().range().end, json.span().range().end);
                let message = "expected the list to end with `]`, found that it breaks off; what it holds so far is read";
                self.outcome.problems.push(Problem::new(end, message));
            }
            return;
        }
        let fields = json.object().unwrap_or_default();
        let is_list = |value: &Json<'a>| value.array().is_some_and(|items| items.iter().any(Json::is_object));
        let list = LISTS.iter().filter(|_| depth < DEEPEST).find_map(|name| {
            fields.iter().find(|(key, value)| key == name && (is_list(value) || holds_list(value, DEEPEST)))
        });
        let record = record(&fields, &mut self.outcome.problems);
        let nothing = record.has_no_body() && record.first(Slot::Title).is_none();
        if let Some((_, value)) = list {
            // The title of a feed is the name of the outlet.
            return self.document(*value, depth + 1, &record.channel(channel), 0);
        }
        if depth < DEEPEST && self.table(&fields, channel) {
            return;
        }
        // A list under another key, or articles under their ids.
        let articles = |value: &Json<'a>| {
            let items = value.array().unwrap_or_else(|| vec![*value]);
            items.iter().any(|item| item.object().is_some_and(|fields| has_text(&fields)))
        };
        if nothing && depth < DEEPEST && fields.iter().any(|(_, value)| articles(value)) {
            let inner: Vec<_> = fields.iter().map(|(_, value)| *value).filter(articles).collect();
            return self.documents(&inner, depth + 1, channel);
        }
        self.check(&json, &fields, more);
        if nothing {
            let message = "expected an article with a title or a text, found neither; the keys that are read are title, date, url, source, body and others of that kind";
            self.outcome.problems.push(Problem::new(json.span(), message));
            self.outcome.outside.push((json.span(), "unread-record"));
        } else {
            self.article(record, json.span(), channel);
        }
    }

    fn article(&mut self, record: Record, span: Span, channel: &Channel) {
        if let Some(problem) = record.withdrawn(span) {
            self.outcome.problems.push(problem);
            return self.outcome.outside.push((span, "unread-record"));
        }
        let draft = record.draft(channel, self.context, &mut self.outcome.problems);
        self.outcome.articles.push(draft);
    }

    /// Says where the record `json` is not JSON, once for a file in another spelling.
    fn check(&mut self, json: &Json<'a>, fields: &[(String, Json<'a>)], more: usize) {
        if self.unchecked {
            return;
        }
        let Err(error) = serde_json::from_str::<IgnoredAny>(json.raw) else { return };
        // Keys never stand in other marks by mistake.
        let first = json.raw.strip_prefix('{').unwrap_or_default().trim_start();
        if !fields.is_empty() && json.is_object() && !first.starts_with('"') {
            self.unchecked = true;
            let message = "expected JSON, found it in the spelling of Python or JavaScript; it is read as far as it is the same; better save it as JSON";
            return self.outcome.problems.push(Problem::new(json.span(), message));
        }
        let line =
            json.raw.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
        let at = json.raw.floor_char_boundary((line + error.column().saturating_sub(1)).min(json.raw.len()));
        let place = Span::new(json.span().range().start + at, json.span().range().end);
        let said = error.to_string();
        let said = said.split(" at line").next().unwrap_or_default();
        let read =
            if fields.is_empty() { "it is set aside" } else { "what can be read of the record is read" };
        let after = match more {
            0 => String::new(),
            1 => "; the record after it is read, too".to_owned(),
            more => format!("; the {more} records after it are read, too"),
        };
        let message = format!("expected JSON, found otherwise: {said}; {read}{after}");
        self.outcome.problems.push(Problem::new(place, message));
    }

    /// Reads an object that is a table, and returns whether it is one: the names of columns beside rows, or columns of
    /// the same length.
    fn table(&mut self, fields: &[(String, Json<'a>)], channel: &Channel) -> bool {
        let names = fields.iter().find(|(key, value)| COLUMNS.contains(&&**key) && !header(value).is_empty());
        let rows = |value: &Json<'a>| {
            value.array().filter(|rows| !rows.is_empty() && rows.iter().all(Json::is_list))
        };
        if let Some((_, names)) = names
            && let Some(rows) = fields.iter().find_map(|(_, value)| rows(value))
        {
            self.rows(&header(names), &rows, channel);
            return true;
        }
        let column = |value: &Json<'a>| {
            let cells = value.object().map(|cells| cells.into_iter().map(|(_, cell)| cell).collect());
            let cells: Vec<Json<'a>> = cells.or_else(|| value.array())?;
            cells.iter().all(|cell| !cell.is_object() && !cell.is_list()).then_some(cells)
        };
        let known = || fields.iter().filter(|(key, _)| is_known(key));
        let columns: Vec<_> =
            known().filter_map(|(key, value)| Some((key.clone(), column(value)?))).collect();
        let length = columns.first().map_or(0, |(_, cells)| cells.len());
        let told = columns.iter().any(|(key, _)| names::is_text(key));
        if columns.len() < KNOWN
            || columns.len() < known().count()
            || length < KNOWN
            || !told
            || columns.iter().any(|(_, cells)| cells.len() != length)
        {
            return false;
        }
        for i in 0..length {
            let mut record = Record::default();
            let cells = columns.iter().filter_map(|(name, cells)| Some((name, cells.get(i)?)));
            let mut span = None;
            for (name, cell) in cells {
                span = span.or(Some(cell.span()));
                cell.string().into_iter().for_each(|text| record.push_named(name, text));
            }
            if !record.has_no_body() || record.first(Slot::Title).is_some() {
                self.article(record, span.unwrap_or_default(), channel);
            }
        }
        true
    }

    /// Reads rows, each a list of cells under `header`.
    fn rows(&mut self, header: &[String], rows: &[Json<'a>], channel: &Channel) {
        for (i, row) in rows.iter().enumerate() {
            let cells = row.array().unwrap_or_default();
            let fields: Vec<_> = header.iter().cloned().zip(cells).collect();
            let record = record(&fields, &mut self.outcome.problems);
            self.check(row, &fields, rows.len() - i - 1);
            if record.has_no_body() && record.first(Slot::Title).is_none() {
                self.unread(row.span(), "expected a row with a title or a text, found neither");
            } else {
                self.article(record, row.span(), channel);
            }
        }
    }

    /// Sets `span` aside with a problem that says why.
    fn unread(&mut self, span: Span, why: &str) {
        if !span.is_empty() {
            let message = format!("{why}; what stands here is set aside");
            self.outcome.problems.push(Problem::new(span, message));
            self.outcome.outside.push((span, "unread-record"));
        }
    }
}

/// The maximum depth of lists around articles.
const DEEPEST_LISTS: usize = 8;

/// Whether `text` begins with rows, each a list of cells, under a header.
pub(crate) fn begins_rows(text: &str) -> bool {
    let row = text.strip_prefix('[').map(str::trim_start).filter(|row| row.starts_with('[')).unwrap_or(text);
    row.starts_with('[') && {
        let end = scan::value(&row[..row.floor_char_boundary(HEADER)], 0);
        let next = row[end..].trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        !header(&Json { raw: &row[..end], at: 0 }).is_empty() && next.starts_with('[')
    }
}

/// The number of bytes in which a header ends.
const HEADER: usize = 4096;

/// The names of columns in a list of strings; empty if it is none.
fn header(json: &Json<'_>) -> Vec<String> {
    let cells = json.array().unwrap_or_default();
    if cells.iter().any(|cell| cell.is_object() || cell.is_list()) {
        return Vec::new();
    }
    let cells: Vec<String> = cells.iter().filter_map(Json::string).map(|cell| cell.text).collect();
    if cells.iter().filter(|cell| is_known(cell)).count() >= KNOWN { cells } else { Vec::new() }
}

/// Whether a value has a list of objects, down to `depth` levels.
fn holds_list(json: &Json<'_>, depth: usize) -> bool {
    json.object().filter(|_| depth > 0).is_some_and(|fields| {
        fields.iter().any(|(key, value)| {
            LISTS.contains(&key.as_str()) && (value.is_list() || holds_list(value, depth - 1))
        })
    })
}

/// Whether the fields have a headline or a text.
fn has_text(fields: &[(String, Json<'_>)]) -> bool {
    fields
        .iter()
        .any(|(key, value)| names::is_text(key) && !value.named(1).is_empty() || WRAPPERS.contains(&&**key))
}

/// The known fields of an object and of the wrappers in it.
fn record(fields: &[(String, Json<'_>)], problems: &mut Vec<Problem>) -> Record {
    let mut record = Record::default();
    let wraps = |(key, value): &&(String, Json<'_>)| WRAPPERS.contains(&key.as_str()) && value.is_object();
    let inner = fields.iter().filter(wraps).filter_map(|(_, value)| value.object()).flatten();
    let inner: Vec<_> = inner.collect();
    for (key, value) in
        fields.iter().filter(|field| !wraps(field)).chain(&inner).filter(|(key, _)| is_known(key))
    {
        for text in value.named(FIELD) {
            record.push_named(key, unescaped(value, text, problems));
        }
    }
    record
}

/// The text of `value` as it was before it was garbled, which escapes hide from the reader of the file.
fn unescaped(value: &Json<'_>, text: Passage, problems: &mut Vec<Problem>) -> Passage {
    if !value.raw.contains("\\u00") {
        return text;
    }
    let Some(mut mended) = garbled::mended(&text.text) else { return text };
    problems.push(Problem::new(text.origin.span(mended.first), mended.message));
    mended.passage.origin = mended.passage.origin.through(&text.origin);
    mended.passage
}

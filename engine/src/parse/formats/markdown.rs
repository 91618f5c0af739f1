//! Markdown, with front matter in YAML or TOML. pulldown-cmark and saphyr parse the syntax.

use super::extract::Extract;
use super::html::text::fragment;
use super::record::{Channel, Record, Slot};
use crate::corpus::BlockKind;
use crate::parse::bytes::Passage;
use crate::parse::hyphens;
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::{Problem, Span};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use saphyr_parser::{Event as Yaml, Parser as YamlParser};

/// The endings of files that are Markdown whatever they contain.
const ENDINGS: &[&str] = &[".md", ".markdown", ".mdown"];

/// The marks around front matter: of YAML, of TOML.
const FENCES: &[&str] = &["---", "+++"];

/// Front matter: the span between its marks, the offset after it, both in bytes of the text, and whether it is TOML.
struct FrontMatter {
    inner: Span,
    after: usize,
    toml: bool,
}

/// Whether a file is Markdown: by its name, by its front matter, or by a heading at its beginning.
pub(crate) fn is_one(name: &str, text: &str) -> bool {
    let named = ENDINGS.iter().any(|ending| name.to_lowercase().trim_end_matches(".gz").ends_with(ending));
    let opens =
        text.trim_start().strip_prefix("# ").is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    named || front_matter(text, Span::new(0, text.len())).is_some() || opens
}

fn front_matter(text: &str, whole: Span) -> Option<FrontMatter> {
    let all = whole.of(text);
    let lead = all.len() - all.trim_start().len();
    let fence = FENCES.iter().copied().find(|fence| all[lead..].starts_with(fence))?;
    let open = lead + fence.len();
    let line_end = all[open..].find('\n').map(|i| open + i)?;
    if !all[open..line_end].trim().is_empty() {
        return None;
    }
    let mut at = line_end + 1;
    let start = at;
    for line in all[start..].split_inclusive('\n') {
        if line.trim_end() == fence {
            let inner = Span::new(start, at).shifted(whole.start);
            // What stands between the marks names fields, or it is a text between two lines.
            let names = inner.of(text).lines().any(|l| l.contains([':', '=']));
            let after = whole.range().start + at + line.len();
            return names.then_some(FrontMatter { inner, after, toml: fence == "+++" });
        }
        at += line.len();
    }
    None
}

/// Reads the Markdown at `whole` as one article.
pub(crate) fn read(text: &str, whole: Span, context: &FileContext<'_>, outcome: &mut Outcome) {
    outcome.markup = "markup";
    let mut record = Record::default();
    let mut start = whole.range().start;
    if let Some(front) = front_matter(text, whole) {
        start = front.after;
        let result = if front.toml {
            toml_fields(text, &front, &mut record)
        } else {
            yaml_fields(text, &front, &mut record)
        };
        if let Err(problem) = result {
            outcome.problems.push(problem);
            record = Record::default();
            plain_fields(text, &front, &mut record);
        }
        outcome.outside.push((Span::new(whole.range().start, front.after).trimmed(text), "front-matter"));
    }
    let mut body = Extract::default();
    let heading =
        lines(text, Span::new(start, whole.range().end), record.first(Slot::Title).is_none(), &mut body);
    if let Some(heading) = heading {
        record.push_first(Slot::Title, heading);
    }
    record.set_body(body);
    if record.has_no_body() && record.first(Slot::Title).is_none() {
        let message = "expected an article, found a file without a text; leave it out of the folder";
        outcome.problems.push(Problem::new(whole.trimmed(text), message));
        return;
    }
    let draft = record.draft(&Channel::default(), context, &mut outcome.problems);
    outcome.articles.push(draft);
}

fn yaml_fields(text: &str, front: &FrontMatter, record: &mut Record) -> Result<(), Problem> {
    let inner = front.inner.of(text);
    // The reader counts characters.
    let borders: Vec<usize> = inner.char_indices().map(|(at, _)| at).chain([inner.len()]).collect();
    let at = |index: usize| front.inner.range().start + borders.get(index).copied().unwrap_or(inner.len());
    let mut key: Option<String> = None;
    // How many maps and lists are open; the fields of the outermost map are the article's.
    let mut depth = 0usize;
    for event in YamlParser::new_from_str(inner) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let place = at(error.marker().index());
                let message = format!(
                    "expected YAML in the front matter, found otherwise: {}; it is read line by line",
                    error.info()
                );
                return Err(Problem::new(Span::new(place, place), message));
            }
        };
        match event {
            Yaml::MappingStart(..) | Yaml::SequenceStart(..) => depth += 1,
            Yaml::MappingEnd | Yaml::SequenceEnd => {
                depth = depth.saturating_sub(1);
                if depth == 1 {
                    key = None;
                }
            }
            Yaml::Scalar(value, ..) => match &key {
                None if depth == 1 => key = Some(value.into_owned()),
                Some(name) => {
                    let place = Span::new(at(span.start.index()), at(span.end.index()));
                    record.push_named(name, spelled(text, place, &value));
                    if depth == 1 {
                        key = None;
                    }
                }
                None => {}
            },
            _ => {}
        }
    }
    Ok(())
}

fn toml_fields(text: &str, front: &FrontMatter, record: &mut Record) -> Result<(), Problem> {
    use std::collections::BTreeMap;
    let base = front.inner.range().start;
    let fields: BTreeMap<String, toml::Spanned<toml::Value>> =
        toml::from_str(front.inner.of(text)).map_err(|error| {
            let at = base + error.span().map_or(0, |span| span.start);
            let message = format!(
                "expected TOML in the front matter, found otherwise: {}; it is read line by line",
                error.message()
            );
            Problem::new(Span::new(at, at), message)
        })?;
    for (name, value) in fields {
        let span = value.span();
        let place = Span::new(base + span.start, base + span.end);
        let inner = value.into_inner();
        let values = match inner {
            toml::Value::Array(items) => items,
            one => vec![one],
        };
        for value in values {
            let value = match value {
                toml::Value::String(value) => value,
                other => other.to_string(),
            };
            record.push_named(&name, spelled(text, place, &value));
        }
    }
    Ok(())
}

/// Reads malformed front matter, as with a colon in a headline: one `name: the rest` for each line.
fn plain_fields(text: &str, front: &FrontMatter, record: &mut Record) {
    let mut at = front.inner.range().start;
    for line in front.inner.of(text).split_inclusive('\n') {
        if let Some((name, value)) = line.split_once([':', '=']) {
            let start = at + name.len() + 1;
            let place = Span::new(start, start + value.len()).trimmed(text);
            let inner = place.of(text).trim_matches(['"', '\'']);
            record.push_named(name.trim(), spelled(text, place, inner));
        }
        at += line.len();
    }
}

/// The passage of `value`, which is written at `place` with or without quotes and escapes.
fn spelled(text: &str, place: Span, value: &str) -> Passage {
    let mut passage = Passage::default();
    match place.of(text).find(value) {
        Some(at) => passage.same(value, place.range().start + at),
        None => passage.respelled(value, place),
    }
    passage
}

/// Appends the text at `span` to `extract` as lines; returns the heading that it opens with if `wants_title`.
fn lines(text: &str, span: Span, wants_title: bool, extract: &mut Extract) -> Option<Passage> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let source = span.of(text);
    let base = span.range().start;
    let mut line = Passage::default();
    let mut title = None;
    let mut kinds: Vec<BlockKind> = Vec::new();
    let mut heading = None;
    let mut first = true;
    let mut pictures = 0usize;
    let flush = |line: &mut Passage, kind: Option<BlockKind>, extract: &mut Extract| {
        let line = std::mem::take(line);
        let trimmed = line.trimmed();
        if !trimmed.is_empty() {
            extract.line(&line, trimmed, kind);
        }
    };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        let place = Span::new(base + range.start, base + range.end);
        match event {
            Event::Start(tag) => {
                let kind = match tag {
                    Tag::Heading { level, .. } => {
                        heading = Some(level);
                        Some(BlockKind::Heading)
                    }
                    Tag::Item => Some(BlockKind::ListItem),
                    Tag::BlockQuote(_) => Some(BlockKind::Quote),
                    Tag::Paragraph | Tag::CodeBlock(_) | Tag::Table(_) | Tag::List(_) | Tag::HtmlBlock => {
                        None
                    }
                    // What stands for a picture is not in the text.
                    Tag::Image { .. } => {
                        extract.outside.push((place, "page-hidden"));
                        pictures += 1;
                        continue;
                    }
                    _ => continue,
                };
                flush(&mut line, kinds.last().copied(), extract);
                kinds.extend(kind);
            }
            Event::End(end) => match end {
                TagEnd::Heading(level) => {
                    if wants_title && first && title.is_none() && heading == Some(HeadingLevel::H1) {
                        title = Some(std::mem::take(&mut line));
                    }
                    debug_assert!(heading.is_none_or(|open| open == level), "headings do not nest");
                    flush(&mut line, Some(BlockKind::Heading), extract);
                    kinds.pop();
                    heading = None;
                    first = false;
                }
                TagEnd::Item | TagEnd::BlockQuote(_) => {
                    flush(&mut line, kinds.last().copied(), extract);
                    kinds.pop();
                }
                TagEnd::Paragraph
                | TagEnd::CodeBlock
                | TagEnd::TableRow
                | TagEnd::TableHead
                | TagEnd::HtmlBlock => {
                    first &= line.trimmed().is_empty();
                    flush(&mut line, kinds.last().copied(), extract);
                }
                TagEnd::Image => pictures -= 1,
                TagEnd::TableCell => line.apart(" "),
                _ => {}
            },
            _ if pictures > 0 => {}
            Event::Text(value) | Event::Code(value) => match place.of(text).find(&*value) {
                Some(at) => line.same(&value, place.range().start + at),
                None => line.respelled(&value, place),
            },
            Event::SoftBreak => line.respelled(hyphens::space(&line.text, "\n"), place),
            Event::HardBreak => flush(&mut line, kinds.last().copied(), extract),
            // A block of HTML comes line by line; its tags are not text.
            Event::Html(_) | Event::InlineHtml(_) => {
                let inner = fragment(&Passage::of(text, place));
                line.append(&inner.passage, inner.passage.whole());
            }
            _ => {}
        }
    }
    flush(&mut line, kinds.last().copied(), extract);
    title
}

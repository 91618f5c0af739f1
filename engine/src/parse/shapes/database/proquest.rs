//! ProQuest: lines of underscores between documents, and a label before each field.

use super::document::{Document, is_mark, label};
use crate::parse::body::around;
use crate::parse::body::lines::Line;
use crate::parse::pattern::{Pattern, pattern};
use crate::text::Span;

/// The line between two documents.
static BETWEEN: Pattern =
    pattern!(r"(?i)^(?:_{10,}|-{30,}|={30,}|(?:document|dokument|documento) \d+ (?:of|von|de|di|sur) \d+)$");

/// The lines that open the file and close it.
static COVER: Pattern = pattern!(
    r"(?i)^(?:table of contents|bibliography|contact proquest|database copyright|contents|(?:report )?(?:information|generated) .*proquest.*)"
);

/// The labels of a document, in lower case.
const LABELS: &[&str] = &[
    "title",
    "author",
    "authors",
    "publication title",
    "publication info",
    "publication date",
    "publication year",
    "abstract",
    "abstract (english)",
    "abstract (summary)",
    "links",
    "full text",
    "subject",
    "location",
    "people",
    "person",
    "company",
    "company / organization",
    "company/organization",
    "classification",
    "identifier / keyword",
    "identifier/keyword",
    "identifiers",
    "keywords",
    "volume",
    "issue",
    "pages",
    "first page",
    "number of pages",
    "publisher",
    "place of publication",
    "country of publication",
    "publication subject",
    "journal subject",
    "issn",
    "e-issn",
    "source type",
    "language",
    "language of publication",
    "document type",
    "document feature",
    "dateline",
    "column",
    "section",
    "edition",
    "proquest document id",
    "document url",
    "accession number",
    "copyright",
    "last updated",
    "database",
    "source",
    "source attribution",
    "credit",
    "dc",
    "doi",
    "illustration",
    "references",
];

/// The labels with which a document ends.
const LAST: &[&str] = &["proquest document id", "document url", "copyright", "last updated", "database"];

/// What may stand at the end of a document without a label.
static CLOSES: Pattern =
    pattern!(r"(?i)^(?:credit: .*|copyright\b.*\b\d{4}.*|word count: \d+|illustration)$");

/// The documents in `lines`; none if the text is no export of this database.
pub(super) fn documents(text: &str, lines: &[Line]) -> Vec<Document> {
    if !["ProQuest", "Publication title", "Publication info"].iter().any(|sign| text.contains(sign)) {
        return Vec::new();
    }
    let marks: Vec<usize> = (0..lines.len()).filter(|i| is_mark(&BETWEEN, lines[*i].span.of(text))).collect();
    // In a page no line stands between them: after the last fields comes a headline.
    let last = |i: usize| field(text, &lines[i]).is_some_and(|(name, _)| LAST.contains(&name.as_str()));
    let opens = |i: &usize| last(i - 1) && lines[*i].after_blank && field(text, &lines[*i]).is_none();
    let mut starts: Vec<usize> =
        marks.iter().map(|i| i + 1).chain((1..lines.len()).filter(opens)).chain([0]).collect();
    starts.sort_unstable();
    starts.dedup();
    let end = |i: usize| if i > 0 && marks.contains(&(i - 1)) { i - 1 } else { i };
    let ends = starts.iter().skip(1).map(|i| end(*i)).chain([lines.len()]).collect::<Vec<_>>();
    let starts = starts.into_iter();
    starts.zip(ends).filter_map(|(start, end)| document(text, &lines[start..end.max(start)])).collect()
}

/// The label of a line, in lower case, and the span of its value.
fn field(text: &str, line: &Line) -> Option<(String, Span)> {
    let (name, value) = label(text, line)?;
    let name = name.to_lowercase();
    LABELS.contains(&name.as_str()).then_some((name, value))
}

/// The document in `lines`; `None` if they have no text of this database.
fn document(text: &str, lines: &[Line]) -> Option<Document> {
    let labelled: Vec<(usize, String, Span)> = lines
        .iter()
        .enumerate()
        .filter_map(|(i, line)| field(text, line).map(|(name, value)| (i, name, value)))
        .collect();
    let has = |name: &str| labelled.iter().any(|(_, known, _)| known == name);
    let described =
        ["publication title", "publication info", "proquest document id"].iter().any(|name| has(name));
    if !described || !["full text", "abstract", "title"].iter().any(|name| has(name)) {
        return None;
    }
    let mut document = Document { span: around(lines), ..Document::default() };
    let value_of = |wanted: &str| {
        let at = labelled.iter().position(|(_, name, _)| name == wanted)?;
        let (line, _, value) = &labelled[at];
        let next = labelled.get(at + 1).map_or(lines.len(), |(line, ..)| *line);
        Some((*line, next, *value))
    };
    let short = |name: &str| value_of(name).map(|(_, _, value)| value).filter(|value| !value.is_empty());
    let opening =
        || lines.first().filter(|line| field(text, line).is_none() && !is_mark(&COVER, line.span.of(text)));
    document.title = short("title").or_else(|| opening().map(|line| line.span));
    document.author = short("author").or_else(|| short("authors"));
    document.published = short("publication date").or_else(|| short("publication info"));
    document.url = short("document url").filter(|url| url.of(text).contains("://"));
    document.outlet = short("publication title").or_else(|| short("publication info")).map(|span| {
        let name = span.of(text).split(';').next().unwrap_or_default();
        Span::new(span.range().start, span.range().start + name.len()).trimmed(text)
    });
    let whole =
        value_of("full text").or_else(|| value_of("abstract")).or_else(|| value_of("abstract (summary)"));
    if let Some((line, next, value)) = whole {
        let rest = &lines[line + 1..next.max(line + 1)];
        let end = rest.iter().position(|line| is_mark(&CLOSES, line.span.of(text))).unwrap_or(rest.len());
        let last = rest[..end].last().map_or(value.end, |line| line.span.end);
        document.body.push(Span { start: value.start, end: last.max(value.end) }.trimmed(text));
        document.body.retain(|span| !span.is_empty());
    }
    Some(document)
}

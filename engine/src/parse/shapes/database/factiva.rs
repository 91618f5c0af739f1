//! Factiva: with a code of two letters before each field, or as it is displayed, without.

use super::document::{Document, is_date, is_mark};
use crate::parse::body::around;
use crate::parse::body::lines::Line;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::sentence::has_words;
use crate::text::Span;

/// The codes in the order in which a document has them.
const CODES: &[&str] = &[
    "SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "CX", "LP", "TD",
    "CT", "RF", "ART", "DE", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN",
];

static CODED: Pattern = pattern!(r"^(?<code>[A-Z]{2,3})(?<gap>\t| +|\u{A0}+|$)");

/// The line that ends a document as it is displayed: `Document HARB000020240427ek4r0001x`.
static ENDS: Pattern = pattern!(r"^(?:Document|Dokument|Documento|Документ) [A-Z]{2,12}\d{6,}[a-z0-9]*$");

/// The number of words, the first line that tells a document.
static WORDS: Pattern = pattern!(
    r"^\d[\d.,\u{A0}]* (?:words?|mots?|Wörter|Worte?|palabras?|parole|palavras?|woorden|слов[ао]?|ord|słów)$"
);

/// Lines between the outlet and the text: the outlet's code, the page, the language, rights.
static BETWEEN: Pattern = pattern!(concat!(
    r"^(?:[A-Z][A-Z0-9]{1,11}|\d{1,4}|[A-Z]{1,3}-?\d{1,3}|(?i:p(?:age|\.)?|s(?:eite|\.)?|vol(?:ume|\.)?|issue|edition|section) ?\S.{0,40}|\d{1,2}:\d{2}(?: [A-Z]{2,4})?",
    r"|(?i:english|german|french|spanish|italian|portuguese|dutch|russian|polish|turkish|chinese.*|japanese|korean|arabic|swedish|norwegian|danish|deutsch|français|español|italiano|português|nederlands|русский)",
    r"|(?i:copyright|\(c\)|©).*|(?i:all rights reserved|alle rechte vorbehalten|tous droits réservés).*)$"
));

/// A line of rights, the last one before the text.
static RIGHTS: Pattern = pattern!(r"(?i)^(?:copyright|\(c\)|©)");

/// The name of an author before the number of words.
static BY: Pattern = pattern!(r"^(?:By|BY|Von|Par|Por|Di|Door) ");

/// A field: the index of its code, the line, and the span of the value's first line.
struct Code {
    code: usize,
    line: usize,
    value: Span,
}

/// The documents whose fields have codes; none if the text is no such export.
pub(super) fn coded(text: &str, lines: &[Line]) -> Vec<Document> {
    let codes = codes(text, lines);
    let name = |code: &Code| CODES[code.code];
    // A document begins where the codes begin again.
    let starts: Vec<usize> = (0..codes.len())
        .filter(|i| i.checked_sub(1).is_none_or(|before| codes[before].code >= codes[*i].code))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([codes.len()]);
    let mut documents = Vec::new();
    for (start, end) in starts.iter().copied().zip(ends) {
        let fields = &codes[start..end];
        let has = |wanted: &str| fields.iter().any(|field| name(field) == wanted);
        if !has("HD") || !(has("PD") || has("SN")) || !(has("LP") || has("TD")) {
            continue;
        }
        let next = codes.get(end).map_or(lines.len(), |code| code.line);
        let mut document = Document { span: around(&lines[fields[0].line..next]), ..Document::default() };
        for (index, field) in fields.iter().enumerate() {
            let after = fields.get(index + 1).map_or(next, |code| code.line);
            // The number of a document ends it; what follows is of the next one or of the end.
            let to = if name(field) == "AN" { field.line } else { after - 1 };
            let value = Span { start: field.value.start, end: lines[to].span.end }.trimmed(text);
            match name(field) {
                _ if value.is_empty() => {}
                "HD" => document.title = Some(value),
                "BY" => document.author = Some(value),
                "PD" => document.published = Some(value),
                "SN" => document.outlet = Some(value),
                "LP" | "TD" => document.body.push(value),
                "AN" => document.span.end = lines[to].span.end,
                _ => {}
            }
        }
        documents.push(document);
    }
    documents
}

/// The lines that begin with a code, in the way in which the first headline does.
fn codes(text: &str, lines: &[Line]) -> Vec<Code> {
    let found = |line: &Line| {
        let words = line.span.of(text);
        let capitals = words.bytes().take(2).all(|b| b.is_ascii_uppercase());
        let found = capitals.then(|| CODED.captures(words))??;
        let code = CODES.iter().position(|code| *code == &found["code"])?;
        Some((code, found["gap"].to_owned(), found.get(0)?.end()))
    };
    let kind = |gap: &str| match gap {
        "" => 0,
        " " => 1,
        _ => 2,
    };
    let headline = lines.iter().find_map(|line| found(line).filter(|(code, ..)| CODES[*code] == "HD"));
    let Some(like) = headline.map(|(_, gap, _)| kind(&gap)) else { return Vec::new() };
    let mut codes: Vec<Code> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((code, gap, length)) = found(line) else { continue };
        // Within a document the codes go on in their order; a word in capitals does not.
        let goes_on = codes.last().is_none_or(|last| last.code < code) || matches!(CODES[code], "SE" | "HD");
        if goes_on && (kind(&gap) == like || kind(&gap) == 0) {
            let value = Span::new(line.span.range().start + length, line.span.range().end);
            codes.push(Code { code, line: index, value });
        }
    }
    codes
}

/// The documents as they are displayed; none if the text is no such export.
pub(super) fn displayed(text: &str, lines: &[Line]) -> Vec<Document> {
    let of = |i: usize| lines[i].span.of(text);
    let mut documents = Vec::new();
    let mut start = 0;
    for end in (0..lines.len()).filter(|i| is_mark(&ENDS, of(*i))) {
        let words = (start..end).find(|i| is_mark(&WORDS, of(*i)));
        documents.extend(words.and_then(|words| document(text, lines, start, words, end)));
        start = end + 1;
    }
    documents
}

/// The document in `lines` that ends with the line `end` and whose number of words stands in the line `words`.
fn document(text: &str, lines: &[Line], start: usize, words: usize, end: usize) -> Option<Document> {
    /// The number of lines before the number of words: section, headline, author.
    const HEAD: usize = 3;
    /// The number of lines between the number of words and the text.
    const FACTS: usize = 14;
    let of = |i: usize| lines[i].span.of(text);
    let head = words.saturating_sub(HEAD).max(start)..words;
    let author = head.clone().next_back().filter(|i| BY.is_match(of(*i)));
    let heads = head.start..author.unwrap_or(words);
    let title = heads.max_by_key(|i| of(*i).split_whitespace().count())?;
    let date = (words + 1..end).take(HEAD).find(|i| is_date(of(*i)));
    let mut document = Document {
        title: Some(lines[title].span),
        // A name alone stands between the headline and the number of words.
        author: (title + 1..words).next_back().filter(|i| !has_words(of(*i), 8)).map(|i| lines[i].span),
        published: date.map(|i| lines[i].span),
        ..Document::default()
    };
    let facts = date.map_or(words, |i| i) + 1..end.min(words + FACTS);
    let outlet = facts.clone().find(|i| !is_mark(&BETWEEN, of(*i)) || of(*i).contains(char::is_lowercase));
    document.outlet = outlet.map(|i| lines[i].span);
    let from = outlet.map_or(facts.start, |i| i + 1);
    let rights = (from..facts.end).rfind(|i| RIGHTS.is_match(of(*i)));
    let mut body = rights.map_or(from, |i| i + 1);
    while body < end && is_mark(&BETWEEN, of(body)) {
        body += 1;
    }
    let first = title.saturating_sub(usize::from(title > head.start && start > 0));
    document.span = around(&lines[first.max(start)..=end]);
    document.body.push(around(&lines[body..end]));
    document.body.retain(|span| !span.is_empty());
    Some(document)
}

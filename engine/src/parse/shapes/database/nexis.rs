//! LexisNexis and Nexis Uni. The older form puts `1 of 200 DOCUMENTS` before each document and the outlet first; the
//! newer one `End of Document` after it and the headline first. The labels between are the same, in several languages.

use super::document::{Document, is_date, is_mark, label};
use crate::parse::body::around;
use crate::parse::body::lines::Line;
use crate::parse::pattern::{Pattern, pattern};
use crate::text::Span;

/// The line before a document.
static BEFORE: Pattern = pattern!(
    r"(?i)^(?:\d+ (?:of|von|de|di|van|sur) \d+ (?:documents?|dokumente?n?|documenti|documentos?|documenten)|(?:document|dokument|documento) \d+ (?:of|von|de|di|van|sur) \d+)$"
);

/// The line after a document.
static AFTER: Pattern = pattern!(
    r"(?i)^(?:end of document|ende des dokuments|fin du document|fin del documento|fine del documento|fim do documento|einde van (?:het )?document)$"
);

/// The line before the text.
static OPENS: Pattern = pattern!(r"^(?:Body|BODY|Text|TEXT|Corps|Cuerpo|Corpo|FULL TEXT)\s*:?$");

/// A line that ends the text, without a label's colon.
static CLOSES: Pattern = pattern!(
    r"^(?:Classification|Graphic|GRAPHIC|Notes|Klassifizierung|Grafik|(?i:(?:copyright|©|\(c\)) .*\b\d{4}\b.*|all rights reserved\.?|alle rechte vorbehalten\.?|tous droits réservés\.?))$"
);

/// A line of rights, which Nexis Uni puts between the date and the labels.
static RIGHTS: Pattern = pattern!(
    r"(?i)^(?:copyright|©|\(c\)).*|.*\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)\.?$"
);

/// The number and the head of each page of a document that was made for print.
static PAGE: Pattern = pattern!(r"(?i)^(?:page|seite|página|pagina) \d+ (?:of|von|de|di|van|sur) \d+$");

/// The meaning of a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Title,
    Author,
    /// Stands before the text and says something about it.
    Before,
    /// The summary, which belongs to the text.
    Summary,
    Body,
    /// Stands after the text.
    After,
    Url,
}

/// The labels in lower case.
const LABELS: &[(&str, Meaning)] = &[
    ("headline", Meaning::Title),
    ("title", Meaning::Title),
    ("überschrift", Meaning::Title),
    ("titre", Meaning::Title),
    ("titular", Meaning::Title),
    ("titolo", Meaning::Title),
    ("byline", Meaning::Author),
    ("author", Meaning::Author),
    ("autor", Meaning::Author),
    ("autore", Meaning::Author),
    ("auteur", Meaning::Author),
    ("section", Meaning::Before),
    ("rubrik", Meaning::Before),
    ("rubrique", Meaning::Before),
    ("sección", Meaning::Before),
    ("sezione", Meaning::Before),
    ("seção", Meaning::Before),
    ("sectie", Meaning::Before),
    ("length", Meaning::Before),
    ("länge", Meaning::Before),
    ("longueur", Meaning::Before),
    ("longitud", Meaning::Before),
    ("lunghezza", Meaning::Before),
    ("lengte", Meaning::Before),
    ("tamanho", Meaning::Before),
    ("dateline", Meaning::Before),
    ("series", Meaning::Before),
    ("source", Meaning::Before),
    ("distribution", Meaning::Before),
    ("highlight", Meaning::Summary),
    ("abstract", Meaning::Summary),
    ("body", Meaning::Body),
    ("text", Meaning::Body),
    ("full text", Meaning::Body),
    ("load-date", Meaning::After),
    ("update", Meaning::After),
    ("date-chargement", Meaning::After),
    ("fecha-carga", Meaning::After),
    ("data-caricamento", Meaning::After),
    ("language", Meaning::After),
    ("sprache", Meaning::After),
    ("langue", Meaning::After),
    ("idioma", Meaning::After),
    ("lingua", Meaning::After),
    ("taal", Meaning::After),
    ("publication-type", Meaning::After),
    ("publikationstyp", Meaning::After),
    ("type-publication", Meaning::After),
    ("tipo-publicación", Meaning::After),
    ("document-type", Meaning::After),
    ("journal-code", Meaning::After),
    ("pub-type", Meaning::After),
    ("graphic", Meaning::After),
    ("correction", Meaning::After),
    ("correction-date", Meaning::After),
    ("acc-no", Meaning::After),
    ("issn", Meaning::After),
    ("subject", Meaning::After),
    ("organization", Meaning::After),
    ("company", Meaning::After),
    ("ticker", Meaning::After),
    ("industry", Meaning::After),
    ("person", Meaning::After),
    ("geographic", Meaning::After),
    ("country", Meaning::After),
    ("state", Meaning::After),
    ("city", Meaning::After),
    ("category", Meaning::After),
    ("enhancement", Meaning::After),
    ("url", Meaning::Url),
];

/// A label that stands before the text of nothing but a document, and the value with it.
fn meaning(text: &str, line: &Line) -> Option<(Meaning, Span)> {
    let (name, value) = label(text, line)?;
    // Labels stand in capitals, or with one at the beginning: `LOAD-DATE`, `Load-Date`.
    let plain = name.to_lowercase();
    let capital = name.starts_with(char::is_uppercase);
    let known = LABELS.iter().find(|(known, _)| *known == plain && capital);
    known.map(|(_, meaning)| (*meaning, value))
}

/// The documents in `lines`; none if the text is no export of this database.
pub(super) fn documents(text: &str, lines: &[Line]) -> Vec<Document> {
    let is = |pattern: &'static Pattern| move |line: &Line| is_mark(pattern, line.span.of(text));
    let before: Vec<usize> = (0..lines.len()).filter(|i| is(&BEFORE)(&lines[*i])).collect();
    let after: Vec<usize> = (0..lines.len()).filter(|i| is(&AFTER)(&lines[*i])).collect();
    let (bounds, newer): (Vec<(usize, usize)>, bool) = if before.len() > after.len() {
        let ends = before.iter().skip(1).copied().chain([lines.len()]);
        (before.iter().copied().zip(ends).collect(), false)
    } else {
        let starts = [0].into_iter().chain(after.iter().map(|i| i + 1));
        (starts.zip(after.iter().map(|i| i + 1)).collect(), true)
    };
    let of = |(start, end): (usize, usize)| document(text, &lines[start..end], newer);
    bounds.into_iter().filter_map(of).collect()
}

/// The document in `lines`; `None` if no label of a document is among them.
fn document(text: &str, lines: &[Line], newer: bool) -> Option<Document> {
    let mut document = Document::default();
    let first = lines.iter().position(|line| {
        let known = meaning(text, line).is_some_and(|(meaning, _)| meaning != Meaning::Url);
        known || is_mark(&OPENS, line.span.of(text))
    })?;
    let start = head(text, &lines[..first], newer, &mut document);
    document.span = around(&lines[start..]);
    // Where blank lines part the fields, a field may go on in the next line.
    let wraps = lines[first..].iter().any(|line| line.after_blank);
    let mut texts = first;
    let mut open = None;
    for (index, line) in lines.iter().enumerate().skip(first) {
        let words = line.span.of(text);
        if is_mark(&OPENS, words) {
            texts = index + 1;
            break;
        }
        match meaning(text, line) {
            Some((Meaning::After | Meaning::Url, _)) if !words.is_empty() => break,
            Some((meaning, value)) => {
                open = Some(meaning);
                texts = index + 1;
                match meaning {
                    Meaning::Title => document.title = Some(value).filter(|value| !value.is_empty()),
                    Meaning::Author => document.author = Some(value).filter(|value| !value.is_empty()),
                    Meaning::Summary => document.summary = Some(value),
                    _ => {}
                }
                if meaning == Meaning::Body {
                    document.body.push(value);
                    break;
                }
            }
            None if open.is_some() && wraps && !line.after_blank => {
                texts = index + 1;
                let field = match open {
                    Some(Meaning::Title) => document.title.as_mut(),
                    Some(Meaning::Author) => document.author.as_mut(),
                    Some(Meaning::Summary) => document.summary.as_mut(),
                    _ => None,
                };
                if let Some(field) = field {
                    field.end = line.span.end;
                }
            }
            None => {
                let later = lines[index..].iter().take(LABELLED);
                let more = later.take_while(|line| !is_mark(&OPENS, line.span.of(text)));
                let labelled = more.clone().any(|line| {
                    meaning(text, line).is_some_and(|(m, _)| !matches!(m, Meaning::After | Meaning::Url))
                });
                if !labelled {
                    break;
                }
            }
        }
    }
    let rest = &lines[texts.min(lines.len())..];
    let closes = |line: &Line| {
        let words = line.span.of(text);
        let after =
            meaning(text, line).is_some_and(|(meaning, _)| matches!(meaning, Meaning::After | Meaning::Url));
        after || is_mark(&CLOSES, words) || is_mark(&AFTER, words)
    };
    let end = rest.iter().position(closes).unwrap_or(rest.len());
    let mut piece = 0;
    for page in (0..end).filter(|i| is_mark(&PAGE, rest[*i].span.of(text))).chain([end]) {
        document.body.push(around(&rest[piece..page]));
        piece = page + 1;
    }
    document.body.retain(|span| !span.is_empty());
    document.summary = document.summary.map(|span| span.trimmed(text)).filter(|span| !span.is_empty());
    let url = rest[end..].iter().find_map(|line| meaning(text, line).filter(|(m, _)| *m == Meaning::Url));
    document.url = url.map(|(_, value)| value).filter(|value| value.of(text).contains("://"));
    Some(document)
}

/// The number of lines within which another label follows if a line between labels is no text.
const LABELLED: usize = 3;

/// Reads the lines before the first label: headline, outlet and date, in the order of the form; returns the index of
/// the line with which the document begins.
fn head(text: &str, lines: &[Line], newer: bool, document: &mut Document) -> usize {
    let date = lines.iter().rposition(|line| is_date(line.span.of(text)));
    document.published = date.map(|i| lines[i].span);
    let of = |i: usize| lines[i].span.of(text);
    if newer {
        let outlet = date.unwrap_or(lines.len()).checked_sub(1);
        document.outlet = outlet.filter(|_| date.is_some()).map(|i| lines[i].span);
        let title = outlet.and_then(|i| i.checked_sub(usize::from(date.is_some())));
        document.title = title.map(|i| lines[i].span);
        return title.or(outlet).unwrap_or_default();
    }
    let named = |i: &usize| !RIGHTS.is_match(of(*i)) && !BEFORE.is_match(of(*i)) && Some(*i) != date;
    let outlet = (0..date.unwrap_or(lines.len())).find(named);
    document.outlet = outlet.map(|i| lines[i].span);
    // The headline is the last paragraph that is not set in like the edition; without margins, the last one.
    let after = date.map_or(0, |i| i + 1);
    let indent = |line: &Line| {
        let start = line.span.range().start;
        start - text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1)
    };
    let mut kept: Vec<usize> = (after..lines.len()).filter(named).collect();
    let least = kept.iter().map(|i| indent(&lines[*i])).min().unwrap_or_default();
    kept.retain(|i| indent(&lines[*i]) == least);
    let from = kept.iter().rposition(|i| lines[*i].after_blank).unwrap_or_default();
    if let (Some(from), Some(to)) = (kept.get(from), kept.last()) {
        document.title = Some(Span { start: lines[*from].span.start, end: lines[*to].span.end });
    }
    0
}

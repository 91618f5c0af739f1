//! CSV tables, with any of the usual separators and a header that names the columns. Tables come with notes above the
//! header, with the header again where files were joined, with other marks than the standard has, and with a text that
//! is not closed; a damaged row costs itself alone.

use super::names::{self, is_known};
use super::record::{Channel, Record, Slot};
use crate::parse::body::lines;
use crate::parse::bytes::Passage;
use crate::parse::config::DateOrder;
use crate::parse::date_forms;
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::{Problem, Span};

/// The separators, in the order in which they are tried.
const SEPARATORS: &[u8] = b",\t;|";

/// The least number of known columns in the header of a table of articles.
const COLUMNS: usize = 2;

/// The least number of known columns in a header that stands below notes.
const COLUMNS_BELOW: usize = 3;

/// The greatest number of words in the name of a column.
const NAME_WORDS: usize = 4;

/// The number of lines in which the header is looked for: exports have some ten lines of notes.
const NOTES: usize = 20;

/// The number of lines after which the search for the end of a damaged row stops.
const DAMAGE: usize = 500;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    separator: u8,
    /// The offset of the header, in bytes of the text.
    header: usize,
    /// Whether a quotation mark in a cell stands behind a backslash.
    backslash: bool,
}

/// The dialect of the table that `text` begins; `None` if it does not begin a table of articles.
pub(crate) fn dialect(text: &str) -> Option<Dialect> {
    let mut at = 0;
    let mut first = true;
    for line in lines::pieces(text).take(NOTES) {
        let start = at;
        at += line.len();
        if line.trim().is_empty() || hint(line) {
            continue;
        }
        let found = SEPARATORS.iter().copied().find(|separator| {
            let cells = || line.split(char::from(*separator));
            // A sentence with two commas is no header: every cell of one is a name.
            let is_name = |cell: &str| cell.split_whitespace().nth(NAME_WORDS).is_none();
            if !cells().all(is_name) || cells().nth(COLUMNS - 1).is_none() {
                return false;
            }
            let cells: Vec<_> = cells().map(|cell| cell.trim().trim_matches('"').trim()).collect();
            let known = names::columns(&cells).iter().filter(|cell| is_known(cell)).count();
            let below = || {
                let next = at + text[at..].len() - text[at..].trim_start_matches(['\n', '\r']).len();
                let next = row(text, Span::new(next, text.len()), *separator, false);
                known >= COLUMNS_BELOW && *separator != b'|' && next.cells.len() == cells.len()
            };
            known >= COLUMNS && (first || below())
        });
        if let Some(separator) = found {
            return Some(Dialect { separator, header: start, backslash: false });
        }
        first = false;
    }
    None
}

/// Whether a line is the one that spreadsheets put before a table, `sep=;`.
fn hint(line: &str) -> bool {
    line.trim().strip_prefix("sep=").is_some_and(|separator| separator.len() <= 1)
}

/// Reads the table at `whole`, one article for each row.
pub(crate) fn read(
    text: &str,
    whole: Span,
    mut dialect: Dialect,
    context: &FileContext<'_>,
    outcome: &mut Outcome,
) {
    outcome.markup = "markup";
    let start = whole.range().start + dialect.header;
    let notes = Span::new(whole.range().start, start).trimmed(text);
    if !notes.is_empty() && !hint(notes.of(text)) {
        outcome.outside.push((notes, "table-note"));
    }
    let table = Span::new(start, whole.range().end);
    if table.of(text).contains("\\\"") {
        let with = |backslash| misfits(text, table, Dialect { backslash, ..dialect });
        dialect.backslash = with(true) <= with(false);
    }
    let mut columns: Vec<String> = Vec::new();
    let mut damaged: Vec<(usize, usize)> = Vec::new();
    let mut at = start;
    let mut rows = 0;
    while at < table.range().end {
        let rest = Span::new(at, table.range().end);
        let mut row = row(text, rest, dialect.separator, dialect.backslash);
        at = row.end;
        let place = Span::new(rest.range().start, row.end).trimmed(text);
        // A mark of the end of a file, as old systems have it, is no row.
        if place.of(text).chars().all(char::is_control) {
            continue;
        }
        let header: Vec<&str> = row.cells.iter().map(|cell| cell.text.trim()).collect();
        let named = names::columns(&header);
        if columns.is_empty() || columns == named {
            columns = named;
            outcome.outside.push((place, "table-header"));
            continue;
        }
        rows += 1;
        let (cells, wide) = (row.cells.len(), columns.len());
        let lines = Span::new(rest.range().start, row.end);
        if (row.open || row.stray)
            && let Some(next) = resumed(text, lines, table, dialect, &columns, row.open || cells != wide)
        {
            let own = Span::new(rest.range().start, next);
            row = self::row(text, own, dialect.separator, dialect.backslash);
            at = next;
            damaged.push((outcome.problems.len(), rows));
            let message = "expected a quotation mark at the end of the cell, found none; what stands in the right places of the row is read";
            outcome.problems.push(Problem::new(own.trimmed(text), message));
        } else if row.open {
            let message = "expected a quotation mark at the end of the cell, found none up to the end of the table; all of it is read as one cell";
            outcome.problems.push(Problem::new(place, message));
        } else if cells != wide {
            let message = format!(
                "expected {wide} cells in the row, as in the header, found {cells}; what stands in the right places is read"
            );
            outcome.problems.push(Problem::new(place, message));
        }
        let place = Span::new(rest.range().start, at).trimmed(text);
        let mut record = Record::default();
        for (name, cell) in columns.iter().zip(row.cells) {
            record.push_named(name, cell);
        }
        let nothing = record.has_no_body() && record.first(Slot::Title).is_none();
        let message = "expected a row with a title or a text, found neither; it is set aside";
        let problem = if nothing { Some(Problem::new(place, message)) } else { record.withdrawn(place) };
        if let Some(problem) = problem {
            outcome.problems.push(problem);
            outcome.outside.push((place, "unread-record"));
            continue;
        }
        let draft = record.draft(&Channel::default(), context, &mut outcome.problems);
        outcome.articles.push(draft);
    }
    for (problem, row) in damaged {
        if let (Some(problem), true) = (outcome.problems.get_mut(problem), rows > row) {
            problem.message.push_str(&format!(", and so are the {} rows after it", rows - row));
        }
    }
    if outcome.articles.is_empty() && outcome.problems.is_empty() {
        let message = "expected rows under the header, found none; leave the file out of the folder";
        outcome.problems.push(Problem::new(whole.trimmed(text), message));
    }
}

/// The number of rows that do not have as many cells as the header.
fn misfits(text: &str, table: Span, dialect: Dialect) -> usize {
    let (mut at, mut wide, mut count) = (table.range().start, None, 0);
    while at < table.range().end {
        let row = row(text, Span::new(at, table.range().end), dialect.separator, dialect.backslash);
        let blank = Span::new(at, row.end).trimmed(text).is_empty();
        at = row.end;
        if !blank {
            count += usize::from(*wide.get_or_insert(row.cells.len()) != row.cells.len() || row.open);
        }
    }
    count
}

/// Where the next whole row begins inside `lines`, a row whose text is not closed. Where the row `breaks` the form of
/// the table, the number of cells tells; else a line of the text may have as many, and a day or a link must tell.
fn resumed(
    text: &str,
    lines: Span,
    table: Span,
    dialect: Dialect,
    columns: &[String],
    breaks: bool,
) -> Option<usize> {
    let fits = |cells: &[Passage]| {
        columns.iter().zip(cells).any(|(name, cell)| match names::slot(name) {
            Some((Slot::Published, _)) => {
                date_forms::in_field(&cell.text, Some(DateOrder::DayMonth)).is_some()
            }
            Some((Slot::Url, _)) => cell.text.contains("://"),
            _ => false,
        })
    };
    let mut at = lines.range().start;
    lines.of(text).split_inclusive('\n').take(DAMAGE).find_map(|line| {
        at += line.len();
        let next = row(text, Span::new(at, table.range().end), dialect.separator, dialect.backslash);
        let whole = at < lines.range().end && next.cells.len() == columns.len() && !next.open;
        (whole && (breaks || fits(&next.cells))).then_some(at)
    })
}

/// A row of a table.
struct Row {
    cells: Vec<Passage>,
    /// The offset after the row and its line end, in bytes of the text.
    end: usize,
    /// Whether a cell is not closed.
    open: bool,
    /// Whether a quotation mark stands alone inside a cell that has some around it.
    stray: bool,
}

/// Reads the row at the beginning of `rest`.
fn row(text: &str, rest: Span, separator: u8, backslash: bool) -> Row {
    let (end, bytes) = (rest.range().end, text.as_bytes());
    let mut row = Row { cells: Vec::new(), end: rest.range().start, open: false, stray: false };
    let is_blank = |at: usize| at < end && matches!(bytes[at], b' ' | b'\t') && bytes[at] != separator;
    let past_blanks = |at: usize| (at..).find(|at| !is_blank(*at)).unwrap_or(at);
    let ends = |at: usize| at >= end || bytes[at] == separator || matches!(bytes[at], b'\n' | b'\r');
    loop {
        let mut cell = Passage::default();
        let mut at = past_blanks(row.end);
        if at < end && bytes[at] == b'"' {
            at += 1;
            let mut from = at;
            loop {
                let mark = bytes[at..end].iter().position(|b| *b == b'"' || backslash && *b == b'\\');
                let Some(mark) = mark.map(|mark| at + mark) else {
                    row.open = true;
                    cell.same(&text[from..end], from);
                    at = end;
                    break;
                };
                let next = bytes.get(mark + 1).filter(|_| mark + 1 < end);
                if bytes[mark] == b'\\' || next == Some(&b'"') {
                    let escaped = next == Some(&b'"') || bytes[mark] == b'\\' && next == Some(&b'\\');
                    at = mark + 1;
                    if escaped {
                        cell.same(&text[from..mark], from);
                        cell.respelled(&text[at..at + 1], Span::new(mark, at + 1));
                        at += 1;
                        from = at;
                    }
                    continue;
                }
                at = mark + 1;
                if ends(past_blanks(at)) {
                    cell.same(&text[from..mark], from);
                    at = past_blanks(at);
                    break;
                }
                row.stray = true;
            }
        } else {
            let from = row.end;
            at = (from..end).find(|at| ends(*at)).unwrap_or(end);
            cell.same(&text[from..at], from);
        }
        row.cells.push(cell);
        row.end = at;
        if at >= end {
            return row;
        }
        row.end += 1;
        if bytes[at] != separator {
            row.end += usize::from(bytes[at] == b'\r' && row.end < end && bytes[row.end] == b'\n');
            return row;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{dialect, row};
    use crate::text::Span;

    #[test]
    fn a_header_names_its_columns() {
        for (text, found) in [
            ("title,url,date\nA,https://e.org,2024-01-05", Some((b',', 0))),
            ("\n\"ID\";\"Headline\";\"Body\"\n1;A;B", Some((b';', 1))),
            ("id\tDate\tText\n", Some((b'\t', 0))),
            ("Search: ferry\nSaved 2024\n\nTitle,Date,Text\nA,2024-01-05,B\n", Some((b',', 26))),
            ("HD,PD,TD\nA,5 January 2024,B\n", Some((b',', 0))),
            ("Title, date and place are all that is known.", None),
            ("The date, the source, the text: nothing is known.", None),
            ("A line.\nTitle, Date, Text\nThe date is known.", None),
            ("| Title | Date | Text |", Some((b'|', 0))),
            ("A text.\n| Title | Date | Text |\n| A | B | C |", None),
            ("A text.", None),
        ] {
            assert_eq!(dialect(text).map(|d| (d.separator, d.header)), found, "{text}");
        }
    }

    #[test]
    fn cells_stand_between_separators() {
        for (text, cells, backslash) in [
            ("a, \"b, c\" ,d\nnext", "a|b, c|d", false),
            ("\"a \"\"b\"\"\",\"\",\"\"\"c\"\n", "a \"b\"||\"c", false),
            ("\"a \\\"b, c\\\"\",d\r\n", "a \"b, c\"|d", true),
            ("\"a \"b\" c\",d", "a \"b\" c|d", false),
            ("\"a\nb\",c\n", "a\nb|c", false),
            ("a,\"b", "a|b", false),
            ("a,", "a|", false),
        ] {
            let row = row(text, Span::new(0, text.len()), b',', backslash);
            let found: Vec<_> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
            assert_eq!(found.join("|"), cells, "{text}");
            for cell in &row.cells {
                assert_eq!(cell.origin.span(cell.whole()).is_empty(), cell.text.is_empty(), "{text}");
            }
        }
    }
}

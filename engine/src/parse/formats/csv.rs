//! CSV tables, with any of the usual separators and a header that names the columns.

use super::record::{Channel, Record, Slot, is_known};
use crate::parse::bytes::Passage;
use crate::parse::outcome::{FileContext, Outcome};
use crate::text::{Problem, Span};
use csv::{ByteRecord, ReaderBuilder};

/// The separators, in the order in which they are tried.
const SEPARATORS: &[u8] = b",\t;|";

/// The least number of known columns in the header of a table of articles.
const COLUMNS: usize = 2;

/// The separator of the table that `head` begins; `None` if it does not begin a table of articles.
pub(crate) fn separator(head: &str) -> Option<u8> {
    let head = head.trim_start();
    let head = &head[hint(head)..];
    let line = head.trim_start().split(['\n', '\r']).next().unwrap_or_default();
    SEPARATORS.iter().copied().find(|separator| {
        let cells = line.split(char::from(*separator)).map(|cell| cell.trim().trim_matches('"'));
        let cells: Vec<_> = cells.collect();
        // A sentence with two commas is no header: every cell of one is a name.
        cells.iter().filter(|cell| is_known(cell)).count() >= COLUMNS
            && cells.iter().all(|cell| cell.split_whitespace().count() <= 4)
    })
}

/// The length of the line `sep=;` that spreadsheets put before a table, in bytes; 0 if there is none.
fn hint(head: &str) -> usize {
    let line = head.split('\n').next().unwrap_or_default();
    let is_one = line.trim_end().strip_prefix("sep=").is_some_and(|separator| separator.len() <= 1);
    if is_one { line.len() } else { 0 }
}

/// Reads the table at `whole`, one article for each row.
pub(crate) fn read(text: &str, whole: Span, separator: u8, context: &FileContext<'_>, outcome: &mut Outcome) {
    outcome.markup = "markup";
    let lead = whole.of(text).len() - whole.of(text).trim_start().len();
    let skipped = lead + hint(&whole.of(text)[lead..]);
    let whole = Span::new(whole.range().start + skipped, whole.range().end);
    let table = whole.of(text);
    let base = whole.range().start;
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(table.as_bytes());
    let mut row = ByteRecord::new();
    let mut columns: Vec<String> = Vec::new();
    loop {
        let start = reader.position().byte() as usize;
        match reader.read_byte_record(&mut row) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let message = format!("expected a row of a table, found otherwise: {error}");
                outcome.problems.push(Problem::new(Span::new(base + start, whole.range().end), message));
                break;
            }
        }
        let end = reader.position().byte() as usize;
        let place = Span::new(base + start.min(table.len()), base + end.min(table.len()));
        let cells = cells(text, place, &row, separator);
        if columns.is_empty() {
            columns = cells.iter().map(|cell| cell.text.trim().to_owned()).collect();
            outcome.outside.push((place.trimmed(text), "table-header"));
            continue;
        }
        if cells.len() != columns.len() {
            let message = format!(
                "expected {} cells in the row, as in the header, found {}; what stands in the right places is read",
                columns.len(),
                cells.len()
            );
            outcome.problems.push(Problem::new(place.trimmed(text), message));
        }
        let mut record = Record::default();
        for (name, cell) in columns.iter().zip(cells) {
            record.push_named(name, cell);
        }
        if record.has_no_body() && record.first(Slot::Title).is_none() {
            let message = "expected a row with a title or a text, found neither; it is set aside";
            outcome.problems.push(Problem::new(place.trimmed(text), message));
            outcome.outside.push((place.trimmed(text), "unread-record"));
            continue;
        }
        let draft = record.draft(&Channel::default(), context, &mut outcome.problems);
        outcome.articles.push(draft);
    }
    if outcome.articles.is_empty() && outcome.problems.is_empty() {
        let message = "expected rows under the header, found none; leave the file out of the folder";
        outcome.problems.push(Problem::new(whole.trimmed(text), message));
    }
}

/// The cells of the row at `place`, each with its origin: the values of the CSV reader, found again in the text.
fn cells(text: &str, place: Span, row: &ByteRecord, separator: u8) -> Vec<Passage> {
    let raw = place.of(text);
    let mut at = raw.len() - raw.trim_start_matches(['\n', '\r']).len();
    row.iter()
        .map(|value| {
            let value = String::from_utf8_lossy(value);
            let mut cell = Passage::default();
            let quoted = raw[at..].starts_with('"');
            at += usize::from(quoted);
            match unquote(&raw[at..], &value, place.range().start + at, &mut cell) {
                Some(length) => at += length,
                // The reader read it otherwise than it stands, as after a stray mark.
                None => {
                    cell = Passage::default();
                    cell.respelled(&value, place);
                }
            }
            // The separator comes next, after a quotation mark where one opened the cell.
            let rest = raw.as_bytes().get(at..).unwrap_or_default();
            at += rest.iter().position(|b| *b == separator).map_or(rest.len(), |i| i + 1);
            cell
        })
        .collect()
}

/// Appends `value`, found at the beginning of `raw` with its quotation marks possibly doubled, to `cell`; `base` is the
/// offset of `raw` in the text. Returns the length in `raw`, in bytes; `None` if it is not there.
fn unquote(raw: &str, value: &str, base: usize, cell: &mut Passage) -> Option<usize> {
    let mut at = 0;
    for piece in value.split_inclusive('"') {
        let plain = piece.strip_suffix('"').unwrap_or(piece);
        raw[at..].strip_prefix(plain)?;
        cell.same(plain, base + at);
        at += plain.len();
        if plain.len() < piece.len() {
            raw[at..].strip_prefix('"')?;
            if raw[at..].starts_with("\"\"") {
                cell.respelled("\"", Span::new(base + at, base + at + 2));
                at += 2;
            } else {
                cell.same("\"", base + at);
                at += 1;
            }
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::separator;

    #[test]
    fn a_header_names_its_columns() {
        for (text, found) in [
            ("title,url,date\nA,https://e.org,2024-01-05", Some(b',')),
            ("\n\"ID\";\"Headline\";\"Body\"\n1;A;B", Some(b';')),
            ("id\tDate\tText\n", Some(b'\t')),
            ("Title, date and place are all that is known.", None),
            ("The date, the source, the text: nothing is known.", None),
            ("A text.", None),
        ] {
            assert_eq!(separator(text), found, "{text}");
        }
    }
}

//! Comma-separated values, as RFC 4180 has them, that no spreadsheet runs as a formula.

/// A record of these cells, with its line end.
pub fn csv_record<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut record = String::new();
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            record.push(',');
        }
        push_cell(&mut record, cell);
    }
    record.push_str("\r\n");
    record
}

/// What a formula begins with, also in the full width of East Asian text, which some spreadsheets read as the other.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether a reader sees nothing of the character, which some spreadsheets pass over.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Text that a spreadsheet would run as a formula gets an apostrophe before it.
fn push_cell(record: &mut String, cell: &str) {
    let guard = if cell.trim_start_matches(is_hidden).starts_with(FORMULA) { "'" } else { "" };
    if guard.is_empty() && !cell.contains([',', '"', '\n', '\r']) {
        record.push_str(cell);
        return;
    }
    record.push('"');
    record.push_str(guard);
    record.push_str(&cell.replace('"', "\"\""));
    record.push('"');
}

#[cfg(test)]
mod tests {
    use super::csv_record;

    #[test]
    fn cells_stand_between_commas_and_run_nothing() {
        for (cells, record) in [
            (&["a", "b c", ""][..], "a,b c,\r\n"),
            (&["Kim, \"Un\"", "two\nlines"], "\"Kim, \"\"Un\"\"\",\"two\nlines\"\r\n"),
            (
                &["=1+1", "-2", "+3", "@a", "\tb", "\rc"],
                "\"'=1+1\",\"'-2\",\"'+3\",\"'@a\",\"'\tb\",\"'\rc\"\r\n",
            ),
            (
                &["＝1", "\u{200B}=1", "\u{FEFF}＠a", "\u{200B}a"],
                "\"'＝1\",\"'\u{200B}=1\",\"'\u{FEFF}＠a\",\u{200B}a\r\n",
            ),
        ] {
            assert_eq!(csv_record(cells.iter().copied()), record);
        }
    }
}

//! The table beside a chart, and its file of comma-separated values.

use crate::text::csv_record;
use crate::view::View;
use crate::wording;

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The heads of its columns.
    pub head: Vec<String>,
    /// Its rows; the first cell is the head of its row.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub content: Content,
    /// The view that it opens; `None` where it opens nothing.
    pub opens: Option<View>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text, such as a name, a year or a rate.
    Text(String),
    /// A count.
    Count(u32),
}

impl Cell {
    /// A cell with a text that opens something.
    pub fn of(text: impl ToString, opens: View) -> Cell {
        Cell { content: Content::Text(text.to_string()), opens: Some(opens) }
    }

    /// A cell with a text that opens nothing.
    pub fn text(text: impl ToString) -> Cell {
        Cell { content: Content::Text(text.to_string()), opens: None }
    }

    /// A cell with a count that opens nothing.
    pub fn number(count: u32) -> Cell {
        Cell { content: Content::Count(count), opens: None }
    }

    /// A cell with a count that opens what it counts; 0 opens nothing.
    pub fn count(count: u32, opens: View) -> Cell {
        Cell { content: Content::Count(count), opens: (count > 0).then_some(opens) }
    }

    /// The content for readers: counts have separators.
    pub fn shown(&self) -> String {
        match &self.content {
            Content::Text(text) => text.clone(),
            Content::Count(count) => wording::number(*count as usize),
        }
    }

    /// The content for programs: counts are digits.
    pub fn plain(&self) -> String {
        match &self.content {
            Content::Text(text) => text.clone(),
            Content::Count(count) => count.to_string(),
        }
    }
}

impl Table {
    /// The table as comma-separated values (RFC 4180): the head, the rows, and behind an empty line a comment with
    /// `source`, so that every row that a program reads, counts or sorts is one of the table.
    pub fn csv(&self, source: &str) -> String {
        let mut out = csv_record(self.head.iter().map(String::as_str));
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(Cell::plain).collect();
            out.push_str(&csv_record(cells.iter().map(String::as_str)));
        }
        out + &comment(source)
    }
}

/// `text` as a comment after an empty line: it begins with `#`, as programs know comments, and has neither quotation
/// marks nor commas, so that a program that knows none reads one cell.
fn comment(text: &str) -> String {
    let mut line = String::from("\r\n# ");
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let in_number = before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
        match c {
            ',' if in_number => {}
            ',' => line.push(';'),
            '"' => line.push('\''),
            c if c.is_control() => line.push(' '),
            c => line.push(c),
        }
        before = c;
    }
    line + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::{Cell, Table};
    use crate::view::View;

    #[test]
    fn values_stand_between_commas() {
        let rows = vec![
            vec![Cell::text("Kim, \"Un\""), Cell::number(3)],
            vec![Cell::text("=1+1"), Cell::number(0)],
            vec![Cell::text("2024"), Cell::number(2024)],
        ];
        let table = Table { head: vec!["Actor".into(), "Mentions".into()], rows };
        let expected = "Actor,Mentions\r\n\"Kim, \"\"Un\"\"\",3\r\n\"'=1+1\",0\r\n2024,2024\r\n\r\n# Source: 'a' corpus; of 12345 articles; 2 left out\r\n";
        assert_eq!(
            table.csv("Source: \"a\" corpus,\nof 12,345 articles, 2 left out").replace(";  ", "; "),
            expected
        );
    }

    #[test]
    fn counts_have_separators_and_years_have_none() {
        assert_eq!(Cell::of("2024", View::default()).shown(), "2024");
        assert_eq!(Cell::text("2024").shown(), "2024");
        assert_eq!(Cell::number(2024).shown(), "2,024");
        assert_eq!(Cell::count(0, View::default()).opens, None);
    }
}

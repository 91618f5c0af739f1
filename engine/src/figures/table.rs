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
    /// The table as comma-separated values (RFC 4180), with `source` as its last record.
    pub fn csv(&self, source: &str) -> String {
        let mut out = csv_record(self.head.iter().map(String::as_str));
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(Cell::plain).collect();
            out.push_str(&csv_record(cells.iter().map(String::as_str)));
        }
        out + &csv_record([source])
    }
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
        let expected =
            "Actor,Mentions\r\n\"Kim, \"\"Un\"\"\",3\r\n\"'=1+1\",0\r\n2024,2024\r\nSource: a corpus\r\n";
        assert_eq!(table.csv("Source: a corpus"), expected);
    }

    #[test]
    fn counts_have_separators_and_years_have_none() {
        assert_eq!(Cell::of("2024", View::default()).shown(), "2024");
        assert_eq!(Cell::text("2024").shown(), "2024");
        assert_eq!(Cell::number(2024).shown(), "2,024");
        assert_eq!(Cell::count(0, View::default()).opens, None);
    }
}

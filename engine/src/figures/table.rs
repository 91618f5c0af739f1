//! The table beside a chart, and its file of comma-separated values.

use crate::view::View;

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The heads of its columns.
    pub head: Vec<String>,
    /// Its rows; the first cell is the head of its row.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What stands in it; numbers without separators.
    pub text: String,
    /// What it opens.
    pub opens: Option<View>,
}

impl Cell {
    /// A cell that opens something.
    pub fn of(text: impl ToString, opens: View) -> Cell {
        Cell { text: text.to_string(), opens: Some(opens) }
    }

    /// A cell that opens nothing.
    pub fn plain(text: impl ToString) -> Cell {
        Cell { text: text.to_string(), opens: None }
    }

    /// A count that opens what it counts; 0 opens nothing.
    pub fn count(count: u32, opens: View) -> Cell {
        Cell { text: count.to_string(), opens: (count > 0).then_some(opens) }
    }
}

impl Table {
    /// As comma-separated values (RFC 4180), with `source` as its last row.
    pub fn csv(&self, source: &str) -> String {
        let mut out = String::new();
        let mut line = |cells: &mut dyn Iterator<Item = &str>| {
            let cells: Vec<_> = cells.map(quoted).collect();
            out.push_str(&cells.join(","));
            out.push_str("\r\n");
        };
        line(&mut self.head.iter().map(String::as_str));
        for row in &self.rows {
            line(&mut row.iter().map(|cell| cell.text.as_str()));
        }
        line(&mut std::iter::once(source));
        out
    }
}

/// A cell that spreadsheets read as text: never as a formula.
fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if guard.is_empty() && !cell.contains([',', '"', '\n', '\r']) {
        return cell.to_owned();
    }
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::{Cell, Table};

    #[test]
    fn values_stand_between_commas() {
        let rows =
            vec![vec![Cell::plain("Kim, \"Un\""), Cell::plain(3)], vec![Cell::plain("=1+1"), Cell::plain(0)]];
        let table = Table { head: vec!["Actor".into(), "Mentions".into()], rows };
        let expected = "Actor,Mentions\r\n\"Kim, \"\"Un\"\"\",3\r\n\"'=1+1\",0\r\nSource: a corpus\r\n";
        assert_eq!(table.csv("Source: a corpus"), expected);
    }
}

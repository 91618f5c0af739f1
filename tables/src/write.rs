//! Tables into files.

use crate::rows::{Row, Source, Value};
use crate::schema::{SIGNATURES, TABLES, Table};
use crate::{Failure, parquet};
use dateline_engine::text::csv_record;
use rayon::prelude::*;
use std::io::{self, Write};

/// The format of tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Parquet, which keeps types and is the smallest.
    #[default]
    Parquet,
    /// A JSON object a line.
    Ndjson,
    /// Comma-separated, with a header.
    Csv,
}

impl Format {
    /// What the name of a file ends with.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Parquet => "parquet",
            Format::Ndjson => "ndjson",
            Format::Csv => "csv",
        }
    }

    /// The name of the file of `table`.
    pub fn file(self, table: &Table) -> String {
        format!("{}.{}", table.name, self.ending())
    }
}

/// Writes all tables of `source`, each into the file that `open` gives for its name, side by side; with the table of
/// signatures where `with_signatures`.
///
/// # Errors
/// Where a file cannot be opened or written.
pub fn write<W: Write + Send>(
    source: Source<'_>,
    format: Format,
    with_signatures: bool,
    open: impl Fn(&str) -> io::Result<W> + Sync,
) -> Result<(), Failure> {
    let signatures = with_signatures.then_some(&SIGNATURES);
    let tables: Vec<&Table> = TABLES.iter().chain(signatures).collect();
    tables.into_par_iter().try_for_each(|table| {
        let name = format.file(table);
        let failed = |error: io::Error| format!("cannot write {name}: {error}");
        let mut file = open(&name).map_err(failed)?;
        match format {
            Format::Parquet => parquet::write(table, source.rows(table), &mut file)?,
            Format::Ndjson => {
                for row in source.rows(table) {
                    file.write_all(object(table, &row).as_bytes()).map_err(failed)?;
                }
            }
            Format::Csv => {
                let header = csv_record(table.plain().map(|(_, column)| column.name));
                file.write_all(header.as_bytes()).map_err(failed)?;
                for row in source.rows(table) {
                    file.write_all(record(table, &row).as_bytes()).map_err(failed)?;
                }
            }
        }
        file.flush().map_err(failed)
    })
}

/// A row as a JSON object, with its line end.
fn object(table: &Table, row: &Row<'_>) -> String {
    let fields = table.plain().map(|(place, column)| format!("\"{}\":{}", column.name, json(&row[place])));
    format!("{{{}}}\n", fields.collect::<Vec<_>>().join(","))
}

fn json(value: &Value<'_>) -> String {
    match value {
        Value::None | Value::Bytes(_) => "null".to_owned(),
        Value::Text(text) => serde_json::to_string(text).expect("text"),
        Value::Integer(number) => number.to_string(),
        Value::Number(number) => serde_json::to_string(number).expect("a number"),
        Value::Boolean(truth) => truth.to_string(),
        Value::Day(day) => format!("\"{day}\""),
    }
}

/// A row as a record of CSV, with its line end.
fn record(table: &Table, row: &Row<'_>) -> String {
    let cells: Vec<String> = table.plain().map(|(place, _)| cell(&row[place])).collect();
    csv_record(cells.iter().map(String::as_str))
}

fn cell(value: &Value<'_>) -> String {
    match value {
        Value::None | Value::Bytes(_) => String::new(),
        Value::Text(text) => text.clone().into_owned(),
        other => json(other).trim_matches('"').to_owned(),
    }
}

//! Tables into files.

use crate::Failure;
use crate::parquet::{self, AT_ONCE, BYTES_AT_ONCE, ParquetWriter};
use crate::rows::{self, Duplicate, Row, Rows, Source, Value, Whole};
use crate::schema::{SIGNATURES, TABLES, Table, table};
use ::parquet::file::reader::ChunkReader;
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

    /// The name of the file of `table`, of the piece with this number where it is of files. Each run that adds files to
    /// tables makes a piece; most have one alone, the first.
    pub fn file(self, table: &Table, piece: u32) -> String {
        let number = if piece > 1 && table.is_of_files() { format!("-{piece}") } else { String::new() };
        format!("{}{number}.{}", table.name, self.ending())
    }
}

/// Tables that are being written, each into a file of its own, a portion of a corpus at a time.
pub struct Writer<W: Write + Send> {
    files: Vec<TableFile<W>>,
}

/// A table that is being written.
struct TableFile<W: Write + Send> {
    table: &'static Table,
    name: String,
    rows: RowWriter<W>,
}

/// Where rows go.
enum RowWriter<W: Write + Send> {
    Parquet(Box<ParquetWriter<W>>),
    Text(W, fn(&Table, &Row<'_>) -> String),
}

impl<W: Write + Send> Writer<W> {
    /// Begins all tables, those of files as the piece with this number, in the files that `open` gives for their names; with
    /// the table of signatures where `with_signatures`.
    ///
    /// # Errors
    /// Where a file cannot be opened or written.
    pub fn new(
        format: Format,
        with_signatures: bool,
        piece: u32,
        open: impl Fn(&str) -> io::Result<W>,
    ) -> Result<Writer<W>, Failure> {
        let signatures = with_signatures.then_some(&SIGNATURES);
        let begun = |table: &'static Table| {
            let name = format.file(table, piece);
            let failed = |error: io::Error| format!("cannot write {name}: {error}");
            let mut file = open(&name).map_err(failed)?;
            let rows = match format {
                Format::Parquet => RowWriter::Parquet(Box::new(ParquetWriter::new(table, file)?)),
                Format::Ndjson => RowWriter::Text(file, object),
                Format::Csv => {
                    let header = csv_record(table.plain().map(|(_, column)| column.name));
                    file.write_all(header.as_bytes()).map_err(failed)?;
                    RowWriter::Text(file, record)
                }
            };
            Ok(TableFile { table, name, rows })
        };
        Ok(Writer { files: TABLES.iter().chain(signatures).map(begun).collect::<Result<_, Failure>>()? })
    }

    /// Adds the rows of a portion, side by side.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn add(&mut self, source: Source<'_>) -> Result<(), Failure> {
        self.files.par_iter_mut().try_for_each(|file| file.add(source.rows(file.table)))
    }

    /// Adds rows that an earlier run has written in Parquet: those of `table` in `from` for whose first column, a file or an
    /// article, `is_kept` says so.
    ///
    /// # Errors
    /// Where the file cannot be read or written.
    pub fn copy(
        &mut self,
        table: &Table,
        from: impl ChunkReader + 'static,
        is_kept: impl Fn(&str) -> bool,
    ) -> Result<(), Failure> {
        let Some(file) = self.files.iter_mut().find(|file| file.table.name == table.name) else {
            return Ok(());
        };
        let mut rows: Vec<Row<'static>> = Vec::new();
        let mut bytes = 0;
        parquet::read(table, from, |row| {
            if is_kept(row.first().map_or("", Value::text)) {
                bytes += row.iter().map(Value::bytes).sum::<usize>();
                rows.push(row.into_iter().map(Value::into_owned).collect());
            }
            if rows.len() < AT_ONCE && bytes < BYTES_AT_ONCE {
                return Ok(());
            }
            bytes = 0;
            file.add(Box::new(rows.drain(..)))
        })?;
        file.add(Box::new(rows.into_iter()))
    }

    /// Adds the rows of groups of near-duplicates.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn add_groups(&mut self, groups: &[Vec<Duplicate>]) -> Result<(), Failure> {
        let name = table("near_duplicates").name;
        let mut files = self.files.iter_mut().filter(|file| file.table.name == name);
        let rows = || Box::new(groups.iter().flat_map(|members| rows::group(members)));
        files.try_for_each(|file| file.add(rows()))
    }

    /// Adds the rows of the whole, and ends all files.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn finish(self, whole: Whole<'_>) -> Result<(), Failure> {
        self.files.into_par_iter().try_for_each(|mut file| {
            file.add(whole.rows(file.table))?;
            file.finish()
        })
    }
}

impl<W: Write + Send> TableFile<W> {
    fn add(&mut self, rows: Rows<'_>) -> Result<(), Failure> {
        let TableFile { table, name, rows: to } = self;
        match to {
            RowWriter::Parquet(to) => to.add(table, rows),
            RowWriter::Text(to, line) => {
                for row in rows {
                    let written = to.write_all(line(table, &row).as_bytes());
                    written.map_err(|error| format!("cannot write {name}: {error}"))?;
                }
                Ok(())
            }
        }
    }

    fn finish(self) -> Result<(), Failure> {
        let mut file = match self.rows {
            RowWriter::Parquet(rows) => rows.finish(self.table)?,
            RowWriter::Text(file, _) => file,
        };
        file.flush().map_err(|error| format!("cannot write {}: {error}", self.name))
    }
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

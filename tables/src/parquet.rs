//! Tables as files of Parquet, and back: zstd, row groups that fit into memory, the same bytes for the same rows.

use crate::Failure;
use crate::rows::{Row, Value};
use crate::schema::{ColumnSchema, Kind, Table};
use arrow_array::cast::AsArray as _;
use arrow_array::types::{Date32Type, Float64Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BinaryArray, BooleanArray, Date32Array, Float64Array, Int64Array, RecordBatch,
    StringArray,
};
use arrow_schema::{DataType, Field, Schema};
use dateline_engine::corpus::{Day, Published};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::arrow::{ArrowWriter, ProjectionMask};
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::ChunkReader;
use std::io::Write;
use std::sync::Arc;

/// The number of rows that are turned into columns at once.
pub(crate) const AT_ONCE: usize = 4096;

/// The bytes of text after which they are fewer: a column of a batch holds 2 GB at most.
pub(crate) const BYTES_AT_ONCE: usize = 32 << 20;

/// The number of rows in a row group: readers skip whole ones, and hold one in memory.
const GROUP: usize = 65_536;

/// The bytes of a row group that are held at most, give or take a batch.
const HELD: usize = 32 << 20;

/// A table that is being written.
pub(crate) struct ParquetWriter<W: Write + Send> {
    schema: Arc<Schema>,
    writer: ArrowWriter<W>,
}

impl<W: Write + Send> ParquetWriter<W> {
    /// Begins the file of `table`.
    ///
    /// # Errors
    /// Where `to` cannot be written.
    pub(crate) fn new(table: &Table, to: W) -> Result<ParquetWriter<W>, Failure> {
        let fields = table
            .columns
            .iter()
            .map(|column| Field::new(column.name, data_type(column.kind), column.optional));
        let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
        let level = ZstdLevel::try_new(6).expect("a level of zstd");
        let how = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .set_max_row_group_row_count(Some(GROUP))
            .set_created_by("dateline".to_owned())
            .build();
        let writer = ArrowWriter::try_new(to, Arc::clone(&schema), Some(how));
        Ok(ParquetWriter { schema, writer: writer.map_err(failed(table))? })
    }

    /// Adds `rows`.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn add<'a>(
        &mut self,
        table: &Table,
        mut rows: impl Iterator<Item = Row<'a>>,
    ) -> Result<(), Failure> {
        loop {
            let mut some: Vec<Row<'a>> = Vec::new();
            let mut bytes = 0;
            while some.len() < AT_ONCE && bytes < BYTES_AT_ONCE {
                let Some(row) = rows.next() else { break };
                bytes += row.iter().map(Value::bytes).sum::<usize>();
                some.push(row);
            }
            if some.is_empty() {
                return Ok(());
            }
            let columns = table.columns.iter().enumerate().map(|(place, column)| array(column, &some, place));
            let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns.collect());
            let batch = batch.map_err(|error| format!("cannot make the table {}: {error}", table.name))?;
            self.writer.write(&batch).map_err(failed(table))?;
            if self.writer.in_progress_size() > HELD {
                self.writer.flush().map_err(failed(table))?;
            }
        }
    }

    /// Ends the file, and gives it.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(crate) fn finish(self, table: &Table) -> Result<W, Failure> {
        self.writer.into_inner().map_err(failed(table))
    }
}

fn failed(table: &Table) -> impl Fn(ParquetError) -> Failure {
    move |error| format!("cannot write the table {}: {error}", table.name)
}

fn data_type(kind: Kind) -> DataType {
    match kind {
        Kind::Text => DataType::Utf8,
        Kind::Integer => DataType::Int64,
        Kind::Number => DataType::Float64,
        Kind::Boolean => DataType::Boolean,
        Kind::Day => DataType::Date32,
        Kind::Bytes => DataType::Binary,
    }
}

/// The values of the column at `place`.
fn array(column: &ColumnSchema, rows: &[Row<'_>], place: usize) -> ArrayRef {
    let values = rows.iter().map(|row| &row[place]);
    match column.kind {
        Kind::Text => Arc::new(
            values
                .map(|it| if let Value::Text(text) = it { Some(&**text) } else { None })
                .collect::<StringArray>(),
        ),
        Kind::Integer => Arc::new(
            values
                .map(|it| if let Value::Integer(number) = it { Some(*number) } else { None })
                .collect::<Int64Array>(),
        ),
        Kind::Number => Arc::new(
            values
                .map(|it| if let Value::Number(number) = it { Some(*number) } else { None })
                .collect::<Float64Array>(),
        ),
        Kind::Boolean => Arc::new(
            values
                .map(|it| if let Value::Boolean(truth) = it { Some(*truth) } else { None })
                .collect::<BooleanArray>(),
        ),
        Kind::Day => Arc::new(
            values
                .map(|it| if let Value::Day(day) = it { Some(since_1970(*day)) } else { None })
                .collect::<Date32Array>(),
        ),
        Kind::Bytes => Arc::new(
            values
                .map(|it| if let Value::Bytes(bytes) = it { Some(bytes) } else { None })
                .collect::<BinaryArray>(),
        ),
    }
}

/// The days since 1970.
fn since_1970(day: Day) -> i32 {
    Day::new(1970, 1, 1).map_or(0, |first| first.days_to(day) as i32)
}

fn unread(table: &Table, error: &dyn std::fmt::Display) -> Failure {
    format!(
        "expected the table {} as Parquet, cannot read it: {error}; export the texts again, into an empty folder",
        table.name
    )
}

/// Whether `from` is a file of `table`, as far as its form and its columns tell.
///
/// # Errors
/// Where it is none.
pub(crate) fn check(table: &Table, from: impl ChunkReader + 'static) -> Result<(), Failure> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(from).map_err(|error| unread(table, &error))?;
    let has = |column: &&ColumnSchema| {
        reader.schema().field_with_name(column.name).is_ok_and(|it| *it.data_type() == data_type(column.kind))
    };
    match table.columns.iter().find(|column| !has(column)) {
        Some(column) => Err(unread(table, &format!("no column {} of its type", column.name))),
        None => Ok(()),
    }
}

/// The day so many days after the first of 1970.
fn after_1970(days: i32) -> Option<Day> {
    const SECONDS: i64 = 24 * 60 * 60;
    Some(Published::since_1970(i64::from(days) * SECONDS)?.day())
}

/// Calls `each` with each row of the file of `table`.
///
/// # Errors
/// Where `from` is no such file.
pub(crate) fn read(
    table: &Table,
    from: impl ChunkReader + 'static,
    each: impl FnMut(Row<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    read_only(table, |_| true, from, each)
}

/// Calls `each` with each row of the file of `table`, which has values in the columns that are `wanted` and none in others.
///
/// # Errors
/// Where `from` is no such file.
pub(crate) fn read_only(
    table: &Table,
    wanted: impl Fn(&str) -> bool,
    from: impl ChunkReader + 'static,
    mut each: impl FnMut(Row<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let failed = |error: &dyn std::fmt::Display| unread(table, error);
    let reader = ParquetRecordBatchReaderBuilder::try_new(from).map_err(|error| failed(&error))?;
    let names = table.columns.iter().map(|column| column.name).filter(|name| wanted(name));
    let mask = ProjectionMask::columns(reader.parquet_schema(), names);
    let reader = reader.with_projection(mask).with_batch_size(AT_ONCE).build();
    let reader = reader.map_err(|error| failed(&error))?;
    for batch in reader {
        let batch = batch.map_err(|error| failed(&error))?;
        let mut columns = Vec::new();
        for column in table.columns {
            if !wanted(column.name) {
                columns.push((column.kind, None));
                continue;
            }
            let array = batch
                .column_by_name(column.name)
                .ok_or_else(|| failed(&format!("no column {}", column.name)))?;
            // Other programs may write text and bytes in wider forms.
            let is_same = *array.data_type() == data_type(column.kind);
            if !is_same {
                return Err(failed(&format!("the column {} is of type {}", column.name, array.data_type())));
            }
            columns.push((column.kind, Some(array)));
        }
        for row in 0..batch.num_rows() {
            let values = columns.iter().map(|(kind, array)| match array {
                Some(array) => value(*kind, array, row),
                None => Value::None,
            });
            each(values.collect())?;
        }
    }
    Ok(())
}

/// The value of a column in a row.
fn value(kind: Kind, array: &ArrayRef, row: usize) -> Value<'_> {
    if array.is_null(row) {
        return Value::None;
    }
    match kind {
        Kind::Text => Value::from(array.as_string::<i32>().value(row)),
        Kind::Integer => Value::Integer(array.as_primitive::<Int64Type>().value(row)),
        Kind::Number => Value::Number(array.as_primitive::<Float64Type>().value(row)),
        Kind::Boolean => Value::Boolean(array.as_boolean().value(row)),
        Kind::Day => after_1970(array.as_primitive::<Date32Type>().value(row)).into(),
        Kind::Bytes => Value::Bytes(array.as_binary::<i32>().value(row).to_vec()),
    }
}

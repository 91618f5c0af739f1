//! A corpus as tables that other programs read: Parquet, NDJSON or CSV. `docs/tables.md` describes each column.
//!
//! [`schema`] names the tables and their columns; [`rows`] fills them from portions of a corpus; [`write`] puts them into files of a
//! [`Format`], [`parquet`] into those of Parquet and back; [`record`] is what no other program reads, [`read`] makes a
//! corpus of tables again, and [`earlier`] says what a run before has written. Files are opened by who calls: nothing here knows a file system.

mod earlier;
mod parquet;
mod read;
mod record;
mod rows;
mod schema;
mod write;

/// A sentence that says what was expected, what was found, and what to do.
pub type Failure = String;

pub use earlier::{Earlier, EarlierFile, actors, check, texts};
pub use read::held;
pub use rows::{Duplicate, Source, Whole};
pub use schema::{ColumnSchema, Kind, SIGNATURES, TABLES, Table};
pub use write::{Format, Writer};

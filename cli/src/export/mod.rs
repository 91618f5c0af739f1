//! `dateline export`: the corpus as tables that other programs read.

mod place;

use crate::failure::Failure;
use crate::input;
use dateline_engine::wording::count;
use dateline_tables::{Format, Source, TABLES, write};
use place::TablesFolder;
use std::path::PathBuf;

/// Where the tables are written, and how.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder to write them into; made where it is missing, and replaced as a whole where it holds tables.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// The format of the tables.
    #[arg(long, value_enum, default_value_t)]
    format: Written,
    /// One table more, with which a cluster finds near-duplicates over many runs.
    #[arg(long)]
    signatures: bool,
}

/// The format of tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Written {
    /// For DuckDB, Polars, pandas, Spark: keeps types, and is the smallest.
    #[default]
    Parquet,
    /// A JSON object a line.
    Ndjson,
    /// For spreadsheets: comma-separated, with a header.
    Csv,
}

impl From<Written> for Format {
    fn from(written: Written) -> Format {
        match written {
            Written::Parquet => Format::Parquet,
            Written::Ndjson => Format::Ndjson,
            Written::Csv => Format::Csv,
        }
    }
}

/// Writes the tables of `paths`.
///
/// # Errors
/// Where a list cannot be read, no article was found (what was set aside is written even so), or the folder holds something else or cannot be written.
pub(crate) fn run(paths: &[PathBuf], lists: &[PathBuf], options: &Options) -> Result<(), Failure> {
    let place = TablesFolder::begin(&options.output, paths)?;
    let input = input::read(paths, lists)?;
    let checked = input.check();
    if input.parsed.files.is_empty() {
        return checked;
    }
    let mentions = input.mentions();
    input.progress().stage("writing tables");
    let source = Source { parsed: &input.parsed, mentions: &mentions, lists: input.lists() };
    write(source, options.format.into(), options.signatures, |name| place.file(name))?;
    let bytes = place.finish()?;
    input.progress().hide();
    eprintln!(
        "dateline: wrote {} with {} to {} ({}, {} KB) in {:.1} s",
        count(input.parsed.corpus.articles.len(), "article"),
        count(mentions.list.len(), "mention"),
        options.output.display(),
        count(TABLES.len() + usize::from(options.signatures), "table"),
        bytes.div_ceil(1024),
        input.progress().time().as_secs_f64()
    );
    checked
}

//! Opening the tables that `dateline export` has written.

use crate::failure::Failure;
use dateline_builder::Held;
use dateline_tables::{Format, TABLES, held};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Reads the tables in `folder`, or in the folders in it.
///
/// # Errors
/// Where there are none, or one cannot be read.
pub(super) fn read(folder: &Path) -> Result<Held, Failure> {
    let runs: Vec<_> = runs(folder)?.into_iter().map(|run| move |table: &str| open(&run, table)).collect();
    held(&runs)
}

/// The folders with tables: this one, or those in it, by name.
fn runs(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let first = Format::Parquet.file(&TABLES[0]);
    if folder.join(&first).is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let entries = std::fs::read_dir(folder)
        .map_err(|error| format!("expected tables in {}, cannot read it: {error}", folder.display()))?;
    let mut runs: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|run| run.join(&first).is_file()).collect();
    runs.sort();
    match runs.is_empty() {
        false => Ok(runs),
        true => Err(format!(
            "expected tables in Parquet in {}, found none; write them with `dateline export PATH… -o {}`",
            folder.display(),
            folder.display()
        )),
    }
}

fn open(run: &Path, table: &str) -> Result<File, Failure> {
    let path = run.join(format!("{table}.{}", Format::Parquet.ending()));
    File::open(&path).map_err(|error| {
        format!(
            "expected the table {table} at {}, cannot open it: {error}; export the texts again",
            path.display()
        )
    })
}

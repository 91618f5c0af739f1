//! Opening the tables that `dateline export` has written.

use crate::export::Pieces;
use crate::failure::Failure;
use dateline_builder::Held;
use dateline_tables::{Table, held};
use std::path::Path;

/// Reads the tables in `folder`, or in the folders in it.
///
/// # Errors
/// Where there are none, or one cannot be read.
pub(super) fn read(folder: &Path) -> Result<Held, Failure> {
    let runs: Vec<_> = runs(folder)?.into_iter().map(|run| move |table: &Table| run.open(table)).collect();
    held(&runs)
}

/// The tables of this folder, or of those in it, by name.
fn runs(folder: &Path) -> Result<Vec<Pieces>, Failure> {
    let own = Pieces::of(folder);
    if !own.numbers.is_empty() {
        return Ok(vec![own]);
    }
    let entries = std::fs::read_dir(folder)
        .map_err(|error| format!("expected tables in {}, cannot read it: {error}", folder.display()))?;
    let mut folders: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    let runs: Vec<Pieces> = folders.iter().map(|folder| Pieces::of(folder)).collect();
    let runs: Vec<Pieces> = runs.into_iter().filter(|run| !run.numbers.is_empty()).collect();
    match runs.is_empty() {
        false => Ok(runs),
        true => Err(format!(
            "expected tables in Parquet in {}, found none; write them with `dateline export PATH… -o {}`",
            folder.display(),
            folder.display()
        )),
    }
}

//! The files of tables in a folder: those that one run has written, and those that later runs have added.

use crate::failure::Failure;
use dateline_tables::{Format, TABLES, Table};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// The pieces of the tables in Parquet in a folder.
pub(crate) struct Pieces {
    folder: PathBuf,
    /// Their numbers, ascending.
    pub(crate) numbers: Vec<u32>,
}

impl Pieces {
    /// Those in `folder`; none where it holds no tables in Parquet.
    pub(crate) fn of(folder: &Path) -> Pieces {
        let is_there = |table: &Table| folder.join(Format::Parquet.file(table, 1)).is_file();
        let mut numbers: Vec<u32> = match is_there(&TABLES[0]) {
            true => {
                fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|it| number(&it)).collect()
            }
            false => Vec::new(),
        };
        numbers.sort_unstable();
        Pieces { folder: folder.to_owned(), numbers }
    }

    /// The file of `table`, of the piece with this number where it is of files.
    pub(crate) fn path(&self, table: &Table, number: u32) -> PathBuf {
        self.folder.join(Format::Parquet.file(table, number))
    }

    /// Opens the file of `table`, of the piece with this number where it is of files.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub(crate) fn open_one(&self, table: &Table, number: u32) -> Result<File, Failure> {
        let path = self.path(table, number);
        File::open(&path).map_err(|error| {
            format!(
                "expected the table {} at {}, cannot open it: {error}; export the texts again",
                table.name,
                path.display()
            )
        })
    }

    /// Opens all files of `table`.
    ///
    /// # Errors
    /// Where one cannot be opened.
    pub(crate) fn open(&self, table: &Table) -> Result<Vec<File>, Failure> {
        match table.is_of_files() {
            true => self.numbers.iter().map(|number| self.open_one(table, *number)).collect(),
            false => Ok(vec![self.open_one(table, 1)?]),
        }
    }
}

/// The number of the piece whose table of files this is.
fn number(entry: &fs::DirEntry) -> Option<u32> {
    let name = entry.file_name();
    let name =
        name.to_str()?.strip_prefix("files")?.strip_suffix(Format::Parquet.ending())?.strip_suffix('.')?;
    if name.is_empty() { Some(1) } else { name.strip_prefix('-')?.parse().ok().filter(|number| *number > 1) }
}

//! A folder of tables, put into its place as a whole: whenever the program is killed, and whatever the disk refuses, it
//! holds the tables of before or the new ones.
//!
//! The new folder is written beside, under a name of its own, and takes the place of the old one in one step where the
//! system can exchange two (Linux, macOS). Elsewhere the old one goes aside first; where the program is killed between,
//! the next run puts it back.

use crate::failure::Failure;
use dateline_tables::{Format, TABLES};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A folder that is being written.
pub(super) struct TablesFolder {
    folder: PathBuf,
    /// Where it is written.
    beside: PathBuf,
    /// Where the folder of before goes while the new one takes its place.
    aside: PathBuf,
}

/// A file that is on the disk when it has been flushed.
pub(super) struct Written(BufWriter<File>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()?;
        self.0.get_ref().sync_data()
    }
}

impl TablesFolder {
    /// Begins to write `folder`, which the texts at `paths` do not stand in.
    ///
    /// # Errors
    /// Where the folder holds something else than tables, or nothing can be written beside it.
    pub(super) fn begin(folder: &Path, paths: &[PathBuf]) -> Result<TablesFolder, Failure> {
        let full = std::path::absolute(folder).map_err(failed("write", folder))?;
        let named = full.file_name().zip(full.parent());
        let Some((name, parent)) = named else {
            return Err(format!("expected a folder of its own for the tables, found {}", folder.display()));
        };
        let beside = |what: &str| parent.join(format!(".{}.dateline-{what}", name.to_string_lossy()));
        let place =
            TablesFolder { beside: beside("unplaced"), aside: beside("before"), folder: full.clone() };
        if !place.folder.exists() && place.aside.exists() {
            fs::rename(&place.aside, &place.folder).map_err(failed("write", folder))?;
        }
        place.check_free()?;
        let within = |path: &PathBuf| path.canonicalize().is_ok_and(|path| path.starts_with(&place.folder));
        if place.folder.exists() && paths.iter().any(within) {
            return Err(format!(
                "expected a folder of its own for the tables, found that of the texts: {}",
                folder.display()
            ));
        }
        for old in [&place.beside, &place.aside] {
            remove(old)?;
        }
        fs::create_dir_all(&place.beside).map_err(failed("write", &place.beside))?;
        Ok(place)
    }

    /// Whether the folder is missing, empty, or holds tables and nothing else.
    fn check_free(&self) -> Result<(), Failure> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(failed("read", &self.folder))?,
        };
        let formats = [Format::Parquet, Format::Ndjson, Format::Csv];
        let is_table =
            |name: &str| TABLES.iter().any(|table| formats.iter().any(|format| format.file(table) == name));
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !is_table(&name) {
                return Err(format!(
                    "expected a folder of its own for the tables, found {name} in {}; name another folder, or remove it",
                    self.folder.display()
                ));
            }
        }
        Ok(())
    }

    /// Opens a file in it.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub(super) fn file(&self, name: &str) -> io::Result<Written> {
        File::create(self.beside.join(name)).map(|file| Written(BufWriter::new(file)))
    }

    /// Puts it into its place; gives its size in bytes.
    ///
    /// # Errors
    /// Where it cannot be moved.
    pub(super) fn finish(&self) -> Result<u64, Failure> {
        let entries = fs::read_dir(&self.beside).map_err(failed("read", &self.beside))?;
        let bytes = entries.flatten().filter_map(|entry| entry.metadata().ok()).map(|it| it.len()).sum();
        let write = failed("write", &self.folder);
        if !self.folder.exists() {
            fs::rename(&self.beside, &self.folder).map_err(write)?;
        } else if exchange(&self.beside, &self.folder).is_ok() {
            remove(&self.beside)?;
        } else {
            let swap = || {
                fs::rename(&self.folder, &self.aside)?;
                fs::rename(&self.beside, &self.folder)
            };
            swap().map_err(write)?;
            remove(&self.aside)?;
        }
        Ok(bytes)
    }
}

impl Drop for TablesFolder {
    /// What was not put into its place is nobody's.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.beside);
    }
}

/// Exchanges two folders in one step.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Exchanges two folders in one step.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed("remove", folder)(error)),
        _ => Ok(()),
    }
}

fn failed(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let path = path.display().to_string();
    move |error| format!("cannot {what} {path}: {error}")
}

//! A folder of tables, put into its place as a whole: whenever the program is killed, and whatever the disk refuses, it
//! holds the tables of before or the new ones.
//!
//! The new folder is written beside, under a name of its own, and takes the place of the old one in one step where the
//! system can exchange two (Linux, macOS). Elsewhere the old one goes aside first; where the program is killed between,
//! the next run puts it back.

use super::pieces::Pieces;
use crate::failure::{Failure, failed};
use dateline_tables::{Format, SIGNATURES, TABLES};
use std::collections::HashSet;
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
    /// The lock of `beside`, by which others see that it is in use: it goes when the program ends, however that happens.
    _lock: Option<File>,
    /// That of the folder of before, which one run at a time adds to.
    _held: Option<File>,
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
        // Where it is a link, what it leads to.
        let full = folder.canonicalize().or_else(|_| std::path::absolute(folder));
        let full = full.map_err(failed("write", folder))?;
        let Some((name, parent)) = full.file_name().zip(full.parent()) else {
            return Err(format!("expected a folder of its own for the tables, found {}", folder.display()));
        };
        fs::create_dir_all(parent).map_err(failed("write", parent))?;
        let prefix = format!(".{}.dateline-", name.to_string_lossy());
        let aside = parent.join(format!("{prefix}before"));
        if !full.exists() && aside.exists() {
            fs::rename(&aside, &full).map_err(failed("write", folder))?;
        }
        // Tables among the texts would be read as texts by the next run.
        let real = parent.canonicalize().map_or_else(|_| full.clone(), |parent| parent.join(name));
        let is_one = |path: &PathBuf| {
            path.canonicalize().is_ok_and(|path| path.starts_with(&real) || real.starts_with(&path))
        };
        if paths.iter().any(is_one) {
            return Err(format!(
                "expected a folder of its own for the tables, found one of the texts: {}; name one beside them",
                folder.display()
            ));
        }
        check_free(&full)?;
        // What runs that were killed have left behind.
        let unplaced = format!("{prefix}unplaced-");
        for entry in fs::read_dir(parent).map_err(failed("read", parent))?.flatten() {
            let is_unplaced = entry.file_name().to_string_lossy().starts_with(&unplaced);
            if is_unplaced && File::open(entry.path()).is_ok_and(|left| left.try_lock().is_ok()) {
                remove(&entry.path())?;
            }
        }
        let held = hold(&full);
        let beside = parent.join(format!("{unplaced}{}", std::process::id()));
        fs::create_dir_all(&beside).map_err(failed("write", &beside))?;
        let lock = File::open(&beside).ok().filter(|lock| lock.lock().is_ok());
        Ok(TablesFolder { folder: full.clone(), beside, aside, _lock: lock, _held: held })
    }

    /// The folder that it stands in, for files beside it.
    pub(super) fn parent(&self) -> &Path {
        self.folder.parent().unwrap_or(&self.folder)
    }

    /// The folder whose place it takes.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Takes over a file as it is from the folder of before; gives its size in bytes.
    ///
    /// # Errors
    /// Where it cannot be read or written.
    pub(super) fn take_over(&self, name: &str) -> Result<u64, Failure> {
        let (from, to) = (self.folder.join(name), self.beside.join(name));
        // Where the system has no two names for one file, it is copied.
        if fs::hard_link(&from, &to).is_err() {
            let mut source = File::open(&from).map_err(failed("read", &from))?;
            let copied = self.file(name).and_then(|mut file| {
                io::copy(&mut source, &mut file)?;
                file.flush()
            });
            copied.map_err(failed("write", &to))?;
        }
        to.metadata().map(|it| it.len()).map_err(failed("read", &to))
    }

    /// Takes a file out of it.
    ///
    /// # Errors
    /// Where it cannot.
    pub(super) fn remove(&self, name: &str) -> Result<(), Failure> {
        let file = self.beside.join(name);
        fs::remove_file(&file).map_err(failed("remove", &file))
    }

    /// Gives a file in it another name.
    ///
    /// # Errors
    /// Where it cannot.
    pub(super) fn rename(&self, name: &str, now: &str) -> Result<(), Failure> {
        let to = self.beside.join(now);
        fs::rename(self.beside.join(name), &to).map_err(failed("write", &to))
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
                fs::rename(&self.beside, &self.folder).inspect_err(|_| {
                    // The one of before stays.
                    let _ = fs::rename(&self.aside, &self.folder);
                })
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

/// What systems put into folders that people look into.
const OF_SYSTEMS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Whether the folder is missing, empty, or holds the tables of one export and nothing else.
fn check_free(folder: &Path) -> Result<(), Failure> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(failed("read", folder))?,
    };
    let name = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut entries: Vec<_> = entries.flatten().filter(|it| !OF_SYSTEMS.contains(&&*name(it))).collect();
    let is_export = |format: Format| {
        let pieces = Pieces::of(folder).numbers;
        let numbers = || pieces.iter().copied().chain([1]);
        let tables = TABLES.iter().chain([&SIGNATURES]);
        let tables: HashSet<String> =
            tables.flat_map(|it| numbers().map(|number| format.file(it, number))).collect();
        let is_table = |it: &fs::DirEntry| it.path().is_file() && tables.contains(&name(it));
        folder.join(format.file(&TABLES[0], 1)).is_file() && entries.iter().all(is_table)
    };
    if entries.is_empty() || [Format::Parquet, Format::Ndjson, Format::Csv].into_iter().any(is_export) {
        return Ok(());
    }
    entries.sort_by_key(name);
    Err(format!(
        "expected a folder of its own for the tables, found {} in {}; name another folder, or remove it",
        entries.first().map(name).unwrap_or_default(),
        folder.display()
    ))
}

/// Waits until no other run writes `folder`, and locks it, where the system locks folders and it is there.
fn hold(folder: &Path) -> Option<File> {
    loop {
        let held = File::open(folder).ok()?;
        held.lock().ok()?;
        // Another run may have put a new folder into its place since.
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            let [own, now] =
                [held.metadata().ok()?, fs::metadata(folder).ok()?].map(|it| (it.dev(), it.ino()));
            if own != now {
                continue;
            }
        }
        return Some(held);
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

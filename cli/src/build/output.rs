//! Putting a page into its folder, all or nothing: whenever the program is killed, and whatever the disk refuses, the
//! folder holds the whole page of before or the whole new one.
//!
//! The new files are written beside, under names of their own, and moved into place; `index.html` is the last of them and
//! makes the page the new one. Only then do the files go that the page before had named and this one does not; their names
//! stand in a file of their own until then, so that the next build goes on where this one was killed.

use crate::failure::{Failure, failed};
use dateline_builder::{INDEX, Page, is_index, is_name, named_files};
use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What the name of a file begins with that is not in its place yet. No page has such a file.
const UNPLACED: &str = ".dateline-unplaced-";

/// The file with the names of the files that go.
const GOING: &str = ".dateline-unplaced-going";

/// A folder that this program alone writes a page into.
pub(super) struct Output<'f> {
    folder: &'f Path,
    /// The lock, where the system locks folders: it goes when the program ends, however that happens.
    _lock: Option<File>,
}

impl Output<'_> {
    /// Makes `folder` where it is missing, and waits until no other program writes a page there.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub(super) fn open(folder: &Path) -> Result<Output<'_>, Failure> {
        fs::create_dir_all(folder).map_err(failed("write", folder))?;
        let lock = File::open(folder).ok().filter(|lock| lock.lock().is_ok());
        Ok(Output { folder, _lock: lock })
    }

    /// Puts `page` there.
    ///
    /// # Errors
    /// Where the folder holds files of somebody else under its names, and where a file cannot be written, moved or
    /// removed; the page that was there stays whole.
    pub(super) fn put(&self, page: &Page) -> Result<(), Failure> {
        let before = self.before()?;
        for (name, bytes) in &page.files {
            self.check_free(name, bytes, &before)?;
        }
        // What was left behind by a program that was killed.
        for name in self.names()?.iter().filter(|name| name.starts_with(UNPLACED) && *name != GOING) {
            self.remove(name)?;
        }
        // Those of this page too: where it is stopped before its index.html is there, nothing else names them.
        let is_new = |name: &&String| !before.contains(name.as_str());
        let names: Vec<&String> =
            before.iter().chain(page.files.iter().map(|(name, _)| name).filter(is_new)).collect();
        let list: String = names.iter().map(|name| format!("{name}\n")).collect();
        self.write(GOING, list.as_bytes())?;
        let placed = self.place(page);
        if placed.is_err() {
            // They are nobody's; a folder that cannot be tidied up is told by the error that follows.
            for (name, _) in &page.files {
                let _ = fs::remove_file(self.unplaced(name));
            }
        }
        placed?;
        let stays: HashSet<&String> = page.files.iter().map(|(name, _)| name).collect();
        for name in names.into_iter().filter(|name| !stays.contains(*name)) {
            self.remove(name)?;
        }
        self.remove(GOING)
    }

    /// The files of the page that is there, and of one that was to go; empty where there is none.
    fn before(&self) -> Result<BTreeSet<String>, Failure> {
        let index = self.folder.join(INDEX);
        let going = fs::read_to_string(self.folder.join(GOING)).unwrap_or_default();
        let going = going.lines().filter(|name| is_name(name)).map(str::to_owned);
        match fs::read_to_string(&index) {
            Ok(html) if is_index(&html) => Ok(named_files(&html).into_iter().chain(going).collect()),
            Err(error) if error.kind() == io::ErrorKind::NotFound && !index.is_symlink() => {
                Ok(going.collect())
            }
            _ => Err(format!(
                "expected a folder of its own for the page, found an {INDEX} that Dateline did not write in {}; name \
                 another folder, or remove it",
                self.folder.display()
            )),
        }
    }

    /// Whether a file may be written as `name`: nothing is there, or the page of before, or the same.
    fn check_free(&self, name: &str, bytes: &[u8], before: &BTreeSet<String>) -> Result<(), Failure> {
        let path = self.folder.join(name);
        let is_ours = name == INDEX || before.contains(name);
        match fs::read(&path) {
            Ok(there) if is_ours || there == bytes => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            _ => Err(format!(
                "expected nothing at {}, where the page has a file, found something else; name another folder, or \
                 remove it",
                path.display()
            )),
        }
    }

    /// Writes all files beside, then moves them into place.
    fn place(&self, page: &Page) -> Result<(), Failure> {
        for (name, bytes) in &page.files {
            self.write_unplaced(name, bytes)?;
        }
        let (index, others): (Vec<_>, Vec<_>) = page.files.iter().partition(|(name, _)| name == INDEX);
        others.into_iter().chain(index).try_for_each(|(name, _)| self.move_into_place(name))
    }

    /// Writes a file beside, then moves it into place.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.write_unplaced(name, bytes)?;
        self.move_into_place(name)
    }

    fn write_unplaced(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.unplaced(name);
        let write = || {
            let mut file = File::create(&path)?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(failed("write", &path))
    }

    fn move_into_place(&self, name: &str) -> Result<(), Failure> {
        let path = self.folder.join(name);
        fs::rename(self.unplaced(name), &path).map_err(failed("write", &path))
    }

    fn unplaced(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{UNPLACED}{name}"))
    }

    fn names(&self) -> Result<Vec<String>, Failure> {
        let entries = fs::read_dir(self.folder).map_err(failed("read", self.folder))?;
        Ok(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
    }

    fn remove(&self, name: &str) -> Result<(), Failure> {
        let path = self.folder.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed("remove", &path)(error)),
            _ => Ok(()),
        }
    }
}

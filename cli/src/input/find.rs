//! Finds what a newsroom brings: which source files there are, `corpus.toml`, lists of actors. The only place that reads
//! folders; the engine does the rest.

use crate::build::is_page;
use crate::failure::Failure;
use dateline_builder::{Content, Given, LISTS, Texts};
use dateline_engine::corpus::FileProblem;
use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A source file on the disk, which is read when its turn comes.
pub(crate) struct OnDisk(PathBuf);

impl Content for OnDisk {
    fn read(self) -> Result<Vec<u8>, FileProblem> {
        let OnDisk(path) = self;
        std::fs::read(&path).map_err(|error| {
            FileProblem::whole(&path.display().to_string(), &format!("cannot be read: {error}"))
        })
    }
}

/// Finds the source files at `paths`, and reads the lists in them, then the lists of actors `lists`; a path that cannot be
/// read is a problem of the corpus. `texts` has nothing yet. Gives the bytes of the source files, too.
///
/// # Errors
/// Where one of `lists` cannot be read.
pub(super) fn find(
    texts: Texts<OnDisk>,
    paths: &[PathBuf],
    lists: &[PathBuf],
) -> Result<(Texts<OnDisk>, u64), Failure> {
    let mut reader = Reader { texts, seen: HashSet::new(), folder: None, bytes: 0 };
    for path in paths {
        reader.path(path);
    }
    let Reader { mut texts, bytes, .. } = reader;
    texts.report_left_out();
    for list in lists {
        let text = std::fs::read_to_string(list)
            .map_err(|e| format!("expected a list of actors at {}, cannot read it: {e}", list.display()))?;
        texts.actors(&list.display().to_string(), &text);
    }
    Ok((texts, bytes))
}

/// What has been found so far.
struct Reader {
    texts: Texts<OnDisk>,
    /// The canonical paths that have been found, so that none is read twice.
    seen: HashSet<PathBuf>,
    /// The folder of the last file, and its canonical path.
    folder: Option<(PathBuf, PathBuf)>,
    bytes: u64,
}

impl Reader {
    /// Whether `path` has not been read yet; a second time is reported as a problem.
    fn is_new(&mut self, path: &Path) -> bool {
        // What has no full path is missing; reading it will say so.
        let new = self.full(path).is_none_or(|full| self.seen.insert(full));
        if !new {
            self.texts.report(&path.display().to_string(), "is named twice; it is read once");
        }
        new
    }

    /// The canonical path. Most files stand in one folder with the last.
    fn full(&mut self, path: &Path) -> Option<PathBuf> {
        let (folder, name) = path.parent().zip(path.file_name())?;
        if path.is_symlink() || path.is_dir() {
            return path.canonicalize().ok();
        }
        match &self.folder {
            Some((last, full)) if last == folder => Some(full.join(name)),
            _ => {
                let full = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
                let full = full.canonicalize().ok()?;
                let path = full.join(name);
                self.folder = Some((folder.to_owned(), full));
                Some(path)
            }
        }
    }

    /// Finds a folder with all that is in it, or a file.
    fn path(&mut self, root: &Path) {
        if root.is_dir() && !self.is_new(root) {
            return;
        }
        if is_page(root) {
            return self.texts.report_page(&root.display().to_string());
        }
        if !root.is_dir() {
            let name = root
                .file_name()
                .map_or_else(|| root.display().to_string(), |n| n.to_string_lossy().into_owned());
            // `corpus/*` names the lists, too.
            return match LISTS.iter().find(|list| **list == name) {
                Some(list) if root.is_file() => self.list(root, list),
                _ => self.file(root, name),
            };
        }
        for list in LISTS {
            let path = root.join(list);
            if path.is_file() {
                self.list(&path, list);
            }
        }
        // A page that was written into the folder holds no source files.
        let visible = |entry: &walkdir::DirEntry| {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            entry.depth() == 0 || !(hidden || entry.file_type().is_dir() && is_page(entry.path()))
        };
        let walk = walkdir::WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(visible) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let at = error.path().unwrap_or(root).display().to_string();
                    self.texts.report(&at, &format!("cannot be read: {}", plain(&error)));
                    continue;
                }
            };
            let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let name =
                relative.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            match Given::of(&name) {
                Given::Source if entry.file_type().is_file() => self.file(entry.path(), name),
                Given::MisplacedList => self.texts.report_misplaced(&name),
                _ => (),
            }
        }
    }

    /// Finds a source file, or an archive, as `name`.
    fn file(&mut self, path: &Path, name: String) {
        if !self.texts.has_room() || !self.is_new(path) {
            return;
        }
        let found = std::fs::metadata(path);
        // What a shell hands over as a file, as in `<(zcat a.gz)`, ends; other pipes and devices may not.
        if found.as_ref().is_ok_and(|m| !m.is_file())
            && !["/dev/fd", "/proc/self/fd"].iter().any(|pipes| path.starts_with(pipes))
            && path != Path::new("/dev/stdin")
        {
            return self
                .texts
                .report(&name, "expected a file, found a pipe or a device; save its text as a file");
        }
        match found.map(|m| m.len()) {
            Ok(size) if !self.texts.fits(&name, size) => (),
            Ok(size) => {
                self.bytes += size;
                let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
                self.texts.file(name, &folder.to_string_lossy(), OnDisk(path.to_owned()));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let message = "expected a folder or a file, found nothing there; check the spelling";
                self.texts.report(&path.display().to_string(), message);
            }
            Err(error) => {
                self.texts.report(&path.display().to_string(), &format!("cannot be read: {error}"));
            }
        }
    }

    /// Reads the file `path` as a list of this name, one of [`LISTS`].
    fn list(&mut self, path: &Path, name: &str) {
        match std::fs::read_to_string(path) {
            Ok(text) => self.texts.list(name, &text),
            Err(error) => self.texts.report(name, &format!("cannot be read: {error}")),
        }
    }
}

/// The system's message, without the path that walkdir puts before it.
fn plain(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| "a folder that contains itself".to_owned(), ToString::to_string)
}

//! Looking at texts again and again, until one has changed.

use crate::failure::Failure;
use crate::terminal::say;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// The time between two looks at the texts.
const LOOK: Duration = Duration::from_millis(500);

/// Texts that are looked at.
pub(crate) struct Watch<'p> {
    paths: Vec<&'p Path>,
    /// The folder that is written and not read.
    output: Option<PathBuf>,
    seen: Vec<Stamp>,
}

/// What tells a file from itself after a change.
type Stamp = (PathBuf, u64, Option<SystemTime>);

impl<'p> Watch<'p> {
    /// Begins to look at `paths` and `lists`, without what is written into the folder `output`.
    pub(crate) fn new(paths: &'p [PathBuf], lists: &'p [PathBuf], output: Option<&Path>) -> Watch<'p> {
        let paths = paths.iter().chain(lists).map(PathBuf::as_path).collect();
        let mut watch = Watch { paths, output: output.map(Path::to_owned), seen: Vec::new() };
        watch.seen = watch.stamps();
        watch
    }

    /// Waits until something has changed.
    pub(crate) fn wait(&mut self) {
        // Two looks alike, so that nothing is read while it is being written.
        let mut now = self.seen.clone();
        while now == self.seen || now != self.stamps() {
            now = self.stamps();
            thread::sleep(LOOK);
        }
        self.seen = now;
    }

    /// Calls `act` now and after each change, until the program is stopped.
    ///
    /// # Errors
    /// Where it fails the first time; later failures are said.
    pub(crate) fn each(mut self, mut act: impl FnMut() -> Result<(), Failure>) -> Result<(), Failure> {
        act()?;
        say!("dateline: again after each change (Ctrl+C stops it)");
        loop {
            self.wait();
            if let Err(failure) = act() {
                say!("dateline: {failure}");
            }
        }
    }

    /// The stamps of all files that may be read.
    fn stamps(&self) -> Vec<Stamp> {
        // However both are written.
        let output = self.output.as_ref().and_then(|output| output.canonicalize().ok());
        let is_output = |path: &Path| {
            let may_be = output.as_ref().is_some_and(|output| output.file_name() == path.file_name());
            may_be && path.canonicalize().ok() == output
        };
        let all = self.paths.iter().flat_map(|path| {
            let hidden = |entry: &walkdir::DirEntry| {
                entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
            };
            let walk = walkdir::WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter();
            let shown = |entry: &walkdir::DirEntry| !hidden(entry) && !is_output(entry.path());
            let files = walk.filter_entry(shown).flatten().filter(|entry| !entry.file_type().is_dir());
            files.map(|entry| stamp(entry.path())).collect::<Vec<_>>()
        });
        all.collect()
    }
}

fn stamp(path: &Path) -> Stamp {
    let about = path.metadata().ok();
    (path.to_owned(), about.as_ref().map_or(0, |it| it.len()), about.and_then(|it| it.modified().ok()))
}

//! Reads folders: source files, `corpus.toml`, lists of actors. The only place that reads what a newsroom brings; the
//! engine does the rest.

use crate::build::is_page;
use crate::failure::Failure;
use crate::terminal::{Progress, line};
use dateline_builder::{Beside, Given, Held, LISTS, Located, Texts, located};
use dateline_engine::actors::{Gazetteer, Mentions, annotate};
use dateline_engine::corpus::{Corpus, Day, FileProblem, Published};
use dateline_engine::parse::Parsed;
use std::collections::HashSet;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// The parsed source files, and the lists of actors in force.
pub(crate) struct Input {
    /// The corpus, and what became of each source file.
    pub(crate) parsed: Parsed,
    /// What the run is doing.
    progress: Progress,
    beside: Beside,
}

/// Reads `paths` and the lists in them, then the lists of actors `lists`; a path that cannot be read is a problem of
/// the corpus.
///
/// # Errors
/// Where one of `lists` cannot be read.
pub(crate) fn read(paths: &[PathBuf], lists: &[PathBuf]) -> Result<Input, Failure> {
    let mut reader = Reader { texts: Texts::default(), seen: HashSet::new(), progress: Progress::new() };
    for path in paths {
        reader.path(path);
    }
    let Reader { mut texts, progress, .. } = reader;
    texts.report_left_out();
    for list in lists {
        let text = std::fs::read_to_string(list)
            .map_err(|e| format!("expected a list of actors at {}, cannot read it: {e}", list.display()))?;
        texts.actors(&list.display().to_string(), &text);
    }
    progress.parsing(texts.count());
    let title = || {
        let first = paths.first()?.canonicalize().ok()?;
        let name = if first.is_dir() { first.file_name() } else { first.file_stem() };
        Some(name?.to_string_lossy().into_owned())
    };
    let (mut parsing, mut beside) = texts.parsing(title(), today());
    loop {
        match parsing.steps() {
            0 => break,
            files => progress.parsed(files),
        }
    }
    let mut parsed = parsing.finish();
    beside.complete(&mut parsed);
    progress.hide();
    Ok(Input { parsed, progress, beside })
}

impl Input {
    /// Prints the problems on standard error, then checks that there is an article.
    ///
    /// # Errors
    /// Where no article was found.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let corpus = &self.parsed.corpus;
        for Located { problem: FileProblem { file, message, .. }, place } in
            located(&self.parsed, &self.beside.lists)
        {
            let place = place.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
            let place = console::style(format!("{}{place}", line(file))).for_stderr().yellow();
            eprintln!("dateline: {place}: {}", line(message));
        }
        if !corpus.articles.is_empty() {
            return Ok(());
        }
        Err(if self.parsed.files.is_empty() {
            "expected source files, found none; name a folder with news texts as plain text".to_owned()
        } else {
            let files = dateline_engine::wording::count(self.parsed.files.len(), "file");
            format!("expected an article, found none in {files}; the problems above say why")
        })
    }

    /// The built-in list of actors and those that were read.
    pub(crate) fn gazetteer(&self) -> &Gazetteer {
        &self.beside.gazetteer
    }

    /// The corpus and its mentions.
    pub(crate) fn annotated(self) -> (Corpus, Mentions) {
        let mentions = self.mentions();
        self.progress.hide();
        (self.parsed.corpus, mentions)
    }

    /// The mentions of the corpus.
    pub(crate) fn mentions(&self) -> Mentions {
        self.progress.stage("finding actors");
        annotate(&self.parsed.corpus, &self.beside.gazetteer)
    }

    /// The name and the text of each list that was read.
    pub(crate) fn lists(&self) -> &[(String, String)] {
        &self.beside.lists
    }

    /// What the run is doing.
    pub(crate) fn progress(&self) -> &Progress {
        &self.progress
    }

    /// What a page is made of; and what the run is doing.
    pub(crate) fn held(self) -> (Held, Progress) {
        (Held::parsed(self.parsed, self.beside.gazetteer), self.progress)
    }
}

/// What has been read so far.
struct Reader {
    texts: Texts,
    /// The canonical paths that have been read, so that none is read twice.
    seen: HashSet<PathBuf>,
    progress: Progress,
}

impl Reader {
    /// Whether `path` has not been read yet; a second time is reported as a problem.
    fn is_new(&mut self, path: &Path) -> bool {
        // What has no full path is missing; reading it will say so.
        let new = path.canonicalize().map_or(true, |full| self.seen.insert(full));
        if !new {
            self.texts.report(&path.display().to_string(), "is named twice; it is read once");
        }
        new
    }

    /// Reads a folder with all that is in it, or a file.
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

    /// Reads a source file, or the files of an archive, as `name`.
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
        let bytes = match found.map(|m| m.len()) {
            Ok(size) if !self.texts.fits(&name, size) => return,
            Ok(_) => std::fs::read(path),
            Err(error) => Err(error),
        };
        match bytes {
            Ok(bytes) => {
                self.progress.read(bytes.len() as u64);
                let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
                self.texts.file(name, &folder.to_string_lossy(), bytes);
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

/// Today in UTC; the day of `SOURCE_DATE_EPOCH` where it is set, so that two builds are the same.
fn today() -> Option<Day> {
    let seconds = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|since| i64::try_from(since.as_secs()).ok())
    };
    Some(Published::since_1970(seconds.or_else(now)?)?.day())
}

/// The system's message, without the path that walkdir puts before it.
fn plain(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| "a folder that contains itself".to_owned(), ToString::to_string)
}

/// Writes `text` to standard output; a reader that has gone away (`| head`) is no error.
///
/// # Errors
/// Where standard output cannot be written.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("cannot write to standard output: {error}"))
        }
        _ => Ok(()),
    }
}

/// `value` as one line of JSON.
pub(crate) fn json(value: &impl serde::Serialize) -> String {
    let mut line = serde_json::to_string(value).expect("reports have text keys only");
    line.push('\n');
    line
}

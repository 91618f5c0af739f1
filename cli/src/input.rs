//! Reads folders: source files, `corpus.toml`, lists of actors. The only place that reads what a newsroom brings; the
//! engine does the rest.

use crate::build::is_page;
use crate::failure::Failure;
use crate::terminal::{Progress, line};
use dateline_engine::actors::{Gazetteer, Mentions, annotate};
use dateline_engine::corpus::{Corpus, Day, FileProblem, FileSpan, Published};
use dateline_engine::parse::bytes::archive::{self, Limits};
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{Parsed, SourceFile, parse_watched};
use dateline_engine::text::{Problem, line_and_column};
use std::collections::HashSet;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// The largest file in bytes, and the most files. Larger files are no news texts, and a page of more articles would not
/// start.
const LIMITS: Limits = Limits { bytes: 128 << 20, files: 50_000 };
/// The name of a folder's list of actors.
const ACTORS: &str = "actors.toml";
/// The files of a folder that are no source files.
const LISTS: &[&str] = &["corpus.toml", ACTORS];

/// The parsed source files, and the lists of actors in force.
pub(crate) struct Input {
    /// The corpus, and what became of each source file.
    pub(crate) parsed: Parsed,
    /// What the run is doing.
    progress: Progress,
    /// The built-in list of actors and those that were read.
    gazetteer: Gazetteer,
    /// The name and the text of each list, for lines and columns of problems in it.
    lists: Vec<(String, String)>,
}

/// Reads `paths` and the lists in them, then the lists of actors `lists`; a path that cannot be read is a problem of
/// the corpus.
///
/// # Errors
/// Where one of `lists` cannot be read.
pub(crate) fn read(paths: &[PathBuf], lists: &[PathBuf]) -> Result<Input, Failure> {
    let mut reader = Reader::default();
    for path in paths {
        reader.path(path);
    }
    reader.report_left_out();
    for list in lists {
        let text = std::fs::read_to_string(list)
            .map_err(|e| format!("expected a list of actors at {}, cannot read it: {e}", list.display()))?;
        reader.actors(&list.display().to_string(), &text);
    }
    let Reader { files, mut config, mut gazetteer, mut problems, progress, lists, .. } = reader;
    progress.parsing(files.len());
    config.title = config.title.or_else(|| {
        let first = paths.first()?.canonicalize().ok()?;
        let name = if first.is_dir() { first.file_name() } else { first.file_stem() };
        Some(name?.to_string_lossy().into_owned())
    });
    config.today = today();
    let mut parsed = parse_watched(files, &config, || progress.parsed());
    problems.append(&mut parsed.corpus.problems);
    parsed.corpus.problems = problems;
    gazetteer.add_languages(&parsed.corpus);
    progress.hide();
    Ok(Input { parsed, progress, gazetteer, lists })
}

impl Input {
    /// Prints the problems on standard error, then checks that there is an article.
    ///
    /// # Errors
    /// Where no article was found.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let corpus = &self.parsed.corpus;
        // Problems of one file stand in order, so that its lines are counted once.
        let mut counted: Option<(&str, u32, (usize, usize))> = None;
        for FileProblem { file, span, message } in &corpus.problems {
            let at = span.start;
            let source = self.parsed.files.iter().find(|f| f.name == *file);
            let list = || {
                self.lists.iter().find(|(name, _)| name == file).map(|(_, text)| line_and_column(text, at))
            };
            let from = counted.filter(|(name, before, _)| name == file && *before <= at);
            let found = source.map(|source| match from {
                Some((_, start, (line, column))) => {
                    let between = source.text(FileSpan { start, end: at });
                    match line_and_column(&between, between.len() as u32) {
                        (1, more) => (line, column + more - 1),
                        (more, column) => (line + more - 1, column),
                    }
                }
                None => source.line_and_column(at),
            });
            counted = found.map(|found| (file.as_str(), at, found)).or(counted);
            let place = found.or_else(list);
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
        &self.gazetteer
    }

    /// The corpus, its mentions, and the lists that they were found with; and what the run is doing.
    pub(crate) fn annotated(self) -> (Corpus, Mentions, Gazetteer, Progress) {
        self.progress.stage("finding actors");
        let mentions = annotate(&self.parsed.corpus, &self.gazetteer);
        self.progress.hide();
        (self.parsed.corpus, mentions, self.gazetteer, self.progress)
    }
}

/// What has been read so far.
struct Reader {
    /// The source files, those of archives among them.
    files: Vec<SourceFile>,
    /// The names given to files, each once.
    names: HashSet<String>,
    /// The canonical paths that have been read, so that none is read twice.
    seen: HashSet<PathBuf>,
    config: Config,
    gazetteer: Gazetteer,
    /// The name and the text of each list.
    lists: Vec<(String, String)>,
    problems: Vec<FileProblem>,
    /// The number of files beyond [`LIMITS`].
    left_out: usize,
    progress: Progress,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader {
            files: Vec::new(),
            names: HashSet::new(),
            seen: HashSet::new(),
            config: Config::default(),
            gazetteer: Gazetteer::built_in(),
            lists: Vec::new(),
            problems: Vec::new(),
            left_out: 0,
            progress: Progress::new(),
        }
    }
}

impl Reader {
    /// Adds a problem of the whole file `file`.
    fn report(&mut self, file: &str, message: String) {
        self.problems.push(FileProblem { file: file.to_owned(), span: FileSpan::default(), message });
    }

    /// Reports how many files were left out, in one problem for all.
    fn report_left_out(&mut self) {
        let Some(last) = self.files.last().filter(|_| self.left_out > 0).map(|file| file.name.clone()) else {
            return;
        };
        let message = format!(
            "expected at most {} files, found {} more; those after this one are left out: build several pages",
            LIMITS.files, self.left_out
        );
        self.report(&last, message);
    }

    /// Whether `path` has not been read yet; a second time is reported as a problem.
    fn is_new(&mut self, path: &Path) -> bool {
        // What has no full path is missing; reading it will say so.
        let new = path.canonicalize().map_or(true, |full| self.seen.insert(full));
        if !new {
            self.report(&path.display().to_string(), "is named twice; it is read once".to_owned());
        }
        new
    }

    /// Reads a folder with all that is in it, or a file.
    fn path(&mut self, root: &Path) {
        if root.is_dir() && !self.is_new(root) {
            return;
        }
        if is_page(root) {
            let message =
                "expected source texts, found a page that Dateline wrote; name the folder of its texts";
            return self.report(&root.display().to_string(), message.to_owned());
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
                    self.report(&at, format!("cannot be read: {}", plain(&error)));
                    continue;
                }
            };
            let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let name =
                relative.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            let list = LISTS.contains(&&*entry.file_name().to_string_lossy());
            if list && entry.depth() > 1 {
                let message =
                    "expected this list at the top of the folder, found it further down; it is left out";
                self.report(&name, message.to_owned());
            } else if entry.file_type().is_file() && !list {
                self.file(entry.path(), name);
            }
        }
    }

    /// Reads a source file, or the files of an archive, as `name`; other names are made unique.
    fn file(&mut self, path: &Path, mut name: String) {
        if self.files.len() >= LIMITS.files {
            self.left_out += 1;
            return;
        }
        if !self.is_new(path) {
            return;
        }
        let found = std::fs::metadata(path);
        // What a shell hands over as a file, as in `<(zcat a.gz)`, ends; other pipes and devices may not.
        if found.as_ref().is_ok_and(|m| !m.is_file())
            && !["/dev/fd", "/proc/self/fd"].iter().any(|pipes| path.starts_with(pipes))
            && path != Path::new("/dev/stdin")
        {
            return self.report(
                &name,
                "expected a file, found a pipe or a device; save its text as a file".to_owned(),
            );
        }
        let size = found.map(|m| m.len());
        let bytes = match size {
            Ok(size) if size > LIMITS.bytes => {
                let message = format!(
                    "expected a news text of at most {} MB, found {} MB; split the file",
                    LIMITS.bytes >> 20,
                    size >> 20
                );
                return self.report(&name, message);
            }
            Ok(_) => std::fs::read(path),
            Err(error) => Err(error),
        };
        match bytes {
            Ok(bytes) => {
                self.progress.read(bytes.len() as u64);
                // Two folders may hold files of one name.
                if self.names.contains(&name) {
                    let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
                    name = format!("{}/{name}", folder.to_string_lossy());
                }
                while !self.names.insert(name.clone()) {
                    name.push('+');
                }
                let (files, problems) = archive::unpack(SourceFile { name: name.clone(), bytes }, LIMITS);
                self.files.extend(files);
                self.add_problems(&name, problems);
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let message = "expected a folder or a file, found nothing there; check the spelling";
                self.report(&path.display().to_string(), message.to_owned());
            }
            Err(error) => self.report(&path.display().to_string(), format!("cannot be read: {error}")),
        }
    }

    /// Reads the file `path` as a list of this name, one of [`LISTS`].
    fn list(&mut self, path: &Path, name: &str) {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => return self.report(name, format!("cannot be read: {error}")),
        };
        if name == ACTORS {
            return self.actors(name, &text);
        }
        let (config, problems) = Config::parse(&text);
        self.config.add(config);
        self.add_problems(name, problems);
        self.lists.push((name.to_owned(), text));
    }

    /// Adds a list of actors to those in force.
    fn actors(&mut self, name: &str, text: &str) {
        let problems = self.gazetteer.add(text);
        self.add_problems(name, problems);
        self.lists.push((name.to_owned(), text.to_owned()));
    }

    fn add_problems(&mut self, file: &str, problems: Vec<Problem>) {
        self.problems.extend(problems.into_iter().map(|problem| FileProblem::new(file, problem)));
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

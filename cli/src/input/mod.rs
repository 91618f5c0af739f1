//! What the command reads: source files, a portion at a time or all at once, and what it writes to standard output.
//! [`find`] finds them.

mod find;

use crate::failure::Failure;
use crate::terminal::{Progress, line, say};
use dateline_builder::{Gathering, Held, Known, Located, Portions, Texts, located};
use dateline_engine::actors::{Gazetteer, Mentions, annotate};
use dateline_engine::corpus::{Corpus, Day, FileProblem, Published};
use dateline_engine::parse::Parsed;
use find::{OnDisk, find};
use std::collections::HashSet;
use std::io::{ErrorKind, Read, Write as _};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// The bytes of source files that are in memory at once, give or take a file: enough for many cores.
const PORTION: u64 = 32 << 20;

/// Source files that are read a portion at a time.
pub(crate) struct Stream {
    portions: Portions<OnDisk>,
    progress: Progress,
    files: usize,
    articles: usize,
    /// A line for each problem that was not printed yet.
    problems: Vec<String>,
}

/// Begins to read `paths`, however many files there are, and the lists of actors `lists`.
///
/// # Errors
/// Where one of `lists` cannot be read.
pub(crate) fn open(paths: &[PathBuf], lists: &[PathBuf]) -> Result<Stream, Failure> {
    stream(Texts::unlimited(), paths, lists)
}

fn stream(texts: Texts<OnDisk>, paths: &[PathBuf], lists: &[PathBuf]) -> Result<Stream, Failure> {
    let progress = Progress::new();
    progress.stage("finding texts");
    let (texts, bytes) = find(texts, paths, lists)?;
    let title = || {
        let first = paths.first()?.canonicalize().ok()?;
        let name = if first.is_dir() { first.file_name() } else { first.file_stem() };
        Some(name?.to_string_lossy().into_owned())
    };
    let portions = texts.portions(title(), today());
    progress.reading(bytes);
    Ok(Stream { portions, progress, files: 0, articles: 0, problems: Vec::new() })
}

impl Stream {
    /// Reads and parses the next portion, a corpus of its own without near-duplicates; `None` at the end.
    pub(crate) fn portion(&mut self) -> Option<Parsed> {
        let parsed = self.portions.portion(PORTION);
        self.progress.read(self.portions.read());
        let Some(parsed) = parsed else {
            self.progress.hide();
            return None;
        };
        self.files += parsed.files.len();
        self.articles += parsed.corpus.articles.len();
        for Located { problem: FileProblem { file, message, .. }, place } in
            located(&parsed, &self.portions.lists)
        {
            let place = place.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
            let place = console::style(format!("{}{place}", line(file))).for_stderr().yellow();
            self.problems.push(format!("dateline: {place}: {}", line(message)));
        }
        Some(parsed)
    }

    /// Prints the problems of what was read since, on standard error.
    pub(crate) fn report(&mut self) {
        let problems = std::mem::take(&mut self.problems);
        self.progress.aside(|| problems.iter().for_each(|problem| say!("{problem}")));
    }

    /// The built-in list of actors and those that were read. It knows no language but English.
    pub(crate) fn gazetteer(&self) -> &Gazetteer {
        &self.portions.gazetteer
    }

    /// The name and the text of each list that was read.
    pub(crate) fn lists(&self) -> &[(String, String)] {
        &self.portions.lists
    }

    /// Passes over a file where its content is that which an earlier run has read.
    pub(crate) fn keep(&mut self, file: &str, known: Known) {
        self.portions.keep(file, known);
    }

    /// The files that were passed over.
    pub(crate) fn same(&self) -> &HashSet<String> {
        self.portions.same()
    }

    /// What the run is doing.
    pub(crate) fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The number of source files so far.
    pub(crate) fn files(&self) -> usize {
        self.files
    }

    /// The number of articles so far.
    pub(crate) fn articles(&self) -> usize {
        self.articles
    }

    /// Prints the problems that were not printed yet, then checks that there is an article.
    ///
    /// # Errors
    /// Where no article was found.
    pub(crate) fn check(&mut self) -> Result<(), Failure> {
        self.check_with(0)
    }

    /// Prints the problems that were not printed yet, then checks that there is an article; so many stand in files that were
    /// passed over.
    ///
    /// # Errors
    /// Where no article was found.
    pub(crate) fn check_with(&mut self, articles: usize) -> Result<(), Failure> {
        self.report();
        match (self.articles + articles, self.files + self.same().len()) {
            (0, 0) => {
                Err("expected source files, found none; name a folder with news texts as plain text"
                    .to_owned())
            }
            (0, files) => {
                let files = dateline_engine::wording::count(files, "file");
                Err(format!("expected an article, found none in {files}; the problems above say why"))
            }
            _ => Ok(()),
        }
    }
}

/// The mentions in a portion; `gazetteer` is that of its stream.
pub(crate) fn mentions(parsed: &Parsed, mut gazetteer: Gazetteer) -> Mentions {
    gazetteer.add_languages(&parsed.corpus);
    annotate(&parsed.corpus, &gazetteer)
}

/// All source files and the lists of actors in force, in memory.
pub(crate) struct Input {
    /// The corpus, and what became of each source file.
    pub(crate) parsed: Parsed,
    gazetteer: Gazetteer,
    stream: Stream,
}

/// Reads all of `paths`, as many files as a page may have, and the lists of actors `lists`.
///
/// # Errors
/// Where one of `lists` cannot be read.
pub(crate) fn read(paths: &[PathBuf], lists: &[PathBuf]) -> Result<Input, Failure> {
    let mut stream = stream(Texts::default(), paths, lists)?;
    let mut parsed = Parsed::default();
    while let Some(portion) = stream.portion() {
        parsed.append(portion);
    }
    parsed.finish();
    let mut gazetteer = stream.gazetteer().clone();
    gazetteer.add_languages(&parsed.corpus);
    Ok(Input { parsed, gazetteer, stream })
}

impl Input {
    /// Prints the problems on standard error, then checks that there is an article.
    ///
    /// # Errors
    /// Where no article was found.
    pub(crate) fn check(&mut self) -> Result<(), Failure> {
        self.stream.check()
    }

    /// The lists of actors in force.
    pub(crate) fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// The corpus and its mentions.
    pub(crate) fn annotated(self) -> (Corpus, Mentions) {
        self.stream.progress.stage("finding actors");
        let mentions = annotate(&self.parsed.corpus, &self.gazetteer);
        self.stream.progress.hide();
        (self.parsed.corpus, mentions)
    }
}

/// Reads all of `paths` and `lists` for a page, prints the problems, and checks that there is an article; gives what
/// the run is doing, too.
///
/// # Errors
/// Where one of `lists` cannot be read, or no article was found.
pub(crate) fn held(paths: &[PathBuf], lists: &[PathBuf]) -> Result<(Held, Progress), Failure> {
    let mut stream = stream(Texts::default(), paths, lists)?;
    let mut gathering = Gathering::default();
    while let Some(portion) = stream.portion() {
        gathering.add(portion);
    }
    stream.check()?;
    let Stream { portions, progress, .. } = stream;
    progress.stage("finding near-duplicates");
    Ok((gathering.finish(portions.gazetteer), progress))
}

/// Today in UTC; the day of `SOURCE_DATE_EPOCH` where it is set, so that two builds are the same.
pub(crate) fn today() -> Option<Day> {
    let seconds = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|since| i64::try_from(since.as_secs()).ok())
    };
    Some(Published::since_1970(seconds.or_else(now)?)?.day())
}

/// Writes `text` to standard output; a reader that has gone away (`| head`) is no error.
///
/// # Errors
/// Where standard output cannot be written.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    copy(&mut text.as_bytes()).map(drop)
}

/// Writes what `from` has to standard output, as [`print`]; says whether somebody reads it.
///
/// # Errors
/// Where it cannot be read, or standard output cannot be written.
pub(crate) fn copy(from: &mut impl Read) -> Result<bool, Failure> {
    let mut out = std::io::stdout().lock();
    match std::io::copy(from, &mut out).and_then(|_| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(format!("cannot write to standard output: {error}")),
    }
}

/// `value` as one line of JSON.
pub(crate) fn json(value: &impl serde::Serialize) -> String {
    let mut line = serde_json::to_string(value).expect("reports have text keys only");
    line.push('\n');
    line
}

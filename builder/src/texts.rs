//! What a newsroom brings, one file after the other: source files and archives of them, `corpus.toml`, lists of actors.

use crate::portions::{Content, Portions, left_out};
use dateline_engine::actors::Gazetteer;
use dateline_engine::corpus::{Day, FileProblem};
use dateline_engine::parse::bytes::archive::Limits;
use dateline_engine::parse::config::Config;
use dateline_engine::text::Problem;
use std::collections::HashSet;

/// The largest file in bytes, and the most files. Larger files are no news texts, and a page of more articles would not
/// start.
pub const LIMITS: Limits = Limits { bytes: 128 << 20, files: 50_000 };
/// The name of a folder's list of actors.
const ACTORS: &str = "actors.toml";
/// The files of a folder that are no source files.
pub const LISTS: &[&str] = &["corpus.toml", ACTORS];

/// What a file of a folder is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// A source file, or an archive of source files.
    Source,
    /// A list at the top of the folder, one of [`LISTS`], which counts for all of it.
    List,
    /// A list further down, which counts for nothing.
    MisplacedList,
    /// A hidden file, or a file in a hidden folder.
    Hidden,
}

impl Given {
    /// What the file `name` is, relative to its folder, with `/` between names.
    pub fn of(name: &str) -> Given {
        let mut names = name.split('/');
        if names.clone().any(|part| part.starts_with('.')) {
            return Given::Hidden;
        }
        let is_list = names.next_back().is_some_and(|last| LISTS.contains(&last));
        match (is_list, name.contains('/')) {
            (false, _) => Given::Source,
            (true, false) => Given::List,
            (true, true) => Given::MisplacedList,
        }
    }
}

/// What was brought so far. A source file is its bytes, or something that reads them when their turn comes.
pub struct Texts<C = Vec<u8>> {
    /// The source files and archives, by name.
    files: Vec<(String, C)>,
    /// The names given to files, each once.
    names: HashSet<String>,
    /// The most files that may come.
    most: usize,
    config: Config,
    gazetteer: Gazetteer,
    /// The name and the text of each list.
    lists: Vec<(String, String)>,
    problems: Vec<FileProblem>,
    /// The number of files beyond [`most`](Texts::most).
    left_out: usize,
}

impl<C: Content> Default for Texts<C> {
    fn default() -> Texts<C> {
        Texts::beside(Gazetteer::built_in())
    }
}

impl<C: Content> Texts<C> {
    /// Nothing yet; lists of actors that are brought are added to this one.
    pub fn beside(gazetteer: Gazetteer) -> Texts<C> {
        Texts {
            files: Vec::new(),
            names: HashSet::new(),
            most: LIMITS.files,
            config: Config::default(),
            gazetteer,
            lists: Vec::new(),
            problems: Vec::new(),
            left_out: 0,
        }
    }

    /// Nothing yet, and as many files as there are: for those who make no page.
    pub fn unlimited() -> Texts<C> {
        Texts { most: usize::MAX, ..Texts::default() }
    }

    /// Adds a problem of the whole file `file`.
    pub fn report(&mut self, file: &str, message: &str) {
        self.problems.push(FileProblem::whole(file, message));
    }

    /// Reports that the folder at `path` is a page.
    pub fn report_page(&mut self, path: &str) {
        self.report(
            path,
            "expected source texts, found a page that Dateline wrote; name the folder of its texts",
        );
    }

    /// Reports that the list `name` stands where it counts for nothing.
    pub fn report_misplaced(&mut self, name: &str) {
        self.report(
            name,
            "expected this list at the top of the folder, found it further down; it is left out",
        );
    }

    /// Reports how many files were left out, in one problem for all.
    pub fn report_left_out(&mut self) {
        if let Some((last, _)) = self.files.last().filter(|_| self.left_out > 0) {
            self.problems.push(left_out(last, self.most, self.left_out));
        }
    }

    /// Whether one more file may come; counts it as left out where none may.
    pub fn has_room(&mut self) -> bool {
        let has_room = self.files.len() < self.most;
        self.left_out += usize::from(!has_room);
        has_room
    }

    /// Whether the file `name` of so many bytes may be read; a larger one is reported.
    pub fn fits(&mut self, name: &str, bytes: u64) -> bool {
        let fits = bytes <= LIMITS.bytes;
        if !fits {
            let (most, found) = (LIMITS.bytes >> 20, bytes >> 20);
            let message =
                format!("expected a news text of at most {most} MB, found {found} MB; split the file");
            self.report(name, &message);
        }
        fits
    }

    /// Adds a source file or an archive as `name`; other names are made unique, first with that of the `folder` it came
    /// from.
    pub fn file(&mut self, mut name: String, folder: &str, content: C) {
        // Two folders may hold files of one name.
        if self.names.contains(&name) && !folder.is_empty() {
            name = format!("{folder}/{name}");
        }
        while !self.names.insert(name.clone()) {
            name.push('+');
        }
        self.files.push((name, content));
    }

    /// Adds the list `name`, one of [`LISTS`].
    pub fn list(&mut self, name: &str, text: &str) {
        if name == ACTORS {
            return self.actors(name, text);
        }
        let (config, problems) = Config::parse(text);
        self.config.add(config);
        self.add_problems(name, problems);
        self.lists.push((name.to_owned(), text.to_owned()));
    }

    /// Adds a list of actors to those in force.
    pub fn actors(&mut self, name: &str, text: &str) {
        let problems = self.gazetteer.add(text);
        self.add_problems(name, problems);
        self.lists.push((name.to_owned(), text.to_owned()));
    }

    /// Begins to parse. The corpus has this `title` where no list gives one; `today` in UTC tells dates that have not
    /// come.
    pub fn portions(mut self, title: Option<String>, today: Option<Day>) -> Portions<C> {
        self.config.title = self.config.title.or(title);
        self.config.today = today;
        Portions::new(self.files, LIMITS, self.most, self.config, self.gazetteer, self.lists, self.problems)
    }

    fn add_problems(&mut self, file: &str, problems: Vec<Problem>) {
        self.problems.extend(problems.into_iter().map(|problem| FileProblem::new(file, problem)));
    }
}

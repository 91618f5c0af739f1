//! Source files on their way into a corpus, a portion at a time, so that no more of them is in memory than a portion and the
//! archive that is being read.

use dateline_engine::actors::Gazetteer;
use dateline_engine::corpus::FileProblem;
use dateline_engine::order;
use dateline_engine::parse::bytes::archive::{self, Limits};
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{Parsed, Parsing, SourceFile};
use sha2::{Digest as _, Sha256};
use std::collections::{HashMap, HashSet, VecDeque};

/// What a source file holds.
pub trait Content {
    /// Its bytes.
    ///
    /// # Errors
    /// The problem of what cannot be read.
    fn read(self) -> Result<Vec<u8>, FileProblem>;
}

impl Content for Vec<u8> {
    fn read(self) -> Result<Vec<u8>, FileProblem> {
        Ok(self)
    }
}

/// Source files that are parsed in the order of their names.
pub struct Portions<C = Vec<u8>> {
    /// Those that were not read yet, by name.
    waiting: std::vec::IntoIter<(String, C)>,
    /// What was read and not parsed, by name.
    unpacked: VecDeque<Unpacked>,
    /// Those of an archive.
    limits: Limits,
    /// The most files that are parsed, those in archives among them; how many there were, and the name of the last.
    most: usize,
    taken: usize,
    last: String,
    /// The number of files beyond that.
    beyond: usize,
    /// `None` after the last portion.
    parsing: Option<Parsing>,
    /// The built-in list of actors and those that were brought. It knows no language but English.
    pub gazetteer: Gazetteer,
    /// The name and the text of each list, for lines and columns of problems in it.
    pub lists: Vec<(String, String)>,
    /// Problems of what was brought and of files that were not parsed.
    problems: Vec<FileProblem>,
    /// Bytes that were read.
    read: u64,
    /// The files that an earlier run has read, by name.
    known: HashMap<String, Known>,
    /// Those of them that are the same.
    same: HashSet<String>,
}

/// A file that an earlier run has read.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The [`digest`] of its content.
    pub digest: String,
    /// The names of its articles.
    pub articles: Vec<String>,
    /// Its problems.
    pub problems: Vec<FileProblem>,
}

/// What a file or an archive holds.
struct Unpacked {
    /// The name of the file, or of the archive.
    name: String,
    what: What,
}

enum What {
    File(Vec<u8>),
    /// The problems of a file that is as an earlier run has read it, and its length.
    Same(Vec<FileProblem>, u64),
    /// The problems of what cannot be read or unpacked.
    Problems(Vec<FileProblem>),
}

/// What tells the content of a file from any other: the first half of its SHA-256, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

impl<C: Content> Portions<C> {
    pub(crate) fn new(
        mut files: Vec<(String, C)>,
        limits: Limits,
        most: usize,
        config: Config,
        gazetteer: Gazetteer,
        lists: Vec<(String, String)>,
        problems: Vec<FileProblem>,
    ) -> Portions<C> {
        order::by(&mut files, |(a, _), (b, _)| a.cmp(b));
        let (waiting, unpacked, parsing) = (files.into_iter(), VecDeque::new(), Some(Parsing::new(config)));
        Portions {
            waiting,
            unpacked,
            limits,
            most,
            taken: 0,
            last: String::new(),
            beyond: 0,
            parsing,
            gazetteer,
            lists,
            problems,
            read: 0,
            known: HashMap::new(),
            same: HashSet::new(),
        }
    }

    /// Passes over the file `name` where its content is that which an earlier run has read: its articles keep their names, and
    /// its problems are told again.
    pub fn keep(&mut self, name: &str, mut known: Known) {
        if let Some(parsing) = &mut self.parsing {
            parsing.keep(name.to_owned(), std::mem::take(&mut known.articles));
        }
        self.known.insert(name.to_owned(), known);
    }

    /// The files that were passed over.
    pub fn same(&self) -> &HashSet<String> {
        &self.same
    }

    /// The number of files and archives that were not read yet.
    pub fn left(&self) -> usize {
        self.waiting.len()
    }

    /// The bytes of files and archives that were read.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// Reads the next files until they have `most` bytes or more, at least one that is not empty, and parses those that are not
    /// passed over; gives them as a corpus of their own, without near-duplicates, with the problems of what was brought
    /// before its first file. A portion may have problems and nothing else; `None` follows the last.
    pub fn portion(&mut self, most: u64) -> Option<Parsed> {
        let mut parsing = self.parsing.take()?;
        let mut files: Vec<SourceFile> = Vec::new();
        let mut bytes = 0;
        // Each with the number of files that stand before it.
        let mut before: Vec<(usize, Vec<FileProblem>)> = vec![(0, std::mem::take(&mut self.problems))];
        let mut is_last = false;
        while bytes < most {
            match self.next() {
                Some(Unpacked { what: What::Problems(problems), .. }) => before.push((files.len(), problems)),
                Some(Unpacked { name, what: What::Same(problems, length) }) => {
                    bytes += length;
                    parsing.pass(&name);
                    self.same.insert(name);
                    before.push((files.len(), problems));
                }
                Some(Unpacked { name, what: What::File(content) }) => {
                    bytes += content.len() as u64;
                    files.push(SourceFile { name, bytes: content });
                }
                None => {
                    is_last = true;
                    break;
                }
            }
        }
        let mut parsed = together(parsing.parse(files), before);
        if is_last {
            parsed.corpus.problems.extend(self.left_out());
            parsed.corpus.problems.append(&mut parsing.finish());
        } else {
            self.parsing = Some(parsing);
        }
        Some(parsed)
    }

    /// The next of what archives hold and what is none, in the order of their names.
    fn next(&mut self) -> Option<Unpacked> {
        loop {
            // A name may stand between that of an archive and those of its files: `mail.1` between `mail` and `mail/1`.
            let is_next = |unpacked: &Unpacked| {
                self.waiting.as_slice().first().is_none_or(|(name, _)| *name >= unpacked.name)
            };
            if self.unpacked.front().is_some_and(is_next) {
                let next = self.unpacked.pop_front();
                if next.as_ref().is_some_and(|next| matches!(next.what, What::File(_) | What::Same(..))) {
                    if self.taken == self.most {
                        self.beyond += 1;
                        continue;
                    }
                    self.taken += 1;
                    self.last = next.as_ref().map(|next| next.name.clone()).unwrap_or_default();
                }
                return next;
            }
            let (name, content) = self.waiting.next()?;
            let is_among_others = !self.unpacked.is_empty();
            match content.read() {
                Ok(bytes) => self.unpack(name, bytes),
                Err(problem) => {
                    self.unpacked.push_back(Unpacked { name, what: What::Problems(vec![problem]) })
                }
            }
            if is_among_others {
                order::by(self.unpacked.make_contiguous(), |a, b| a.name.cmp(&b.name));
            }
        }
    }

    /// Unpacks a file that was read, or an archive.
    fn unpack(&mut self, name: String, bytes: Vec<u8>) {
        self.read += bytes.len() as u64;
        let (files, problems) = archive::unpack(SourceFile { name: name.clone(), bytes }, self.limits);
        // Where a file is called as its archive is, the problems of both are told together.
        let is_whole = problems.is_empty();
        let problems = problems.into_iter().map(|problem| FileProblem::new(&name, problem)).collect();
        if !is_whole {
            self.unpacked.push_back(Unpacked { name: name.clone(), what: What::Problems(problems) });
        }
        for SourceFile { name: own, bytes } in files {
            let may_be_same = is_whole || own != name;
            let what = match self
                .known
                .get_mut(&own)
                .filter(|known| may_be_same && known.digest == digest(&bytes))
            {
                Some(known) => What::Same(std::mem::take(&mut known.problems), bytes.len() as u64),
                None => What::File(bytes),
            };
            self.unpacked.push_back(Unpacked { name: own, what });
        }
    }

    /// The problem of files in archives that are too many.
    fn left_out(&self) -> Option<FileProblem> {
        (self.beyond > 0).then(|| left_out(&self.last, self.most, self.beyond))
    }
}

/// The problem that at most so many files are read, and so many `more` follow the one that is `last`.
pub(crate) fn left_out(last: &str, most: usize, more: usize) -> FileProblem {
    let message = format!(
        "expected at most {most} files, found {more} more; those after this one are left out: build several pages"
    );
    FileProblem::whole(last, &message)
}

/// `parsed` with each of the problems `before` its files.
fn together(mut parsed: Parsed, before: Vec<(usize, Vec<FileProblem>)>) -> Parsed {
    let corpus = &mut parsed.corpus;
    let mut own = std::mem::take(&mut corpus.problems).into_iter().peekable();
    let mut files = corpus.files.iter();
    let mut done = 0;
    for (at, problems) in before {
        for file in files.by_ref().take(at - done) {
            while let Some(problem) = own.next_if(|problem| problem.file == *file) {
                corpus.problems.push(problem);
            }
        }
        done = at;
        corpus.problems.extend(problems);
    }
    corpus.problems.extend(own);
    parsed
}

#[cfg(test)]
mod tests {
    use super::{Content, FileProblem, Parsed};
    use crate::Texts;

    /// What is read; no text cannot be read.
    struct Given(Option<&'static [u8]>);

    impl Content for Given {
        fn read(self) -> Result<Vec<u8>, FileProblem> {
            let Given(bytes) = self;
            bytes.map(<[u8]>::to_vec).ok_or_else(|| FileProblem::whole("gone.txt", "cannot be read"))
        }
    }

    /// What is parsed in portions of at least so many bytes.
    fn parsed(most: u64) -> Vec<Parsed> {
        let mut texts: Texts<Given> = Texts::default();
        texts.list("corpus.toml", "[article.nobody]\nsource = \"Gazette\"\n");
        for (name, bytes) in [
            ("d.txt", Some(&b" date 2024-01-05 Ferries left at dawn."[..])),
            ("c.txt", None),
            ("b.txt", Some(b"\0\x01\x02")),
            ("a.txt", Some(b" date 2024-01-05 Ferries left at noon.")),
        ] {
            texts.file(name.to_owned(), "", Given(bytes));
        }
        texts.report("lost", "expected a folder, found nothing there");
        let mut portions = texts.portions(None, None);
        std::iter::from_fn(|| portions.portion(most)).collect()
    }

    #[test]
    fn problems_stand_before_the_files_that_follow_them() {
        for most in [1, 50, u64::MAX] {
            let problems = parsed(most).into_iter().flat_map(|parsed| parsed.corpus.problems);
            let files: Vec<String> = problems.map(|problem| problem.file).collect();
            assert_eq!(files, ["lost", "b.txt", "gone.txt", "corpus.toml"], "in portions of {most}");
        }
    }

    #[test]
    fn files_in_archives_stand_where_their_names_are() {
        let mail = |day: u32| {
            format!(
                "From a@e.org Mon Jan {day} 00:00:00 2024\nFrom: a@e.org\nDate: Mon, {day} Jan 2024 10:00:00 +0000\nSubject: Ferries\n\nFerries left at noon.\n\n"
            )
        };
        let mails = (mail(1) + &mail(2)).into_bytes();
        for most in [1, u64::MAX] {
            let mut texts: Texts = Texts::default();
            for name in ["mail", "mail.1", "mail0"] {
                texts.file(name.to_owned(), "", mails.clone());
            }
            let mut portions = texts.portions(None, None);
            let parsed = std::iter::from_fn(|| portions.portion(most));
            let files: Vec<String> = parsed.flat_map(|parsed| parsed.corpus.files).collect();
            assert!(files.len() == 6 && files.is_sorted(), "in portions of {most}: {files:?}");
        }
    }

    #[test]
    fn portions_together_are_the_whole() {
        let together = |most| {
            let mut whole = Parsed::default();
            parsed(most).into_iter().for_each(|parsed| whole.append(parsed));
            whole.finish();
            whole.corpus
        };
        assert_eq!(together(1), together(u64::MAX));
        assert_eq!(parsed(1).len(), 4, "a file each, and what is left");
    }
}

//! Source files on their way into a corpus, a portion at a time, so that no more of them is in memory than one portion.

use dateline_engine::actors::Gazetteer;
use dateline_engine::corpus::FileProblem;
use dateline_engine::order;
use dateline_engine::parse::bytes::archive::{self, Limits};
use dateline_engine::parse::config::Config;
use dateline_engine::parse::{Parsed, Parsing, SourceFile};
use std::collections::VecDeque;

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
    /// The files of the archive that is being read.
    unpacked: VecDeque<SourceFile>,
    /// Those of an archive.
    limits: Limits,
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
}

impl<C: Content> Portions<C> {
    pub(crate) fn new(
        mut files: Vec<(String, C)>,
        limits: Limits,
        config: Config,
        gazetteer: Gazetteer,
        lists: Vec<(String, String)>,
        problems: Vec<FileProblem>,
    ) -> Portions<C> {
        order::by(&mut files, |(a, _), (b, _)| a.cmp(b));
        let (waiting, unpacked, parsing) = (files.into_iter(), VecDeque::new(), Some(Parsing::new(config)));
        Portions { waiting, unpacked, limits, parsing, gazetteer, lists, problems, read: 0 }
    }

    /// The number of files and archives that were not read yet.
    pub fn left(&self) -> usize {
        self.waiting.len()
    }

    /// The bytes of files and archives that were read.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// Reads and parses the next files, at least one, until they have `most` bytes or more; gives them as a corpus of their
    /// own, without near-duplicates, with the problems of what was brought before its first file. The last portion
    /// may have problems and nothing else; `None` follows it.
    pub fn portion(&mut self, most: u64) -> Option<Parsed> {
        let mut parsing = self.parsing.take()?;
        let mut files: Vec<SourceFile> = Vec::new();
        let mut bytes = 0;
        // Each with the number of files that stand before it.
        let mut before: Vec<(usize, Vec<FileProblem>)> = vec![(0, std::mem::take(&mut self.problems))];
        while files.is_empty() || bytes < most {
            if let Some(file) = self.unpacked.pop_front() {
                bytes += file.bytes.len() as u64;
                files.push(file);
                continue;
            }
            let Some((name, content)) = self.waiting.next() else {
                let mut parsed = together(parsing.parse(files), before);
                parsed.corpus.problems.append(&mut parsing.finish());
                return Some(parsed);
            };
            let problems = match content.read() {
                Ok(bytes) => {
                    self.read += bytes.len() as u64;
                    let (inside, problems) =
                        archive::unpack(SourceFile { name: name.clone(), bytes }, self.limits);
                    self.unpacked.extend(inside);
                    problems.into_iter().map(|problem| FileProblem::new(&name, problem)).collect()
                }
                Err(problem) => vec![problem],
            };
            before.push((files.len(), problems));
        }
        let parsed = together(parsing.parse(files), before);
        self.parsing = Some(parsing);
        Some(parsed)
    }

    /// Reads and parses all files, and finds the near-duplicates; the lists know the languages of the corpus.
    pub fn whole(&mut self) -> Parsed {
        let mut whole = Parsed::default();
        while let Some(parsed) = self.portion(u64::MAX) {
            whole.append(parsed);
        }
        whole.finish();
        self.gazetteer.add_languages(&whole.corpus);
        whole
    }
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

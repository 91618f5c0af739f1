//! Problems with their lines, as people look for them.

use dateline_engine::corpus::{Corpus, FileProblem, FileSpan};
use dateline_engine::parse::{Parsed, ParsedFile};
use dateline_engine::text::line_and_column;
use std::collections::HashMap;

/// A problem, and where it stands.
pub struct Located<'a> {
    /// The problem.
    pub problem: &'a FileProblem,
    /// The line and the column, both from 1; `None` where it is of a file that was not read.
    pub place: Option<(usize, usize)>,
}

/// The problems of `parsed`; `lists` has the name and the text of each list that was brought beside it.
pub fn located<'a>(parsed: &'a Parsed, lists: &[(String, String)]) -> Vec<Located<'a>> {
    let sources: HashMap<&str, &ParsedFile> =
        parsed.files.iter().map(|file| (file.name.as_str(), file)).collect();
    // Problems of one file stand in order, so that its lines are counted once.
    let mut counted: Option<(&str, u32, (usize, usize))> = None;
    let place = |problem: &'a FileProblem| {
        let FileProblem { file, span, .. } = problem;
        let at = span.start;
        let source = sources.get(file.as_str()).copied();
        let list = || lists.iter().find(|(name, _)| name == file).map(|(_, text)| line_and_column(text, at));
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
        Located { problem, place: found.or_else(list) }
    };
    let Corpus { problems, .. } = &parsed.corpus;
    problems.iter().map(place).collect()
}

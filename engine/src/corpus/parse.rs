//! The road from source files to a corpus: text, shape, articles, tiling, names.

use super::article::{Article, Corpus, FileId, FileProblem};
use super::body::Draft;
use super::config::Config;
use super::part::{self, Part, Role};
use super::{ArticleId, SourceFile, formats};
use crate::text::{Problem, Span, Tokens};
use std::collections::HashSet;

/// A corpus, and how each file was taken apart to make it.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// What was found.
    pub corpus: Corpus,
    /// The files, in the order of [`Corpus::files`].
    pub files: Vec<ParsedFile>,
}

/// One file, taken apart.
#[derive(Clone, Debug)]
pub struct ParsedFile {
    /// Its name.
    pub name: String,
    /// Its parts; they tile its bytes.
    pub parts: Vec<Part>,
    bytes: Vec<u8>,
}

impl ParsedFile {
    /// How many bytes it has.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The line and the column of the byte `at`, both from 1; columns count characters.
    pub fn line_and_column(&self, at: u32) -> (usize, usize) {
        let before = self.bytes.get(..at as usize).unwrap_or(&self.bytes);
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        (line, String::from_utf8_lossy(&before[start..]).chars().count() + 1)
    }

    /// What stands at `span`; bytes that are no text show as `�`.
    pub fn text(&self, span: Span) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(self.bytes.get(span.range()).unwrap_or_default())
    }

    /// What `part` shows in the ledger: its text, or the beginning of it where the file is no text to read.
    pub fn shown(&self, part: &Part) -> String {
        if !matches!(part.role, Role::Ledger("binary-file" | "not-utf-8")) {
            return self.text(part.span).into_owned();
        }
        /// Characters that show of a file that is no text: enough to tell which file it is.
        const SHOWN: usize = 200;
        // A character has four bytes at most.
        let head = part.span.range().start..part.span.range().end.min(part.span.range().start + 4 * SHOWN);
        let head = String::from_utf8_lossy(self.bytes.get(head).unwrap_or_default());
        match head.char_indices().nth(SHOWN) {
            Some((cut, _)) => format!("{}…", &head[..cut]),
            None => head.into_owned(),
        }
    }
}

/// Parses `files`, in the order of their names. Never fails: what was not as expected is a problem of the
/// corpus, and every byte stands in a part.
pub fn parse(mut files: Vec<SourceFile>, config: &Config) -> Parsed {
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let mut parsed = Parsed::default();
    parsed.corpus.title = config.title.clone().unwrap_or_else(|| "Untitled corpus".to_owned());
    parsed.corpus.description = config.description.clone().unwrap_or_default();
    let mut taken = HashSet::new();
    for file in files {
        let id = FileId(parsed.files.len() as u32);
        let first = parsed.corpus.articles.len();
        let (parts, problems) = read(&file, id, &mut parsed.corpus.articles);
        name_articles(&mut parsed.corpus.articles[first..], &file.name, &mut taken);
        let named = |problem| FileProblem { file: file.name.clone(), problem };
        parsed.corpus.problems.extend(problems.into_iter().map(named));
        parsed.corpus.files.push(file.name.clone());
        parsed.files.push(ParsedFile { name: file.name, parts, bytes: file.bytes });
    }
    parsed
}

fn read(file: &SourceFile, id: FileId, articles: &mut Vec<Article>) -> (Vec<Part>, Vec<Problem>) {
    let text = match file.text() {
        Ok(text) => text,
        Err((rule, problem)) => {
            let whole = Span::new(0, file.bytes.len());
            return (vec![Part { span: whole, role: Role::Ledger(rule), article: None }], vec![problem]);
        }
    };
    let outcome = formats::read(text);
    let outside = outcome.outside.into_iter();
    let mut parts: Vec<Part> =
        outside.map(|(span, rule)| Part { span, role: Role::Ledger(rule), article: None }).collect();
    let mut problems = outcome.problems;
    for mut draft in outcome.articles {
        problems.append(&mut draft.problems);
        let article = ArticleId(articles.len() as u32);
        parts.extend(draft.parts.iter().map(|(span, role)| Part {
            span: *span,
            role: *role,
            article: Some(article),
        }));
        articles.push(finish(draft, id));
    }
    (part::tile(text, parts), problems)
}

fn finish(draft: Draft, file: FileId) -> Article {
    let start = draft.parts.iter().map(|(span, _)| span.start).min().unwrap_or_default();
    let end = draft.parts.iter().map(|(span, _)| span.end).max().unwrap_or_default();
    Article {
        name: String::new(),
        file,
        span: Span { start, end },
        title: draft.headline(),
        published: draft.published,
        source: draft.source,
        url: draft.url,
        dateline: draft.dateline,
        credits: draft.credits,
        language: draft.language,
        words: draft.blocks.iter().map(|b| Tokens::of(&b.text).len() as u32).sum(),
        blocks: draft.blocks,
    }
}

/// Names the articles of one file: after the file without its ending, with a number where it holds several;
/// after the whole file name where that is taken.
fn name_articles(articles: &mut [Article], file: &str, taken: &mut HashSet<String>) {
    let stem = match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() && !stem.ends_with('/') => stem,
        _ => file,
    };
    let alone = articles.len() == 1;
    let names = |base: &str| -> Vec<String> {
        let numbered = |n: usize| if alone { base.to_owned() } else { format!("{base}.{n:02}") };
        (1..=articles.len()).map(numbered).collect()
    };
    // File names are unique, so that some base is free; the last ones only where names imitate numbers.
    let again = (2..).map(|n| format!("{file}~{n}"));
    let bases = [stem, file].into_iter().map(str::to_owned).chain(again);
    let free = bases.map(|base| names(&base)).find(|names| !names.iter().any(|name| taken.contains(name)));
    for (article, name) in articles.iter_mut().zip(free.unwrap_or_default()) {
        taken.insert(name.clone());
        article.name = name;
    }
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, parse};
    use crate::corpus::config::Config;

    #[test]
    fn no_two_articles_share_a_name() {
        let feed = "One https://e.org/1 Fri, 05 Jan 2024 10:00:00 +0000 https://e.org/1\n\nThe first text says something.\n\nTwo https://e.org/2 Fri, 05 Jan 2024 11:00:00 +0000 https://e.org/2\n\nThe second text says more.\n";
        let files = [
            ("feed.01.txt", " date 2024-01-05 A text."),
            ("feed.txt", feed),
            ("a.txt", "A text."),
            ("a.md", "A text."),
        ];
        let files = files.map(|(name, text)| SourceFile { name: name.into(), bytes: text.into() });
        let corpus = parse(files.into(), &Config::default()).corpus;
        let names: Vec<_> = corpus.articles.iter().map(|a| a.name.as_str()).collect();
        assert_eq!(names, ["a", "a.txt", "feed.01", "feed.txt.01", "feed.txt.02"]);
    }
}

//! The road from source files to a corpus: text, shape, articles, tiling, names.

use super::article::{Article, Corpus, FileId, FileProblem};
use super::body::Draft;
use super::config::Config;
use super::part::{self, Part, Role};
use super::{ArticleId, SourceFile, formats};
use crate::text::{Problem, Span, Tokens};
use std::collections::HashMap;

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
    let names = article_names(&files);
    for (file, name) in files.into_iter().zip(names) {
        let id = FileId(parsed.files.len() as u32);
        let first = parsed.corpus.articles.len();
        let (parts, problems) = read(&file, id, &mut parsed.corpus.articles);
        name_articles(&mut parsed.corpus.articles[first..], &name);
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
    for draft in outcome.articles {
        let article = ArticleId(articles.len() as u32);
        parts.extend(draft.parts.iter().map(|(span, role)| Part {
            span: *span,
            role: *role,
            article: Some(article),
        }));
        articles.push(finish(draft, id));
    }
    (part::tile(text, parts), outcome.problems)
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

/// What the articles of each file are named after: the file's name without its ending, or with it where
/// two files would share one.
fn article_names(files: &[SourceFile]) -> Vec<String> {
    let stem = |name: &str| match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() && !stem.ends_with('/') => stem.to_owned(),
        _ => name.to_owned(),
    };
    let mut seen: HashMap<String, usize> = HashMap::new();
    files.iter().for_each(|f| *seen.entry(stem(&f.name)).or_default() += 1);
    files.iter().map(|f| if seen[&stem(&f.name)] > 1 { f.name.clone() } else { stem(&f.name) }).collect()
}

fn name_articles(articles: &mut [Article], name: &str) {
    let alone = articles.len() == 1;
    for (index, article) in articles.iter_mut().enumerate() {
        article.name = if alone { name.to_owned() } else { format!("{name}.{:02}", index + 1) };
    }
}

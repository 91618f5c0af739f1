//! The result of parsing: a corpus, and the parts of each file.

use super::bytes::Charset;
use super::duplicates::groups;
use super::sketch::Signature;
use super::tiling::Part;
use crate::corpus::{AppliedRule, Corpus, FileSpan};
use crate::text::line_and_column;
use std::borrow::Cow;

/// A corpus with the source files that it was made from.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The corpus.
    pub corpus: Corpus,
    /// The files, in the order of [`Corpus::files`].
    pub files: Vec<ParsedFile>,
    /// The signature of each article, in the order of [`Corpus::articles`]; `None` where it has no words.
    pub signatures: Vec<Option<Signature>>,
}

impl Parsed {
    /// Adds what was parsed `next`. [`finish`](Parsed::finish) is to be called after the last.
    pub fn append(&mut self, mut next: Parsed) {
        let first = self.corpus.articles.len();
        for part in next.files.iter_mut().flat_map(|file| &mut file.parts) {
            part.article = part.article.map(|id| id.after(first));
        }
        self.corpus.append(next.corpus);
        self.files.append(&mut next.files);
        self.signatures.append(&mut next.signatures);
    }

    /// Completes what was appended: finds near-duplicates, and sorts rules.
    pub fn finish(&mut self) {
        AppliedRule::sort(&mut self.corpus.rules);
        self.corpus.groups = groups(&self.corpus.articles, &self.signatures);
    }
}

/// A source file with its parts.
#[derive(Clone, Debug)]
pub struct ParsedFile {
    /// The name of the file.
    pub name: String,
    /// The parts, in ascending order; they tile the bytes of the file.
    pub parts: Vec<Part>,
    pub(super) bytes: Vec<u8>,
    /// The encoding; `None` if the file is binary.
    pub(super) encoding: Option<Charset>,
}

impl ParsedFile {
    /// The size in bytes.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether the file is empty.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The name of the encoding; `None` if the file is binary.
    pub fn encoding(&self) -> Option<&'static str> {
        self.encoding.map(Charset::name)
    }

    /// The line and the column of the byte `at` of the file, both from 1; columns count characters.
    pub fn line_and_column(&self, at: u32) -> (usize, usize) {
        let before = self.decoded(0..(at as usize).min(self.bytes.len()));
        line_and_column(&before, before.len() as u32)
    }

    /// The decoded text at `span`; malformed bytes show as `�`.
    pub fn text(&self, span: FileSpan) -> Cow<'_, str> {
        self.decoded(span.range())
    }

    fn decoded(&self, span: std::ops::Range<usize>) -> Cow<'_, str> {
        let charset = self.encoding.unwrap_or(Charset::Known(encoding_rs::UTF_8));
        charset.decoded(&self.bytes, span)
    }

    /// The line in which the byte `at` stands, with at most `most` bytes before and after that byte.
    pub fn line(&self, at: u32, most: usize) -> String {
        let at = (at as usize).min(self.bytes.len());
        // At whole units of UTF-16, too.
        let (start, end) = (at.saturating_sub(most & !1), (at + (most & !1)).min(self.bytes.len()));
        let (before, after) = (self.decoded(start..at), self.decoded(at..end));
        let before = before.rsplit(['\n', '\r']).next().unwrap_or_default();
        let after = after.split(['\n', '\r']).next().unwrap_or_default();
        // A character that is cut at either end is none.
        let cut = |c| c == char::REPLACEMENT_CHARACTER;
        [before.trim_start_matches(cut), after.trim_end_matches(cut)].concat()
    }

    /// The text that the ledger shows for `part`; only its beginning if the file is binary.
    pub fn shown(&self, part: &Part) -> String {
        if self.encoding.is_some() {
            return self.text(part.span).into_owned();
        }
        /// The number of characters shown of a binary file: enough to tell which file it is.
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

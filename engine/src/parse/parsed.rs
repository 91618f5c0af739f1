//! What parsing gives: a corpus, and each file taken apart.

use super::tiling::Part;
use crate::corpus::{Corpus, FileSpan};
use crate::text::line_and_column;
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

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
    pub(super) bytes: Vec<u8>,
    /// `None` where the bytes are no text.
    pub(super) encoding: Option<&'static Encoding>,
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

    /// What its encoding is called; `None` where it is no text.
    pub fn encoding(&self) -> Option<&'static str> {
        self.encoding.map(Encoding::name)
    }

    /// The line and the column of the byte `at`, both from 1; columns count characters.
    pub fn line_and_column(&self, at: u32) -> (usize, usize) {
        let before = self.decoded(self.bytes.get(..at as usize).unwrap_or(&self.bytes));
        line_and_column(&before, before.len() as u32)
    }

    /// What stands at `span`; bytes that are no text show as `�`.
    pub fn text(&self, span: FileSpan) -> Cow<'_, str> {
        self.decoded(self.bytes.get(span.range()).unwrap_or_default())
    }

    fn decoded<'a>(&self, bytes: &'a [u8]) -> Cow<'a, str> {
        match self.encoding {
            None => String::from_utf8_lossy(bytes),
            Some(encoding) if encoding == UTF_8 => String::from_utf8_lossy(bytes),
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0,
        }
    }

    /// What `part` shows in the ledger: its text, or the beginning of it where the file is no text to read.
    pub fn shown(&self, part: &Part) -> String {
        if self.encoding.is_some() {
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

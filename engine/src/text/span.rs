//! A span is a half-open range of bytes; whoever holds one says which text it counts in.

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end`, on character borders of the text that it counts in. It is serialised as start
/// and length, as the length is the smaller number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "(u32, u32)", try_from = "(u32, u32)")]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> (u32, u32) {
        (span.start, span.end.saturating_sub(span.start))
    }
}

impl TryFrom<(u32, u32)> for Span {
    type Error = &'static str;

    fn try_from((start, length): (u32, u32)) -> Result<Span, &'static str> {
        let end = start.checked_add(length).ok_or("a span that ends beyond 4 GiB")?;
        Ok(Span { start, end })
    }
}

impl Span {
    /// The span from `start` to `end`, in bytes, both below 4 GiB, which is far above what is read.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "a span runs forward: {start}..{end}");
        Span { start: start as u32, end: end as u32 }
    }

    /// The span as a range of indices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The piece of `text` it covers; empty where it does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same span counted from a place `by` bytes earlier.
    pub fn shifted(self, by: u32) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }

    /// This span without white space at either end of what it covers in `text`.
    pub fn trimmed(self, text: &str) -> Span {
        let piece = self.of(text);
        let start = self.start as usize + (piece.len() - piece.trim_start().len());
        Span::new(start, start + piece.trim().len())
    }
}

/// The line and the column of the byte `at` of `text`, both from 1; columns count characters.
pub fn line_and_column(text: &str, at: u32) -> (usize, usize) {
    let before = text.get(..at as usize).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}

/// What was expected, what was found, and where; never a panic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Where it was found, in bytes of the text that was read.
    pub span: Span,
    /// A sentence in lower case without a full stop: what was found, what was expected, what to do.
    pub message: String,
}

impl Problem {
    /// A problem at `span`.
    pub fn new(span: Span, message: impl Into<String>) -> Problem {
        Problem { span, message: message.into() }
    }
}

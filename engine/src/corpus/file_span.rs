//! Spans in bytes of source files.

use serde::{Deserialize, Serialize};

/// A half-open range `start..end` in bytes of a source file. A [`Span`](crate::text::Span) counts in bytes of a text;
/// an [`Origin`](super::Origin) is the only bridge between the two. Serialized as start and length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "(u32, u32)", try_from = "(u32, u32)")]
pub struct FileSpan {
    /// The offset of the first byte.
    pub start: u32,
    /// The offset after the last byte.
    pub end: u32,
}

impl From<FileSpan> for (u32, u32) {
    fn from(span: FileSpan) -> (u32, u32) {
        (span.start, span.end.saturating_sub(span.start))
    }
}

impl TryFrom<(u32, u32)> for FileSpan {
    type Error = &'static str;

    fn try_from((start, length): (u32, u32)) -> Result<FileSpan, &'static str> {
        let end = start.checked_add(length).ok_or("a span that ends beyond 4 GiB")?;
        Ok(FileSpan { start, end })
    }
}

impl FileSpan {
    /// The span as a range of indices.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span is empty.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

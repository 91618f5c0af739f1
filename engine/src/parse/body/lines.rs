//! The lines of a text that hold something.

use crate::text::Span;

/// A line that holds something, without the white space around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    pub(crate) span: Span,
    /// Whether a blank line, or the beginning of the body, stands before it.
    pub(crate) after_blank: bool,
}

/// The lines in `span` of `text` that are not blank.
pub(crate) fn lines(text: &str, span: Span) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = span.range().start;
    let mut after_blank = true;
    for piece in span.of(text).split_inclusive(['\n', '\r']) {
        let line = Span::new(at, at + piece.len()).trimmed(text);
        at += piece.len();
        if line.is_empty() {
            // "\r\n" gives an empty piece between two lines; only a line of its own is a blank one.
            after_blank |= piece != "\n" || !text[..at - piece.len()].ends_with('\r');
        } else {
            lines.push(Line { span: line, after_blank });
            after_blank = false;
        }
    }
    lines
}

//! The lines of a text that are not blank.

use crate::text::Span;

/// A line that is not blank, without white space at its ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// The span of the line, in bytes of the text.
    pub(crate) span: Span,
    /// Whether the line follows a blank line or the beginning of the body.
    pub(crate) after_blank: bool,
}

/// The pieces of `text` that end with a line feed or a carriage return, the last one perhaps without.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).map(|end| end + 1);
    let mut from = 0;
    ends.chain(std::iter::once(text.len()).filter(|end| *end > 0)).filter_map(move |end| {
        let piece = &text[from..end];
        from = end;
        (!piece.is_empty()).then_some(piece)
    })
}

/// The lines in `span` of `text` that are not blank.
pub(crate) fn lines(text: &str, span: Span) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = span.range().start;
    let mut after_blank = true;
    for piece in pieces(span.of(text)) {
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

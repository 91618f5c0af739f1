//! A passage: a text taken out of markup or an encoding, with the way back to where each piece of it stands.

use super::origin::Origin;
use crate::text::Span;

/// A text and its origin.
#[derive(Clone, Debug, Default)]
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) origin: Origin,
}

impl Passage {
    /// `span` of `source`, as it is.
    pub(super) fn of(source: &str, span: Span) -> Passage {
        let mut passage = Passage::default();
        passage.same(span.of(source), span.range().start);
        passage
    }

    /// Adds `piece`, which stands at the byte `at` as it is.
    pub(super) fn same(&mut self, piece: &str, at: usize) {
        self.origin.same(self.text.len(), piece.len(), at);
        self.text.push_str(piece);
    }

    /// Adds `piece`, for which the bytes at `from` stand.
    pub(super) fn respelled(&mut self, piece: &str, from: Span) {
        self.origin.unit(self.text.len(), piece.len(), from, true);
        self.text.push_str(piece);
    }

    /// Adds one character of an encoding, which the bytes at `from` write.
    pub(super) fn encoded(&mut self, c: &str, from: Span) {
        self.origin.unit(self.text.len(), c.len(), from, false);
        self.text.push_str(c);
    }

    /// Adds `piece`, which stands nowhere, such as the white space between two blocks.
    pub(super) fn apart(&mut self, piece: &str) {
        self.text.push_str(piece);
    }

    /// Adds `span` of `other`; gives its place here.
    pub(super) fn append(&mut self, other: &Passage, span: Span) -> Span {
        let start = self.text.len();
        match span == other.whole() {
            true => self.origin.append(&other.origin, start),
            false => self.origin.append(&other.origin.of(span), start),
        }
        self.text.push_str(span.of(&other.text));
        Span::new(start, self.text.len())
    }

    /// Takes everything out; the room stays.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.origin.clear();
    }

    /// All of it.
    pub(super) fn whole(&self) -> Span {
        Span::new(0, self.text.len())
    }

    /// All of it but the white space at both ends.
    pub(super) fn trimmed(&self) -> Span {
        self.whole().trimmed(&self.text)
    }
}

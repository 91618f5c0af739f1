//! A passage: a text taken out of markup or an encoding, with the way back to where each piece of it stands.

use crate::corpus::Origin;
use crate::text::Span;

/// A text and its origin.
#[derive(Clone, Debug, Default)]
pub(crate) struct Passage {
    pub(crate) text: String,
    pub(crate) origin: Origin,
}

impl Passage {
    /// `span` of `source`, as it is.
    pub(crate) fn of(source: &str, span: Span) -> Passage {
        let mut passage = Passage::default();
        passage.same(span.of(source), span.range().start);
        passage
    }

    /// Adds `piece`, which stands at the byte `at` as it is.
    pub(crate) fn same(&mut self, piece: &str, at: usize) {
        self.origin.same(self.text.len(), piece.len(), at);
        self.text.push_str(piece);
    }

    /// Adds `piece`, for which the bytes at `from` stand.
    pub(crate) fn respelled(&mut self, piece: &str, from: Span) {
        self.origin.unit(self.text.len(), piece.len(), from, true);
        self.text.push_str(piece);
    }

    /// Adds one character of an encoding, which the bytes at `from` write.
    pub(crate) fn encoded(&mut self, c: &str, from: Span) {
        self.origin.unit(self.text.len(), c.len(), from, false);
        self.text.push_str(c);
    }

    /// Adds `piece`, which stands nowhere, such as the white space between two blocks.
    pub(crate) fn apart(&mut self, piece: &str) {
        self.text.push_str(piece);
    }

    /// Adds `span` of `other`; gives its place here.
    pub(crate) fn append(&mut self, other: &Passage, span: Span) -> Span {
        let start = self.text.len();
        match span == other.whole() {
            true => self.origin.append(&other.origin, start),
            false => self.origin.append(&other.origin.of(span), start),
        }
        self.text.push_str(span.of(&other.text));
        Span::new(start, self.text.len())
    }

    /// Takes everything out; the room stays.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.origin.clear();
    }

    /// All of it.
    pub(crate) fn whole(&self) -> Span {
        Span::new(0, self.text.len())
    }

    /// All of it but the white space at both ends.
    pub(crate) fn trimmed(&self) -> Span {
        self.whole().trimmed(&self.text)
    }
}

//! A passage: a text taken out of markup or an encoding, with the map back to where each piece of it stands.

use crate::corpus::Origin;
use crate::text::Span;

/// A text with its origin. The offsets that its methods take (`at`, `from`) count in bytes of what the text is read
/// from, its source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Passage {
    pub(crate) text: String,
    pub(crate) origin: Origin,
}

impl Passage {
    /// The text at `span` of `source`, unchanged.
    pub(crate) fn of(source: &str, span: Span) -> Passage {
        let mut passage = Passage::default();
        passage.same(span.of(source), span.range().start);
        passage
    }

    /// Appends `piece`, which stands unchanged at the byte `at` of the source.
    pub(crate) fn same(&mut self, piece: &str, at: usize) {
        self.origin.same(self.text.len(), piece.len(), at);
        self.text.push_str(piece);
    }

    /// Appends `piece`, which the source spells differently, at `from`.
    pub(crate) fn respelled(&mut self, piece: &str, from: Span) {
        self.origin.unit(self.text.len(), piece.len(), from, true);
        self.text.push_str(piece);
    }

    /// Appends one character that the bytes at `from` encode.
    pub(crate) fn encoded(&mut self, c: &str, from: Span) {
        self.origin.unit(self.text.len(), c.len(), from, false);
        self.text.push_str(c);
    }

    /// Appends `piece`, which is not in the source, such as the white space between two blocks.
    pub(crate) fn apart(&mut self, piece: &str) {
        self.text.push_str(piece);
    }

    /// Leaves out what the source has from here to the next piece: the hyphen and the line end inside a word.
    pub(crate) fn cut(&mut self) {
        self.origin.cut();
    }

    /// Appends `span` of `other`, which has the same source; returns its span in this text.
    pub(crate) fn append(&mut self, other: &Passage, span: Span) -> Span {
        let start = self.text.len();
        match span == other.whole() {
            true => self.origin.append(&other.origin, start),
            false => self.origin.append(&other.origin.of(span), start),
        }
        self.text.push_str(span.of(&other.text));
        Span::new(start, self.text.len())
    }

    /// Removes everything and keeps the allocations.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.origin.clear();
    }

    /// The span of the whole text.
    pub(crate) fn whole(&self) -> Span {
        Span::new(0, self.text.len())
    }

    /// The span of the text without white space at its ends.
    pub(crate) fn trimmed(&self) -> Span {
        self.whole().trimmed(&self.text)
    }
}

//! A reading: what is read of one article out of markup, as lines, before the rules for plain text see it.

use crate::corpus::article::BlockKind;
use crate::parse::body;
use crate::parse::bytes::Passage;
use crate::parse::draft::Draft;
use crate::text::Span;

/// The lines of an article, and what stands beside them.
#[derive(Debug, Default)]
pub(crate) struct Extract {
    /// The text that is read, with the way back.
    pub(crate) passage: Passage,
    /// Places in it whose kind the markup tells.
    pub(crate) kinds: Vec<(Span, BlockKind)>,
    /// What is not read, in bytes of the text that the passage came from, each with its rule.
    pub(crate) outside: Vec<(Span, &'static str)>,
}

impl Extract {
    /// Adds a block: `span` of `text` on a line of its own.
    pub(crate) fn line(&mut self, text: &Passage, span: Span, kind: Option<BlockKind>) {
        if !self.passage.text.is_empty() {
            self.passage.apart("\n\n");
        }
        let place = self.passage.append(text, span);
        self.kinds.extend(kind.map(|kind| (place, kind)));
    }

    /// Adds a value on a line of its own, after the body; gives its place.
    pub(crate) fn value(&mut self, value: &Passage) -> Span {
        let span = value.trimmed();
        if !self.passage.text.is_empty() {
            self.passage.apart("\n\n");
        }
        self.passage.append(value, span)
    }

    /// Leads everything back into the text that `outer` came from.
    pub(crate) fn through(mut self, outer: &Passage) -> Extract {
        self.passage.origin = self.passage.origin.through(&outer.origin);
        for (span, _) in &mut self.outside {
            *span = outer.origin.span(*span);
        }
        self
    }

    /// Goes on with the lines of `next`, which came from the same text.
    pub(crate) fn append(&mut self, next: Extract) {
        self.outside.extend(next.outside);
        if next.passage.text.is_empty() {
            return;
        }
        if self.passage.text.is_empty() {
            (self.passage, self.kinds) = (next.passage, next.kinds);
            return;
        }
        self.passage.apart("\n\n");
        let place = self.passage.append(&next.passage, next.passage.whole());
        self.kinds.extend(next.kinds.iter().map(|(span, kind)| (span.shifted(place.start), *kind)));
    }

    /// Reads the body of `draft`, which ends before the byte `body`, and leads the draft back to where it was read.
    pub(crate) fn finish(self, body: usize, wants_title: bool, mut draft: Draft) -> Draft {
        let text = &self.passage.text;
        draft.kinds = self.kinds;
        body::read(text, Span::new(0, body), wants_title, &mut draft);
        draft.place(&self.passage.origin);
        draft.outside.extend(self.outside);
        draft
    }
}

//! Extracts: the text of one article taken out of markup, as lines, before the rules for plain text are applied.

use crate::corpus::BlockKind;
use crate::parse::body;
use crate::parse::bytes::Passage;
use crate::parse::draft::Draft;
use crate::text::Span;

/// The lines of an article, and what is set aside beside them.
#[derive(Debug, Default)]
pub(crate) struct Extract {
    /// The lines, separated by blank lines, with the map back to the source.
    pub(crate) passage: Passage,
    /// The spans whose kind of block the markup tells, in bytes of the passage, ascending.
    pub(crate) kinds: Vec<(Span, BlockKind)>,
    /// The spans that are set aside, in bytes of the source of the passage, each with the id of its rule.
    pub(crate) outside: Vec<(Span, &'static str)>,
}

impl Extract {
    /// Appends a block: `span` of `text` on a line of its own.
    pub(crate) fn line(&mut self, text: &Passage, span: Span, kind: Option<BlockKind>) {
        if !self.passage.text.is_empty() {
            self.passage.apart("\n\n");
        }
        let place = self.passage.append(text, span);
        self.kinds.extend(kind.map(|kind| (place, kind)));
    }

    /// Appends a value on a line of its own, after the body; returns its span in bytes of the passage.
    pub(crate) fn value(&mut self, value: &Passage) -> Span {
        let span = value.trimmed();
        if !self.passage.text.is_empty() {
            self.passage.apart("\n\n");
        }
        self.passage.append(value, span)
    }

    /// Maps the extract, whose source is the text of `outer`, to the source of `outer`.
    pub(crate) fn through(mut self, outer: &Passage) -> Extract {
        self.passage.origin = self.passage.origin.through(&outer.origin);
        for (span, _) in &mut self.outside {
            *span = outer.origin.span(*span);
        }
        self
    }

    /// Appends the lines of `next`, which has the same source.
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

    /// Reads the body of `draft` from the first `body` bytes of the passage, and maps the draft to the source.
    pub(crate) fn finish(self, body: usize, wants_title: bool, mut draft: Draft) -> Draft {
        let text = &self.passage.text;
        draft.kinds = self.kinds;
        body::read(text, Span::new(0, body), wants_title, &mut draft);
        draft.place(&self.passage.origin);
        draft.outside.extend(self.outside);
        draft
    }
}

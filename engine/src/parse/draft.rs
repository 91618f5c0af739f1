//! An article while it is read: its fields, and the parts of the text that it claims.

use super::bytes::Passage;
use super::config::Settings;
use super::tiling::Role;
use super::{hyphens, sentence};
use crate::corpus::Origin;
use crate::corpus::Published;
use crate::corpus::{Block, BlockKind, Credit, CreditKind, Field, Provenance, Title};
use crate::text::{Problem, Span};

/// An article while it is read. All spans count in bytes of the text that is being read, until [`place`](Draft::place)
/// maps them to the text around it and at last to the source file.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) title: Option<Field<String, Span>>,
    pub(crate) published: Option<Field<Published, Span>>,
    pub(crate) outlet: Option<Field<String, Span>>,
    pub(crate) url: Option<Field<String, Span>>,
    pub(crate) dateline: Option<Field<String, Span>>,
    pub(crate) credits: Vec<Credit<Span>>,
    pub(crate) language: Option<Field<String, Span>>,
    pub(crate) blocks: Vec<Block<Span>>,
    /// The origin of the headline; empty until [`place`](Draft::place) is called.
    pub(crate) title_origin: Origin,
    /// The parts that the article claims, in any order.
    pub(crate) parts: Vec<(Span, Role)>,
    pub(crate) problems: Vec<Problem>,
    /// The spans whose kind of block the markup tells, in ascending order.
    pub(crate) kinds: Vec<(Span, BlockKind)>,
    /// The spans that the format sets aside, each with the id of its rule; they may lie inside a part.
    pub(crate) outside: Vec<(Span, &'static str)>,
    /// The settings of the file.
    pub(crate) settings: Settings,
}

impl Draft {
    /// An empty draft for a file with these settings.
    pub(crate) fn new(settings: &Settings) -> Draft {
        Draft { settings: settings.clone(), ..Draft::default() }
    }

    /// The kind of block that the markup gives to the byte `at` of the text; `None` where it gives none.
    pub(crate) fn kind_at(&self, at: u32) -> Option<BlockKind> {
        let next = self.kinds.partition_point(|(span, _)| span.end <= at);
        self.kinds.get(next).filter(|(span, _)| span.start <= at).map(|(_, kind)| *kind)
    }

    /// Maps all spans through `origin`, the origin of the text in which they count, except those of `outside`, and
    /// drops `kinds`.
    pub(crate) fn place(&mut self, origin: &Origin) {
        let lead =
            |from: &Origin, span: Span| if from.is_empty() { origin.of(span) } else { from.through(origin) };
        for block in &mut self.blocks {
            block.origin = lead(&block.origin, block.span);
            block.span = origin.span(block.span);
        }
        if let Some(span) = self.title.as_ref().and_then(|title| title.from.span()) {
            self.title_origin = lead(&self.title_origin, span);
        }
        let mut froms = Vec::new();
        froms.extend(self.title.as_mut().map(|field| &mut field.from));
        froms.extend(self.published.as_mut().map(|field| &mut field.from));
        froms.extend(self.outlet.as_mut().map(|field| &mut field.from));
        froms.extend(self.url.as_mut().map(|field| &mut field.from));
        froms.extend(self.dateline.as_mut().map(|field| &mut field.from));
        froms.extend(self.language.as_mut().map(|field| &mut field.from));
        for from in froms {
            if let Provenance::Read(span) = from {
                *span = origin.span(*span);
            }
        }
        let credits = self.credits.iter_mut().map(|credit| &mut credit.span);
        let problems = self.problems.iter_mut().map(|problem| &mut problem.span);
        let parts = self.parts.iter_mut().map(|(span, _)| span);
        for span in credits.chain(problems).chain(parts) {
            *span = origin.span(*span);
        }
        self.kinds.clear();
    }

    /// Sets `span` aside under `rule`.
    pub(crate) fn set_aside(&mut self, span: Span, rule: &'static str) {
        self.parts.push((span, Role::Ledger(rule)));
    }

    /// Claims `span` of `text` as the next block, without white space at its ends and with its words made whole; does
    /// nothing if it is blank.
    pub(crate) fn block(&mut self, text: &str, kind: BlockKind, span: Span, speaker: Option<&str>) {
        let span = span.trimmed(text);
        if span.is_empty() {
            return;
        }
        self.parts.push((span, Role::Block(self.blocks.len() as u32)));
        let speaker = speaker.map(str::to_owned);
        let Passage { text, origin } = hyphens::whole(text, span)
            .unwrap_or_else(|| Passage { text: span.of(text).to_owned(), origin: Origin::default() });
        self.blocks.push(Block { kind, text, span, speaker, origin });
    }

    /// Adds the credit at `span` of `text`; the caller claims its part.
    pub(crate) fn credit(&mut self, text: &str, kind: CreditKind, span: Span) {
        self.credits.push(Credit { kind, text: span.of(text).to_owned(), span });
    }

    /// Whether nothing of the text is left: all parts are set aside or dates of publication.
    pub(crate) fn is_empty(&self) -> bool {
        self.parts.iter().all(|(_, role)| matches!(role, Role::Ledger(_) | Role::Published))
    }

    /// The spans that were set aside, each with the id of its rule.
    pub(crate) fn ledger(&self) -> impl Iterator<Item = (Span, &'static str)> {
        self.parts.iter().filter_map(|(span, role)| match role {
            Role::Ledger(rule) => Some((*span, *rule)),
            _ => None,
        })
    }

    /// Takes the headline out of the draft, or makes a title from the first sentence; `(empty)` where there is no block
    /// either.
    pub(crate) fn headline(&mut self) -> Title {
        if let Some(Field { value: mut text, from }) = self.title.take() {
            let mut origin = std::mem::take(&mut self.title_origin);
            if let Some(whole) = hyphens::whole(&text, Span::new(0, text.len())) {
                if let Some(span) = from.span().filter(|_| origin.is_empty()) {
                    origin.same(0, text.len(), span.range().start);
                }
                origin = whole.origin.through(&origin);
                text = whole.text;
            }
            return Title { text, from: from.map(Origin::placed), origin };
        }
        let prose = |b: &&Block<Span>| !matches!(b.kind, BlockKind::Caption | BlockKind::Heading);
        let long = |b: &&Block<Span>| prose(b) && sentence::has_words(&b.text, sentence::DERIVED_WORDS);
        let block = self.blocks.iter().find(long).or(self.blocks.iter().find(prose)).or(self.blocks.first());
        Title {
            text: block.map_or_else(|| "(empty)".to_owned(), |b| sentence::first_sentence(&b.text)),
            from: Provenance::Derived,
            origin: Origin::default(),
        }
    }
}

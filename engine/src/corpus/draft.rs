//! An article while it is read: what is known of it, and the parts of the text that it claims.

use super::article::{Block, BlockKind, Credit, CreditKind, Field, Provenance, Title};
use super::body::sentence;
use super::config::Settings;
use super::dates::Published;
use super::origin::Origin;
use super::part::Role;
use crate::text::{Problem, Span};

/// An article while it is read: what is known, and the parts claimed so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: Option<Field<String>>,
    pub(super) published: Option<Field<Published>>,
    pub(super) source: Option<Field<String>>,
    pub(super) url: Option<Field<String>>,
    pub(super) dateline: Option<Field<String>>,
    pub(super) credits: Vec<Credit>,
    pub(super) language: Option<Field<String>>,
    pub(super) blocks: Vec<Block>,
    /// The way back for the headline, where the source spells it differently.
    pub(super) title_origin: Origin,
    pub(super) parts: Vec<(Span, Role)>,
    pub(super) problems: Vec<Problem>,
    /// Places in the text whose kind its markup tells, in order.
    pub(super) kinds: Vec<(Span, BlockKind)>,
    /// What the markup holds beside the text, each with its rule; may lie inside a part.
    pub(super) outside: Vec<(Span, &'static str)>,
    /// What an editor says of the file.
    pub(super) settings: Settings,
}

impl Draft {
    /// An article of a file of which `settings` are said.
    pub(super) fn new(settings: &Settings) -> Draft {
        Draft { settings: settings.clone(), ..Draft::default() }
    }

    /// The kind of block that the markup tells for what stands at `at`.
    pub(super) fn kind_at(&self, at: u32) -> Option<BlockKind> {
        let next = self.kinds.partition_point(|(span, _)| span.end <= at);
        self.kinds.get(next).filter(|(span, _)| span.start <= at).map(|(_, kind)| *kind)
    }

    /// Leads everything back into the text that `origin` leads to.
    pub(super) fn place(&mut self, origin: &Origin) {
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
        froms.extend(self.source.as_mut().map(|field| &mut field.from));
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

    /// Claims `span` for the ledger.
    pub(super) fn set_aside(&mut self, span: Span, rule: &'static str) {
        self.parts.push((span, Role::Ledger(rule)));
    }

    /// Claims `span` as the next block, without the white space around it; nothing where nothing is left.
    pub(super) fn block(&mut self, text: &str, kind: BlockKind, span: Span, speaker: Option<&str>) {
        let span = span.trimmed(text);
        if span.is_empty() {
            return;
        }
        self.parts.push((span, Role::Block(self.blocks.len() as u32)));
        let speaker = speaker.map(str::to_owned);
        let text = span.of(text).to_owned();
        self.blocks.push(Block { kind, text, span, speaker, origin: Origin::default() });
    }

    /// Notes whom the text thanks at `span`; its part is claimed by whoever found it.
    pub(super) fn credit(&mut self, text: &str, kind: CreditKind, span: Span) {
        self.credits.push(Credit { kind, text: span.of(text).to_owned(), span });
    }

    /// Whether nothing of the text is left: all of it was set aside.
    pub(super) fn is_empty(&self) -> bool {
        self.parts.iter().all(|(_, role)| matches!(role, Role::Ledger(_) | Role::Published))
    }

    /// What was set aside, each span with its rule.
    pub(super) fn ledger(&self) -> impl Iterator<Item = (Span, &'static str)> {
        self.parts.iter().filter_map(|(span, role)| match role {
            Role::Ledger(rule) => Some((*span, *rule)),
            _ => None,
        })
    }

    /// The headline, or the first sentence in its place.
    pub(super) fn headline(&mut self) -> Title {
        if let Some(title) = self.title.take() {
            return Title {
                text: title.value,
                from: title.from,
                origin: std::mem::take(&mut self.title_origin),
            };
        }
        let prose = |b: &&Block| !matches!(b.kind, BlockKind::Caption | BlockKind::Heading);
        let long = |b: &&Block| prose(b) && sentence::has_words(&b.text, sentence::DERIVED_WORDS);
        let block = self.blocks.iter().find(long).or(self.blocks.iter().find(prose)).or(self.blocks.first());
        Title {
            text: block.map_or_else(|| "(empty)".to_owned(), |b| sentence::first_sentence(&b.text)),
            from: Provenance::Derived,
            origin: Origin::default(),
        }
    }
}

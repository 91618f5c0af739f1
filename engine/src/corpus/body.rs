//! The body of one article: lines in, blocks out, furniture set aside by the rules.

use super::article::{BlockKind, Credit, CreditKind, Field, Title};
use super::part::Role;
use super::rules::{self, Place};
use super::{Block, Published, transcript};
use crate::text::{Problem, Span};

mod blocks;
mod date_line;
mod dateline;
mod headline;
pub(super) mod sentence;

/// An article while it is read: what is known, and the parts claimed so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: Option<Field<String>>,
    pub(super) published: Option<Field<Published>>,
    pub(super) source: Option<Field<String>>,
    pub(super) url: Option<Field<String>>,
    pub(super) dateline: Option<Field<String>>,
    pub(super) credits: Vec<Credit>,
    pub(super) language: Option<String>,
    pub(super) blocks: Vec<Block>,
    pub(super) parts: Vec<(Span, Role)>,
    pub(super) problems: Vec<Problem>,
}

impl Draft {
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
        self.blocks.push(Block { kind, text: span.of(text).to_owned(), span, speaker });
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
    pub(super) fn headline(&self) -> Title {
        if let Some(title) = &self.title {
            return Title { text: title.value.clone(), span: Some(title.span) };
        }
        let prose = |b: &&Block| !matches!(b.kind, BlockKind::Caption | BlockKind::Heading);
        let long = |b: &&Block| prose(b) && sentence::words(&b.text) >= sentence::DERIVED_WORDS;
        let block = self.blocks.iter().find(long).or(self.blocks.iter().find(prose)).or(self.blocks.first());
        Title {
            text: block.map_or_else(|| "(empty)".to_owned(), |b| sentence::first_sentence(&b.text)),
            span: None,
        }
    }
}

/// A line that holds something, without the white space around it.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    /// Whether a blank line, or the beginning of the body, stands before it.
    after_blank: bool,
}

/// Reads the body of `draft` out of `span` of `text`; with `wants_title`, a headline may stand in it.
pub(super) fn read(text: &str, span: Span, wants_title: bool, draft: &mut Draft) {
    let (lines, captions) = clean(text, lines(text, span), draft);
    let lines = if wants_title { headline::take(text, lines, &captions, draft) } else { lines };
    let lines = dateline::take(text, lines, &captions, draft);
    let spoken: Vec<Span> = lines.iter().map(|l| l.span).collect();
    if transcript::is_one(text, &spoken) {
        transcript::read(text, &spoken, draft);
    } else {
        blocks::read(text, &lines, &captions, draft);
    }
}

fn lines(text: &str, span: Span) -> Vec<Line> {
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

/// Sets furniture aside. Gives the lines that stay, and those of them that are captions.
fn clean(text: &str, lines: Vec<Line>, draft: &mut Draft) -> (Vec<Line>, Vec<Span>) {
    let is_sentence = |line: &Line| {
        let line = line.span.of(text);
        sentence::is_sentence(line) && rules::take(line, &[Place::Line, Place::Edge]).is_none()
    };
    let opens = |line: &Line| is_sentence(line) && sentence::ends_in_text(line.span.of(text));
    // Where no line is a sentence, all of them are edges.
    let first = lines.iter().position(opens).unwrap_or(lines.len());
    let last = lines.iter().rposition(is_sentence).unwrap_or_default();
    let mut kept: Vec<Line> = Vec::new();
    let mut captions = Vec::new();
    let mut blank = false;
    for (index, mut line) in lines.into_iter().enumerate() {
        blank |= line.after_blank;
        let edge = index < first || index > last;
        let places: &[Place] = if edge { &[Place::Line, Place::Edge] } else { &[Place::Line] };
        if index < first && date_line::take(text, &line, draft) {
            continue;
        }
        let words = line.span.of(text);
        let taken = rules::take(words, places).or_else(|| rules::take(words, &[Place::LineEnd]));
        if let Some(taken) = taken {
            let part = |range: std::ops::Range<usize>| {
                let start = line.span.range().start;
                Span::new(start + range.start, start + range.end)
            };
            let away = part(taken.start..words.len());
            draft.set_aside(away.trimmed(text), taken.rule);
            if let Some((kind, credit)) = taken.credit {
                draft.credit(text, kind, part(credit).trimmed(text));
                if kind == CreditKind::Photo
                    && taken.start == 0
                    && words.starts_with('|')
                    && !line.after_blank
                    && let Some(above) = kept.last()
                {
                    captions.push(above.span);
                }
            }
            line.span = part(0..taken.start).trimmed(text);
            if line.span.is_empty() {
                continue;
            }
            captions.push(line.span);
        }
        line.after_blank = blank;
        blank = false;
        kept.push(line);
    }
    (kept, captions)
}

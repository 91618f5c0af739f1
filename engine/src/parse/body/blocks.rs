//! Lines into blocks: paragraphs, those wrapped by hand among them, headings, list items, captions.

use super::lines::Line;
use crate::corpus::BlockKind;
use crate::parse::draft::Draft;
use crate::parse::rules;
use crate::parse::sentence::{ends_sentence, has_words};
use crate::text::Span;
use std::collections::HashSet;

/// Cuts `lines` into blocks.
pub(crate) fn read(text: &str, lines: &[Line], captions: &HashSet<Span>, draft: &mut Draft) {
    let width = wrap_width(text, lines);
    let mut index = 0;
    while let Some(line) = lines.get(index) {
        let words = line.span.of(text);
        let start = line.span.range().start;
        let inner = |from: usize, to: usize| Span::new(start + from, start + to);
        index += 1;
        if captions.contains(&line.span) {
            draft.block(text, BlockKind::Caption, line.span, None);
        } else if let Some(kind) = draft.kind_at(line.span.start) {
            draft.block(text, kind, line.span, None);
        } else if let Some(heading) = words
            .strip_prefix(['–', '—', '-'])
            .and_then(|_| rules::pattern("heading-marker").captures(words))
            .and_then(|found| found.name("text"))
        {
            draft.set_aside(inner(0, heading.start()).trimmed(text), "heading-marker");
            draft.block(text, BlockKind::Heading, inner(heading.start(), heading.end()), None);
            draft.set_aside(inner(heading.end(), words.len()).trimmed(text), "heading-marker");
        } else if let Some(marker) = rules::pattern("list-marker").find(words) {
            draft.set_aside(inner(0, marker.end()).trimmed(text), "list-marker");
            draft.block(text, BlockKind::ListItem, inner(marker.end(), words.len()), None);
        } else if is_heading(text, lines, index - 1) && !draft.blocks.is_empty() {
            draft.block(text, BlockKind::Heading, line.span, None);
        } else {
            let mut end = line.span.range().end;
            while let Some(next) = lines.get(index)
                && continues(text, Span::new(start, end), next, width)
                && !captions.contains(&next.span)
                && draft.kind_at(next.span.start).is_none()
            {
                end = next.span.range().end;
                index += 1;
            }
            draft.block(text, BlockKind::Paragraph, Span::new(start, end), None);
        }
    }
}

/// Shorter lines were not wrapped by hand, they end; in bytes.
const WRAPPED: usize = 40;
/// Nobody wraps lines by hand further out; in characters.
const WIDEST: usize = 100;

/// The width at which the lines were wrapped by hand, in characters; `None` where they were not.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let broken = |pair: &[Line]| {
        let line = pair[0].span.of(text);
        !pair[1].after_blank && line.len() >= WRAPPED && !ends_sentence(line)
    };
    let longest = lines.iter().map(|l| l.span.of(text).chars().count()).max()?;
    (longest <= WIDEST && lines.windows(2).any(broken)).then_some(longest)
}

/// Whether `next` goes on with the paragraph `so_far`, which was wrapped by hand: its last line breaks off, or
/// ends a sentence but had no room for the next word.
fn continues(text: &str, so_far: Span, next: &Line, width: Option<usize>) -> bool {
    let above = so_far.of(text);
    let last = above.rsplit(['\n', '\r']).next().unwrap_or(above).trim();
    let full = || {
        let word = next.span.of(text).split_whitespace().next().unwrap_or_default();
        width.is_some_and(|width| last.chars().count() + 1 + word.chars().count() > width)
    };
    !next.after_blank
        && last.len() >= WRAPPED
        && (!ends_sentence(last) || full())
        && text[so_far.range().end..next.span.range().start].trim().is_empty()
}

/// Whether the line is short, unpunctuated and set apart.
fn is_heading(text: &str, lines: &[Line], index: usize) -> bool {
    /// Words in a heading, at most.
    const LONGEST: usize = 8;
    let (Some(line), Some(next)) = (lines.get(index), lines.get(index + 1)) else { return false };
    let words_of = line.span.of(text);
    line.after_blank
        && next.after_blank
        && !has_words(words_of, LONGEST + 1)
        && words_of.starts_with(char::is_uppercase)
        && words_of.ends_with(|c: char| c.is_alphanumeric() || c == '?' || c == '’')
}

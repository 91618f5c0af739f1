//! Lines to blocks: paragraphs, also hard-wrapped ones, headings, list items and captions.

use super::lines::Line;
use crate::corpus::BlockKind;
use crate::parse::draft::Draft;
use crate::parse::sentence::{ends_sentence, has_words};
use crate::parse::{hyphens, rules};
use crate::text::Span;
use std::collections::HashSet;

/// Groups `lines` of `text` into blocks of `draft`; `captions` has the spans of the lines that are captions.
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

/// The least length of a hard-wrapped line, in bytes; a shorter line ends its paragraph.
const WRAPPED: usize = 40;
/// The greatest width of hard-wrapped text, in characters.
const WIDEST: usize = 100;

/// The width at which the lines were hard-wrapped, in characters; `None` if they were not.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let broken = |pair: &[Line]| {
        let line = pair[0].span.of(text);
        !pair[1].after_blank && line.len() >= WRAPPED && !ends_sentence(line)
    };
    let longest = lines.iter().map(|l| l.span.of(text).chars().count()).max()?;
    (longest <= WIDEST && lines.windows(2).any(broken)).then_some(longest)
}

/// Whether `next` continues the hard-wrapped paragraph `so_far`, which counts in bytes of `text`: its last line ends
/// inside a word, or does not end a sentence, or has no room for the next word.
fn continues(text: &str, so_far: Span, next: &Line, width: Option<usize>) -> bool {
    let above = so_far.of(text);
    let last = memchr::memrchr2(b'\n', b'\r', above.as_bytes()).map_or(above, |end| &above[end + 1..]).trim();
    let full = || {
        let word = next.span.of(text).split_whitespace().next().unwrap_or_default();
        width.is_some_and(|width| last.chars().count() + 1 + word.chars().count() > width)
    };
    let wrapped = || !next.after_blank && last.len() >= WRAPPED && (!ends_sentence(last) || full());
    (hyphens::goes_on(last, next.span.of(text), next.after_blank) || wrapped())
        && text[so_far.range().end..next.span.range().start].trim().is_empty()
}

/// Whether the line at `index` is a heading: short, without final punctuation, and between blank lines.
fn is_heading(text: &str, lines: &[Line], index: usize) -> bool {
    /// The maximum number of words in a heading.
    const LONGEST: usize = 8;
    let (Some(line), Some(next)) = (lines.get(index), lines.get(index + 1)) else { return false };
    let words_of = line.span.of(text);
    line.after_blank
        && next.after_blank
        && !has_words(words_of, LONGEST + 1)
        && words_of.starts_with(char::is_uppercase)
        && words_of.ends_with(|c: char| c.is_alphanumeric() || c == '?' || c == '’')
}

//! Parts: the tiling of a source file. Every byte belongs to exactly one part; [`check`] proves it.

use crate::corpus::{ArticleId, FileSpan, Origin};
use crate::order;
use crate::text::Span;

/// A span of a source file and its role. `S` is a [`FileSpan`]; while a file is read, it is a [`Span`] in bytes of the
/// decoded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<S = FileSpan> {
    /// The bytes of the part.
    pub span: S,
    /// The role of the part.
    pub role: Role,
    /// The article that the part belongs to; `None` outside every article.
    pub article: Option<ArticleId>,
}

/// The role of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The headline.
    Title,
    /// The date or time of publication.
    Published,
    /// The link.
    Url,
    /// The place line.
    Dateline,
    /// A block of the body, by its index in `Article::blocks`.
    Block(u32),
    /// Set aside by the cleaning rule of this id; see [`super::rules`].
    Ledger(&'static str),
    /// White space between parts.
    Separator,
}

impl Part<Span> {
    /// The same part in bytes of the file; `origin` is that of the decoded text, and `None` if the text equals the
    /// bytes of the file.
    pub(crate) fn in_file(self, origin: Option<&Origin>) -> Part {
        let Part { span, role, article } = self;
        Part { span: Origin::placed(origin.map_or(span, |origin| origin.span(span))), role, article }
    }
}

/// Sorts `parts` and fills the gaps, so that they tile `text`. White space becomes [`Role::Separator`]; anything else
/// is set aside under the rule `rest`, so that nothing is lost. A part inside another one splits the outer part in two.
pub(crate) fn tile(text: &str, parts: Vec<Part<Span>>, rest: &'static str) -> Vec<Part<Span>> {
    let parts = apart(text, parts);
    let mut tiled = Vec::with_capacity(parts.len() * 2 + 1);
    let mut at = 0;
    let fill = |from: usize, to: usize, tiled: &mut Vec<Part<Span>>| {
        let gap = Span::new(from, to);
        let inner = gap.trimmed(text);
        let blank = |start, end| Part { span: Span::new(start, end), role: Role::Separator, article: None };
        if inner.is_empty() {
            if from < to {
                tiled.push(blank(from, to));
            }
            return;
        }
        if from < inner.range().start {
            tiled.push(blank(from, inner.range().start));
        }
        tiled.push(Part { span: inner, role: Role::Ledger(rest), article: None });
        if inner.range().end < to {
            tiled.push(blank(inner.range().end, to));
        }
    };
    for part in parts {
        let range = part.span.range();
        fill(at, range.start, &mut tiled);
        at = range.end;
        tiled.push(part);
    }
    fill(at, text.len(), &mut tiled);
    tiled
}

/// Sorts `parts` of the file with these `bytes`, cuts each where the one before it ends, and fills the gaps like
/// [`tile`]: a transfer encoding may write the end of a part and the beginning of the next as one.
pub(crate) fn around(bytes: &[u8], mut parts: Vec<Part>, rest: &'static str) -> Vec<Part> {
    // White space in such an encoding is none in the file.
    parts.retain(|part| part.role != Role::Separator);
    order::by_key(&mut parts, |part| (part.span.start, part.span.end));
    let mut tiled = Vec::with_capacity(parts.len() * 2 + 1);
    let mut at = 0;
    let fill = |from: u32, to: u32, tiled: &mut Vec<Part>| {
        let gap = bytes.get(from as usize..to as usize).unwrap_or_default();
        let start = from + (gap.len() - gap.trim_ascii_start().len()) as u32;
        let end = (to - (gap.len() - gap.trim_ascii_end().len()) as u32).max(start);
        let roles =
            [(from, start, Role::Separator), (start, end, Role::Ledger(rest)), (end, to, Role::Separator)];
        let some = roles.into_iter().filter(|(start, end, _)| start < end);
        tiled.extend(some.map(|(start, end, role)| Part {
            span: FileSpan { start, end },
            role,
            article: None,
        }));
    };
    for mut part in parts {
        part.span.start = part.span.start.max(at);
        if part.span.start < part.span.end {
            fill(at, part.span.start, &mut tiled);
            at = part.span.end;
            tiled.push(part);
        }
    }
    fill(at, bytes.len() as u32, &mut tiled);
    tiled
}

/// Sorts `parts` and removes overlaps: of two nested parts the inner one stays whole, and of two that cross the first
/// one does.
fn apart(text: &str, mut parts: Vec<Part<Span>>) -> Vec<Part<Span>> {
    parts.retain(|part| !part.span.is_empty());
    order::by_key(&mut parts, |part| (part.span.start, std::cmp::Reverse(part.span.end)));
    let mut out: Vec<Part<Span>> = Vec::with_capacity(parts.len());
    // The parts that are open, each with where its rest begins.
    let mut open: Vec<(Part<Span>, u32)> = Vec::new();
    let piece = |part: &Part<Span>, start: u32, end: u32, out: &mut Vec<Part<Span>>| {
        let span = Span { start, end: end.max(start) };
        let whole = span == part.span;
        // Only white space is left between an outer part's end and an inner one: it belongs to neither.
        let span = if whole { span } else { span.trimmed(text) };
        if !span.is_empty() {
            out.push(Part { span, ..*part });
        }
    };
    let close = |up_to: u32, open: &mut Vec<(Part<Span>, u32)>, out: &mut Vec<Part<Span>>| {
        while let Some((top, at)) = open.last().copied().filter(|(top, _)| top.span.end <= up_to) {
            piece(&top, at, top.span.end, out);
            open.pop();
            if let Some((_, rest)) = open.last_mut() {
                *rest = top.span.end.max(*rest);
            }
        }
    };
    for mut part in parts {
        close(part.span.start, &mut open, &mut out);
        if let Some((outer, at)) = open.last_mut() {
            part.span.end = part.span.end.min(outer.span.end);
            if part.span.start < *at {
                part.span.start = (*at).min(part.span.end);
            }
            if part.span.is_empty() || part.span == outer.span {
                continue;
            }
            piece(outer, *at, part.span.start, &mut out);
            *at = part.span.start;
        }
        open.push((part, part.span.start));
    }
    close(u32::MAX, &mut open, &mut out);
    out
}

/// Checks that `parts` tile a file of `len` bytes: ascending, without gaps, overlaps or empty parts.
///
/// # Errors
/// A message that names the first byte at which they do not.
pub fn check(parts: &[Part], len: usize) -> Result<(), String> {
    let mut at = 0;
    for part in parts {
        let range = part.span.range();
        if range.start != at || range.is_empty() {
            return Err(format!("expected a part at byte {at}, found {:?} at {range:?}", part.role));
        }
        at = range.end;
    }
    if at == len { Ok(()) } else { Err(format!("the parts end at byte {at} of {len}")) }
}

#[cfg(test)]
mod tests {
    use super::{Part, Role, check, tile};
    use crate::text::Span;

    #[test]
    fn inner_parts_part_outer_ones() {
        let text = "aa bbb cc dd ee";
        for (spans, tiled) in [
            (&[(0, 2), (3, 6)][..], "aa|_|bbb|_|cc dd ee"),
            (&[(0, 9), (3, 6)], "aa|_|bbb|_|cc|_|dd ee"),
            (&[(0, 15), (3, 9), (4, 5)], "aa|_|b|b|b cc|_|dd ee"),
            (&[(0, 4), (3, 6)], "aa|_|b|bb cc dd ee"),
            (&[(0, 9), (0, 9)], "aa bbb cc|_|dd ee"),
            (&[(0, 9), (0, 2)], "aa|_|bbb cc|_|dd ee"),
            (&[], "aa bbb cc dd ee"),
        ] {
            let part = |(start, end): &(usize, usize)| Part {
                span: Span::new(*start, *end),
                role: Role::Title,
                article: None,
            };
            let parts = tile(text, spans.iter().map(part).collect(), "markup");
            let in_file: Vec<Part> = parts.iter().map(|part| part.in_file(None)).collect();
            assert_eq!(check(&in_file, text.len()), Ok(()), "{spans:?}");
            let shown = parts.iter().map(|p| if p.role == Role::Separator { "_" } else { p.span.of(text) });
            assert_eq!(shown.collect::<Vec<_>>().join("|"), tiled, "{spans:?}");
        }
    }
}

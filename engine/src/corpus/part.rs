//! Parts: the tiling of a source file. Every byte belongs to exactly one part, and [`check`] proves it.

use super::ArticleId;
use crate::text::Span;

/// A span of a source file and its role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where, in bytes of the source file.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// The article it belongs to; `None` for what stands outside all of them.
    pub article: Option<ArticleId>,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The headline.
    Title,
    /// When it was published.
    Published,
    /// Where it was published.
    Url,
    /// The dateline.
    Dateline,
    /// A block of the body: its place in `Article::blocks`.
    Block(u32),
    /// Set aside, by the rule of this id; see [`super::rules`].
    Ledger(&'static str),
    /// White space between other parts.
    Separator,
}

/// Sorts `parts` and fills what lies between them, so that they tile `text`: white space becomes
/// [`Role::Separator`], anything else is set aside as `unclaimed`, so that it is seen and not lost.
pub(super) fn tile(text: &str, mut parts: Vec<Part>) -> Vec<Part> {
    parts.retain(|p| !p.span.is_empty());
    parts.sort_by_key(|p| p.span);
    let mut tiled = Vec::with_capacity(parts.len() * 2 + 1);
    let mut at = 0;
    let fill = |from: usize, to: usize, tiled: &mut Vec<Part>| {
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
        tiled.push(Part { span: inner, role: Role::Ledger("unclaimed"), article: None });
        if inner.range().end < to {
            tiled.push(blank(inner.range().end, to));
        }
    };
    for part in parts {
        let range = part.span.range();
        debug_assert!(range.start >= at, "parts overlap at {at}: {part:?}");
        if range.start < at {
            continue;
        }
        fill(at, range.start, &mut tiled);
        at = range.end;
        tiled.push(part);
    }
    fill(at, text.len(), &mut tiled);
    tiled
}

/// Checks that `parts` tile a file of `len` bytes: in order, no gap, no overlap, none empty.
///
/// # Errors
/// A sentence that names the first byte where they do not.
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

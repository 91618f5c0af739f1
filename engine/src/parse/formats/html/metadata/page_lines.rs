//! The short lines of a page as readers see them, where days and names stand.

use super::page::Page;
use crate::parse::bytes::Passage;
use crate::parse::formats::html::text::{inline, one_line};
use crate::text::Span;

/// The greatest length of a line that may hold a day or a name and no sentence, in bytes without its tags.
const LONGEST: usize = 240;

/// The least length of a paragraph, in bytes; shorter lines stand before the text.
const PARAGRAPH: usize = 90;

/// A line of the page: the text between two borders of blocks.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageLine {
    /// The first node of the line.
    pub(super) first: usize,
    /// The node after its last.
    pub(super) end: usize,
    /// The bytes from its first text to its last.
    span: Span,
    /// The length of its texts, in bytes.
    length: usize,
    /// Whether the line is a heading.
    heading: bool,
}

impl PageLine {
    /// Whether the line is short enough to be no paragraph.
    pub(super) fn is_short(&self) -> bool {
        self.length <= LONGEST
    }

    /// Whether the line is long enough to be one of the text.
    pub(super) fn is_paragraph(&self) -> bool {
        self.length >= PARAGRAPH && !self.heading
    }

    /// The text of the line.
    pub(super) fn text(&self, page: &Page<'_>) -> Passage {
        let mut line = Passage::default();
        for i in self.first..self.end {
            let Some(node) = page.node(i).filter(|node| node.is_text()) else { continue };
            let text = Passage::of(page.source, node.span);
            let text = if text.text.contains('&') { inline(text) } else { text };
            // Two elements beside each other are two words: `<span>Ada Lind</span><span>27 April 2024</span>`.
            if i > self.first {
                line.apart(" ");
            }
            line.append(&text, text.whole());
        }
        one_line(&line)
    }

    /// The bytes of the line.
    pub(super) fn span(&self) -> Span {
        self.span
    }
}

/// The lines of a page, in order, without those of code.
pub(super) fn read(page: &Page<'_>) -> Vec<PageLine> {
    let mut lines: Vec<PageLine> = Vec::new();
    let mut block = usize::MAX;
    let mut skip = 0;
    let mut broken = true;
    for (index, node) in page.tree.within(0) {
        if index < skip {
            continue;
        }
        if page.survey.set_aside(index) == Some("page-code") || node.name == "title" {
            skip = node.end;
            continue;
        }
        broken |= node.name == "br" || node.is_block();
        if !node.is_text() {
            continue;
        }
        let length = node.span.of(page.source).trim().len();
        if length == 0 {
            continue;
        }
        let is_block = |i: &usize| page.node(*i).is_some_and(|node| node.is_block() || node.name == "td");
        let own = page.tree.above(index).find(is_block).unwrap_or(0);
        match lines.last_mut().filter(|_| own == block && !broken) {
            Some(line) => {
                line.end = index + 1;
                line.span.end = node.span.end;
                line.length += length;
            }
            None => {
                let heading = page
                    .node(own)
                    .is_some_and(|node| matches!(node.name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6"));
                lines.push(PageLine { first: index, end: index + 1, span: node.span, length, heading });
            }
        }
        (block, broken) = (own, false);
    }
    lines
}

/// The place of the first paragraph among `lines` after the node `from`; the number of lines if there is none.
pub(super) fn first_paragraph(lines: &[PageLine], from: usize) -> usize {
    let long = |line: &PageLine| line.first >= from && line.is_paragraph();
    lines.iter().position(long).unwrap_or(lines.len())
}

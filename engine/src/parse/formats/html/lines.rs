//! The text of an element as lines, each a block of the article or a piece of furniture: what the rules for
//! plain text then read.

use super::reference::reference;
use super::survey::{Container, Survey};
use super::tree::{Node, Tree};
use crate::corpus::article::BlockKind;
use crate::parse::bytes::Passage;
use crate::parse::formats::extract::Extract;
use crate::parse::sentence;
use crate::text::Span;

/// A line leads elsewhere of which this much stands in links, of a hundred; a label may stand beside them.
const LINKED: usize = 80;

/// A paragraph beside the text has this many bytes, at least; shorter ones are labels.
const LEAST: usize = 40;

/// Lists of so many entries that are nothing but links lead elsewhere.
const LINKED_ENTRIES: usize = 2;

/// Puts the text of the article into `reading`, and what is not read there into its ledger.
pub(crate) fn collect(
    tree: &Tree,
    survey: &Survey<'_>,
    source: &str,
    container: Container,
    skip: &[usize],
    reading: &mut Extract,
) {
    let mut lines = Lines { source, reading, line: Passage::default(), kind: None, space: None, linked: 0 };
    let end_of = |index: usize| tree.nodes.get(index).map_or(0, |node| node.end);
    let (end, body) = (end_of(container.root), container.body..end_of(container.body));
    let mut at = container.root + 1;
    // The blocks that are open, each with where it ends.
    let mut open: Vec<(usize, Option<BlockKind>)> = Vec::new();
    let mut link_end = 0;
    while at < end {
        while open.last().is_some_and(|(end, _)| *end <= at) {
            lines.flush();
            open.pop();
            lines.kind = open.iter().rev().find_map(|(_, kind)| *kind);
        }
        let Some(node) = tree.nodes.get(at) else { break };
        if node.is_text() {
            lines.text(node.span, at < link_end);
            at += 1;
            continue;
        }
        let kind = node.is_block().then(|| kind(tree, at, node)).flatten();
        // Beside the text, a picture's words and the lines that sum it up are the article's.
        let beside = !body.contains(&at) && node.end <= body.start || at >= body.end;
        let foreign = (beside && !holds_own(tree, survey, source, at)).then_some("page-box");
        let aside = survey.set_aside(at).or(foreign).or_else(|| leads_elsewhere(tree, survey, at));
        if let Some(rule) = aside.or(skip.contains(&at).then_some("repeated-headline")) {
            if node.is_block() {
                lines.flush();
            }
            if !node.span.is_empty() {
                lines.reading.outside.push((node.span, rule));
            }
            at = node.end.max(at + 1);
            continue;
        }
        match node.name {
            "a" => link_end = link_end.max(node.end),
            "br" | "hr" => lines.flush(),
            "td" | "th" => lines.text_apart(),
            _ if node.is_block() => {
                lines.flush();
                open.push((node.end, kind));
                lines.kind = kind.or(lines.kind);
            }
            _ => {}
        }
        at += 1;
    }
    lines.flush();
}

/// Whether the element at `index` is or holds something of the article: a caption, a standfirst, a paragraph.
fn holds_own(tree: &Tree, survey: &Survey<'_>, source: &str, index: usize) -> bool {
    let end = tree.nodes.get(index).map_or(index, |node| node.end);
    let says = |i: usize| {
        let last = tree.within(i).filter(|(_, node)| node.is_text()).last();
        let ends = last.is_some_and(|(_, text)| sentence::ends_sentence(text.span.of(source).trim()));
        ends && survey.text(i) >= LEAST && !survey.is_links(i)
    };
    (index..end).any(|i| {
        tree.nodes.get(i).is_some_and(|node| {
            matches!(kind(tree, i, node), Some(BlockKind::Caption | BlockKind::Standfirst))
                || node.name == "p" && survey.set_aside(i).is_none() && says(i)
        })
    })
}

/// What kind of block an element is; `None` where that is what its surroundings are.
fn kind(tree: &Tree, index: usize, node: &Node) -> Option<BlockKind> {
    let class = tree.attribute(index, "class").unwrap_or_default();
    Some(match node.name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "li" => BlockKind::ListItem,
        "blockquote" => BlockKind::Quote,
        "figcaption" | "caption" => BlockKind::Caption,
        _ if class
            .split_whitespace()
            .any(|c| matches!(c, "wp-caption-text" | "caption" | "image-caption")) =>
        {
            BlockKind::Caption
        }
        _ if class.split_whitespace().any(|c| matches!(c, "standfirst" | "dek" | "article-summary")) => {
            BlockKind::Standfirst
        }
        _ => return None,
    })
}

/// Lists of nothing but links: the way to other articles.
fn leads_elsewhere(tree: &Tree, survey: &Survey<'_>, index: usize) -> Option<&'static str> {
    let node = tree.nodes.get(index)?;
    if !matches!(node.name, "ul" | "ol") || !survey.is_links(index) {
        return None;
    }
    let entries = || tree.children(index).filter(|(_, n)| n.name == "li");
    let all = entries().all(|(i, _)| survey.is_links(i));
    (all && entries().count() >= LINKED_ENTRIES).then_some("page-links")
}

struct Lines<'a> {
    source: &'a str,
    reading: &'a mut Extract,
    line: Passage,
    kind: Option<BlockKind>,
    /// Bytes of the line that stand in links.
    linked: usize,
    /// White space that may turn out to stand between two words.
    space: Option<Span>,
}

impl Lines<'_> {
    /// Adds a text: its references read, its white space as one space.
    fn text(&mut self, span: Span, linked: bool) {
        let text = span.of(self.source);
        let before = self.line.text.len();
        self.words(text, span);
        if linked {
            self.linked += self.line.text.len() - before;
        }
    }

    fn words(&mut self, text: &str, span: Span) {
        let mut at = 0;
        let base = span.range().start;
        while at < text.len() {
            let rest = &text[at..];
            let plain = plain(rest.as_bytes());
            if plain > 0 {
                self.word(|line| line.same(&rest[..plain], base + at));
                at += plain;
                continue;
            }
            let here = |length: usize| Span::new(base + at, base + at + length);
            if rest.starts_with('&') {
                let (length, read) = reference(rest);
                if read.is_empty() {
                    self.word(|line| line.same("&", base + at));
                } else if read.chars().all(is_space) {
                    self.space =
                        Some(self.space.map_or(here(length), |s| Span { end: here(length).end, ..s }));
                } else {
                    self.word(|line| line.respelled(&read, here(length)));
                }
                at += length;
                continue;
            }
            let blank = rest.find(|c: char| !is_space(c)).unwrap_or(rest.len());
            self.space = Some(self.space.map_or(here(blank), |s| Span { end: here(blank).end, ..s }));
            at += blank;
        }
    }

    /// Cells of a table stand beside each other.
    fn text_apart(&mut self) {
        if !self.line.text.is_empty() && self.space.is_none() {
            self.line.apart(" ");
        }
    }

    fn word(&mut self, add: impl FnOnce(&mut Passage)) {
        if let Some(space) = self.space.take()
            && !self.line.text.is_empty()
        {
            if space.of(self.source) == " " {
                self.line.same(" ", space.range().start);
            } else {
                self.line.respelled(" ", space);
            }
        }
        add(&mut self.line);
    }

    fn flush(&mut self) {
        self.space = None;
        let linked = std::mem::take(&mut self.linked);
        let trimmed = self.line.trimmed();
        if trimmed.is_empty() {
            return self.line.clear();
        }
        let words = trimmed.of(&self.line.text);
        // A line that is one link and no sentence leads to another article.
        let text = self.kind.is_some_and(|kind| kind != BlockKind::Caption) || sentence::ends_sentence(words);
        let byline = words.starts_with("By ") || words.starts_with("BY ");
        if !text && !byline && linked * 100 >= words.len() * LINKED {
            self.reading.outside.push((self.line.origin.span(trimmed), "page-links"));
        } else {
            self.reading.line(&self.line, trimmed, self.kind);
        }
        self.line.clear();
    }
}

/// The length of the words that `text` begins with, single spaces between them among it: what reads as it stands.
fn plain(text: &[u8]) -> usize {
    let stops = |b: &u8| *b == b'&' || is_space(char::from(*b));
    let mut at = 0;
    while let Some(b) = text.get(at) {
        let between = at > 0 && *b == b' ' && text.get(at + 1).is_some_and(|next| !stops(next));
        if stops(b) && !between {
            break;
        }
        at += 1;
    }
    at
}

/// White space as HTML means it: a no-break space holds words together.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

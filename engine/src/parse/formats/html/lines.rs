//! The text of an element as lines, each a block of the article or a piece of furniture: the input of the rules for
//! plain text.

use super::reference::reference;
use super::survey::{Container, Survey};
use super::tree::{Node, Tree};
use crate::corpus::article::BlockKind;
use crate::parse::bytes::Passage;
use crate::parse::formats::extract::Extract;
use crate::parse::sentence;
use crate::text::Span;

/// The least percentage of a line's bytes in links that makes it a line of links; a label may stand beside them.
const LINKED: usize = 80;

/// The least length of a paragraph beside the text, in bytes; shorter ones are labels.
const LEAST: usize = 40;

/// The least number of entries in a list of links that is set aside.
const LINKED_ENTRIES: usize = 2;

/// Appends the text in `container` to `extract` as lines, and the spans that are set aside to its `outside`. `skip`
/// lists the elements that repeat the headline. All spans count in bytes of `source`.
pub(crate) fn collect(
    tree: &Tree,
    survey: &Survey<'_>,
    source: &str,
    container: Container,
    skip: &[usize],
    extract: &mut Extract,
) {
    let mut lines = Lines { source, extract, line: Passage::default(), kind: None, space: None, linked: 0 };
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
                lines.extract.outside.push((node.span, rule));
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

/// Whether the element at `index` is or contains something of the article: a caption, a standfirst, a paragraph.
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

/// The kind of block that an element makes; `None` if it has the kind of its surroundings.
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

/// The rule for lists of nothing but links to other articles, if the element at `index` is one.
fn leads_elsewhere(tree: &Tree, survey: &Survey<'_>, index: usize) -> Option<&'static str> {
    let node = tree.nodes.get(index)?;
    if !matches!(node.name, "ul" | "ol") || !survey.is_links(index) {
        return None;
    }
    let entries = || tree.children(index).filter(|(_, n)| n.name == "li");
    let all = entries().all(|(i, _)| survey.is_links(i));
    (all && entries().count() >= LINKED_ENTRIES).then_some("page-links")
}

/// The state of collecting lines.
struct Lines<'a> {
    source: &'a str,
    extract: &'a mut Extract,
    line: Passage,
    kind: Option<BlockKind>,
    /// The number of the line's bytes that are in links.
    linked: usize,
    /// Pending white space, in bytes of the source: written if another word follows on the line.
    space: Option<Span>,
}

impl Lines<'_> {
    /// Appends a text node, with character references resolved and white space collapsed.
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

    /// Separates the cells of a table with a space.
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

    /// Ends the line: appends it to the extract, or sets it aside if it is a line of links.
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
            self.extract.outside.push((self.line.origin.span(trimmed), "page-links"));
        } else {
            self.extract.line(&self.line, trimmed, self.kind);
        }
        self.line.clear();
    }
}

/// The length of the text up to the first `&` or run of white space that is not a single space, in bytes: what can be
/// copied unchanged.
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

/// Whether `c` is white space in HTML; a no-break space is not, because it holds words together.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

//! The text of an element as lines, each a block of the article or a piece of furniture: the input of the rules for
//! plain text.

use super::article::Article;
use super::boxes;
use super::reference::reference;
use super::survey::Survey;
use super::tree::{Node, Tree, is_heading};
use crate::corpus::BlockKind;
use crate::parse::bytes::Passage;
use crate::parse::formats::extract::Extract;
use crate::parse::rules::{self, Scope};
use crate::parse::{hyphens, sentence};
use crate::text::Span;
use std::ops::Range;

/// The least percentage of a line's bytes in links that makes it a line of links; a label may stand beside them.
const LINKED: usize = 80;

/// The length below which a line without the end of a sentence is a label, in bytes.
const LEAST: usize = 40;

/// The maximum length of a label before a link, in bytes.
const LABEL: usize = 48;

/// The least length of a caption that may be the text itself, in bytes.
const CAPTION: usize = 80;

/// The least number of words in a line that announces a list.
const ANNOUNCES: usize = 6;

/// Appends the text of `article` to `extract` as lines, and the spans that are set aside to its `outside`. `skip` lists the
/// elements that repeat the headline. All spans count in bytes of `source`.
pub(crate) fn collect(
    tree: &Tree,
    survey: &Survey<'_>,
    source: &str,
    article: &Article,
    skip: &[usize],
    extract: &mut Extract,
) {
    let mut lines = Lines {
        source,
        extract,
        line: Passage::default(),
        kind: None,
        space: None,
        links: Vec::new(),
        times: Vec::new(),
        waiting: None,
        pre: false,
    };
    let end = tree.nodes.get(article.root).map_or(0, |node| node.end);
    let mut at = article.root.max(1);
    // The blocks that are open, each with where it ends.
    let mut open: Vec<(usize, Option<BlockKind>)> = Vec::new();
    let (mut link_end, mut time_end, mut pre_end) = (0, 0, 0);
    while at < end {
        while open.last().is_some_and(|(end, _)| *end <= at) {
            lines.flush();
            open.pop();
            lines.kind = open.iter().rev().find_map(|(_, kind)| *kind);
        }
        let Some(node) = tree.nodes.get(at) else { break };
        if node.is_text() {
            if article.keeps(survey, at) {
                lines.pre = at < pre_end;
                lines.text(node.span, at < link_end, at < time_end);
            } else {
                lines.extract.outside.push((node.span.trimmed(source), "page-apart"));
            }
            at += 1;
            continue;
        }
        if node.is_block() {
            lines.flush();
        }
        let repeated = skip.contains(&at).then_some("repeated-headline");
        let aside = repeated.or(survey.set_aside(at)).or_else(|| {
            if survey.runs_in(at).is_empty() {
                None
            } else if !article.holds(survey, at) {
                Some(article.rule_of(survey, at))
            } else {
                article.box_within(tree, survey, at).or_else(|| lines.leads_elsewhere(tree, survey, at))
            }
        });
        if let Some(rule) = aside {
            if survey.text(at) > 0 && rule != "repeated-headline" {
                lines.box_begins(rule);
            }
            if !node.span.is_empty() {
                lines.extract.outside.push((node.span, rule));
            }
            at = node.end.max(at + 1);
            continue;
        }
        match node.name {
            "a" => link_end = link_end.max(node.end),
            // A duration is no moment.
            "time" if !tree.attribute(at, "itemprop").is_some_and(|name| name.ends_with("Time")) => {
                time_end = time_end.max(node.end)
            }
            "pre" => pre_end = pre_end.max(node.end),
            _ => {}
        }
        match node.name {
            "br" | "hr" => lines.flush(),
            "td" | "th" => lines.text_apart(),
            _ if node.is_block() || kind(tree, survey, at, node) == Some(BlockKind::Caption) => {
                lines.flush();
                let own = kind(tree, survey, at, node);
                let leads = own == Some(BlockKind::Heading) && article.leads(survey, at);
                let kind = if leads { Some(BlockKind::Standfirst) } else { own };
                open.push((node.end, kind));
                lines.kind = kind.or(lines.kind);
            }
            _ => {}
        }
        at += 1;
    }
    lines.flush();
    lines.text_follows(true);
    if article.has_page() {
        captions_alone(extract);
    }
}

/// Makes paragraphs of captions where a page has hardly another text: it shows pictures or a film.
fn captions_alone(extract: &mut Extract) {
    let long = |(span, kind): &(Span, BlockKind)| *kind == BlockKind::Caption && span.len() >= CAPTION;
    let captions: usize = extract.kinds.iter().filter(|block| long(block)).map(|(span, _)| span.len()).sum();
    if captions * 2 > extract.passage.text.len() {
        extract.kinds.retain(|block| !long(block));
    }
}

/// The kind of block that an element makes; `None` if it has the kind of its surroundings.
fn kind(tree: &Tree, survey: &Survey<'_>, index: usize, node: &Node) -> Option<BlockKind> {
    let paragraphs = || tree.within(index).filter(|(_, inner)| inner.name == "p").take(2).count();
    Some(match node.name {
        "figcaption" | "caption" => BlockKind::Caption,
        _ if boxes::is_named(tree, index, boxes::CAPTIONS) => BlockKind::Caption,
        // A heading that was never closed holds the text.
        _ if is_heading(node.name) && paragraphs() < 2 => BlockKind::Heading,
        "li" => BlockKind::ListItem,
        "blockquote" => BlockKind::Quote,
        _ if boxes::is_named(tree, index, boxes::STANDFIRSTS) && !survey.is_most(index) => {
            BlockKind::Standfirst
        }
        _ => return None,
    })
}

/// The state of collecting lines.
struct Lines<'a> {
    source: &'a str,
    extract: &'a mut Extract,
    line: Passage,
    kind: Option<BlockKind>,
    /// The ranges of the line that are in links.
    links: Vec<Range<usize>>,
    /// The ranges of the line that are moments.
    times: Vec<Range<usize>>,
    /// A heading or a label that waits for what stands under it: a text, or a box that takes it along.
    waiting: Option<Waiting>,
    /// Whether line ends count as in the source.
    pre: bool,
    /// Pending white space, in bytes of the source: written if another word follows on the line.
    space: Option<Span>,
}

/// A line that is not yet appended.
struct Waiting {
    line: Passage,
    span: Span,
    kind: Option<BlockKind>,
    /// The rule of the box that follows it, if one does.
    boxed: Option<&'static str>,
}

impl Lines<'_> {
    /// Appends a text node, with character references resolved and white space collapsed.
    fn text(&mut self, span: Span, linked: bool, timed: bool) {
        let before = self.line.text.len();
        self.words(span.of(self.source), span);
        let range = before..self.line.text.len();
        if linked && !range.is_empty() {
            self.links.push(range.clone());
        }
        if timed && !range.is_empty() {
            self.times.push(range);
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
        // In preformatted text a blank line ends a paragraph.
        if self.pre && self.space.is_some_and(|space| space.of(self.source).matches('\n').count() > 1) {
            self.flush();
        }
        if let Some(space) = self.space.take()
            && !self.line.text.is_empty()
        {
            if space.of(self.source) == " " {
                self.line.same(" ", space.range().start);
            } else {
                self.line.respelled(hyphens::space(&self.line.text, space.of(self.source)), space);
            }
        }
        add(&mut self.line);
    }

    /// Ends the line: appends it to the extract, or sets it aside if it is a line of links.
    fn flush(&mut self) {
        self.space = None;
        let links = std::mem::take(&mut self.links);
        let times = std::mem::take(&mut self.times);
        let trimmed = self.line.trimmed();
        if trimmed.is_empty() {
            return self.line.clear();
        }
        let words = trimmed.of(&self.line.text);
        let timed: usize = times.iter().map(|time| time.len()).sum();
        if timed >= words.len() && self.kind.is_none() {
            self.extract.outside.push((self.line.origin.span(trimmed), "date-line"));
            return self.line.clear();
        }
        let is_text =
            matches!(self.kind, Some(BlockKind::ListItem | BlockKind::Heading | BlockKind::Standfirst));
        if !is_text && leads_elsewhere(words, &links, trimmed.range().start) {
            let span = self.line.origin.span(trimmed);
            self.box_begins("page-links");
            self.extract.outside.push((span, "page-links"));
            return self.line.clear();
        }
        let label = self.kind.is_none() && words.len() < LEAST && !sentence::ends_in_text(words);
        let waits = self.kind == Some(BlockKind::Heading) || label;
        self.text_follows(self.kind == Some(BlockKind::Heading));
        if waits {
            let line = std::mem::take(&mut self.line);
            self.waiting = Some(Waiting { line, span: trimmed, kind: self.kind, boxed: None });
        } else {
            self.extract.line(&self.line, trimmed, self.kind);
            self.line.clear();
        }
    }

    /// Notes that a box is set aside; a box of links takes the heading above it along.
    fn box_begins(&mut self, rule: &'static str) {
        if let Some(waiting) = &mut self.waiting {
            let takes = waiting.boxed.is_none() || rule == "page-links";
            waiting.boxed = if takes { Some(rule) } else { waiting.boxed };
        }
    }

    /// Decides about the line that waits, now that a text follows, a heading, or nothing more.
    fn text_follows(&mut self, heading: bool) {
        let Some(waiting) = self.waiting.take() else { return };
        let is_heading = waiting.kind == Some(BlockKind::Heading);
        let boxed = waiting.boxed.filter(|_| !sentence::is_sentence(waiting.span.of(&waiting.line.text)));
        match boxed {
            Some(rule) if rule == "page-links" || heading && is_heading => {
                self.extract.outside.push((waiting.line.origin.span(waiting.span), rule));
            }
            _ => self.extract.line(&waiting.line, waiting.span, waiting.kind),
        }
    }

    /// The rule for lists of nothing but links to other articles, if the element at `index` is one. A list that a
    /// sentence announces is text.
    fn leads_elsewhere(&self, tree: &Tree, survey: &Survey<'_>, index: usize) -> Option<&'static str> {
        let node = tree.nodes.get(index)?;
        if !matches!(node.name, "ul" | "ol") || !survey.is_links(index) {
            return None;
        }
        let before = match &self.waiting {
            Some(waiting) => waiting.span.of(&waiting.line.text),
            None => self.extract.passage.text.rsplit("\n\n").next().unwrap_or_default(),
        };
        if before.ends_with([':', '：']) && sentence::has_words(before, ANNOUNCES) {
            return None;
        }
        let mut entries = tree.children(index).filter(|(_, n)| n.name == "li").peekable();
        (entries.peek().is_some() && entries.all(|(i, _)| survey.is_links(i))).then_some("page-links")
    }
}

/// Whether a line leads to other articles: it is one link and no sentence, or a label before links
/// (`Read more: …`). `links` has the ranges of its links, in bytes of a text in which `words` begins at `start`.
fn leads_elsewhere(words: &str, links: &[Range<usize>], start: usize) -> bool {
    let linked: usize = links.iter().map(|link| link.len()).sum();
    let Some(first) = links.first() else { return false };
    let credited = || rules::take(words, Scope::LINES, &[]).is_some_and(|taken| taken.credit.is_some());
    let label = words[..first.start.saturating_sub(start).min(words.len())].trim_end();
    let gaps = links.windows(2).map(|pair| (pair[0].end, pair[1].start));
    let last = links.last().map_or(0, |link| link.end);
    let mut between = gaps.chain([(last, start + words.len())]);
    let only_links = between.all(|(from, to)| {
        let gap = words.get(from.saturating_sub(start)..to.saturating_sub(start)).unwrap_or_default();
        !gap.contains(char::is_alphanumeric)
    });
    let marked = label.ends_with([':', '：', '-', '–', '—', '»', '>', '|', '→', '►', '▶'])
        || label.starts_with("...")
        || label.starts_with(['…', '»', '›', '→', '►', '▶']);
    let labelled = marked && label.len() <= LABEL;
    let whole = linked * 100 >= words.len() * LINKED && !sentence::ends_sentence(words);
    (whole || only_links && labelled) && !credited()
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

//! The measures of a page: its texts as runs, how much of each element is prose and how much is links, and the elements
//! that are never part of an article.

use super::tree::{Node, Tree, is_heading};
use crate::parse::sentence;

/// The least length of a text that is prose though no sentence ends it, in bytes; shorter ones are labels.
const PROSE: usize = 80;

/// The least length of a sentence, in bytes.
const SENTENCE: usize = 40;

/// The least percentage of a text in links that makes it a text of links.
const LINKS: usize = 60;

/// A run of text nodes that belong to one block: a paragraph, a heading, a label.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// The element that holds the run as a block.
    pub(crate) block: usize,
    /// The index of its first text node.
    pub(crate) first: usize,
    /// The index of its last text node.
    pub(crate) last: usize,
    /// The length of its text, in bytes.
    pub(crate) text: usize,
    /// How many of these bytes are in links.
    pub(crate) linked: usize,
    pub(crate) weight: Weight,
}

/// What a run is, by its text alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Prose,
    Heading,
    Links,
    Label,
}

impl Run {
    /// The length of the text that is in no link, in bytes.
    pub(crate) fn own(&self) -> usize {
        self.text - self.linked
    }

    pub(crate) fn is_prose(&self) -> bool {
        self.weight == Weight::Prose
    }
}

/// The measures of a page.
#[derive(Debug)]
pub(crate) struct Survey<'a> {
    tree: &'a Tree,
    source: &'a str,
    /// The runs in document order.
    pub(crate) runs: Vec<Run>,
    /// For each node, the number of runs that begin before it; one more at the end.
    before: Vec<u32>,
    /// The sums over all runs before each one of text, linked text and prose, in bytes; one more at the end.
    sums: Vec<[u32; 3]>,
    /// For each node, the id of the rule that sets it aside.
    asides: Vec<Option<&'static str>>,
}

impl<'a> Survey<'a> {
    /// Measures a page; `source` is the text that `tree` was read from.
    pub(crate) fn new(tree: &'a Tree, source: &'a str) -> Survey<'a> {
        let (runs, before) = runs(tree, source);
        let mut sums = Vec::with_capacity(runs.len() + 1);
        let mut all = [0u32; 3];
        for run in &runs {
            sums.push(all);
            let prose = if run.is_prose() { run.own() } else { 0 };
            all = [all[0] + run.text as u32, all[1] + run.linked as u32, all[2] + prose as u32];
        }
        sums.push(all);
        let mut survey = Survey { tree, source, runs, before, sums, asides: Vec::new() };
        survey.asides = (0..tree.nodes.len()).map(|index| survey.aside(index)).collect();
        survey
    }

    /// The runs of the node at `index`, as a range of indexes.
    pub(crate) fn runs_in(&self, index: usize) -> std::ops::Range<usize> {
        let end = self.tree.nodes.get(index).map_or(index, |node| node.end);
        let at = |i: usize| self.before.get(i).copied().unwrap_or_default() as usize;
        at(index)..at(end).max(at(index))
    }

    /// The index of the run that the text node at `index` belongs to; `None` for text that is not for readers.
    pub(crate) fn run_of(&self, index: usize) -> Option<usize> {
        let next = self.before.get(index).copied()? as usize;
        let is_in =
            |run: &usize| self.runs.get(*run).is_some_and(|run| (run.first..=run.last).contains(&index));
        [Some(next), next.checked_sub(1)].into_iter().flatten().find(is_in)
    }

    fn sum(&self, index: usize, of: usize) -> usize {
        let runs = self.runs_in(index);
        let at = |i: usize| self.sums.get(i).map_or(0, |sums| sums[of]);
        (at(runs.end) - at(runs.start)) as usize
    }

    /// The number of bytes of text in the node at `index`.
    pub(crate) fn text(&self, index: usize) -> usize {
        self.sum(index, 0)
    }

    /// The number of bytes of prose in the node at `index`.
    pub(crate) fn prose(&self, index: usize) -> usize {
        self.sum(index, 2)
    }

    /// The number of bytes of prose in the runs from `start` to `end`.
    pub(crate) fn prose_between(&self, start: usize, end: usize) -> usize {
        let at = |i: usize| self.sums.get(i).map_or(0, |sums| sums[2] as usize);
        at(end).saturating_sub(at(start))
    }

    /// Whether the text of the node at `index` is mostly links.
    pub(crate) fn is_links(&self, index: usize) -> bool {
        let text = self.text(index);
        text > 0 && self.sum(index, 1) * 100 >= text * LINKS
    }

    /// The text of the run at `run`, from its first to its last node, with what is between them.
    pub(crate) fn words(&self, run: &Run) -> String {
        let texts = (run.first..=run.last).filter_map(|i| self.tree.nodes.get(i)).filter(|n| n.is_text());
        texts.map(|node| node.span.of(self.source)).collect()
    }

    /// The id of the rule that sets the element at `index` aside.
    pub(crate) fn set_aside(&self, index: usize) -> Option<&'static str> {
        self.asides.get(index).copied().flatten()
    }

    /// Whether the element at `index`, or one around it, is set aside.
    pub(crate) fn is_away(&self, index: usize) -> bool {
        self.set_aside(index).is_some() || self.tree.above(index).any(|up| self.set_aside(up).is_some())
    }

    /// Whether the element at `index` has most of the page's prose: then it holds the article, whatever it is called.
    pub(crate) fn is_most(&self, index: usize) -> bool {
        self.prose(index) * 2 > self.prose(0)
    }

    fn aside(&self, index: usize) -> Option<&'static str> {
        let node = self.tree.nodes.get(index).filter(|node| !node.is_text())?;
        if is_code(node) {
            return Some("page-code");
        }
        let attribute = |name: &str| self.tree.attribute(index, name);
        let hidden = || {
            attribute("hidden").is_some()
                || attribute("aria-hidden") == Some("true")
                || node.name == "dialog" && attribute("open").is_none()
                || attribute("style").is_some_and(|style| {
                    let style: String = style.split_whitespace().collect();
                    style.contains("display:none") || style.contains("visibility:hidden")
                })
        };
        let rule = match node.name {
            "nav" => Some("page-navigation"),
            "rt" | "rp" => return Some("page-reading"),
            "button" | "input" | "select" | "textarea" | "label" => Some("page-form"),
            "form" | "fieldset" if self.prose(index) == 0 || self.asks(index) => Some("page-form"),
            "footer" | "aside" => Some("page-box"),
            _ if hidden() => Some("page-hidden"),
            _ => match attribute("role") {
                Some("navigation" | "menu" | "menubar" | "search") => Some("page-navigation"),
                Some("complementary" | "banner" | "contentinfo" | "dialog" | "alertdialog") => {
                    Some("page-box")
                }
                _ => None,
            },
        };
        rule.filter(|_| !self.is_most(index))
    }

    /// Whether a form has a field that a reader fills in.
    fn asks(&self, index: usize) -> bool {
        self.tree.within(index).any(|(i, node)| match node.name {
            "textarea" | "select" | "button" => true,
            "input" => self.tree.attribute(i, "type") != Some("hidden"),
            _ => false,
        })
    }
}

/// The runs of a page, and for each node the number of runs that begin before it.
fn runs(tree: &Tree, source: &str) -> (Vec<Run>, Vec<u32>) {
    let mut runs: Vec<Run> = Vec::new();
    let mut before = Vec::with_capacity(tree.nodes.len() + 1);
    // The nearest block of each node, until which node all texts stand in a link or in code, and whether a block began
    // or ended since the last text.
    let mut blocks: Vec<u32> = Vec::with_capacity(tree.nodes.len());
    let (mut link_end, mut code_end, mut border) = (0, 0, 0);
    for (index, node) in tree.nodes.iter().enumerate() {
        before.push(runs.len() as u32);
        let around = blocks.get(node.parent).copied().unwrap_or_default();
        let is_block = index > 0 && node.is_block();
        blocks.push(if is_block { index as u32 } else { around });
        if is_block {
            border = index;
        }
        match node.name {
            "a" => link_end = link_end.max(node.end),
            _ if is_code(node) || matches!(node.name, "rt" | "rp") => code_end = code_end.max(node.end),
            _ => {}
        }
        if !node.is_text() || index < code_end {
            continue;
        }
        let text = node.span.of(source).trim();
        if text.is_empty() {
            continue;
        }
        let length = squeezed(text);
        let linked = if index < link_end { length } else { 0 };
        match runs.last_mut() {
            Some(run) if run.block == around as usize && border <= run.last => {
                run.last = index;
                run.text += length;
                run.linked += linked;
            }
            _ => runs.push(Run {
                block: around as usize,
                first: index,
                last: index,
                text: length,
                linked,
                weight: Weight::Label,
            }),
        }
    }
    before.push(runs.len() as u32);
    for run in &mut runs {
        run.weight = weight(tree, source, run);
    }
    (runs, before)
}

/// The length of `text`, which is trimmed, with one byte for each of its runs of white space.
fn squeezed(text: &str) -> usize {
    if !text.is_ascii() {
        return text.split_whitespace().map(|word| word.len() + 1).sum::<usize>().saturating_sub(1);
    }
    let is_white = |byte: u8| byte == b' ' || (b'\t'..=b'\r').contains(&byte);
    let bytes = text.as_bytes();
    text.len()
        - bytes.iter().zip(&bytes[1..]).filter(|(one, next)| is_white(**one) && is_white(**next)).count()
}

fn weight(tree: &Tree, source: &str, run: &Run) -> Weight {
    let last = tree.nodes.get(run.last).map_or("", |node| node.span.of(source).trim());
    if run.linked * 100 >= run.text * LINKS {
        Weight::Links
    } else if tree.nodes.get(run.block).is_some_and(|node| is_heading(node.name))
        && !(run.text >= PROSE && sentence::ends_sentence(last))
    {
        Weight::Heading
    } else if run.text >= PROSE || run.text >= SENTENCE && sentence::ends_sentence(last) {
        Weight::Prose
    } else {
        Weight::Label
    }
}

/// Whether an element never holds text for readers.
pub(crate) fn is_code(node: &Node) -> bool {
    matches!(
        node.name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "canvas"
            | "head"
            | "title"
    )
}

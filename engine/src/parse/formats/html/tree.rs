//! A page as a tree of elements, each with the bytes it stands at. Tag soup is read as browsers read it in what
//! matters here: which element a text belongs to.

use crate::text::{Problem, Span};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as Bytes, Tokenizer};
use std::convert::Infallible;

/// Elements nested deeper than this are not told apart. Pages have some thirty levels; browsers stop at 512.
const DEEPEST: usize = 256;

/// A page, flat: nodes in the order of the source, so that what an element holds follows it.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    pub(crate) problems: Vec<Problem>,
}

/// An element or a text.
#[derive(Debug)]
pub(crate) struct Node {
    /// The element's name; empty for a text.
    pub(crate) name: Name,
    /// From its first tag to its last, or the text.
    pub(crate) span: Span,
    /// The element that holds it; itself at the top.
    pub(crate) parent: usize,
    /// One past the last node that it holds.
    pub(crate) end: usize,
    attributes: std::ops::Range<u32>,
}

/// An attribute of those that are looked at.
#[derive(Debug)]
struct Attribute {
    name: Name,
    value: String,
    span: Span,
}

/// A name of an element or attribute, of those that mean something here; others share one.
pub(crate) type Name = &'static str;

/// What an element is called whose name means nothing here: it separates nothing.
const OTHER: Name = "?";

/// The elements that mean something here, in order.
const ELEMENTS: [Name; 66] = [
    "a", "address", "article", "aside", "base", "blockquote", "body", "br", "button", "canvas", "caption",
    "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "img", "input",
    "label", "li", "link", "main", "math", "meta", "nav", "noscript", "object", "ol", "option", "p", "pre",
    "script", "section", "select", "source", "style", "summary", "svg", "table", "tbody", "td", "template",
    "textarea", "th", "time", "title", "tr", "ul",
];

/// The attributes that mean something here.
const ATTRIBUTES: [Name; 16] = [
    "aria-hidden", "class", "content", "datetime", "hidden", "href", "id", "itemprop", "lang", "name",
    "property", "rel", "role", "style", "type", "xml:lang",
];

/// Elements that hold nothing.
const VOID: [Name; 8] = ["base", "br", "hr", "img", "input", "link", "meta", "source"];

/// Elements that end an open paragraph where they begin.
const BLOCKS: [Name; 33] = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "ul", "dd", "dt",
];

/// What a new element ends, up to what: a list item ends the one before it in the same list.
const ENDS: [(&[Name], &[Name], &[Name]); 5] = [
    (&["li"], &["li"], &["ul", "ol"]),
    (&["dd", "dt"], &["dd", "dt"], &["dl"]),
    (&["td", "th"], &["td", "th"], &["tr", "table"]),
    (&["tr"], &["tr"], &["table"]),
    (&["option"], &["option"], &["select"]),
];

impl Node {
    /// Whether it is a text.
    pub(crate) fn is_text(&self) -> bool {
        self.name.is_empty()
    }

    /// Whether its text stands apart from what surrounds it.
    pub(crate) fn is_block(&self) -> bool {
        BLOCKS.contains(&self.name)
            || matches!(self.name, "body" | "html" | "tbody" | "tr" | "summary" | "title" | "caption")
    }
}

impl Tree {
    /// Reads `source`.
    pub(crate) fn read(source: &str) -> Tree {
        /// Bytes of a page for each of its elements and texts, some.
        const SPREAD: usize = 64;
        let mut tree = Tree { nodes: Vec::with_capacity(source.len() / SPREAD + 4), ..Tree::default() };
        let whole = Span::new(0, source.len());
        tree.nodes.push(Node { name: "html", span: whole, parent: 0, end: 0, attributes: 0..0 });
        let mut open = Open { tree: &mut tree, stack: vec![0], skipped: 0, attribute: None };
        let callback = |event: CallbackEvent<'_>, at: Bytes<usize>| -> Option<Infallible> {
            let clamp = |at: usize| at.min(source.len());
            open.event(event, Span::new(clamp(at.start), clamp(at.end.max(at.start))));
            None
        };
        let mut emitter = CallbackEmitter::new(callback);
        emitter.naively_switch_states(true);
        // The reader gives its tokens to the callback, and none here.
        Tokenizer::new_with_emitter(source, emitter).for_each(drop);
        let end = tree.nodes.len();
        for node in &mut tree.nodes {
            if node.end == 0 {
                node.end = end;
                node.span.end = whole.end;
            }
        }
        tree
    }

    /// An attribute of the node at `index`, without white space around it.
    pub(crate) fn attribute(&self, index: usize, name: &str) -> Option<&str> {
        Some(self.attribute_at(index, name)?.0)
    }

    /// An attribute and where its value stands.
    pub(crate) fn attribute_at(&self, index: usize, name: &str) -> Option<(&str, Span)> {
        let range = self.nodes.get(index)?.attributes.clone();
        let own = &self.attributes[range.start as usize..range.end as usize];
        own.iter().find(|a| a.name == name).map(|a| (a.value.trim(), a.span))
    }

    /// The nodes that the one at `index` holds, at any depth.
    pub(crate) fn within(&self, index: usize) -> impl Iterator<Item = (usize, &Node)> {
        let end = self.nodes.get(index).map_or(0, |node| node.end);
        (index + 1..end).filter_map(|i| Some((i, self.nodes.get(i)?)))
    }

    /// The nodes that the one at `index` holds itself.
    pub(crate) fn children(&self, index: usize) -> impl Iterator<Item = (usize, &Node)> {
        let end = self.nodes.get(index).map_or(0, |node| node.end);
        let mut at = index + 1;
        std::iter::from_fn(move || {
            let node = self.nodes.get(at).filter(|_| at < end)?;
            let this = at;
            at = node.end.max(at + 1);
            Some((this, node))
        })
    }

    /// The elements that hold the node at `index`, the nearest first.
    pub(crate) fn above(&self, index: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(index), |i| {
            let parent = self.nodes.get(*i)?.parent;
            (parent != *i).then_some(parent)
        })
        .skip(1)
    }
}

/// The element called `name`.
fn element(name: &[u8]) -> Name {
    ELEMENTS.binary_search_by(|known| known.as_bytes().cmp(name)).map_or(OTHER, |at| ELEMENTS[at])
}

fn is_heading(name: Name) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// The elements that are open while the source is read.
struct Open<'a> {
    tree: &'a mut Tree,
    stack: Vec<usize>,
    /// Elements that were open when the tree was too deep.
    skipped: usize,
    attribute: Option<Name>,
}

impl Open<'_> {
    fn event(&mut self, event: CallbackEvent<'_>, at: Span) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.start(name, at),
            CallbackEvent::AttributeName { name } => {
                self.attribute = ATTRIBUTES.iter().copied().find(|a| a.as_bytes() == name);
                if let (Some(name), 0) = (self.attribute, self.skipped) {
                    self.attribute(name, String::new(), Span { start: at.end, end: at.end });
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let (Some(_), 0, Some(last)) =
                    (self.attribute.take(), self.skipped, self.tree.attributes.last_mut())
                {
                    last.value = String::from_utf8_lossy(value).into_owned();
                    last.span = at;
                }
            }
            CallbackEvent::CloseStartTag { .. } => self.opened(at),
            CallbackEvent::EndTag { name } => self.end(name, at),
            CallbackEvent::String { .. } => {
                let parent = self.top();
                let attributes = self.tree.attributes.len() as u32;
                let end = self.tree.nodes.len() + 1;
                let attributes = attributes..attributes;
                self.tree.nodes.push(Node { name: "", span: at, parent, end, attributes });
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn top(&self) -> usize {
        self.stack.last().copied().unwrap_or_default()
    }

    fn attribute(&mut self, name: Name, value: String, span: Span) {
        self.tree.attributes.push(Attribute { name, value, span });
        let end = self.tree.attributes.len() as u32;
        let node = self.top();
        if let Some(node) = self.tree.nodes.get_mut(node) {
            node.attributes.end = end;
        }
    }

    fn start(&mut self, name: &[u8], at: Span) {
        let name = element(name);
        if self.stack.len() >= DEEPEST {
            if self.tree.problems.is_empty() {
                let message = format!(
                    "expected tags nested at most {DEEPEST} deep, found deeper ones; their text is read, their layout is not"
                );
                self.tree.problems.push(Problem::new(at, message));
            }
            self.skipped += usize::from(!VOID.contains(&name));
            return;
        }
        if BLOCKS.contains(&name) {
            self.close_to(at.start, |open| open == "p", |open| open != OTHER && open != "a" && open != "p");
        }
        // A heading that was not closed would take the text into it.
        if matches!(name, "p" | "ul" | "ol" | "table") || is_heading(name) {
            let open =
                self.stack.iter().rposition(|i| self.tree.nodes.get(*i).is_some_and(|n| is_heading(n.name)));
            let heading = open.and_then(|i| self.stack.get(i).copied());
            if heading.is_some_and(|heading| self.tree.nodes[heading..].iter().any(Node::is_text)) {
                self.close_to(at.start, is_heading, |open| matches!(open, "div" | "section" | "article"));
            }
        }
        for (new, ended, within) in ENDS {
            if new.contains(&name) {
                self.close_to(at.start, |open| ended.contains(&open), |open| within.contains(&open));
            }
        }
        let attributes = self.tree.attributes.len() as u32;
        let node = Node { name, span: at, parent: self.top(), end: 0, attributes: attributes..attributes };
        self.stack.push(self.tree.nodes.len());
        self.tree.nodes.push(node);
    }

    /// The start tag is complete; an element that holds nothing ends with it.
    fn opened(&mut self, at: Span) {
        if self.skipped > 0 {
            return;
        }
        let top = self.top();
        let end = self.tree.nodes.len();
        if let Some(node) = self.tree.nodes.get_mut(top)
            && VOID.contains(&node.name)
        {
            node.span.end = at.end;
            node.end = end;
            self.stack.pop();
        }
    }

    fn end(&mut self, name: &[u8], at: Span) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let name = element(name);
        // What was never named cannot be told apart: its end tag ends the nearest of its kind.
        self.close_to(at.end, |open| open == name, |open| name == OTHER && open != OTHER);
    }

    /// Closes the nearest open element that `is` meant, unless one stands `between`.
    fn close_to(&mut self, at: u32, is: impl Fn(Name) -> bool, between: impl Fn(Name) -> bool) {
        let name = |index: &usize| self.tree.nodes.get(*index).map_or("", |node| node.name);
        let found = self.stack.iter().rposition(|i| is(name(i)) || between(name(i)));
        let Some(found) = found.filter(|i| *i > 0 && self.stack.get(*i).is_some_and(|s| is(name(s)))) else {
            return;
        };
        let end = self.tree.nodes.len();
        for index in self.stack.split_off(found) {
            if let Some(node) = self.tree.nodes.get_mut(index) {
                node.end = end;
                node.span.end = at;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ELEMENTS, element};

    #[test]
    fn elements_are_found_by_name() {
        assert!(ELEMENTS.is_sorted());
        assert_eq!((element(b"h1"), element(b"ul"), element(b"b")), ("h1", "ul", "?"));
    }
}

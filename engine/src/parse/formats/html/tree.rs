//! A page as a tree of elements with their spans. Tag soup is parsed as browsers do in what matters here: which element
//! a text belongs to.

use super::events::{events, without_empty_titles};
use crate::text::{Problem, Span};
use html5gum::emitters::callback::CallbackEvent;

/// The maximum depth of elements; deeper ones are ignored, and their text belongs to the element around them. Pages
/// have some thirty levels; browsers stop at 512.
const DEEPEST: usize = 256;

/// A page as a flat list of nodes in document order, so that the descendants of an element follow it. Spans count in
/// bytes of the page.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    pub(crate) problems: Vec<Problem>,
}

/// An element or a text node.
#[derive(Debug)]
pub(crate) struct Node {
    /// The name of the element; empty for a text.
    pub(crate) name: Name,
    /// The span from the start tag to the end tag, or of the text.
    pub(crate) span: Span,
    /// The index of the parent; the root is its own.
    pub(crate) parent: usize,
    /// The index after the last descendant.
    pub(crate) end: usize,
    attributes: std::ops::Range<u32>,
}

/// An attribute that is used here, with the span of its value.
#[derive(Debug)]
struct Attribute {
    name: Name,
    value: String,
    span: Span,
}

/// The name of an element or attribute that has a meaning here.
pub(crate) type Name = &'static str;

/// The shared name of all other elements; they separate nothing.
const OTHER: Name = "?";

/// The elements that have a meaning here, sorted for binary search.
const ELEMENTS: &[Name] = &[
    "a", "abbr", "address", "article", "aside", "base", "blockquote", "body", "br", "button", "canvas",
    "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "img",
    "input", "label", "li", "link", "main", "math", "meta", "nav", "noscript", "object", "ol", "option", "p",
    "pre", "rp", "rt", "script", "section", "select", "source", "style", "summary", "svg", "table", "tbody",
    "td", "template", "textarea", "th", "time", "title", "tr", "ul",
];

/// The attributes that have a meaning here.
const ATTRIBUTES: &[Name] = &[
    "aria-hidden", "class", "content", "datetime", "hidden", "href", "http-equiv", "id", "itemprop",
    "itemtype", "lang", "name", "property", "pubdate", "rel", "role", "style", "title", "type", "xml:lang",
];

/// The elements without content and end tag.
const VOID: &[Name] = &["base", "br", "hr", "img", "input", "link", "meta", "source"];

/// The elements that a head can hold; one without a meaning here may be another of them.
const HEAD: &[Name] =
    &["base", "head", "html", "link", "meta", "noscript", "script", "style", "template", "title", OTHER];

/// The block elements, whose start tag closes an open paragraph.
const BLOCKS: &[Name] = &[
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "ul", "dd", "dt",
];

/// For new elements: the open elements that they close, and those at which the search for them stops. A list item
/// closes the one before it in the same list.
const ENDS: &[(&[Name], &[Name], &[Name])] = &[
    (&["li"], &["li"], &["ul", "ol"]),
    (&["dd", "dt"], &["dd", "dt"], &["dl"]),
    (&["td", "th"], &["td", "th"], &["tr", "table"]),
    (&["tr"], &["tr"], &["table"]),
    (&["option"], &["option"], &["select"]),
];

impl Node {
    /// Whether the node is a text.
    pub(crate) fn is_text(&self) -> bool {
        self.name.is_empty()
    }

    /// Whether the text of the element is separate from the text around it.
    pub(crate) fn is_block(&self) -> bool {
        BLOCKS.contains(&self.name)
            || matches!(self.name, "body" | "html" | "tbody" | "tr" | "summary" | "title" | "caption")
    }
}

impl Tree {
    /// Parses `source`; never fails.
    pub(crate) fn read(source: &str) -> Tree {
        /// A typical number of bytes for each node of a page, to reserve memory.
        const SPREAD: usize = 64;
        let mut tree = Tree { nodes: Vec::with_capacity(source.len() / SPREAD + 4), ..Tree::default() };
        let whole = Span::new(0, source.len());
        tree.nodes.push(Node { name: "html", span: whole, parent: 0, end: 0, attributes: 0..0 });
        let mut open = Open {
            tree: &mut tree,
            stack: vec![0],
            skipped: 0,
            attribute: None,
            ignored: false,
            once: Vec::new(),
            last_text: 0,
        };
        events(&without_empty_titles(source), &mut |event, at| {
            let clamp = |at: usize| at.min(source.len());
            open.event(event, Span::new(clamp(at.start), clamp(at.end.max(at.start))));
        });
        let end = tree.nodes.len();
        for node in &mut tree.nodes {
            if node.end == 0 {
                node.end = end;
                node.span.end = whole.end;
            }
        }
        tree
    }

    /// The value of an attribute of the node at `index`, trimmed.
    pub(crate) fn attribute(&self, index: usize, name: &str) -> Option<&str> {
        Some(self.attribute_at(index, name)?.0)
    }

    /// The trimmed value of an attribute of the node at `index`, and the span of the value in bytes of the page.
    pub(crate) fn attribute_at(&self, index: usize, name: &str) -> Option<(&str, Span)> {
        let range = self.nodes.get(index)?.attributes.clone();
        let own = &self.attributes[range.start as usize..range.end as usize];
        own.iter().find(|a| a.name == name).map(|a| (a.value.trim(), a.span))
    }

    /// The descendants of the node at `index`, in document order, with their indexes.
    pub(crate) fn within(&self, index: usize) -> impl Iterator<Item = (usize, &Node)> {
        let end = self.nodes.get(index).map_or(0, |node| node.end);
        (index + 1..end).filter_map(|i| Some((i, self.nodes.get(i)?)))
    }

    /// The children of the node at `index`, in document order, with their indexes.
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

    /// Whether the node at `inner` is the one at `index` or one of its descendants.
    pub(crate) fn holds(&self, index: usize, inner: usize) -> bool {
        (index..self.nodes.get(index).map_or(index, |node| node.end)).contains(&inner)
    }

    /// The indexes of the ancestors of the node at `index`, the nearest first.
    pub(crate) fn above(&self, index: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(index), |i| {
            let parent = self.nodes.get(*i)?.parent;
            (parent != *i).then_some(parent)
        })
        .skip(1)
    }
}

/// The name of an element as a constant: one of [`ELEMENTS`], or [`OTHER`].
fn element(name: &[u8]) -> Name {
    ELEMENTS.binary_search_by(|known| known.as_bytes().cmp(name)).map_or(OTHER, |at| ELEMENTS[at])
}

/// Whether an element of this name is a heading.
pub(crate) fn is_heading(name: Name) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// The stack of open elements while a page is parsed.
struct Open<'a> {
    tree: &'a mut Tree,
    stack: Vec<usize>,
    /// The number of open elements below the maximum depth.
    skipped: usize,
    attribute: Option<Name>,
    /// Whether the tag that is open makes no element.
    ignored: bool,
    /// The elements that a page has once and that have begun.
    once: Vec<Name>,
    /// The index of the last text.
    last_text: usize,
}

impl Open<'_> {
    fn event(&mut self, event: CallbackEvent<'_>, at: Span) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.start(name, at),
            CallbackEvent::AttributeName { name } => {
                self.attribute = ATTRIBUTES.iter().copied().find(|a| a.as_bytes() == name);
                if let (Some(name), 0, false) = (self.attribute, self.skipped, self.ignored) {
                    self.attribute(name, String::new(), Span { start: at.end, end: at.end });
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if let (Some(_), 0, false, Some(last)) =
                    (self.attribute.take(), self.skipped, self.ignored, self.tree.attributes.last_mut())
                {
                    last.value = String::from_utf8_lossy(value).into_owned();
                    last.span = at;
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => self.opened(at, self_closing),
            CallbackEvent::EndTag { name } => self.end(name, at),
            CallbackEvent::String { value } => {
                if !value.iter().all(u8::is_ascii_whitespace) {
                    self.leave_head(at.start);
                }
                let parent = self.top();
                let attributes = self.tree.attributes.len() as u32;
                let end = self.tree.nodes.len() + 1;
                let attributes = attributes..attributes;
                self.last_text = self.tree.nodes.len();
                self.tree.nodes.push(Node { name: "", span: at, parent, end, attributes });
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    /// Ends the head, if nothing in it is open.
    fn leave_head(&mut self, at: u32) {
        let top = self.top();
        if self.tree.nodes.get(top).is_some_and(|node| node.name == "head") {
            self.close_to(at, |open| open == "head", |_| false);
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
        // As in browsers, the head ends where something begins that it cannot hold, and there is one of each of these.
        if !HEAD.contains(&name) {
            self.leave_head(at.start);
        }
        if matches!(name, "html" | "head" | "body") {
            if self.once.contains(&name) {
                self.ignored = true;
                return;
            }
            self.once.push(name);
        }
        if BLOCKS.contains(&name) {
            self.close_to(at.start, |open| open == "p", |open| open != OTHER && open != "a" && open != "p");
        }
        // A heading that was not closed would take the text into it.
        if matches!(name, "p" | "ul" | "ol" | "table") || is_heading(name) {
            let open =
                self.stack.iter().rposition(|i| self.tree.nodes.get(*i).is_some_and(|n| is_heading(n.name)));
            let heading = open.and_then(|i| self.stack.get(i).copied());
            if heading.is_some_and(|heading| self.last_text > heading) {
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

    /// Handles the end of a start tag; an element without content is closed by it.
    fn opened(&mut self, at: Span, self_closing: bool) {
        if self.skipped > 0 || std::mem::take(&mut self.ignored) {
            return;
        }
        let top = self.top();
        let end = self.tree.nodes.len();
        // In drawings a tag may close itself.
        let drawn = || self.stack.iter().any(|i| matches!(self.tree.nodes[*i].name, "svg" | "math"));
        let closed = self_closing && drawn();
        if let Some(node) = self.tree.nodes.get_mut(top)
            && (closed || VOID.contains(&node.name))
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

    /// Closes the nearest open element that `is` matches, unless one that `between` matches is nearer; `at` is its end.
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

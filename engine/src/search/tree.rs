//! The syntax tree of a query, and its text on one line, which parses back to the same tree.

use crate::actors::Form;
use crate::corpus::Day;
use std::fmt;

/// A node of the tree. `Debug` writes it as one line for tests: `(and kim (not japan))`; `Display` as a
/// reader would type it: `kim NOT japan`.
#[derive(Clone, PartialEq, Eq)]
pub enum Node {
    /// Words, one right after the other, in a field; one word is the usual case.
    Phrase(TextField, Vec<Pattern>),
    /// Two folded words or more that hyphens join: they stand one right after the other, or as one word.
    Compound(TextField, Vec<String>),
    /// Folded words in any order, the last at most so many words after the first.
    Near(TextField, Vec<String>, u32),
    /// Published on or after the first day, and on or before the second.
    Published(Option<Day>, Option<Day>),
    /// Without a date.
    Undated,
    /// Mentions the actor of this id, or whose name has these words, joined by hyphens.
    Actor(String),
    /// Has a mention in this form.
    Form(Form),
    /// All of these.
    And(Vec<Node>),
    /// Any of these.
    Or(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
}

/// A pattern of one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// This folded word. Where it is a whole phrase, it may also stand with hyphens in it.
    Word(String),
    /// A word of this shape: `*` stands for any characters or none, `?` for one.
    Glob(String),
    /// A word within this many edits of this one: letters added, left out or replaced.
    Edits(String, u32),
}

/// A field of an article in which words are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// The title and the body.
    Text,
    /// The title alone.
    Title,
    /// The body alone.
    Body,
    /// The outlet's name.
    Outlet,
    /// The URL.
    Url,
}

impl TextField {
    /// Its prefix in a query; empty for title and body.
    fn prefix(self) -> &'static str {
        match self {
            TextField::Text => "",
            TextField::Title => "title:",
            TextField::Body => "body:",
            TextField::Outlet => "source:",
            TextField::Url => "url:",
        }
    }
}

impl Pattern {
    /// Whether it is compared with most words of a corpus. A `*` at the end alone, after two letters or more, is not:
    /// few words share these.
    pub(super) fn is_costly(&self) -> bool {
        match self {
            Pattern::Word(_) => false,
            Pattern::Glob(glob) => glob
                .strip_suffix('*')
                .is_none_or(|beginning| beginning.contains(['*', '?']) || beginning.chars().nth(1).is_none()),
            Pattern::Edits(..) => true,
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Pattern::Word(text) | Pattern::Glob(text) => f.write_str(text),
            Pattern::Edits(word, 1) => write!(f, "{word}~"),
            Pattern::Edits(word, edits) => write!(f, "{word}~{edits}"),
        }
    }
}

impl Node {
    /// Whether it has no nodes below it.
    pub(super) fn is_leaf(&self) -> bool {
        !matches!(self, Node::And(_) | Node::Or(_) | Node::Not(_))
    }

    /// What it becomes when its last word may go on: that word, or any that begins so.
    pub(super) fn begun(self) -> Node {
        let longer = |field, words: &[Pattern]| {
            let (Pattern::Word(last), before) = words.split_last()? else { return None };
            let last = Pattern::Glob(format!("{last}*"));
            Some(Node::Phrase(field, before.iter().cloned().chain([last]).collect()))
        };
        let longer = match &self {
            Node::Phrase(field, words) => [longer(*field, words), None],
            Node::Compound(field, words) => {
                let apart: Vec<Pattern> = words.iter().cloned().map(Pattern::Word).collect();
                [longer(*field, &apart), longer(*field, &[Pattern::Word(words.concat())])]
            }
            _ => [None, None],
        };
        let mut all = vec![self];
        all.extend(longer.into_iter().flatten());
        if all.len() > 1 { Node::Or(all) } else { all.remove(0) }
    }

    fn leaf(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Node::Phrase(field, words) => {
                // A phrase of plain words stands in quotes; hyphens hold one with other signs together.
                let plain = words.iter().all(|w| matches!(w, Pattern::Word(_)));
                let (quote, joint) = match (words.len(), plain) {
                    (2.., true) => ("\"", " "),
                    _ => ("", "-"),
                };
                let shown: Vec<String> = words.iter().map(Pattern::to_string).collect();
                write!(f, "{}{quote}{}{quote}", field.prefix(), shown.join(joint))
            }
            Node::Compound(field, words) => write!(f, "{}{}", field.prefix(), words.join("-")),
            Node::Near(field, words, within) => {
                write!(f, "{}\"{}\"~{within}", field.prefix(), words.join(" "))
            }
            Node::Published(from, to) if from == to => write!(f, "date:{}", shown(*from)),
            Node::Published(from, to) => write!(f, "date:{}..{}", shown(*from), shown(*to)),
            Node::Undated => f.write_str("is:undated"),
            Node::Actor(id) => write!(f, "actor:{id}"),
            Node::Form(form) => write!(f, "form:{}", form.name()),
            Node::And(_) | Node::Or(_) | Node::Not(_) => Ok(()),
        }
    }
}

fn shown(day: Option<Day>) -> String {
    day.map(|d| d.to_string()).unwrap_or_default()
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, name: &str, nodes: &[Node]| {
            write!(f, "({name}")?;
            nodes.iter().try_for_each(|node| write!(f, " {node:?}"))?;
            f.write_str(")")
        };
        match self {
            Node::And(nodes) => list(f, "and", nodes),
            Node::Or(nodes) => list(f, "or", nodes),
            Node::Not(node) => write!(f, "(not {node:?})"),
            leaf => leaf.leaf(f),
        }
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, joint: &str, nodes: &[Node]| {
            nodes.iter().enumerate().try_for_each(|(i, node)| {
                f.write_str(if i > 0 { joint } else { "" })?;
                // NOT binds closest, then juxtaposition, then OR.
                let bound = node.is_leaf()
                    || matches!(node, Node::Not(_))
                    || (joint == " OR " && matches!(node, Node::And(_)));
                if bound { write!(f, "{node}") } else { write!(f, "({node})") }
            })
        };
        match self {
            Node::And(nodes) => list(f, " ", nodes),
            Node::Or(nodes) => list(f, " OR ", nodes),
            Node::Not(node) if node.is_leaf() => write!(f, "NOT {node}"),
            Node::Not(node) => write!(f, "NOT ({node})"),
            leaf => leaf.leaf(f),
        }
    }
}

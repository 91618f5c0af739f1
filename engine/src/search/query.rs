//! The query language.
//!
//! ```text
//! kim putin              both words
//! "spy satellite"        phrase
//! kim OR putin           either
//! -japan, NOT japan      not
//! (kim OR putin) treaty  grouping
//! missil*                words that begin so
//! ```
//!
//! NOT binds closest, then juxtaposition (and `AND`), then `OR`. Parsing is lenient: every input is a query,
//! and what could not be understood is a problem with its span; the rest is searched.

use super::lexeme::{Lexeme, lex};
use crate::text::{Problem, Span};
use std::fmt;

/// A query as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What to look for; `None` asks for everything.
    pub tree: Option<Node>,
    /// What was not understood, with spans in the query's text.
    pub problems: Vec<Problem>,
}

/// A node of the syntax tree. Its `Debug` form is one line: `(and kim (not japan))`.
#[derive(Clone, PartialEq, Eq)]
pub enum Node {
    /// A folded word.
    Word(String),
    /// Words that begin with this.
    Prefix(String),
    /// Folded words, one right after the other.
    Phrase(Vec<String>),
    /// All of these.
    And(Vec<Node>),
    /// Any of these.
    Or(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, name: &str, nodes: &[Node]| {
            write!(f, "({name}")?;
            nodes.iter().try_for_each(|node| write!(f, " {node:?}"))?;
            f.write_str(")")
        };
        match self {
            Node::Word(word) => f.write_str(word),
            Node::Prefix(word) => write!(f, "{word}*"),
            Node::Phrase(words) => write!(f, "\"{}\"", words.join(" ")),
            Node::And(nodes) => list(f, "and", nodes),
            Node::Or(nodes) => list(f, "or", nodes),
            Node::Not(node) => write!(f, "(not {node:?})"),
        }
    }
}

/// Groups may stand inside each other this deep; deeper ones are read flat. Nobody types so many, and the
/// evaluation may recurse.
const DEEPEST: usize = 32;

impl Query {
    /// Reads `text`. Never fails.
    pub fn parse(text: &str) -> Query {
        let mut parser = Parser { lexemes: lex(text), at: 0, problems: Vec::new(), depth: 0 };
        let mut nodes: Vec<Node> = parser.or().into_iter().collect();
        while let Some((_, span)) = parser.next() {
            // Only a stray `)` ends the grammar's first rule early.
            parser.problems.push(Problem::new(span, "found `)` without a `(` before it; it is left out"));
            nodes.extend(parser.or());
        }
        Query { tree: joined(Node::And, nodes), problems: parser.problems }
    }
}

struct Parser {
    lexemes: Vec<(Lexeme, Span)>,
    at: usize,
    problems: Vec<Problem>,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Lexeme> {
        self.lexemes.get(self.at).map(|(lexeme, _)| lexeme)
    }

    fn next(&mut self) -> Option<(Lexeme, Span)> {
        let next = self.lexemes.get(self.at).cloned();
        self.at += 1;
        next
    }

    fn report(&mut self, span: Span, message: &str) {
        self.problems.push(Problem::new(span, message));
    }

    fn or(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            let node = self.and();
            let found = node.is_some();
            nodes.extend(node);
            let Some((Lexeme::Or, span)) = self.lexemes.get(self.at).cloned() else { break };
            self.at += 1;
            let ahead = matches!(self.peek(), Some(l) if !matches!(l, Lexeme::Or | Lexeme::Close));
            if !found || !ahead {
                self.report(span, "expected words on both sides of OR; it is left out");
            }
        }
        joined(Node::Or, nodes)
    }

    fn and(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            match self.peek() {
                None | Some(Lexeme::Or | Lexeme::Close) => break,
                Some(Lexeme::And) => {
                    let Some((_, span)) = self.next() else { break };
                    let ahead = !matches!(self.peek(), None | Some(Lexeme::And | Lexeme::Or | Lexeme::Close));
                    if nodes.is_empty() || !ahead {
                        self.report(span, "expected words on both sides of AND; it is left out");
                    }
                }
                Some(_) => nodes.extend(self.not()),
            }
        }
        joined(Node::And, nodes)
    }

    fn not(&mut self) -> Option<Node> {
        let mut negative = false;
        let mut last = None;
        while let Some(Lexeme::Not | Lexeme::Minus) = self.peek() {
            negative = !negative;
            last = self.next().map(|(_, span)| span);
        }
        let ahead = !matches!(self.peek(), None | Some(Lexeme::And | Lexeme::Or | Lexeme::Close));
        if let Some(span) = last.filter(|_| !ahead) {
            self.report(span, "expected words after NOT; it is left out");
            return None;
        }
        let node = self.atom()?;
        Some(if negative { Node::Not(Box::new(node)) } else { node })
    }

    fn atom(&mut self) -> Option<Node> {
        let (lexeme, span) = self.next()?;
        match lexeme {
            Lexeme::Open => self.group(span),
            Lexeme::Unclosed(words) => {
                self.report(span, "expected a closing quotation mark, found the end; the rest is the phrase");
                phrase(words)
            }
            Lexeme::Strange(words, message) => {
                self.report(span, message);
                phrase(words)
            }
            Lexeme::Prefix(word) => Some(Node::Prefix(word)),
            Lexeme::Words(words) => {
                if words.is_empty() {
                    self.report(span, "expected letters or digits; it is left out");
                }
                phrase(words)
            }
            // The callers look ahead, so that no operator comes here.
            Lexeme::Close | Lexeme::And | Lexeme::Or | Lexeme::Not | Lexeme::Minus => None,
        }
    }

    fn group(&mut self, open: Span) -> Option<Node> {
        if self.depth >= DEEPEST {
            self.report(open, "groups stand too deep inside each other; this one is read flat");
            return None;
        }
        self.depth += 1;
        let node = self.or();
        self.depth -= 1;
        match self.peek() {
            Some(Lexeme::Close) => {
                let close = self.next().map_or(open, |(_, span)| span);
                if node.is_none() {
                    self.report(
                        Span { start: open.start, end: close.end },
                        "found an empty group; it is left out",
                    );
                }
            }
            _ => self.report(open, "expected `)`, found the end; the group ends there"),
        }
        node
    }
}

fn phrase(mut words: Vec<String>) -> Option<Node> {
    match words.len() {
        0 => None,
        1 => words.pop().map(Node::Word),
        _ => Some(Node::Phrase(words)),
    }
}

/// `nodes` under `kind`; one node alone needs none.
fn joined(kind: fn(Vec<Node>) -> Node, mut nodes: Vec<Node>) -> Option<Node> {
    match nodes.len() {
        0 => None,
        1 => nodes.pop(),
        _ => Some(kind(nodes)),
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn reads_every_input() {
        for (text, tree) in [
            ("", "-"),
            ("   ", "-"),
            ("Kim  Putin", "(and kim putin)"),
            ("\"Spy Satellite\"", "\"spy satellite\""),
            ("“spy satellite”", "\"spy satellite\""),
            ("Jong-un", "\"jong un\""),
            ("U.S.", "us"),
            ("kim OR putin", "(or kim putin)"),
            ("kim or putin", "(and kim or putin)"),
            ("a b OR c d", "(or (and a b) (and c d))"),
            ("(a OR b) c", "(and (or a b) c)"),
            ("-japan", "(not japan)"),
            ("kim NOT japan", "(and kim (not japan))"),
            ("kim -\"far east\"", "(and kim (not \"far east\"))"),
            ("NOT NOT a", "a"),
            ("-(a b)", "(not (and a b))"),
            ("a - b", "(and a b)"),
            ("missil*", "missil*"),
            ("kim –japan", "(and kim (not japan))"),
            ("10:30", "\"10 30\""),
            ("a AND b", "(and a b)"),
        ] {
            let query = Query::parse(text);
            let shown = query.tree.map_or("-".to_owned(), |t| format!("{t:?}"));
            assert_eq!(shown, tree, "{text}");
        }
    }

    #[test]
    fn names_what_it_does_not_understand() {
        for (text, tree, span, message) in [
            (
                "\"spy sat",
                "\"spy sat\"",
                0..8,
                "expected a closing quotation mark, found the end; the rest is the phrase",
            ),
            ("(a b", "(and a b)", 0..1, "expected `)`, found the end; the group ends there"),
            ("a ) b", "(and a b)", 2..3, "found `)` without a `(` before it; it is left out"),
            ("()", "-", 0..2, "found an empty group; it is left out"),
            ("OR a", "a", 0..2, "expected words on both sides of OR; it is left out"),
            ("a OR", "a", 2..4, "expected words on both sides of OR; it is left out"),
            ("a AND", "a", 2..5, "expected words on both sides of AND; it is left out"),
            ("a NOT", "a", 2..5, "expected words after NOT; it is left out"),
            ("a …", "a", 2..5, "expected letters or digits; it is left out"),
            (
                "mis*le",
                "\"mis le\"",
                0..6,
                "`*` stands only at the end of a word here; the words are searched without it",
            ),
            ("spy-sat*", "\"spy sat\"", 0..8, "`*` goes with one word; these are searched as a phrase"),
            ("a~2", "\"a 2\"", 0..3, "`~` means nothing here; the words are searched without it"),
            (
                "title:balloons",
                "\"title balloons\"",
                0..14,
                "fields such as `title:` mean nothing here; the words are searched as a phrase",
            ),
        ] {
            let query = Query::parse(text);
            let shown = query.tree.map_or("-".to_owned(), |t| format!("{t:?}"));
            assert_eq!(shown, tree, "{text}");
            let found: Vec<_> = query.problems.iter().map(|p| (p.span.range(), p.message.as_str())).collect();
            assert_eq!(found, [(span, message)], "{text}");
        }
    }

    #[test]
    fn survives_depth() {
        let deep = "(".repeat(100_000);
        assert!(!Query::parse(&deep).problems.is_empty());
        assert!(!Query::parse(&")".repeat(10_000)).problems.is_empty());
        assert!(Query::parse(&"a)".repeat(100_000)).tree.is_some());
        Query::parse(&"-".repeat(100_000));
        Query::parse(&format!("{}a", "NOT ".repeat(100_000)));
    }
}

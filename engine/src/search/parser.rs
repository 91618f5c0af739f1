//! The lenient parser: lexemes in, a tree and the problems of what was not understood out.

use super::field::Field;
use super::lexeme::{Lexeme, Quoted, field_name, in_capitals, lex};
use super::nearness::nearness;
use super::tree::{Node, Pattern, TextField};
use super::words::{compound, folded, is_link, patterns, without_question, without_scheme};
use crate::order;
use crate::text::{Problem, Span};

/// Depth of groups inside each other at most; deeper ones are read flat. Nobody types so many, and the evaluation may
/// recurse.
const DEEPEST: usize = 32;
/// Words, phrases and other fields in a query at most. With [`MOST_PATTERNS`] it bounds the time of an answer.
const MOST_TERMS: usize = 64;
/// Words with `?`, `~` or an early `*` in a query at most: each is compared with every word of the corpus, or stands
/// for most.
const MOST_PATTERNS: usize = 5;
/// Problems that are reported at most.
const MOST_PROBLEMS: usize = 32;

/// The result of parsing a query.
#[derive(Debug, Default)]
pub(super) struct Syntax {
    /// The syntax tree; `None` asks for everything.
    pub(super) tree: Option<Node>,
    /// What was not understood, with spans in bytes of the query's text.
    pub(super) problems: Vec<Problem>,
    /// The ids of the actors that it names, with their spans in bytes of the query's text.
    pub(super) actors: Vec<(String, Span)>,
    /// The last of them, where somebody is still typing it.
    pub(super) begun: Option<String>,
}

/// Parses `text`; every text is a query. Of one that somebody is still `typing` the last word is a beginning, an
/// exclusion at the end is left out, and what may still come is not missed.
pub(super) fn parse(text: &str, typing: bool) -> Syntax {
    // Many queries are one word of lower-case letters, which hold no operator and fold to themselves.
    if !typing && !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase()) {
        let tree = Some(Node::Phrase(TextField::Text, vec![Pattern::Word(text.to_owned())]));
        return Syntax { tree, ..Syntax::default() };
    }
    let typed = typing.then_some(text.len() as u32);
    let mut parser = Parser { lexemes: lex(text), typed, ..Parser::default() };
    let in_capitals = in_capitals(text, &parser.lexemes);
    let mut nodes: Vec<Node> = parser.or().into_iter().collect();
    while let Some((_, span)) = parser.next() {
        // Only a stray `)` ends the grammar's first rule early.
        parser.report(span, "found `)` without a `(` before it; it is left out");
        nodes.extend(parser.or());
    }
    if nodes.is_empty() {
        for span in std::mem::take(&mut parser.signs) {
            parser.report(span, "expected letters or digits; it is left out");
        }
    }
    let mut tree = joined(Node::And, nodes);
    if in_capitals {
        let headline = parser.phrase(TextField::Text, patterns(text), Span::new(0, text.len()), typing);
        tree = joined(Node::Or, tree.into_iter().chain(headline).collect());
    }
    let Parser { mut problems, actors, begun_actor: begun, .. } = parser;
    order::by_key(&mut problems, |p| p.span);
    Syntax { tree, problems, actors, begun }
}

#[derive(Default)]
struct Parser<'q> {
    lexemes: Vec<(Lexeme<'q>, Span)>,
    at: usize,
    problems: Vec<Problem>,
    actors: Vec<(String, Span)>,
    depth: usize,
    /// The field that the words or the group being read belong to.
    field: Option<Field>,
    terms: usize,
    patterns: usize,
    /// The byte at which somebody is still typing; `None` where nobody is.
    typed: Option<u32>,
    /// Whether what was read last is still being typed.
    begun: bool,
    /// The actor that is still being typed.
    begun_actor: Option<String>,
    /// Signs that stand alone, as a dash does in a headline.
    signs: Vec<Span>,
}

impl<'q> Parser<'q> {
    fn peek(&self) -> Option<Lexeme<'q>> {
        self.lexemes.get(self.at).map(|(lexeme, _)| *lexeme)
    }

    fn next(&mut self) -> Option<(Lexeme<'q>, Span)> {
        let next = self.lexemes.get(self.at).copied();
        self.at += 1;
        next
    }

    fn report(&mut self, span: Span, message: impl Into<String>) {
        if self.problems.len() < MOST_PROBLEMS && !self.is_typed(span) {
            self.problems.push(Problem::new(span, message));
        }
    }

    /// Reports what lacks something after it, unless it may still be typed.
    fn report_lack(&mut self, span: Span, message: impl Into<String>) {
        if self.typed.is_none() || self.peek().is_some() {
            self.report(span, message);
        }
    }

    /// Whether somebody is still typing what stands at `span`.
    fn is_typed(&self, span: Span) -> bool {
        self.typed == Some(span.end)
    }

    fn or(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            let node = self.and();
            let found = node.is_some();
            nodes.extend(node);
            let Some((Lexeme::Or, span)) = self.lexemes.get(self.at).copied() else { break };
            self.at += 1;
            let ahead = matches!(self.peek(), Some(l) if !matches!(l, Lexeme::Or | Lexeme::Close));
            if !found {
                self.report(span, "expected words on both sides of OR; it is left out");
            } else if !ahead {
                self.report_lack(span, "expected words on both sides of OR; it is left out");
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
                    if nodes.is_empty() {
                        self.report(span, "expected words on both sides of AND; it is left out");
                    } else if !ahead {
                        self.report_lack(span, "expected words on both sides of AND; it is left out");
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
            self.report_lack(span, "expected words after NOT; it is left out");
            return None;
        }
        let node = self.atom()?;
        // What a reader begins to exclude is no reason to lose half the articles yet.
        if negative && self.begun {
            return None;
        }
        Some(if negative { Node::Not(Box::new(node)) } else { node })
    }

    fn atom(&mut self) -> Option<Node> {
        let (lexeme, span) = self.next()?;
        match lexeme {
            Lexeme::Open => self.group(span),
            Lexeme::Field(field) => self.value(field, span),
            Lexeme::Quoted(quoted) => self.quoted(quoted, span),
            Lexeme::Bare(text) => self.bare(text, span),
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
                    let empty = Span { start: open.start, end: close.end };
                    self.report(empty, "found an empty group; it is left out");
                }
            }
            _ if self.typed.is_some() => self.begun = true,
            _ => self.report(open, "expected `)`, found the end; the group ends there"),
        }
        node
    }

    /// The node of `field` with the value right after it; of several fields in a row the last counts.
    fn value(&mut self, mut field: Field, mut span: Span) -> Option<Node> {
        loop {
            let touching = self.lexemes.get(self.at).filter(|(_, at)| at.start == span.end);
            match touching.copied() {
                Some((Lexeme::Field(inner), at)) => {
                    self.at += 1;
                    (field, span) = (inner, at);
                }
                Some((Lexeme::Bare(_) | Lexeme::Quoted(_) | Lexeme::Open, _)) => {
                    let outer = self.field.replace(field);
                    let node = self.atom();
                    self.field = outer;
                    return node;
                }
                _ => {
                    let message = format!("needs {} right after the colon; it is left out", field.value());
                    self.report_lack(span, message);
                    return None;
                }
            }
        }
    }

    /// `text` as the value of the field that is being read; where that field takes words, or there is none, `Err` gives
    /// the field of the articles to search for them.
    fn as_value(&mut self, text: &str, span: Span, begun: bool) -> Result<Option<Node>, TextField> {
        self.begun = begun;
        let field = match self.field {
            None => return Err(TextField::Text),
            Some(Field::In(field)) => return Err(field),
            Some(field) => field,
        };
        Ok(match field.read(text) {
            Ok(_) if !self.few_enough(0, span) => None,
            Ok(node) => {
                if let Node::Actor(id) = &node {
                    self.actors.push((id.clone(), span));
                    self.begun_actor = begun.then(|| id.clone());
                }
                Some(node)
            }
            Err(message) => {
                self.report(span, message);
                None
            }
        })
    }

    fn quoted(&mut self, Quoted { text, closed, near }: Quoted<'_>, span: Span) -> Option<Node> {
        if !closed && self.typed.is_none() {
            self.report(span, "expected a closing quotation mark, found the end; the rest is the phrase");
        }
        // After a blank the last word is finished, but not what a reader would exclude.
        let begun = !closed && self.typed.is_some();
        let field = match self.as_value(text, span, begun) {
            Ok(node) => return node,
            Err(field) => field,
        };
        let words = folded(text);
        if let Some(at) = text.find('*')
            && (text[..at].ends_with(char::is_alphabetic) || text[at + 1..].starts_with(char::is_alphabetic))
        {
            let written = Node::Phrase(field, patterns(text));
            let message = format!(
                "found `*` between quotation marks, where every sign is text; the phrase of these shapes is `{written}`"
            );
            self.report(span, message);
        }
        let Some(near) = near else {
            let begun = begun && !text.ends_with(char::is_whitespace);
            return self.phrase(field, words.into_iter().map(Pattern::Word).collect(), span, begun);
        };
        match near.parse::<u32>() {
            Ok(within) if within > 0 && words.len() > 1 => {
                let enough = self.few_enough(0, span);
                return enough.then_some(Node::Near(field, words, within));
            }
            _ if words.len() == 1 => {
                self.report(span, "expected several words between the quotation marks; `~` is left out");
            }
            _ => {
                let message = format!("expected a number of words as `~8`, found `~{near}`; it is left out");
                self.report(span, message);
            }
        }
        self.phrase(field, words.into_iter().map(Pattern::Word).collect(), span, false)
    }

    fn bare(&mut self, text: &str, span: Span) -> Option<Node> {
        let begun = self.is_typed(span);
        let field = match self.as_value(text, span, begun) {
            Ok(node) => return node,
            Err(field) => field,
        };
        // A colon at the end of a word is one of the text, as in a headline.
        if let Some(Err(message)) = field_name(text).filter(|_| !text.ends_with(':')).map(Field::named) {
            self.report(span, message);
        }
        if field == TextField::Url || is_link(text) {
            return self.link(field, text, span, begun);
        }
        if nearness(text).is_some() {
            let message = format!(
                "`{text}` is no operator here; near each other are words as `\"kim putin\"~8`. It is left out"
            );
            self.report(span, message);
            return None;
        }
        let Some((word, edits)) = text.split_once('~') else {
            let text = without_question(text);
            let Some(words) = compound(text) else { return self.phrase(field, patterns(text), span, begun) };
            let node = Node::Compound(field, words);
            return self.few_enough(0, span).then(|| if begun { node.begun() } else { node });
        };
        let mut words = patterns(without_question(word));
        match (&mut words[..], edits) {
            ([Pattern::Word(word)], "" | "1" | "2") => {
                let edits = if edits == "2" { 2 } else { 1 };
                words = vec![Pattern::Edits(std::mem::take(word), edits)];
            }
            (_, "" | "1" | "2") => {
                self.report(span, "expected one plain word before `~`; it is searched as it stands");
            }
            _ => {
                let message = format!("expected `~` or `~2` after a word, found `~{edits}`; it is left out");
                self.report(span, message);
            }
        }
        self.phrase(field, words, span, false)
    }

    /// A link, or a part of one, whose question mark is text; one that stands by itself is searched in the texts and
    /// among the links of the articles.
    fn link(&mut self, field: TextField, text: &str, span: Span, begun: bool) -> Option<Node> {
        let words = patterns(&without_scheme(text).replace('?', "/"));
        let among =
            (field == TextField::Text).then(|| self.phrase(TextField::Url, words.clone(), span, begun));
        joined(Node::Or, self.phrase(field, words, span, begun).into_iter().chain(among.flatten()).collect())
    }

    /// The phrase of `words`; where the last has only `begun`, with every word that begins so.
    fn phrase(&mut self, field: TextField, words: Vec<Pattern>, span: Span, begun: bool) -> Option<Node> {
        if words.is_empty() {
            match field {
                TextField::Text => self.signs.push(span),
                _ => self.report(span, "expected letters or digits; it is left out"),
            }
            return None;
        }
        let patterns = words.iter().filter(|word| word.is_costly()).count();
        let node = Node::Phrase(field, words);
        self.few_enough(patterns, span).then(|| if begun { node.begun() } else { node })
    }

    /// Whether one more term, with `patterns` costly words in it, can be answered in time; counts it, or else reports
    /// it.
    fn few_enough(&mut self, patterns: usize, span: Span) -> bool {
        let (terms, patterns) = (self.terms + 1, self.patterns + patterns);
        for (found, most, what) in [
            (terms, MOST_TERMS, "words, phrases and fields"),
            (patterns, MOST_PATTERNS, "words with `?`, `~` or an early `*`"),
        ] {
            if found > most {
                self.report(span, format!("expected at most {most} {what} in a query; this is left out"));
                return false;
            }
        }
        (self.terms, self.patterns) = (terms, patterns);
        true
    }
}

/// `nodes` under a node of `kind`; a single node needs none.
fn joined(kind: fn(Vec<Node>) -> Node, mut nodes: Vec<Node>) -> Option<Node> {
    match nodes.len() {
        0 => None,
        1 => nodes.pop(),
        _ => Some(kind(nodes)),
    }
}

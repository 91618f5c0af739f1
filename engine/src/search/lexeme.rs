//! The lexer: a query cut into operators and words.

use super::field::Field;
use super::words::is_link;
use crate::text::Span;

/// An operator, or text to be read as words or as a field's value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Lexeme<'q> {
    Open,
    Close,
    Minus,
    And,
    Or,
    Not,
    /// A field's name and colon, right before its value: `title:`.
    Field(Field),
    /// Text without quotation marks around it.
    Bare(&'q str),
    Quoted(Quoted<'q>),
}

/// Text between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quoted<'q> {
    pub(super) text: &'q str,
    /// Whether it has a closing quotation mark.
    pub(super) closed: bool,
    /// The text between a `~` right after it and the next space.
    pub(super) near: Option<&'q str>,
}

/// Cuts `text` into lexemes, each with its span in bytes of `text`.
pub(super) fn lex(text: &str) -> Vec<(Lexeme<'_>, Span)> {
    let mut lexemes = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (lexeme, length) = match c {
            '(' => (Lexeme::Open, 1),
            ')' => (Lexeme::Close, 1),
            '-' | '–' | '−' if begins_a_term(&rest[c.len_utf8()..]) => (Lexeme::Minus, c.len_utf8()),
            _ if is_quote(c) => quoted(rest, c.len_utf8()),
            _ => bare(rest),
        };
        lexemes.push((lexeme, Span::new(at, at + length)));
        at += length;
    }
    lexemes
}

fn begins_a_term(rest: &str) -> bool {
    rest.starts_with(|n: char| n.is_alphanumeric() || is_quote(n) || matches!(n, '(' | '*' | '?'))
}

fn quoted(rest: &str, mark: usize) -> (Lexeme<'_>, usize) {
    let inner = &rest[mark..];
    let Some((end, close)) = inner.char_indices().find(|(_, q)| is_quote(*q)) else {
        return (Lexeme::Quoted(Quoted { text: inner, closed: false, near: None }), rest.len());
    };
    let after = &inner[end + close.len_utf8()..];
    let near = after.strip_prefix('~').map(|number| &number[..end_of_bare(number)]);
    let length = rest.len() - after.len() + near.map_or(0, |number| 1 + number.len());
    (Lexeme::Quoted(Quoted { text: &inner[..end], closed: true, near }), length)
}

fn bare(rest: &str) -> (Lexeme<'_>, usize) {
    let end = end_of_bare(rest);
    let word = &rest[..end];
    let lexeme = match word {
        "AND" => Lexeme::And,
        "OR" => Lexeme::Or,
        "NOT" => Lexeme::Not,
        _ => match field_name(word).map(|name| (name, Field::named(name))) {
            // The first word of a headline: `After: …`.
            Some((name, Ok(_)))
                if word.len() == name.len() + 1
                    && word.starts_with(char::is_uppercase)
                    && rest[end..].starts_with(char::is_whitespace) =>
            {
                Lexeme::Bare(word)
            }
            Some((name, Ok(field))) => return (Lexeme::Field(field), name.len() + 1),
            _ => Lexeme::Bare(word),
        },
    };
    (lexeme, end)
}

/// The name before the colon of `word`, where that may be a field's: not in a time (`10:30`), and not in a URL
/// (`https://…`).
pub(super) fn field_name(word: &str) -> Option<&str> {
    let (name, value) = word.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic());
    (is_name && !value.starts_with("//")).then_some(name)
}

fn end_of_bare(rest: &str) -> usize {
    let whole = rest.find(|n: char| n.is_whitespace() || is_quote(n)).unwrap_or(rest.len());
    if is_link(&rest[..whole]) && !rest.starts_with('(') {
        // Parentheses belong to it, but for those that close a group around it.
        let link = &rest[..whole];
        let opened = link.matches('(').count();
        let closed = link.len() - link.trim_end_matches(')').len();
        let surplus = link.matches(')').count().saturating_sub(opened).min(closed);
        return whole - surplus;
    }
    rest.find(|n: char| n.is_whitespace() || is_quote(n) || matches!(n, '(' | ')')).unwrap_or(rest.len())
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Whether `text` may be a headline all in capitals, in which `AND`, `OR` and `NOT` are words.
pub(super) fn in_capitals(text: &str, lexemes: &[(Lexeme<'_>, Span)]) -> bool {
    let is_operator = |lexeme: &Lexeme<'_>| matches!(lexeme, Lexeme::And | Lexeme::Or | Lexeme::Not);
    let is_word =
        |lexeme: &Lexeme<'_>| matches!(lexeme, Lexeme::Bare(word) if !word.contains(['*', '?', '~']));
    let is_capital =
        |lexeme: &Lexeme<'_>| matches!(lexeme, Lexeme::Bare(word) if word.contains(char::is_uppercase));
    lexemes.iter().any(|(lexeme, _)| is_operator(lexeme))
        && lexemes.iter().filter(|(lexeme, _)| is_capital(lexeme)).count() > 1
        && lexemes.iter().all(|(lexeme, _)| is_operator(lexeme) || is_word(lexeme))
        && !text.contains(char::is_lowercase)
}

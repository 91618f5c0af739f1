//! A query cut into signs and words.

use crate::text::{Span, Tokens};

/// A sign, or words that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Lexeme {
    Open,
    Close,
    Minus,
    And,
    Or,
    Not,
    Words(Vec<String>),
    Prefix(String),
    Unclosed(Vec<String>),
    /// Words that came with a sign that means nothing here.
    Strange(Vec<String>, &'static str),
}

/// Cuts `text` into signs and words, each with its place.
pub(super) fn lex(text: &str) -> Vec<(Lexeme, Span)> {
    let mut lexemes = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        let rest = &text[at..];
        let lexeme = match c {
            _ if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            '(' | ')' => {
                at += 1;
                if c == '(' { Lexeme::Open } else { Lexeme::Close }
            }
            '-' | '–' | '−'
                if rest[c.len_utf8()..]
                    .starts_with(|n: char| n.is_alphanumeric() || is_quote(n) || n == '(') =>
            {
                at += c.len_utf8();
                Lexeme::Minus
            }
            _ if is_quote(c) => {
                let inner = &rest[c.len_utf8()..];
                let close = inner.char_indices().find(|(_, q)| is_quote(*q));
                let words = folded(close.map_or(inner, |(i, _)| &inner[..i]));
                at += c.len_utf8() + close.map_or(inner.len(), |(i, q)| i + q.len_utf8());
                match close {
                    Some(_) => Lexeme::Words(words),
                    None => Lexeme::Unclosed(words),
                }
            }
            _ => {
                let end = rest.find(|n: char| n.is_whitespace() || is_quote(n) || matches!(n, '(' | ')'));
                let word = &rest[..end.unwrap_or(rest.len())];
                at += word.len();
                match word {
                    "AND" => Lexeme::And,
                    "OR" => Lexeme::Or,
                    "NOT" => Lexeme::Not,
                    _ => bare(word),
                }
            }
        };
        lexemes.push((lexeme, Span::new(start, at)));
    }
    lexemes
}

/// A word without quotation marks around it.
fn bare(word: &str) -> Lexeme {
    let words = folded(word);
    let stem = word.strip_suffix('*');
    match (stem.map(folded).as_deref(), stem.unwrap_or(word)) {
        (_, rest) if rest.contains(['*', '?']) && !words.is_empty() => Lexeme::Strange(
            words,
            "`*` stands only at the end of a word here; the words are searched without it",
        ),
        (Some([prefix]), _) => Lexeme::Prefix(prefix.clone()),
        (Some([_, _, ..]), _) => {
            Lexeme::Strange(words, "`*` goes with one word; these are searched as a phrase")
        }
        (_, rest) if rest.contains('~') && !words.is_empty() => {
            Lexeme::Strange(words, "`~` means nothing here; the words are searched without it")
        }
        (_, rest)
            if rest.split_once(':').is_some_and(|(field, _)| field.chars().all(char::is_alphabetic)) =>
        {
            Lexeme::Strange(
                words,
                "fields such as `title:` mean nothing here; the words are searched as a phrase",
            )
        }
        _ => Lexeme::Words(words),
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn folded(text: &str) -> Vec<String> {
    Tokens::of(text).iter().map(|t| t.folded.to_owned()).collect()
}

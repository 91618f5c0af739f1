//! The matcher: one pass over the tokens of a text, leftmost-longest, whole words, no match inside another.

use super::gazetteer::Gazetteer;
use super::{ActorId, Form};
use crate::text::{Span, Tokens};
use std::collections::HashMap;

/// Finds the aliases of a gazetteer in texts.
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    /// By the first token; for each, the longest first.
    patterns: HashMap<String, Vec<Pattern>>,
}

#[derive(Clone, Debug)]
struct Pattern {
    rest: Vec<String>,
    target: Target,
}

/// What a match stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Nothing: it looks like an actor and is none.
    Shield,
    /// An actor, by an alias of this form.
    Alias(ActorId, Form),
    /// One of the people who bear this surname.
    Surname(Vec<ActorId>),
}

/// A match, before the resolver has seen it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'m> {
    /// Where, in bytes of the text.
    pub span: Span,
    /// The tokens it covers.
    pub tokens: std::ops::Range<usize>,
    /// What it stands for.
    pub target: &'m Target,
}

impl Matcher {
    /// A matcher for every alias and shield of `gazetteer`.
    pub fn new(gazetteer: &Gazetteer) -> Matcher {
        let mut matcher = Matcher::default();
        for shield in &gazetteer.shields {
            matcher.insert(shield, Target::Shield);
        }
        for alias in gazetteer.aliases() {
            let target = match alias.form {
                Form::Surname => Target::Surname(vec![alias.actor]),
                form => Target::Alias(alias.actor, form),
            };
            matcher.insert(&alias.text, target);
        }
        for patterns in matcher.patterns.values_mut() {
            patterns.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
        }
        matcher
    }

    fn insert(&mut self, text: &str, target: Target) {
        let tokens = Tokens::of(text);
        let Some(first) = tokens.get(0) else { return };
        let rest: Vec<String> = tokens.iter().skip(1).map(|t| t.folded.to_owned()).collect();
        let patterns = self.patterns.entry(first.folded.to_owned()).or_default();
        if let Target::Surname(people) = &target {
            let shared = patterns.iter_mut().filter(|p| p.rest == rest).find_map(|p| match &mut p.target {
                Target::Surname(others) => Some(others),
                _ => None,
            });
            if let Some(others) = shared {
                others.extend(people);
                return;
            }
        }
        patterns.push(Pattern { rest, target });
    }

    /// Every match in `text`, whose tokens are `tokens`, in order.
    pub fn find<'m>(&'m self, text: &str, tokens: &Tokens) -> Vec<Found<'m>> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if let Some(end) = ship(text, tokens, at) {
                found.push(Found {
                    span: covering(tokens, at..end),
                    tokens: at..end,
                    target: &Target::Shield,
                });
                at = end;
                continue;
            }
            let patterns = self.patterns.get(token.folded).map_or(&[][..], Vec::as_slice);
            let hit = patterns.iter().find(|p| p.fits(text, tokens, at));
            at = match hit {
                Some(pattern) => {
                    let end = at + 1 + pattern.rest.len();
                    let span = covering(tokens, at..end);
                    found.push(Found { span, tokens: at..end, target: &pattern.target });
                    end
                }
                None => at + 1,
            };
        }
        found
    }
}

impl Pattern {
    fn fits(&self, text: &str, tokens: &Tokens, at: usize) -> bool {
        let follows = self.rest.iter().enumerate().all(|(i, word)| {
            tokens.get(at + 1 + i).is_some_and(|t| t.folded == word) && one_phrase(text, tokens, at + i)
        });
        let span = covering(tokens, at..at + 1 + self.rest.len());
        // `US$5` is money.
        follows && self.cased(span.of(text)) && !text[span.end as usize..].starts_with('$')
    }

    /// Names begin with a capital somewhere (`north Korea` is a slip that counts, `turkey` is a bird), and
    /// acronyms are capitals throughout (`US`, `U.S.`, but not `us`).
    fn cased(&self, surface: &str) -> bool {
        match self.target {
            Target::Alias(_, Form::Acronym) => !surface.chars().any(char::is_lowercase),
            _ => surface.chars().any(char::is_uppercase) || !surface.chars().any(char::is_lowercase),
        }
    }
}

/// From the first to the last byte of the tokens in `range`, which is not empty.
fn covering(tokens: &Tokens, range: std::ops::Range<usize>) -> Span {
    let start = tokens.get(range.start).map_or(0, |t| t.span.start);
    let end = tokens.get(range.end.saturating_sub(1)).map_or(start, |t| t.span.end);
    Span { start, end }
}

/// Whether the tokens at `at` and `at + 1` can belong to one name: nothing but space, hyphens, a possessive
/// or the period of a short word (`St. Lucia`) between them.
fn one_phrase(text: &str, tokens: &Tokens, at: usize) -> bool {
    let (Some(left), Some(right)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
    let gap = Span { start: left.span.end, end: right.span.start }.of(text);
    let period = left.span.len() <= 3;
    gap.chars().all(|c| {
        c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '\'' | '’' | 's') || (period && c == '.')
    })
}

/// The end of a ship's name at `at`: `USS` and up to three capitalised words.
fn ship(text: &str, tokens: &Tokens, at: usize) -> Option<usize> {
    let first = tokens.get(at).filter(|t| t.folded == "uss")?;
    let capital = |i: usize| tokens.get(i).is_some_and(|t| t.span.of(text).starts_with(char::is_uppercase));
    if first.span.of(text) != "USS" || !capital(at + 1) {
        return None;
    }
    let mut end = at + 1;
    while end <= at + 3 && capital(end) && one_phrase(text, tokens, end - 1) {
        end += 1;
    }
    Some(end)
}

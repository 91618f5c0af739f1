//! A match in its context: the words of its sentence, token by token.

use super::matcher::{Match, Target, covering, is_shortened};
use super::read::Read;
use crate::corpus::dates::MONTHS;
use crate::text::{Span, Token};
use std::ops::Range;

/// A match, with the zone that it stands in.
#[derive(Clone, Copy)]
pub(super) struct MatchContext<'a> {
    pub(super) zone: &'a Read<'a>,
    /// The index of the match in the zone's matches.
    pub(super) index: usize,
}

impl<'a> MatchContext<'a> {
    pub(super) fn found(&self) -> &'a Match<'a> {
        &self.zone.found[self.index]
    }

    /// The match as the text spells it.
    pub(super) fn surface(&self) -> &'a str {
        self.found().span.of(self.zone.text)
    }

    /// The match after this one in the zone if `ahead`, else the one before.
    pub(super) fn neighbour(&self, ahead: bool) -> Option<MatchContext<'a>> {
        let index = if ahead { self.index + 1 } else { self.index.checked_sub(1)? };
        (index < self.zone.found.len()).then_some(MatchContext { index, ..*self })
    }

    /// Whether this match and the next stand right beside each other, with only `allowed` between them.
    pub(super) fn is_joined_to_next(&self, allowed: impl Fn(&str) -> bool) -> bool {
        let here = self.found().span.end;
        self.neighbour(true).is_some_and(|next| allowed(self.gap(here, next.found().span.start)))
    }

    /// The text of the zone from byte `from` to byte `to`.
    pub(super) fn gap(&self, from: u32, to: u32) -> &'a str {
        self.zone.text.get(from as usize..to as usize).unwrap_or("")
    }

    /// Whether a sentence ends between the token at `left` and the one after it.
    pub(super) fn ends_after(&self, left: usize) -> bool {
        let tokens = &self.zone.tokens;
        let (Some(a), Some(b)) = (tokens.get(left), tokens.get(left + 1)) else { return true };
        let gap = self.gap(a.span.end, b.span.start);
        if gap == " " {
            return false;
        }
        let period = gap.contains('.') && !is_shortened(a.folded);
        period || gap.contains(['!', '?', ';', ':', '\n', '•', '…'])
    }

    /// The index of the token `back` tokens before the match, in the same sentence; 1 is the nearest.
    pub(super) fn place_before(&self, back: usize) -> Option<usize> {
        let start = self.found().tokens.start;
        let at = start.checked_sub(back)?;
        (at..start).all(|i| !self.ends_after(i)).then_some(at)
    }

    /// The index of the token `ahead` tokens after the match, in the same sentence; 1 is the next.
    pub(super) fn place_after(&self, ahead: usize) -> Option<usize> {
        let end = self.found().tokens.end;
        let at = end + ahead - 1;
        let inside = at < self.zone.tokens.len() && (end - 1..at).all(|i| !self.ends_after(i));
        inside.then_some(at)
    }

    pub(super) fn token(&self, at: usize) -> Option<Token<'a>> {
        self.zone.tokens.get(at)
    }

    /// The folded token `back` tokens before the match in the same sentence; empty where there is none.
    pub(super) fn before(&self, back: usize) -> &'a str {
        self.place_before(back).and_then(|at| self.token(at)).map_or("", |t| t.folded)
    }

    /// The folded token `ahead` tokens after the match in the same sentence; empty where there is none.
    pub(super) fn after(&self, ahead: usize) -> &'a str {
        self.place_after(ahead).and_then(|at| self.token(at)).map_or("", |t| t.folded)
    }

    /// The token before as the text spells it, where nothing but one space stands between.
    pub(super) fn word_before(&self) -> Option<Token<'a>> {
        let before = self.token(self.found().tokens.start.checked_sub(1)?)?;
        (self.gap(before.span.end, self.found().span.start) == " ").then_some(before)
    }

    /// The token after, where nothing but one space or hyphen stands between.
    pub(super) fn word_after(&self) -> Option<Token<'a>> {
        let next = self.token(self.found().tokens.end)?;
        matches!(self.gap(self.found().span.end, next.span.start), " " | "-").then_some(next)
    }

    /// Whether a possessive ending follows: `’s`, or an apostrophe after an s.
    pub(super) fn is_possessive(&self) -> bool {
        let next = self.token(self.found().tokens.end).map_or(self.zone.text.len() as u32, |t| t.span.start);
        let gap = self.gap(self.found().span.end, next);
        let s = gap.strip_prefix(['’', '\'']);
        s.is_some_and(|rest| rest.starts_with(['s', 'S']) || self.surface().ends_with('s'))
    }

    /// The span of the words from token `from` to token `to`, both included.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        covering(&self.zone.tokens, from..to + 1)
    }

    /// Whether a token of the zone begins with a capital letter.
    pub(super) fn is_capitalised(&self, token: &Token<'_>) -> bool {
        token.span.of(self.zone.text).starts_with(char::is_uppercase)
    }

    /// The indices of the match's tokens.
    pub(super) fn tokens(&self) -> Range<usize> {
        self.found().tokens.clone()
    }

    /// Whether a match of an actor ends at the token before this one.
    pub(super) fn follows_a_name(&self) -> bool {
        let before = self.neighbour(false);
        before.is_some_and(|b| {
            b.tokens().end == self.tokens().start && !matches!(b.found().target, Target::Shield)
        })
    }
}

/// The matches of a zone in their context, in order.
pub(super) fn contexts<'a>(zone: &'a Read<'a>) -> impl Iterator<Item = MatchContext<'a>> {
    (0..zone.found.len()).map(move |index| MatchContext { zone, index })
}

/// Whether `word` is capitalised, not all in capitals, and no day or month.
pub(super) fn is_like_a_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase) && !is_calendar(word)
}

/// The days of the week.
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn is_calendar(word: &str) -> bool {
    DAYS.contains(&word) || MONTHS.contains(&word)
}

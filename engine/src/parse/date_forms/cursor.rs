//! A cursor over a text that may be a date or the head of a text: numbers of any script, words folded, and the signs
//! between them.

use super::names;
use std::ops::RangeInclusive;

/// A place in a text, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    pub(crate) text: &'a str,
    pub(crate) at: usize,
}

impl<'a> Cursor<'a> {
    /// The text from here.
    pub(crate) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next character.
    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Reads with `read`; stays here where that reads nothing.
    pub(crate) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let read = read(&mut ahead)?;
        *self = ahead;
        Some(read)
    }

    /// Skips `token` if it is next.
    pub(crate) fn eat(&mut self, token: &str) -> Option<()> {
        self.at += self.rest().strip_prefix(token).map(|_| token.len())?;
        Some(())
    }

    /// Skips one of `signs` if it is next.
    pub(crate) fn sign(&mut self, signs: &[char]) -> Option<char> {
        let sign = self.peek().filter(|c| signs.contains(c))?;
        self.at += sign.len_utf8();
        Some(sign)
    }

    /// Skips white space and `signs`.
    pub(crate) fn skip(&mut self, signs: &[char]) {
        let rest = self.rest();
        self.at +=
            rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || signs.contains(&c)).len();
    }

    /// Reads a number that is written with so many digits.
    pub(crate) fn number(&mut self, digits: RangeInclusive<usize>) -> Option<u32> {
        let run = self.rest().chars().map_while(|c| Some((c, digit(c)?)));
        let (mut count, mut bytes, mut number) = (0, 0, 0u32);
        for (c, value) in run {
            (count, bytes) = (count + 1, bytes + c.len_utf8());
            number = number.checked_mul(10)?.checked_add(value)?;
        }
        self.at += digits.contains(&count).then_some(bytes)?;
        Some(number)
    }

    /// Reads a word, folded.
    pub(crate) fn word(&mut self) -> Option<String> {
        let rest = self.rest();
        let end = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
        self.at += (end > 0).then_some(end)?;
        Some(names::plain(&rest[..end]))
    }

    /// Reads a word if `is` says so of it.
    pub(crate) fn word_if(&mut self, mut is: impl FnMut(&str) -> bool) -> Option<()> {
        self.attempt(|c| is(&c.word()?).then_some(()))
    }
}

/// The value of a digit: Western, Arabic, Persian, Indian or wide.
fn digit(c: char) -> Option<u32> {
    const ZEROS: [u32; 4] = [0x660, 0x6F0, 0x966, 0xFF10];
    let other = |zero: &u32| u32::from(c).checked_sub(*zero).filter(|value| *value < 10);
    c.to_digit(10).or_else(|| ZEROS.iter().find_map(other))
}

/// Whether `c` is part of a word; Indian scripts and Persian join letters with marks.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}' | '\u{93C}' | '\u{94D}' | '\u{200C}' | '\u{200D}')
}

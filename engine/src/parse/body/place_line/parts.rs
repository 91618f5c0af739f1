//! The parts of place lines: towns, days, the names of agencies, and the signs behind them.

use crate::parse::date_forms::cursor::Cursor;
use crate::parse::date_forms::yearless::leading_day;
use crate::parse::rules;
use std::ops::Range;

/// What ends a place line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sign {
    #[default]
    None,
    /// `.`
    Stop,
    Colon,
    /// `•` or `|`
    Bullet,
    /// A dash, or `.-`
    Dash,
}

/// The maximum length of a place line, in bytes.
pub(super) const LONGEST: usize = 160;

/// What a place line says; ranges count in bytes of the line.
#[derive(Clone, Debug, Default)]
pub(super) struct PlaceLine {
    /// The town or towns; `None` where an agency alone heads the text.
    pub(super) place: Option<Range<usize>>,
    pub(super) agency: Option<Range<usize>>,
    /// The names of those who wrote the text, before the place.
    pub(super) reporters: Vec<Range<usize>>,
    /// The end of the place line, where the text begins.
    pub(super) end: usize,
    /// Whether an agency or a day stands in it, or its town is one that news is written from.
    pub(super) sure: bool,
    /// Whether it is what the label of a speaker is, too: a name and a colon.
    pub(super) label: bool,
    /// Whether the town is in capitals.
    pub(super) capitals: bool,
    /// Whether the first town is in the list.
    pub(super) known: bool,
    /// Whether its agency is a listed one.
    pub(super) wire: bool,
    /// Whether its agency stands in brackets.
    pub(super) bracketed: bool,
    pub(super) region: bool,
    pub(super) day: bool,
    /// Whether strokes or square brackets set the agency or the whole apart, so that no sign need follow.
    pub(super) apart: bool,
    pub(super) sign: Sign,
}

/// A town or some, `PARIS/BERLIN`, `GENEVA and NEW YORK`, and whether they are in capitals.
pub(super) fn towns(c: &mut Cursor<'_>) -> Option<(Range<usize>, bool)> {
    const AND: &[&str] =
        &[" and ", " AND ", " & ", " und ", " et ", " y ", " e ", " en ", " i ", " и ", "/", " / "];
    let start = c.at;
    let capitals = name(c)?;
    let more = |c: &mut Cursor<'_>| {
        AND.iter().find_map(|and| c.eat(and))?;
        name(c).filter(|same| *same == capitals)
    };
    while c.attempt(more).is_some() {}
    Some((start..c.at, capitals))
}

/// The small words inside the names of towns.
const SMALL: &[&str] = &[
    "de", "del", "de la", "do", "da", "dos", "la", "las", "los", "al", "el", "of", "the", "on", "upon", "am",
    "an der", "im", "sur", "en", "sous", "les", "aan", "den",
];

/// The maximum number of words in the name of a town.
const LONGEST_NAME: usize = 4;

/// A name of words that are all in capitals, or all not, with small words inside; whether it is in capitals.
pub(super) fn name(c: &mut Cursor<'_>) -> Option<bool> {
    let capitals = |word: &str| !word.contains(char::is_lowercase);
    let is_in_capitals = capitals(word(c)?);
    for _ in 1..LONGEST_NAME {
        let next = |c: &mut Cursor<'_>| {
            c.sign(&[' ', '\u{A0}'])?;
            c.attempt(|c| {
                SMALL
                    .iter()
                    .find_map(|small| c.attempt(|c| c.eat(small).and_then(|()| c.sign(&[' ', '\u{A0}']))))
            });
            (capitals(word(c)?) == is_in_capitals).then_some(())
        };
        if c.attempt(next).is_none() {
            break;
        }
    }
    Some(is_in_capitals)
}

/// A capitalised word: with apostrophes, hyphens and full stops between letters, and a full stop behind one or two
/// (`St.`, `D.C.`).
fn word<'a>(c: &mut Cursor<'a>) -> Option<&'a str> {
    let rest = c.rest();
    let mut run = 0;
    let mut end = 0;
    let mut chars = rest.chars().peekable();
    while let Some(sign) = chars.next() {
        let letter = |c: char| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36F}');
        let next = chars.peek().copied();
        let inner = end > 0 && next.is_some_and(letter);
        let within = match sign {
            '\'' | '’' | '‘' | 'ʼ' | '-' | '‑' => inner,
            '.' => {
                inner || (1..=2).contains(&run) && !next.is_some_and(|next| matches!(next, '-' | '–' | '—'))
            }
            _ => letter(sign),
        };
        if !within {
            break;
        }
        run = if letter(sign) { run + 1 } else { 0 };
        end += sign.len_utf8();
    }
    let word = rest[..end].starts_with(char::is_uppercase).then_some(&rest[..end])?;
    c.at += end;
    Some(word)
}

/// Skips a day: with its month, as dates have it (`le 3 juin`), or before a bracket alone (`LIMA, 3 (EFE).-`).
pub(super) fn day(c: &mut Cursor<'_>) -> Option<()> {
    const ARTICLES: &[&str] = &["le ", "den ", "am ", "el ", "on "];
    ARTICLES.iter().find(|article| c.eat(article).is_some());
    if let Some(end) = leading_day(c.rest()) {
        c.at += end;
        return Some(());
    }
    c.number(1..=2)?;
    c.sign(&['.']);
    c.rest().trim_start().starts_with('(').then_some(())
}

/// The closing bracket of `open`.
pub(super) fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => open,
    }
}

/// Skips what may be an agency or a day in brackets or between strokes, and returns where it stands.
pub(super) fn bracketed(c: &mut Cursor<'_>) -> Option<Range<usize>> {
    /// The maximum length of the names of agencies in brackets, in bytes.
    const MOST: usize = 60;
    let open = c.sign(&['(', '[', '/'])?;
    let start = c.at;
    let end = start + c.rest().find(closing(open)).filter(|end| (2..=MOST).contains(end))?;
    let inside = &c.text[start..end];
    let plain = |c: char| c.is_alphanumeric() || " \u{A0}./-–&,’'+|".contains(c);
    c.at = end + closing(open).len_utf8();
    let named = inside.starts_with(char::is_uppercase) || inside.starts_with(char::is_numeric);
    (inside.chars().all(plain) && (named || rules::is_wire(inside))).then_some(start..end)
}

/// The name of a listed agency, not in brackets.
pub(super) fn wire(c: &mut Cursor<'_>) -> Option<Range<usize>> {
    let start = c.at;
    let ends = c.rest().char_indices().filter(|(_, sign)| !sign.is_alphanumeric()).map(|(at, _)| at);
    // A name of three words is the longest.
    let ends: Vec<usize> = ends.chain(std::iter::once(c.rest().len())).take(4).collect();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '-' | ' ');
    let is_name = |name: &str| {
        let apart = name.contains(" -") || name.contains("- ") || !name.ends_with(char::is_alphanumeric);
        !apart && name.chars().all(plain) && rules::is_wire(name)
    };
    let end = ends.into_iter().rev().find(|end| is_name(&c.rest()[..*end]))?;
    c.at += end;
    Some(start..c.at)
}

/// Skips the sign that ends a place line, and white space.
pub(super) fn sign(c: &mut Cursor<'_>) -> Sign {
    let dash = |c: &mut Cursor<'_>| {
        let dash = c.sign(&['–', '—', '-', '―', '‒', '−', '_'])?;
        let wide = c.sign(&['–', '—', '-']).is_some() || matches!(dash, '—' | '―');
        let apart = c.rest().is_empty() || c.rest().starts_with(char::is_whitespace);
        (apart || wide).then_some(Sign::Dash)
    };
    let stopped = |c: &mut Cursor<'_>| {
        c.eat(".")?;
        c.skip(&[]);
        c.attempt(dash).or_else(|| c.sign(&['-']).map(|_| Sign::Dash))
    };
    let other = |c: &mut Cursor<'_>| {
        let sign = match c.sign(&[':', '：', '•', '·', '∙', '●', '|', '.'])? {
            ':' | '：' => Sign::Colon,
            '.' => Sign::Stop,
            _ => Sign::Bullet,
        };
        (c.rest().is_empty() || c.rest().starts_with(char::is_whitespace)).then_some(sign)
    };
    let found = c.attempt(|c| {
        c.skip(&[]);
        c.attempt(stopped).or_else(|| c.attempt(dash)).or_else(|| c.attempt(other))
    });
    c.skip(&[]);
    found.unwrap_or_default()
}

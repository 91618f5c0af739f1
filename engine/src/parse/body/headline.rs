//! Finding the headline of a text among menus; the menus above it are set aside.

use super::lines::Line;
use super::place_line;
use crate::corpus::Field;
use crate::parse::draft::Draft;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::rules;
use crate::parse::sentence::{ends_in_text, has_words};
use crate::parse::tiling::Role;
use crate::text::{Span, Tokens};
use std::collections::HashSet;

/// The maximum number of words in a headline; longer lines are sentences.
const LONGEST: usize = 30;

/// The least number of words in a headline where there are other candidates.
const SHORTEST: usize = 4;

/// The maximum number of words in a menu entry or the name of a section.
const ENTRY: usize = 2;

/// The usual menu entries: a line of nothing else is not a headline.
const ENTRIES: &[&str] = &[
    "home", "menu", "search", "news", "world", "international", "national", "local", "politics", "business",
    "economy", "markets", "sport", "sports", "culture", "arts", "lifestyle", "science", "technology", "tech",
    "health", "travel", "weather", "opinion", "video", "videos", "photos", "podcasts", "live", "latest",
    "trending", "login", "subscribe", "contact", "about", "more",
];

/// Takes the headline out of `lines` and returns the rest. A headline precedes the text, between blank lines, and has
/// neither a full stop nor the words of a menu; of several candidates it is the first one below the last menu entry.
/// Menus are set aside.
pub(crate) fn take(text: &str, lines: Vec<Line>, captions: &HashSet<Span>, draft: &mut Draft) -> Vec<Line> {
    let of = |line: &Line| line.span.of(text);
    let opens_text = |line: &Line| {
        let words_of = of(line);
        ends_in_text(words_of)
            || has_words(words_of, LONGEST + 1)
            || place_line::starts(words_of)
            || captions.contains(&line.span)
    };
    let end = lines.iter().position(opens_text).unwrap_or(lines.len());
    let dense = is_dense(text, &lines);
    let apart = |i: usize| {
        let next = lines.get(i + 1);
        let alone = lines[i].after_blank && next.is_some_and(|next| next.after_blank);
        alone || dense && next.is_some_and(|next| !of(next).starts_with(char::is_lowercase))
    };
    let mut found = None;
    let mut below_menu = true;
    for (i, line) in lines[..end].iter().enumerate() {
        if is_beside(of(line)) {
            continue;
        }
        let menu = is_menu(of(line)) || !has_words(of(line), ENTRY + 1);
        if below_menu && !menu && has_words(of(line), SHORTEST) && apart(i) {
            found = Some(i);
        }
        below_menu = menu || (below_menu && found != Some(i));
    }
    // A short headline is known by standing first.
    let title = found.or_else(|| (0..end).find(|i| !is_menu(of(&lines[*i]))).filter(|i| apart(*i)));
    let mut kept = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        if title == Some(i) {
            draft.parts.push((line.span, Role::Title));
            draft.title = Some(Field::read(of(line).to_owned(), line.span));
        } else if i < title.unwrap_or(end)
            && (is_menu(of(line)) || (found.is_some() && !has_words(of(line), ENTRY + 1)))
        {
            draft.set_aside(line.span, "menu");
        } else {
            kept.push(*line);
        }
    }
    kept
}

/// Whether each line is a paragraph or a label, without a blank line between any two: a page that a crawler saved.
fn is_dense(text: &str, lines: &[Line]) -> bool {
    /// The width that no hard-wrapped text has, in bytes.
    const WIDE: usize = 110;
    let parted = lines.iter().skip(1).any(|line| line.after_blank);
    !parted && lines.len() > 2 && lines.iter().any(|line| line.span.of(text).len() > WIDE)
}

/// Whether `line` is a menu or breadcrumb: `Home / News / World`.
fn is_menu(line: &str) -> bool {
    let tokens = Tokens::of(line);
    let entries = !tokens.is_empty() && tokens.iter().all(|t| ENTRIES.contains(&t.folded));
    entries || rules::pattern("menu").is_match(line)
}

/// Whether `line` is a byline, a date or a reading time beside a headline.
fn is_beside(line: &str) -> bool {
    static BESIDE: Pattern = pattern!(concat!(
        r"^(?:By|BY|Von|Par|Por) \p{Lu}",
        r"|^(?:Published|Updated|Posted|Last (?:updated|modified))\b.*\d",
        r"|^(?:\p{Lu}\p{L}+, )?(?:\p{Lu}\p{L}{2,9}\.? \d{1,2},|\d{1,2}\.? \p{L}{3,10}\.?) \d{4}\b",
        r"|^\d+ min(?:ute)?s?\.? read$",
    ));
    BESIDE.is_match(line)
}

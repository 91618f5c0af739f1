//! What the value of a field says: its lines, whether it says nothing, where it was cut off, and who it names.

use super::extract::Extract;
use super::html::text::{fragment, inline, is_markup};
use crate::parse::bytes::Passage;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::sentence;
use crate::text::{Span, Tokens};

/// The values with which programs fill a field that has none.
const NOTHING: &[&str] = &[
    "NaN",
    "nan",
    "NULL",
    "Null",
    "null",
    "None",
    "N/A",
    "n/a",
    "#N/A",
    "\\N",
    "ONLY AVAILABLE IN PAID PLANS",
    "ONLY AVAILABLE IN PROFESSIONAL AND CORPORATE PLANS",
    "ONLY AVAILABLE IN CORPORATE PLANS",
];

/// Whether a value is there to say that there is none.
pub(super) fn is_nothing(value: &str) -> bool {
    value.trim().is_empty() || NOTHING.contains(&value.trim())
}

/// The mark of a news service where it withdrew an article.
const WITHDRAWN: &str = "[Removed]";

/// Whether a value says that its article was withdrawn.
pub(super) fn is_withdrawn(value: &str) -> bool {
    value.trim() == WITHDRAWN
}

/// The mark at the end of a text that a news service cut off.
static CUT: Pattern = pattern!(r"\[\+?\d+ (?:chars|characters)\]\s*$");

/// The span of the mark that says that `text` is cut off.
pub(super) fn cut(text: &str) -> Option<Span> {
    let tail = text.floor_char_boundary(text.len().saturating_sub(40));
    CUT.find(&text[tail..]).map(|found| Span::new(tail + found.start(), tail + found.end()).trimmed(text))
}

/// The text of a field as lines, with HTML resolved; `markup` says that it is surely HTML.
pub(super) fn lines(value: &Passage, markup: bool) -> Extract {
    if markup && value.text.contains('<') || is_markup(&value.text) {
        return fragment(value);
    }
    if value.text.contains('&') {
        return Extract { passage: inline(value.clone()), ..Extract::default() };
    }
    Extract { passage: value.clone(), ..Extract::default() }
}

/// Whether `text` says the headline again, or headline and outlet, and nothing else.
pub(super) fn says_headline(text: &str, title: &str, outlet: Option<&str>) -> bool {
    // A text is longer, and it would take time to find its words.
    if text.len() > 2 * (title.len() + outlet.map_or(0, str::len)) {
        return false;
    }
    let words =
        |text: &str| Tokens::of(text).iter().map(|token| token.folded.to_string()).collect::<Vec<_>>();
    let (text, mut title) = (words(text), words(title));
    if text.is_empty() || text == title {
        return !text.is_empty();
    }
    title.extend(words(outlet.unwrap_or_default()));
    text == title
}

/// The signs that stand between a headline and the name of its outlet.
const BETWEEN: &[&str] = &[" - ", " – ", " — ", " | "];

/// The span of `title` without the name of its outlet at the end.
pub(super) fn headline(title: &str, outlet: &str) -> Span {
    let whole = Span::new(0, title.len()).trimmed(title);
    let named = whole.of(title).strip_suffix(outlet.trim()).filter(|_| !outlet.trim().is_empty());
    let bare = named.and_then(|named| BETWEEN.iter().find_map(|sign| named.strip_suffix(sign)));
    match bare.filter(|bare| !bare.trim().is_empty()) {
        Some(bare) => Span::new(whole.range().start, whole.range().start + bare.len()).trimmed(title),
        None => whole,
    }
}

/// Whether `text` repeats `summary`, up to where the summary is cut off.
pub(super) fn repeats(text: &str, summary: &str) -> bool {
    let cut = summary.trim().trim_end_matches(['…', ']', '.']).trim_end_matches(['[', '…', '.', ' ']);
    // `[&#8230;]`, `Read more`, `Continue reading`: a feed's own words at the end.
    let cut = cut.rsplit_once("[…").map_or(cut, |(before, _)| before);
    if text.contains(cut) {
        return true;
    }
    // A sentence from further on is copied as it stands; the beginning may have lost its tags and line ends.
    let beginning = text.floor_char_boundary(2 * cut.len() + 200);
    let (text, cut) = (Tokens::of(&text[..beginning]), Tokens::of(cut));
    let same = |start: usize| {
        (0..cut.len()).all(|i| text.get(start + i).map(|t| t.folded) == cut.get(i).map(|t| t.folded))
    };
    cut.is_empty() || (0..(text.len() + 1).saturating_sub(cut.len())).any(same)
}

/// The primary tag of a language tag: `en` for `en-GB`; `None` if it is not two or three letters.
pub(super) fn primary(tag: &str) -> Option<String> {
    let primary = tag.trim().split(['-', '_']).next().unwrap_or_default().to_lowercase();
    ((2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase())).then_some(primary)
}

/// The span of the name in an author's field; empty if there is none. RSS writes `desk@example.org (Ada Lind)`, others
/// `By Ada Lind`.
pub(super) fn person(span: Span, text: &str) -> Span {
    let value = span.of(text);
    let at =
        |from: usize, to: usize| Span::new(span.range().start + from, span.range().start + to).trimmed(text);
    if let (true, Some(open), Some(close)) = (value.contains('@'), value.find('('), value.rfind(')'))
        && open < close
    {
        // Some have the name in brackets, some the address.
        return if value[open..close].contains('@') { at(0, open) } else { at(open + 1, close) };
    }
    if let (true, Some(open)) = (value.contains('@'), value.find('<').filter(|open| *open > 0)) {
        return at(0, open);
    }
    let by = ["By ", "by ", "BY "].iter().find(|by| value.starts_with(**by)).map_or(0, |by| by.len());
    // An address alone names nobody, and a long text is no name.
    let is_name =
        !value.contains('@') && !value.contains("://") && !sentence::has_words(value, MOST_WORDS + 1);
    if is_name { at(by, value.len()) } else { at(0, 0) }
}

/// The maximum number of words in an author's field.
const MOST_WORDS: usize = 12;

//! Bylines before and behind the text: `Von Ada Lind`, `Ada Lind | 27 April 2024`. Such a line is no block of the body.

use super::lines::Line;
use crate::corpus::{CreditKind, Field};
use crate::parse::byline;
use crate::parse::draft::Draft;
use crate::parse::sentence::{has_words, is_sentence};
use crate::parse::tiling::Role;
use crate::text::Span;

/// The maximum number of words in a byline that are neither name nor date.
const MOST_OTHERS: usize = 6;

/// The maximum number of words in a byline.
const LONGEST: usize = 24;

/// Takes `line` out of the body if it names who wrote the text, and returns whether it does: behind a label, or where
/// the names are known already.
pub(crate) fn take(text: &str, line: &Line, draft: &mut Draft) -> bool {
    let words = line.span.of(text);
    if has_words(words, LONGEST + 1) || is_sentence(words) {
        return false;
    }
    let reporters = || draft.credits.iter().filter(|credit| credit.kind == CreditKind::Reporter);
    // Most texts name nobody before or after them.
    if reporters().next().is_none() && !byline::is_labelled(words) {
        return false;
    }
    let Some(found) = byline::read(words) else { return false };
    let known = |name: &str| reporters().any(|credit| credit.text.to_lowercase() == name.to_lowercase());
    let new: Vec<_> = found.names.iter().filter(|name| !known(&words[(*name).clone()])).cloned().collect();
    let two = |name: &std::ops::Range<usize>| {
        let name = &words[name.clone()];
        name.contains(char::is_whitespace) || !name.is_ascii()
    };
    let says = found.labelled && found.names.iter().all(two);
    if found.others > MOST_OTHERS || !(says || new.is_empty()) {
        return false;
    }
    let part = |range: std::ops::Range<usize>| Span::new(range.start, range.end).shifted(line.span.start);
    draft.set_aside(line.span, "byline");
    for name in new {
        draft.credit(text, CreditKind::Reporter, part(name));
    }
    if let Some(date) = found.date
        && draft.published.is_none()
        && let Some(published) = date.published
    {
        let span = part(date.range);
        draft.parts.push((span, Role::Published));
        draft.published = Some(Field::read(published, span));
    }
    true
}

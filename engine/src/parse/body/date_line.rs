//! Date lines: lines before the text that say when it was published, such as `Published: 28 June 2024, 10:30 GMT`.

use super::lines::Line;
use crate::corpus::Field;
use crate::parse::date_forms::labels::{self, Label};
use crate::parse::date_forms::{self, DateOrder};
use crate::parse::draft::Draft;
use crate::parse::sentence::has_words;
use crate::parse::tiling::Role;
use crate::text::{Problem, Span};

/// The maximum number of words behind a bar after the date: a section, a reading time.
const WORDS_BESIDE: usize = 4;

/// The least length of a label with its space that is no mere preposition, in bytes.
const LABEL: usize = 5;

/// The order of dates of numbers alone in a draft: as the editor says, or its language.
fn order(draft: &Draft) -> Option<DateOrder> {
    let language = || draft.language.as_ref().and_then(|language| date_forms::order_of(&language.value));
    draft.settings.date_order.or_else(language)
}

/// Whether `line` is nothing but a date behind a label that says whose it is: `Updated: 28 June 2024`.
pub(crate) fn is_labelled(line: &str, draft: &Draft) -> bool {
    let Some((_, at)) = labels::leading(line).filter(|(_, at)| *at >= LABEL) else { return false };
    let found = date_forms::leading(&line[at..], order(draft));
    found.is_some_and(|found| ends(&line[at + found.range.end..]))
}

/// Takes `line` out of the body if it is a date line, and returns whether it is. The first such date becomes the date
/// of publication, unless that is known already.
pub(crate) fn take(text: &str, line: &Line, draft: &mut Draft) -> bool {
    let words = line.span.of(text);
    let (label, at) = labels::leading(words).unwrap_or((Label::Published, 0));
    let Some(found) = date_forms::leading(&words[at..], order(draft)) else { return false };
    if !ends(&words[at + found.range.end..]) {
        return false;
    }
    let start = line.span.range().start + at;
    let span = Span::new(start + found.range.start, start + found.range.end);
    match found.published {
        Some(published) if draft.published.is_none() && label == Label::Published => {
            draft.parts.push((line.span, Role::Published));
            draft.published = Some(Field::read(published, span));
        }
        Some(_) => draft.set_aside(line.span, "date-line"),
        None => {
            let message = format!(
                "expected a date that is one day of the calendar, found `{}`; it is left out",
                span.of(text)
            );
            draft.problems.push(Problem::new(span, message));
            draft.set_aside(line.span, "date-line");
        }
    }
    true
}

/// Whether a date line may end with `rest`, behind its date: with nothing but signs, with the date of a change, or with
/// a few words behind a bar.
fn ends(rest: &str) -> bool {
    let signs = |c: char| {
        c.is_whitespace() || matches!(c, '.' | ',' | '|' | '•' | '·' | '–' | '—' | '-' | '(' | ')' | '/')
    };
    let words = rest.trim_start_matches(signs);
    let barred = rest[..rest.len() - words.len()].contains(['|', '•', '·', '/']);
    let runs_on = words.contains(['.', '!', '?', ';']);
    let changed = || {
        let label = labels::leading(words).is_some_and(|(label, _)| label == Label::Updated);
        label && words.contains(|c: char| c.is_ascii_digit()) && !words.contains(['!', '?', ';'])
    };
    words.is_empty() || changed() || barred && !runs_on && !has_words(words, WORDS_BESIDE + 1)
}

//! Date lines: lines before the text that say when it was published, such as `Published: 28 June 2024, 10:30 GMT`.

use super::lines::Line;
use crate::corpus::Field;
use crate::parse::date_forms;
use crate::parse::draft::Draft;
use crate::parse::pattern::{Pattern, pattern};
use crate::parse::tiling::Role;
use crate::text::{Problem, Span};

/// The label before the date. The date of an update is not the date of publication.
static LABEL: Pattern = pattern!(
    r"^(?i:(?:first )?(?:published|posted|publication date|date|(?:last )?(?<update>updated|modified))(?: on| at)?\s*[:|]?\s+)?(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
);

/// What may follow the date: the time of day, and the date of a change.
static TIME: Pattern = pattern!(
    r"^[\s,|•·–-]*(?:(?:at )?\d{1,2}(?:[:.]\d{2}){1,2}\s*(?i:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2})?)?(?:[\s|,•·(–-]+(?i:(?:last )?(?:updated|modified))\b[^.!?;]*\d[^.!?;]*)?$"
);

/// Takes `line` out of the body if it is a date line, and returns whether it is. The first such date becomes the date
/// of publication, unless that is known already.
pub(crate) fn take(text: &str, line: &Line, draft: &mut Draft) -> bool {
    let words = line.span.of(text);
    let label = LABEL.captures(words);
    let updated = label.as_ref().is_some_and(|found| found.name("update").is_some());
    let label = label.and_then(|found| found.get(0)).map_or(0, |found| found.end());
    let Some(found) = date_forms::leading(&words[label..], draft.settings.date_order) else { return false };
    if !TIME.is_match(&words[label + found.range.end..]) {
        return false;
    }
    let start = line.span.range().start + label;
    let span = Span::new(start + found.range.start, start + found.range.end);
    match found.published {
        Some(published) if draft.published.is_none() && !updated => {
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

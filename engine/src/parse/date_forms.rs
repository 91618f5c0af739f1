//! Dates as texts write them: one table of forms, each with an example that is its test. A date that could be two days
//! (`05/06/2024`) is not read, and a day that the calendar lacks is a problem; neither is guessed.

use super::config::DateOrder;
use crate::corpus::dates::{Day, MONTHS, Published};
use crate::parse::pattern::{Pattern, pattern};
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

/// A date form: one way to write a date.
struct Form {
    /// A regular expression with the groups `year`, `month` and `day`, or without groups where `read` takes the whole
    /// match.
    pattern: &'static str,
    /// Reads a match; `None` if the calendar has no such day, or if it could be two days.
    read: fn(&Captures<'_>, Option<DateOrder>) -> Option<Published>,
    /// A text that matches, and the date that it stands for.
    #[cfg_attr(not(test), allow(dead_code, reason = "the example is the form's test"))]
    example: (&'static str, &'static str),
}

/// The names of the months and their usual short forms; one pattern, so that all forms agree.
const MONTH: &str = r"(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?";

/// The date forms in the order in which they are tried: the more specific ones first.
const FORMS: &[Form] = &[
    Form {
        pattern: r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})",
        read: |found, _| Published::parse_rfc3339(&found[0]),
        example: ("2024-06-28T12:22:37+09:00", "2024-06-28T12:22:37+09:00"),
    },
    Form {
        pattern: r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)? ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})",
        read: |found, _| Published::parse_rfc3339(&moment(&found[0])),
        example: ("2024-06-28 12:22:37 +0900", "2024-06-28T12:22:37+09:00"),
    },
    Form {
        pattern: r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{1,4})",
        read: |found, _| Published::parse_rfc2822(&found[0]),
        example: ("Fri, 28 Jun 2024 12:22:37 +0000", "2024-06-28T12:22:37Z"),
    },
    Form {
        pattern: r"\b(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\b",
        read: by_groups,
        example: ("2024-06-28T12:22:37", "2024-06-28"),
    },
    Form {
        pattern: r"\b(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})\b",
        read: by_groups,
        example: ("2024-06-28", "2024-06-28"),
    },
    Form {
        pattern: r"\b(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})\b",
        read: by_groups,
        example: ("2024/06/28", "2024-06-28"),
    },
    Form {
        pattern: r"\b(?<day>\d{1,2})(?:st|nd|rd|th)? {MONTH},? (?<year>\d{4})\b",
        read: by_groups,
        example: ("28 June 2024", "2024-06-28"),
    },
    Form {
        pattern: r"\b{MONTH} (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b",
        read: by_groups,
        example: ("Sept. 17, 2023", "2023-09-17"),
    },
    Form {
        pattern: r"\b(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.](?<year>\d{4})\b",
        read: by_order,
        example: ("28/06/2024", "2024-06-28"),
    },
];

static COMPILED: LazyLock<Vec<(Regex, &'static Form)>> = LazyLock::new(|| {
    let regex = |form: &Form| Regex::new(&form.pattern.replace("{MONTH}", MONTH));
    FORMS.iter().map(|form| (regex(form).expect("the table's own test compiles every form"), form)).collect()
});

/// A date that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// The place of the date, in bytes of the text that was searched.
    pub(crate) range: Range<usize>,
    /// The date; `None` if the calendar has no such day, or if it could be two days.
    pub(crate) published: Option<Published>,
}

/// The date at the beginning of `text`, after white space; `order` is the editor's setting for dates of numbers alone.
pub(crate) fn leading(text: &str, order: Option<DateOrder>) -> Option<Written> {
    /// An upper limit for the length of a date, in bytes.
    const LONGEST: usize = 48;
    let lead = text.len() - text.trim_start().len();
    let end = text.floor_char_boundary(lead + LONGEST);
    let text = &text[..end];
    COMPILED.iter().find_map(|(regex, form)| {
        let found = regex.captures(&text[lead..])?;
        let whole = found.get(0).filter(|whole| whole.start() == 0)?;
        Some(Written { range: lead..lead + whole.end(), published: (form.read)(&found, order) })
    })
}

/// The date of publication in the value of a field: `20240628`, the seconds or milliseconds since 1970, or else a date
/// in one of the forms, anywhere in it.
pub(crate) fn in_field(text: &str, order: Option<DateOrder>) -> Option<Published> {
    let text = text.trim();
    if (text.len() == 10 || text.len() == 13) && text.bytes().all(|b| b.is_ascii_digit()) {
        return Published::since_1970(text[..10].parse().ok()?);
    }
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Day::new(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?)
            .map(Published::on);
    }
    let found = COMPILED.iter().find_map(|(regex, form)| Some((regex.captures(text)?, form)));
    found.and_then(|(found, form)| (form.read)(&found, order))
}

/// The day in the path of a link (`/2024/06/28/`), where outlets often put it; the range counts in bytes of `url`.
pub(crate) fn in_link(url: &str) -> Option<Written> {
    static PATH: Pattern = pattern!(r"/(?<year>(?:19|20)\d{2})/(?<month>\d{1,2})/(?<day>\d{1,2})/");
    let found = PATH.captures(url)?;
    let published = by_groups(&found, None)?;
    let range = found.get(0)?.range();
    Some(Written { range: range.start + 1..range.end - 1, published: Some(published) })
}

/// Converts `2024-06-28 12:22:37 UTC` to RFC 3339.
fn moment(text: &str) -> String {
    let text = text.replacen(' ', "T", 1).replace(' ', "");
    text.strip_suffix("UTC")
        .or(text.strip_suffix("GMT"))
        .map_or_else(|| text.clone(), |head| format!("{head}Z"))
}

/// Reads the groups `year`, `month` and `day`.
fn by_groups(found: &Captures<'_>, _: Option<DateOrder>) -> Option<Published> {
    let number = |name: &str| found.name(name)?.as_str().parse::<u32>().ok();
    let month = match number("month") {
        Some(month) => month,
        None => month(&found["month"])?,
    };
    Day::new(number("year")? as i32, month, number("day")?).map(Published::on)
}

/// Reads a date of numbers alone. `28/06/2024` and `06/28/2024` can be one day only; `05/06/2024` can be two, and is
/// read only if an editor says which number is the day.
fn by_order(found: &Captures<'_>, order: Option<DateOrder>) -> Option<Published> {
    let number = |name: &str| found.name(name)?.as_str().parse::<u32>().ok();
    let (first, second, year) = (number("first")?, number("second")?, number("year")? as i32);
    let days = [Day::new(year, second, first), Day::new(year, first, second)];
    let days = match order {
        Some(DateOrder::DayMonth) => [days[0], None],
        Some(DateOrder::MonthDay) => [None, days[1]],
        None => days,
    };
    match days {
        [Some(day), None] | [None, Some(day)] => Some(Published::on(day)),
        [Some(day), Some(other)] if day == other => Some(Published::on(day)),
        _ => None,
    }
}

/// The month, 1 to 12, of a name or its short form.
fn month(name: &str) -> Option<u32> {
    let head = name.get(..3)?;
    MONTHS.iter().position(|month| month.starts_with(head)).map(|i| i as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::{DateOrder, FORMS, in_field, in_link, leading};

    #[test]
    fn every_form_reads_its_example() {
        for form in FORMS {
            let (text, day) = form.example;
            let read = leading(&format!(" {text} in the text"), None).expect("a date");
            assert_eq!(read.range, 1..1 + text.len(), "{text}");
            assert_eq!(read.published.map(|p| p.to_string()).as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn no_date_is_guessed() {
        for (text, expected) in [
            ("05/06/2024", None),
            ("06/28/2024", Some("2024-06-28")),
            ("05.05.2024", Some("2024-05-05")),
            ("31 February 2024", None),
            ("Feb. 29, 2023", None),
            ("1st of May 2024", None),
            ("May 2024", None),
            ("2024", None),
            ("On 28 June 2024", None),
            ("3rd August, 2023", Some("2023-08-03")),
            ("17 Sept 2023", Some("2023-09-17")),
        ] {
            let read = leading(text, None).and_then(|written| written.published).map(|p| p.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn an_editor_says_which_number_is_the_day() {
        for (text, order, expected) in [
            ("05/06/2024", DateOrder::DayMonth, Some("2024-06-05")),
            ("05/06/2024", DateOrder::MonthDay, Some("2024-05-06")),
            ("28/06/2024", DateOrder::MonthDay, None),
            ("2024-06-28", DateOrder::MonthDay, Some("2024-06-28")),
        ] {
            let read =
                leading(text, Some(order)).and_then(|written| written.published).map(|p| p.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn fields_say_a_date_in_many_ways() {
        for (text, expected) in [
            ("1719577357", Some("2024-06-28T12:22:37Z")),
            ("1719577357000", Some("2024-06-28T12:22:37Z")),
            ("20240628", Some("2024-06-28")),
            ("2024-06-28 12:22:37", Some("2024-06-28")),
            ("2024-06-28 12:22:37 UTC", Some("2024-06-28T12:22:37Z")),
            ("2024-06-28T12:22:37", Some("2024-06-28")),
            ("2024-06-28T12:22:37.123Z", Some("2024-06-28T12:22:37Z")),
            ("Published on Friday, 28 June 2024", Some("2024-06-28")),
            ("Fri, 28 Jun 2024 12:22:37 GMT", Some("2024-06-28T12:22:37Z")),
            ("20241328", None),
            ("yesterday", None),
            ("05/06/2024", None),
        ] {
            assert_eq!(in_field(text, None).map(|p| p.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn links_may_hold_a_day() {
        for (url, expected) in [
            ("https://example.org/2024/06/28/ministers-meet/", Some("2024-06-28")),
            ("https://example.org/news/2024/6/8/x", Some("2024-06-08")),
            ("https://example.org/2024/13/28/x", None),
            ("https://example.org/2024/06/x", None),
            ("https://example.org/1234/06/28/x", None),
        ] {
            let read = in_link(url).and_then(|written| written.published).map(|p| p.to_string());
            assert_eq!(read.as_deref(), expected, "{url}");
        }
    }
}

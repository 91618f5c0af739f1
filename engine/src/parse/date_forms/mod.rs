//! Dates as texts write them: the one reader for feeds, tables, JSON, the metadata of pages and visible text. A date that
//! could be two days (`05/06/2024`) is not read, and a day that the calendar lacks is a problem; neither is guessed.

use crate::corpus::dates::{Day, Published};
use crate::parse::pattern::{Pattern, pattern};
use cursor::Cursor;
use day::{day_of, ordinal, persian};
use names::Month;
use std::ops::Range;

pub(crate) mod cursor;
mod day;
pub(crate) mod labels;
mod names;
mod time;
pub(crate) mod yearless;

pub use names::DateOrder;
pub(crate) use names::{order_in, order_of};

/// A date that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// The place of the date, in bytes of the text that was searched.
    pub(crate) range: Range<usize>,
    /// The date; `None` if the calendar has no such day, or if it could be two days.
    pub(crate) published: Option<Published>,
}

/// What is known of a date before it is read.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// The order of day and month in dates of numbers alone, as an editor or the language says.
    order: Option<DateOrder>,
    /// Whether the text is a field for dates, where years of two digits and runs of digits are dates, too.
    field: bool,
}

/// A date form: one way to write a date. `read` gives the day (`None` inside: the calendar has no such day, or it could
/// be two), or nothing where a text is not of the form.
struct Form {
    read: fn(&mut Cursor<'_>, Known) -> Option<Reading>,
    /// Texts of the form, and the date that they stand for.
    #[cfg_attr(not(test), allow(dead_code, reason = "the examples are the form's test"))]
    examples: &'static [(&'static str, &'static str)],
}

/// What a form read: a day, and the time of day where it stands within the date.
#[derive(Clone, Copy, Debug)]
struct Reading {
    day: Option<Day>,
    time: Option<time::Time>,
}

/// The date forms in the order in which they are tried.
const FORMS: &[Form] = &[
    Form {
        read: digits,
        examples: &[
            ("20240628T122237Z", "2024-06-28T12:22:37Z"),
            ("20240628T142237+0200", "2024-06-28T14:22:37+02:00"),
        ],
    },
    Form {
        read: year_first,
        examples: &[
            ("2024-06-28T12:22:37+09:00", "2024-06-28T12:22:37+09:00"),
            ("2024-06-28T12:22:37.123Z", "2024-06-28T12:22:37Z"),
            ("2024-06-28 12:22:37 +0900", "2024-06-28T12:22:37+09:00"),
            ("2024-06-28T12:22:37", "2024-06-28"),
            ("2024-06-28 12:22:37 UTC", "2024-06-28T12:22:37Z"),
            ("2024-06-28", "2024-06-28"),
            ("2024/06/28", "2024-06-28"),
            ("2024.06.28", "2024-06-28"),
            ("2024. 6. 28.", "2024-06-28"),
            ("2024.06.28. 오전 9:12", "2024-06-28"),
            ("2024年6月28日", "2024-06-28"),
            ("2024年06月28日 12時22分", "2024-06-28"),
            ("2024년 6월 28일", "2024-06-28"),
            ("2024. június 28.", "2024-06-28"),
            ("2024-Jun-28", "2024-06-28"),
        ],
    },
    Form {
        read: day_first,
        examples: &[
            ("Fri, 28 Jun 2024 12:22:37 +0000", "2024-06-28T12:22:37Z"),
            ("WED,23 MAY 2012 02:23:01", "2012-05-23"),
            ("Fri, 11 Feb 2022 19:58:02 CET", "2022-02-11T19:58:02+01:00"),
            ("28 June 2024", "2024-06-28"),
            ("28th of June, 2024", "2024-06-28"),
            ("28-JUN-2024", "2024-06-28"),
            ("28/Jun/2024", "2024-06-28"),
            ("28. Juni 2024, 8:00 Uhr", "2024-06-28"),
            ("lundi 25 juin 2018 à 14h30", "2018-06-25"),
            ("1er juillet 2024", "2024-07-01"),
            ("lun, 25 giu 2018 11:41:36 +0200", "2018-06-25T11:41:36+02:00"),
            ("25 de junio de 2018", "2018-06-25"),
            ("28 de setembro de 2024", "2024-09-28"),
            ("vrijdag 28 juni 2024", "2024-06-28"),
            ("28 июня 2024 г., 12:22", "2024-06-28"),
            ("28 червня 2024", "2024-06-28"),
            ("28 czerwca 2024", "2024-06-28"),
            ("28 Haziran 2024 Cuma", "2024-06-28"),
            ("28 juni 2024 kl. 12.22", "2024-06-28"),
            ("28. kesäkuuta 2024", "2024-06-28"),
            ("28. června 2024", "2024-06-28"),
            ("28 Ιουνίου 2024", "2024-06-28"),
            ("28 يونيو 2024", "2024-06-28"),
            ("٢٨ حزيران ٢٠٢٤", "2024-06-28"),
            ("۷ تیر ۱۴۰۳", "2024-06-27"),
            ("28 ביוני 2024", "2024-06-28"),
            ("28 tháng 6, 2024", "2024-06-28"),
            ("Sat 18 Nov 15:21:41 GMT 2017", "2017-11-18T15:21:41Z"),
        ],
    },
    Form {
        read: month_first,
        examples: &[
            ("June 28, 2024 12:22 PM", "2024-06-28"),
            ("Sept. 17, 2023", "2023-09-17"),
            ("Tue, Jan 23 2018 02:54:55 MST", "2018-01-23T02:54:55-07:00"),
            ("Jun-28-2024", "2024-06-28"),
            ("Sat Nov 18 15:21:41 UTC 2017", "2017-11-18T15:21:41Z"),
            ("Sat Nov 18 15:21:41 2017", "2017-11-18"),
        ],
    },
    Form {
        read: numbers,
        examples: &[
            ("28/06/2024", "2024-06-28"),
            ("28.06.2024 12:22", "2024-06-28"),
            ("28-06-2024", "2024-06-28"),
        ],
    },
];

/// The date at the beginning of `text`, after white space; `order` is the order of dates of numbers alone.
pub(crate) fn leading(text: &str, order: Option<DateOrder>) -> Option<Written> {
    let lead = text.len() - text.trim_start().len();
    text.contains(char::is_numeric).then(|| at(text, lead, Known { order, field: false }))?
}

/// The first date anywhere in `text`.
pub(crate) fn within(text: &str, order: Option<DateOrder>) -> Option<Written> {
    anywhere(text, Known { order, field: false })
}

/// The date of publication in the value of a field: a run of digits such as `20240628` or the seconds or milliseconds
/// since 1970, or else the first date anywhere in it.
pub(crate) fn in_field(text: &str, order: Option<DateOrder>) -> Option<Published> {
    let text = text.trim().trim_start_matches("/Date(").trim_end_matches(")/");
    since_1970(text).or_else(|| anywhere(text, Known { order, field: true })?.published)
}

/// The day in the path of a link (`/2024/06/28/`), where outlets often put it; the range counts in bytes of `url`.
pub(crate) fn in_link(url: &str) -> Option<Written> {
    static PATH: Pattern = pattern!(
        r"/(?<year>(?:19|20)\d{2})(?:/(?<month>\d{1,2})/(?<day>\d{1,2})/|[/_-]?(?<mm>\d{2})[/_-]?(?<dd>\d{2})(?:[/_.?-]|$))"
    );
    let found = PATH.captures(url)?;
    let number = |name: &str, other: &str| found.name(name).or(found.name(other))?.as_str().parse().ok();
    let day = Day::new(found["year"].parse().ok()?, number("month", "mm")?, number("day", "dd")?)?;
    let first = found.name("year")?.start();
    let end = found.name("day").or(found.name("dd"))?.end();
    Some(Written { range: first..end, published: Some(Published::on(day)) })
}

/// The moment that a field of nothing but a number stands for: seconds since 1970, or thousandths or millionths.
fn since_1970(text: &str) -> Option<Published> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    // Ten digits are the seconds from 2001 to 2286.
    let is_one = matches!(whole.len(), 10 | 13 | 16) && plain(whole) && plain(fraction);
    is_one.then(|| Published::since_1970(whole[..10].parse().ok()?)).flatten()
}

fn anywhere(text: &str, known: Known) -> Option<Written> {
    // All dates have a digit.
    if !text.contains(char::is_numeric) {
        return None;
    }
    let mut inside = false;
    text.char_indices().find_map(|(i, c)| {
        let starts = c.is_alphanumeric() && !inside;
        inside = c.is_alphanumeric() && !names::is_unspaced(c);
        starts.then(|| at(text, i, known)).flatten()
    })
}

/// The date that begins at the byte `start` of `text`.
fn at(text: &str, start: usize, known: Known) -> Option<Written> {
    let from = Cursor { text, at: start };
    let mut late = from;
    // "segunda-feira", "יום שישי": two words.
    while late.word_if(names::is_weekday).is_some() {
        late.skip(&[',', '.', '-', '،']);
    }
    // A weekday's short form may be a month's: "mar 25 giu".
    let starts = [late, from];
    let starts = &starts[..if late.at == start { 1 } else { 2 }];
    let (mut cursor, reading) = starts.iter().find_map(|from| {
        FORMS.iter().find_map(|form| {
            let mut cursor = *from;
            let reading = (form.read)(&mut cursor, known)?;
            // What goes on is a longer number, or a word that only begins like a date.
            let goes_on = |c: char| c.is_alphanumeric() && !names::is_unspaced(c) && !matches!(c, 'T' | 'г');
            let whole = !cursor.peek().is_some_and(goes_on);
            (whole || known.field).then_some((cursor, reading))
        })
    })?;
    let time = reading.time.or_else(|| cursor.attempt(time::read));
    cursor.attempt(time::weekday);
    let timed = |day| match time {
        Some(time::Time { seconds, offset: Some(offset) }) => Some(Published::at(day, seconds, offset)),
        _ => Some(Published::on(day)),
    };
    Some(Written { range: start..cursor.at, published: reading.day.and_then(timed) })
}

/// `20240628`, `20240628122237`, `20240628T122237Z`.
fn digits(c: &mut Cursor<'_>, known: Known) -> Option<Reading> {
    let run = c.rest();
    let run = &run[..run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len())];
    let part = |range: Range<usize>| run.get(range)?.parse::<u32>().ok();
    let day = Day::new(part(0..4)? as i32, part(4..6)?, part(6..8)?);
    c.at += run.len();
    let time = match run.len() {
        8 => c.attempt(time::compact),
        14 => Some(time::Time::new(part(8..10)?, part(10..12)?, part(12..14)?, None)?),
        _ => return None,
    };
    (known.field || time.is_some() && run.len() == 8).then_some(Reading { day, time })
}

/// `2024-06-28`, `2024. június 28.`, `2024年6月28日`.
fn year_first(c: &mut Cursor<'_>, _: Known) -> Option<Reading> {
    let year = c.number(4..=4)? as i32;
    let east = c.attempt(|c| {
        c.skip(&[]);
        c.sign(&['年', '년'])
    });
    if east.is_some() {
        c.skip(&[]);
        let month = c.number(1..=2)?;
        c.skip(&[]);
        c.sign(&['月', '월'])?;
        c.skip(&[]);
        let day = c.number(1..=2)?;
        c.skip(&[]);
        c.sign(&['日', '일', '号', '號'])?;
        return Some(Reading { day: Day::new(year, month, day), time: None });
    }
    let sign = c.sign(&['-', '/', '.', ' ', '‑', '–'])?;
    c.skip(&[]);
    if let Some(month) = c.attempt(month_name) {
        c.skip(&['-', '.', '/', ',']);
        let day = c.number(1..=2)?;
        c.sign(&['.']);
        return Some(Reading { day: day_of(year, month, day), time: None });
    }
    if sign == ' ' {
        return None;
    }
    let month = c.number(1..=2)?;
    c.sign(&[sign])?;
    c.skip(&[]);
    let day = c.number(1..=2)?;
    if sign == '.' {
        c.sign(&['.']);
    }
    // Persian pages count their own years.
    let day =
        if (1300..1500).contains(&year) { persian(year, month, day) } else { Day::new(year, month, day) };
    Some(Reading { day, time: None })
}

/// `28 June 2024`, `25 de junio de 2018`, `Sat 18 Nov 15:21:41 GMT 2017`.
fn day_first(c: &mut Cursor<'_>, known: Known) -> Option<Reading> {
    let day = c.number(1..=2)?;
    ordinal(c);
    c.skip(&['.', '-', '/', ',', '‑', '–']);
    while c.word_if(names::is_link).is_some() {
        c.skip(&['\'', '’']);
    }
    let month = month_name(c)?;
    c.skip(&['.', '-', '/', ',', '‑', '–', '،']);
    while c.word_if(names::is_link).is_some() {
        c.skip(&['.', ',']);
    }
    year(c, month, day, known)
}

/// `June 28, 2024`, `Sat Nov 18 15:21:41 2017`.
fn month_first(c: &mut Cursor<'_>, known: Known) -> Option<Reading> {
    let month = month_name(c)?;
    c.skip(&['.', '-', '/', ',']);
    let day = c.number(1..=2)?;
    ordinal(c);
    c.skip(&['.', '-', '/', ',']);
    while c.word_if(names::is_link).is_some() {
        c.skip(&[]);
    }
    year(c, month, day, Known { field: false, ..known })
}

/// The year after a day and a month, perhaps behind the time of day.
fn year(c: &mut Cursor<'_>, month: Month, day: u32, known: Known) -> Option<Reading> {
    let number = |c: &mut Cursor<'_>| {
        let year = c.number(4..=4)?;
        (c.peek() != Some(':')).then_some(year as i32)
    };
    if let Some(year) = c.attempt(number) {
        return Some(Reading { day: day_of(year, month, day), time: None });
    }
    let short = |c: &mut Cursor<'_>| {
        let year = c.number(2..=2)? as i32;
        // As RFC 5322 has it, 4.3.
        let year = if year < 50 { 2000 + year } else { 1900 + year };
        (!matches!(c.peek(), Some(':' | '.'))).then_some(year)
    };
    if let Some(year) = known.field.then(|| c.attempt(short)).flatten() {
        return Some(Reading { day: day_of(year, month, day), time: None });
    }
    let time = time::read(c)?;
    c.skip(&[',']);
    let year = number(c)?;
    Some(Reading { day: day_of(year, month, day), time: Some(time) })
}

/// `28/06/2024`. `28/06/2024` and `06/28/2024` can be one day only; `05/06/2024` can be two, and is read only where an
/// editor or the language says which number is the day.
fn numbers(c: &mut Cursor<'_>, known: Known) -> Option<Reading> {
    let first = c.number(1..=2)?;
    let sign = c.sign(&['/', '.', '-', '‑'])?;
    c.skip(&[]);
    let second = c.number(1..=2)?;
    c.sign(&[sign])?;
    c.skip(&[]);
    let short = |c: &mut Cursor<'_>| {
        let year = c.number(2..=2)? as i32;
        (known.order.is_some() && sign != '-').then_some(if year < 50 { 2000 + year } else { 1900 + year })
    };
    let year = c.attempt(|c| c.number(4..=4)).map(|year| year as i32).or_else(|| c.attempt(short))?;
    let days = [Day::new(year, second, first), Day::new(year, first, second)];
    let days = match known.order {
        Some(DateOrder::DayMonth) => [days[0], None],
        Some(DateOrder::MonthDay) => [None, days[1]],
        None => days,
    };
    let day = match days {
        [Some(day), None] | [None, Some(day)] => Some(day),
        [Some(day), Some(other)] if day == other => Some(day),
        _ => None,
    };
    Some(Reading { day, time: None })
}

/// The name of a month; Arabic has some of two words, and Vietnamese numbers them.
fn month_name(c: &mut Cursor<'_>) -> Option<Month> {
    let first = c.word()?;
    let two = |c: &mut Cursor<'_>| {
        c.skip(&[]);
        names::month(&format!("{first} {}", c.word()?))
    };
    let numbered = |c: &mut Cursor<'_>| {
        c.skip(&[]);
        c.number(1..=2).filter(|_| first == "thang").map(Month::Gregorian)
    };
    c.attempt(two).or_else(|| names::month(&first)).or_else(|| c.attempt(numbered))
}

#[cfg(test)]
mod tests;

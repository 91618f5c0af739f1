//! Days of the calendars.

use super::cursor::Cursor;
use super::names::Month;
use crate::corpus::dates::Day;

/// Skips what makes a number the day of a month: `3rd`, `1er`.
pub(super) fn ordinal(c: &mut Cursor<'_>) {
    const SUFFIXES: &[&str] =
        &["st", "nd", "rd", "th", "ST", "ND", "RD", "TH", "er", "º", "°", "ª", "-го", "-е"];
    SUFFIXES.iter().find(|suffix| c.eat(suffix).is_some());
}

pub(super) fn day_of(year: i32, month: Month, day: u32) -> Option<Day> {
    match month {
        Month::Gregorian(month) => Day::new(year, month, day),
        Month::Persian(month) => persian(year, month, day),
    }
}

/// The day of a date in the Persian calendar, by the leap years of its cycles of 33 years, which hold from 1799 to 2256.
pub(super) fn persian(year: i32, month: u32, day: u32) -> Option<Day> {
    let length = if month <= 6 { 31 } else { 30 };
    if !(1178..1635).contains(&year) || !(1..=12).contains(&month) || !(1..=length).contains(&day) {
        return None;
    }
    let years = i64::from(year - 979);
    let before = i64::from((month - 1) * 30 + (month - 1).min(6));
    // The year 979 began 79 days after the beginning of 1600.
    let days = 365 * years + years / 33 * 8 + (years % 33 + 3) / 4 + before + i64::from(day) - 1 + 79;
    Some(Day::new(1600, 1, 1)?.plus(days))
}

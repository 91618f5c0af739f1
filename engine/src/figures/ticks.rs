//! What stands under an axis of time: days, months or years where they begin, as many as do not touch each other.

use super::figure::Tick;
use crate::charts::{Break, Period, Unit};
use crate::wording::short_month;

/// The letters that fit under an axis of usual width.
const LETTERS: f64 = 64.0;
/// A break is as wide as so many letters.
const BREAK: f64 = 3.0;

/// What a column for undated articles takes of them.
const UNDATED: f64 = 10.0;

/// The ticks of the axis of `periods`, behind which the undated have a column or not.
pub(super) fn ticks(unit: Unit, periods: &[Period], breaks: &[Break], undated: bool) -> Vec<Tick> {
    let all = if undated { LETTERS - UNDATED } else { LETTERS };
    let room = (all - BREAK * breaks.len() as f64).max(1.0);
    let letter = periods.len().max(1) as f64 / room;
    // Where a column begins, in letters.
    let place = |at: usize| {
        let broken = breaks.iter().filter(|broken| broken.before <= at).count();
        at as f64 / letter + BREAK * broken as f64
    };
    let begins = |at: usize| at == 0 || breaks.iter().any(|broken| broken.before == at);
    let is_named = |at: usize| {
        let (Some(period), Some(before)) =
            (periods.get(at), at.checked_sub(1).and_then(|at| periods.get(at)))
        else {
            return false;
        };
        match unit {
            Unit::Day => period.from == period.from.monday() || period.from.day() == 1,
            Unit::Week => period.from.month() != before.from.month(),
            Unit::Month | Unit::Year | Unit::Decade => true,
        }
    };
    // Long stretches are named before short ones, and beginnings before what comes in between.
    let starts: Vec<usize> = (0..periods.len()).filter(|at| begins(*at)).collect();
    let length = |start: usize| starts.iter().find(|next| **next > start).unwrap_or(&periods.len()) - start;
    let mut strong = starts.clone();
    crate::order::by_key(&mut strong, |start| std::cmp::Reverse(length(*start)));
    let weak = (0..periods.len()).filter(|at| !begins(*at) && is_named(*at));
    let named = |at: usize| {
        let Some(from) = periods.get(at).map(|period| period.from) else { return String::new() };
        match unit {
            Unit::Day => format!("{} {}", from.day(), short_month(from)),
            Unit::Week | Unit::Month => short_month(from).to_owned(),
            Unit::Year => from.year().to_string(),
            Unit::Decade => format!("{}s", from.year()),
        }
    };
    let year = |at: usize| periods.get(at).map(|period| period.from.year());
    let is_dated = !matches!(unit, Unit::Year | Unit::Decade);
    // The year stands where one begins.
    let need = |at: usize| {
        let with_year = is_dated && (at == 0 || year(at) != year(at - 1));
        named(at).len() as f64 + if with_year { 6.0 } else { 1.0 }
    };
    // What begins too near to the end, ends there.
    let begin = |at: usize| place(at).min(all - need(at));
    let mut kept: Vec<usize> = Vec::new();
    for at in strong.into_iter().chain(weak) {
        let fits = |other: &usize| {
            let (left, right) = if begin(at) < begin(*other) { (at, *other) } else { (*other, at) };
            begin(right) - begin(left) >= need(left)
        };
        if kept.iter().all(fits) {
            kept.push(at);
        }
    }
    crate::order::by_key(&mut kept, |at| *at);
    let mut before = None;
    let label = |at: usize| {
        let (name, year) = (named(at), year(at)?);
        let with_year = is_dated && before.replace(year) != Some(year);
        let label = if with_year { format!("{name} {year}") } else { name };
        Tick { at, label, is_last: place(at) > all - need(at) }.into()
    };
    let mut ticks: Vec<Tick> = kept.into_iter().filter_map(label).collect();
    // The year may stand at another one than was thought.
    let mut end = 0.0;
    ticks.retain(|tick| {
        let fits = begin(tick.at) >= end;
        if fits {
            end = begin(tick.at) + tick.label.len() as f64;
        }
        fits
    });
    ticks
}

#[cfg(test)]
mod tests {
    use super::ticks;
    use crate::charts::{Unit, broken_axis};
    use crate::corpus::Day;

    #[test]
    fn ticks_name_what_begins() {
        let days = |first: &str, step: i64, count: i64| -> Vec<Day> {
            let first = Day::parse(first).expect("a day");
            (0..count).map(|n| first.plus(step * n)).collect()
        };
        for (days, expected) in [
            (days("2024-06-05", 1, 24), "0 5 Jun 2024, 5 10 Jun, 12 17 Jun, 19 24 Jun"),
            (days("2023-10-02", 7, 30), "0 Oct 2023, 5 Nov, 9 Dec, 13 Jan 2024, 18 Feb, 22 Mar, 26 Apr"),
            (
                days("1987-02-01", 30, 20),
                "0 Feb 1987, 3 May, 5 Jul, 7 Sep, 9 Nov, 11 Jan 1988, 14 Apr, 16 Jun, 18 Aug",
            ),
            (
                days("1990-01-01", 40, 280),
                "0 1990, 3 1993, 6 1996, 9 1999, 12 2002, 15 2005, 18 2008, 21 2011, 24 2014, 27 2017",
            ),
            (
                [days("2023-09-14", 1, 4), days("2023-11-09", 1, 1), days("2024-06-05", 1, 24)].concat(),
                "0 14 Sep 2023, 5 5 Jun 2024, 17 17 Jun, 24 24 Jun",
            ),
            (Vec::new(), ""),
        ] {
            let (unit, periods, breaks) = broken_axis(&Unit::ALL, &days);
            let found: Vec<_> = ticks(unit, &periods, &breaks, false)
                .iter()
                .map(|tick| format!("{} {}", tick.at, tick.label))
                .collect();
            assert_eq!(found.join(", "), expected);
        }
    }
}

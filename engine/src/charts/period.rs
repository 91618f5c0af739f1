//! Periods: the stretches of time that the columns of a chart stand for, as short as leaves few enough to point at.

use crate::corpus::Day;
use serde::Serialize;
use std::fmt;

/// A whole day, week, month, year or decade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

/// Columns of a chart at most; more are too narrow to point at.
const MOST: usize = 48;

/// The length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// A week from Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
    /// Ten years, the first of them divisible by ten.
    Decade,
}

impl Unit {
    /// All units, shortest first.
    pub const ALL: [Unit; 5] = [Unit::Day, Unit::Week, Unit::Month, Unit::Year, Unit::Decade];

    /// All units but weeks, which readers do not name, shortest first.
    pub const NAMED: [Unit; 4] = [Unit::Day, Unit::Month, Unit::Year, Unit::Decade];

    /// Its name: `week`.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
            Unit::Decade => "decade",
        }
    }

    /// An upper bound, close to exact, of the number of periods from `first` to `last`.
    fn many(self, first: Day, last: Day) -> i64 {
        let years = i64::from(last.year() - first.year());
        match self {
            Unit::Day => first.days_to(last) + 1,
            Unit::Week => first.monday().days_to(last) / 7 + 1,
            Unit::Month => 12 * years + i64::from(last.month()) - i64::from(first.month()) + 1,
            Unit::Year => years + 1,
            Unit::Decade => years / 10 + 2,
        }
    }

    /// The period of this unit that holds `day`.
    fn around(self, day: Day) -> Option<Period> {
        let years = |first: i32, last: i32| {
            Some(Period { from: Day::new(first, 1, 1)?, to: Day::new(last, 12, 31)? })
        };
        match self {
            Unit::Day => Some(Period { from: day, to: day }),
            Unit::Week => Some(Period { from: day.monday(), to: day.monday().plus(6) }),
            Unit::Month => Some(Period { from: day.first_of_month(), to: day.last_of_month() }),
            Unit::Year => years(day.year(), day.year()),
            Unit::Decade => {
                let first = day.year() - day.year().rem_euclid(10);
                years(first, first + 9)
            }
        }
    }
}

/// The shortest of `units` that cuts the time from `first` to `last` into few enough periods, the longest where none
/// does; `units` stand shortest first.
pub fn unit(units: &[Unit], first: Day, last: Day) -> Unit {
    let few = |unit: &&Unit| unit.many(first, last) <= MOST as i64;
    units.iter().find(few).or(units.last()).copied().unwrap_or(Unit::Decade)
}

/// The periods from the one around `first` to the one around `last`, in order, without a gap.
pub fn periods(unit: Unit, first: Day, last: Day) -> Vec<Period> {
    let next = |period: &Period| unit.around(period.to.plus(1));
    std::iter::successors(unit.around(first), next).take_while(|period| period.from <= last).collect()
}

/// Days without an article beyond which an axis is broken: six weeks.
const QUIET: i64 = 42;
/// Breaks of an axis at most; what is broken oftener is hard to read, so that the shorter gaps stay.
const BREAKS: usize = 4;

/// A place where an axis leaves out a time in which nothing was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// The index of the first period behind it.
    pub before: usize,
    /// The days between that have no article.
    pub days: i64,
    /// The last day before them.
    pub after: Day,
}

/// The periods of an axis that holds `days`, which are in order, and where it is broken: a time of more than six weeks
/// without an article is left out, so that what there is gets its room.
pub fn broken_axis(units: &[Unit], days: &[Day]) -> (Unit, Vec<Period>, Vec<Break>) {
    let quiet = |pair: &[Day]| pair[0].days_to(pair[1]) - 1;
    let mut gaps: Vec<(usize, i64)> = days.windows(2).map(quiet).enumerate().collect();
    gaps.retain(|(_, quiet)| *quiet > QUIET);
    crate::order::by_key(&mut gaps, |(_, quiet)| std::cmp::Reverse(*quiet));
    gaps.truncate(BREAKS);
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return (Unit::Day, Vec::new(), Vec::new());
    };
    let is_gap = |at: usize| gaps.iter().any(|(gap, _)| *gap == at);
    let mut stretches: Vec<(Day, Day)> = vec![(*first, *first)];
    for (at, day) in days.iter().enumerate().skip(1) {
        match stretches.last_mut() {
            Some(stretch) if !is_gap(at - 1) => stretch.1 = *day,
            _ => stretches.push((*day, *day)),
        }
    }
    let few = |unit: &&Unit| {
        let broken: i64 = stretches.iter().map(|(first, last)| unit.many(*first, *last)).sum();
        broken.min(unit.many(*first, *last)) <= MOST as i64
    };
    let unit = units.iter().find(few).or(units.last()).copied().unwrap_or(Unit::Decade);
    let (mut all, mut breaks): (Vec<Period>, Vec<Break>) = (Vec::new(), Vec::new());
    let mut after = *first;
    for (first, last) in stretches {
        for period in periods(unit, first, last) {
            match all.last() {
                // Two stretches in one year.
                Some(before) if period.from <= before.to => continue,
                Some(before) if before.to.plus(1) < period.from => {
                    breaks.push(Break { before: all.len(), days: after.days_to(first) - 1, after });
                }
                _ => {}
            }
            all.push(period);
        }
        after = last;
    }
    (unit, all, breaks)
}

/// The index in `periods`, which are in order, of the one that holds `day`.
pub fn period_of(periods: &[Period], day: Day) -> Option<usize> {
    let at = periods.partition_point(|p| p.from <= day).checked_sub(1)?;
    (day <= periods[at].to).then_some(at)
}

/// A stretch of the time axis: the days of a period, or the undated articles. Written `2024-06-01..2024-06-30`,
/// `undated`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub enum Bin {
    /// The days of a period.
    Days(Period),
    /// The articles whose day is not known.
    Undated,
}

impl Bin {
    /// Whether an article of this `day` belongs to it.
    pub fn holds(self, day: Option<Day>) -> bool {
        match self {
            Bin::Days(period) => day.is_some_and(|day| period.from <= day && day <= period.to),
            Bin::Undated => day.is_none(),
        }
    }
}

/// How the bin of undated articles is written.
const UNDATED: &str = "undated";

impl fmt::Display for Bin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bin::Days(period) => write!(f, "{}..{}", period.from, period.to),
            Bin::Undated => f.write_str(UNDATED),
        }
    }
}

impl From<Bin> for String {
    fn from(bin: Bin) -> String {
        bin.to_string()
    }
}

impl TryFrom<String> for Bin {
    type Error = String;

    fn try_from(text: String) -> Result<Bin, String> {
        let days = || {
            let (from, to) = text.split_once("..")?;
            Some(Bin::Days(Period { from: Day::parse(from)?, to: Day::parse(to)? }))
        };
        match text.as_str() {
            UNDATED => Ok(Bin::Undated),
            _ => days()
                .ok_or_else(|| format!("expected 2024-06-01..2024-06-30 or {UNDATED}, but found `{text}`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bin, Unit, broken_axis, period_of, periods, unit};
    use crate::corpus::Day;

    #[test]
    fn a_span_is_cut_into_few_periods() {
        for (first, last, units, name, count, ends) in [
            ("2024-06-05", "2024-06-28", &Unit::ALL[..], "day", 24, "2024-06-05, 2024-06-28"),
            ("2023-09-14", "2024-06-28", &Unit::ALL[..], "week", 42, "2023-09-11, 2024-06-24"),
            ("2023-09-14", "2024-06-28", &Unit::NAMED[..], "month", 10, "2023-09-01, 2024-06-01"),
            ("1990-01-01", "2024-06-28", &Unit::ALL[..], "year", 35, "1990-01-01, 2024-01-01"),
            ("1623-05-05", "2024-06-28", &Unit::ALL[..], "decade", 41, "1620-01-01, 2020-01-01"),
            ("2198-05-05", "2199-12-31", &Unit::ALL[..], "month", 20, "2198-05-01, 2199-12-01"),
            ("1600-01-01", "1600-01-02", &Unit::ALL[..], "day", 2, "1600-01-01, 1600-01-02"),
        ] {
            let day = |text| Day::parse(text).expect("a day");
            let (first, last) = (day(first), day(last));
            let chosen = unit(units, first, last);
            let periods = periods(chosen, first, last);
            let shown = format!("{}, {}", periods[0].from, periods[periods.len() - 1].from);
            assert_eq!((chosen.name(), periods.len(), shown.as_str()), (name, count, ends));
            assert!(periods.windows(2).all(|pair| pair[0].to.plus(1) == pair[1].from));
            assert_eq!(period_of(&periods, first), Some(0));
            assert_eq!(period_of(&periods, last), Some(count - 1));
            assert_eq!(period_of(&periods, periods[0].from.plus(-1)), None);
            assert_eq!(period_of(&periods, periods[count - 1].to.plus(1)), None);
        }
    }

    #[test]
    fn a_long_silence_breaks_the_axis() {
        for (days, name, columns, breaks) in [
            (&["2024-06-05", "2024-06-28"][..], "day", 24, vec![]),
            (
                &["2023-09-14", "2023-09-17", "2023-11-09", "2024-06-05", "2024-06-28"],
                "day",
                29,
                vec![(4, 52), (5, 208)],
            ),
            // 42 days are no break, 43 are one.
            (&["2024-01-01", "2024-02-13"], "day", 44, vec![]),
            (&["2024-01-01", "2024-02-14"], "day", 2, vec![(1, 43)]),
            (&["1900-01-01", "1900-03-01", "1900-03-02"], "day", 3, vec![(1, 58)]),
            (&[], "day", 0, vec![]),
        ] {
            let days: Vec<Day> = days.iter().map(|day| Day::parse(day).expect("a day")).collect();
            let (unit, all, found) = broken_axis(&Unit::ALL, &days);
            let found: Vec<_> = found.iter().map(|at| (at.before, at.days)).collect();
            assert_eq!((unit.name(), all.len(), found), (name, columns, breaks), "{days:?}");
            assert!(all.windows(2).all(|pair| pair[0].to < pair[1].from), "{days:?}");
            assert!(days.iter().all(|day| period_of(&all, *day).is_some()), "{days:?}");
        }
        // Two stretches that meet in one year have it in common.
        let first = Day::new(1900, 1, 1).expect("a day");
        let days: Vec<Day> = (0..300).map(|n| first.plus(40 * n + if n > 100 { 20 } else { 0 })).collect();
        let (unit, all, breaks) = broken_axis(&Unit::ALL, &days);
        assert_eq!((unit.name(), all.len(), breaks), ("year", 33, vec![]));
        // Where an article comes out each quarter, four gaps at most are left out.
        let first = Day::new(2000, 1, 1).expect("a day");
        let days: Vec<Day> = (0..12).map(|n| first.plus(90 * n)).collect();
        assert_eq!(broken_axis(&Unit::ALL, &days).2.len(), 4);
    }

    #[test]
    fn a_bin_is_written_and_read() {
        for text in ["2024-06-01..2024-06-30", "undated"] {
            let bin = Bin::try_from(text.to_owned()).expect("a bin");
            assert_eq!(bin.to_string(), text);
            assert_eq!(bin.holds(Day::new(2024, 6, 30)), text != "undated");
            assert_eq!(bin.holds(None), text == "undated");
        }
        let refused = Bin::try_from("June".to_owned()).expect_err("no bin");
        assert_eq!(refused, "expected 2024-06-01..2024-06-30 or undated, but found `June`");
    }
}

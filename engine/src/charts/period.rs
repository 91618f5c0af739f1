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

/// The index in `periods`, which are in order without a gap, of the one that holds `day`.
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
    use super::{Bin, Unit, period_of, periods, unit};
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

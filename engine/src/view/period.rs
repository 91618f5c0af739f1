//! Periods: the stretches of time that the date filter is drawn in. Months where they are few enough to point
//! at, else years, else decades.

use super::View;
use crate::corpus::Day;

/// A whole month, year or decade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

/// More columns than this are too narrow to point at.
const MOST: usize = 48;

/// How long a period is.
#[derive(Clone, Copy)]
enum Unit {
    Month,
    Year,
    Decade,
}

impl Unit {
    fn around(self, day: Day) -> Option<Period> {
        let years = |first: i32, last: i32| {
            Some(Period { from: Day::new(first, 1, 1)?, to: Day::new(last, 12, 31)? })
        };
        match self {
            Unit::Month => Some(Period { from: day.first_of_month(), to: day.last_of_month() }),
            Unit::Year => years(day.year(), day.year()),
            Unit::Decade => {
                let first = day.year() - day.year().rem_euclid(10);
                years(first, first + 9)
            }
        }
    }
}

/// The periods from the one around `first` to the one around `last`, in order, without a gap.
pub(super) fn periods(first: Day, last: Day) -> Vec<Period> {
    let months = (last.year() - first.year()) as usize * 12 + 12;
    let unit = match months {
        few if few <= MOST => Unit::Month,
        more if more / 12 <= MOST => Unit::Year,
        _ => Unit::Decade,
    };
    let next = |period: &Period| unit.around(period.to.next_month());
    std::iter::successors(unit.around(first), next).take_while(|period| period.from <= last).collect()
}

impl View {
    /// Whether the filter on dates is just this period.
    pub fn is_on(&self, period: Period) -> bool {
        (self.from, self.to) == (Some(period.from), Some(period.to))
    }

    /// Whether the filter on dates lets some day of this period through.
    pub fn reaches(&self, period: Period) -> bool {
        self.from.is_none_or(|from| from <= period.to) && self.to.is_none_or(|to| period.from <= to)
    }

    /// With the filter on dates set to this period, or taken off where it is on.
    pub fn toggle_period(&self, period: Period) -> View {
        let days = if self.is_on(period) { (None, None) } else { (Some(period.from), Some(period.to)) };
        View { from: days.0, to: days.1, ..self.list() }
    }
}

#[cfg(test)]
mod tests {
    use super::periods;
    use crate::corpus::Day;
    use crate::view::{View, wording};

    #[test]
    fn a_span_is_cut_into_few_periods() {
        for (first, last, count, ends) in [
            ("2024-06-05", "2024-06-28", 1, "June 2024, June 2024"),
            ("2023-09-14", "2024-06-28", 10, "September 2023, June 2024"),
            ("1990-01-01", "2024-06-28", 35, "1990, 2024"),
            ("1623-05-05", "2024-06-28", 41, "1620 to 1629, 2020 to 2029"),
            ("2190-05-05", "2199-12-31", 10, "2190, 2199"),
        ] {
            let day = |text| Day::parse(text).expect("a day");
            let periods = periods(day(first), day(last));
            assert_eq!(periods.len(), count, "{first} {last}");
            let shown = format!("{}, {}", wording::period(periods[0]), wording::period(periods[count - 1]));
            assert_eq!(shown, ends);
            let view = View::default().toggle_period(periods[0]);
            assert!(
                view.is_on(periods[0])
                    && view.reaches(periods[0])
                    && view.reaches(periods[count - 1]) == (count == 1)
            );
            assert_eq!(view.toggle_period(periods[0]), View::default());
        }
    }
}

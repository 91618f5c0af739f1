//! Periods as filters on dates: the columns of the date filter, a brush over several of them, and presets.

use super::View;
use crate::charts::Period;
use crate::corpus::Day;

impl View {
    /// Whether the filter on dates is exactly `period`.
    pub fn is_on(&self, period: Period) -> bool {
        (self.from, self.to) == (Some(period.from), Some(period.to))
    }

    /// Whether the filter on dates admits at least one day of `period`.
    pub fn reaches(&self, period: Period) -> bool {
        self.from.is_none_or(|from| from <= period.to) && self.to.is_none_or(|to| period.from <= to)
    }

    /// The view with the filter on dates set to `period`, or removed where it is exactly that.
    pub fn toggle_period(&self, period: Period) -> View {
        if self.is_on(period) { self.any_time() } else { self.between(period) }
    }

    /// The view with the filter on dates set to `period`.
    pub fn between(&self, period: Period) -> View {
        View { from: Some(period.from), to: Some(period.to), ..self.list() }
    }

    /// The view of its articles without a date.
    pub fn undated(&self) -> View {
        let query = match self.query.trim() {
            "" => "is:undated".to_owned(),
            query if query.contains(" OR ") => format!("({query}) is:undated"),
            query => format!("{query} is:undated"),
        };
        View { query, ..self.any_time() }
    }

    /// The view without a filter on dates.
    pub fn any_time(&self) -> View {
        View { from: None, to: None, ..self.list() }
    }
}

/// The period from the earlier of two columns to the later one.
pub fn brush(one: Period, other: Period) -> Period {
    Period { from: one.from.min(other.from), to: one.to.max(other.to) }
}

/// Periods of usual lengths that end on the last day of a corpus, each with its label; only those that begin after its
/// first day, because the others would filter nothing.
pub fn presets(first: Day, last: Day) -> Vec<(&'static str, Period)> {
    const PRESETS: &[(&str, i64)] =
        &[("Last 7 days", 7), ("Last 30 days", 30), ("Last 90 days", 90), ("Last 365 days", 365)];
    let presets = PRESETS.iter().map(|&(name, days)| (name, Period { from: last.plus(1 - days), to: last }));
    presets.filter(|(_, period)| first < period.from).collect()
}

#[cfg(test)]
mod tests {
    use super::{brush, presets};
    use crate::charts::{Unit, periods};
    use crate::corpus::Day;
    use crate::view::View;

    #[test]
    fn a_period_is_put_on_and_taken_off() {
        let day = |text| Day::parse(text).expect("a day");
        let months = periods(Unit::Month, day("2023-09-14"), day("2024-06-28"));
        let view = View::default().toggle_period(months[0]);
        assert!(view.is_on(months[0]) && view.reaches(months[0]) && !view.reaches(months[1]));
        assert_eq!(view.toggle_period(months[0]), View::default());
        let brushed = View::default().between(brush(months[3], months[1]));
        assert_eq!(brushed, View::default().between(brush(months[1], months[3])));
        assert!(!brushed.reaches(months[0]) && brushed.reaches(months[2]) && !brushed.reaches(months[4]));
    }

    #[test]
    fn presets_leave_something_out() {
        let day = |text| Day::parse(text).expect("a day");
        let names = |first, last| presets(day(first), day(last)).into_iter().map(|(name, _)| name);
        assert_eq!(names("2024-06-22", "2024-06-28").count(), 0);
        let all: Vec<_> = names("2024-03-30", "2024-06-28").collect();
        assert_eq!(all, ["Last 7 days", "Last 30 days", "Last 90 days"]);
        assert_eq!(presets(day("2024-01-01"), day("2024-06-28"))[0].1.from, day("2024-06-22"));
    }
}

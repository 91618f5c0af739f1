//! Counts over time: one row of columns a series, all on one scale, so that rows compare at a glance. What has
//! no date has a column of its own.

use super::{Column, Period, Unit, columns, period_of, periods, unit};
use crate::corpus::Day;

/// A chart over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline<K> {
    /// How long a column is.
    pub unit: Unit,
    /// The columns' times, in order without a gap.
    pub periods: Vec<Period>,
    /// Articles in each period: a column without any is drawn unlike one without mentions.
    pub articles: Vec<u32>,
    /// Articles without a date.
    pub undated: u32,
    /// The rows, in the order of the data.
    pub series: Vec<Series<K>>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Series<K> {
    /// What it stands for.
    pub key: K,
    /// A column for each period; the highest of all rows fills its plot.
    pub columns: Vec<Column>,
    /// What has no date, on the same scale.
    pub undated: Column,
}

impl<K> Series<K> {
    /// All of it, the undated too.
    pub fn total(&self) -> u32 {
        self.columns.iter().map(|column| column.value).sum::<u32>() + self.undated.value
    }
}

/// Counts the days of `articles`, and of each series, in periods as short as fits. Every day of a series is one
/// of an article.
pub fn timeline<K>(articles: &[Option<Day>], series: Vec<(K, Vec<Option<Day>>)>) -> Timeline<K> {
    let days = || articles.iter().flatten().copied();
    let (unit, periods) = match days().min().zip(days().max()) {
        Some((first, last)) => {
            let unit = unit(&Unit::ALL, first, last);
            (unit, periods(unit, first, last))
        }
        None => (Unit::Day, Vec::new()),
    };
    // The undated stand last.
    let count = |days: &[Option<Day>]| {
        let mut counts = vec![0; periods.len() + 1];
        for day in days {
            let at = day.and_then(|day| period_of(&periods, day)).unwrap_or(periods.len());
            counts[at] += 1;
        }
        counts
    };
    let (keys, counts): (Vec<K>, Vec<Vec<u32>>) =
        series.into_iter().map(|(key, days)| (key, count(&days))).unzip();
    let mut drawn = columns(counts.into_iter().flatten()).into_iter();
    let mut row = |key| {
        let columns: Vec<Column> = drawn.by_ref().take(periods.len()).collect();
        Series { key, columns, undated: drawn.next().unwrap_or(Column { value: 0, length: 0.0 }) }
    };
    let series = keys.into_iter().map(&mut row).collect();
    let mut articles = count(articles);
    let undated = articles.pop().unwrap_or(0);
    Timeline { unit, periods, articles, undated, series }
}

#[cfg(test)]
mod tests {
    use super::timeline;
    use crate::corpus::Day;

    #[test]
    fn every_day_falls_into_one_column() {
        let day = |d| Day::new(2024, 6, d);
        let chart = timeline(
            &[day(3), day(5), None, day(5)],
            vec![("a", vec![day(3), day(5), day(5), None]), ("b", vec![day(5)])],
        );
        assert_eq!((chart.unit.name(), chart.periods.len()), ("day", 3));
        assert_eq!((chart.articles.as_slice(), chart.undated), ([1, 0, 2].as_slice(), 1));
        let rows: Vec<Vec<_>> =
            chart.series.iter().map(|s| s.columns.iter().map(|c| (c.value, c.length)).collect()).collect();
        assert_eq!(rows, [[(1, 0.5), (0, 0.0), (2, 1.0)], [(0, 0.0), (0, 0.0), (1, 0.5)]]);
        assert_eq!(chart.series.iter().map(|s| s.undated.value).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(chart.series[0].total(), 4);
        assert!(timeline::<()>(&[None], vec![]).periods.is_empty());
    }
}

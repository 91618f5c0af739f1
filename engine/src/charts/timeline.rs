//! Counts over time: one row of columns for each series, all on one scale, so that rows compare at a glance. What has
//! no date has a column of its own.

use super::{Break, Column, Period, Unit, broken_axis, period_of};
use crate::corpus::Day;

/// A chart over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline<K> {
    /// The length of the periods.
    pub unit: Unit,
    /// The period of each column, in order.
    pub periods: Vec<Period>,
    /// Where a long time without articles is left out between them.
    pub breaks: Vec<Break>,
    /// The number of articles in each period, and last of undated ones: a column without articles is drawn unlike one
    /// without mentions.
    pub articles: Vec<u32>,
    /// The sum of the articles' sizes in each period, and last of undated ones.
    pub sizes: Vec<u32>,
    /// The rows, in the order of the data.
    pub series: Vec<Series<K>>,
}

/// A row of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Series<K> {
    /// What the row stands for.
    pub key: K,
    /// A column for each period, and last for what has no date; the highest of all rows fills its plot.
    pub columns: Vec<Column>,
}

impl<K> Series<K> {
    /// The sum of its columns, with the undated one.
    pub fn total(&self) -> u32 {
        self.columns.iter().map(|column| column.value).sum()
    }
}

/// Counts `articles`, each a day and a size, and the days of each series, in the shortest periods that fit. Every day
/// of a series is one of an article. With `rates`, the height of a column is its count divided by the sizes of its
/// period.
pub fn timeline<K>(
    articles: &[(Option<Day>, u32)],
    rates: bool,
    series: Vec<(K, Vec<Option<Day>>)>,
) -> Timeline<K> {
    let mut days: Vec<Day> = articles.iter().filter_map(|(day, _)| *day).collect();
    crate::order::by_key(&mut days, |day| *day);
    let (unit, periods, breaks) = broken_axis(&Unit::ALL, &days);
    // The undated stand last.
    let place = |day: Option<Day>| day.and_then(|day| period_of(&periods, day)).unwrap_or(periods.len());
    let (mut counts, mut sizes) = (vec![0; periods.len() + 1], vec![0; periods.len() + 1]);
    for (day, size) in articles {
        counts[place(*day)] += 1;
        sizes[place(*day)] += size;
    }
    let mut highest = 0.0;
    let mut row = |(key, days): (K, Vec<Option<Day>>)| {
        let mut columns = vec![Column { value: 0, length: 0.0 }; sizes.len()];
        days.into_iter().for_each(|day| columns[place(day)].value += 1);
        for (column, size) in columns.iter_mut().zip(&sizes) {
            let of = if rates { f64::from(*size).max(1.0) } else { 1.0 };
            column.length = f64::from(column.value) / of;
            highest = column.length.max(highest);
        }
        Series { key, columns }
    };
    let mut series: Vec<Series<K>> = series.into_iter().map(&mut row).collect();
    for column in series.iter_mut().flat_map(|series| &mut series.columns).filter(|_| highest > 0.0) {
        column.length /= highest;
    }
    Timeline { unit, periods, breaks, articles: counts, sizes, series }
}

#[cfg(test)]
mod tests {
    use super::timeline;
    use crate::corpus::Day;

    #[test]
    fn every_day_falls_into_one_column() {
        let day = |d| Day::new(2024, 6, d);
        let articles = [(day(3), 10), (day(5), 30), (None, 10), (day(5), 10)];
        let series = || vec![("a", vec![day(3), day(5), day(5), None]), ("b", vec![day(5)])];
        let chart = timeline(&articles, false, series());
        assert_eq!((chart.unit.name(), chart.periods.len()), ("day", 3));
        assert_eq!((chart.articles, chart.sizes), (vec![1, 0, 2, 1], vec![10, 0, 40, 10]));
        let rows = |series: &[super::Series<&str>]| -> Vec<Vec<(u32, f64)>> {
            series.iter().map(|s| s.columns.iter().map(|c| (c.value, c.length)).collect()).collect()
        };
        assert_eq!(rows(&chart.series)[0], [(1, 0.5), (0, 0.0), (2, 1.0), (1, 0.5)]);
        assert_eq!(rows(&chart.series)[1], [(0, 0.0), (0, 0.0), (1, 0.5), (0, 0.0)]);
        assert_eq!(chart.series[0].total(), 4);
        let rates = rows(&timeline(&articles, true, series()).series);
        assert_eq!(
            rates[0],
            [(1, 1.0), (0, 0.0), (2, 0.5), (1, 1.0)],
            "two of 40 are half as many as one of 10"
        );
        assert!(timeline::<()>(&[(None, 1)], true, vec![]).periods.is_empty());
    }
}

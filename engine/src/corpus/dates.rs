//! Dates of publication: a day, and a time of day with its UTC offset where the source gives one.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat, TimeZone as _};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A calendar day of the years 1600 to 2199, written `2024-06-28`; an earlier day is the smaller one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(NaiveDate);

/// The English names of the months, January first.
pub const MONTHS: &[&str] = &[
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
];

/// The years that a news text can date from; any other year is a mistake of the source.
const YEARS: std::ops::RangeInclusive<i32> = 1600..=2199;

impl Day {
    /// The day of a year, month (1 to 12) and day of month (1 to 31); `None` if the calendar has no such day, or
    /// outside the years 1600 to 2199.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).filter(|_| YEARS.contains(&year)).map(Day)
    }

    /// Parses `YYYY-MM-DD`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Day> {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.strip_prefix('-')?.split_once('-')?;
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The first day of the same month.
    pub fn first_of_month(self) -> Day {
        Day(self.0.with_day(1).unwrap_or(self.0))
    }

    /// The last day of the same month.
    pub fn last_of_month(self) -> Day {
        let first = self.first_of_month().0;
        Day(first.checked_add_months(chrono::Months::new(1)).and_then(|d| d.pred_opt()).unwrap_or(self.0))
    }

    /// The following day.
    pub fn next(self) -> Day {
        Day(self.0.succ_opt().unwrap_or(self.0))
    }

    /// The day that is `days` later; the same day if the calendar ends before.
    pub fn plus(self, days: i64) -> Day {
        Day(self.0.checked_add_signed(chrono::TimeDelta::days(days)).unwrap_or(self.0))
    }

    /// The Monday of the same week.
    pub fn monday(self) -> Day {
        self.plus(-i64::from(self.0.weekday().num_days_from_monday()))
    }

    /// The number of days from this one to `later`; negative if `later` is earlier.
    pub fn days_to(self, later: Day) -> i64 {
        (later.0 - self.0).num_days()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Day, String> {
        Day::parse(&text).ok_or_else(|| format!("expected a day as 2024-06-28, but found `{text}`"))
    }
}

/// The date of publication: a day, and the time of day where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    day: Day,
    /// The seconds since midnight and the offset from UTC, both in seconds.
    time: Option<(u32, i32)>,
}

impl Published {
    /// A day without a time.
    pub fn on(day: Day) -> Published {
        Published { day, time: None }
    }

    /// A time of day, in seconds since midnight, with its offset from UTC in seconds.
    pub fn at(day: Day, seconds: u32, offset: i32) -> Published {
        Published { day, time: Some((seconds, offset)) }
    }

    /// The moment `seconds` after the beginning of 1970, in UTC; `None` if its year is not one of 1600 to 2199.
    pub fn since_1970(seconds: i64) -> Option<Published> {
        let moment = DateTime::from_timestamp(seconds, 0)?;
        let seconds = chrono::Timelike::num_seconds_from_midnight(&moment.time());
        let date = moment.date_naive();
        Some(Published::at(Day::new(date.year(), date.month(), date.day())?, seconds, 0))
    }

    /// The day, in the UTC offset that the source gives.
    pub fn day(&self) -> Day {
        self.day
    }

    /// The seconds since midnight, if they are known in UTC alone, whatever the clocks showed where the text was
    /// published.
    pub fn in_utc(&self) -> Option<u32> {
        self.time.and_then(|(seconds, offset)| (offset == 0).then_some(seconds))
    }

    fn moment(&self) -> Option<DateTime<FixedOffset>> {
        let (seconds, offset) = self.time?;
        let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?;
        FixedOffset::east_opt(offset)?.from_local_datetime(&self.day.0.and_time(time)).single()
    }
}

impl fmt::Display for Published {
    /// `YYYY-MM-DD`, or RFC 3339 where the time is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.moment() {
            Some(moment) => f.write_str(&moment.to_rfc3339_opts(SecondsFormat::Secs, true)),
            None => self.day.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn reads_days() {
        for (text, day) in [
            ("2023-09-17", Some((2023, 9, 17))),
            ("2024-02-29", Some((2024, 2, 29))),
            ("2023-02-29", None),
            ("2023-9-17", None),
            ("2023-09-17T", None),
            ("0000-01-01", None),
            ("ÄÄ23-09-17", None),
            ("", None),
        ] {
            assert_eq!(Day::parse(text), day.and_then(|(y, m, d)| Day::new(y, m, d)), "{text}");
        }
    }

    #[test]
    fn months_have_ends() {
        let day = Day::new(2024, 2, 10).expect("a day");
        assert_eq!(day.last_of_month().to_string(), "2024-02-29");
        assert_eq!(day.last_of_month().plus(1).to_string(), "2024-03-01");
    }
}

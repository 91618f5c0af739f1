//! Dates in words.

use crate::charts::{Bin, Period};
use crate::corpus::Day;
use crate::corpus::dates::MONTHS;

/// The English name of the month of `day`.
fn month_name(day: Day) -> &'static str {
    MONTHS.get(day.month() as usize - 1).copied().unwrap_or_default()
}

/// A day: `28 June 2024`.
pub fn day(day: Day) -> String {
    format!("{} {} {}", day.day(), month_name(day), day.year())
}

/// The month of `day`: `June 2024`.
pub fn month(day: Day) -> String {
    format!("{} {}", month_name(day), day.year())
}

/// The month of `day` in three letters: `Jun`.
pub fn short_month(day: Day) -> &'static str {
    month_name(day).get(..3).unwrap_or_default()
}

/// The months from one day to another: `June 2024`, `March to May 1987`, `September 2023 to June 2024`.
pub fn months(from: Day, to: Day) -> String {
    match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => month(to),
        (true, false) => format!("{} to {}", month_name(from), month(to)),
        _ => format!("{} to {}", month(from), month(to)),
    }
}

/// The first and the last day of a period: `17 September 2023 to 28 June 2024`; one day where both are the same.
pub fn span(from: Day, to: Day) -> String {
    if from == to { day(from) } else { format!("{} to {}", day(from), day(to)) }
}

/// A period in its shortest form: `28 June 2024`, `24 to 30 June 2024`, `June 2024`, `2024`, `1990 to 1999`.
pub fn period(period: Period) -> String {
    let Period { from, to } = period;
    let whole_years = (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31);
    match (from.year() == to.year(), from.month() == to.month()) {
        _ if from == to => day(from),
        (true, true) if from == from.first_of_month() && to == from.last_of_month() => month(from),
        (true, true) => format!("{} to {}", from.day(), day(to)),
        (true, false) if whole_years => from.year().to_string(),
        (false, _) if whole_years => format!("{} to {}", from.year(), to.year()),
        _ => span(from, to),
    }
}

/// A bin of the time axis: its period, as `June 2024`, or `undated`.
pub fn bin(bin: Bin) -> String {
    match bin {
        Bin::Days(days) => period(days),
        Bin::Undated => "undated".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{day, months, short_month, span};
    use crate::corpus::Day;

    #[test]
    fn writes_as_readers_do() {
        let (a, b) = (Day::new(2023, 9, 17).expect("a day"), Day::new(2024, 6, 28).expect("a day"));
        assert_eq!(day(b), "28 June 2024");
        assert_eq!(span(a, b), "17 September 2023 to 28 June 2024");
        assert_eq!(span(a, a), "17 September 2023");
        assert_eq!(months(a, b), "September 2023 to June 2024");
        assert_eq!((months(b, b).as_str(), short_month(b)), ("June 2024", "Jun"));
        assert_eq!(months(b.plus(-60), b), "April to June 2024");
    }
}

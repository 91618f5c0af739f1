//! Days that may lack their year, as the heads of texts have them.

use super::cursor::Cursor;
use super::day::ordinal;
use super::names;

/// The number of bytes of the day at the beginning of `text`, which may lack its year: `June 3`, `Mi, 3. Mai`,
/// `3 de mayo de 2021`.
pub(crate) fn leading_day(text: &str) -> Option<usize> {
    let mut cursor = Cursor { text, at: 0 };
    let short = cursor.attempt(without_year).map(|_| cursor.at);
    // What stands behind a dash is no year: `June 3 - 20 ships sailed.`
    let ends = short.is_some_and(|end| {
        let rest = text[end..].trim_start();
        rest.starts_with(['-', '–', '—', ':', '(', '/']) && !text[end..].starts_with(['-', '/'])
    });
    let whole = || super::leading(text, None).map(|written| written.range.end);
    short.filter(|_| ends).or_else(whole).or(short)
}

fn without_year(c: &mut Cursor<'_>) -> Option<()> {
    if c.word_if(names::is_weekday).is_some() {
        c.skip(&[',', '.']);
    }
    let day_first = |c: &mut Cursor<'_>| {
        let day = c.number(1..=2)?;
        ordinal(c);
        c.skip(&['.']);
        while c.word_if(names::is_link).is_some() {
            c.skip(&['\'', '’']);
        }
        super::month_name(c)?;
        Some(day)
    };
    let month_first = |c: &mut Cursor<'_>| {
        super::month_name(c)?;
        c.skip(&['.']);
        let day = c.number(1..=2)?;
        ordinal(c);
        Some(day)
    };
    let day = c.attempt(day_first).or_else(|| c.attempt(month_first))?;
    let goes_on = c.peek().is_some_and(char::is_alphanumeric);
    ((1..=31).contains(&day) && !goes_on).then_some(())
}

#[cfg(test)]
mod tests {
    use super::leading_day;

    #[test]
    fn a_day_may_lack_its_year() {
        for (text, day) in [
            ("June 3. Text", Some("June 3")),
            ("JUNE 3: Text", Some("JUNE 3")),
            ("3. Mai (dpa)", Some("3. Mai")),
            ("3 de mayo (EFE)", Some("3 de mayo")),
            ("03 giu - Text", Some("03 giu")),
            ("Feb. 9 – Text", Some("Feb. 9")),
            ("Feb 9, 2021 (GNA)", Some("Feb 9, 2021")),
            ("June 3 - 20 ships sailed", Some("June 3")),
            ("3 июня. Text", Some("3 июня")),
            ("Mi, 3. Mai -", Some("Mi, 3. Mai")),
            ("June 45 – Text", None),
            ("Juneau – Text", None),
            ("3 ships – Text", None),
        ] {
            assert_eq!(leading_day(text).map(|end| &text[..end]), day, "{text}");
        }
    }
}

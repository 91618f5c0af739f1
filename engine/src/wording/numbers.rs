//! Numbers in words, and lists of words.

/// A number with commas between thousands: `12,345`.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A length in a drawing with `places` decimals, at most nine. The standard library's formatting, which is exact for
/// any float, would add 5 KB to the page.
pub fn decimal(value: f64, places: usize) -> String {
    let one = 10_u64.pow(places.min(9) as u32);
    let scaled = (value.abs() * one as f64).round() as u64;
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    match (scaled / one, scaled % one) {
        (whole, _) if places == 0 => format!("{sign}{whole}"),
        (whole, part) => format!("{sign}{whole}.{part:0places$}"),
    }
}

/// A number with its noun `one`, in the plural unless the number is 1: `1 article`, `1,234 articles`.
pub fn count(n: usize, one: &str) -> String {
    format!("{} {one}{}", number(n), if n == 1 { "" } else { "s" })
}

/// A number of times: `once`, `12 times`.
pub(crate) fn times(n: u32) -> String {
    if n == 1 { "once".to_owned() } else { format!("{} times", number(n as usize)) }
}

/// Items with commas and `and` between them: `a, b and c`; `nothing` where there are none.
pub(crate) fn list(items: &[&str]) -> String {
    match items {
        [] => "nothing".to_owned(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{count, number};

    #[test]
    fn writes_as_readers_do() {
        for (n, written) in [(0, "0"), (999, "999"), (1000, "1,000"), (1234567, "1,234,567")] {
            assert_eq!(number(n), written);
        }
        assert_eq!(count(1, "article"), "1 article");
        assert_eq!(count(0, "mention"), "0 mentions");
    }
}

//! An amount: a count, or a rate of it, computed in integers, and how it is written.

use crate::view::Measure;
use crate::wording;

/// The value of a mark: a count, or a rate as its numerator and denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// What is measured.
    pub measure: Measure,
    /// The number of mentions or articles.
    pub value: u32,
    /// The number of words or articles that a rate is of; other measures ignore it.
    pub of: u32,
}

impl Amount {
    /// The amount for readers: `1,063`, `2.41` (in 1,000 words), `64.3%`.
    pub fn written(self) -> String {
        match self.measure {
            Measure::Mentions | Measure::Articles => wording::number(self.value as usize),
            Measure::PerThousand => self.plain(),
            Measure::Share => self.plain().trim_end_matches(".0").to_owned() + "%",
        }
    }

    /// The amount for programs: without thousands separators and percent signs.
    pub fn plain(self) -> String {
        match self.measure {
            Measure::Mentions | Measure::Articles => self.value.to_string(),
            Measure::PerThousand => self.parts(100_000, 2),
            Measure::Share => self.parts(1000, 1),
        }
    }

    /// The amount with its unit: `1,063 mentions`, `9 articles`, `2.41 mentions per 1,000 words`, `64.3% of the
    /// articles`.
    pub fn says(self) -> String {
        match self.measure {
            Measure::Mentions => wording::count(self.value as usize, "mention"),
            Measure::Articles => wording::count(self.value as usize, "article"),
            Measure::PerThousand => format!("{} mentions per 1,000 words", self.written()),
            Measure::Share => format!("{} of the articles", self.written()),
        }
    }

    /// The rate times `parts`, rounded half up to an integer, whose last `decimals` digits stand after the point.
    fn parts(self, parts: u64, decimals: usize) -> String {
        let (value, of) = (u64::from(self.value), u64::from(self.of.max(1)));
        let digits = ((value * parts * 2 + of) / (of * 2)).to_string();
        let zeros = (decimals + 1).saturating_sub(digits.len());
        let digits = "0".repeat(zeros) + &digits;
        let (whole, rest) = digits.split_at(digits.len() - decimals);
        format!("{whole}.{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::Amount;
    use crate::view::Measure;

    #[test]
    fn rates_are_rounded_and_written_in_whole_numbers() {
        for (measure, value, of, plain, says) in [
            (Measure::Mentions, 1063, 0, "1063", "1,063 mentions"),
            (Measure::Articles, 1, 0, "1", "1 article"),
            (Measure::PerThousand, 63, 5120, "12.30", "12.30 mentions per 1,000 words"),
            (Measure::PerThousand, 1, 200_000, "0.01", "0.01 mentions per 1,000 words"),
            (Measure::PerThousand, 1, 200_001, "0.00", "0.00 mentions per 1,000 words"),
            (Measure::PerThousand, 7, 7, "1000.00", "1000.00 mentions per 1,000 words"),
            (
                Measure::PerThousand,
                u32::MAX,
                1,
                "4294967295000.00",
                "4294967295000.00 mentions per 1,000 words",
            ),
            (Measure::Share, 9, 14, "64.3", "64.3% of the articles"),
            (Measure::Share, 14, 14, "100.0", "100% of the articles"),
            (Measure::Share, 0, 0, "0.0", "0% of the articles"),
        ] {
            let amount = Amount { measure, value, of };
            assert_eq!((amount.plain().as_str(), amount.says().as_str()), (plain, says));
        }
    }
}

//! Horizontal bars from a zero baseline, longest first.

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar<K> {
    /// What it stands for.
    pub key: K,
    /// Its value, written at its end.
    pub value: u32,
    /// Its length as a share of the plot's width, 0 to 1.
    pub length: f64,
}

/// A bar chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars<K> {
    /// The bars, longest first; equal ones in the order of the data.
    pub bars: Vec<Bar<K>>,
    /// How many values were left out for room.
    pub left_out: usize,
}

/// The `most` largest values of `data` as bars. Zeros give no bar.
pub fn bars<K>(data: impl IntoIterator<Item = (K, u32)>, most: usize) -> Bars<K> {
    let mut data: Vec<_> = data.into_iter().filter(|(_, value)| *value > 0).collect();
    data.sort_by_key(|(_, value)| std::cmp::Reverse(*value));
    let left_out = data.len().saturating_sub(most);
    let longest = data.first().map_or(1, |(_, value)| *value);
    let bar = |(key, value): (K, u32)| Bar { key, value, length: f64::from(value) / f64::from(longest) };
    Bars { bars: data.into_iter().take(most).map(bar).collect(), left_out }
}

#[cfg(test)]
mod tests {
    use super::bars;

    #[test]
    fn sorts_and_scales_from_zero() {
        let chart = bars([("a", 1), ("b", 4), ("c", 0), ("d", 1), ("e", 2)], 3);
        let drawn: Vec<_> = chart.bars.iter().map(|b| (b.key, b.value, b.length)).collect();
        assert_eq!(drawn, [("b", 4, 1.0), ("e", 2, 0.5), ("a", 1, 0.25)]);
        assert_eq!(chart.left_out, 1);
        assert!(bars::<&str>([], 3).bars.is_empty());
    }
}

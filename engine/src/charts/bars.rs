//! Horizontal bars from a zero baseline, longest first, each made of parts.

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar<K, P> {
    /// What the bar stands for.
    pub key: K,
    /// The sum of its parts, which is written at its end.
    pub value: u32,
    /// Its length as a share of the plot's width, 0 to 1.
    pub length: f64,
    /// Its parts from the baseline on, none of them empty.
    pub parts: Vec<BarPart<P>>,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarPart<P> {
    /// What the part stands for.
    pub key: P,
    /// Its value.
    pub value: u32,
    /// Where it begins, as a share of the plot's width.
    pub start: f64,
    /// Its length, as a share of the plot's width.
    pub length: f64,
}

/// A bar chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars<K, P> {
    /// The bars, longest first; equal ones in the order of the data.
    pub bars: Vec<Bar<K, P>>,
    /// The number of bars that were left out for room.
    pub left_out: usize,
    /// The sum of the values of the bars that were left out.
    pub left_out_value: u32,
}

/// A bar for each of the `most` largest sums of `data`; a sum of zero has none.
pub fn bars<K, P>(data: impl IntoIterator<Item = (K, Vec<(P, u32)>)>, most: usize) -> Bars<K, P> {
    let sum = |(key, parts): (K, Vec<(P, u32)>)| (key, parts.iter().map(|(_, value)| value).sum(), parts);
    let mut data: Vec<(K, u32, _)> = data.into_iter().map(sum).filter(|(_, value, _)| *value > 0).collect();
    crate::order::by_key(&mut data, |(_, value, _)| std::cmp::Reverse(*value));
    let longest = data.first().map_or(1, |(_, value, _)| *value);
    let share = |value: u32| f64::from(value) / f64::from(longest);
    let rest = data.split_off(data.len().min(most));
    let bar = |(key, value, parts): (K, u32, Vec<(P, u32)>)| {
        let mut before = 0;
        let part = |(key, value): (P, u32)| {
            let start = share(before);
            before += value;
            BarPart { key, value, start, length: share(value) }
        };
        let parts = parts.into_iter().filter(|(_, value)| *value > 0).map(part).collect();
        Bar { key, value, length: share(value), parts }
    };
    Bars {
        left_out: rest.len(),
        left_out_value: rest.iter().map(|(_, value, _)| value).sum(),
        bars: data.into_iter().map(bar).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::bars;

    #[test]
    fn sorts_and_scales_from_zero() {
        let data = [
            ("a", vec![('n', 1)]),
            ("b", vec![('n', 1), ('d', 3), ('s', 0)]),
            ("c", vec![('n', 0)]),
            ("d", vec![('d', 1)]),
            ("e", vec![('n', 2)]),
        ];
        let chart = bars(data, 3);
        let drawn: Vec<_> = chart.bars.iter().map(|b| (b.key, b.value, b.length)).collect();
        assert_eq!(drawn, [("b", 4, 1.0), ("e", 2, 0.5), ("a", 1, 0.25)]);
        let parts: Vec<_> = chart.bars[0].parts.iter().map(|p| (p.key, p.value, p.start, p.length)).collect();
        assert_eq!(parts, [('n', 1, 0.0, 0.25), ('d', 3, 0.25, 0.75)]);
        assert_eq!((chart.left_out, chart.left_out_value), (1, 1));
        assert!(bars::<&str, ()>([], 3).bars.is_empty());
    }
}

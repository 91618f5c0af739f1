//! Columns from a zero baseline, in the order of the data.

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Its value.
    pub value: u32,
    /// Its height as a share of the plot's, 0 to 1.
    pub length: f64,
}

/// A column for each value; the highest fills the plot.
pub fn columns(values: impl IntoIterator<Item = u32>) -> Vec<Column> {
    let values: Vec<u32> = values.into_iter().collect();
    let highest = f64::from(values.iter().copied().max().unwrap_or(0).max(1));
    values.into_iter().map(|value| Column { value, length: f64::from(value) / highest }).collect()
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn scales_from_zero() {
        let lengths: Vec<_> = columns([0, 2, 4]).iter().map(|c| c.length).collect();
        assert_eq!(lengths, [0.0, 0.5, 1.0]);
        assert_eq!(columns([0])[0].length, 0.0);
        assert!(columns([]).is_empty());
    }
}

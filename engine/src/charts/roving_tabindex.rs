//! Arrow keys in a chart: rows of marks, of which one is reached by Tab.

/// The mark that `key` leads to from the mark `at`, both as row and index in the row; `lengths` are the numbers of
/// marks in the rows. `None` where it leads nowhere, or is not an arrow, Home or End.
pub fn step(lengths: &[usize], at: (usize, usize), key: &str) -> Option<(usize, usize)> {
    let (row, place) = at;
    let length = *lengths.get(row)?;
    let fits = |row: usize| {
        lengths.get(row).filter(|length| **length > 0).map(|length| (row, place.min(length - 1)))
    };
    let to = match key {
        "ArrowLeft" => (row, place.checked_sub(1)?),
        "ArrowRight" => (row, place + 1),
        "Home" => (row, 0),
        "End" => (row, length.checked_sub(1)?),
        "ArrowUp" => (0..row).rev().find_map(fits)?,
        "ArrowDown" => (row + 1..lengths.len()).find_map(fits)?,
        _ => return None,
    };
    (to.1 < length || to.0 != row).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn arrows_lead_to_the_neighbour() {
        let lengths = [2, 0, 3, 1];
        for (at, key, to) in [
            ((0, 0), "ArrowRight", Some((0, 1))),
            ((0, 1), "ArrowRight", None),
            ((0, 0), "ArrowLeft", None),
            ((0, 1), "ArrowDown", Some((2, 1))),
            ((2, 2), "ArrowDown", Some((3, 0))),
            ((2, 2), "ArrowUp", Some((0, 1))),
            ((3, 0), "ArrowDown", None),
            ((2, 1), "Home", Some((2, 0))),
            ((2, 1), "End", Some((2, 2))),
            ((2, 1), "Enter", None),
            ((9, 9), "ArrowUp", None),
            ((1, 0), "End", None),
        ] {
            assert_eq!(step(&lengths, at, key), to, "{at:?} {key}");
        }
    }
}

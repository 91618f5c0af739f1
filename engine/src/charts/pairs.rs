//! Co-occurrence: a matrix of how many groups hold two keys together.

/// A co-occurrence matrix, of which the half below the diagonal is kept; rows and columns are the same keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs<K> {
    /// The keys, in the order of the data.
    pub keys: Vec<K>,
    /// For each key, the number of groups that hold it together with each key before it.
    pub counts: Vec<Vec<u32>>,
}

/// Counts the `groups` that hold each two of `keys`; a key that stands several times in a group counts once.
pub fn pairs<K: PartialEq>(keys: Vec<K>, groups: impl IntoIterator<Item = Vec<K>>) -> Pairs<K> {
    let mut counts: Vec<Vec<u32>> = (0..keys.len()).map(|row| vec![0; row]).collect();
    for group in groups {
        let here: Vec<usize> = (0..keys.len()).filter(|at| group.contains(&keys[*at])).collect();
        for (n, row) in here.iter().enumerate() {
            for column in &here[..n] {
                counts[*row][*column] += 1;
            }
        }
    }
    Pairs { keys, counts }
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn each_group_counts_once() {
        let matrix =
            pairs(vec!['a', 'b', 'c'], [vec!['a', 'b', 'a', 'x'], vec!['b', 'a'], vec!['c'], vec![]]);
        assert_eq!(matrix.counts, [vec![], vec![2], vec![0, 0]]);
        assert_eq!(pairs(vec!['a', 'b'], [vec!['a']]).counts, [vec![], vec![0]]);
    }
}

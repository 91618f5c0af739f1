//! Stable sorting through one routine for lists of every type: a copy of the standard sort for each type would add some
//! five kilobytes each to the page. It takes about half as long again, which does not show in lists that people read;
//! numbers by the hundred thousand are sorted by the standard one.

use std::cmp::Ordering;

/// Sorts `list` by the key of each item; equal items keep their order.
pub fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    by(list, |a, b| key(a).cmp(&key(b)));
}

/// Sorts as [`by_key`] does, with a costly key that is made once for each item.
pub fn by_cached_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    put(list, order(keys.len(), &|a, b| keys[a as usize].cmp(&keys[b as usize])));
}

/// Sorts `list` by `compare`; equal items keep their order.
pub fn by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(list.len(), &|a, b| compare(&list[a as usize], &list[b as usize]));
    put(list, order);
}

/// The indices `0..count`, sorted by `compare`, which compares the items at two indices.
#[inline(never)]
fn order(count: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// Moves to each index of `list` the item at the index that `order` gives for it.
fn put<T>(list: &mut [T], order: Vec<u32>) {
    let mut goes: Vec<u32> = vec![0; order.len()];
    for (to, from) in order.into_iter().enumerate() {
        goes[from as usize] = to as u32;
    }
    for place in 0..goes.len() {
        while goes[place] as usize != place {
            let to = goes[place] as usize;
            list.swap(place, to);
            goes.swap(place, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{by, by_cached_key, by_key};

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut seed = 7_u32;
        for length in [0, 1, 2, 3, 20, 300] {
            let mut next = || {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                seed >> 28
            };
            let list: Vec<(u32, usize)> = (0..length).map(|at| (next(), at)).collect();
            let (mut expected, mut one, mut other, mut third) =
                (list.clone(), list.clone(), list.clone(), list);
            expected.sort_by_key(|item| item.0);
            by_key(&mut one, |item| item.0);
            by_cached_key(&mut other, |item| item.0.to_string().len() as u32 * 100 + item.0);
            by(&mut third, |a, b| a.0.cmp(&b.0));
            assert_eq!((&one, &other, &third), (&expected, &expected, &expected));
        }
    }
}

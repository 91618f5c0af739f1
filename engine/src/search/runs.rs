//! Words that stand together: phrases and near words among the positions of a field index.

use super::dictionary::Terms;
use super::field_index::FieldIndex;
use std::ops::Range;

/// The index of the one of `words` that occurs least; 0 where there is none.
pub(super) fn rarest<'t>(index: &FieldIndex, words: impl Iterator<Item = &'t Terms>) -> usize {
    let counted = words.map(|terms| index.occurrences(terms)).enumerate();
    counted.min_by_key(|(_, occurrences)| *occurrences).map_or(0, |(at, _)| at)
}

/// The first position of each phrase of `words` whose word at the index `anchor` stands at one of the positions `at`.
pub(super) fn phrases<'c>(
    index: &'c FieldIndex,
    words: &'c [Terms],
    anchor: usize,
    at: impl Iterator<Item = u32> + 'c,
) -> impl Iterator<Item = u32> + 'c {
    // A border is no word, so that no phrase runs from one zone into the next.
    at.filter_map(move |at| at.checked_sub(anchor as u32))
        .filter(move |start| words.iter().zip(*start..).all(|(terms, at)| terms.contains(index.at(at))))
}

/// The positions of `zone` at which one of `words` stands with all the others near it, each as often as it is wanted:
/// the last at most `within` words after the first.
pub(super) fn near(index: &FieldIndex, words: &[(Terms, u32)], within: u32, zone: Range<u32>) -> Vec<u32> {
    let which = |at: u32| words.iter().position(|(terms, _)| terms.contains(index.at(at)));
    let members: Vec<(u32, usize)> = zone.filter_map(|at| Some((at, which(at)?))).collect();
    let mut seen = vec![0; words.len()];
    let (mut end, mut taken) = (0, 0);
    let mut near = Vec::new();
    for (start, (at, word)) in members.iter().enumerate() {
        while let Some((_, next)) = members.get(end).filter(|(next, _)| next - at <= within) {
            seen[*next] += 1;
            end += 1;
        }
        if words.iter().zip(&seen).all(|((_, wanted), seen)| seen >= wanted) {
            near.extend(members[taken.max(start)..end].iter().map(|(at, _)| *at));
            taken = end;
        }
        seen[*word] -= 1;
    }
    near
}

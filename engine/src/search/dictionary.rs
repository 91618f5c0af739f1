//! The dictionary of a field index: every folded word once, in order, so that a word is a number and a prefix is a
//! range of numbers.

use super::tree::Pattern;
use crate::order;
use std::collections::HashMap;
use std::ops::Range;

/// The words of a field index, numbered in the order of their bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dictionary {
    /// All words, one after the other.
    text: String,
    /// The byte of `text` at which each word ends.
    ends: Vec<u32>,
    /// The numbers of the words of each shape, for [`Dictionary::one_edit`].
    shapes: HashMap<Shape, Vec<u32>>,
}

/// The last two bytes of a word, and its length in characters.
type Shape = ([u8; 2], u32);

/// A set of words of a dictionary, by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Terms {
    /// All numbers of a half-open range.
    Range(Range<u32>),
    /// These numbers, ascending.
    List(Vec<u32>),
}

impl Terms {
    /// The numbers, ascending.
    pub(super) fn into_iter(self) -> impl Iterator<Item = u32> {
        let (range, list) = match self {
            Terms::Range(range) => (range, Vec::new()),
            Terms::List(list) => (0..0, list),
        };
        range.chain(list)
    }
}

impl Dictionary {
    /// The dictionary of `words`, which are distinct and in the order of their bytes.
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Dictionary {
        let mut dictionary = Dictionary::default();
        for (term, word) in words.enumerate() {
            dictionary.text.push_str(word);
            dictionary.ends.push(dictionary.text.len() as u32);
            if let Some(shape) = shape(word, 0) {
                dictionary.shapes.entry(shape).or_default().push(term as u32);
            }
        }
        dictionary
    }

    pub(super) fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The word with the number `term`.
    pub(super) fn word(&self, term: u32) -> &str {
        let at = term as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[at] as usize]
    }

    /// The first number from which on `reached` is true of every word, by binary search.
    fn first(&self, reached: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if reached(self.word(middle)) { high = middle } else { low = middle + 1 }
        }
        low
    }

    /// The number of the first word that is not before `word`.
    #[cfg(feature = "read")]
    pub(super) fn first_from(&self, word: &str) -> u32 {
        self.first(|known| known >= word)
    }

    /// The words that begin with `with`.
    pub(super) fn beginning(&self, with: &str) -> Range<u32> {
        let start = self.first(|word| word >= with);
        let end = self.first(|word| word > with && !word.starts_with(with));
        start..end.max(start)
    }

    /// The number of `word`; `None` where the dictionary does not have it.
    pub(super) fn find(&self, word: &str) -> Option<u32> {
        let term = self.first(|w| w >= word);
        (term < self.len() && self.word(term) == word).then_some(term)
    }

    /// The words that `pattern` matches.
    pub(super) fn matching(&self, pattern: &Pattern) -> Terms {
        match pattern {
            Pattern::Word(word) => Terms::List(self.find(word).into_iter().collect()),
            Pattern::Glob(glob) => self.shaped(glob),
            Pattern::Edits(word, edits) => Terms::List(self.near(word, *edits)),
        }
    }

    /// The words within `edits` edits of `word`, ascending.
    pub(super) fn near(&self, word: &str, edits: u32) -> Vec<u32> {
        match edits {
            1 => self.one_edit(word),
            _ => (0..self.len()).filter(|t| within(word, self.word(*t), edits)).collect(),
        }
    }

    /// The words that `glob` matches; only those with its literal prefix are looked at.
    fn shaped(&self, glob: &str) -> Terms {
        let literal = glob.find(['*', '?']).unwrap_or(glob.len());
        let range = self.beginning(&glob[..literal]);
        if &glob[literal..] == "*" {
            return Terms::Range(range);
        }
        let signs: Vec<char> = glob.chars().collect();
        let least = signs.iter().filter(|c| **c != '*').count();
        let fits = |t: &u32| self.word(*t).len() >= least && fits(&signs, self.word(*t));
        Terms::List(range.filter(fits).collect())
    }

    /// The words within one edit of `word`. One edit leaves the first half whole, or else the second: words that begin
    /// with the first are a range, and words that end with the second are of three shapes.
    fn one_edit(&self, word: &str) -> Vec<u32> {
        let half = word.char_indices().nth(word.chars().count() / 2).map_or(0, |(at, _)| at);
        let (first, second) = word.split_at(half);
        let mut terms = Vec::new();
        let mut try_one = |term: u32| {
            if within(word, self.word(term), 1) {
                terms.push(term);
            }
        };
        if first.is_empty() || second.len() < 2 {
            (0..self.len()).for_each(try_one);
            return terms;
        }
        self.beginning(first).for_each(&mut try_one);
        for longer in [-1, 0, 1] {
            let ending = shape(second, first.chars().count() as i32 + longer);
            ending.and_then(|s| self.shapes.get(&s)).into_iter().flatten().for_each(|t| try_one(*t));
        }
        order::by_key(&mut terms, |term| *term);
        terms.dedup();
        terms
    }
}

/// The shape of a word that ends in `ending`, with `before` characters before that; `None` where `ending` has fewer
/// than two bytes.
fn shape(ending: &str, before: i32) -> Option<Shape> {
    let (_, last) = ending.as_bytes().split_last_chunk::<2>()?;
    Some((*last, ending.chars().count().checked_add_signed(before as isize)? as u32))
}

/// Whether `glob` matches `word`. Only the last `*` is retried, so that the time is bounded by the product of the
/// lengths.
fn fits(glob: &[char], word: &str) -> bool {
    let (mut at, mut rest) = (0, word.chars());
    let mut star: Option<(usize, std::str::Chars<'_>)> = None;
    loop {
        let mut ahead = rest.clone();
        match (glob.get(at), ahead.next()) {
            (Some('*'), _) => {
                at += 1;
                star = Some((at, rest.clone()));
            }
            (Some(sign), Some(c)) if *sign == '?' || *sign == c => {
                at += 1;
                rest = ahead;
            }
            (None, None) => return true,
            _ => {
                let Some((after, from)) = &mut star else { return false };
                if from.next().is_none() {
                    return false;
                }
                at = *after;
                rest = from.clone();
            }
        }
    }
}

/// Whether the Levenshtein distance of `a` and `b`, in characters added, left out or replaced, is at most `edits`. Each
/// edit is tried where the words first differ, so that few edits take few tries.
pub(super) fn within(a: &str, b: &str, edits: u32) -> bool {
    // A character has at most four bytes.
    if a.len().abs_diff(b.len()) > 4 * edits as usize {
        return false;
    }
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let same = a.floor_char_boundary(same);
    let (a, b) = (&a[same..], &b[same..]);
    let (mut left, mut right) = (a.chars(), b.chars());
    if left.next().is_none() || right.next().is_none() {
        return a.chars().chain(b.chars()).count() <= edits as usize;
    }
    let (left, right) = (left.as_str(), right.as_str());
    edits > 0 && (within(left, right, edits - 1) || within(left, b, edits - 1) || within(a, right, edits - 1))
}

#[cfg(test)]
mod tests {
    use super::{Dictionary, Terms, within};
    use crate::search::tree::Pattern;
    use std::collections::BTreeSet;

    /// Every text of up to four of these letters, one of them of two bytes, one of three.
    fn words() -> BTreeSet<String> {
        let mut words = BTreeSet::from([String::new()]);
        for _ in 0..4 {
            let longer: Vec<_> =
                words.iter().flat_map(|w| ["a", "b", "é", "조"].map(|c| w.clone() + c)).collect();
            words.extend(longer);
        }
        words.remove("");
        words
    }

    /// Levenshtein's distance, by his table.
    fn distance(a: &str, b: &str) -> usize {
        let mut row: Vec<usize> = (0..=b.chars().count()).collect();
        for (i, x) in a.chars().enumerate() {
            let mut diagonal = std::mem::replace(&mut row[0], i + 1);
            for (j, y) in b.chars().enumerate() {
                let changed = diagonal + usize::from(x != y);
                diagonal = row[j + 1];
                row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
            }
        }
        row[b.chars().count()]
    }

    fn slow_fit(glob: &str, word: &str) -> bool {
        let rest = |text: &str| text.chars().next().map(|c| text[c.len_utf8()..].to_owned());
        match (glob.chars().next(), word.chars().next()) {
            (Some('*'), _) => {
                slow_fit(&glob[1..], word) || rest(word).is_some_and(|rest| slow_fit(glob, &rest))
            }
            (Some('?'), Some(_)) => slow_fit(&glob[1..], &rest(word).unwrap_or_default()),
            (Some(g), Some(w)) => {
                g == w && slow_fit(&rest(glob).unwrap_or_default(), &rest(word).unwrap_or_default())
            }
            (None, None) => true,
            _ => false,
        }
    }

    #[test]
    fn every_word_of_a_small_language() {
        let words = words();
        let dictionary = Dictionary::new(words.iter().map(String::as_str));
        let found = |terms: Terms| terms.into_iter().map(|t| dictionary.word(t)).collect::<Vec<_>>();
        for word in words.iter().step_by(3) {
            assert_eq!(found(dictionary.matching(&Pattern::Word(word.clone()))), [word.as_str()]);
            for edits in [1, 2] {
                let near: Vec<_> = words.iter().filter(|w| distance(w, word) <= edits as usize).collect();
                assert_eq!(found(dictionary.matching(&Pattern::Edits(word.clone(), edits))), near, "{word}");
                assert!(words.iter().all(|w| within(w, word, edits) == near.contains(&w)), "{word}");
            }
            let (head, tail) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
            for glob in [
                format!("{word}*"),
                format!("*{word}"),
                format!("{head}*{tail}"),
                format!("?{tail}"),
                format!("*{tail}*?"),
            ] {
                let fit: Vec<_> = words.iter().filter(|w| slow_fit(&glob, w)).collect();
                assert_eq!(found(dictionary.matching(&Pattern::Glob(glob.clone()))), fit, "{glob}");
            }
        }
        assert_eq!(found(dictionary.matching(&Pattern::Word("c".into()))), [""; 0]);
        assert_eq!(found(dictionary.matching(&Pattern::Glob("c*".into()))), [""; 0]);
    }
}

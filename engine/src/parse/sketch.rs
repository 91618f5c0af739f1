//! What is kept of a text to find the texts that are told again: the smallest hashes of its runs of words.

use crate::corpus::Block;
use crate::text::Tokens;
use crate::text::hash::{mix, of_word};

/// The number of words in a shingle: shorter runs are shared by chance, and an edit breaks too many of longer ones.
const SHINGLE: usize = 4;
/// The maximum number of shingles in a signature.
pub(super) const SKETCH: usize = 40;
/// The least number of shingles for a comparison. Shorter texts are formulas (`Qtly div five cts vs five cts prior`);
/// only equal ones are grouped.
const FEWEST: usize = 20;

/// What is kept of a text for finding candidates. Two texts are candidates where at least three of these shingles lead from
/// one to the other: from each text to the eight that follow it among those that have the shingle, in the order of `whole`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// A hash of the whole text; those of equal texts are equal.
    pub whole: u64,
    /// The smallest distinct hashes of its shingles, ascending; none where it has too few to be compared.
    pub shingles: Vec<u32>,
}

impl Signature {
    /// The signature of a text with these [`words`]; `None` where it has none.
    pub(crate) fn of(words: &[u64]) -> Option<Signature> {
        let hashes = shingles(words);
        let whole = hashes.iter().fold(0, |sum, hash| mix(sum, *hash));
        let count = hashes.len();
        if count < FEWEST {
            return (count > 0).then_some(Signature { whole, shingles: Vec::new() });
        }
        let mut smallest: Vec<u32> = hashes.into_iter().map(|hash| (hash >> u32::BITS) as u32).collect();
        // Some shingles stand twice in a text.
        if smallest.len() > 2 * SKETCH {
            smallest.select_nth_unstable(2 * SKETCH);
            smallest.truncate(2 * SKETCH);
        }
        smallest.sort_unstable();
        smallest.dedup();
        smallest.truncate(SKETCH);
        smallest.shrink_to_fit();
        Some(Signature { whole, shingles: smallest })
    }
}

/// The words of a text in blocks, each as the hash of its folded form.
pub(crate) fn words<T: AsRef<str>>(blocks: impl Iterator<Item = T> + Clone) -> Vec<u64> {
    // English has a word in some six bytes.
    let length: usize = blocks.clone().map(|text| text.as_ref().len()).sum();
    let mut words = Vec::with_capacity(length / 6);
    for text in blocks {
        Tokens::each(text.as_ref(), |folded| words.push(of_word(folded)));
    }
    words
}

/// The texts of `blocks`.
pub(crate) fn texts<S>(blocks: &[Block<S>]) -> impl Iterator<Item = &str> + Clone {
    blocks.iter().map(|block| block.text.as_str())
}

/// The hashes of a text's shingles; a text with fewer words than a shingle is one shingle.
pub(super) fn shingles(words: &[u64]) -> Vec<u64> {
    let shingle = |words: &[u64]| words.iter().fold(0, |sum, word| mix(sum, *word));
    match words.len() {
        0 => Vec::new(),
        few if few < SHINGLE => vec![shingle(words)],
        _ => words.windows(SHINGLE).map(shingle).collect(),
    }
}

//! A hash that is the same on every machine, which those of the standard library do not promise, and fast for short
//! words. It does not withstand chosen collisions: nobody gains by making words of a corpus collide.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A hash map keyed by words.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// The hash function of the Rust compiler's tables (FxHash), eight bytes at a time.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let sum = |sum: u64, eight: u64| (sum.rotate_left(5) ^ eight).wrapping_mul(0x517C_C1B7_2722_0A95);
        self.0 = eights(bytes).fold(self.0, sum);
    }

    fn finish(&self) -> u64 {
        // The hash table uses the upper bits and the lower ones.
        self.0 ^ self.0 >> 32
    }
}

/// The `bytes` as numbers of eight, little-endian, the last filled with zeros.
fn eights(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let (whole, rest) = bytes.as_chunks();
    // Byte by byte: a copy of unknown length would cost more than all else.
    let last = rest.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte));
    let last = (!rest.is_empty()).then_some(last);
    whole.iter().map(|eight| u64::from_le_bytes(*eight)).chain(last)
}

/// The hash `sum` with `value` mixed in.
#[cfg(feature = "read")]
pub(crate) fn mix(sum: u64, value: u64) -> u64 {
    /// 2^64 divided by the golden ratio: odd, with its bits spread evenly.
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = (sum.rotate_left(23) ^ value).wrapping_mul(SPREAD);
    mixed ^ (mixed >> 32)
}

/// The hash of a folded word.
#[cfg(feature = "read")]
pub(crate) fn of_word(folded: &str) -> u64 {
    eights(folded.as_bytes()).fold(0, mix)
}

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
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517C_C1B7_2722_0A95);
        }
    }

    fn finish(&self) -> u64 {
        // The hash table uses the upper bits and the lower ones.
        self.0 ^ self.0 >> 32
    }
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
    const EIGHT: usize = size_of::<u64>();
    folded.as_bytes().chunks(EIGHT).fold(0, |sum, piece| {
        let mut eight = [0; EIGHT];
        eight[..piece.len()].copy_from_slice(piece);
        mix(sum, u64::from_le_bytes(eight))
    })
}

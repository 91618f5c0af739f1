//! Sets of words as one text each: the page carries them, and a list of texts takes twice the room.

use crate::text::hash::WordMap;
use std::sync::OnceLock;

/// A set of folded words.
pub(crate) struct Words {
    /// The words, with a space between them.
    list: &'static str,
    /// The same words, made when one is first looked up.
    set: OnceLock<WordMap<&'static str, ()>>,
}

impl Words {
    pub(crate) const fn new(list: &'static str) -> Words {
        Words { list, set: OnceLock::new() }
    }

    /// Whether `word` is among them.
    pub(crate) fn contains(&self, word: &str) -> bool {
        let set = || self.list.split(' ').map(|word| (word, ())).collect();
        !word.is_empty() && self.set.get_or_init(set).contains_key(word)
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn whole_words_are_found() {
        let list = Words::new("in near north of");
        for word in ["in", "near", "north", "of"] {
            assert!(list.contains(word), "{word}");
        }
        for word in ["n", "ear", "nort", "off", "of north"] {
            assert!(!list.contains(word), "{word}");
        }
    }
}

//! Sets of words as one text each: the page carries them, and a list of texts takes twice the room.

/// A set of folded words, with a space between them.
pub(super) struct Words(pub(super) &'static str);

impl Words {
    /// Whether `word` is among them.
    pub(super) fn contains(&self, word: &str) -> bool {
        !word.is_empty()
            && self.0.as_bytes().split(|byte| *byte == b' ').any(|known| known == word.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn whole_words_are_found() {
        let list = Words("in near north of");
        for word in ["in", "near", "north", "of"] {
            assert!(list.contains(word), "{word}");
        }
        for word in ["n", "ear", "nort", "off", "of north"] {
            assert!(!list.contains(word), "{word}");
        }
    }
}

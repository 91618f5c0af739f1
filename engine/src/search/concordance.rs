//! Concordance: a span with the text around it.

use super::words::folded;
use crate::text::{Span, around};

/// A keyword in context: a span with the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kwic<'t> {
    /// The text before it.
    pub left: &'t str,
    /// The span itself.
    pub middle: &'t str,
    /// The text after it.
    pub right: &'t str,
}

/// Bytes of context on either side at most: a line of a wide screen.
const CONTEXT: usize = 90;

impl<'t> Kwic<'t> {
    /// The span `at`, in bytes of `text`, with its context cut between words; between characters where the text has no
    /// spaces.
    pub fn around(text: &'t str, at: Span) -> Kwic<'t> {
        let (left, right) = around(text, at, CONTEXT);
        Kwic { left, middle: at.of(text), right }
    }

    /// The folded words before the span, nearest first, by which a concordance is sorted.
    pub fn before(&self) -> Vec<String> {
        folded(self.left).into_iter().rev().collect()
    }

    /// The folded words after the span.
    pub fn after(&self) -> Vec<String> {
        folded(self.right)
    }
}

#[cfg(test)]
mod tests {
    use super::Kwic;
    use crate::text::Span;

    #[test]
    fn the_words_on_either_side_are_folded() {
        let text = "Old Éclair ships, alas, SAIL";
        let context = Kwic::around(text, Span::new(12, 17));
        assert_eq!(
            (context.before(), context.after()),
            (vec!["eclair".into(), "old".into()], vec!["alas".to_owned(), "sail".into()])
        );
    }

    #[test]
    fn context_is_cut_between_words() {
        let text = format!("{}middle{}", "word ".repeat(40), " wörd".repeat(40));
        let context = Kwic::around(&text, Span::new(200, 206));
        assert_eq!(context.middle, "middle");
        assert!(context.left.len() <= 90 && context.left.starts_with(" word"), "{context:?}");
        assert!(context.right.len() <= 90 && context.right.ends_with(" wörd"), "{context:?}");
        assert_eq!(Kwic::around("中".repeat(90).as_str(), Span::new(120, 123)).left.len(), 90);
    }
}

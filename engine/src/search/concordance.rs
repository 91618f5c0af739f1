//! Concordance: each hit among the words around it, in reading order or sorted by the words on one side.

use super::words::folded;
use crate::order;
use crate::text::{Span, around};

/// A span among the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context<'t> {
    /// The words before it.
    pub left: &'t str,
    /// The span itself.
    pub middle: &'t str,
    /// The words after it.
    pub right: &'t str,
}

/// How the lines of a concordance are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they stand in the texts.
    #[default]
    Reading,
    /// By the words to the left, the nearest first.
    Left,
    /// By the words to the right.
    Right,
}

/// Bytes of context on either side: a line of a wide screen.
const CONTEXT: usize = 90;

impl<'t> Context<'t> {
    /// What stands around `at` in `text`, cut between words; between characters where the text has no spaces.
    pub fn around(text: &'t str, at: Span) -> Context<'t> {
        let (left, right) = around(text, at, CONTEXT);
        Context { left, middle: at.of(text), right }
    }

    /// What it is sorted by.
    fn key(&self, order: Order) -> Vec<String> {
        match order {
            Order::Reading => Vec::new(),
            Order::Left => folded(self.left).into_iter().rev().collect(),
            Order::Right => folded(self.right),
        }
    }
}

/// Sorts `lines`, each with the context that `of` gives; lines with the same words keep their order.
pub fn sort<L>(lines: &mut [L], order: Order, of: impl Fn(&L) -> Context<'_>) {
    order::by_cached_key(lines, |line| of(line).key(order));
}

#[cfg(test)]
mod tests {
    use super::{Context, Order, sort};
    use crate::text::Span;

    #[test]
    fn lines_are_sorted_by_either_side() {
        let text = "Old ships sail. Éclair ships wait. New ships, alas, sail";
        let lines = || -> Vec<Context<'_>> {
            text.match_indices("ships")
                .map(|(at, s)| Context::around(text, Span::new(at, at + s.len())))
                .collect()
        };
        for (order, expected) in
            [(Order::Reading, [0, 1, 2]), (Order::Left, [1, 2, 0]), (Order::Right, [2, 0, 1])]
        {
            let (before, mut after) = (lines(), lines());
            sort(&mut after, order, |line| *line);
            assert_eq!(after, expected.map(|i| before[i]), "{order:?}");
        }
    }

    #[test]
    fn context_is_cut_between_words() {
        let text = format!("{}middle{}", "word ".repeat(40), " wörd".repeat(40));
        let context = Context::around(&text, Span::new(200, 206));
        assert_eq!(context.middle, "middle");
        assert!(context.left.len() <= 90 && context.left.starts_with(" word"), "{context:?}");
        assert!(context.right.len() <= 90 && context.right.ends_with(" wörd"), "{context:?}");
        assert_eq!(Context::around("中".repeat(90).as_str(), Span::new(120, 123)).left.len(), 90);
    }
}

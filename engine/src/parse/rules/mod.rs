//! The cleaning rules: everything that may be set aside from an article, in tables: [`shapes`] what the readers of
//! shapes find, [`credits`] who made the text, [`furniture`] what belongs to the page; [`take`] applies them.
//!
//! A rule says what it matches, where it may act, why, and shows a real example, which is its test.
//! What a rule takes goes to the ledger with the rule's id; nothing else ever leaves an article.

mod credits;
mod furniture;
mod rule;
mod shapes;
mod take;

pub use rule::{CleaningRule, Scope};
pub(crate) use take::{pattern, take, take_end};

use std::sync::LazyLock;

/// Which sentences a rule may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sentences {
    /// None: a label that goes on as one is text, whatever its first word is.
    None,
    /// Those that report nobody's words: the page itself speaks.
    OfThePage,
    /// Any: the words are fixed, and the rest is a headline.
    Any,
}

/// The tables, in the order in which rules are tried.
const TABLES: [(Sentences, &[CleaningRule]); 6] = [
    (Sentences::Any, shapes::SHAPES),
    (Sentences::Any, furniture::FIXED),
    (Sentences::OfThePage, credits::NOTES),
    (Sentences::OfThePage, furniture::NOTES),
    (Sentences::None, credits::LABELS),
    (Sentences::None, furniture::LABELS),
];

/// All rules.
pub static RULES: LazyLock<Vec<&'static CleaningRule>> =
    LazyLock::new(|| TABLES.iter().flat_map(|(_, rules)| rules.iter()).collect());

#[cfg(test)]
mod lookalikes;
#[cfg(test)]
mod tests;

//! The cleaning rules, in tables: [`shapes`] what the readers of formats and shapes find, [`credits`] who made the
//! text, [`furniture`] what belongs to the page, [`notes`] the sentences that it speaks; [`take`] applies them.
//!
//! A rule says what it matches, where it applies and why, and has an example, which is its test. What a rule takes goes
//! to the ledger under the rule's id; nothing else ever leaves an article.

mod credits;
mod furniture;
mod notes;
mod rule;
mod shapes;
mod take;

pub(crate) use credits::is_wire;
pub use rule::{CleaningRule, Scope};
pub(crate) use take::{pattern, take, take_end, take_last_sentence};

use std::sync::LazyLock;

/// The sentences that a rule may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sentences {
    /// No sentences: a label that continues as a sentence is text, whatever its first word is.
    None,
    /// Sentences that neither quote nor report speech, because then the page itself speaks.
    OfThePage,
    /// All sentences: the wording is fixed, and the rest is a headline.
    Any,
}

/// The tables, in the order in which their rules are tried.
const TABLES: &[(Sentences, &[CleaningRule])] = &[
    (Sentences::Any, shapes::SHAPES),
    (Sentences::Any, furniture::FIXED),
    (Sentences::OfThePage, credits::NOTES),
    (Sentences::OfThePage, notes::NOTES),
    (Sentences::None, credits::LABELS),
    (Sentences::None, furniture::LABELS),
];

/// All cleaning rules, in the order in which they are tried.
pub static RULES: LazyLock<Vec<&'static CleaningRule>> =
    LazyLock::new(|| TABLES.iter().flat_map(|(_, rules)| rules.iter()).collect());

#[cfg(test)]
mod lookalikes;
#[cfg(test)]
mod sign_offs;
#[cfg(test)]
mod tests;

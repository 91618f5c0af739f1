//! What cleaning rules have set aside.

use serde::{Deserialize, Serialize};

/// A cleaning rule that set something aside, with its totals over the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliedRule {
    /// The id of the rule, which names it in the ledger.
    pub id: String,
    /// Why the rule sets text aside, as a phrase.
    pub why: String,
    /// The number of parts that it set aside.
    pub times: u32,
    /// The size of these parts, in bytes of the source files.
    pub bytes: u64,
}

impl AppliedRule {
    /// Adds the totals of `more` to `rules`, which are not sorted by that.
    #[cfg(feature = "read")]
    pub fn add(rules: &mut Vec<AppliedRule>, more: Vec<AppliedRule>) {
        for rule in more {
            match rules.iter_mut().find(|known| known.id == rule.id) {
                Some(known) => {
                    known.times += rule.times;
                    known.bytes += rule.bytes;
                }
                None => rules.push(rule),
            }
        }
    }

    /// Sorts `rules` as a corpus has them: most frequent first, then by id.
    #[cfg(feature = "read")]
    pub fn sort(rules: &mut [AppliedRule]) {
        crate::order::by(rules, |a, b| b.times.cmp(&a.times).then_with(|| a.id.cmp(&b.id)));
    }
}

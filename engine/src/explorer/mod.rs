//! What a view picks out of a corpus. One selection feeds the list, the chart, the rows, the highlights, the facets and
//! the API, so that all of them count the same mentions.
//!
//! In reading order: [`library`] the type `Explorer`, a corpus prepared to answer views; [`selection`] and [`select`]
//! what a view picks out, [`ranking`] in which order; [`counts`] which mentions count, [`counting_rule`] the same as a
//! sentence, [`quotations`] which words of a text are quoted, [`spellings`] how often each spelling of an actor occurs;
//! [`evidence`] the rows behind a mark, [`excerpts`] the sentences that hold them; [`active_filters`], [`unknown_names`] and [`completion`] what stands around the
//! search field; [`passage`] passages that links lead to, [`differences`] between near-duplicates; [`card`] the corpus
//! at a glance; [`annotated`] the corpus with a reader's edits.

mod active_filters;
mod annotated;
mod card;
mod completion;
mod counting_rule;
mod counts;
mod differences;
mod evidence;
mod excerpts;
mod in_files;
mod library;
pub mod passage;
mod quotations;
mod ranking;
mod select;
mod selection;
mod spellings;
mod unknown_names;

pub use active_filters::{ActiveFilter, WayOut};
pub use annotated::{Annotated, Change, Listed, Spelled};
pub use card::{Fact, FactValue};
pub use completion::{Completion, CompletionKind};
pub use counting_rule::{counting_rule, edited, rule_in_force, short_rule};
pub use differences::{Difference, differences};
pub use evidence::{Evidence, EvidenceRow, Step};
pub use excerpts::{Excerpt, Mark, Stretch};
pub(crate) use in_files::READ_BEFORE;
pub use library::Explorer;
pub(crate) use library::newest_first;
pub use quotations::quotations;
pub use selection::{ActorCount, OutletCount, PeriodCount, Ranked, Selection};
pub use spellings::Spelling;

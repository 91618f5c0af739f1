//! Source files in, corpus and ledger out. Parsing never fails: what is not as expected becomes a problem, and every
//! byte of a file is in exactly one part.
//!
//! In reading order: [`road`] the steps from files to a corpus, and [`parsed`] their result; [`bytes`] bytes to text;
//! [`formats`] and [`shapes`] the articles in a text, each a [`draft`] in an [`outcome`]; [`body`] lines to blocks, and
//! [`hyphens`] their words made whole; [`rules`] what is set aside; [`sentence`] and [`date_forms`], with each [`pattern`] that they match; [`tiling`] the
//! parts, which prove that nothing is lost; [`config`] the settings in `corpus.toml`; [`language`]; [`names`] what articles are called; [`duplicates`]
//! near-duplicates, found among [`candidates`] by their [`sketch`] and told from other events by their [`facts`]; [`source_texts`] the source file around an article.

mod body;
mod byline;
pub mod bytes;
mod candidates;
pub mod config;
mod date_forms;
mod draft;
mod duplicates;
mod facts;
mod formats;
mod hyphens;
mod language;
mod names;
mod outcome;
mod parsed;
mod pattern;
mod road;
pub mod rules;
mod sentence;
mod shapes;
mod sketch;
mod source_texts;
pub mod tiling;

pub use bytes::SourceFile;
pub use candidates::Store;
pub use duplicates::{
    Comparison, KnownGroups, compare, groups, groups_in, of_two_events, signature, signatures,
};
pub use parsed::{Parsed, ParsedFile};
pub use road::{LATE, Parsing, parse};
pub use sketch::Signature;
pub use source_texts::{Bounds, applied_rule};
pub use tiling::{Part, Role};

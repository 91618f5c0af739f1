//! The plain immutable data that every room knows: [`article`] a corpus and its articles, [`dates`] days and moments,
//! [`blocks`] the pieces of a text, [`applied_rule`] what rules have set aside, [`on_demand`] what stands in files of its own, [`file_span`] bytes of a source file, [`origin`] the map from a text back to them, [`in_file`] the way
//! along it, [`source_text`] the source file around an article.
//!
//! The room `parse` makes this data from files; the page reads it from a pack.

mod applied_rule;
pub mod article;
mod blocks;
pub mod dates;
mod file_span;
mod in_file;
pub mod on_demand;
mod origin;
mod source_text;

pub use applied_rule::AppliedRule;
pub use article::{
    Article, ArticleId, Corpus, Credit, CreditKind, Field, FileId, FileProblem, Group, Member, Provenance,
    Title,
};
pub use blocks::{Block, BlockKind, Blocks};
pub use dates::{Day, Published};
pub use file_span::FileSpan;
pub use origin::Origin;
pub use source_text::{LeftOut, SourcePart, SourceRole, SourceText};

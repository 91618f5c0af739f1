//! What every room knows, as plain immutable data: [`article`] a corpus and its articles, [`dates`] days and moments,
//! [`file_span`] bytes of a file, [`origin`] the way from a text back to them, [`source_text`] what a reader sees of a source file.
//!
//! The room `parse` makes it out of files; the page takes it out of a pack.

pub mod article;
pub mod dates;
mod file_span;
mod origin;
mod source_text;

pub use article::{
    AppliedRule, Article, ArticleId, Block, BlockKind, Corpus, Credit, CreditKind, Field, FileId,
    FileProblem, Group, Member, Provenance, Title,
};
pub use dates::{Day, Published};
pub use file_span::FileSpan;
pub use origin::Origin;
pub use source_text::{LeftOut, SourcePart, SourceRole, SourceText};

//! What every room knows, as plain immutable data: [`article`] a corpus and its articles, [`dates`] days and moments,
//! [`origin`] the way from a text back to the bytes of its file, [`source_text`] what a reader sees of a source file.
//!
//! The room `parse` makes it out of files; the page takes it out of a pack.

pub mod article;
pub mod dates;
mod origin;
mod source_text;

pub use article::{
    AppliedRule, Article, ArticleId, Block, BlockKind, Corpus, Credit, CreditKind, Field, FileId,
    FileProblem, Group, Member, Provenance, Title,
};
pub use dates::{Day, Published};
pub use origin::Origin;
pub use source_text::{LeftOut, SourcePart, SourceRole, SourceText};

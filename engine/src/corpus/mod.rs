//! Source files in, articles and ledger out.
//!
//! In reading order: [`article`] what comes out, and `origin` the way back to the bytes; [`part`] the tiling that
//! proves nothing is lost, and `sources` what a reader sees of it; [`source`] and `archive` files, `encoding` bytes
//! to text; [`formats`] the formats and shapes of texts; [`rules`] the table of what is set aside; `body` text to
//! blocks, `transcript` where people speak; [`dates`] and `written`; [`config`] `corpus.toml`; `duplicates` articles
//! that tell one text; [`parse`] the road through all of it.
//!
//! The page takes a parsed corpus out of a pack. What reads files stands behind the feature `read`, which the
//! page leaves out.

pub mod article;
pub mod dates;
mod origin;
mod sources;

#[cfg(feature = "read")]
pub mod archive;
#[cfg(feature = "read")]
mod body;
#[cfg(feature = "read")]
pub mod config;
#[cfg(feature = "read")]
mod draft;
#[cfg(feature = "read")]
mod duplicates;
#[cfg(feature = "read")]
mod encoding;
#[cfg(feature = "read")]
pub mod formats;
#[cfg(feature = "read")]
mod language;
#[cfg(feature = "read")]
mod parse;
#[cfg(feature = "read")]
pub mod part;
#[cfg(feature = "read")]
mod passage;
#[cfg(feature = "read")]
pub mod rules;
#[cfg(feature = "read")]
pub mod source;
#[cfg(feature = "read")]
mod transcript;
#[cfg(feature = "read")]
mod written;

pub use article::{
    Article, ArticleId, Block, BlockKind, Corpus, Credit, Field, FileId, FileProblem, Group, Member,
    Provenance, Title,
};
pub use dates::{Day, Published};
#[cfg(feature = "read")]
pub use duplicates::groups;
pub use origin::Origin;
#[cfg(feature = "read")]
pub use parse::{Parsed, ParsedFile, parse, parse_watched};
#[cfg(feature = "read")]
pub use part::{Part, Role};
#[cfg(feature = "read")]
pub use source::SourceFile;
#[cfg(feature = "read")]
pub use sources::Bounds;
pub use sources::{AppliedRule, LeftOut, SourcePart, SourceRole, SourceText};

//! Source files in, articles and ledger out.
//!
//! In reading order: [`article`] what comes out; [`part`] the tiling that proves nothing is lost;
//! [`source`] bytes to text; [`rules`] the table of what is set aside; [`dates`]; `body` text to blocks,
//! `transcript` where people speak; [`formats`] the shapes of source files; [`config`] `corpus.toml`;
//! [`parse`] the road through all of it.

pub mod article;
mod body;
pub mod config;
pub mod dates;
pub mod formats;
mod parse;
pub mod part;
pub mod rules;
pub mod source;
mod transcript;
mod written;

pub use article::{Article, ArticleId, Block, BlockKind, Corpus, Credit, Field, FileId, FileProblem, Title};
pub use dates::{Day, Published};
pub use parse::{Parsed, ParsedFile, parse};
pub use part::{Part, Role};
pub use source::SourceFile;

//! Search: the query language, the index that answers it, snippets that show why.
//!
//! A text becomes a [`Query`]: lexemes, parser, tree. A [`Plan`] is a query looked up in the dictionary of one
//! [`Index`]; the index answers it with articles and scores, and with the hits in any one article.

mod concordance;
mod dictionary;
mod explain;
mod field;
mod field_index;
mod field_indexes;
mod gathered;
mod hits;
mod in_files;
mod index;
mod lexeme;
mod nearness;
mod parser;
mod partition;
mod plan;
mod postings;
mod query;
mod runs;
mod snippet;
mod suggest;
mod translation;
mod tree;
mod words;

pub use concordance::Kwic;
pub use explain::Expansion;
pub use hits::{Hit, hits_in};
pub use in_files::IndexHead;
pub use index::{Index, ScoredArticle};
pub use plan::Plan;
pub use query::{LANGUAGE, Query};
pub use snippet::{Segment, Snippet, segments, snippet};
pub(crate) use translation::with_operators;
pub use translation::{Translation, translation};
pub use tree::{Node, Pattern, TextField};
pub use words::folded;

//! Search: the query language, the index that answers it, snippets that show why.

mod index;
mod lexeme;
mod query;
mod snippet;

pub use index::{Hit, Index, Results};
pub use query::{Node, Query};
pub use snippet::{Segment, Snippet, segments, snippet};

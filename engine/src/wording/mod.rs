//! Texts for readers, which the page and the command write alike and all sentences are built from: [`numbers`] counts
//! and lists, [`dates`] days and periods, [`corpus`] a corpus and its articles.

mod corpus;
mod dates;
mod numbers;

pub use corpus::{corpus_line, file_name, meta_line, outlet, published};
pub use dates::{bin, day, month, period, span};
pub use numbers::{count, decimal, number};
pub(crate) use numbers::{list, times};

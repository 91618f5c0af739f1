//! How things are written for readers, on the page and by the command alike: the ground floor of all sentences.
//! [`numbers`] counts and lists, [`dates`] days and periods, [`corpus`] a corpus and its articles.

mod corpus;
mod dates;
mod numbers;

pub use corpus::{corpus_line, file_name, meta_line, outlet, published};
pub use dates::{bin, day, month, period, span};
pub use numbers::{count, decimal, number};
pub(crate) use numbers::{list, times};

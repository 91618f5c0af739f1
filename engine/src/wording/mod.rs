//! The words for numbers, dates and articles that sentences elsewhere are made of, alike on the page and in the command:
//! [`numbers`] counts and lists, [`dates`] days and periods, [`corpus`] a corpus and its articles.

mod corpus;
mod dates;
mod numbers;

pub use corpus::{corpus_line, file_name, meta_line, outlet, published};
pub use dates::{bin, day, month, period, span};
pub use numbers::{count, decimal, number};
pub(crate) use numbers::{list, times};

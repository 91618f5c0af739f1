//! The words for numbers, dates and articles that sentences elsewhere are made of, alike on the page and in the command:
//! [`numbers`] counts and lists, [`dates`] days and periods, [`corpus`] a corpus and its articles.

mod corpus;
mod dates;
mod numbers;

pub use corpus::{corpus_line, meta_line, outlet, published};
pub use dates::{bin, day, month, months, period, short_month, span};
pub use numbers::{count, decimal, number};
pub(crate) use numbers::{list, times};

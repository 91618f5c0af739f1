//! Texts and byte spans in them: [`Span`], [`Problem`], the one fold, the tokens made with it, the text [`around`] a
//! span, text on one line, in CSV and inside markup ([`escape`]), and the problems of TOML files that an [`editor`] writes.

mod around;
mod choice;
mod csv;
pub(crate) mod editor;
mod escape;
mod fold;
pub(crate) mod hash;
mod lines;
pub(crate) mod sentences;
mod span;
mod token;
mod words;

pub use around::around;
pub(crate) use choice::one_of;
pub use csv::csv_record;
pub use escape::escape;
pub use fold::{fold, is_ignorable};
pub use lines::{one_line, unbroken};
pub use span::{Problem, Span, line_and_column};
pub use token::{Token, Tokens};
pub(crate) use words::Words;

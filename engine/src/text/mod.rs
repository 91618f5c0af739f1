//! Text as bytes with places in it: [`Span`], [`Problem`], the one fold, the tokens made with it, and the problems of
//! files that an [`editor`] writes.

pub(crate) mod editor;
mod fold;
mod span;
mod token;

pub use fold::{fold, is_ignorable};
pub use span::{Problem, Span};
pub use token::{Token, Tokens};

//! Text as bytes with places in it: [`Span`], [`Problem`], the one fold and the tokens made with it.

mod fold;
mod span;
mod token;

pub use fold::{fold, is_ignorable};
pub use span::{Problem, Span};
pub use token::{Token, Tokens};

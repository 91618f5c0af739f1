//! HTML: a page with one article in it, or the HTML inside a feed, a table or JSON.
//!
//! In reading order: [`tree`] the elements, [`survey`] which of them holds the article, [`lines`] its text,
//! [`metadata`] its other fields, [`page`] all of these for a page, [`text`] markup as text, [`reference`] character
//! references.

mod lines;
mod metadata;
pub(crate) mod page;
mod reference;
mod survey;
pub(crate) mod text;
mod tree;

//! HTML: a page with one article in it, or the HTML inside a feed, a table or JSON.
//!
//! In reading order: [`events`] tags and texts, [`tree`] the elements, [`survey`] their texts as runs, [`boxes`] names and
//! cards, [`evidence`] what each run is worth, [`headline`], [`article`] which runs are the article, [`lines`] its text,
//! [`metadata`] its other fields, [`page`] all of these for a page, [`europresse`] a page with many articles, [`text`]
//! markup as text, [`reference`] character references.

mod article;
mod boxes;
pub(crate) mod europresse;
mod events;
mod evidence;
mod headline;
mod lines;
mod metadata;
pub(crate) mod page;
pub(crate) mod reference;
mod survey;
pub(crate) mod text;
mod tree;

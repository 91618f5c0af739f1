//! Dateline's engine: everything that is not a browser.
//!
//! The layers, in reading order; each knows only those before it (`tests/native/tidy.rs` checks it):
//! [`order`] sorting; [`many`] all cores; [`text`] spans, the fold and tokens; [`corpus`] plain data; [`parse`] source files in, corpus and
//! ledger out (feature `read`, which the page leaves out); [`actors`] who is mentioned; [`search`] queries and hits;
//! [`charts`] data in, geometry out; [`pack`] the binary that carries a corpus and its mentions to the page;
//! [`wording`] numbers and dates in words; [`view`] what a link restores; [`labels`] what the page calls things;
//! [`explorer`] what a view picks out; [`shards`] a corpus in many files;
//! [`figures`] charts and tables as values; [`report`] what is handed to other programs and quoted by people.

pub mod actors;
pub mod charts;
pub mod corpus;
pub mod explorer;
pub mod figures;
pub mod labels;
mod many;
pub mod order;
pub mod pack;
#[cfg(feature = "read")]
pub mod parse;
pub mod report;
pub mod search;
pub mod shards;
pub mod text;
pub mod view;
pub mod wording;

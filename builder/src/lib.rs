//! Texts in, page out: what a newsroom brings becomes a corpus, its pack, and the files of a page.
//!
//! It knows no file system, no terminal and no browser. The command brings it files from disk and puts the page on
//! disk; the page brings it files that a reader has dropped. Both call the same functions, so both give the same bytes.
//!
//! [`Texts`] takes source files and lists, [`Portions`] parses some at a time, [`Gathering`] puts them together, [`Held`] is a
//! corpus that can be joined with another, [`Packs`] is what the page loads, [`Page`] is its files, and [`page_of`] puts packs into a page.

mod compressed;
mod held;
mod html;
mod kit;
mod located;
mod options;
mod packs;
mod page;
mod parts;
mod policy;
mod portions;
mod texts;
mod whole;

pub use compressed::{copies_of, gzip};
pub use held::{Gathering, Held, Joined};
pub use kit::Kit;
pub use located::{Located, located};
pub use options::{OpenedBy, PageOptions, Shards, Theme};
pub use packs::Packs;
pub use page::{INDEX, Page, is_index, is_name, is_of_template, named_files};
pub use portions::{Content, Known, Portions, digest};
pub use texts::{Given, LIMITS, LISTS, Texts};
pub use whole::page_of;

/// A sentence for whoever builds a page: where, what was expected, what was found, what to do.
pub type Failure = String;

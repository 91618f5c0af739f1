//! Regular expressions of this room: compiled when they are first used.

use regex::Regex;
use std::sync::LazyLock;

/// A pattern that stands in the code: `static LINK: Pattern = pattern!(r"https?://\S+");`.
pub(crate) type Pattern = LazyLock<Regex>;

/// The pattern of this text.
macro_rules! pattern {
    ($text:expr $(,)?) => {
        std::sync::LazyLock::new(|| regex::Regex::new($text).expect("a pattern that stands in the code"))
    };
}

pub(crate) use pattern;
